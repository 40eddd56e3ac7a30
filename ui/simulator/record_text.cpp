// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/record_text.h"

#include "ui/common/fonts.h"
#include "ui/common/level.h"
#include "ui/common/tokens.h"
#include "ui/words/trace_words.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace ui {

namespace {

constexpr int lineHeight = 22;
constexpr int sideways = 3;                 ///< of the tint around a marked term
constexpr qsizetype mostCompared = 250'000; ///< pairs of terms
constexpr qsizetype longestToolTip = 2'000; ///< characters

QStringList termsOf(const QString& record)
{
    return record.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

RecordPiece::Mark plainMark(const QString& term)
{
    return term.compare(QLatin1String("v=spf1"), Qt::CaseInsensitive) == 0 ? RecordPiece::Mark::Dim
                                                                           : RecordPiece::Mark::Plain;
}

bool isMarked(RecordPiece::Mark mark)
{
    return mark != RecordPiece::Mark::Plain && mark != RecordPiece::Mark::Dim;
}

/// The worse comes first among the marks.
RecordPiece::Mark markOf(spf::Severity severity)
{
    switch (severity) {
    case spf::Severity::Error:
        return RecordPiece::Mark::Error;
    case spf::Severity::Warning:
        return RecordPiece::Mark::Warning;
    case spf::Severity::Info:
        break;
    }
    return RecordPiece::Mark::Note;
}

Level levelOf(RecordPiece::Mark mark)
{
    return mark == RecordPiece::Mark::Error     ? Level::Error
           : mark == RecordPiece::Mark::Warning ? Level::Warning
                                                : Level::Info;
}

/// A wave under the text, as editors draw it.
void paintWave(QPainter& painter, const QRect& text, const QColor& ink)
{
    constexpr qreal step = 2.5;
    const qreal y = text.bottom() - 1.5;
    QPolygonF wave;
    bool isUp = false;
    for (qreal x = text.left(); x <= text.right(); x += step) {
        wave.append(QPointF(x, isUp ? y - 1.5 : y));
        isUp = !isUp;
    }
    painter.setPen(QPen(ink, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(wave);
}

/// Where the pieces of piecesOf() begin.
std::vector<std::size_t> termStarts(const std::string& record)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = record.find_first_not_of(' '); at != std::string::npos;
         at = record.find_first_not_of(' ', std::min(record.find(' ', at), record.size()))) {
        starts.push_back(at);
    }
    return starts;
}

void append(std::vector<RecordPiece>& pieces, const QStringList& terms, RecordPiece::Mark mark)
{
    for (const QString& term : terms) {
        pieces.push_back({term, mark});
    }
}

/// lengths[i][j]: of the longest common sequence of the terms from i and from j on.
std::vector<std::vector<int>> commonLengths(const QStringList& a, const QStringList& b)
{
    std::vector<std::vector<int>> lengths(static_cast<std::size_t>(a.size()) + 1,
                                          std::vector<int>(static_cast<std::size_t>(b.size()) + 1, 0));
    for (auto i = static_cast<std::size_t>(a.size()); i-- > 0;) {
        for (auto j = static_cast<std::size_t>(b.size()); j-- > 0;) {
            const bool isSame = a[static_cast<qsizetype>(i)] == b[static_cast<qsizetype>(j)];
            lengths[i][j] =
                isSame ? lengths[i + 1][j + 1] + 1 : std::max(lengths[i + 1][j], lengths[i][j + 1]);
        }
    }
    return lengths;
}

} // namespace

std::vector<RecordPiece> piecesOf(const std::string& record, const std::optional<spf::Span>& span)
{
    std::vector<RecordPiece> pieces;
    std::size_t start = 0;
    while (start < record.size()) {
        const std::size_t end = std::min(record.find(' ', start), record.size());
        if (end > start) {
            const QString term = words::shown(std::string_view(record).substr(start, end - start));
            const bool isDecided =
                span && span->length > 0 && start < span->start + span->length && end > span->start;
            pieces.push_back({term, isDecided ? RecordPiece::Mark::Decided : plainMark(term)});
        }
        start = end + 1;
    }
    return pieces;
}

std::vector<RecordPiece> piecesOf(const std::string& record, const std::vector<spf::Finding>& findings,
                                  const spf::Finding* chosen)
{
    std::vector<RecordPiece> pieces = piecesOf(record, std::nullopt);
    const std::vector<std::size_t> starts = termStarts(record);
    const std::string* known = nullptr; // a foreign record may bring thousands of findings: compared once
    for (const spf::Finding& finding : findings) {
        if (&finding.record() != known && finding.record() != record) {
            continue;
        }
        known = &finding.record();
        const std::size_t end = finding.span.start + finding.span.length;
        const auto behind = std::upper_bound(starts.begin(), starts.end(), finding.span.start);
        auto place = static_cast<std::size_t>(std::max<std::ptrdiff_t>(behind - starts.begin(), 1) - 1);
        for (; place < pieces.size() && finding.span.length > 0 && starts[place] < end; ++place) {
            RecordPiece& piece = pieces[place];
            const RecordPiece::Mark mark = markOf(finding.severity);
            const bool isFirst =
                piece.mark == RecordPiece::Mark::Plain || piece.mark == RecordPiece::Mark::Dim;
            piece.mark = isFirst ? mark : std::min(piece.mark, mark);
            piece.isChosen = piece.isChosen || &finding == chosen;
        }
    }
    return pieces;
}

std::vector<RecordPiece> differenceOf(const QString& published, const QString& draft)
{
    const QStringList a = termsOf(published);
    const QStringList b = termsOf(draft);
    const auto [sameAtA, sameAtB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const qsizetype same = sameAtA - a.begin();
    const QStringList restA = a.mid(same);
    const QStringList restB = b.mid(same);
    std::vector<RecordPiece> pieces;
    for (const QString& term : a.mid(0, same)) {
        pieces.push_back({term, plainMark(term)});
    }
    if (restA.size() * restB.size() > mostCompared) { // no record of a person: all of it is another
        append(pieces, restA, RecordPiece::Mark::Removed);
        append(pieces, restB, RecordPiece::Mark::Added);
        return pieces;
    }
    const auto lengths = commonLengths(restA, restB);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < restA.size() || j < restB.size()) {
        const auto row = static_cast<std::size_t>(i);
        const auto column = static_cast<std::size_t>(j);
        if (i < restA.size() && j < restB.size() && restA[i] == restB[j]) {
            pieces.push_back({restA[i], plainMark(restA[i])});
            ++i;
            ++j;
        } else if (j >= restB.size() ||
                   (i < restA.size() && lengths[row + 1][column] >= lengths[row][column + 1])) {
            pieces.push_back({restA[i++], RecordPiece::Mark::Removed});
        } else {
            pieces.push_back({restB[j++], RecordPiece::Mark::Added});
        }
    }
    return pieces;
}

RecordText::RecordText(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RecordText::setPieces(std::vector<RecordPiece> pieces)
{
    m_pieces = std::move(pieces);
    QStringList texts;
    for (const RecordPiece& piece : m_pieces) {
        texts.append(piece.text);
    }
    const QString whole = texts.join(QLatin1Char(' '));
    setAccessibleName(whole);
    setToolTip(whole.isEmpty() ? QString()
                               : QStringLiteral("<p>%1</p>").arg(whole.left(longestToolTip).toHtmlEscaped()));
    updateGeometry();
    update();
}

void RecordText::setResult(spf::Result result)
{
    m_result = result;
    update();
}

void RecordText::setMaximumLines(int lines)
{
    m_maximumLines = lines;
    updateGeometry();
}

QSize RecordText::sizeHint() const
{
    return {320, heightForWidth(std::max(width(), 320))};
}

QSize RecordText::minimumSizeHint() const
{
    return {120, lineHeight};
}

int RecordText::heightForWidth(int width) const
{
    const std::vector<Placed> all = placed(width);
    return all.empty() ? lineHeight : all.back().rect.top() + lineHeight;
}

std::vector<RecordText::Placed> RecordText::placed(int width) const
{
    const QFontMetrics metrics(monoFont(12));
    const int blank = metrics.horizontalAdvance(QLatin1Char(' '));
    std::vector<Placed> all;
    int x = 0;
    int line = 0;
    for (const RecordPiece& piece : m_pieces) {
        int needed = metrics.horizontalAdvance(piece.text) + (isMarked(piece.mark) ? 2 * sideways : 0);
        if (x > 0 && x + needed > width) {
            x = 0;
            ++line;
        }
        if (line >= m_maximumLines) {
            all.back().text += QStringLiteral(" …");
            all.back().rect.setRight(width);
            break;
        }
        const QString text = needed > width
                                 ? metrics.elidedText(piece.text, Qt::ElideMiddle, width - 2 * sideways)
                                 : piece.text;
        needed = std::min(needed, width);
        all.push_back({QRect(x, line * lineHeight, needed, lineHeight), text, piece.mark, piece.isChosen});
        x += needed + blank;
    }
    return all;
}

void RecordText::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Placed& piece : placed(width())) {
        QFont font = monoFont(12, piece.mark == RecordPiece::Mark::Decided);
        QColor ink = tokens.text;
        QColor ground;
        switch (piece.mark) {
        case RecordPiece::Mark::Plain:
            break;
        case RecordPiece::Mark::Dim:
            ink = tokens.secondaryText;
            break;
        case RecordPiece::Mark::Decided:
            ink = tokens.tone(m_result).text;
            ground = tokens.tone(m_result).tint;
            break;
        case RecordPiece::Mark::Added:
            ground = tokens.diffAddedWord;
            break;
        case RecordPiece::Mark::Removed:
            ground = tokens.diffRemovedWord;
            font.setStrikeOut(true);
            break;
        case RecordPiece::Mark::Error:
        case RecordPiece::Mark::Warning:
        case RecordPiece::Mark::Note:
            if (piece.isChosen) {
                ground = inkOf(levelOf(piece.mark)).tint(tokens);
            }
            break;
        }
        QRect text = piece.rect;
        if (ground.isValid()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ground);
            painter.drawRoundedRect(piece.rect.adjusted(0, 1, 0, -1), 3, 3);
        }
        if (isMarked(piece.mark)) {
            text.setLeft(text.left() + sideways);
        }
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                         piece.text);
        if (piece.mark >= RecordPiece::Mark::Error) {
            paintWave(painter, text.adjusted(0, 0, -sideways, 0), inkOf(levelOf(piece.mark)).of(tokens));
        }
    }
}

} // namespace ui
