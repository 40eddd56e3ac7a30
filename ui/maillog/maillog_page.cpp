// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/maillog_page.h"

#include "core/qtio/log_zone.h"
#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/check_table.h"
#include "ui/maillog/detail_card.h"
#include "ui/maillog/export_menu.h"
#include "ui/maillog/filter_bar.h"
#include "ui/maillog/row_actions.h"
#include "ui/maillog/timeline_card.h"
#include "ui/maillog/top_list_card.h"
#include "ui/words/file_words.h"
#include "ui/words/log_words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTimeZone>

namespace ui {

namespace {

constexpr int pageEdge = 16;
constexpr int cardGap = 12;
constexpr int typingPause = 150; ///< ms
constexpr int narrowPage = 1050; ///< px; below it the top lists give way
constexpr int lowPage = 740;     ///< px; below it the chart is lower

LoggedMail loggedMail(const maillog::Check& check)
{
    const auto text = [](std::string_view bytes) {
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    return {check.address ? QString::fromStdString(check.address->toString()) : QString(), text(check.sender),
            text(check.helo)};
}

} // namespace

MaillogPage::MaillogPage(Services& services, QWidget* parent)
    : Page({QStringLiteral("maillog"), QStringLiteral("maillog"), PageGroup::Verify}, parent),
      m_services(services),
      m_header(new PageHeader),
      m_reload(makeButton(ButtonKind::Plain, QStringLiteral("refresh"))),
      m_export(makeButton(ButtonKind::Plain, QStringLiteral("export"))),
      m_open(makeButton(ButtonKind::Primary, QStringLiteral("open"))),
      m_notice(new NoticeBar),
      m_progress(new ProgressStrip),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState(QStringLiteral("maillog"))),
      m_filter(new FilterBar([this] {
          // Times without an offset are read on the clock of the host that wrote the log.
          const QDateTime now = m_services.now();
          const auto logs = m_browser.logs();
          const int seconds = logs ? logs->offsetMinutes() * 60 : now.offsetFromUtc();
          return maillog::FilterClock{now.toMSecsSinceEpoch(), maillog::ZoneRules::fixed(seconds)};
      })),
      m_chart(new TimelineCard),
      m_model(new CheckModel(this)),
      m_table(makeCheckTable(*m_model)),
      m_domains(new TopListCard(QStringLiteral("maillog.topDomains"))),
      m_addresses(new TopListCard(QStringLiteral("maillog.topAddresses"))),
      m_side(new QWidget),
      m_detail(new DetailCard),
      m_rowActions(nullptr),
      m_exports(nullptr)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    buildHeader();
    buildWayOut();
    buildBody();
    connectParts();
    MaillogPage::retranslate();
    m_stack->setCurrentWidget(m_empty);
    m_progress->hide();
    m_reload->setEnabled(false);
    m_export->setEnabled(false);
}

MaillogPage::~MaillogPage() = default;

void MaillogPage::buildHeader()
{
    m_reload->setObjectName(QStringLiteral("maillog.reload"));
    m_export->setObjectName(QStringLiteral("maillog.export"));
    m_open->setObjectName(QStringLiteral("maillog.open"));
    m_header->addButton(m_reload);
    m_header->addButton(m_export);
    m_header->addButton(m_open);
}

void MaillogPage::buildBody()
{
    auto* body = new QWidget;
    auto* rows = new QVBoxLayout(body);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(cardGap);
    rows->addWidget(m_filter);
    rows->addWidget(m_chart);
    rows->addWidget(buildColumns(), 3);
    rows->addWidget(m_detail, 2);
    m_stack->addWidget(body);
    m_stack->addWidget(m_empty);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(pageEdge, 0, pageEdge, cardGap);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    outer->addWidget(m_progress);
    outer->addWidget(m_exports->progress());
    outer->addWidget(m_notice);
    outer->addWidget(m_stack, 1);
    markPane(m_chart);
    markPane(m_table);
    markPane(m_side);
    markPane(m_detail);
}

QWidget* MaillogPage::buildColumns()
{
    auto* only = new QAction(m_table);
    only->setObjectName(QStringLiteral("maillog.onlyThis"));
    auto* exclude = new QAction(m_table);
    exclude->setObjectName(QStringLiteral("maillog.notThis"));
    m_table->addContextAction(only);
    m_table->addContextAction(exclude);
    auto* explain = new QAction(m_table);
    explain->setObjectName(QStringLiteral("maillog.explainRow"));
    connect(explain, &QAction::triggered, this, [this] { askAbout(&MaillogPage::explainRequested); });
    m_table->addContextAction(explain);
    cellMenu(only, exclude);
    auto* card = new Card;
    card->body()->addWidget(m_table);
    auto* sideRows = new QVBoxLayout(m_side);
    sideRows->setContentsMargins(0, 0, 0, 0);
    sideRows->setSpacing(cardGap);
    sideRows->addWidget(m_domains, 1);
    sideRows->addWidget(m_addresses, 1);
    m_side->setFixedWidth(340);
    auto* columns = new QWidget;
    auto* row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(cardGap);
    row->addWidget(card, 1);
    row->addWidget(m_side);
    return columns;
}

void MaillogPage::cellMenu(QAction* only, QAction* exclude)
{
    connect(only, &QAction::triggered, this,
            [this] { m_filter->addTerm(m_model->filterTerm(m_table->currentIndex())); });
    connect(exclude, &QAction::triggered, this, [this] {
        if (const QString term = m_model->filterTerm(m_table->currentIndex()); !term.isEmpty()) {
            m_filter->addTerm(QLatin1Char('-') + term);
        }
    });
}

void MaillogPage::connectParts()
{
    connect(m_open, &QPushButton::clicked, this, [this] { pickLogs(false); });
    connect(m_reload, &QPushButton::clicked, this, &MaillogPage::load);
    connect(m_empty, &EmptyState::buttonClicked, this, [this] { pickLogs(false); });
    connect(m_progress, &ProgressStrip::cancelRequested, &m_browser, &LogBrowser::cancelLoading);
    connect(&m_browser, &LogBrowser::progressed, this, [this](qint64 done, qint64 total) {
        m_progress->setShare(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1);
        const QLocale locale;
        m_progress->setTexts(
            tr("Reading the mail log"),
            tr("%1 of %2").arg(locale.formattedDataSize(done), locale.formattedDataSize(total)));
    });
    connect(&m_browser, &LogBrowser::loaded, this, &MaillogPage::showLoaded);
    connect(&m_browser, &LogBrowser::viewChanged, this, &MaillogPage::showView);
    connect(m_filter, &FilterBar::changed, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &MaillogPage::ask);
    connect(m_chart, &TimelineCard::stepChanged, this, &MaillogPage::ask);
    connect(m_chart, &TimelineCard::spanChosen, this, [this](std::optional<TimeSpan> span) {
        const auto logs = m_browser.logs();
        m_chart->setSpan(span);
        m_filter->setSpan(span, logs ? logs->offsetMinutes() : 0);
    });
    connect(m_domains, &TopListCard::chosen, this, [this](const QString& name) {
        m_filter->addTerm(QStringLiteral("domain:") + filterValue(name));
    });
    connect(m_addresses, &TopListCard::chosen, this,
            [this](const QString& name) { m_filter->addTerm(QStringLiteral("ip:") + name); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MaillogPage::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MaillogPage::showChosen);
    connect(m_detail, &DetailCard::simulateRequested, this,
            [this] { askAbout(&MaillogPage::simulateRequested); });
    connect(m_detail, &DetailCard::explainRequested, this,
            [this] { askAbout(&MaillogPage::explainRequested); });
    connect(m_detail, &DetailCard::copyRequested, this,
            [](const QString& text) { QGuiApplication::clipboard()->setText(text); });
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
    m_notice->hide();
    m_progress->setTexts(tr("Reading the mail log"), {});
    m_progress->setShare(-1);
    m_progress->show();
    qtio::LogRequest request;
    request.paths = m_paths;
    request.zone = qtio::zoneRules(QTimeZone::systemTimeZone());
    m_browser.load(request);
    m_reload->setEnabled(true);
    showFacts();
}

void MaillogPage::showLoaded()
{
    m_progress->hide();
    const maillog::Log& log = *m_browser.logs()->logs.log;
    m_stack->setCurrentIndex(log.size() > 0 ? 0 : 1);
    m_export->setEnabled(log.size() > 0);
    showNotices();
    showFacts();
    ask();
}

/// What is wrong with the files; one sentence a file, the worst first.
void MaillogPage::showNotices()
{
    const auto logs = m_browser.logs();
    m_notice->removeButtons();
    QStringList wrong;
    QStringList grown;
    for (const qtio::LoadedSource& source : logs->logs.sources) {
        if (source.error) {
            wrong.append(words::message(*source.error, source.path));
        } else if (source.hasGrown) {
            grown.append(words::logHasGrown(source.path));
        } else if (logs->logs.log->counts(static_cast<std::uint16_t>(&source - logs->logs.sources.data()))
                       .lines == 0) {
            grown.append(words::logIsEmpty(source.path));
        }
    }
    if (!wrong.isEmpty()) {
        m_notice->show(Level::Error, (wrong + grown).join(QLatin1Char('\n')));
    } else if (!grown.isEmpty()) {
        m_notice->show(Level::Info, grown.join(QLatin1Char('\n')));
    } else if (logs->logs.log->size() == 0) {
        m_notice->show(Level::Warning, words::logHasNoChecks());
    } else {
        m_notice->hide();
    }
}

void MaillogPage::ask()
{
    m_typing.stop();
    m_browser.ask({m_filter->filter(), m_filter->span(), m_chart->step()});
    m_chart->setSpan(m_filter->span());
}

void MaillogPage::showView()
{
    const auto view = m_browser.view();
    m_chart->setView(*view);
    m_chart->setSpan(m_filter->span());
    m_model->setView(view);
    m_domains->setEntries(view->domains);
    m_addresses->setEntries(view->addresses);
    m_filter->setCounts(view->matching, view->total);
    if (m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
    showFacts();
    Q_EMIT statusChanged();
}

void MaillogPage::showChosen()
{
    m_rowActions->refresh();
    const QModelIndex index = m_table->currentIndex();
    const auto view = m_browser.view();
    if (!index.isValid() || !view || index.row() >= m_model->rowCount()) {
        m_detail->clear();
        return;
    }
    m_detail->setCheck(m_model->check(index.row()), messageLines(*view->logs, m_model->logRow(index.row())));
}

void MaillogPage::showFacts()
{
    const auto view = m_browser.view();
    if (m_paths.isEmpty()) {
        m_header->setFacts(tr("SPF checks of policyd-spf and SPFPolicyd, from the log of Postfix"));
        return;
    }
    const QString name =
        m_paths.size() == 1 ? m_paths.first() : tr("%n file(s)", nullptr, static_cast<int>(m_paths.size()));
    const auto logs = m_browser.logs();
    if (!logs) {
        m_header->setFacts(name);
        return;
    }
    const maillog::LineCounts counts = logs->logs.log->totalCounts();
    const QLocale locale;
    QStringList facts{
        name, locale.formattedDataSize(static_cast<qint64>(counts.bytes)),
        tr("%Ln line(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(counts.lines, INT_MAX)))};
    if (view && view->guessed > 0) {
        facts.append(
            tr("guessed %1 %")
                .arg(locale.toString(
                    100.0 * static_cast<double>(view->guessed) / static_cast<double>(view->total), 'f', 1)));
    }
    if (counts.unreadable > 0) {
        facts.append(tr("%Ln unreadable line(s)", nullptr, static_cast<int>(counts.unreadable)));
    }
    m_header->setFacts(facts.join(QStringLiteral("  ·  ")));
}

std::vector<LoggedMail> MaillogPage::shownMails(std::size_t most) const
{
    std::vector<LoggedMail> mails;
    QSet<QString> known;
    for (int row = 0; row < m_model->rowCount() && mails.size() < most; ++row) {
        const LoggedMail mail = loggedMail(m_model->check(row));
        const QString key = mail.address + QChar(0) + mail.sender + QChar(0) + mail.helo;
        if (!mail.address.isEmpty() && !known.contains(key)) {
            known.insert(key);
            mails.push_back(mail);
        }
    }
    return mails;
}

/// The signal for the row chosen.
void MaillogPage::askAbout(void (MaillogPage::*request)(const LoggedMail&))
{
    const QModelIndex index = m_table->currentIndex();
    if (index.isValid()) {
        Q_EMIT(this->*request)(loggedMail(m_model->check(index.row())));
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
    if (logs) {
        if (m_filter->activeCount() > 0) {
            line.right.append({QStringLiteral("maillog.filters"), QStringLiteral("filter"),
                               tr("%n filter(s)", nullptr, static_cast<int>(m_filter->activeCount())),
                               &Tokens::accent, [this] { m_filter->focusField(); }});
        }
        const int offset = logs->offsetMinutes();
        const QString zone = QStringLiteral("UTC%1%2:%3")
                                 .arg(offset < 0 ? QStringLiteral("−") : QStringLiteral("+"))
                                 .arg(std::abs(offset) / 60)
                                 .arg(std::abs(offset) % 60, 2, 10, QLatin1Char('0'));
        line.right.append(
            {QStringLiteral("maillog.zone"), QStringLiteral("history"), zone, &Tokens::secondaryText, {}});
    }
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
                [this] { m_filter->clear(); },
                {}},
           }
           << m_rowActions->specs();
}

void MaillogPage::retranslate()
{
    m_header->setTitle(title());
    m_reload->setText(tr("Read again"));
    m_export->setText(tr("Export..."));
    m_open->setText(tr("Open logs..."));
    m_empty->setTexts(m_paths.isEmpty() ? tr("No mail log is open") : tr("No SPF check was found"),
                      m_paths.isEmpty()
                          ? tr("Open the maillog of a gateway: plain, or compressed by logrotate.")
                          : tr("The file holds no line of policyd-spf or SPFPolicyd."),
                      tr("Open logs..."), QStringLiteral("open"));
    m_domains->setTexts(tr("Sender domains"), tr("No domain in these checks."));
    m_addresses->setTexts(tr("Client addresses"), tr("No address in these checks."));
    m_table->setAccessibleName(tr("Checks"));
    const auto name = [this](const char* action, const QString& text) {
        m_table->findChild<QAction*>(QLatin1String(action))->setText(text);
    };
    name("maillog.onlyThis", tr("Only this"));
    name("maillog.notThis", tr("Not this"));
    name("maillog.explainRow", tr("Effective policy for this mail"));
    m_rowActions->retranslate();
    m_exports->retranslate();
    m_model->retranslate();
    if (m_browser.logs()) {
        showNotices();
    }
    showFacts();
    Q_EMIT statusChanged();
}

void MaillogPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    m_side->setVisible(width() >= narrowPage);
    m_chart->setLow(height() < lowPage);
}

} // namespace ui
