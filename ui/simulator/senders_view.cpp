// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/senders_view.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/icons.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/simulator/command_line.h"
#include "ui/simulator/senders_csv.h"
#include "ui/simulator/senders_inputs.h"
#include "ui/simulator/senders_strip.h"
#include "ui/simulator/term_tree.h"
#include "ui/words/outline_words.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedLayout>

namespace ui {

namespace {

constexpr int cardGap = 12;
constexpr int patience = 300; ///< ms
constexpr int counterWidth = 88;

int widthOf(SendersModel::Column column)
{
    switch (column) {
    case SendersModel::Network:
        return 150;
    case SendersModel::Size:
        return 102;
    case SendersModel::Effect:
        return 92;
    case SendersModel::From:
        return 184;
    case SendersModel::Operator:
        return 180;
    case SendersModel::Notes:
    case SendersModel::columnTotal:
        break;
    }
    return 150;
}

} // namespace

SendersView::SendersView(const Services& services, ConditionsNow conditions, ResolverMaker makeResolver,
                         QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_conditions(std::move(conditions)),
      m_makeResolver(std::move(makeResolver)),
      m_filter(m_list),
      m_inputs(new SendersInputs(this)),
      m_notice(new NoticeBar),
      m_progress(new ProgressStrip),
      m_stack(new QStackedLayout),
      m_empty(new EmptyState(QStringLiteral("network"))),
      m_strip(new SendersStrip),
      m_treeCard(new Card),
      m_tree(new TermTree),
      m_fold(makeButton(ButtonKind::Small)),
      m_tableCard(new Card),
      m_tableStack(new QStackedLayout),
      m_table(new TableView),
      m_nothing(new EmptyState(QStringLiteral("network"))),
      m_operators(makeButton(ButtonKind::Small, QStringLiteral("search"))),
      m_copy(makeButton(ButtonKind::Small, QStringLiteral("copy"))),
      m_export(makeButton(ButtonKind::Small, QStringLiteral("export"))),
      m_simulate(new QAction(this))
{
    m_inputs->hide();
    m_progress->hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    buildTree();
    buildTable();
    buildColumns();
    connectParts();
    retranslate();
}

SendersView::~SendersView() = default;

void SendersView::buildTree()
{
    m_tree->setObjectName(QStringLiteral("senders.tree"));
    m_fold->setObjectName(QStringLiteral("senders.fold"));
    m_tree->showModel(m_terms);
    m_tree->header()->resizeSection(TraceModel::CountColumn, counterWidth);
    m_treeCard->addHeadWidget(m_fold);
    m_treeCard->body()->addWidget(m_tree);
}

void SendersView::buildTable()
{
    m_table->setObjectName(QStringLiteral("senders.table"));
    m_operators->setObjectName(QStringLiteral("senders.operators"));
    m_copy->setObjectName(QStringLiteral("senders.copy"));
    m_export->setObjectName(QStringLiteral("senders.export"));
    m_table->setModel(&m_filter);
    m_table->setItemDelegateForColumn(SendersModel::Effect, new BadgeDelegate(m_table));
    for (int column = 0; column < SendersModel::columnTotal; ++column) {
        m_table->setColumnWidth(column, widthOf(static_cast<SendersModel::Column>(column)));
    }
    m_simulate->setIcon(themedIcon(QStringLiteral("simulator"), &Tokens::secondaryText));
    m_table->addContextAction(m_simulate);
    for (QPushButton* button : {m_operators, m_copy, m_export}) {
        m_tableCard->addHeadWidget(button);
    }
    m_tableStack->addWidget(m_table);
    m_tableStack->addWidget(m_nothing);
    m_tableCard->body()->addLayout(m_tableStack, 1);
}

void SendersView::buildColumns()
{
    auto* found = new QWidget;
    auto* rows = new QVBoxLayout(found);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(cardGap);
    rows->addWidget(m_strip);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(cardGap);
    columns->addWidget(m_treeCard, 6);
    columns->addWidget(m_tableCard, 7);
    rows->addLayout(columns, 1);
    auto* emptyCard = new Card;
    emptyCard->body()->addWidget(m_empty);
    m_stack->addWidget(emptyCard);
    m_stack->addWidget(found);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(cardGap);
    outer->addWidget(m_notice);
    outer->addWidget(m_progress);
    outer->addLayout(m_stack, 1);
}

void SendersView::connectParts()
{
    connect(m_inputs, &SendersInputs::changed, this, &SendersView::inputChanged);
    connect(m_inputs, &SendersInputs::runRequested, this, &SendersView::run);
    connect(m_empty, &EmptyState::buttonClicked, this, &SendersView::run);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &SendersView::cancel);
    connect(&m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    connect(m_strip, &SendersStrip::addressChanged, this, &SendersView::askForAddress);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SendersView::chooseTerm);
    connect(m_fold, &QAbstractButton::clicked, this, [this] {
        m_isFolded = !m_isFolded;
        showFolds();
    });
    connect(m_operators, &QAbstractButton::clicked, this, &SendersView::lookUpOperators);
    connect(m_copy, &QAbstractButton::clicked, this,
            [this] { QApplication::clipboard()->setText(networkLines(outcome()->senders)); });
    connect(m_export, &QAbstractButton::clicked, this, [this] {
        FileRequest request;
        request.title = tr("Export the networks");
        request.folder = QString::fromStdString(outcome()->root.domain) + QStringLiteral(".csv");
        request.filters = {tr("Tables (*.csv)"), tr("All files (*)")};
        m_services.filePicker.saveFile(this, request, [this](const QString& path) { exportTo(path); });
    });
    connect(m_simulate, &QAction::triggered, this, &SendersView::simulateCurrent);
}

QWidget* SendersView::inputs() const
{
    return m_inputs;
}

void SendersView::show(const QString& domain)
{
    m_inputs->setDomain(domain);
    run();
}

bool SendersView::canRun() const
{
    return m_inputs->isComplete();
}

QString SendersView::command() const
{
    ExplainCommand command;
    command.domain = m_inputs->domain();
    command.covers = m_strip->address() ? QString::fromStdString(m_strip->address()->toString()) : QString();
    command.withOperators = !m_list.operators().empty();
    const Conditions conditions = m_conditions();
    command.source = conditions.source;
    command.limits = conditions.limits;
    return commandLine(command);
}

void SendersView::inputChanged()
{
    stop();
    setStale(outcome() != nullptr);
    showState();
}

void SendersView::conditionsChanged()
{
    inputChanged();
}

void SendersView::run()
{
    if (!canRun()) {
        m_inputs->focusFirst();
        return;
    }
    stop();
    m_notice->hide();
    const Conditions conditions = m_conditions();
    m_source = conditions.source;
    m_limits = conditions.limits;
    auto made = m_makeResolver(m_source);
    if (!made) {
        setStale(outcome() != nullptr);
        m_notice->show(Level::Error, made.error());
        showState();
        return;
    }
    m_resolver = std::move(*made);
    m_run = std::make_unique<qtio::OutlineRun>(m_inputs->domain().toStdString(), *m_resolver);
    connect(m_run.get(), &qtio::OutlineRun::finished, this, &SendersView::finish);
    m_patience.start();
    setStale(outcome() != nullptr);
    showState();
    m_run->start();
    Q_EMIT started();
}

void SendersView::stop()
{
    m_run.reset();
    m_origins.reset();
    m_patience.stop();
    m_progress->hide();
}

void SendersView::cancel()
{
    const bool wasRunning = isRunning();
    stop();
    showState();
    if (wasRunning) {
        m_notice->show(Level::Info, outcome() != nullptr
                                        ? tr("Cancelled. What is shown is that of the run before.")
                                        : tr("Cancelled."));
    }
}

void SendersView::finish()
{
    const spf::Outline& outline = m_run->outline();
    auto found = std::make_shared<SendersOutcome>();
    found->root = outline.root();
    found->answers = outline.answers();
    found->voidLookups = outline.voidLookups();
    found->limits = m_limits;
    found->senders = spf::senderNetworks(found->root);
    // The sender of the signal: it goes once this call has returned to it.
    m_run.release()->deleteLater();
    stop();
    m_terms.setOutcome(found);
    m_list.setOutcome(found);
    m_strip->setOutcome(found);
    setStale(false);
    m_isFolded = false;
    showFolds();
    m_tree->setCurrentIndex(m_terms.index(0, 0));
    if (const QString offline = offlineWords(m_source);
        found->root.state == spf::OutlineState::DnsFailure && !offline.isEmpty()) {
        m_notice->show(Level::Warning, offline);
    }
    showState();
    Q_EMIT finished();
}

void SendersView::lookUpOperators()
{
    if (m_origins != nullptr) {
        m_origins.reset();
        showState();
        return;
    }
    std::vector<net::Network> networks;
    for (const spf::SenderNetwork& one : outcome()->senders.networks) {
        networks.push_back(one.network.network);
    }
    m_origins = std::make_unique<qtio::OriginRun>(networks, *m_resolver);
    connect(m_origins.get(), &qtio::OriginRun::finished, this, &SendersView::finishOperators);
    showState();
    m_origins->start();
}

void SendersView::finishOperators()
{
    SendersModel::Operators operators;
    for (const spf::SenderNetwork& one : outcome()->senders.networks) {
        operators.push_back(m_origins->operatorOf(one.network.network));
    }
    const QString note = words::operatorsNote(m_origins->untold(), m_origins->isCut());
    m_origins.release()->deleteLater();
    m_list.setOperators(std::move(operators));
    if (!note.isEmpty()) {
        m_notice->show(Level::Info, note);
    }
    showState();
}

void SendersView::chooseTerm()
{
    m_filter.setPlace(m_terms.placeOf(m_tree->currentIndex()));
    showTable();
}

void SendersView::askForAddress()
{
    m_tree->setCurrentIndex(m_terms.index(0, 0));
    m_filter.setAddress(m_strip->address());
    showTable();
    Q_EMIT changed();
}

void SendersView::simulateCurrent()
{
    const QModelIndex current = m_filter.mapToSource(m_table->currentIndex());
    if (current.isValid()) {
        const net::Network& network = m_list.network(current.row()).network.network;
        Q_EMIT simulateRequested(
            {QString::fromStdString(network.first().toString()),
             QStringLiteral("postmaster@") + QString::fromStdString(outcome()->root.domain),
             {}});
    }
}

void SendersView::exportTo(const QString& path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && writeCsv(file, m_list) && file.commit()) {
        m_notice->show(Level::Good, tr("Written to %1.").arg(path));
    } else {
        m_notice->show(Level::Error, tr("%1 could not be written: %2").arg(path, file.errorString()));
    }
}

void SendersView::setStale(bool isStale)
{
    m_tree->setDimmed(isStale);
    m_list.setStale(isStale);
    m_strip->setStale(isStale);
}

void SendersView::showState()
{
    const bool hasOutcome = outcome() != nullptr;
    m_inputs->setBusy(isRunning());
    m_stack->setCurrentIndex(hasOutcome ? 1 : 0);
    m_progress->setTexts(tr("The records of %1 are read.").arg(m_inputs->domain()), {});
    const bool hasNetworks = hasOutcome && m_list.rowCount() > 0;
    m_operators->setText(m_origins != nullptr ? tr("Cancel the look-up") : tr("Look up operators"));
    m_operators->setEnabled(hasNetworks && !isRunning() && m_list.operators().empty());
    m_copy->setEnabled(hasNetworks);
    m_export->setEnabled(hasNetworks);
    for (const auto column : {SendersModel::Effect, SendersModel::Operator, SendersModel::Notes}) {
        m_table->setColumnHidden(column, !m_list.isUsed(column));
    }
    showTable();
    Q_EMIT changed();
}

void SendersView::showFolds()
{
    m_tree->collapseAll();
    m_isFolded ? m_tree->expandToDepth(0) : m_tree->expandAll();
    m_fold->setText(m_isFolded ? tr("Expand all") : tr("Collapse"));
}

void SendersView::showTable()
{
    const int shown = m_filter.rowCount();
    const int all = m_list.rowCount();
    m_tableCard->setNote(shown == all ? QString() : tr("%1 of %2").arg(shown).arg(all));
    m_tableStack->setCurrentIndex(shown > 0 ? 0 : 1);
    m_nothing->setTexts(tr("No networks"), all > 0
                                               ? tr("No listed network fits the choice.")
                                               : tr("Nothing that can be listed may send as this domain."));
}

void SendersView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isRunning()) {
        cancel();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SendersView::retranslate()
{
    m_inputs->retranslate();
    m_strip->retranslate();
    m_treeCard->setTitle(tr("Terms"));
    m_tableCard->setTitle(tr("Networks"));
    m_tree->setAccessibleName(tr("Terms of the record and of all it includes"));
    m_table->setAccessibleName(tr("Networks"));
    m_fold->setText(m_isFolded ? tr("Expand all") : tr("Collapse"));
    m_operators->setToolTip(
        tr("Asks Team Cymru's public zones over DNS who announces the networks (100 at most)"));
    m_copy->setText(tr("Copy all"));
    m_copy->setToolTip(tr("All networks that may send, one a line"));
    m_export->setText(tr("Export"));
    m_simulate->setText(tr("Simulate a mail from this network"));
    m_empty->setTexts(tr("Who may send as a domain?"),
                      tr("Enter a domain. Its record and all records it includes are read, without a mail."),
                      tr("Show"), QStringLiteral("play"));
    m_terms.retranslate();
    m_list.retranslate();
    showState();
}

} // namespace ui
