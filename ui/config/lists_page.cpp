// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/lists_page.h"

#include "core/net/domain_name.h"
#include "core/net/ip_address.h"
#include "ui/common/badge.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/search_field.h"
#include "ui/common/surface.h"
#include "ui/common/tab_bar.h"
#include "ui/config/document_header.h"
#include "ui/config/document_status.h"
#include "ui/config/list_view.h"
#include "ui/config/overlap_card.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_help.h"

#include <QBoxLayout>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr std::array listKeys{"white_ip", "white_domain", "enforce_ip", "enforce_domain"};
constexpr int sideWidth = 318;
constexpr int sideFoldsBelow = 1040;
constexpr int overlapDelayMs = 40;
constexpr std::size_t mostSelected = 1000; ///< whose overlap is looked at

} // namespace

ListsPage::ListsPage(ConfigDocument& document, SaveFlow& flow, QWidget* parent)
    : Page({QStringLiteral("lists"), QStringLiteral("lists"), PageGroup::Policy}, parent),
      m_document(document),
      m_flow(flow),
      m_header(new DocumentHeader(document, flow, QStringLiteral("lists"))),
      m_told(new NoticeBar),
      m_tabs(new TabBar),
      m_stack(new QStackedWidget),
      m_lookUpCard(new Card),
      m_lookUp(new SearchField),
      m_lookUpAnswer(new Label),
      m_overlap(new OverlapCard),
      m_helpCard(new Card),
      m_meaning(new Label),
      m_consequence(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_default(new Badge),
      m_form(new Badge)
{
    build();
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        setTexts();
    });
    m_overlapDelay.setSingleShot(true);
    m_overlapDelay.setInterval(overlapDelayMs);
    connect(&m_overlapDelay, &QTimer::timeout, this, &ListsPage::showOverlap);
    connect(m_overlap, &OverlapCard::entryRequested, this,
            [this](const std::string& key, const QString& entry) {
                showList(key);
                list(key).select(entry);
            });
    connect(m_lookUp, &QLineEdit::textChanged, this, &ListsPage::lookUp);
    connect(&m_document, &ConfigDocument::analysed, this, &ListsPage::refreshProblems);
    connect(&m_document, &ConfigDocument::changed, this, [this] {
        if (isVisible()) { // long lists take their time
            refreshCounts();
            lookUp();
        }
        Q_EMIT statusChanged();
    });
    setTexts();
}

void ListsPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 0, 16, 12);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    outer->addWidget(m_told);
    auto* card = new Card;
    m_tabs->setObjectName(QStringLiteral("lists.tabs"));
    card->addHeadLeading(m_tabs);
    for (const char* key : listKeys) {
        m_tabs->addPage(QLatin1String(key));
        auto* list = new ListView(m_document, key);
        connect(list, &ListView::tidyRequested, this, [this, list] { tidy(*list); });
        connect(list, &ListView::importRequested, this, [this, list] { importTo(*list); });
        connect(list, &ListView::reviewRequested, this,
                [this, list](const QString& pasted) { reviewPasted(*list, pasted); });
        connect(list, &ListView::refused, m_header, &DocumentHeader::refuse);
        connect(list, &ListView::exportRequested, this, [this, list] { exportFrom(*list); });
        connect(list, &ListView::selectionChanged, &m_overlapDelay, qOverload<>(&QTimer::start));
        m_lists.push_back(list);
        m_stack->addWidget(list);
    }
    card->setTitle({});
    card->body()->addWidget(m_stack, 1);
    m_side = buildSide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 6, 0, 0);
    row->setSpacing(12);
    row->addWidget(card, 1);
    row->addWidget(m_side);
    outer->addLayout(row, 1);
    markPane(card);
    markPane(m_side);
}

QWidget* ListsPage::buildSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_lookUp->setObjectName(QStringLiteral("lists.lookUp"));
    m_lookUpAnswer->setWordWrap(true);
    m_lookUpCard->setPadding(15, 12, 14);
    m_lookUpCard->body()->setSpacing(10);
    m_lookUpCard->body()->addWidget(m_lookUp);
    m_lookUpCard->body()->addWidget(m_lookUpAnswer);
    column->addWidget(m_lookUpCard);
    column->addWidget(m_overlap);
    m_helpCard->setPadding(15, 12, 14);
    m_helpCard->body()->setSpacing(8);
    m_meaning->setWordWrap(true);
    m_consequence->setWordWrap(true);
    auto* badges = new QHBoxLayout;
    badges->setSpacing(8);
    badges->addWidget(m_default);
    badges->addWidget(m_form);
    badges->addStretch(1);
    m_helpCard->body()->addWidget(m_meaning);
    m_helpCard->body()->addLayout(badges);
    m_helpCard->body()->addWidget(m_consequence);
    column->addWidget(m_helpCard);
    column->addStretch(1);
    return side;
}

QString ListsPage::title() const
{
    return tr("Lists");
}

StatusLine ListsPage::status() const
{
    return documentStatus(m_document,
                          [page = const_cast<ListsPage*>(this)] { Q_EMIT page->problemsRequested(); });
}

void ListsPage::setTexts()
{
    m_header->setTexts(title(), tr("Approved entries skip the SPF check; enforce entries get stricter "
                                   "actions. Approved wins over enforce."));
    m_lookUpCard->setTitle(tr("Which entry covers it?"));
    m_lookUp->setHint(tr("Address or domain"));
    const std::string key = listKeys[static_cast<std::size_t>(std::max(0, m_tabs->currentIndex()))];
    const config::KeySchema* schema = config::findKey(config::SectionKind::Globals, key);
    const words::SettingHelp help = words::help(*schema);
    const QString value =
        QString::fromLatin1(schema->defaultValue.data(), static_cast<qsizetype>(schema->defaultValue.size()));
    m_helpCard->setTitle(QString::fromStdString(key));
    m_helpCard->setNote(help.name);
    m_meaning->setText(help.meaning);
    m_consequence->setText(help.consequence);
    m_default->setSpec(BadgeSpec::of(value.isEmpty() ? tr("Default: empty") : tr("Default: %1").arg(value),
                                     &Tokens::secondaryText));
    m_form->setSpec(
        BadgeSpec::of(schema->type == config::KeyType::NetworkList ? tr("IPv4 · CIDR") : tr("d, *.d"),
                      &Tokens::secondaryText));
    m_tabs->setAccessibleName(title());
    lookUp();
    m_overlap->retranslate();
    refreshCounts();
    refreshProblems();
}

void ListsPage::retranslate()
{
    m_header->retranslate();
    setTexts();
}

void ListsPage::refreshCounts()
{
    const config::IniDocument& document = m_document.current();
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        const config::Key* key = document.key("globals", listKeys[i]);
        m_tabs->setCount(static_cast<int>(i),
                         QLocale().toString(key == nullptr ? 0 : document.items(*key).size()));
    }
}

void ListsPage::refreshProblems()
{
    int all = 0;
    std::optional<Level> worstOfAll;
    for (std::size_t i = 0; i < m_lists.size(); ++i) {
        std::optional<Level> worst;
        for (const config::FindingIndex::Group& group : m_document.findingIndex().groups()) {
            if (group.key != listKeys[i])
                continue;
            all += group.count;
            worst = std::max(worst.value_or(Level::Info), levelOf(group.severity));
        }
        m_tabs->setMark(static_cast<int>(i), worst ? iconName(*worst) : QString(),
                        worst ? inkOf(*worst) : Ink(&Tokens::text));
        if (worst)
            worstOfAll = std::max(worstOfAll.value_or(*worst), *worst);
    }
    setBadge(all > 0 ? QLocale().toString(all) : QString(), worstOfAll.value_or(Level::Info));
    if (isVisible())
        m_overlapDelay.start();
    Q_EMIT statusChanged();
}

QString ListsPage::coverOf(const std::string& key, const QString& text) const
{
    const config::PolicyConfig& policy = m_document.policy();
    const bool white = key.starts_with("white");
    if (const auto address = net::IpAddress::parse(text.toStdString())) {
        const auto* entry = (white ? policy.whiteIp : policy.enforceIp).find(address->unmapped());
        return entry == nullptr ? QString() : QString::fromStdString(entry->spelling);
    }
    const auto domain = net::DomainName::parse(text.section(QLatin1Char('@'), -1).toStdString());
    if (!domain)
        return {};
    const config::DomainList& list = white ? policy.whiteDomain : policy.enforceDomain;
    const auto found = list.find(*domain);
    return found ? QString::fromStdString(list.entries()[*found].spelling) : QString();
}

void ListsPage::lookUp()
{
    const QString text = m_lookUp->text().trimmed();
    if (text.isEmpty()) {
        m_lookUpAnswer->setInk(&Tokens::secondaryText);
        m_lookUpAnswer->setText(tr("Shows which entry of the lists an address or a domain falls under."));
        return;
    }
    const bool isAddress = net::IpAddress::parse(text.toStdString()).has_value();
    QStringList answers;
    for (const char* key :
         isAddress ? std::array{"white_ip", "enforce_ip"} : std::array{"white_domain", "enforce_domain"}) {
        const QString entry = coverOf(key, text);
        answers += entry.isEmpty() ? tr("%1: no entry").arg(QLatin1String(key))
                                   : tr("%1: “%2”").arg(QLatin1String(key), entry);
    }
    m_lookUpAnswer->setInk(&Tokens::text);
    m_lookUpAnswer->setText(answers.join(QLatin1Char('\n')));
}

ListView& ListsPage::shownList()
{
    return *m_lists.at(static_cast<std::size_t>(std::max(0, m_tabs->currentIndex())));
}

void ListsPage::showOverlap()
{
    if (!m_overlap->isVisible())
        return; // until the page is shown
    const std::vector<std::string> selected = shownList().selectedEntries(mostSelected);
    if (selected.empty())
        m_overlap->clear();
    else
        m_overlap->show(m_document.policy(), shownList().model().key(), selected);
}

void ListsPage::showList(const std::string& key)
{
    const auto* const found = std::ranges::find(listKeys, key);
    if (found != listKeys.end())
        m_tabs->setCurrentIndex(static_cast<int>(found - listKeys.begin()));
    Q_EMIT showRequested();
}

void ListsPage::showEntry(const std::string& key, const config::ByteSpan& span)
{
    if (std::ranges::find(listKeys, key) == listKeys.end())
        return;
    showList(key);
    list(key).selectAt(span.begin);
}

ListView& ListsPage::list(const std::string& key)
{
    const auto* const found = std::ranges::find(listKeys, key);
    return *m_lists.at(static_cast<std::size_t>(found - listKeys.begin()));
}

void ListsPage::showEvent(QShowEvent* event)
{
    refreshCounts();
    lookUp();
    m_overlapDelay.start();
    Page::showEvent(event);
}

void ListsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_side->setVisible(width() >= sideFoldsBelow);
    m_overlapDelay.start();
}

} // namespace ui
