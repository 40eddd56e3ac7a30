// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing files, behind an interface so that tests can answer from a script.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace ui {

struct FileRequest
{
    QString title;
    QString folder;      ///< or a suggested file
    QStringList filters; ///< "Mail logs (maillog* *.log *.gz)"
};

class FilePicker
{
public:
    virtual ~FilePicker() = default;
    /// Calls back only when something was chosen.
    virtual void openFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done) = 0;
    virtual void openFiles(QWidget* over, const FileRequest& request,
                           std::function<void(QStringList)> done) = 0;
    virtual void openFolder(QWidget* over, const FileRequest& request, std::function<void(QString)> done) = 0;
    virtual void saveFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done) = 0;
};

class DialogFilePicker final : public FilePicker
{
public:
    void openFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done) override;
    void openFiles(QWidget* over, const FileRequest& request, std::function<void(QStringList)> done) override;
    void openFolder(QWidget* over, const FileRequest& request, std::function<void(QString)> done) override;
    void saveFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done) override;
};

} // namespace ui
