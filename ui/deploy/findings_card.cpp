// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/findings_card.h"

#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/level.h"
#include "ui/common/surface.h"
#include "ui/words/postfix_lint_words.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

namespace {

Level levelOf(postfix::Severity severity)
{
    switch (severity) {
    case postfix::Severity::Error:
        return Level::Error;
    case postfix::Severity::Warning:
        return Level::Warning;
    case postfix::Severity::Info:
        break;
    }
    return Level::Info;
}

QString place(const postfix::Finding& finding)
{
    const QString file =
        finding.file == postfix::File::Main ? QStringLiteral("main.cf") : QStringLiteral("master.cf");
    return finding.line == 0 ? file : QStringLiteral("%1:%2").arg(file).arg(finding.line);
}

} // namespace

FindingsCard::FindingsCard(QWidget* parent) : QWidget(parent), m_card(new Card), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("deploy.findings"));
    m_rows->setContentsMargins(14, 8, 14, 10);
    m_rows->setSpacing(8);
    m_card->body()->addLayout(m_rows);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    retranslate();
}

void FindingsCard::setFindings(std::vector<postfix::Finding> findings)
{
    m_findings = std::move(findings);
    retranslate();
}

void FindingsCard::addRow(const QString& icon, Ink ink, const QString& head, const QString& sentence)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* drawing = new IconView(icon, ink, 16);
    layout->addWidget(drawing, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(new Label(TextRole::Label));
    static_cast<Label*>(words->itemAt(0)->widget())->setText(head);
    auto* text = new Label(TextRole::Secondary, ink);
    text->setWordWrap(true);
    text->setText(sentence);
    words->addWidget(text);
    layout->addLayout(words, 1);
    m_rows->addWidget(row);
}

void FindingsCard::retranslate()
{
    m_card->setTitle(tr("Checks"));
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const postfix::Finding& finding : m_findings) {
        const Level level = levelOf(finding.severity);
        addRow(iconName(level), inkOf(level),
               QString::fromStdString(finding.id()) + QStringLiteral("  ·  ") + place(finding),
               words::message(finding));
    }
    if (m_findings.empty()) {
        addRow(QStringLiteral("ok"), &Tokens::good, tr("PFX-001 to PFX-020"),
               tr("Service name, maxproc, time limit and order are fine."));
    }
}

void FindingsCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
