// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/details_panel.h"

#include "core/policy/log_line.h"
#include "ui/common/buttons.h"
#include "ui/common/copy_row.h"
#include "ui/common/label.h"
#include "ui/simulator/record_text.h"
#include "ui/words/trace_words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFontMetrics>
#include <QToolButton>

#include <algorithm>

namespace ui {

DetailsPanel::DetailsPanel(QWidget* parent)
    : QWidget(parent),
      m_recordRow(new QWidget),
      m_recordLabel(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_record(new RecordText),
      m_copyRecord(makeIconButton(QStringLiteral("copy"))),
      m_reply(new CopyRow),
      m_header(new CopyRow),
      m_log(new CopyRow)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(14, 7, 14, 7);
    outer->setSpacing(0);
    auto* row = new QHBoxLayout(m_recordRow);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    row->addWidget(m_recordLabel, 0, Qt::AlignTop);
    row->addWidget(m_record, 1);
    row->addWidget(m_copyRecord, 0, Qt::AlignTop);
    m_recordLabel->setFixedHeight(22);
    m_record->setMaximumLines(2);
    outer->addWidget(m_recordRow);
    for (CopyRow* line : {m_reply, m_header, m_log}) {
        line->setFixedHeight(26);
        outer->addWidget(line);
    }
    m_reply->setObjectName(QStringLiteral("simulator.reply"));
    m_header->setObjectName(QStringLiteral("simulator.header"));
    m_log->setObjectName(QStringLiteral("simulator.log"));
    connect(m_copyRecord, &QAbstractButton::clicked, this, [this] {
        if (m_outcome && m_outcome->report(m_identity)) {
            QApplication::clipboard()->setText(words::shown(m_outcome->report(m_identity)->record));
        }
    });
    retranslate();
}

void DetailsPanel::setOutcome(const SimulationOutcome* outcome, policy::Identity identity)
{
    m_outcome = outcome == nullptr ? std::nullopt : std::optional(*outcome);
    m_identity = identity;
    refresh();
}

void DetailsPanel::setRecordLines(int lines)
{
    m_record->setMaximumLines(lines);
}

void DetailsPanel::showRecord()
{
    const std::optional<spf::Report> none;
    const std::optional<spf::Report>& report = m_outcome ? m_outcome->report(m_identity) : none;
    const bool hasRecord = report && !report->record.empty();
    m_recordRow->setVisible(hasRecord);
    if (!hasRecord) {
        return;
    }
    std::optional<spf::Span> span = report->mechanismSpan;
    if (!span && report->problem && report->problem->domain == report->domain) {
        span = report->problem->span;
    }
    m_record->setResult(report->result);
    m_record->setPieces(piecesOf(report->record, span));
}

void DetailsPanel::refresh()
{
    for (QWidget* row : {static_cast<QWidget*>(m_recordRow), static_cast<QWidget*>(m_reply),
                         static_cast<QWidget*>(m_header), static_cast<QWidget*>(m_log)}) {
        row->setVisible(m_outcome.has_value());
    }
    if (!m_outcome) {
        return;
    }
    const policy::Decision& decision = m_outcome->decision;
    showRecord();
    m_reply->setValue(words::shown(decision.postfixAction));
    const bool isRefused =
        decision.action == policy::Action::Block || decision.action == policy::Action::TempBlock;
    m_header->setValue(words::shown(decision.header),
                       isRefused ? tr("none (not added when the mail is refused)") : tr("none"));
    m_log->setValue(QStringLiteral("SPFPolicyd[PID]: ") +
                    words::shown(policy::logLine(decision, m_outcome->request)));
}

void DetailsPanel::retranslate()
{
    m_recordLabel->setText(tr("Record"));
    setNamed(m_copyRecord, tr("Copy the record"));
    m_reply->setLabel(tr("Reply"));
    m_header->setLabel(tr("Header"));
    m_log->setLabel(tr("Log"));
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    int width = 0;
    for (const QString& text : {tr("Record"), tr("Reply"), tr("Header"), tr("Log")}) {
        width = std::max(width, metrics.horizontalAdvance(text) + 2);
    }
    m_recordLabel->setMinimumWidth(width);
    for (CopyRow* row : {m_reply, m_header, m_log}) {
        row->setLabelWidth(width);
    }
    refresh();
}

} // namespace ui
