// SPDX-License-Identifier: GPL-3.0-or-later
// The logs to be read as a table: what is known of each, and how it is to be read.
#pragma once

#include "ui/maillog/sources/source_facts.h"

#include <QAbstractTableModel>

namespace ui {

class SourceModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Place, Lines, Checks, First, Last, Guessed, Unreadable, Zone, Year, columnTotal };

    using QAbstractTableModel::QAbstractTableModel;

    /// A place that is there already is not added again; gives its row.
    int add(const SourceSetting& setting);
    void remove(int row);
    void setSetting(int row, const SourceSetting& setting);
    /// Of those that were read; others are new.
    void setFacts(const std::vector<SourceFacts>& facts);

    [[nodiscard]] const SourceSetting& setting(int row) const;
    [[nodiscard]] QStringList places() const;
    /// What is wrong with it, in words; empty for nothing.
    [[nodiscard]] QString problem(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Source
    {
        SourceSetting setting;
        std::optional<SourceFacts> facts;
    };

    [[nodiscard]] static QString text(const Source& source, int column);
    std::vector<Source> m_sources;
};

} // namespace ui
