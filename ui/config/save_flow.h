// SPDX-License-Identifier: GPL-3.0-or-later
// Saving as a person does it: look at the differences, choose a place when there is none, write, hear what
// went wrong. One for all pages that show the document.
#pragma once

#include "ui/common/services.h"
#include "ui/config/config_document.h"

#include <QPointer>

namespace ui {

class HistoryDialog;
class ReviewDialog;
class TestMails;

class SaveFlow final : public QObject
{
    Q_OBJECT
public:
    SaveFlow(ConfigDocument& document, TestMails& mails, Services& services, QWidget* window);
    void save(std::function<void(bool saved)> done = [](bool) {});
    void saveAs(std::function<void(bool saved)> done = [](bool) {});
    /// The edits against another text: what was read, or what is on the disk now.
    ReviewDialog* compare(const config::IniDocument& before);
    ReviewDialog* review(std::function<void(bool saved)> done);
    /// What was saved before; null where nothing is kept or nothing is open, which is told.
    HistoryDialog* showHistory();

    [[nodiscard]] Services& services() { return m_services; }

Q_SIGNALS:
    void failed(const QString& sentence);

private:
    void write(const std::function<void(bool)>& done, const QString& note);
    void writeToNewPlace(const std::function<void(bool)>& done, const QString& note);
    void askToWriteInPlace(const std::function<void(bool)>& done, const QString& note);

    ConfigDocument& m_document;
    TestMails& m_mails;
    Services& m_services;
    QPointer<QWidget> m_window;
    QPointer<ReviewDialog> m_open;
};

} // namespace ui
