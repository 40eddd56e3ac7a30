// SPDX-License-Identifier: GPL-3.0-or-later
// The domain sections of the file, one row each in file order (SPEC 1.5).
#pragma once

#include "ui/common/badge.h"
#include "ui/config/config_document.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

class SectionModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { DomainColumn, ActionsColumn, ProblemColumn, ColumnCount };

    /// QVariant of QList<BadgeSpec>.
    static constexpr int BadgesRole = Qt::UserRole + 120;
    static constexpr int ModifiedRole = Qt::UserRole + 121;

    explicit SectionModel(ConfigDocument& document, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] std::string nameAt(int row) const;             ///< first spelling in the file
    [[nodiscard]] int rowOf(const std::string& canonical) const; ///< -1 when there is none
    /// Name and overridden actions.
    [[nodiscard]] QString searchText(int row) const;
    void retranslate();

private:
    struct Row
    {
        std::string name;
        std::string canonical;
        QList<BadgeSpec> actions;
        QList<BadgeSpec> problem; ///< the worst one, at most one
        QString problemText;
        bool modified = false;
        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] std::vector<Row> rows() const;
    void refresh();

    ConfigDocument& m_document;
    std::vector<Row> m_rows;
};

} // namespace ui
