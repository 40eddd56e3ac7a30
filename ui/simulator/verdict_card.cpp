// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/verdict_card.h"

#include "ui/common/badge.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/spf_words.h"
#include "ui/words/trace_words.h"
#include "ui/words/verdict_words.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>

namespace ui {

namespace {

constexpr qreal radius = 8;
constexpr int verdictIcon = 32;
constexpr int actionIcon = 22;

QFont actionFont()
{
    QFont font = fontOf(TextRole::DialogTitle);
    return font;
}

} // namespace

VerdictCard::VerdictCard(bool withIdentities, QWidget* parent)
    : QWidget(parent),
      m_caption(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_icon(new IconView({}, &Tokens::text, verdictIcon)),
      m_result(new Label(TextRole::Verdict)),
      m_arrow(new IconView(QStringLiteral("arrow-right"), &Tokens::secondaryText, 18)),
      m_actionIcon(new IconView({}, &Tokens::text, actionIcon)),
      m_action(new Label(TextRole::DialogTitle)),
      m_sentence(new Label(TextRole::Body)),
      m_reason(new Label(TextRole::Secondary)),
      m_explanation(new Label(TextRole::Secondary)),
      m_rule(new MonoLabel(&Tokens::secondaryText))
{
    m_action->setFont(actionFont());
    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    for (QWidget* part : {static_cast<QWidget*>(m_result), static_cast<QWidget*>(m_arrow),
                          static_cast<QWidget*>(m_actionIcon), static_cast<QWidget*>(m_action)}) {
        words->addWidget(part, 0, Qt::AlignVCenter);
    }
    words->addStretch(1);
    auto* head = new QGridLayout;
    head->setHorizontalSpacing(14);
    head->setVerticalSpacing(0);
    head->addWidget(m_icon, 0, 0, 2, 1, Qt::AlignVCenter);
    head->addWidget(m_caption, 0, 1);
    head->addLayout(words, 1, 1);
    head->setColumnStretch(1, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(3);
    left->addLayout(head);
    for (Label* label : {m_sentence, m_reason, m_explanation}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        left->addWidget(label);
    }
    m_rule->setElide(Qt::ElideRight);
    m_rule->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    left->addWidget(m_rule);
    left->addStretch(1);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(16, 9, 14, 9);
    outer->setSpacing(16);
    outer->addLayout(left, 1);
    if (withIdentities) {
        m_identities = buildIdentities();
        outer->addWidget(m_identities, 0, Qt::AlignTop);
    }
    refresh();
}

QWidget* VerdictCard::buildIdentities()
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 2, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    int line = 0;
    for (IdentityRow* row : {&m_mailFrom, &m_helo}) {
        row->name = new Label(TextRole::Label, &Tokens::secondaryText);
        row->domain = new MonoLabel;
        row->domain->setMaximumWidth(190);
        row->badge = new Badge;
        row->note = new Label(TextRole::Secondary, &Tokens::secondaryText);
        grid->addWidget(row->name, line, 0);
        grid->addWidget(row->badge, line, 1);
        grid->addWidget(row->note, line, 2);
        grid->addWidget(row->domain, line + 1, 0, 1, 3);
        line += 2;
    }
    return box;
}

void VerdictCard::setCaption(const QString& caption)
{
    m_caption->setText(caption);
}

void VerdictCard::setOutcome(std::optional<SimulationOutcome> outcome)
{
    m_outcome = std::move(outcome);
    refresh();
}

void VerdictCard::setAbsence(const QString& sentence)
{
    m_absence = sentence;
    refresh();
}

void VerdictCard::setStale(bool isStale)
{
    m_isStale = isStale;
    refresh();
}

QString VerdictCard::sentence() const
{
    return m_sentence->text();
}

void VerdictCard::retranslate()
{
    refresh();
}

Ink VerdictCard::ink() const
{
    if (!m_outcome || m_isStale) {
        return &Tokens::secondaryText;
    }
    return m_outcome->decision.result ? Ink(*m_outcome->decision.result) : Ink(m_outcome->decision.action);
}

QString VerdictCard::reason() const
{
    const spf::Report* report = m_outcome->counted();
    if (report == nullptr || !m_outcome->decision.result) {
        return {};
    }
    QStringList sentences;
    // The question that failed says all that the problem does, and where.
    const QString failed =
        report->result == spf::Result::TempError ? words::failedQuestion(*report) : QString();
    if (!failed.isEmpty()) {
        sentences.append(failed);
    } else if (report->problem && report->result != spf::Result::None) {
        sentences.append(words::message(*report->problem));
    }
    return sentences.join(QLatin1Char(' '));
}

void VerdictCard::refresh()
{
    const bool hasOutcome = m_outcome.has_value();
    for (QWidget* part : {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_actionIcon),
                          static_cast<QWidget*>(m_action), static_cast<QWidget*>(m_rule)}) {
        part->setVisible(hasOutcome);
    }
    m_result->setVisible(hasOutcome && m_outcome->decision.result.has_value());
    m_arrow->setVisible(m_result->isVisibleTo(this));
    if (m_identities != nullptr) {
        m_identities->setVisible(hasOutcome);
    }
    refreshWords();
    update();
}

void VerdictCard::refreshWords()
{
    m_reason->hide();
    m_explanation->hide();
    if (!m_outcome) {
        m_sentence->setText(m_absence);
        m_sentence->setInk(&Tokens::secondaryText);
        return;
    }
    const policy::Decision& decision = m_outcome->decision;
    const Ink actionInk = m_isStale ? Ink(&Tokens::secondaryText) : Ink(decision.action);
    m_icon->setIcon(decision.result ? iconName(*decision.result) : iconName(decision.action), ink());
    m_result->setText(decision.result ? words::word(*decision.result) : QString());
    m_result->setInk(ink());
    m_actionIcon->setIcon(iconName(decision.action), actionInk);
    m_actionIcon->setVisible(decision.result.has_value());
    m_action->setText(words::word(decision.action));
    m_action->setInk(actionInk);
    const spf::Report* report = m_outcome->counted();
    const bool isEvaluated = report != nullptr && decision.result.has_value();
    m_sentence->setText(isEvaluated
                            ? words::verdict(*report, decision.identity, m_outcome->request.clientAddress)
                            : words::reason(decision));
    m_sentence->setInk(m_isStale ? &Tokens::secondaryText : &Tokens::text);
    m_reason->setText(reason());
    m_reason->setVisible(!m_reason->text().isEmpty());
    m_reason->setInk(ink());
    if (isEvaluated && !report->explanation.empty()) {
        m_explanation->setText(tr("The domain explains: “%1”").arg(words::shown(report->explanation)));
        m_explanation->show();
    }
    const QString reply = words::shown(decision.postfixAction);
    m_rule->setText(QStringLiteral("rule = %1  ·  %2").arg(words::shown(decision.rule), reply));
    if (m_identities != nullptr) {
        showIdentity(m_mailFrom, policy::Identity::MailFrom);
        showIdentity(m_helo, policy::Identity::Helo);
    }
    setAccessibleName(QStringLiteral("%1: %2 %3. %4")
                          .arg(m_caption->text(), m_result->text(), m_action->text(), m_sentence->text()));
}

void VerdictCard::showIdentity(IdentityRow& row, policy::Identity identity)
{
    const bool counts = m_outcome->decision.identity == identity;
    const std::optional<spf::Report>& report = m_outcome->report(identity);
    row.name->setText(identity == policy::Identity::MailFrom ? QStringLiteral("MAIL FROM")
                                                             : QStringLiteral("HELO"));
    row.name->setInk(counts && !m_isStale ? &Tokens::text : &Tokens::secondaryText);
    row.badge->setVisible(report.has_value());
    if (report) {
        row.badge->setSpec(m_isStale ? BadgeSpec::of(words::word(report->result), &Tokens::secondaryText)
                                     : BadgeSpec::of(report->result));
    }
    const std::string& sender = m_outcome->request.sender;
    const QString asked = identity == policy::Identity::MailFrom
                              ? words::shown(std::string_view(sender).substr(sender.rfind('@') + 1))
                              : words::shown(m_outcome->request.heloName);
    row.domain->setText(asked);
    row.domain->setVisible(!asked.isEmpty());
    row.domain->setInk(counts && !m_isStale ? &Tokens::text : &Tokens::secondaryText);
    row.note->setText(counts            ? tr("counts")
                      : asked.isEmpty() ? tr("empty")
                      : report          ? tr("does not count")
                                        : tr("not evaluated"));
    row.note->setInk(counts && !m_isStale ? &Tokens::accent : &Tokens::secondaryText);
}

void VerdictCard::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isTinted = m_outcome && !m_isStale;
    painter.setBrush(isTinted ? ink().tint(tokens) : tokens.surface);
    painter.setPen(QPen(isTinted ? mixed(ink().of(tokens), tokens.surface, 0.22) : tokens.border, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace ui
