// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/raw_completion.h"

#include "core/config/policy_config.h"
#include "ui/common/completion_popup.h"
#include "ui/config/field.h"
#include "ui/config/general_card.h"
#include "ui/config/raw_text_edit.h"
#include "ui/words/config_help.h"
#include "ui/words/result_words.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

CompletionRow rowOf(const config::Completion& completion, const config::Candidate& candidate)
{
    CompletionRow row;
    row.word = QString::fromStdString(candidate.word);
    row.typed = completion.isWhole ? 0 : static_cast<int>(completion.typed);
    const QString defaultValue = QString::fromStdString(candidate.defaultValue);
    switch (completion.kind) {
    case config::CompletionKind::Section:
        row.help = words::help(candidate.section);
        break;
    case config::CompletionKind::Key:
        row.help = words::help(*candidate.key).meaning;
        row.note = defaultValue.isEmpty() ? CompletionPopup::tr("Default: empty")
                                          : CompletionPopup::tr("Default: %1").arg(defaultValue);
        break;
    case config::CompletionKind::Value:
        if (const auto action = config::parseAction(candidate.word))
            row.help = words::meaning(shownAction(*action));
        else if (candidate.key->type == config::KeyType::Integer)
            row.word = GeneralCard::levelName(row.word.toInt());
        row.note = candidate.word == candidate.defaultValue ? CompletionPopup::tr("Default") : QString();
        break;
    }
    return row;
}

} // namespace

RawCompletion::RawCompletion(ConfigDocument& document, RawTextEdit& edit)
    : QObject(&edit),
      m_document(document),
      m_edit(edit),
      m_popup(new CompletionPopup(QStringLiteral("config.completion"), &edit))
{
    connect(m_popup, &CompletionPopup::clicked, this, &RawCompletion::take);
    connect(&m_edit, &RawTextEdit::typed, this, &RawCompletion::follow);
    connect(&m_edit, &RawTextEdit::cursorMoved, this, [this] {
        if (!m_isTyping)
            close();
    });
    connect(&m_document, &ConfigDocument::contentChanged, this, [this] {
        if (!m_isTyping)
            close();
    });
    for (const QScrollBar* bar : {m_edit.verticalScrollBar(), m_edit.horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &RawCompletion::close);
    m_edit.installEventFilter(this);
}

RawCompletion::~RawCompletion()
{
    delete m_popup;
}

bool RawCompletion::isOpen() const
{
    return m_popup != nullptr && m_popup->isVisible();
}

void RawCompletion::close()
{
    if (m_popup != nullptr)
        m_popup->hide();
}

/// Keys of the list; all others are the text's.
bool RawCompletion::handles(int key, Qt::KeyboardModifiers modifiers) const
{
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Space)
        return !m_edit.isReadOnly();
    if (!isOpen() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const bool hasChosen = m_popup->chosen() >= 0;
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Down:
        return true;
    case Qt::Key_Up:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return hasChosen;
    default:
        return false;
    }
}

bool RawCompletion::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto* key = static_cast<QKeyEvent*>(event);
        m_isTyping = event->type() == QEvent::KeyPress && !key->text().isEmpty();
        if (!handles(key->key(), key->modifiers()))
            break;
        m_isTyping = false;
        event->accept();
        if (event->type() == QEvent::ShortcutOverride)
            return true;
        const int row = isOpen() ? m_popup->chosen() : -1;
        if (key->key() == Qt::Key_Space)
            offer(Offer::Asked);
        else if (key->key() == Qt::Key_Escape)
            close();
        else if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)
            m_popup->choose(std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0, m_popup->count() - 1));
        else
            take(std::max(row, 0));
        return true;
    }
    case QEvent::KeyRelease:
        m_isTyping = false;
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::Resize:
        close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void RawCompletion::follow(const QString& typed)
{
    m_isTyping = false;
    const bool isWord = !typed.isEmpty() && (typed.back().isLetterOrNumber() || typed.back() == u'_');
    if (isOpen() && (isWord || typed == QStringLiteral("\b")))
        offer(m_how);
    else if (isOpen())
        close();
    else if (isWord || typed == QStringLiteral("["))
        offer(Offer::Typed);
}

void RawCompletion::offer(Offer how)
{
    m_how = how;
    m_completion = config::completionAt(m_document.current(), m_edit.cursorOffset());
    const bool isWanted = how == Offer::Asked ||
                          (!m_completion.isWhole && (how == Offer::Follow || m_completion.typed > 0 ||
                                                     m_completion.kind == config::CompletionKind::Section));
    if (m_completion.candidates.empty() || !isWanted || m_popup == nullptr) {
        close();
        return;
    }
    QWidget* window = m_edit.window();
    QTextCursor start = m_edit.textCursor();
    start.setPosition(
        std::max(start.block().position(), start.position() - static_cast<int>(m_completion.typed)));
    const QRect cursor = m_edit.cursorRect(start);
    const QPoint corner = m_edit.viewport()->mapTo(window, cursor.topLeft());
    std::vector<CompletionRow> rows;
    for (const config::Candidate& candidate : m_completion.candidates)
        rows.push_back(rowOf(m_completion, candidate));
    m_popup->open(window, rows, QRect(corner, cursor.size()), how == Offer::Asked);
}

void RawCompletion::take(int row)
{
    close();
    if (row < 0 || static_cast<std::size_t>(row) >= m_completion.candidates.size())
        return;
    const config::Completion completion = std::exchange(m_completion, {});
    const config::Candidate& candidate = completion.candidates[static_cast<std::size_t>(row)];
    m_edit.replace(completion.span, candidate.text,
                   {.what = EditName::What::CompleteText, .value = candidate.word});
    if (completion.kind == config::CompletionKind::Key && candidate.text != candidate.word)
        offer(Offer::Follow);
}

} // namespace ui
