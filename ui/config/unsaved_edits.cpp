// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/unsaved_edits.h"

#include "ui/config/recovery_dialog.h"
#include "ui/words/file_words.h"

#include <utility>

namespace ui {

namespace {

constexpr int pauseMs = 1000;
constexpr int latestMs = 5000;

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
    const bool isLost = text.base.exists && (!disk || !disk->isWritable);
    const bool isChanged = (disk ? disk->fingerprint : qtio::Fingerprint{}) != text.base;
    const config::IniDocument onDisk =
        disk ? config::IniDocument::parse(disk->bytes.toStdString()) : config::IniDocument();
    auto* dialog = new RecoveryDialog(text, onDisk,
                                      isLost      ? Disk::Lost
                                      : isChanged ? Disk::Changed
                                                  : Disk::Same,
                                      m_window);
    connect(dialog, &QDialog::finished, this, [this](int answer) {
        if (answer == RecoveryDialog::Restore) {
            restore(m_left.front());
            return;
        }
        if (answer == RecoveryDialog::Discard)
            m_left.front().discard();
        m_left.erase(m_left.begin());
        offerNext();
    });
    dialog->open();
}

void UnsavedEdits::restore(qtio::LeftBehind& left)
{
    if (left.text().path.isEmpty()) {
        takeOver(left);
        return;
    }
    m_file.open(qtio::FilePlace::fromText(left.text().path), qtio::Rights::User,
                [this](const std::optional<qtio::FileError>& error) {
                    if (m_left.empty())
                        return;
                    // What cannot be opened or written there may be saved elsewhere.
                    if (error || m_document.isReadOnly())
                        m_document.newFile();
                    takeOver(m_left.front());
                });
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
