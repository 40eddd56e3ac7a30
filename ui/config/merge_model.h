// SPDX-License-Identifier: GPL-3.0-or-later
// What two people changed in one file, one row each: the questions first, with whose version is taken.
#pragma once

#include "core/config/three_way.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ui {

class MergeModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        WhoColumn,
        PlaceColumn,
        KeyColumn,
        BaseColumn,
        MineColumn,
        TheirsColumn,
        TakenColumn,
        ColumnCount
    };

    using Answers = std::vector<std::optional<base::MergePick>>;

    /// `merge` outlives the model.
    explicit MergeModel(const config::ThreeWay& merge, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Of each question; nothing while it is open.
    [[nodiscard]] const Answers& answers() const { return m_answers; }

    void answer(std::size_t question, base::MergePick pick);
    [[nodiscard]] std::optional<std::size_t> questionAt(int row) const; ///< nothing for no row
    [[nodiscard]] int rowOf(std::size_t question) const;
    /// "softfail in [globals]: you set block, they set tempblock."
    [[nodiscard]] QString sentence(int row) const;

private:
    struct Row
    {
        const config::MergeChange* change; ///< null: lines that set nothing
        std::optional<std::size_t> question;
    };

    [[nodiscard]] QString who(const Row& row) const;
    [[nodiscard]] QString place(const Row& row) const;
    [[nodiscard]] QString baseText(const Row& row) const;
    [[nodiscard]] QString valueText(const std::optional<std::string>& written,
                                    const std::string& effective) const;
    [[nodiscard]] QString changeText(const std::optional<config::Change>& change) const;
    [[nodiscard]] QString taken(const Row& row) const;
    [[nodiscard]] QString text(const std::string& bytes) const;
    [[nodiscard]] QString itemsText(const QString& mark, const std::vector<std::string>& items) const;

    const config::ThreeWay& m_merge;
    config::Encoding m_encoding;
    std::vector<Row> m_rows;
    Answers m_answers;
};

} // namespace ui
