// SPDX-License-Identifier: GPL-3.0-or-later
// Saving as a person does it: look at the differences, choose a place when there is none, write, hear what
// went wrong. One for all pages that show the document.
#pragma once

#include "ui/common/services.h"
#include "ui/config/config_file.h"

#include <QPointer>

#include <memory>

namespace ui {

class HistoryDialog;
class ReviewDialog;
class TestMails;
class Waiting;

class SaveFlow final : public QObject
{
    Q_OBJECT
public:
    SaveFlow(ConfigFile& file, TestMails& mails, Services& services, QWidget* window);
    void save(std::function<void(bool saved)> done = [](bool) {});
    void saveAs(std::function<void(bool saved)> done = [](bool) {});
    /// The edits against another text: what was read, or what is on the disk now.
    ReviewDialog* compare(const config::IniDocument& before);
    ReviewDialog* review(std::function<void(bool saved)> done);
    /// What was saved before; null where nothing is kept or nothing is open, which is told.
    HistoryDialog* showHistory();

    [[nodiscard]] Services& services() { return m_services; }

    [[nodiscard]] ConfigFile& file() { return m_file; }

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    using Saved = std::function<void(bool saved)>;
    void write(const ConfigFile::SaveOptions& options, const Saved& done);
    void writeToNewPlace(const QString& note, const Saved& done);
    /// The ways that are left when the user alone may not replace the file.
    void askForAnotherWay(const qtio::FileError& error, const ConfigFile::SaveOptions& options,
                          const Saved& done);
    void tell(const qtio::FileError& error);
    [[nodiscard]] std::shared_ptr<Waiting> waitFor(const QString& sentence);

    ConfigFile& m_file;
    ConfigDocument& m_document;
    TestMails& m_mails;
    Services& m_services;
    QPointer<QWidget> m_window;
    QPointer<ReviewDialog> m_open;
};

} // namespace ui
