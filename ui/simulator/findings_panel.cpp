// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/findings_panel.h"

#include "ui/common/label.h"
#include "ui/simulator/finding_row.h"
#include "ui/simulator/record_text.h"
#include "ui/words/trace_words.h"

#include <QBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostRows = 100; ///< beyond it only their number is told
constexpr int recordLines = 8;

int countOf(const spf::LintReport& report, spf::Severity severity)
{
    return static_cast<int>(
        std::count_if(report.findings.begin(), report.findings.end(),
                      [severity](const spf::Finding& each) { return each.severity == severity; }));
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent),
      m_caption(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_domain(new MonoLabel(&Tokens::secondaryText)),
      m_record(new RecordText),
      m_summary(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_column(new QVBoxLayout(this))
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(15, 12, 15, 10);
    head->setSpacing(6);
    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    name->addWidget(m_caption);
    name->addWidget(m_domain, 1);
    head->addLayout(name);
    head->addWidget(m_record);
    head->addWidget(m_summary);
    m_record->setMaximumLines(recordLines);
    m_summary->setWordWrap(true);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addStretch(1);
    setObjectName(QStringLiteral("simulator.findings"));
    retranslate();
}

void FindingsPanel::clear()
{
    m_report.reset();
    m_isRunning = false;
    rebuild();
}

void FindingsPanel::setRunning(const QString& domain)
{
    if (m_report != nullptr && words::shown(m_report->domain) != domain) {
        clear();
    }
    m_isRunning = true;
    showSummary();
}

void FindingsPanel::setReport(spf::LintReport report, bool isDraft)
{
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const spf::Finding& a, const spf::Finding& b) { return a.severity < b.severity; });
    m_report = std::make_unique<const spf::LintReport>(std::move(report));
    m_isDraft = isDraft;
    m_isRunning = false;
    rebuild();
}

int FindingsPanel::count() const
{
    return m_report == nullptr ? 0 : static_cast<int>(m_report->findings.size());
}

void FindingsPanel::rebuild()
{
    m_findings.clear();
    const bool hadFocus = m_list != nullptr && m_list->isAncestorOf(focusWidget());
    if (m_list != nullptr) {
        m_list->hide();
        m_list->deleteLater(); // a row of it may be the sender of the signal that brought us here
    }
    m_list = new QWidget;
    auto* rows = new QVBoxLayout(m_list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    const std::size_t total = static_cast<std::size_t>(count());
    for (std::size_t i = 0; i < std::min(total, mostRows); ++i) {
        const spf::Finding& finding = m_report->findings[i];
        auto* row = new FindingRow(finding, finding.record() == m_report->record);
        connect(row, &FindingRow::chosen, this, [this, i] { choose(i); });
        connect(row, &FindingRow::fixRequested, this, [this](const spf::Fix& fix) {
            Q_EMIT fixed(words::shown(spf::applied(m_report->record, fix)));
        });
        rows->addWidget(row);
        m_findings.push_back(row);
    }
    if (total > mostRows) {
        auto* more = new Label(TextRole::Secondary, &Tokens::secondaryText);
        more->setContentsMargins(15, 8, 15, 8);
        more->setText(tr("and %n more", nullptr, static_cast<int>(total - mostRows)));
        rows->addWidget(more);
    }
    m_column->insertWidget(1, m_list);
    if (hadFocus && !m_findings.empty()) {
        m_findings.front()->setFocus(); // on with the next one
    }
    if (m_report != nullptr) {
        m_record->setPieces(piecesOf(m_report->record, m_report->findings, nullptr));
    }
    m_record->setVisible(m_report != nullptr && !m_report->record.empty());
    showSummary();
}

void FindingsPanel::choose(std::size_t index)
{
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        m_findings[i]->setChosen(i == index);
    }
    m_record->setPieces(piecesOf(m_report->record, m_report->findings, &m_report->findings[index]));
}

void FindingsPanel::showSummary()
{
    m_caption->setVisible(m_report != nullptr);
    m_domain->setVisible(m_report != nullptr);
    if (m_report == nullptr) {
        m_summary->setText(m_isRunning ? tr("Checking the record and all it includes…")
                                       : tr("Run a mail first. The record of its domain is checked here."));
        return;
    }
    m_caption->setText(m_isDraft ? tr("Draft") : tr("Published"));
    m_domain->setText(words::shown(m_report->domain));
    QStringList parts;
    if (const int errors = countOf(*m_report, spf::Severity::Error); errors > 0) {
        parts.append(tr("%n errors", nullptr, errors));
    }
    if (const int warnings = countOf(*m_report, spf::Severity::Warning); warnings > 0) {
        parts.append(tr("%n warnings", nullptr, warnings));
    }
    if (const int notes = countOf(*m_report, spf::Severity::Info); notes > 0) {
        parts.append(tr("%n notes", nullptr, notes));
    }
    const QString found = parts.isEmpty() ? tr("Every check is passed.") : parts.join(QStringLiteral(" · "));
    const QString cost = tr("The whole tree costs %1 of 10 look-up terms, %2 of 2 void.")
                             .arg(m_report->lookups)
                             .arg(m_report->voidLookups);
    m_summary->setText(m_isRunning ? tr("Checking the record and all it includes…")
                                   : found + QLatin1Char('\n') + cost);
}

void FindingsPanel::retranslate()
{
    rebuild();
}

} // namespace ui
