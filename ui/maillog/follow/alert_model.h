// SPDX-License-Identifier: GPL-3.0-or-later
// The user's rules as a table: on or off, the rule in words, and how often it would have fired in the log
// that is open.
#pragma once

#include "ui/maillog/follow/alert_words.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ui {

class AlertModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { On, Rule, Replay, columnTotal };

    explicit AlertModel(std::vector<maillog::AlertRule> rules, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<maillog::AlertRule>& rules() const { return m_rules; }

    /// The row of the new one.
    int add(const maillog::AlertRule& rule);
    void remove(int row);
    void setRule(int row, const maillog::AlertRule& rule);
    /// Nothing while it is counted.
    void setReplay(int row, std::optional<std::size_t> fired);
    /// No log is open.
    void setHasLog(bool hasLog);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString replayText(int row) const;
    std::vector<maillog::AlertRule> m_rules;
    std::vector<std::optional<std::size_t>> m_replays;
    bool m_hasLog = false;
};

} // namespace ui
