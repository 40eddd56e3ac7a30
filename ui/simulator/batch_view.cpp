// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_view.h"

#include "core/qtio/files/file_store.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/common/surface.h"
#include "ui/simulator/batch_card.h"
#include "ui/simulator/batch_inputs.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/paste_dialog.h"
#include "ui/words/file_words.h"
#include "ui/words/trace_words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QLocale>
#include <QShortcut>
#include <QStackedLayout>

namespace ui {

namespace {

constexpr int cardGap = 12;
constexpr int refreshPause = 100; ///< ms
constexpr std::size_t cachedAnswers = 20'000;
constexpr qsizetype longestEdited = 200'000; ///< more text than this is taken as it is

/// The command line would read the same mails.
bool suitsCommand(const QByteArray& bytes)
{
    const qtio::MailTable exact(bytes, qtio::MailTableForm::Exact);
    const qtio::MailTable tolerant(bytes, qtio::MailTableForm::Tolerant);
    return exact.columns().isUsable() && tolerant.separator() == ',' && exact.columns() == tolerant.columns();
}

} // namespace

BatchView::BatchView(const Services& services, ConditionsNow conditions, ResolverMaker makeResolver,
                     QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_conditions(std::move(conditions)),
      m_makeResolver(std::move(makeResolver)),
      m_model(new BatchModel(this)),
      m_inputs(new BatchInputs(this)),
      m_notice(new NoticeBar),
      m_progress(new ProgressStrip),
      m_stack(new QStackedLayout),
      m_card(new BatchCard(*m_model, services.filePicker)),
      m_empty(new EmptyState(QStringLiteral("table")))
{
    m_inputs->hide(); // until somebody places it
    m_refresh.setInterval(refreshPause);
    m_stack->addWidget(m_card);
    buildEmpty();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(cardGap);
    column->addWidget(m_notice);
    column->addWidget(m_progress);
    column->addLayout(m_stack, 1);
    connectParts();
    retranslate();
    showState();
}

BatchView::~BatchView() = default;

QWidget* BatchView::inputs() const
{
    return m_inputs;
}

void BatchView::buildEmpty()
{
    auto* page = new Card;
    auto* example = new Surface(&Tokens::sunken, Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge);
    auto* lines = new QVBoxLayout(example);
    lines->setContentsMargins(14, 8, 14, 8);
    lines->setSpacing(2);
    for (const char* line :
         {"ip,helo,sender", "192.0.2.10,mx.example.com,a@example.com", "2001:db8::10,mx.example.net,<>"}) {
        auto* label = new Label(TextRole::Secondary, &Tokens::secondaryText);
        label->setFont(monoFont(12));
        label->setText(QLatin1String(line));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        lines->addWidget(label);
    }
    page->body()->addStretch(1);
    page->body()->addWidget(m_empty);
    page->body()->addWidget(example, 0, Qt::AlignHCenter);
    page->body()->addStretch(2);
    m_stack->addWidget(page);
}

void BatchView::connectParts()
{
    connect(m_inputs, &BatchInputs::pasteRequested, this, &BatchView::paste);
    connect(m_inputs, &BatchInputs::openRequested, this, &BatchView::chooseFile);
    connect(m_inputs, &BatchInputs::logRequested, this, &BatchView::takeLog);
    connect(m_empty, &EmptyState::buttonClicked, this, &BatchView::paste);
    connect(new QShortcut(QKeySequence::Paste, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &BatchView::pasteClipboard);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &BatchView::cancel);
    connect(&m_refresh, &QTimer::timeout, this, &BatchView::refresh);
    connect(m_card, &BatchCard::mailChosen, this, &BatchView::open);
    connect(m_card, &BatchCard::noticed, m_notice, &NoticeBar::show);
}

void BatchView::setLogSource(std::function<std::vector<MailInputs>()> rows)
{
    m_logRows = std::move(rows);
    m_inputs->setLogAvailable(m_logRows && !m_logRows().empty());
}

void BatchView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_inputs->setLogAvailable(m_logRows && !m_logRows().empty());
}

void BatchView::setMails(const std::vector<MailInputs>& mails)
{
    auto rows = std::make_shared<std::vector<qtio::MailRow>>();
    rows->reserve(mails.size());
    for (const MailInputs& mail : mails) {
        policy::Request request;
        request.clientAddress = mail.client.toStdString();
        request.sender = mail.sender.toStdString();
        request.heloName = mail.helo.toStdString();
        rows->push_back(qtio::mailRow(rows->size() + 1, std::move(request)));
    }
    m_reader.reset();
    m_origin = {Origin::Kind::Log, {}, false};
    take(std::move(rows));
}

void BatchView::takeLog()
{
    const std::vector<MailInputs> rows = m_logRows();
    m_inputs->setLogAvailable(!rows.empty());
    if (!rows.empty()) {
        setMails(rows);
    }
}

void BatchView::paste()
{
    const QString text = QApplication::clipboard()->text();
    if (text.size() > longestEdited) {
        setText(text);
        return;
    }
    auto* dialog = new PasteDialog(columnWords(text.toUtf8()).isEmpty() ? QString() : text, this);
    connect(dialog, &PasteDialog::taken, this, &BatchView::setText);
    dialog->open();
}

void BatchView::pasteClipboard()
{
    setText(QApplication::clipboard()->text());
}

void BatchView::setText(const QString& text)
{
    read(text.toUtf8(), {Origin::Kind::Pasted, {}, false});
}

void BatchView::chooseFile()
{
    FileRequest request;
    request.title = tr("Open a table of mails");
    request.folder = m_origin.path;
    request.filters = {tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")};
    m_services.filePicker.openFile(this, request, [this](const QString& path) { openFile(path); });
}

void BatchView::openFile(const QString& path)
{
    const auto content = qtio::LocalFileStore().read(path);
    if (content) {
        read(content->bytes, {Origin::Kind::File, path, suitsCommand(content->bytes)});
    } else {
        m_notice->show(Level::Error, words::message(content.error()));
    }
}

void BatchView::read(const QByteArray& bytes, Origin origin)
{
    m_notice->hide();
    qtio::MailTable table(bytes, qtio::MailTableForm::Tolerant);
    if (!table.columns().isUsable()) {
        m_notice->show(
            Level::Error,
            tr("%1: no mails are recognised. Every line needs an IP address and a sender or a HELO name; a "
               "first line may name the columns ip, helo and sender.")
                .arg(origin.kind == Origin::Kind::File ? origin.path : tr("Pasted text")));
        return;
    }
    m_reader = std::make_unique<qtio::MailReader>(std::move(table));
    connect(m_reader.get(), &qtio::MailReader::progressed, this,
            [this] { m_inputs->setReading(m_reader->rowCount()); });
    connect(m_reader.get(), &qtio::MailReader::finished, this, [this, origin](const Rows& rows) {
        m_reader.release()->deleteLater();
        m_origin = origin;
        take(rows);
    });
    m_reader->start();
    Q_EMIT changed();
}

void BatchView::take(Rows rows)
{
    stop();
    m_notice->hide();
    m_tookMs = -1;
    m_model->setMails(std::move(rows));
    m_card->clearFilter();
    showState();
    Q_EMIT changed();
}

bool BatchView::canRun() const
{
    return !m_reader && m_model->results().size() > m_model->count(BatchKind::Unreadable);
}

bool BatchView::prepare()
{
    const Conditions conditions = m_conditions();
    auto made = m_makeResolver(conditions.source);
    if (!made) {
        m_notice->show(Level::Error, made.error());
        return false;
    }
    m_source = conditions.source;
    m_cache.reset();
    m_resolver = std::move(*made);
    m_cache = std::make_unique<qtio::CachingResolver>(*m_resolver, cachedAnswers);
    m_setup = {};
    m_setup.config = conditions.config;
    m_setup.receiver = conditions.receiver;
    m_setup.time = conditions.time;
    m_setup.options.limits = conditions.limits;
    return true;
}

void BatchView::run()
{
    stop();
    m_notice->hide();
    if (!canRun() || !prepare()) {
        Q_EMIT changed();
        return;
    }
    m_tookMs = -1;
    m_model->clearOutcomes();
    m_run = std::make_unique<qtio::BatchRun>(m_model->results().mails, m_setup, *m_cache,
                                             qtio::BatchRun::Order::AsFinished);
    connect(m_run.get(), &qtio::BatchRun::checked, this,
            [this](std::size_t row, const qtio::BatchOutcome& outcome) {
                if (outcome) {
                    m_model->setOutcome(row, outcome);
                }
            });
    connect(m_run.get(), &qtio::BatchRun::finished, this, &BatchView::finish);
    m_clock.start();
    m_refresh.start();
    m_run->start();
    showState();
    Q_EMIT started();
    Q_EMIT changed();
}

void BatchView::refresh()
{
    m_model->flush();
    showState();
}

/// Ends a run, if any; what is finished stays.
void BatchView::stop()
{
    m_run.reset();
    m_refresh.stop();
    m_model->flush();
    m_model->settleOrder();
}

void BatchView::finish()
{
    // The sender of the signal: it goes once this call has returned to it.
    m_run.release()->deleteLater();
    m_tookMs = m_clock.elapsed();
    stop();
    const QString words = m_model->count(BatchKind::TempError) > 0 ? offlineWords(m_source) : QString();
    if (!words.isEmpty()) {
        m_notice->show(Level::Warning, words);
    }
    showState();
    Q_EMIT finished();
    Q_EMIT changed();
}

void BatchView::cancel()
{
    if (!isRunning() && !m_reader) {
        return;
    }
    m_reader.reset();
    if (isRunning()) {
        stop();
        m_notice->show(Level::Info, tr("Cancelled. The results so far stay; another run begins anew."));
    }
    showState();
    Q_EMIT changed();
}

void BatchView::conditionsChanged()
{
    if (isRunning()) {
        stop();
    }
    m_model->setStale(m_model->checkedCount() > 0);
    showState();
    Q_EMIT changed();
}

QString BatchView::command(const QString& configFile) const
{
    if (!m_origin.suitsCommand) {
        return {};
    }
    const Conditions conditions = m_conditions();
    return commandLine(BatchCommand{m_origin.path, configFile, conditions.source, conditions.limits});
}

void BatchView::open(std::size_t row)
{
    if (const auto& request = m_model->results().mail(row).request) {
        Q_EMIT mailChosen({QString::fromStdString(request->clientAddress),
                           QString::fromStdString(request->sender),
                           QString::fromStdString(request->heloName)});
    }
}

void BatchView::showState()
{
    const std::size_t all = m_model->results().size();
    const std::size_t unreadable = m_model->count(BatchKind::Unreadable);
    m_stack->setCurrentIndex(all > 0 ? 0 : 1);
    if (!m_reader) {
        m_inputs->setCounts(all - unreadable, unreadable);
    }
    m_card->refresh();
    m_progress->setVisible(isRunning());
    if (isRunning()) {
        showProgress();
    }
    showWords();
}

void BatchView::showProgress()
{
    const auto done = static_cast<double>(m_model->checkedCount());
    const auto all = static_cast<double>(m_model->results().size() - m_model->count(BatchKind::Unreadable));
    const QLocale locale;
    constexpr qint64 firstEstimate = 1000; // ms
    QString left;
    if (m_clock.elapsed() > firstEstimate && done > 0) {
        const int seconds =
            static_cast<int>(static_cast<double>(m_clock.elapsed()) * (all - done) / done / 1000);
        left = seconds < 90 ? tr("about %Ln second(s) left", nullptr, seconds + 1)
                            : tr("about %Ln minute(s) left", nullptr, (seconds + 30) / 60);
    }
    m_progress->setTexts(
        tr("Checking: %1 of %2 mails").arg(locale.toString(done, 'f', 0), locale.toString(all, 'f', 0)),
        left);
    m_progress->setShare(done / all);
}

void BatchView::showWords()
{
    const QLocale locale;
    const std::size_t checked = m_model->checkedCount();
    const std::size_t mails = m_model->results().size() - m_model->count(BatchKind::Unreadable);
    QString note =
        tr("%1 of %2 checked").arg(locale.toString(qulonglong(checked)), locale.toString(qulonglong(mails)));
    if (m_model->isStale()) {
        note = tr("%1, under other conditions than now").arg(note);
    } else if (m_tookMs >= 0) {
        note = tr("%1 in %2").arg(note, words::milliseconds(std::chrono::milliseconds(m_tookMs)));
    }
    m_card->setWords(m_origin.kind == Origin::Kind::File  ? QFileInfo(m_origin.path).fileName()
                     : m_origin.kind == Origin::Kind::Log ? tr("Mails of the log")
                                                          : tr("Pasted mails"),
                     note);
}

void BatchView::retranslate()
{
    m_inputs->retranslate();
    m_card->retranslate();
    m_empty->setTexts(tr("No mails yet"),
                      tr("Paste rows from a spreadsheet or a ticket, open a CSV file, or take the rows that "
                         "the mail log page shows."),
                      tr("Paste…"), QStringLiteral("import"));
    showState();
}

} // namespace ui
