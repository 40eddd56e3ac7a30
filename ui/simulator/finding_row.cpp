// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/finding_row.h"

#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/level.h"
#include "ui/words/record_words.h"
#include "ui/words/trace_words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>

namespace ui {

namespace {

constexpr int longestFix = 300; ///< px

Level levelOf(spf::Severity severity)
{
    switch (severity) {
    case spf::Severity::Error:
        return Level::Error;
    case spf::Severity::Warning:
        return Level::Warning;
    case spf::Severity::Info:
        break;
    }
    return Level::Info;
}

/// Whose record is meant when it is another's, else the term.
QString placeOf(const spf::Finding& finding)
{
    if (finding.chain.size() > 1) {
        return words::shown(finding.chain.back());
    }
    const std::string& record = finding.record();
    const bool isPiece = finding.span.start < record.size() && finding.span.length < record.size();
    return isPiece ? words::shown(std::string_view(record).substr(finding.span.start, finding.span.length))
                   : QString();
}

} // namespace

FindingRow::FindingRow(const spf::Finding& finding, bool canFix, QWidget* parent) : QFrame(parent)
{
    const Level level = levelOf(finding.severity);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(15, 7, 12, 7);
    grid->setHorizontalSpacing(7);
    grid->setVerticalSpacing(2);
    auto* id = new Label(TextRole::Secondary, inkOf(level));
    id->setText(QString::fromStdString(spf::idOf(finding.rule)));
    id->setFont(monoFont(12));
    grid->addWidget(new IconView(iconName(level), inkOf(level), 16), 0, 0);
    grid->addWidget(id, 0, 1);
    auto* place = new MonoLabel(&Tokens::secondaryText);
    place->setText(placeOf(finding));
    grid->addWidget(place, 0, 2);
    auto* sentence = new Label;
    sentence->setWordWrap(true);
    sentence->setText(words::message(finding));
    grid->addWidget(sentence, 1, 1, 1, 2);
    int line = 2;
    for (const spf::Fix& fix : finding.fixes) {
        if (!canFix) {
            break;
        }
        QPushButton* button = makeButton(ButtonKind::Link, QStringLiteral("fix"));
        const QString title = words::title(fix);
        button->setText(button->fontMetrics().elidedText(title, Qt::ElideMiddle, longestFix));
        button->setToolTip(title);
        button->setAccessibleName(title);
        connect(button, &QAbstractButton::clicked, this, [this, &fix] { Q_EMIT fixRequested(fix); });
        grid->addWidget(button, line++, 1, 1, 2, Qt::AlignLeft);
    }
    grid->setColumnStretch(2, 1);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(QStringLiteral("%1 %2").arg(id->text(), sentence->text()));
}

void FindingRow::setChosen(bool isChosen)
{
    m_isChosen = isChosen;
    update();
}

void FindingRow::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    if (m_isChosen) {
        painter.fillRect(rect(), tokens.selection);
        painter.fillRect(QRect(0, 0, 3, height()), tokens.accent);
    }
    painter.setPen(tokens.grid);
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void FindingRow::mousePressEvent(QMouseEvent*)
{
    setFocus();
    Q_EMIT chosen();
}

void FindingRow::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    Q_EMIT chosen();
}

} // namespace ui
