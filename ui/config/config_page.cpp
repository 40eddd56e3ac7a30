// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/config_page.h"

#include "ui/common/buttons.h"
#include "ui/common/search_field.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/tab_bar.h"
#include "ui/config/actions_card.h"
#include "ui/config/changes_view.h"
#include "ui/config/document_header.h"
#include "ui/config/domains_card.h"
#include "ui/config/effective_view.h"
#include "ui/config/general_card.h"
#include "ui/config/help_view.h"
#include "ui/config/problems_view.h"
#include "ui/config/raw_pane.h"
#include "ui/config/replies_card.h"
#include "ui/config/section_list.h"
#include "ui/config/severity_level.h"
#include "ui/config/test_mails_view.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <array>

namespace ui {

namespace {

constexpr int partsWidth = 176;
constexpr int gap = 12;
constexpr int bottomHeight = 163;
constexpr int textFoldsBelow = 1080; ///< the side panel gives way first

} // namespace

ConfigPage::ConfigPage(ConfigDocument& document, SaveFlow& flow, TestMails& mails, QWidget* parent)
    : Page({QStringLiteral("config"), QStringLiteral("settings-page"), PageGroup::Policy}, parent),
      m_document(document),
      m_flow(flow),
      m_mails(mails),
      m_header(new DocumentHeader(document, flow, QStringLiteral("config"))),
      m_parts(new SectionList(PartCount)),
      m_search(new SearchField),
      m_filter(new Segment(Segment::Size::Small)),
      m_scroll(new QScrollArea),
      m_general(new GeneralCard(document)),
      m_actions(new ActionsCard(document)),
      m_domains(new DomainsCard(document)),
      m_replies(new RepliesCard(document)),
      m_raw(new RawPane(document)),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_tabs(new TabBar),
      m_stack(new QStackedWidget),
      m_safeFixes(makeButton(ButtonKind::Small, QStringLiteral("fix"))),
      m_problems(new ProblemsView(document)),
      m_changes(new ChangesView(document)),
      m_effective(new EffectiveView(document)),
      m_tests(new TestMailsView(mails)),
      m_help(new HelpView(document))
{
    build();
    connectViews();
    setTexts();
}

void ConfigPage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 0, 16, 12);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    m_columns->setObjectName(QStringLiteral("config.columns"));
    m_columns->setHandleWidth(gap);
    m_columns->setChildrenCollapsible(false);
    m_columns->addWidget(buildCentre());
    m_columns->addWidget(m_raw);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    m_columns->setSizes({904, 280});
    m_raw->setMinimumWidth(220);
    auto* rows = new QSplitter(Qt::Vertical);
    rows->setObjectName(QStringLiteral("config.rows"));
    rows->setHandleWidth(gap);
    rows->setChildrenCollapsible(false);
    rows->addWidget(m_columns);
    rows->addWidget(buildBottom());
    rows->setStretchFactor(0, 1);
    rows->setStretchFactor(1, 0);
    rows->setSizes({600, bottomHeight});
    outer->addWidget(rows, 1);
    markPane(m_parts);
    markPane(m_scroll);
    markPane(m_raw);
    markPane(m_stack);
}

QWidget* ConfigPage::buildCentre()
{
    auto* centre = new QWidget;
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    auto* side = new QVBoxLayout;
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(4);
    m_search->setObjectName(QStringLiteral("config.search"));
    m_search->setFixedWidth(partsWidth);
    m_parts->setFixedWidth(partsWidth);
    side->addWidget(m_search);
    side->addWidget(m_parts, 1);
    row->addLayout(side);
    auto* cards = new QWidget;
    auto* column = new QVBoxLayout(cards);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (QWidget* card : std::initializer_list<QWidget*>{m_general, m_actions, m_domains, m_replies})
        column->addWidget(card);
    column->addStretch(1);
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    m_scroll->setMinimumWidth(680);
    row->addWidget(m_scroll, 1);
    for (int i = 0; i < 3; ++i)
        m_filter->addChoice({});
    m_filter->setCurrent(0);
    m_actions->card().addHeadWidget(m_filter);
    return centre;
}

QWidget* ConfigPage::buildBottom()
{
    auto* card = new Card;
    m_tabs->setObjectName(QStringLiteral("config.tabs"));
    for (int i = 0; i < TabCount; ++i)
        m_tabs->addPage();
    card->addHeadLeading(m_tabs);
    card->addHeadWidget(m_safeFixes);
    card->setTitle({});
    m_safeFixes->setObjectName(QStringLiteral("config.safeFixesButton"));
    for (QWidget* view : std::initializer_list<QWidget*>{m_problems, m_changes, m_effective, m_tests, m_help})
        m_stack->addWidget(view);
    card->body()->addWidget(m_stack);
    card->setMinimumHeight(bottomHeight);
    return card;
}

void ConfigPage::connectViews()
{
    connect(&m_document, &ConfigDocument::changed, this, &ConfigPage::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &ConfigPage::refresh);
    connect(&m_document, &ConfigDocument::saved, this, &ConfigPage::refresh);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_filter, &Segment::chosen, this, [this] { showMatching(); });
    connect(m_search, &QLineEdit::textChanged, this, &ConfigPage::showMatching);
    connect(m_parts, &SectionList::chosen, this, &ConfigPage::choosePart);
    connect(m_safeFixes, &QAbstractButton::clicked, &m_document, &ConfigDocument::applySafeFixes);
    connect(m_problems, &ProblemsView::goTo, this, &ConfigPage::goTo);
    connect(m_changes, &ChangesView::goTo, this,
            [this](const config::Change& change) { goToField({change.section, change.key}); });
    connect(&m_mails, &TestMails::rowsChanged, this, &ConfigPage::refreshTests);
    connect(&m_mails, &TestMails::judged, this, &ConfigPage::refreshTests);
    connect(m_effective, &EffectiveView::openRequested, this, &ConfigPage::openRequested);
    connect(m_effective, &EffectiveView::keepRequested, this, [this](const qtio::CaseCells& mail) {
        showTab(TestsTab);
        m_tests->add(mail);
    });
    connect(m_domains, &DomainsCard::sectionEntered, this, [this](const std::string& section) {
        if (!m_isFollowing)
            setCurrentField({section, {}});
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { followFocus(now); });
    connect(&m_raw->edit(), &RawTextEdit::cursorMoved, this, &ConfigPage::followText);
    connect(&m_raw->edit(), &RawTextEdit::refused, this, [this](QChar character) {
        m_header->refuse(tr("“%1” cannot be written in the encoding of this file.").arg(character));
    });
    connect(m_raw, &RawPane::compareRequested, this, [this] { m_flow.compare(m_document.onDisk()); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &ConfigPage::followScroll);
    // The page's own sweep: other windows may have written the file while this one was away.
    connect(qApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state != Qt::ApplicationActive)
            return;
        m_flow.file().checkDisk();
        m_mails.checkDisk();
    });
}

QString ConfigPage::title() const
{
    return tr("Policy settings");
}

void ConfigPage::setTexts()
{
    m_header->setTexts(title(), {});
    m_search->setHint(tr("Find a setting"));
    m_filter->setGroupName(tr("Settings shown"));
    m_filter->setChoiceText(0, tr("All"));
    m_filter->setChoiceText(1, tr("Modified"));
    m_filter->setChoiceText(2, tr("Problems", "filter"));
    m_tabs->setTabText(ProblemsTab, tr("Problems"));
    m_tabs->setTabText(ChangesTab, tr("Changes"));
    m_tabs->setTabText(EffectiveTab, tr("What happens to a mail?"));
    m_tabs->setTabText(TestsTab, tr("Test mails"));
    m_tabs->setTabText(HelpTab, tr("About this item"));
    m_tabs->setAccessibleName(tr("Problems, changes and help"));
    m_safeFixes->setText(tr("Apply all safe fixes"));
    m_safeFixes->setToolTip(tr("Fixes that change nothing the product reads, and lose nothing"));
    const std::array<QString, PartCount> names{tr("General and log"),  tr("Actions per result"),
                                               tr("Domain overrides"), tr("Approved list"),
                                               tr("Enforce list"),     tr("Replies and header")};
    for (int part = 0; part < PartCount; ++part) {
        m_parts->item(part).setText(names[static_cast<std::size_t>(part)]);
        m_parts->item(part).setAccessibleName(names[static_cast<std::size_t>(part)]);
    }
    refresh();
}

void ConfigPage::retranslate()
{
    m_document.retranslateHistory();
    setTexts();
    // Fonts of another height move the cards. Before the page was shown no part is chosen, and one that is
    // on the other page has no card to move.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (widgetOf(m_parts->current()) != nullptr)
                choosePart(m_parts->current());
        },
        Qt::QueuedConnection);
}

void ConfigPage::refresh()
{
    const int problems = static_cast<int>(m_document.findings().size());
    const int changes = static_cast<int>(m_document.changes().size());
    m_tabs->setCount(ProblemsTab, problems > 0 ? QLocale().toString(problems) : QString());
    m_tabs->setCount(ChangesTab, changes > 0 ? QLocale().toString(changes) : QString());
    m_safeFixes->setEnabled(m_document.safeFixCount() > 0 && !m_document.isReadOnly());
    refreshParts();
    refreshTests();
    Q_EMIT statusChanged();
}

void ConfigPage::refreshTests()
{
    const int failed = m_mails.failedCount();
    const auto all = static_cast<int>(m_mails.rows().size());
    const QString count = failed > 0 ? QLocale().toString(failed) : QLocale().toString(all);
    m_tabs->setCount(TestsTab, all > 0 ? count : QString(),
                     failed > 0 ? std::optional<Ink>(&Tokens::error) : std::nullopt);
    m_tabs->setTabToolTip(TestsTab, failed > 0 ? tr("%Ln test mails fail", nullptr, failed) : QString());
}

void ConfigPage::refreshParts()
{
    struct State
    {
        bool modified = false;
        int problems = 0;
        std::optional<Level> worst;
    };

    std::array<State, PartCount> states{};
    int own = 0;
    std::optional<Level> worst;
    for (const config::Change& change : m_document.changes())
        states[partOf({change.section, change.key})].modified = true;
    for (const config::FindingIndex::Group& group : m_document.findingIndex().groups()) {
        State& state = states[partOf({group.section, group.key})];
        const Level level = levelOf(group.severity);
        state.problems += group.count;
        state.worst = std::max(state.worst.value_or(level), level);
        own += group.count;
        worst = std::max(worst.value_or(level), level);
    }
    for (int part = 0; part < PartCount; ++part) {
        const State& state = states[static_cast<std::size_t>(part)];
        m_parts->item(part).setState(state.modified, state.problems, state.worst);
    }
    setBadge(own > 0 ? QLocale().toString(own) : QString(), worst.value_or(Level::Info));
}

ConfigPage::Part ConfigPage::partOf(const FieldId& field) const
{
    const config::SectionKind kind = config::classifySection(field.section).kind;
    if (kind == config::SectionKind::Domain)
        return DomainsPart;
    const config::KeySchema* key = config::findKey(kind, field.key);
    if (key == nullptr)
        return kind == config::SectionKind::EnforceActions ? ActionsPart : GeneralPart;
    if (key->type == config::KeyType::Action)
        return ActionsPart;
    if (config::isList(key->type))
        return key->key.starts_with("white") ? ApprovedPart : EnforcePart;
    return key->type == config::KeyType::Reply || key->key == "prepend_header" ? RepliesPart : GeneralPart;
}

QWidget* ConfigPage::widgetOf(int part) const
{
    switch (part) {
    case GeneralPart:
        return m_general;
    case ActionsPart:
        return m_actions;
    case DomainsPart:
        return m_domains;
    case RepliesPart:
        return m_replies;
    default:
        return nullptr;
    }
}

void ConfigPage::showMatching()
{
    ShownFields shown(static_cast<ShownFields::Which>(m_filter->current().value_or(ShownFields::All)));
    shown.search = searchFor(m_search->text());
    m_general->setShown(shown);
    m_actions->setShown(shown);
    m_domains->setShown(shown);
    m_replies->setShown(shown);
    // The lists are on their own page: what is found in them still leads there.
    const auto isInList = [&](const char* first, const char* second) {
        return matches(m_document, {"globals", first}, shown.search) ||
               matches(m_document, {"globals", second}, shown.search);
    };
    m_parts->item(GeneralPart).setEnabled(!m_general->isHidden());
    m_parts->item(ActionsPart).setEnabled(m_actions->shownRows() > 0);
    m_parts->item(DomainsPart).setEnabled(!m_domains->isHidden());
    m_parts->item(RepliesPart).setEnabled(!m_replies->isHidden());
    m_parts->item(ApprovedPart).setEnabled(isInList("white_ip", "white_domain"));
    m_parts->item(EnforcePart).setEnabled(isInList("enforce_ip", "enforce_domain"));
}

FieldSearch ConfigPage::searchFor(const QString& text) const
{
    return {text.split(QLatin1Char(' '), Qt::SkipEmptyParts), &m_flow.services().language};
}

void ConfigPage::choosePart(int part)
{
    if (part == ApprovedPart || part == EnforcePart) {
        Q_EMIT listRequested(part == ApprovedPart ? "white_ip" : "enforce_ip");
        followScroll();
        return;
    }
    m_isFollowing = true;
    m_scroll->verticalScrollBar()->setValue(widgetOf(part)->y());
    m_isFollowing = false;
    m_parts->setCurrent(part);
}

void ConfigPage::followScroll()
{
    if (m_isFollowing)
        return;
    const int top = m_scroll->verticalScrollBar()->value();
    int current = GeneralPart;
    for (const int part : {GeneralPart, ActionsPart, DomainsPart, RepliesPart}) {
        if (widgetOf(part)->y() <= top + 40 && !widgetOf(part)->isHidden())
            current = part;
    }
    m_parts->setCurrent(current);
}

void ConfigPage::followFocus(QWidget* now)
{
    if (now == nullptr || !isAncestorOf(now) || m_isFollowing)
        return;
    if (const auto field = fieldOf(now))
        setCurrentField(*field);
}

void ConfigPage::setCurrentField(const FieldId& field)
{
    m_help->setField(field);
    m_isFollowing = true;
    m_parts->setCurrent(partOf(field));
    if (const config::Section* section = m_document.current().sectionByCanonicalName(field.section)) {
        const config::Key* key = m_document.current().key(*section, field.key);
        const config::Block& block = m_document.current().blocks()[section->blocks.front()];
        m_raw->edit().showSpan(key != nullptr ? config::ByteSpan{key->nameSpan.begin, key->nameSpan.begin}
                                              : config::ByteSpan{block.nameSpan.begin, block.nameSpan.begin});
    }
    m_isFollowing = false;
}

void ConfigPage::followText()
{
    const config::IniDocument& document = m_document.current();
    const std::size_t line = document.lineAt(m_raw->edit().cursorOffset());
    for (const config::Block& block : document.blocks()) {
        if (line < block.line || line >= block.endLine)
            continue;
        FieldId field{block.canonical, {}};
        for (const config::Key& key : block.keys) {
            if (line >= key.line && line < key.endLine)
                field.key = key.name;
        }
        m_help->setField(field);
        const Part part = partOf(field);
        m_parts->setCurrent(part);
        QWidget* control = controlOf(this, field);
        if (control == nullptr)
            control = widgetOf(part);
        if (control != nullptr) {
            m_isFollowing = true;
            m_scroll->ensureWidgetVisible(control, 0, 60);
            m_isFollowing = false;
        }
        return;
    }
}

void ConfigPage::goTo(const config::Finding& finding)
{
    goToField({config::classifySection(finding.section).canonical, finding.key});
    if (!finding.place)
        return;
    m_raw->edit().showSpan(finding.span);
    const Part part = partOf({config::classifySection(finding.section).canonical, finding.key});
    if (part == ApprovedPart || part == EnforcePart)
        Q_EMIT entryRequested(finding.key, finding.span);
}

void ConfigPage::goToField(const FieldId& field)
{
    const Part part = partOf(field);
    setCurrentField(field);
    if (part == ApprovedPart || part == EnforcePart) {
        Q_EMIT listRequested(field.key);
        return;
    }
    if (part == DomainsPart) {
        m_scroll->ensureWidgetVisible(m_domains, 0, 20);
        m_isFollowing = true;
        m_domains->select(field.section);
        m_isFollowing = false;
        return;
    }
    if (QWidget* control = controlOf(this, field)) {
        m_scroll->ensureWidgetVisible(control, 0, 60);
        if (auto* segment = qobject_cast<Segment*>(control))
            segment->button(segment->current().value_or(segment->inherited().value_or(0)))->setFocus();
        else
            control->setFocus();
    } else {
        m_raw->edit().setFocus();
    }
}

void ConfigPage::showField(const FieldId& field)
{
    Q_EMIT showRequested();
    goToField(field);
}

void ConfigPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void ConfigPage::explain(const QString& sender, const QString& address, const QString& helo)
{
    showTab(EffectiveTab);
    m_effective->setMail(sender, address, helo);
}

void ConfigPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_raw->setVisible(width() >= textFoldsBelow);
}

void ConfigPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    // The actions are what most people come for.
    if (!m_hasScrolled) {
        m_hasScrolled = true;
        QMetaObject::invokeMethod(this, [this] { choosePart(ActionsPart); }, Qt::QueuedConnection);
    }
}

} // namespace ui
