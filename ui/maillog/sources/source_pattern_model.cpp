// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_pattern_model.h"

#include "ui/common/table_view.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr int firstField = 2; ///< behind the line's number and the pattern

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Neighbouring fields have different grounds; the table below says which is which.
QColor groundOf(std::size_t group, const Tokens& tokens)
{
    const std::array<QColor, 5> grounds{tokens.diffAddedWord, tokens.selection, tokens.diffRemovedWord,
                                        tokens.warningTint, tokens.infoTint};
    return grounds.at(group % grounds.size());
}

} // namespace

void PatternModel::setLines(const QStringList& lines)
{
    m_lines = lines;
    match();
}

void PatternModel::setPatterns(std::optional<maillog::PatternSet> patterns, const QStringList& names)
{
    m_patterns = std::move(patterns);
    m_names = names;
    match();
}

int PatternModel::matchedLines() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.pattern.isEmpty(); }));
}

void PatternModel::match()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].trimmed().isEmpty()) {
            continue;
        }
        Row& row = m_rows.emplace_back();
        row.line = static_cast<int>(i) + 1;
        const std::string line = m_lines[i].toStdString();
        const auto matched = m_patterns ? m_patterns->match(line) : std::nullopt;
        if (!matched) {
            continue;
        }
        row.pattern = m_names.value(static_cast<qsizetype>(matched->pattern));
        for (std::size_t group = 0; group < row.fields.size(); ++group) {
            if (const auto& span = matched->groups.at(group)) {
                row.fields.at(group) = text(std::string_view(line).substr(span->start, span->length));
            }
        }
    }
    endResetModel();
}

int PatternModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PatternModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : firstField + static_cast<int>(maillog::allPatternGroups.size());
}

QVariant PatternModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows.at(static_cast<std::size_t>(index.row()));
    if (role == CellDelegate::SecondaryRole) {
        return row.pattern.isEmpty() || index.column() == 0;
    }
    if (role == CellDelegate::MonoRole) {
        return index.column() >= firstField;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case 0:
        return QLocale().toString(row.line);
    case 1:
        return row.pattern.isEmpty() ? tr("No match") : row.pattern;
    default:
        return row.fields.at(static_cast<std::size_t>(index.column() - firstField));
    }
}

QVariant PatternModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case 0:
        return tr("Line");
    case 1:
        return tr("Pattern");
    default:
        return text(
            maillog::word(maillog::allPatternGroups.at(static_cast<std::size_t>(section - firstField))));
    }
}

PatternHighlighter::PatternHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void PatternHighlighter::setPatterns(std::optional<maillog::PatternSet> patterns)
{
    m_patterns = std::move(patterns);
    rehighlight();
}

void PatternHighlighter::highlightBlock(const QString& text)
{
    const std::string line = text.toStdString();
    const auto matched = m_patterns ? m_patterns->match(line) : std::nullopt;
    if (!matched) {
        return;
    }
    const Tokens& tokens = currentTokens();
    for (std::size_t group = 0; group < matched->groups.size(); ++group) {
        if (const auto& span = matched->groups.at(group)) {
            // Bytes of the line to places in the text.
            const auto begin = QString::fromStdString(line.substr(0, span->start)).size();
            const auto length = QString::fromStdString(line.substr(span->start, span->length)).size();
            QTextCharFormat format;
            format.setBackground(groundOf(group, tokens));
            format.setFontUnderline(true);
            setFormat(static_cast<int>(begin), static_cast<int>(length), format);
        }
    }
}

} // namespace ui
