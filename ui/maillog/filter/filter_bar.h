// SPDX-License-Identifier: GPL-3.0-or-later
// The filter: a line of the filter language, valid or not as typed, and a chip for each term that holds. Line
// and chips are one expression; taking a chip back into the line and out again changes nothing.
#pragma once

#include "core/maillog/filter.h"
#include "ui/maillog/filter/filter_steps.h"
#include "ui/maillog/filter/filter_store.h"

#include <QStringList>
#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace ui {

class FilterCompletion;
class FilterMenu;
class FlowLayout;
class Label;
class ProblemRow;
class ValidatedLineEdit;

class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    struct Counts
    {
        std::uint64_t checks = 0; ///< that the filter lets through
        std::uint64_t all = 0;
        std::uint64_t skips = 0; ///< that the filter lets through: mails without a check
    };

    using Clock = std::function<maillog::FilterClock()>;
    FilterBar(Clock clock, QSettings& settings, QWidget* parent = nullptr);

    /// Terms of the chips and what is typed, as one expression.
    [[nodiscard]] QString expression() const;

    /// What filter() was made of: expression(), or while its end is not whole what held before the typing.
    [[nodiscard]] const QString& shownExpression() const { return m_shown; }

    /// That with the brush as times: the same rows for the command line, reports and saved filters.
    [[nodiscard]] QString wholeExpression() const;

    [[nodiscard]] const maillog::Filter& filter() const { return m_filter; }

    [[nodiscard]] const std::optional<TimeSpan>& span() const { return m_state.span; }

    [[nodiscard]] qsizetype activeCount() const { return m_state.terms.size() + (span() ? 1 : 0); }

    /// Chips and brush.
    [[nodiscard]] const FilterState& state() const { return m_state; }

    void setState(const FilterState& state);
    /// Instead of all that holds.
    void setExpression(const QString& expression);
    /// A chip more; the same term twice is one.
    void addTerm(const QString& term);
    void setSpan(std::optional<TimeSpan> span, int offsetMinutes);
    void setCounts(const Counts& counts);
    void setLogs(const QStringList& paths, std::shared_ptr<const maillog::Log> log);
    void setSteps(bool canGoBack, bool canGoForward);
    void clear();
    void focusField();

Q_SIGNALS:
    void changed();
    void stepped(const ui::FilterState& before); ///< chips or brush are others; comes before changed()
    void backRequested();
    void forwardRequested();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void connectParts();
    void retranslate();
    void typed();
    void take();
    void change(FilterState state);
    void edit(qsizetype chip);
    void abandon();
    void goThroughRecent(int step);
    void mend();
    void rebuildChips();
    void addChip(QWidget* chip);
    void showCounts();
    [[nodiscard]] bool parse();
    void hold();

    Clock m_clock;
    FilterStore m_store;
    FilterState m_state;
    maillog::Filter m_filter;
    QString m_shown;
    std::optional<maillog::FilterError> m_error;
    std::optional<qsizetype> m_edited;   ///< where the term in the line came from
    std::optional<FilterState> m_before; ///< before the term went into the line, or before the recent ones
    int m_recentAt = -1;                 ///< which recent filter is in the line
    Counts m_count;
    QToolButton* m_back;
    QToolButton* m_forward;
    QToolButton* m_menuButton;
    FilterMenu* m_menu;
    ValidatedLineEdit* m_field;
    FilterCompletion* m_completion;
    QWidget* m_line; ///< the field and what stands left of it
    FlowLayout* m_flow;
    QList<QWidget*> m_chips;
    QPushButton* m_clear;
    Label* m_counts;
    ProblemRow* m_problem;
};

} // namespace ui
