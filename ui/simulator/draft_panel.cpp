// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/draft_panel.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/simulator/record_text.h"
#include "ui/simulator/verdict_card.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace ui {

namespace {

constexpr int panelWidth = 408;
constexpr int editorHeight = 74;

bool isMarked(const RecordPiece& piece)
{
    return piece.mark == RecordPiece::Mark::Added || piece.mark == RecordPiece::Mark::Removed;
}

} // namespace

DraftPanel::DraftPanel(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_type(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_name(new MonoLabel(&Tokens::secondaryText)),
      m_edit(new QPlainTextEdit),
      m_difference(new RecordText),
      m_reset(makeButton(ButtonKind::Small, QStringLiteral("reset"))),
      m_verdict(new VerdictCard(false)),
      m_hint(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_comparison(buildComparison())
{
    setFixedWidth(panelWidth);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_reset->setObjectName(QStringLiteral("simulator.draft.reset"));
    m_card->addHeadWidget(m_reset);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildEditor());
    column->addWidget(m_comparison);
    column->addStretch(1);
    auto* scroll = new QScrollArea; // low windows: the panel gives way, not the trace
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_card->body()->addWidget(scroll, 1);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &DraftPanel::edited);
    connect(m_reset, &QAbstractButton::clicked, this, [this] { setDraft(m_publishedText); });
    retranslate();
}

QWidget* DraftPanel::buildEditor()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(15, 12, 15, 12);
    column->setSpacing(8);
    auto* name = new QHBoxLayout;
    name->setSpacing(10);
    m_type->setText(QStringLiteral("TXT"));
    m_type->setFont(monoFont(12));
    name->addWidget(m_type);
    name->addWidget(m_name, 1);
    column->addLayout(name);
    m_edit->setObjectName(QStringLiteral("simulator.draft"));
    m_edit->setFont(monoFont(12));
    m_edit->setFixedHeight(editorHeight);
    m_edit->setTabChangesFocus(true);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    column->addWidget(m_edit);
    m_difference->setMaximumLines(4);
    column->addWidget(m_difference);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    column->addWidget(m_verdict);
    return box;
}

QWidget* DraftPanel::buildComparison()
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(0);
    auto* head = new Surface(&Tokens::sunken, Qt::TopEdge | Qt::BottomEdge);
    head->setFixedHeight(28);
    grid->addWidget(head, 0, 0, 1, 3);
    for (int column = 0; column < 3; ++column) {
        auto* label = new Label(TextRole::Label, &Tokens::secondaryText);
        label->setContentsMargins(column == 0 ? 15 : 4, 0, 4, 0);
        m_heads.at(static_cast<std::size_t>(column)) = label;
        grid->addWidget(label, 0, column);
    }
    for (int i = 0; i < RowCount; ++i) {
        Row& row = m_rows.at(static_cast<std::size_t>(i));
        row.name = new Label(TextRole::Secondary, &Tokens::secondaryText);
        row.name->setContentsMargins(15, 0, 4, 0);
        grid->addWidget(row.name, 2 * i + 1, 0);
        grid->setRowMinimumHeight(2 * i + 1, 29);
        grid->addWidget(new Line(Qt::Horizontal, &Tokens::grid), 2 * i + 2, 0, 1, 3);
        int column = 1;
        for (auto [text, badge] :
             {std::pair(&row.published, &row.publishedBadge), std::pair(&row.draft, &row.draftBadge)}) {
            if (i == ResultRow || i == ActionRow) {
                *badge = new Badge;
                grid->addWidget(*badge, 2 * i + 1, column, Qt::AlignLeft | Qt::AlignVCenter);
            } else {
                *text = new MonoLabel;
                (*text)->setContentsMargins(4, 0, 4, 0);
                grid->addWidget(*text, 2 * i + 1, column);
            }
            ++column;
        }
    }
    grid->setColumnMinimumWidth(0, 130);
    grid->setColumnMinimumWidth(1, 112);
    grid->setColumnStretch(2, 1);
    return box;
}

void DraftPanel::setPublished(std::shared_ptr<const SimulationOutcome> outcome)
{
    m_published = std::move(outcome);
    const spf::Report* report = m_published != nullptr ? m_published->counted() : nullptr;
    const QString domain = report != nullptr ? words::shown(report->domain) : QString();
    const QString published = report != nullptr ? words::shown(report->record) : QString();
    const bool keepsDraft = domain == m_domain && isChanged();
    m_domain = domain;
    m_publishedText = published;
    m_name->setText(domain);
    if (!keepsDraft) {
        const QSignalBlocker blocker(m_edit);
        m_edit->setPlainText(published);
        m_outcome.reset();
    }
    showDifference();
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

dns::Zone DraftPanel::zone() const
{
    constexpr std::size_t longestString = 255; // RFC 1035 3.3.14
    const std::string text = draft().toStdString();
    dns::Text strings;
    for (std::size_t start = 0; start == 0 || start < text.size(); start += longestString) {
        strings.strings.push_back(text.substr(start, longestString));
    }
    dns::Zone zone;
    zone.add(m_domain.toStdString(), dns::RecordType::TXT, dns::Record{std::move(strings), 0});
    return zone;
}

void DraftPanel::setDraft(const QString& text)
{
    m_edit->setPlainText(text);
}

bool DraftPanel::isChanged() const
{
    return !m_domain.isEmpty() && draft() != m_publishedText.simplified();
}

void DraftPanel::edited()
{
    if (!isChanged()) {
        m_outcome.reset();
    }
    showDifference();
    showComparison();
    Q_EMIT draftChanged();
}

void DraftPanel::showDifference()
{
    std::vector<RecordPiece> pieces = differenceOf(m_publishedText, draft());
    m_difference->setVisible(isChanged() && std::any_of(pieces.begin(), pieces.end(), isMarked));
    m_difference->setPieces(std::move(pieces));
    m_edit->setEnabled(!m_domain.isEmpty());
    m_reset->setEnabled(isChanged());
    m_hint->setVisible(!isChanged());
    m_hint->setText(m_domain.isEmpty()
                        ? tr("Run a mail first. Then change the record of its domain here and see what "
                             "would be different.")
                        : tr("This is what is published. Change it, and the mail is judged by the "
                             "draft as well."));
}

void DraftPanel::showComparison()
{
    m_verdict->setOutcome(m_outcome);
    m_verdict->setVisible(m_outcome.has_value());
    const spf::Report* published = m_published != nullptr ? m_published->counted() : nullptr;
    m_comparison->setVisible(published != nullptr && m_outcome.has_value());
    const spf::Report* draft = m_outcome ? m_outcome->counted() : nullptr;
    if (published == nullptr || draft == nullptr) {
        return;
    }
    showBadges();
    m_rows[TermRow].published->setText(words::decidedBy(*published));
    m_rows[TermRow].draft->setText(words::decidedBy(*draft));
    showCount(LookupRow, published->lookups, draft->lookups, published->limits.terms);
    showCount(VoidRow, published->voidLookups, draft->voidLookups, published->limits.voidLookups);
    showCount(LengthRow, static_cast<int>(published->record.size()), static_cast<int>(draft->record.size()),
              0);
}

void DraftPanel::showBadges()
{
    const policy::Decision& published = m_published->decision;
    const policy::Decision& draft = m_outcome->decision;
    m_rows[ResultRow].publishedBadge->setSpec(published.result ? BadgeSpec::of(*published.result)
                                                               : BadgeSpec{});
    m_rows[ResultRow].draftBadge->setSpec(draft.result ? BadgeSpec::of(*draft.result) : BadgeSpec{});
    m_rows[ActionRow].publishedBadge->setSpec(BadgeSpec::of(published.action));
    m_rows[ActionRow].draftBadge->setSpec(BadgeSpec::of(draft.action));
}

void DraftPanel::showCount(RowIndex index, int published, std::optional<int> draft, int limit)
{
    const Row& row = m_rows.at(index);
    const auto text = [limit](int count) {
        return limit > 0 ? QStringLiteral("%1 / %2").arg(count).arg(limit) : QString::number(count);
    };
    row.published->setText(text(published));
    row.draft->setText(draft ? text(*draft) : QString());
    row.draft->setFont(monoFont(12, draft && *draft != published));
    row.draft->setInk(draft && *draft < published   ? &Tokens::good
                      : draft && *draft > published ? &Tokens::warning
                                                    : &Tokens::text);
}

void DraftPanel::retranslate()
{
    m_card->setTitle(tr("Record draft"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("Back to what is published"));
    m_edit->setAccessibleName(tr("Record draft"));
    m_verdict->setCaption(tr("With the draft"));
    const std::array<QString, 3> heads{tr("Compare"), tr("Published"), tr("Draft")};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        m_heads[i]->setText(heads[i]);
    }
    const std::array<QString, RowCount> names{tr("Result"),        tr("Action"),
                                              tr("Deciding term"), tr("DNS look-up terms"),
                                              tr("Void look-ups"), tr("Length")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_rows[i].name->setText(names[i]);
    }
    m_verdict->retranslate();
    showDifference();
    showComparison();
}

} // namespace ui
