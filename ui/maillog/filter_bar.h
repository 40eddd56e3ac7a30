// SPDX-License-Identifier: GPL-3.0-or-later
// The filter: a line of the filter language, valid or not as typed, and a chip for each term that holds.
#pragma once

#include "core/maillog/filter.h"
#include "ui/maillog/log_view.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace ui {

class Label;
class ProblemRow;
class ValidatedLineEdit;

class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    using Clock = std::function<maillog::FilterClock()>;
    explicit FilterBar(Clock clock, QWidget* parent = nullptr);

    /// Terms of the chips and what is typed, as one expression.
    [[nodiscard]] QString expression() const;

    [[nodiscard]] const maillog::Filter& filter() const { return m_filter; }

    [[nodiscard]] const std::optional<TimeSpan>& span() const { return m_span; }

    [[nodiscard]] qsizetype activeCount() const { return m_terms.size() + (m_span ? 1 : 0); }

    void setExpression(const QString& expression);
    /// A chip more; the same term twice is one.
    void addTerm(const QString& term);
    void setSpan(std::optional<TimeSpan> span, int offsetMinutes);
    void setCounts(std::uint64_t matching, std::uint64_t total);
    void clear();
    void focusField();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void typed();
    void take();
    void rebuildChips();
    void showCounts();
    [[nodiscard]] bool parse();

    Clock m_clock;
    QStringList m_terms;
    std::optional<TimeSpan> m_span;
    int m_offsetMinutes = 0;
    maillog::Filter m_filter;
    std::uint64_t m_matching = 0;
    std::uint64_t m_total = 0;
    ValidatedLineEdit* m_field;
    QHBoxLayout* m_chips;
    QPushButton* m_clear;
    Label* m_counts;
    ProblemRow* m_problem;
};

} // namespace ui
