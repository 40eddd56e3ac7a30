// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix: what happens for each of the seven results, for everyone and for the enforce lists
// (SPEC 1.3, 1.4).
#pragma once

#include "ui/common/surface.h"
#include "ui/config/field.h"

#include <array>

class QToolButton;

namespace ui {

class Label;
class ProblemRow;
class Segment;

class ActionsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit ActionsCard(ConfigDocument& document, QWidget* parent = nullptr);
    void setShown(const ShownFields& shown);

    /// For the filter that stands in the head of this card.
    [[nodiscard]] Card& card() { return *m_card; }

    [[nodiscard]] int shownRows() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Cell
    {
        FieldId field;
        Segment* segment = nullptr;
        QToolButton* reset = nullptr;
        ProblemRow* problem = nullptr;
    };

    struct Row
    {
        spf::Result result;
        QWidget* widget = nullptr;
        std::array<Cell, 2> cells;
    };

    [[nodiscard]] QWidget* buildHead();
    [[nodiscard]] QWidget* buildLegend();
    [[nodiscard]] Row buildRow(spf::Result result);
    [[nodiscard]] Cell buildCell(const std::string& section, spf::Result result);
    void fix(const FieldId& field);
    void refresh();
    void refreshCell(Cell& cell);
    void retranslate();

    ConfigDocument& m_document;
    ShownFields m_shown;
    Card* m_card;
    std::array<Label*, 3> m_heads{};
    Label* m_legendUnset = nullptr;
    Label* m_legendChanged = nullptr;
    Label* m_nothing = nullptr;
    std::vector<Row> m_rows;
};

} // namespace ui
