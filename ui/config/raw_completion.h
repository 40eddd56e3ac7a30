// SPDX-License-Identifier: GPL-3.0-or-later
// Completion in the raw text: offered while a word is typed and on Ctrl+Space, taken with Enter or Tab as one
// undoable edit. Without a chosen row every key does what it does without the list.
#pragma once

#include "core/config/completion.h"

#include <QObject>
#include <QPointer>

namespace ui {

class CompletionPopup;
class ConfigDocument;
class RawTextEdit;

class RawCompletion final : public QObject
{
    Q_OBJECT
public:
    RawCompletion(ConfigDocument& document, RawTextEdit& edit);
    ~RawCompletion() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Offer {
        Typed,  ///< while typing: what is a whole word already needs no help
        Follow, ///< behind a key that was taken: nothing need be typed, nothing is chosen
        Asked   ///< the first row is chosen
    };

    void follow(const QString& typed);
    void offer(Offer how);
    void close();
    void take(int row);
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] bool handles(int key, Qt::KeyboardModifiers modifiers) const;

    ConfigDocument& m_document;
    RawTextEdit& m_edit;
    QPointer<CompletionPopup> m_popup; ///< a child of the window
    config::Completion m_completion;
    Offer m_how = Offer::Typed;
    bool m_isTyping = false;
};

} // namespace ui
