// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/limits_dialog.h"

#include "ui/common/label.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QSpinBox>

namespace ui {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr int mostTerms = 1000;
constexpr int mostNames = 100;
constexpr int mostSeconds = 600;
constexpr int mostQueryMilliseconds = 60'000;
constexpr int shortestQuery = 10; ///< ms

} // namespace

LimitsDialog::LimitsDialog(const spf::Limits& limits, QWidget* parent) : Dialog(parent)
{
    setObjectName(QStringLiteral("simulator.limitsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Change the limits"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    m_terms = addNumber(*grid, tr("&DNS look-up terms"),
                        tr("include, a, mx, ptr, exists, redirect. RFC 7208: 10; one more is permerror."),
                        mostTerms);
    m_voids =
        addNumber(*grid, tr("&Void look-ups"),
                  tr("Questions answered with nothing. RFC 7208: 2; one more is permerror."), mostTerms);
    m_mxNames = addNumber(*grid, tr("Hosts of one &mx"), tr("RFC 7208: 10; more is permerror."), mostNames);
    m_ptrNames =
        addNumber(*grid, tr("Names of one &ptr"), tr("RFC 7208: 10; the others are ignored."), mostNames);
    m_total =
        addNumber(*grid, tr("&Time for the whole check"), tr("Default: 20 s; then temperror."), mostSeconds);
    m_total->setMinimum(1);
    m_total->setSuffix(tr(" s"));
    m_query = addNumber(*grid, tr("Time for one &question"), tr("Default: 5,000 ms, retries included."),
                        mostQueryMilliseconds);
    m_query->setMinimum(shortestQuery);
    m_query->setSingleStep(100);
    m_query->setSuffix(tr(" ms"));
    grid->setColumnStretch(2, 1);
    body()->addLayout(grid);
    show(limits);

    QPushButton* defaults = makeButton(ButtonKind::Flat, QStringLiteral("reset"));
    defaults->setText(tr("Defaults"));
    defaults->setObjectName(QStringLiteral("simulator.limitsDialog.defaults"));
    footer()->addWidget(defaults);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    QPushButton* apply = addButton(ButtonKind::Primary, tr("Change the limits"));
    apply->setObjectName(QStringLiteral("simulator.limitsDialog.apply"));
    connect(defaults, &QAbstractButton::clicked, this, [this] { show({}); });
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(apply, &QAbstractButton::clicked, this, &QDialog::accept);
}

QSpinBox* LimitsDialog::addNumber(QGridLayout& grid, const QString& name, const QString& help, int most)
{
    auto* label = new Label(TextRole::Label);
    label->setText(name);
    auto* number = new QSpinBox;
    number->setRange(0, most);
    number->setMinimumWidth(132);
    number->setGroupSeparatorShown(true);
    QString plain = name;
    number->setAccessibleName(plain.remove(QLatin1Char('&')));
    number->setAccessibleDescription(help);
    label->setBuddy(number);
    auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
    words->setText(help);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(number, row, 1);
    grid.addWidget(words, row, 2);
    return number;
}

void LimitsDialog::show(const spf::Limits& limits)
{
    m_terms->setValue(limits.terms);
    m_voids->setValue(limits.voidLookups);
    m_mxNames->setValue(limits.mxNames);
    m_ptrNames->setValue(limits.ptrNames);
    m_total->setValue(static_cast<int>(std::chrono::duration_cast<seconds>(limits.total).count()));
    m_query->setValue(static_cast<int>(limits.query.count()));
}

spf::Limits LimitsDialog::limits() const
{
    spf::Limits limits;
    limits.terms = m_terms->value();
    limits.voidLookups = m_voids->value();
    limits.mxNames = m_mxNames->value();
    limits.ptrNames = m_ptrNames->value();
    limits.total = seconds(m_total->value());
    limits.query = milliseconds(m_query->value());
    return limits;
}

QString limitsSentence(const spf::Limits& limits)
{
    const spf::Limits standard;
    const QLocale locale;
    QStringList parts;
    const auto add = [&parts](bool isChanged, const QString& text) {
        if (isChanged) {
            parts.append(text);
        }
    };
    add(limits.terms != standard.terms, LimitsDialog::tr("%n look-up terms", nullptr, limits.terms));
    add(limits.voidLookups != standard.voidLookups,
        LimitsDialog::tr("%n void look-ups", nullptr, limits.voidLookups));
    add(limits.mxNames != standard.mxNames, LimitsDialog::tr("%n hosts of one mx", nullptr, limits.mxNames));
    add(limits.ptrNames != standard.ptrNames,
        LimitsDialog::tr("%n names of one ptr", nullptr, limits.ptrNames));
    add(limits.total != standard.total,
        LimitsDialog::tr("%1 s in all")
            .arg(locale.toString(std::chrono::duration_cast<seconds>(limits.total).count())));
    add(limits.query != standard.query,
        LimitsDialog::tr("%1 ms a question").arg(locale.toString(qlonglong(limits.query.count()))));
    return LimitsDialog::tr("Other limits than the usual ones: %1.").arg(parts.join(LimitsDialog::tr(", ")));
}

} // namespace ui
