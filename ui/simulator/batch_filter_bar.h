// SPDX-License-Identifier: GPL-3.0-or-later
// How many mails have which result; a click shows only these, several add up.
#pragma once

#include "ui/common/tokens.h"
#include "ui/simulator/batch_results.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>

namespace ui {

/// Icon, word, count. Where room is short the word goes first.
class CountChip final : public QAbstractButton
{
    Q_OBJECT

public:
    CountChip(QString icon, Ink ink, QWidget* parent = nullptr);

    void setWord(const QString& word);
    void setCount(std::size_t count);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] int countWidth() const;
    [[nodiscard]] int wordWidth() const;

    QString m_icon;
    Ink m_ink;
    QString m_word;
    QString m_count;
};

class BatchFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BatchFilterBar(QWidget* parent = nullptr);

    /// `total` counts mails without a result, too. Kinds that no mail has are not shown.
    void setCounts(const std::array<std::size_t, batchKindCount>& counts, std::size_t total);
    void clear();

    [[nodiscard]] std::bitset<batchKindCount> kinds() const;

    void retranslate();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    CountChip* m_all;
    std::array<CountChip*, batchKindCount> m_chips{};
};

} // namespace ui
