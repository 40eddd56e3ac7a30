// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/maillog_page.h"

#include "core/qtio/log/log_set.h"
#include "core/qtio/log/log_zone.h"
#include "ui/common/empty_state.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/checks/row_actions.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/maillog_tour.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/raw/raw_join.h"
#include "ui/maillog/report/log_exports.h"
#include "ui/maillog/sources/cache_command.h"
#include "ui/maillog/sources/log_desk.h"
#include "ui/maillog/sources/source_desk.h"
#include "ui/maillog/sources/source_patterns.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"
#include "ui/words/log_words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTimeZone>

#include <algorithm>

namespace ui {

namespace {

constexpr int typingPause = 150; ///< ms
const QString newestFirstKey = QStringLiteral("maillog/newestFirst");

} // namespace

MaillogPage::MaillogPage(Services& services, QWidget* parent)
    : Page({QStringLiteral("maillog"), QStringLiteral("maillog"), PageGroup::Verify}, parent),
      m_services(services),
      m_parts(
          *this,
          [this] {
              // Times without an offset are read on the clock of the host that wrote the log.
              const QDateTime now = m_services.now();
              const auto logs = m_browser.logs();
              const int seconds = logs ? logs->offsetMinutes() * 60 : now.offsetFromUtc();
              return maillog::FilterClock{now.toMSecsSinceEpoch(), maillog::ZoneRules::fixed(seconds)};
          },
          services.settings)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_logs = new LogDesk(m_services, *this, m_parts);
    connectHeader();
    connectBrowser();
    connectParts();
    connectTops();
    connectSteps();
    addCellActions();
    m_follow = new FollowDesk(m_services, *this, m_parts);
    m_sources = new SourceDesk(m_services, *this, m_parts);
    m_sources->setRotated(qtio::rotatedSiblings);
    m_sources->setHosts(m_services.hosts);
    connectFollowing();
    connect(m_sources, &SourceDesk::readRequested, this, &MaillogPage::openLogs);
    connect(m_sources, &SourceDesk::patternsChanged, this, [this] {
        if (!m_logs->places().logs.empty()) {
            load();
        }
    });
    m_raw = new RawJoin(*this, m_parts, m_services);
    connect(m_parts.empty, &EmptyState::secondClicked, this,
            [this] { m_logs->places().places.isEmpty() ? m_logs->pickFolder() : m_raw->showLog(); });
    connect(m_follow, &FollowDesk::showRequested, m_raw, &RawJoin::showChecks);
    connect(m_parts.viewStack, &QStackedWidget::currentChanged, this, &MaillogPage::fitParts);
    new CacheCommand(*this, m_parts);
    m_rowActions = new RowActions(m_services, *this);
    for (QAction* action : m_rowActions->actions().mid(1)) { // the first one has a button there
        m_parts.detail->addMenuAction(action);
    }
    new LogExports(m_services, *this);
    m_tour = new MaillogTour(*this);
    MaillogPage::retranslate();
}

MaillogPage::~MaillogPage() = default;

void MaillogPage::connectHeader()
{
    connect(m_logs, &LogDesk::opened, this, &MaillogPage::load);
    connect(m_logs, &LogDesk::openingChanged, this, &MaillogPage::showEmpty);
    connect(m_logs, &LogDesk::showRequested, this, &MaillogPage::showRequested);
    connect(m_parts.empty, &EmptyState::buttonClicked, m_logs, &LogDesk::pickFiles);
    connect(m_parts.nothing, &EmptyState::buttonClicked, m_parts.filter, &FilterBar::clear);
}

void MaillogPage::connectBrowser()
{
    connect(m_parts.progress, &ProgressStrip::cancelRequested, this, [this] {
        if (m_logs->opener().isOpening()) {
            m_logs->cancel();
        } else {
            m_browser.cancelLoading();
        }
    });
    connect(&m_browser, &LogBrowser::progressed, this, [this](qint64 done, qint64 total) {
        if (m_logs->opener().isOpening()) {
            return; // the next ones are on their way
        }
        m_parts.progress->setShare(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
        const QLocale locale;
        const bool isShown = m_browser.logs() && m_browser.logs()->isPreliminary;
        m_parts.progress->setTexts(
            isShown ? tr("Showing the newest checks while the log is read") : tr("Reading the mail log"),
            tr("%1 of %2").arg(locale.formattedDataSize(done), locale.formattedDataSize(total)));
    });
    connect(&m_browser, &LogBrowser::loaded, this, &MaillogPage::showLoaded);
    connect(&m_browser, &LogBrowser::finished, this, [this] {
        m_follow->setPlaces(m_logs->places().shown());
        m_follow->setLog(m_browser.logs()->logs.log);
        m_sources->setLogs(m_logs->places(), m_browser.logs());
        showFollowing();
    });
    connect(&m_browser, &LogBrowser::viewChanged, this, &MaillogPage::showView);
    connect(&m_typing, &QTimer::timeout, this, &MaillogPage::ask);
}

void MaillogPage::connectFollowing()
{
    connect(m_follow, &FollowDesk::followRequested, this, [this](bool isFollowing) {
        m_browser.setFollowing(isFollowing);
        showFollowing();
        if (isFollowing) { // what is new is what is looked for
            m_parts.table->setFirstRow(m_parts.model->isNewestFirst() ? 0 : m_parts.model->rowCount());
        }
        m_logs->opener().setFollowing(isFollowing);
    });
    connect(&m_logs->opener(), &LogOpener::lost, m_follow, &FollowDesk::lose);
    connect(&m_logs->opener(), &LogOpener::recovered, m_follow, &FollowDesk::recover);
    connect(&m_browser, &LogBrowser::grown, this, [this](maillog::Row first) {
        m_follow->grow(m_browser.logs()->logs.log, first);
        m_browser.setPaused(m_follow->isPaused());
    });
    connect(m_follow, &FollowDesk::resumed, this, [this] { m_browser.setPaused(false); });
    connect(m_follow, &FollowDesk::showRequested, this, &MaillogPage::showRequested);
}

void MaillogPage::showFollowing()
{
    m_isFollowing = m_browser.isFollowing();
    m_follow->setState(m_isFollowing ? FollowState::Following : FollowState::Off);
    m_browser.setPaused(false);
}

void MaillogPage::connectParts()
{
    connect(m_parts.filter, &FilterBar::changed, &m_typing, qOverload<>(&QTimer::start));
    m_parts.chart->setClock(m_services.now);
    connect(m_parts.chart, &TimelineCard::queryChanged, this, &MaillogPage::ask);
    connect(m_parts.chart, &TimelineCard::spanChosen, this, [this](std::optional<TimeSpan> span) {
        const auto view = m_browser.view();
        const bool hasClock = span && view && view->histogram;
        m_parts.chart->setSpan(span);
        m_parts.filter->setSpan(span, hasClock ? view->histogram->clock.offsetAt(span->from / 1000) / 60 : 0);
    });
    connect(m_parts.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MaillogPage::showChosen);
    connect(m_parts.newestFirst, &QPushButton::toggled, this, [this](bool isNewestFirst) {
        // rowAt() leads to the place in the view and back.
        const int chosen = m_parts.table->currentIndex().row();
        const int place = chosen < 0 ? 0 : m_parts.model->rowAt(static_cast<std::size_t>(chosen));
        m_parts.model->setNewestFirst(isNewestFirst);
        if (m_parts.model->rowCount() > 0) {
            m_parts.table->chooseRow(m_parts.model->rowAt(static_cast<std::size_t>(place)));
        }
        m_services.settings.setValue(newestFirstKey, isNewestFirst);
    });
    m_parts.newestFirst->setChecked(m_services.settings.value(newestFirstKey).toBool());
    connect(m_parts.detail, &DetailCard::simulateRequested, this,
            [this] { askAbout(&MaillogPage::simulateRequested); });
    connect(m_parts.detail, &DetailCard::explainRequested, this,
            [this] { askAbout(&MaillogPage::explainRequested); });
    connect(m_parts.detail, &DetailCard::copyRequested, this,
            [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
}

void MaillogPage::openLogs(const QStringList& places)
{
    m_logs->open(places);
}

void MaillogPage::load()
{
    m_parts.banners->silence(BannerSubject::Logs);
    m_parts.progress->setTexts(tr("Reading the mail log"), {});
    m_parts.progress->setShare(-1);
    m_parts.progress->show();
    showEmpty();
    qtio::LogRequest request;
    request.zone = qtio::zoneRules(QTimeZone::systemTimeZone());
    for (const OpenedLog& log : m_logs->places().logs) {
        request.paths.append(log.path);
        request.sources.push_back(m_sources->requestOf(log));
    }
    request.patterns = readPatterns(m_services.settings);
    request.cache = std::make_shared<const qtio::LogCache>();
    ask();
    m_browser.load(request);
    showFacts();
}

void MaillogPage::showLoaded()
{
    const bool hasChecks = m_browser.logs()->logs.log->size() > 0;
    m_parts.progress->setVisible(m_browser.logs()->isPreliminary || m_logs->opener().isOpening());
    m_parts.stack->setCurrentIndex(hasChecks || m_raw->isShown() ? 0 : 1);
    showEmpty();
    m_parts.exporting->setEnabled(hasChecks);
    m_parts.filter->setLogs(m_logs->places().places, m_browser.logs()->logs.log);
    showNotice();
    showFacts();
}

/// What is said while there is no check to show.
void MaillogPage::showEmpty()
{
    const bool hasLines = m_browser.logs() && m_browser.logs()->logs.log->totalCounts().lines > 0;
    m_parts.empty->setSecond({});
    const bool isOpening = m_logs->opener().isOpening();
    const QStringList places = isOpening ? m_logs->opener().opening() : m_logs->places().places;
    if (places.isEmpty()) {
        m_parts.empty->setTexts(
            tr("No mail log is open"),
            tr("Open the maillog of a gateway: files, plain or compressed, or a folder with "
               "rotated ones. They can also be dropped here."),
            tr("Open logs..."), QStringLiteral("open"));
        m_parts.empty->setSecond(tr("Open a folder..."));
    } else if (isOpening || !m_parts.progress->isHidden()) {
        m_parts.empty->setTexts(tr("Reading the mail log"), placesText(places));
    } else {
        m_parts.empty->setTexts(tr("No SPF check was found"), words::whyNoChecks(), tr("Open logs..."),
                                QStringLiteral("open"));
        m_parts.empty->setSecond(hasLines ? tr("Show raw log") : QString());
    }
}

void MaillogPage::showNotice()
{
    if (!m_browser.logs() || m_logs->opener().isOpening()) {
        return;
    }
    m_parts.banners->say(BannerSubject::Logs, noticesOf(*m_browser.logs(), m_logs->places()));
}

LogQuery MaillogPage::queryFor(std::optional<LineKey> chosen) const
{
    LogQuery query;
    query.expression = m_parts.filter->shownExpression();
    query.filter = m_parts.filter->filter();
    query.span = m_parts.filter->span();
    query.chart = m_parts.chart->query();
    query.topFields = m_parts.topFields();
    query.chosen = chosen;
    return query;
}

void MaillogPage::ask()
{
    m_typing.stop();
    m_parts.chart->setSpan(m_parts.filter->span());
    m_browser.ask(queryFor(chosenKey()));
}

void MaillogPage::showView()
{
    const auto view = m_browser.view();
    const int first = m_parts.table->firstRow();
    const bool isFirst = first == 0 && m_parts.model->isNewestFirst();
    const bool isLast = first + m_parts.table->rowsOnPage() >= m_parts.model->rowCount() &&
                        !m_parts.model->isNewestFirst() && m_parts.model->rowCount() > 0;
    m_parts.chart->setView(*view);
    m_parts.chart->setSpan(m_parts.filter->span());
    const int before = m_parts.model->rowCount();
    const bool joined = m_parts.model->setView(view);
    showRow(*view, joined, first + (m_parts.model->isNewestFirst() ? m_parts.model->rowCount() - before : 0));
    if (m_isFollowing && (isFirst || isLast)) {
        m_parts.table->setFirstRow(m_parts.model->isNewestFirst() ? 0 : m_parts.model->rowCount());
    }
    for (TopListCard* top : m_parts.tops) {
        top->setEntries(view->top(top->field()), view->checks);
    }
    m_parts.showRows(!view->rows.empty());
    m_parts.filter->setCounts({view->checks, view->allChecks, view->skips});
    showFacts();
    Q_EMIT statusChanged();
}

/// The row that was chosen stays chosen; where it is gone, the first one is.
void MaillogPage::showRow(const LogView& view, bool joined, int first)
{
    if (joined) {
        m_parts.table->setFirstRow(first);
        return;
    }
    if (m_parts.model->rowCount() == 0) {
        showChosen();
        return;
    }
    m_parts.table->chooseRow(view.chosenAt ? m_parts.model->rowAt(*view.chosenAt) : 0);
}

std::optional<LineKey> MaillogPage::chosenKey() const
{
    const auto row = chosenRow();
    return row ? std::optional(m_browser.view()->keyOf(*row)) : std::nullopt;
}

std::optional<maillog::Row> MaillogPage::chosenRow() const
{
    const QModelIndex index = m_parts.table->currentIndex();
    if (!index.isValid() || index.row() >= m_parts.model->rowCount()) {
        return std::nullopt;
    }
    return m_parts.model->logRow(index.row());
}

void MaillogPage::showChosen()
{
    const auto row = chosenRow();
    const auto view = m_browser.view();
    if (row && view) {
        m_parts.detail->showCheck(view->logs, *row);
    } else {
        m_parts.detail->clear();
    }
    Q_EMIT rowChosen();
}

void MaillogPage::showFacts()
{
    m_parts.header->setFacts(
        factsOf(m_logs->places().shown(), m_browser.logs().get(), m_browser.view().get()));
}

std::vector<LoggedMail> MaillogPage::shownMails(std::size_t most) const
{
    const auto view = m_browser.view();
    return view ? mailsOf(*view, most) : std::vector<LoggedMail>();
}

/// The signal for the row chosen.
void MaillogPage::askAbout(void (MaillogPage::*request)(const LoggedMail&))
{
    if (const auto row = chosenRow()) {
        Q_EMIT(this->*request)(loggedMail((*m_browser.view()->logs->logs.log)[*row]));
    }
}

QString MaillogPage::title() const
{
    return tr("Mail log");
}

StatusLine MaillogPage::status() const
{
    StatusLine line;
    const auto logs = m_browser.logs();
    if (!logs) {
        return line;
    }
    if (m_parts.filter->activeCount() > 0) {
        line.right.append({QStringLiteral("maillog.filters"), QStringLiteral("filter"),
                           tr("%n filter(s)", nullptr, static_cast<int>(m_parts.filter->activeCount())),
                           &Tokens::accent, [this] {
                               m_raw->showChecks();
                               m_parts.filter->focusField();
                           }});
    }
    line.right.append({QStringLiteral("maillog.zone"),
                       QStringLiteral("history"),
                       zoneText(logs->offsetMinutes()),
                       &Tokens::secondaryText,
                       {}});
    return line;
}

void MaillogPage::retranslate()
{
    m_parts.header->setTitle(title());
    showEmpty();
    const auto name = [this](const char* action, const QString& text) {
        findChild<QAction*>(QLatin1String(action))->setText(text);
    };
    name("maillog.onlyThis", tr("Only this"));
    name("maillog.notThis", tr("Not this"));
    name("maillog.sinceThis", tr("Since this time"));
    name("maillog.untilThis", tr("Until this time"));
    name("maillog.explainRow", tr("Effective policy for this mail"));
    m_parts.retranslate();
    m_logs->retranslate();
    m_follow->retranslate();
    m_sources->retranslate();
    if (!m_logs->hasFailed() && m_parts.banners->has(BannerSubject::Logs)) {
        showNotice();
    }
    showFacts();
    Q_EMIT statusChanged();
}

void MaillogPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    fitParts();
}

void MaillogPage::fitParts()
{
    m_parts.fit(size());
    const auto view = m_browser.view();
    const auto fields = m_parts.topFields();
    const auto isMissing = [&view](maillog::TopField field) {
        return std::ranges::count(view->query.topFields, field) == 0;
    };
    if (view && std::ranges::any_of(fields, isMissing)) {
        ask(); // only lists on show are counted
    }
}

} // namespace ui
