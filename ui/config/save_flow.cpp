// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/save_flow.h"

#include "ui/common/file_picker.h"
#include "ui/common/prompter.h"
#include "ui/common/waiting.h"
#include "ui/config/history_dialog.h"
#include "ui/config/review_dialog.h"
#include "ui/words/file_words.h"

#include <QFileInfo>

#include <utility>

namespace ui {

SaveFlow::SaveFlow(ConfigFile& file, TestMails& mails, Services& services, QWidget* window)
    : QObject(window),
      m_file(file),
      m_document(file.document()),
      m_mails(mails),
      m_services(services),
      m_window(window)
{
    m_document.setReview([this](Saved done) { save(std::move(done)); });
}

void SaveFlow::save(Saved done)
{
    if (!m_document.isOpen() || (!m_document.isModified() && !m_document.isNew())) {
        done(true);
        return;
    }
    review(std::move(done));
}

ReviewDialog* SaveFlow::review(Saved done)
{
    if (m_open != nullptr) {
        m_open->raise();
        return m_open;
    }
    m_mails.judge();
    m_open = new ReviewDialog(m_file, m_mails, ReviewDialog::Task::Save, m_document.onDisk(),
                              m_services.lookOf(m_document.source().place), m_window->window());
    connect(m_open, &QDialog::finished, this,
            [this, done = std::move(done), dialog = m_open.data()](int result) {
                if (result != QDialog::Accepted)
                    done(false);
                else if (m_document.isNew())
                    writeToNewPlace(dialog->note(), done);
                else
                    write({.note = dialog->note()}, done);
            });
    m_open->open();
    return m_open;
}

std::shared_ptr<Waiting> SaveFlow::waitFor(const QString& sentence)
{
    return std::make_shared<Waiting>(m_window->window(), sentence, [this] { m_file.cancel(); });
}

void SaveFlow::tell(const qtio::FileError& error)
{
    // A stale base has its own notice with ways out, and who cancels knows it.
    if (error.code != qtio::FileError::Code::Stale && error.code != qtio::FileError::Code::Cancelled)
        Q_EMIT failed(words::message(error));
}

void SaveFlow::write(const ConfigFile::SaveOptions& options, const Saved& done)
{
    auto waiting = waitFor(tr("Saving %1 ...").arg(m_document.path()));
    m_file.write(options,
                 [this, options, done, waiting](const std::optional<qtio::FileError>& error) mutable {
                     waiting.reset();
                     using Code = qtio::FileError::Code;
                     if (error && (error->code == Code::OwnerWouldChange ||
                                   error->code == Code::NoPermission || error->code == Code::NoBackup)) {
                         askForAnotherWay(*error, options, done);
                         return;
                     }
                     if (error)
                         tell(*error);
                     done(!error);
                 });
}

void SaveFlow::askForAnotherWay(const qtio::FileError& error, const ConfigFile::SaveOptions& options,
                                const Saved& done)
{
    const bool canElevate = m_file.canUseAdministratorRights();
    const bool canWriteInPlace =
        error.code == qtio::FileError::Code::OwnerWouldChange && options.owner == qtio::OwnerPolicy::Keep;
    if (!canElevate && !canWriteInPlace) {
        tell(error);
        done(false);
        return;
    }
    Question question{tr("Save with other rights"), words::message(error), {}, tr("Cancel")};
    if (canWriteInPlace) {
        question.text =
            tr("%1 would change its owner or group. It can only be overwritten in place, which is not safe "
               "against a power cut. A copy is made first.")
                .arg(m_document.path());
        question.answers.append(tr("Write in place"));
    }
    if (canElevate) {
        question.text +=
            QLatin1Char('\n') +
            tr("With administrator rights it is replaced in one step and keeps its owner, group and mode.");
        question.answers.append(tr("Save as administrator"));
    }
    m_services.prompter.ask(m_window->window(), question,
                            [this, options, done, canWriteInPlace, canElevate](int answer) {
                                const int inPlace = canWriteInPlace ? 0 : -1;
                                const int elevated = canElevate ? inPlace + 1 : -1;
                                if (answer >= 0 && answer == elevated) {
                                    m_file.useAdministratorRights();
                                    write(options, done);
                                } else if (answer >= 0 && answer == inPlace) {
                                    write({qtio::OwnerPolicy::WriteInPlace, options.note}, done);
                                } else {
                                    done(false);
                                }
                            });
}

void SaveFlow::saveAs(Saved done)
{
    if (m_document.isOpen())
        writeToNewPlace({}, done);
}

void SaveFlow::writeToNewPlace(const QString& note, const Saved& done)
{
    const qtio::FilePlace& present = m_document.source().place;
    const QString suggestion = m_document.isNew()   ? QStringLiteral("config.ini")
                               : present.isRemote() ? QFileInfo(present.path).fileName()
                                                    : present.path;
    m_services.filePicker.saveFile(
        m_window->window(), {tr("Save as"), suggestion, {tr("Settings (*.ini)"), tr("All files (*)")}},
        [this, done, note](const QString& path) {
            m_file.writeAs(qtio::FilePlace::fromText(path), {.note = note},
                           [this, done](const std::optional<qtio::FileError>& error) {
                               if (error)
                                   tell(*error);
                               done(!error);
                           });
        });
}

HistoryDialog* SaveFlow::showHistory()
{
    if (m_document.isNew() || !m_file.history()) {
        Q_EMIT failed(m_document.isNew() ? tr("There is no history yet: this file has not been saved.")
                                         : tr("No history is kept in this session."));
        return nullptr;
    }
    auto* dialog = new HistoryDialog(m_file, m_services.filePicker, m_window->window());
    dialog->open();
    return dialog;
}

ReviewDialog* SaveFlow::compare(const config::IniDocument& before)
{
    auto* dialog = new ReviewDialog(m_file, m_mails, ReviewDialog::Task::Compare, before,
                                    m_services.lookOf(m_document.source().place), m_window->window());
    dialog->open();
    return dialog;
}

} // namespace ui
