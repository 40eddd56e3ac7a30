// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/save_flow.h"

#include "ui/common/file_picker.h"
#include "ui/common/prompter.h"
#include "ui/config/history_dialog.h"
#include "ui/config/review_dialog.h"
#include "ui/words/file_words.h"

#include <utility>

namespace ui {

SaveFlow::SaveFlow(ConfigDocument& document, TestMails& mails, Services& services, QWidget* window)
    : QObject(window), m_document(document), m_mails(mails), m_services(services), m_window(window)
{
    m_document.setReview([this](std::function<void(bool)> done) { save(std::move(done)); });
}

void SaveFlow::save(std::function<void(bool saved)> done)
{
    if (!m_document.isOpen() || (!m_document.isModified() && !m_document.path().isEmpty())) {
        done(true);
        return;
    }
    review(std::move(done));
}

ReviewDialog* SaveFlow::review(std::function<void(bool saved)> done)
{
    if (m_open != nullptr) {
        m_open->raise();
        return m_open;
    }
    m_mails.judge();
    m_open = new ReviewDialog(m_document, m_mails, ReviewDialog::Task::Save, m_document.onDisk(),
                              m_window->window());
    connect(m_open, &QDialog::finished, this,
            [this, done = std::move(done), dialog = m_open.data()](int result) {
                if (result == QDialog::Accepted)
                    write(done, dialog->note());
                else
                    done(false);
            });
    m_open->open();
    return m_open;
}

void SaveFlow::write(const std::function<void(bool)>& done, const QString& note)
{
    if (m_document.path().isEmpty()) {
        writeToNewPlace(done, note);
        return;
    }
    const auto error = m_document.write(qtio::OwnerPolicy::Keep, note);
    if (error && error->code == qtio::FileError::Code::OwnerWouldChange) {
        askToWriteInPlace(done, note);
        return;
    }
    if (error && error->code != qtio::FileError::Code::Stale) // a stale base has its own notice with ways out
        Q_EMIT failed(words::message(*error));
    done(!error);
}

void SaveFlow::askToWriteInPlace(const std::function<void(bool)>& done, const QString& note)
{
    const Question question{
        tr("Write in place"),
        tr("%1 belongs to another user. It can only be overwritten in place, which is not safe "
           "against a power cut. A copy is made first.")
            .arg(m_document.path()),
        {tr("Write in place")},
        tr("Cancel")};
    m_services.prompter.ask(m_window->window(), question, [this, done, note](int answer) {
        const auto error =
            answer == 0 ? m_document.write(qtio::OwnerPolicy::WriteInPlace, note) : std::nullopt;
        if (error)
            Q_EMIT failed(words::message(*error));
        done(answer == 0 && !error);
    });
}

void SaveFlow::saveAs(std::function<void(bool saved)> done)
{
    if (m_document.isOpen())
        writeToNewPlace(done, {});
}

void SaveFlow::writeToNewPlace(const std::function<void(bool)>& done, const QString& note)
{
    const QString suggestion = m_document.path().isEmpty() ? QStringLiteral("config.ini") : m_document.path();
    m_services.filePicker.saveFile(m_window->window(),
                                   {tr("Save as"), suggestion, {tr("Settings (*.ini)"), tr("All files (*)")}},
                                   [this, done, note](const QString& path) {
                                       const auto error = m_document.writeAs(path, note);
                                       if (error)
                                           Q_EMIT failed(words::message(*error));
                                       done(!error);
                                   });
}

HistoryDialog* SaveFlow::showHistory()
{
    if (m_document.path().isEmpty() || !m_document.history()) {
        Q_EMIT failed(m_document.path().isEmpty()
                          ? tr("There is no history yet: this file has not been saved.")
                          : tr("No history is kept in this session."));
        return nullptr;
    }
    auto* dialog = new HistoryDialog(m_document, m_services.filePicker, m_window->window());
    dialog->open();
    return dialog;
}

ReviewDialog* SaveFlow::compare(const config::IniDocument& before)
{
    auto* dialog =
        new ReviewDialog(m_document, m_mails, ReviewDialog::Task::Compare, before, m_window->window());
    dialog->open();
    return dialog;
}

} // namespace ui
