// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the unsaved text of the document in the journal while it is edited, and offers at the start what a
// session that was killed has left there.
#pragma once

#include "core/qtio/edit_journal.h"
#include "ui/config/config_document.h"

namespace ui {

class RecoveryDialog;

class UnsavedEdits final : public QObject
{
    Q_OBJECT
public:
    /// `folder` holds the journals of all sessions of the user.
    UnsavedEdits(ConfigDocument& document, qtio::FileStore& store, const QString& folder,
                 std::function<QDateTime()> now, QObject* parent = nullptr);
    /// Documents nobody would miss are not kept.
    void setActive(bool active);
    /// One after the other, the newest first, until one is restored; null when nothing was left.
    RecoveryDialog* offer(QWidget* window);

Q_SIGNALS:
    void restored(); ///< the document holds what was left behind
    void failed(const QString& sentence);

private:
    void follow();
    bool writeNow();
    RecoveryDialog* offerNext(QWidget* window);
    void restore(qtio::LeftBehind& left);

    ConfigDocument& m_document;
    qtio::FileStore& m_store;
    qtio::EditJournal m_journal;
    std::function<QDateTime()> m_now;
    std::vector<qtio::LeftBehind> m_left;
    QTimer m_pause;
    QTimer m_latest; ///< somebody who never pauses is not left without
    bool m_isActive = true;
    bool m_hasFailed = false; ///< told once, not at every key
};

} // namespace ui
