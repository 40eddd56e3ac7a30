// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/filter_chip.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/timeline_words.h"
#include "ui/words/log_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLocale>
#include <QPushButton>

namespace ui {

namespace {

QString iconOf(const QString& term)
{
    const QString field = term.startsWith(QLatin1Char('-')) ? term.mid(1) : term;
    const QString name = field.section(QLatin1Char(':'), 0, 0);
    if (name == QStringLiteral("ip")) {
        return QStringLiteral("network");
    }
    if (name == QStringLiteral("domain") || name == QStringLiteral("helo")) {
        return QStringLiteral("domain");
    }
    if (name == QStringLiteral("from") || name == QStringLiteral("to") ||
        name == QStringLiteral("identity")) {
        return QStringLiteral("mail");
    }
    if (name == QStringLiteral("since") || name == QStringLiteral("until")) {
        return QStringLiteral("calendar");
    }
    if (name == QStringLiteral("host")) {
        return QStringLiteral("host");
    }
    return QStringLiteral("filter");
}

} // namespace

FilterBar::FilterBar(Clock clock, QWidget* parent)
    : QWidget(parent),
      m_clock(std::move(clock)),
      m_field(new ValidatedLineEdit),
      m_chips(new QHBoxLayout),
      m_clear(makeButton(ButtonKind::Link)),
      m_counts(new Label(TextRole::Strong)),
      m_problem(new ProblemRow)
{
    build();
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::typed);
    connect(m_field, &QLineEdit::returnPressed, this, &FilterBar::take);
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    retranslate();
    rebuildChips();
}

void FilterBar::build()
{
    m_field->setObjectName(QStringLiteral("maillog.filter"));
    m_clear->setObjectName(QStringLiteral("maillog.filterClear"));
    m_field->setMinimumWidth(280);
    m_field->setClearButtonEnabled(false);
    m_chips->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 3);
    row->addLayout(m_chips);
    row->addWidget(m_clear);
    row->addStretch(1);
    row->addWidget(m_counts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_problem);
}

QString FilterBar::expression() const
{
    QStringList parts = m_terms;
    if (const QString typed = m_field->text().trimmed(); !typed.isEmpty()) {
        parts.append(typed);
    }
    return parts.join(QLatin1Char(' '));
}

/// The filter follows when the expression is valid; what held before stays when it is not.
bool FilterBar::parse()
{
    const std::string text = expression().toStdString();
    auto parsed = maillog::Filter::parse(text, m_clock());
    if (!parsed) {
        m_field->setState(ValidatedLineEdit::State::Bad);
        m_problem->setProblem(Level::Error, {}, words::message(parsed.error(), expression()));
        return false;
    }
    m_problem->clear();
    m_field->setState(m_field->text().trimmed().isEmpty() ? ValidatedLineEdit::State::Plain
                                                          : ValidatedLineEdit::State::Good);
    m_filter = std::move(*parsed);
    return true;
}

void FilterBar::typed()
{
    if (parse()) {
        Q_EMIT changed();
    }
}

/// Enter: what was typed becomes chips, one a term.
void FilterBar::take()
{
    if (m_field->text().trimmed().isEmpty() || !parse()) {
        return;
    }
    const QByteArray all = expression().toUtf8();
    QStringList terms;
    for (const maillog::FilterTerm& term : m_filter.terms()) {
        terms.append(QString::fromUtf8(
            all.mid(static_cast<qsizetype>(term.position), static_cast<qsizetype>(term.length))));
    }
    m_terms = terms;
    m_terms.removeDuplicates();
    m_field->clear();
    rebuildChips();
}

void FilterBar::setExpression(const QString& expression)
{
    m_terms.clear();
    m_field->setText(expression);
    if (expression.trimmed().isEmpty()) {
        rebuildChips();
        typed();
    } else {
        take();
    }
}

void FilterBar::addTerm(const QString& term)
{
    if (term.isEmpty() || m_terms.contains(term)) {
        return;
    }
    m_terms.append(term);
    rebuildChips();
    typed();
}

void FilterBar::setSpan(std::optional<TimeSpan> span, int offsetMinutes)
{
    m_span = span;
    m_offsetMinutes = offsetMinutes;
    rebuildChips();
    Q_EMIT changed();
}

void FilterBar::clear()
{
    m_terms.clear();
    m_span.reset();
    m_field->clear();
    rebuildChips();
    typed();
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setCounts(std::uint64_t matching, std::uint64_t total)
{
    m_matching = matching;
    m_total = total;
    showCounts();
}

void FilterBar::showCounts()
{
    const QLocale locale;
    m_counts->setText(m_total == 0 ? QString()
                                   : tr("%1 of %2")
                                         .arg(locale.toString(static_cast<qulonglong>(m_matching)),
                                              locale.toString(static_cast<qulonglong>(m_total))));
}

void FilterBar::rebuildChips()
{
    while (QLayoutItem* item = m_chips->takeAt(0)) {
        if (QWidget* chip = item->widget()) {
            chip->hide();
            chip->deleteLater(); // it may be the one that was clicked
        }
        delete item;
    }
    if (m_span) {
        auto* chip = new FilterChip;
        chip->setChip(tr("Time: %1").arg(spanText(*m_span, maillog::ZoneRules::fixed(m_offsetMinutes * 60))),
                      QStringLiteral("calendar"), &Tokens::accent);
        m_chips->addWidget(chip);
        connect(chip, &FilterChip::removed, this, [this] { setSpan(std::nullopt, m_offsetMinutes); });
    }
    for (const QString& term : std::as_const(m_terms)) {
        auto* chip = new FilterChip;
        chip->setChip(term, iconOf(term), &Tokens::accent);
        m_chips->addWidget(chip);
        const auto drop = [this, term] {
            m_terms.removeAll(term);
            rebuildChips();
            typed();
        };
        connect(chip, &FilterChip::removed, this, drop);
        // A click takes the term back into the line to be changed.
        connect(chip, &QAbstractButton::clicked, this, [this, drop, term] {
            drop();
            m_field->setText(term);
            m_field->setFocus(Qt::OtherFocusReason);
        });
    }
    m_clear->setVisible(activeCount() > 0);
}

void FilterBar::retranslate()
{
    m_field->setPlaceholderText(tr("Filter: words, or result:fail domain:*.example.jp ip:192.0.2.0/24"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setToolTip(
        tr("Fields: result action identity domain ip helo from to host rule text since until.\n"
           "A comma means or, a leading - means not, quotes hold blanks, /.../ is a regular "
           "expression. Enter makes chips of it."));
    m_clear->setText(tr("Clear"));
    showCounts();
    if (!m_problem->isHidden()) {
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
