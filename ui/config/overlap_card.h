// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a list: what the selected entries share with others, and who has the say there.
#pragma once

#include "core/config/overlap.h"

#include <QWidget>

#include <span>
#include <string>
#include <vector>

class QPushButton;

namespace ui {

class Card;
class Label;

class OverlapCard final : public QWidget
{
    Q_OBJECT
public:
    explicit OverlapCard(QWidget* parent = nullptr);
    void show(const config::PolicyConfig& policy, const std::string& list,
              std::span<const std::string> selected);
    void clear();
    void retranslate();

Q_SIGNALS:
    void entryRequested(const std::string& list, const QString& entry);

private:
    struct Row
    {
        QPushButton* entry;
        Label* relation;
    };

    void refresh();
    void showRow(Row& row, const config::EntryOverlap& overlap);
    [[nodiscard]] QString range() const;
    [[nodiscard]] QString relation(const config::EntryOverlap& overlap) const;
    [[nodiscard]] QString verdict() const;

    Card* m_card;
    Label* m_range;
    std::vector<Row> m_rows;
    Label* m_more;
    Label* m_verdict;
    std::string m_list;
    std::vector<std::string> m_selected;
    config::Overlaps m_overlaps;
};

} // namespace ui
