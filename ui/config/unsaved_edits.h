// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the unsaved text of the document in the journal while it is edited, and offers at the start what a
// session that was killed has left there.
#pragma once

#include "core/qtio/files/edit_journal.h"
#include "ui/config/config_file.h"

#include <QPointer>

namespace ui {

class UnsavedEdits final : public QObject
{
    Q_OBJECT
public:
    /// `folder` holds the journals of all sessions of the user.
    UnsavedEdits(ConfigFile& file, const QString& folder, std::function<QDateTime()> now,
                 QObject* parent = nullptr);
    /// Documents nobody would miss are not kept.
    void setActive(bool active);
    /// One after the other, the newest first, until one is restored.
    void offer(QWidget* window);

Q_SIGNALS:
    void restored();                           ///< the document holds what was left behind
    void notRestored(const QString& sentence); ///< it waits for the next start
    void failed(const QString& sentence);

private:
    void follow();
    bool writeNow();
    void offerNext();
    void show(const tl::expected<qtio::FileContent, qtio::FileError>& disk);
    void restore(qtio::Rights rights);
    void opened(const qtio::FilePlace& place, qtio::Rights rights,
                const std::optional<qtio::FileError>& error);
    void takeOver(qtio::LeftBehind& left);

    ConfigFile& m_file;
    ConfigDocument& m_document;
    qtio::EditJournal m_journal;
    std::function<QDateTime()> m_now;
    std::vector<qtio::LeftBehind> m_left;
    QPointer<QWidget> m_window; ///< the offers are made over it
    QTimer m_pause;
    QTimer m_latest; ///< somebody who never pauses is not left without
    bool m_isActive = true;
    bool m_hasFailed = false; ///< told once, not at every key
};

} // namespace ui
