// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/filter_bar.h"

#include "core/maillog/filter_completion.h"
#include "ui/common/buttons.h"
#include "ui/common/filter_chip.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/filter/filter_completion.h"
#include "ui/maillog/filter/filter_menu.h"
#include "ui/maillog/filter/filter_term.h"
#include "ui/maillog/filter/flow_layout.h"
#include "ui/maillog/timeline/timeline_words.h"
#include "ui/words/log_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>

namespace ui {

namespace {

constexpr int lineHeight = 30;
constexpr int narrowestField = 260;
constexpr int problemHeight = 20; ///< always kept free: nothing jumps while a filter is typed

} // namespace

FilterBar::FilterBar(Clock clock, QSettings& settings, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_store(settings),
      m_back(makeIconButton(QStringLiteral("chevron-left"))),
      m_forward(makeIconButton(QStringLiteral("chevron-right"))),
      m_menuButton(makeIconButton(QStringLiteral("filter"))),
      m_menu(new FilterMenu(m_store, this)),
      m_field(new ValidatedLineEdit),
      m_completion(new FilterCompletion(*m_field, m_clock)),
      m_line(new QWidget),
      m_flow(new FlowLayout(6, lineHeight)),
      m_clear(makeButton(ButtonKind::Link)),
      m_counts(new Label(TextRole::Strong)),
      m_problem(new ProblemRow)
{
    build();
    connectParts();
    setSteps(false, false);
    retranslate();
    rebuildChips();
}

void FilterBar::build()
{
    m_back->setObjectName(QStringLiteral("maillog.back"));
    m_forward->setObjectName(QStringLiteral("maillog.forward"));
    m_menuButton->setObjectName(QStringLiteral("maillog.filterMenuButton"));
    m_field->setObjectName(QStringLiteral("maillog.filter"));
    m_counts->setObjectName(QStringLiteral("maillog.counts"));
    m_clear->setObjectName(QStringLiteral("maillog.filterClear"));
    m_field->setMinimumWidth(narrowestField);
    auto* line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(m_back);
    line->addWidget(m_forward);
    line->addWidget(m_menuButton);
    line->addSpacing(4);
    line->addWidget(m_field, 1);
    m_flow->addWidget(m_line);
    m_flow->addWidget(m_clear);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addLayout(m_flow, 1);
    row->addWidget(m_counts, 0, Qt::AlignTop);
    m_counts->setMinimumHeight(lineHeight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_problem);
    m_problem->setFixedHeight(problemHeight);
    QSizePolicy kept = m_problem->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_problem->setSizePolicy(kept);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FilterBar::connectParts()
{
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::typed);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBar::take);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_back, &QToolButton::clicked, this, &FilterBar::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &FilterBar::forwardRequested);
    connect(m_menuButton, &QToolButton::clicked, this, [this] {
        m_menu->setExpression(wholeExpression());
        m_menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
    });
    connect(m_menu, &FilterMenu::chosen, this, &FilterBar::setExpression);
    connect(m_problem, &ProblemRow::fixRequested, this, &FilterBar::mend);
}

QString FilterBar::expression() const
{
    QStringList parts = m_state.terms;
    if (const QString typed = m_field->text().trimmed(); !typed.isEmpty()) {
        parts.append(typed);
    }
    return parts.join(QLatin1Char(' '));
}

QString FilterBar::wholeExpression() const
{
    QString whole = m_shown;
    if (span()) {
        whole += QStringLiteral(" since:") + filterTime(span()->from, m_state.offsetMinutes) +
                 QStringLiteral(" until:") + filterTime(span()->to, m_state.offsetMinutes);
    }
    return whole.trimmed();
}

/// The filter follows when the expression is valid and whole.
bool FilterBar::parse()
{
    const QString whole = expression();
    auto parsed = maillog::Filter::parse(whole.toStdString(), m_clock());
    if (!parsed) {
        m_error = parsed.error();
        m_field->setState(ValidatedLineEdit::State::Bad);
        const auto better = maillog::mended(whole.toStdString(), *m_error);
        const QString cure = better ? tr("Write %1")
                                          .arg(QString::fromStdString(*better).mid(
                                              whole.size() - m_field->text().trimmed().size()))
                                    : tr("Show the place");
        m_problem->setProblem(Level::Error, {}, words::message(*m_error, whole), cure);
        hold();
        return false;
    }
    m_error.reset();
    m_problem->clear();
    const QString typed = m_field->text().trimmed();
    if (maillog::endsUnfinished(typed.toStdString())) {
        m_field->setState(ValidatedLineEdit::State::Plain);
        hold();
        return true;
    }
    m_field->setState(typed.isEmpty() ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Good);
    m_filter = std::move(*parsed);
    m_shown = whole;
    return true;
}

/// Numbers of a filter that was passed through on the way ("res" of "result:") are nobody's: what held when
/// the typing began is shown again.
void FilterBar::hold()
{
    const QString held = m_before.value_or(m_state).terms.join(QLatin1Char(' '));
    if (auto parsed = maillog::Filter::parse(held.toStdString(), m_clock()); parsed && held != m_shown) {
        m_filter = std::move(*parsed);
        m_shown = held;
    }
}

/// The cure of the error, or else its place.
void FilterBar::mend()
{
    if (!m_error) {
        return;
    }
    const QString whole = expression();
    const auto typedAt = whole.size() - m_field->text().trimmed().size();
    m_field->setFocus(Qt::OtherFocusReason);
    if (const auto better = maillog::mended(whole.toStdString(), *m_error)) {
        m_field->setText(QString::fromStdString(*better).mid(typedAt));
        return;
    }
    const QByteArray bytes = whole.toUtf8();
    const auto letters = [&bytes](std::size_t count) {
        return QString::fromUtf8(bytes.left(static_cast<qsizetype>(count))).size();
    };
    const auto begin = letters(m_error->position);
    const auto end = letters(m_error->position + m_error->length);
    m_field->setText(m_field->text().trimmed());
    m_field->setSelection(static_cast<int>(std::max<qsizetype>(0, begin - typedAt)),
                          static_cast<int>(end - begin));
}

void FilterBar::typed()
{
    const QString before = m_shown;
    (void)parse();
    if (m_shown != before) {
        Q_EMIT changed();
    }
}

/// The chips and the brush become others: a step.
void FilterBar::change(FilterState state)
{
    const FilterState before = m_before.value_or(m_state);
    m_before.reset();
    m_edited.reset();
    m_recentAt = -1;
    m_state = std::move(state);
    rebuildChips();
    (void)parse();
    if (!(m_state == before)) {
        m_store.record(m_shown);
        Q_EMIT stepped(before);
    }
    Q_EMIT changed();
}

/// Enter: what was typed becomes chips, one a term, where it came from or at the end.
void FilterBar::take()
{
    const QString text = m_field->text().trimmed();
    if (text.isEmpty() || !parse()) {
        return;
    }
    const QByteArray bytes = text.toUtf8();
    FilterState state = m_state;
    auto at = std::min(m_edited.value_or(state.terms.size()), state.terms.size());
    const auto terms = maillog::parseTerms(text.toStdString(), m_clock());
    for (const maillog::FilterTerm& term : *terms) {
        const QString written = QString::fromUtf8(
            bytes.mid(static_cast<qsizetype>(term.position), static_cast<qsizetype>(term.length)));
        if (!state.terms.contains(written)) {
            state.terms.insert(at++, written);
        }
    }
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    change(std::move(state));
}

void FilterBar::setState(const FilterState& state)
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    m_before.reset();
    m_edited.reset();
    m_recentAt = -1;
    m_state = state;
    rebuildChips();
    (void)parse();
    Q_EMIT changed();
}

void FilterBar::setExpression(const QString& expression)
{
    m_before = m_state;
    m_state = {};
    m_field->setText(expression);
    if (expression.trimmed().isEmpty()) {
        change({});
    } else {
        take();
    }
}

void FilterBar::addTerm(const QString& term)
{
    if (term.isEmpty() || m_state.terms.contains(term)) {
        return;
    }
    FilterState state = m_state;
    state.terms.append(term);
    change(std::move(state));
}

void FilterBar::setSpan(std::optional<TimeSpan> span, int offsetMinutes)
{
    FilterState state = m_state;
    state.span = span;
    state.offsetMinutes = offsetMinutes;
    change(std::move(state));
}

void FilterBar::clear()
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    change({});
}

/// A chip goes back into the line to be changed.
void FilterBar::edit(qsizetype chip)
{
    const QString term = m_state.terms.value(chip);
    take(); // what is typed is not lost
    if (!m_field->text().trimmed().isEmpty() || !m_state.terms.contains(term)) {
        return; // it is wrong as yet, or was changed by what was taken
    }
    m_before = m_state;
    m_edited = m_state.terms.indexOf(term);
    m_state.terms.removeAt(*m_edited);
    rebuildChips();
    m_field->setText(term);
    m_field->setFocus(Qt::OtherFocusReason);
}

/// Esc: what was typed is gone, and what was taken out for it is back.
void FilterBar::abandon()
{
    if (m_before) {
        setState(FilterState(*m_before));
    } else {
        m_field->clear();
    }
}

/// Up, and Down again: the filters before this one, in the line instead of the chips.
void FilterBar::goThroughRecent(int step)
{
    const QStringList recent = m_store.recent();
    const int at = std::clamp(m_recentAt + step, -1, static_cast<int>(recent.size()) - 1);
    if (at == m_recentAt) {
        return;
    }
    if (m_recentAt < 0 && !m_before) {
        m_before = m_state;
    }
    if (at < 0) {
        abandon();
        return;
    }
    m_recentAt = at;
    m_edited.reset();
    m_state = {};
    rebuildChips();
    m_field->setText(recent.at(at));
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || m_completion->isOpen()) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return QWidget::eventFilter(watched, event);
    }
    switch (key->key()) {
    case Qt::Key_Escape:
        if (m_field->text().isEmpty() && !m_before) {
            return QWidget::eventFilter(watched, event);
        }
        abandon();
        return true;
    case Qt::Key_Up:
        goThroughRecent(1);
        return true;
    case Qt::Key_Down:
        m_recentAt < 0 ? m_completion->ask() : goThroughRecent(-1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setLogs(const QStringList& paths, std::shared_ptr<const maillog::Log> log)
{
    m_menu->setLogs(paths);
    m_completion->setLog(std::move(log));
}

void FilterBar::setSteps(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void FilterBar::setCounts(const Counts& counts)
{
    m_count = counts;
    showCounts();
}

/// As "log summary" counts: a mail that was not checked is no check.
void FilterBar::showCounts()
{
    const auto number = [](std::uint64_t count) {
        return QLocale().toString(static_cast<qulonglong>(count));
    };
    QStringList parts;
    if (m_count.all > 0) {
        parts.append(tr("%1 of %2 checks").arg(number(m_count.checks), number(m_count.all)));
    }
    if (m_count.skips > 0) {
        parts.append(tr("%1 skipped").arg(number(m_count.skips)));
    }
    m_counts->setText(parts.join(QStringLiteral(" · ")));
}

void FilterBar::addChip(QWidget* chip)
{
    m_chips.append(chip);
    m_flow->removeWidget(m_clear); // always the last
    m_flow->addWidget(chip);
    m_flow->addWidget(m_clear);
    chip->show();
}

void FilterBar::rebuildChips()
{
    for (QWidget* chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one that was clicked
    }
    m_chips.clear();
    if (span()) {
        auto* chip = new FilterChip({}, &Tokens::accent, this);
        chip->setChip(
            tr("Time: %1").arg(spanText(*span(), maillog::ZoneRules::fixed(m_state.offsetMinutes * 60))),
            QStringLiteral("calendar"), &Tokens::accent);
        addChip(chip);
        connect(chip, &FilterChip::removed, this, [this] { setSpan(std::nullopt, m_state.offsetMinutes); });
    }
    for (qsizetype i = 0; i < m_state.terms.size(); ++i) {
        const QString& term = m_state.terms.at(i);
        auto* chip = new FilterChip({}, &Tokens::accent, this);
        const bool isNot = isNegated(term);
        chip->setChip(isNot ? tr("not %1").arg(shortened(term.mid(1))) : shortened(term), iconOf(term),
                      isNot ? &Tokens::warning : &Tokens::accent);
        chip->setToolTip(term + QLatin1Char('\n') + chip->toolTip());
        addChip(chip);
        connect(chip, &FilterChip::removed, this, [this, term] {
            FilterState state = m_state;
            state.terms.removeAll(term);
            change(std::move(state));
        });
        connect(chip, &QAbstractButton::clicked, this, [this, i] { edit(i); });
    }
    m_clear->setVisible(activeCount() > 0);
    updateGeometry();
}

void FilterBar::retranslate()
{
    m_field->setPlaceholderText(tr("Filter: words, or result:fail domain:*.example.jp ip:192.0.2.0/24"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setToolTip(
        tr("Fields: result action identity domain ip helo from to host rule text since until.\n"
           "A comma means or, a leading - means not, quotes hold blanks, /.../ is a regular "
           "expression. Enter makes chips of it."));
    setNamed(m_back, tr("Back to the filter before (Alt+Left)"));
    setNamed(m_forward, tr("Forward (Alt+Right)"));
    setNamed(m_menuButton, tr("Recent and saved filters"));
    m_clear->setText(tr("Clear"));
    showCounts();
    if (m_error) {
        (void)parse();
    }
}

void FilterBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        rebuildChips();
    }
}

} // namespace ui
