// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/effective_view.h"

#include "core/net/ip_address.h"
#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/validated_line_edit.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QEvent>

namespace ui {

EffectiveView::EffectiveView(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_sender(new ValidatedLineEdit),
      m_address(new ValidatedLineEdit),
      m_helo(new ValidatedLineEdit),
      m_senderHead(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_addressHead(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_heloHead(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_defaults(new ProblemRow),
      m_decides(new Label(TextRole::Strong)),
      m_asked(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_keep(makeButton(ButtonKind::Small, QStringLiteral("pin")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(7);
    column->addWidget(buildFields());
    column->addWidget(m_defaults);
    column->addWidget(m_decides);
    column->addWidget(m_asked);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    for (std::size_t i = 0; i < spf::allResults.size(); ++i) {
        m_actions.push_back(new Badge);
        actions->addWidget(m_actions.back());
    }
    actions->addStretch(1);
    column->addLayout(actions);
    column->addStretch(1);
    m_decides->setElide(Qt::ElideRight);
    m_asked->setElide(Qt::ElideRight);
    m_defaults->setObjectName(QStringLiteral("config.effective.defaults"));
    connect(m_defaults, &ProblemRow::fixRequested, this, &EffectiveView::openRequested);
    connect(&m_document, &ConfigDocument::contentChanged, this, &EffectiveView::refresh);
    retranslate();
}

QWidget* EffectiveView::buildFields()
{
    auto* fields = new QWidget;
    auto* row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_sender->setObjectName(QStringLiteral("config.effective.sender"));
    m_address->setObjectName(QStringLiteral("config.effective.address"));
    m_helo->setObjectName(QStringLiteral("config.effective.helo"));
    for (ValidatedLineEdit* edit : {m_sender, m_address, m_helo}) {
        edit->setMono(true);
        connect(edit, &QLineEdit::textChanged, this, &EffectiveView::refresh);
    }
    m_sender->setPlaceholderText(QStringLiteral("user@example.com"));
    m_address->setPlaceholderText(QStringLiteral("192.0.2.10"));
    m_helo->setPlaceholderText(QStringLiteral("mail.example.com"));
    m_senderHead->setBuddy(m_sender);
    m_addressHead->setBuddy(m_address);
    m_heloHead->setBuddy(m_helo);
    m_sender->setMinimumWidth(140);
    m_address->setMinimumWidth(110);
    m_helo->setMinimumWidth(110);
    row->addWidget(m_senderHead);
    row->addWidget(m_sender, 5);
    row->addSpacing(4);
    row->addWidget(m_addressHead);
    row->addWidget(m_address, 4);
    row->addSpacing(4);
    row->addWidget(m_heloHead);
    row->addWidget(m_helo, 4);
    row->addSpacing(4);
    m_keep->setObjectName(QStringLiteral("config.effective.keep"));
    connect(m_keep, &QAbstractButton::clicked, this, &EffectiveView::keep);
    row->addWidget(m_keep);
    return fields;
}

void EffectiveView::setMail(const QString& sender, const QString& address, const QString& helo)
{
    m_sender->setText(sender);
    m_address->setText(address);
    m_helo->setText(helo);
}

policy::Request EffectiveView::request() const
{
    policy::Request request;
    request.sender = m_sender->text().trimmed().toStdString();
    request.clientAddress = m_address->text().trimmed().toStdString();
    request.heloName = m_helo->text().trimmed().toStdString();
    return request;
}

QString EffectiveView::chain() const
{
    return QStringLiteral("%1\n%2").arg(m_decides->text(), m_asked->text());
}

void EffectiveView::refresh()
{
    if (m_document.isOpen()) {
        m_defaults->clear();
    } else {
        m_defaults->setProblem(Level::Warning, {},
                               tr("No config.ini is open: this is what the built-in defaults do."),
                               tr("Open a config.ini..."));
    }
    const std::string address = m_address->text().trimmed().toStdString();
    const bool isAddress = address.empty() || net::IpAddress::parse(address).has_value();
    m_address->setState(isAddress ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Bad);
    const policy::Request mail = request();
    const bool hasMail = isAddress && (!mail.sender.empty() || !address.empty());
    for (Badge* badge : m_actions)
        badge->setVisible(hasMail);
    m_keep->setEnabled(hasMail && !address.empty());
    if (!hasMail) {
        m_decides->setText(isAddress ? tr("Type a sender or an address") : tr("This is not an IP address."));
        m_asked->setText(
            tr("It shows which list entry or section decides, and what happens for each result."));
        return;
    }
    const policy::Explanation explanation = policy::explain(mail, m_document.policy());
    showChain(explanation);
    for (std::size_t i = 0; i < spf::allResults.size(); ++i) {
        const spf::Result result = spf::allResults[i];
        m_actions[i]->setSpec(BadgeSpec::of(result, explanation.actions[result].action));
    }
}

void EffectiveView::keep()
{
    const policy::Explanation explanation = policy::explain(request(), m_document.policy());
    // A forged mail is what most policies are made for; the row can be changed.
    const spf::Result result = spf::Result::Fail;
    qtio::CaseCells mail;
    qtio::cell(mail, qtio::CaseColumn::Sender) = m_sender->text().trimmed();
    qtio::cell(mail, qtio::CaseColumn::Ip) = m_address->text().trimmed();
    qtio::cell(mail, qtio::CaseColumn::Helo) = m_helo->text().trimmed();
    qtio::cell(mail, qtio::CaseColumn::Result) = words::word(result);
    qtio::cell(mail, qtio::CaseColumn::Action) = words::word(explanation.actions[result].action);
    Q_EMIT keepRequested(mail);
}

void EffectiveView::showChain(const policy::Explanation& explanation)
{
    QStringList decides;
    QStringList without;
    QStringList shadowed;
    for (const policy::ConsideredStep& step : explanation.steps) {
        const QString entry = QString::fromStdString(step.entry);
        const QString name =
            entry.isEmpty() ? words::name(step.step) : tr("%1 “%2”").arg(words::name(step.step), entry);
        const std::string_view key = policy::word(step.step);
        if (step.consideration == policy::Consideration::Decides)
            decides += name;
        else if (step.consideration == policy::Consideration::Shadowed)
            shadowed += name;
        else if (step.consideration == policy::Consideration::NoMatch)
            without += QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    }
    m_decides->setText(decides.isEmpty() ? tr("Nothing decides")
                                         : tr("Decided by: %1").arg(decides.join(tr(", for the rest "))));
    QStringList parts;
    if (!without.isEmpty())
        parts += tr("Asked without a match: %1").arg(without.join(QStringLiteral(", ")));
    if (!shadowed.isEmpty())
        parts += tr("Matches, but comes later: %1").arg(shadowed.join(QStringLiteral(", ")));
    m_asked->setText(parts.join(QStringLiteral(" · ")));
}

void EffectiveView::retranslate()
{
    m_senderHead->setText(tr("Sender"));
    m_addressHead->setText(tr("Client address"));
    m_heloHead->setText(tr("HELO name"));
    m_keep->setText(tr("Keep as test mail"));
    m_keep->setToolTip(tr("Adds a mail that fails SPF and has to meet the same fate from now on"));
    m_sender->setAccessibleName(tr("Sender"));
    m_address->setAccessibleName(tr("Client address"));
    m_helo->setAccessibleName(tr("HELO name"));
    m_helo->setToolTip(tr("Counts where the sender is empty, as with bounces"));
    refresh();
}

void EffectiveView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
