// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/unsaved_edits.h"

#include "ui/config/recovery_dialog.h"
#include "ui/words/file_words.h"

#include <utility>

namespace ui {

namespace {

constexpr int pauseMs = 1000;
constexpr int latestMs = 5000;

/// The file may be there all the same.
bool isPassing(const qtio::FileError& error, bool canElevate)
{
    using Code = qtio::FileError::Code;
    return error.code == Code::NoConnection || error.code == Code::ConnectionLost ||
           error.code == Code::Refused || error.code == Code::Cancelled ||
           (error.code == Code::NoPermission && canElevate);
}

} // namespace

UnsavedEdits::UnsavedEdits(ConfigFile& file, const QString& folder, std::function<QDateTime()> now,
                           QObject* parent)
    : QObject(parent), m_file(file), m_document(file.document()), m_journal(folder), m_now(std::move(now))
{
    m_pause.setInterval(pauseMs);
    m_latest.setInterval(latestMs);
    for (QTimer* timer : {&m_pause, &m_latest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &UnsavedEdits::writeNow);
    }
    connect(&m_document, &ConfigDocument::contentChanged, this, &UnsavedEdits::follow);
}

void UnsavedEdits::setActive(bool active)
{
    m_isActive = active;
    follow();
}

void UnsavedEdits::follow()
{
    if (m_isActive && m_document.isModified()) {
        m_pause.start();
        if (!m_latest.isActive())
            m_latest.start();
        return;
    }
    m_pause.stop();
    m_latest.stop();
    m_journal.clear();
}

bool UnsavedEdits::writeNow()
{
    m_pause.stop();
    m_latest.stop();
    const auto error = m_journal.write({m_document.path(), m_document.source().base,
                                        QByteArray::fromStdString(m_document.current().bytes()), m_now()});
    if (error && !std::exchange(m_hasFailed, true))
        Q_EMIT failed(tr("Unsaved changes would be lost in a crash: %1").arg(words::message(*error)));
    return !error;
}

void UnsavedEdits::offer(QWidget* window)
{
    m_window = window;
    m_left = m_journal.leftBehind();
    offerNext();
}

void UnsavedEdits::offerNext()
{
    if (m_left.empty() || m_window == nullptr)
        return;
    const qtio::FilePlace place = qtio::FilePlace::fromText(m_left.front().text().path);
    m_file.store().read(place, qtio::Rights::User, this,
                        [this](const tl::expected<qtio::FileContent, qtio::FileError>& disk) { show(disk); });
}

void UnsavedEdits::show(const tl::expected<qtio::FileContent, qtio::FileError>& disk)
{
    if (m_left.empty() || m_window == nullptr)
        return;
    const qtio::UnsavedText& text = m_left.front().text();
    if (disk && disk->bytes == text.bytes) { // killed between saving and forgetting
        m_left.front().discard();
        m_left.erase(m_left.begin());
        offerNext();
        return;
    }
    using Disk = RecoveryDialog::Disk;
    const qtio::FilePlace place = qtio::FilePlace::fromText(text.path);
    const bool canElevate = m_file.store().knowsAdministrator(place);
    const bool isUnreadable = !disk && isPassing(disk.error(), canElevate);
    const bool isLost = text.base.exists && !isUnreadable && (!disk || (!disk->isWritable && !canElevate));
    const bool isChanged = (disk ? disk->fingerprint : qtio::Fingerprint{}) != text.base;
    const config::IniDocument onDisk =
        disk ? config::IniDocument::parse(disk->bytes.toStdString()) : config::IniDocument();
    auto* dialog = new RecoveryDialog(text, onDisk,
                                      isUnreadable ? Disk::Unreadable
                                      : isLost     ? Disk::Lost
                                      : isChanged  ? Disk::Changed
                                                   : Disk::Same,
                                      m_window);
    connect(dialog, &QDialog::finished, this, [this](int answer) {
        if (answer == RecoveryDialog::Restore) {
            restore(qtio::Rights::User);
            return;
        }
        if (answer == RecoveryDialog::Discard)
            m_left.front().discard();
        m_left.erase(m_left.begin());
        offerNext();
    });
    dialog->open();
}

void UnsavedEdits::restore(qtio::Rights rights)
{
    const QString path = m_left.front().text().path;
    if (path.isEmpty()) {
        takeOver(m_left.front());
        return;
    }
    const qtio::FilePlace place = qtio::FilePlace::fromText(path);
    m_file.open(place, rights, [this, place, rights](const std::optional<qtio::FileError>& error) {
        if (!m_left.empty())
            opened(place, rights, error);
    });
}

void UnsavedEdits::opened(const qtio::FilePlace& place, qtio::Rights rights,
                          const std::optional<qtio::FileError>& error)
{
    const bool canElevate = rights == qtio::Rights::User && m_file.store().knowsAdministrator(place);
    if (error && error->code == qtio::FileError::Code::NoPermission && canElevate) {
        restore(qtio::Rights::Administrator);
        return;
    }
    if (error && isPassing(*error, false)) {
        m_left.clear(); // kept where they are
        Q_EMIT notRestored(words::message(*error));
        return;
    }
    if (!error && m_document.isReadOnly() && m_file.canUseAdministratorRights())
        m_file.useAdministratorRights();
    // What cannot be opened or written there may be saved elsewhere.
    if (error || m_document.isReadOnly())
        m_document.newFile();
    takeOver(m_left.front());
}

void UnsavedEdits::takeOver(qtio::LeftBehind& left)
{
    const qtio::UnsavedText& text = left.text();
    if (text.path.isEmpty())
        m_document.newFile();
    m_document.replaceText(text.bytes.toStdString(),
                           {.what = EditName::What::RestoreUnsaved,
                            .value = text.time.toUTC().toString(Qt::ISODate).toStdString()});
    Q_EMIT restored();
    if (writeNow()) // from here on it is this session's
        left.discard();
    m_left.clear(); // the others wait for the next start: this one has the document now
}

} // namespace ui
