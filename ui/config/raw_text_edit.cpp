// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/raw_text_edit.h"

#include "core/base/line_diff.h"
#include "ui/common/fonts.h"
#include "ui/common/level.h"
#include "ui/config/file_text.h"
#include "ui/config/ini_highlighter.h"
#include "ui/config/severity_level.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <climits>

namespace ui {

namespace {

constexpr int gutterPadding = 8;

/// A text has one block more than the file has lines when the file ends with a line end.
bool hasLastEmptyBlock(const config::IniDocument& document)
{
    return document.lines().empty() || document.lines().back().end != document.lines().back().contentEnd;
}

std::size_t blockCountOf(const config::IniDocument& document)
{
    return document.lines().size() + (hasLastEmptyBlock(document) ? 1 : 0);
}

config::Line blockOf(const config::IniDocument& document, std::size_t block)
{
    if (block < document.lines().size())
        return document.lines()[block];
    const std::size_t end = document.bytes().size();
    return {config::LineKind::Blank, end, end, end};
}

std::size_t blockAt(const config::IniDocument& document, std::size_t position)
{
    if (position >= document.bytes().size() && hasLastEmptyBlock(document))
        return document.lines().size();
    return document.lineAt(position);
}

std::string_view contentOf(const config::IniDocument& document, std::size_t block)
{
    const config::Line line = blockOf(document, block);
    return document.text({line.begin, line.contentEnd});
}

class Gutter final : public QWidget
{
public:
    explicit Gutter(RawTextEdit& edit) : QWidget(&edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        m_edit.paintGutter(painter, event->rect());
    }

private:
    RawTextEdit& m_edit;
};

} // namespace

RawTextEdit::RawTextEdit(ConfigDocument& document, QWidget* parent)
    : QPlainTextEdit(parent), m_document(document), m_gutter(new Gutter(*this))
{
    setObjectName(QStringLiteral("config.rawText"));
    setFrameShape(QFrame::NoFrame);
    setProperty("kind", QStringLiteral("bare"));
    setFont(monoFont(12));
    setLineWrapMode(NoWrap);
    setUndoRedoEnabled(false); // the document has the only history
    setTabChangesFocus(true);
    setCursorWidth(2);
    connect(this->document(), &QTextDocument::contentsChange, this,
            [this](int position, int, int added) { give(position, added); });
    connect(this, &QPlainTextEdit::blockCountChanged, this,
            [this] { setViewportMargins(gutterWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& area, int dy) {
        if (dy != 0) {
            m_gutter->scroll(0, dy);
            markProblems();
        } else {
            m_gutter->update(0, area.y(), m_gutter->width(), area.height());
        }
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        markProblems();
        m_gutter->update();
        if (!m_isTaking && !m_isGiving)
            Q_EMIT cursorMoved();
    });
    connect(&m_document, &ConfigDocument::contentChanged, this, &RawTextEdit::take);
    connect(&m_document, &ConfigDocument::pathChanged, this, &RawTextEdit::takeAll);
    connect(&m_document, &ConfigDocument::analysed, this, [this] {
        markLines();
        markProblems();
    });
    takeAll();
}

void RawTextEdit::takeAll()
{
    m_isTaking = true;
    m_shown = m_document.current();
    QStringList lines;
    bool exact = true;
    for (std::size_t block = 0; block < blockCountOf(m_shown); ++block) {
        const LineText line = lineText(contentOf(m_shown, block), m_document.encoding());
        exact = exact && line.isExact;
        lines.append(line.text);
    }
    this->document()->setPlainText(lines.join(QLatin1Char('\n')));
    setTextCursor(QTextCursor(this->document()));
    m_isTaking = false;
    setExact(exact);
    setViewportMargins(gutterWidth(), 0, 0, 0);
    markLines();
    markProblems();
}

void RawTextEdit::take()
{
    const config::IniDocument& now = m_document.current();
    if (m_isGiving) {
        m_shown = now;
        return;
    }
    const config::EditPlan plan = config::planBetween(m_shown.bytes(), now.bytes());
    if (plan.empty())
        return;
    if (!m_isExact) { // perhaps it is now
        takeAll();
        return;
    }
    const config::TextEdit& edit = plan.front();
    // One line more at both sides: a CR or LF that comes or goes changes its neighbour too.
    std::size_t first = blockAt(m_shown, edit.position);
    first -= first > 0 ? 1 : 0;
    const std::size_t oldLast =
        std::min(blockAt(m_shown, edit.position + edit.length) + 1, blockCountOf(m_shown) - 1);
    const std::size_t grown = blockCountOf(now) + oldLast - blockCountOf(m_shown);
    QStringList lines;
    bool exact = true;
    for (std::size_t block = first; block <= grown; ++block) {
        const LineText line = lineText(contentOf(now, block), m_document.encoding());
        exact = exact && line.isExact;
        lines.append(line.text);
    }
    const std::size_t offset = cursorOffset();
    const auto cursorBlock = static_cast<std::size_t>(textCursor().blockNumber());
    m_isTaking = true;
    QTextCursor cursor(this->document());
    const QTextBlock last = this->document()->findBlockByNumber(static_cast<int>(oldLast));
    cursor.setPosition(this->document()->findBlockByNumber(static_cast<int>(first)).position());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(lines.join(QLatin1Char('\n')));
    m_shown = now;
    if (cursorBlock >= first && cursorBlock <= oldLast) { // it stays with its letters
        const std::size_t end = edit.position + edit.length;
        const std::size_t place = offset <= edit.position ? offset
                                  : offset >= end ? offset - end + edit.position + edit.replacement.size()
                                                  : edit.position + edit.replacement.size();
        setTextCursor(cursorOver({place, place}));
    }
    m_isTaking = false;
    setExact(exact);
}

void RawTextEdit::give(int position, int added)
{
    if (m_isTaking || m_isGiving)
        return;
    const auto numberOf = [this](int at) {
        const QTextBlock block = document()->findBlock(at);
        return static_cast<std::size_t>(block.isValid() ? block.blockNumber() : document()->blockCount() - 1);
    };
    const std::size_t first = numberOf(position);
    const std::size_t last = numberOf(position + added);
    const auto newCount = static_cast<std::size_t>(document()->blockCount());
    const std::size_t oldLast = last + blockCountOf(m_shown) - newCount;
    std::string text;
    for (std::size_t block = first; block <= last; ++block) {
        const QString content = document()->findBlockByNumber(static_cast<int>(block)).text();
        const auto bytes = encoded(content, m_document.encoding());
        if (!bytes) {
            const auto bad = std::ranges::find_if(
                content, [this](QChar c) { return !encoded(QString(c), m_document.encoding()); });
            const auto restore = [this, position] {
                takeAll();
                QTextCursor cursor(document());
                cursor.setPosition(std::min(position, document()->characterCount() - 1));
                setTextCursor(cursor);
            };
            QMetaObject::invokeMethod(this, restore, Qt::QueuedConnection);
            Q_EMIT refused(bad == content.end() ? QChar(0xFFFD) : *bad);
            return;
        }
        text += *bytes;
        if (block < last) {
            const config::Line old = blockOf(m_shown, block);
            text += block < oldLast && old.end > old.contentEnd
                        ? std::string(m_shown.text({old.contentEnd, old.end}))
                        : std::string(m_shown.lineEndText());
        }
    }
    const std::size_t begin = blockOf(m_shown, first).begin;
    const std::size_t end = blockOf(m_shown, oldLast).contentEnd;
    config::EditPlan plan = config::planBetween(m_shown.text({begin, end}), text);
    for (config::TextEdit& edit : plan)
        edit.position += begin;
    m_isGiving = true;
    m_document.edit(std::move(plan), {.what = EditName::What::TypeText}, true);
    m_isGiving = false;
}

void RawTextEdit::setExact(bool exact)
{
    m_isExact = exact;
    updateReadOnly();
    Q_EMIT exactnessChanged();
}

void RawTextEdit::updateReadOnly()
{
    const bool readOnly = !m_isExact || m_document.isReadOnly();
    setReadOnly(readOnly);
    setTextInteractionFlags(readOnly ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                     : Qt::TextEditorInteraction);
}

void RawTextEdit::markLines()
{
    m_changedLines.assign(blockCountOf(m_document.current()), false);
    for (const base::DiffOp& op :
         base::diffLines(m_document.onDisk().bytes(), m_document.current().bytes())) {
        for (std::size_t i = 0; op.kind == base::DiffKind::Insert && i < op.count; ++i) {
            if (op.newLine + i < m_changedLines.size())
                m_changedLines[op.newLine + i] = true;
        }
    }
    m_gutter->update();
}

QTextCursor RawTextEdit::cursorOver(const config::ByteSpan& span) const
{
    const auto positionOf = [this](std::size_t offset) {
        const std::size_t block = blockAt(m_shown, std::min(offset, m_shown.bytes().size()));
        const config::Line line = blockOf(m_shown, block);
        const QTextBlock text = document()->findBlockByNumber(static_cast<int>(block));
        return text.position() +
               std::min(positionAt(m_shown.text({line.begin, line.contentEnd}),
                                   offset - std::min(offset, line.begin), m_document.encoding()),
                        text.length() - 1);
    };
    QTextCursor cursor(document());
    cursor.setPosition(positionOf(span.begin));
    cursor.setPosition(positionOf(span.end), QTextCursor::KeepAnchor);
    return cursor;
}

void RawTextEdit::markProblems()
{
    const Tokens& tokens = tokensFor(*this);
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(tokens.selection);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    marks.append(line);
    // Only what is in sight: a file may have thousands of problems.
    const int top = firstVisibleBlock().blockNumber();
    const int bottom = top + viewport()->height() / std::max(1, fontMetrics().height()) + 2;
    if (m_shown == m_document.current()) {
        const auto lineOf = [](const config::Finding& finding) {
            return finding.place ? static_cast<int>(finding.place->line) - 1 : INT_MAX; // last
        };
        const auto first = std::ranges::lower_bound(m_document.findings(), top, {}, lineOf);
        const auto last = std::ranges::upper_bound(m_document.findings(), bottom, {}, lineOf);
        for (const config::Finding& finding : std::ranges::subrange(first, last)) {
            if (finding.span.end > m_shown.bytes().size())
                continue;
            QTextEdit::ExtraSelection mark;
            mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            mark.format.setUnderlineColor(inkOf(levelOf(finding.severity)).of(tokens));
            mark.cursor = cursorOver(finding.span);
            marks.append(mark);
        }
    }
    setExtraSelections(marks);
}

void RawTextEdit::showSpan(const config::ByteSpan& span)
{
    if (!(m_shown == m_document.current()))
        return;
    m_isTaking = true;
    QTextCursor cursor = cursorOver(span);
    cursor.setPosition(cursor.anchor());
    setTextCursor(cursor);
    ensureCursorVisible();
    m_isTaking = false;
    markProblems();
}

std::size_t RawTextEdit::cursorOffset() const
{
    const QTextCursor cursor = textCursor();
    const config::Line line = blockOf(m_shown, static_cast<std::size_t>(cursor.blockNumber()));
    return line.begin + offsetAt(m_shown.text({line.begin, line.contentEnd}), cursor.positionInBlock(),
                                 m_document.encoding());
}

void RawTextEdit::replace(const config::ByteSpan& span, const std::string& text, EditName name)
{
    m_document.edit(config::EditPlan{{span.begin, span.size(), text}}, std::move(name));
    showSpan({span.begin + text.size(), span.begin + text.size()});
    Q_EMIT cursorMoved();
}

int RawTextEdit::gutterWidth() const
{
    int digits = 2;
    for (int count = blockCount(); count >= 100; count /= 10)
        ++digits;
    return digits * QFontMetrics(monoFont(11)).horizontalAdvance(QLatin1Char('9')) + 2 * gutterPadding + 6;
}

void RawTextEdit::paintGutter(QPainter& painter, const QRect& area)
{
    const Tokens& tokens = tokensFor(*this);
    painter.fillRect(area, tokens.sunken);
    painter.setFont(monoFont(11));
    const int cursorBlock = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    QRectF box = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && box.top() <= area.bottom()) {
        const auto number = static_cast<std::size_t>(block.blockNumber());
        painter.setPen(block.blockNumber() == cursorBlock ? tokens.text : tokens.secondaryText);
        painter.drawText(QRectF(0, box.top(), m_gutter->width() - gutterPadding - 6, box.height()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(number + 1));
        if (number < m_changedLines.size() && m_changedLines[number])
            painter.fillRect(QRectF(m_gutter->width() - 4, box.top(), 3, box.height()), tokens.modified);
        block = block.next();
        box = QRectF(box.left(), box.bottom(), box.width(), blockBoundingRect(block).height());
    }
}

bool RawTextEdit::event(QEvent* event)
{
    // Undo and redo belong to the document's history, so let the window's actions have the keys.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::event(event);
}

void RawTextEdit::keyPressEvent(QKeyEvent* event)
{
    const config::IniDocument before = m_shown;
    QPlainTextEdit::keyPressEvent(event);
    if (!(m_shown == before))
        Q_EMIT typed(event->text());
}

void RawTextEdit::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        markProblems();
    }
    QPlainTextEdit::changeEvent(event);
}

void RawTextEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), gutterWidth(), inside.height());
    markProblems();
}

void RawTextEdit::paintEvent(QPaintEvent* event)
{
    if (m_gutter->width() != gutterWidth())
        m_gutter->resize(gutterWidth(), m_gutter->height());
    colourVisibleLines();
    QPlainTextEdit::paintEvent(event);
}

void RawTextEdit::colourVisibleLines()
{
    const Tokens& tokens = tokensFor(*this);
    int bottom = viewport()->height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && bottom > 0; block = block.next()) {
        const auto colours = iniColours(block.text(), tokens);
        if (block.layout()->formats() != colours) {
            block.layout()->setFormats(colours);
            document()->markContentsDirty(block.position(), block.length());
        }
        bottom -= std::max(1, static_cast<int>(blockBoundingRect(block).height()));
    }
}

} // namespace ui
