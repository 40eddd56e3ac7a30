// SPDX-License-Identifier: GPL-3.0-or-later
// What patterns read from sample lines: one row a line, one column a field; and the colours of the fields in
// the lines themselves.
#pragma once

#include "core/maillog/user_pattern.h"
#include "ui/common/tokens.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QSyntaxHighlighter>

#include <array>
#include <optional>
#include <vector>

namespace ui {

class PatternModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QStringList& lines);
    /// Nothing while a pattern is wrong.
    void setPatterns(std::optional<maillog::PatternSet> patterns, const QStringList& names);

    [[nodiscard]] int matchedLines() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int line = 0;
        QString pattern; ///< empty: none fits
        std::array<QString, maillog::allPatternGroups.size()> fields;
    };

    void match();
    QStringList m_lines;
    QStringList m_names;
    std::optional<maillog::PatternSet> m_patterns;
    std::vector<Row> m_rows;
};

class PatternHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit PatternHighlighter(QTextDocument* document);
    void setPatterns(std::optional<maillog::PatternSet> patterns);

protected:
    void highlightBlock(const QString& text) override;

private:
    std::optional<maillog::PatternSet> m_patterns;
};

} // namespace ui
