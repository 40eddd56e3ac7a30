// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/maillog_page.h"

#include "core/qtio/log_zone.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/common/table_view.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/detail_card.h"
#include "ui/maillog/log_exports.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/row_actions.h"
#include "ui/maillog/timeline_card.h"
#include "ui/maillog/top_list_card.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimeZone>

namespace ui {

namespace {

constexpr int typingPause = 150; ///< ms

QAction* namedAction(const char* name, QObject* parent)
{
    auto* action = new QAction(parent);
    action->setObjectName(QLatin1String(name));
    return action;
}

} // namespace

MaillogPage::MaillogPage(Services& services, QWidget* parent)
    : Page({QStringLiteral("maillog"), QStringLiteral("maillog"), PageGroup::Verify}, parent),
      m_services(services),
      m_parts(*this,
              [this] {
                  // Times without an offset are read on the clock of the host that wrote the log.
                  const QDateTime now = m_services.now();
                  const auto logs = m_browser.logs();
                  const int seconds = logs ? logs->offsetMinutes() * 60 : now.offsetFromUtc();
                  return maillog::FilterClock{now.toMSecsSinceEpoch(), maillog::ZoneRules::fixed(seconds)};
              }),
      m_rowActions(nullptr)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connectHeader();
    connectBrowser();
    connectParts();
    addCellActions();
    m_rowActions = new RowActions(m_services, *this);
    new LogExports(m_services, *this);
    MaillogPage::retranslate();
}

MaillogPage::~MaillogPage() = default;

void MaillogPage::connectHeader()
{
    QAction* open = namedAction("maillog.open", this);
    QAction* add = namedAction("maillog.add", this);
    QAction* reload = namedAction("maillog.reload", this);
    reload->setEnabled(false);
    m_parts.logsMenu->addActions({open, add, reload});
    connect(open, &QAction::triggered, this, [this] { pickLogs(false); });
    connect(add, &QAction::triggered, this, [this] { pickLogs(true); });
    connect(reload, &QAction::triggered, this, &MaillogPage::load);
    connect(m_parts.empty, &EmptyState::buttonClicked, this, [this] { pickLogs(false); });
}

void MaillogPage::connectBrowser()
{
    connect(m_parts.progress, &ProgressStrip::cancelRequested, &m_browser, &LogBrowser::cancelLoading);
    connect(&m_browser, &LogBrowser::progressed, this, [this](qint64 done, qint64 total) {
        m_parts.progress->setShare(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
        const QLocale locale;
        m_parts.progress->setTexts(
            tr("Reading the mail log"),
            tr("%1 of %2").arg(locale.formattedDataSize(done), locale.formattedDataSize(total)));
    });
    connect(&m_browser, &LogBrowser::loaded, this, &MaillogPage::showLoaded);
    connect(&m_browser, &LogBrowser::viewChanged, this, &MaillogPage::showView);
    connect(&m_typing, &QTimer::timeout, this, &MaillogPage::ask);
}

void MaillogPage::connectParts()
{
    connect(m_parts.filter, &FilterBar::changed, &m_typing, qOverload<>(&QTimer::start));
    connect(m_parts.chart, &TimelineCard::stepChanged, this, &MaillogPage::ask);
    connect(m_parts.chart, &TimelineCard::spanChosen, this, [this](std::optional<TimeSpan> span) {
        const auto logs = m_browser.logs();
        m_parts.chart->setSpan(span);
        m_parts.filter->setSpan(span, logs ? logs->offsetMinutes() : 0);
    });
    connect(m_parts.domains, &TopListCard::chosen, this, [this](const QString& name) {
        m_parts.filter->addTerm(QStringLiteral("domain:") + filterValue(name));
    });
    connect(m_parts.addresses, &TopListCard::chosen, this,
            [this](const QString& name) { m_parts.filter->addTerm(QStringLiteral("ip:") + name); });
    connect(m_parts.table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MaillogPage::showChosen);
    connect(m_parts.model, &QAbstractItemModel::modelReset, this, &MaillogPage::showChosen);
    connect(m_parts.detail, &DetailCard::simulateRequested, this,
            [this] { askAbout(&MaillogPage::simulateRequested); });
    connect(m_parts.detail, &DetailCard::explainRequested, this,
            [this] { askAbout(&MaillogPage::explainRequested); });
    connect(m_parts.detail, &DetailCard::copyRequested, this,
            [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
}

void MaillogPage::addCellActions()
{
    QAction* only = namedAction("maillog.onlyThis", this);
    QAction* exclude = namedAction("maillog.notThis", this);
    QAction* explain = namedAction("maillog.explainRow", this);
    for (QAction* action : {only, exclude, explain}) {
        m_parts.table->addContextAction(action);
    }
    const auto term = [this] { return m_parts.model->filterTerm(m_parts.table->currentIndex()); };
    connect(only, &QAction::triggered, this, [this, term] { m_parts.filter->addTerm(term()); });
    connect(exclude, &QAction::triggered, this, [this, term] {
        if (const QString what = term(); !what.isEmpty()) {
            m_parts.filter->addTerm(QLatin1Char('-') + what);
        }
    });
    connect(explain, &QAction::triggered, this, [this] { askAbout(&MaillogPage::explainRequested); });
}

void MaillogPage::pickLogs(bool add)
{
    m_services.filePicker.openFiles(
        this,
        {tr("Open mail logs"),
         m_paths.isEmpty() ? QStringLiteral("/var/log") : QFileInfo(m_paths.first()).path(),
         {tr("Mail logs (mail* *.log *.log.* *.gz *.xz *.bz2 *.zst)"), tr("All files (*)")}},
        [this, add](const QStringList& paths) {
            Q_EMIT showRequested();
            if (add) {
                addLogs(paths);
            } else {
                openLogs(paths);
            }
        });
}

void MaillogPage::openLogs(const QStringList& paths)
{
    m_paths = paths;
    load();
}

void MaillogPage::addLogs(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (!m_paths.contains(path)) {
            m_paths.append(path);
        }
    }
    load();
}

void MaillogPage::load()
{
    m_parts.notice->hide();
    m_parts.progress->setTexts(tr("Reading the mail log"), {});
    m_parts.progress->setShare(-1);
    m_parts.progress->show();
    qtio::LogRequest request;
    request.paths = m_paths;
    request.zone = qtio::zoneRules(QTimeZone::systemTimeZone());
    m_browser.load(request);
    findChild<QAction*>(QStringLiteral("maillog.reload"))->setEnabled(true);
    showFacts();
}

void MaillogPage::showLoaded()
{
    m_parts.progress->hide();
    const bool hasChecks = m_browser.logs()->logs.log->size() > 0;
    m_parts.stack->setCurrentIndex(hasChecks ? 0 : 1);
    m_parts.exporting->setEnabled(hasChecks);
    showNotice();
    showFacts();
    ask();
}

void MaillogPage::showNotice()
{
    m_parts.notice->removeButtons();
    if (const auto notice = noticeOf(*m_browser.logs())) {
        m_parts.notice->show(notice->level, notice->text);
    } else {
        m_parts.notice->hide();
    }
}

void MaillogPage::ask()
{
    m_typing.stop();
    m_browser.ask({m_parts.filter->filter(), m_parts.filter->span(), m_parts.chart->step()});
    m_parts.chart->setSpan(m_parts.filter->span());
}

void MaillogPage::showView()
{
    const auto view = m_browser.view();
    m_parts.chart->setView(*view);
    m_parts.chart->setSpan(m_parts.filter->span());
    m_parts.model->setView(view);
    m_parts.domains->setEntries(view->domains);
    m_parts.addresses->setEntries(view->addresses);
    m_parts.filter->setCounts(view->matching, view->total);
    if (m_parts.model->rowCount() > 0) {
        m_parts.table->selectRow(0);
    }
    showFacts();
    Q_EMIT statusChanged();
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
        m_parts.detail->setCheck((*view->logs->logs.log)[*row], messageLines(*view->logs, *row));
    } else {
        m_parts.detail->clear();
    }
    Q_EMIT rowChosen();
}

void MaillogPage::showFacts()
{
    m_parts.header->setFacts(factsOf(m_paths, m_browser.logs().get(), m_browser.view().get()));
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
                           &Tokens::accent, [this] { m_parts.filter->focusField(); }});
    }
    line.right.append({QStringLiteral("maillog.zone"),
                       QStringLiteral("history"),
                       zoneText(logs->offsetMinutes()),
                       &Tokens::secondaryText,
                       {}});
    return line;
}

QList<ActionSpec> MaillogPage::actions()
{
    return QList<ActionSpec>{
               {QStringLiteral("maillog.openLogs"),
                SPM_PHRASE("ui::MaillogPage", "Open &mail logs..."),
                MenuId::File,
                0,
                QStringLiteral("maillog"),
                QKeySequence(Qt::CTRL | Qt::Key_L),
                [this] { pickLogs(false); },
                {}},
               {QStringLiteral("maillog.addLogs"),
                SPM_PHRASE("ui::MaillogPage", "A&dd mail logs..."),
                MenuId::File,
                0,
                QStringLiteral("add"),
                {},
                [this] { pickLogs(true); },
                {}},
               {QStringLiteral("maillog.clearFilter"),
                SPM_PHRASE("ui::MaillogPage", "Clear the log filter"),
                MenuId::View,
                3,
                QStringLiteral("filter"),
                {},
                [this] { m_parts.filter->clear(); },
                {}},
           } +
           m_rowActions->specs();
}

void MaillogPage::retranslate()
{
    m_parts.header->setTitle(title());
    m_parts.empty->setTexts(m_paths.isEmpty() ? tr("No mail log is open") : tr("No SPF check was found"),
                            m_paths.isEmpty()
                                ? tr("Open the maillog of a gateway: plain, or compressed by logrotate.")
                                : tr("The file holds no line of policyd-spf or SPFPolicyd."),
                            tr("Open logs..."), QStringLiteral("open"));
    const auto name = [this](const char* action, const QString& text) {
        findChild<QAction*>(QLatin1String(action))->setText(text);
    };
    name("maillog.open", tr("Open logs..."));
    name("maillog.add", tr("Add logs..."));
    name("maillog.reload", tr("Read again"));
    name("maillog.onlyThis", tr("Only this"));
    name("maillog.notThis", tr("Not this"));
    name("maillog.explainRow", tr("Effective policy for this mail"));
    m_parts.retranslate();
    if (m_browser.logs()) {
        showNotice();
    }
    showFacts();
    Q_EMIT statusChanged();
}

void MaillogPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_parts.fit(size());
}

} // namespace ui
