// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/draft_panel.h"

#include "core/dns/zone_file.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/simulator/comparison_table.h"
#include "ui/simulator/record_text.h"
#include "ui/simulator/verdict_card.h"
#include "ui/words/trace_words.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

constexpr int editorHeight = 74;

bool isMarked(const RecordPiece& piece)
{
    return piece.mark == RecordPiece::Mark::Added || piece.mark == RecordPiece::Mark::Removed;
}

QPlainTextEdit* makeEditor(const QString& objectName)
{
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(objectName);
    edit->setFont(monoFont(12));
    edit->setFixedHeight(editorHeight);
    edit->setTabChangesFocus(true);
    edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return edit;
}

} // namespace

DraftPanel::DraftPanel(QWidget* parent)
    : QWidget(parent),
      m_type(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_name(new MonoLabel(&Tokens::secondaryText)),
      m_edit(makeEditor(QStringLiteral("simulator.draft"))),
      m_difference(new RecordText),
      m_reset(makeButton(ButtonKind::Small, QStringLiteral("reset"))),
      m_addOthers(makeButton(ButtonKind::Link)),
      m_others(makeEditor(QStringLiteral("simulator.draft.others"))),
      m_othersProblem(new ProblemRow),
      m_verdict(new VerdictCard(false)),
      m_hint(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_comparison(new ComparisonTable({ComparisonTable::ResultRow, ComparisonTable::ActionRow,
                                        ComparisonTable::TermRow, ComparisonTable::LookupRow,
                                        ComparisonTable::VoidRow, ComparisonTable::LengthRow}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildEditor());
    column->addWidget(m_comparison);
    column->addStretch(1);
    m_reset->setObjectName(QStringLiteral("simulator.draft.reset"));
    m_addOthers->setObjectName(QStringLiteral("simulator.draft.addOthers"));
    m_others->hide();
    connect(m_edit, &QPlainTextEdit::textChanged, this, &DraftPanel::edited);
    connect(m_others, &QPlainTextEdit::textChanged, this, &DraftPanel::edited);
    connect(m_reset, &QAbstractButton::clicked, this, [this] {
        showOthers(false);
        m_others->clear();
        setDraft(m_publishedText);
    });
    connect(m_addOthers, &QAbstractButton::clicked, this, [this] {
        showOthers(true);
        m_others->setFocus();
    });
    retranslate();
}

QWidget* DraftPanel::buildEditor()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(15, 8, 15, 12);
    column->setSpacing(8);
    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    m_type->setText(QStringLiteral("TXT"));
    m_type->setFont(monoFont(12));
    name->addWidget(m_type);
    name->addWidget(m_name, 1);
    name->addWidget(m_reset);
    column->addLayout(name);
    column->addWidget(m_edit);
    m_difference->setMaximumLines(4);
    column->addWidget(m_difference);
    column->addWidget(m_others);
    column->addWidget(m_othersProblem);
    column->addWidget(m_addOthers, 0, Qt::AlignLeft);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_verdict);
    return box;
}

void DraftPanel::setPublished(std::shared_ptr<const SimulationOutcome> outcome)
{
    m_published = std::move(outcome);
    const spf::Report* report = m_published != nullptr ? m_published->counted() : nullptr;
    const QString domain = report != nullptr ? words::shown(report->domain) : QString();
    const QString published = report != nullptr ? words::shown(report->record) : QString();
    const bool keepsDraft = domain == m_domain && isRecordChanged();
    m_domain = domain;
    m_publishedText = published;
    m_name->setText(domain);
    if (!keepsDraft) {
        const QSignalBlocker blocker(m_edit);
        m_edit->setPlainText(published);
        m_outcome.reset();
    }
    showState();
    showComparison();
}

void DraftPanel::setDraftOutcome(std::optional<SimulationOutcome> outcome)
{
    m_outcome = std::move(outcome);
    showComparison();
}

void DraftPanel::setStale(bool isStale)
{
    m_verdict->setStale(isStale);
}

QString DraftPanel::draft() const
{
    return m_edit->toPlainText().simplified();
}

QString DraftPanel::others() const
{
    return m_others->toPlainText().trimmed();
}

dns::Zone DraftPanel::zone() const
{
    constexpr std::size_t longestString = 255; // RFC 1035 3.3.14
    dns::Zone zone = dns::readZoneFile(others().toStdString() + '\n').zone;
    if (!isRecordChanged()) {
        return zone;
    }
    const std::string text = draft().toStdString();
    dns::Text strings;
    for (std::size_t start = 0; start == 0 || start < text.size(); start += longestString) {
        strings.strings.push_back(text.substr(start, longestString));
    }
    zone.add(m_domain.toStdString(), dns::RecordType::TXT, dns::Record{std::move(strings), 0});
    return zone;
}

void DraftPanel::setDraft(const QString& text)
{
    m_edit->setPlainText(text);
}

bool DraftPanel::isRecordChanged() const
{
    return !m_domain.isEmpty() && draft() != m_publishedText.simplified();
}

bool DraftPanel::isChanged() const
{
    return isRecordChanged() || !others().isEmpty();
}

void DraftPanel::edited()
{
    if (!isChanged()) {
        m_outcome.reset();
    }
    showState();
    showComparison();
    Q_EMIT draftChanged();
}

void DraftPanel::showOthers(bool wanted)
{
    m_others->setVisible(wanted);
    m_addOthers->setVisible(!wanted && !m_domain.isEmpty());
}

void DraftPanel::showOthersProblem()
{
    const dns::ZoneFile file = dns::readZoneFile(others().toStdString() + '\n');
    if (file.problems.empty()) {
        m_othersProblem->clear();
        return;
    }
    const dns::ZoneProblem& problem = file.problems.front();
    m_othersProblem->setProblem(problem.isWarning() ? Level::Warning : Level::Error, {},
                                tr("Line %1, column %2: \"%3\" cannot be read.")
                                    .arg(problem.line)
                                    .arg(problem.column)
                                    .arg(words::shown(problem.detail)));
}

void DraftPanel::showState()
{
    std::vector<RecordPiece> pieces = differenceOf(m_publishedText, draft());
    m_difference->setVisible(isRecordChanged() && std::any_of(pieces.begin(), pieces.end(), isMarked));
    m_difference->setPieces(std::move(pieces));
    m_edit->setEnabled(!m_domain.isEmpty());
    m_reset->setEnabled(isChanged());
    m_addOthers->setVisible(m_others->isHidden() && !m_domain.isEmpty());
    showOthersProblem();
    m_hint->setVisible(!isChanged());
    m_hint->setText(
        m_domain.isEmpty() ? tr("Run a mail first. Then change the record of its domain here and see what "
                                "would be different.")
        : m_publishedText.isEmpty()
            ? tr("No record could be read. Write one, and the mail is judged by the draft as well.")
            : tr("This is what is published. Change it, and the mail is judged by the "
                 "draft as well."));
}

void DraftPanel::showComparison()
{
    m_verdict->setOutcome(m_outcome);
    m_verdict->setVisible(m_outcome.has_value());
    m_comparison->setVisible(m_published != nullptr && m_outcome.has_value());
    if (m_published != nullptr && m_outcome) {
        m_comparison->setOutcomes(*m_published, *m_outcome);
    }
}

void DraftPanel::retranslate()
{
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Back to what is published"));
    m_edit->setAccessibleName(tr("Record draft"));
    m_addOthers->setText(tr("Draft other records too…"));
    m_others->setAccessibleName(tr("Drafts of other records"));
    m_others->setPlaceholderText(QStringLiteral("_spf.example.com.  TXT  \"v=spf1 ip4:192.0.2.0/24 -all\"\n"
                                                "mail.example.com.  A    192.0.2.10"));
    m_verdict->setCaption(tr("With the draft"));
    m_comparison->setHeads(tr("Published"), tr("Draft"));
    m_comparison->retranslate();
    m_verdict->retranslate();
    showState();
    showComparison();
}

} // namespace ui
