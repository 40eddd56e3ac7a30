// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/follow/alert_dialog.h"

#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/follow/alert_model.h"
#include "ui/maillog/framed_list.h"
#include "ui/maillog/timeline/series.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFutureWatcher>
#include <QGridLayout>
#include <QHeaderView>
#include <QSpinBox>
#include <QTableWidget>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr int settledMs = 250;
constexpr int rulesHeight = 28 + 4 * 29;
constexpr int notesHeight = 28 + 4 * 26;
constexpr int mostMinutes = 7 * 24 * 60;
constexpr int replayWidth = 190;

std::vector<std::size_t> replay(const maillog::Log& log, const std::vector<maillog::AlertRule>& rules)
{
    std::vector<std::size_t> fired;
    for (const maillog::AlertRule& rule : rules) {
        fired.push_back(maillog::AlertWatch(rule).take(log, 0).size());
    }
    return fired;
}

/// In the order of the combo box: results, then actions.
std::vector<std::variant<spf::Result, maillog::Action>> subjects()
{
    std::vector<std::variant<spf::Result, maillog::Action>> all;
    for (const Series& series : seriesOf(SeriesBy::Result)) {
        all.emplace_back(static_cast<spf::Result>(series.index));
    }
    for (const maillog::Action action : {maillog::Action::Bypass, maillog::Action::TempBlock,
                                         maillog::Action::Block, maillog::Action::Skip}) {
        all.emplace_back(action);
    }
    return all;
}

QSpinBox* makeNumber(const char* name, int least, int most)
{
    auto* number = new QSpinBox;
    number->setObjectName(QLatin1String(name));
    number->setRange(least, most);
    number->setGroupSeparatorShown(true);
    number->setFixedWidth(130);
    return number;
}

} // namespace

AlertDialog::AlertDialog(AlertGuard& guard, std::shared_ptr<const maillog::Log> log, QWidget* parent)
    : Dialog(parent),
      m_guard(guard),
      m_log(std::move(log)),
      m_model(new AlertModel(guard.rules(), this)),
      m_rules(new TableView),
      m_what(new QComboBox),
      m_moreThan(makeNumber("maillog.alerts.moreThan", 0, 1'000'000)),
      m_minutes(makeNumber("maillog.alerts.minutes", 1, mostMinutes)),
      m_scope(new QComboBox),
      m_only(new ValidatedLineEdit),
      m_problem(new ProblemRow),
      m_again(makeNumber("maillog.alerts.again", 0, mostMinutes)),
      m_notes(new QTableWidget)
{
    setObjectName(QStringLiteral("maillog.alerts"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Notifications of the mail log"));
    auto* purpose = new Label(TextRole::Secondary, &Tokens::secondaryText);
    purpose->setText(
        tr("Checked while a log is followed. A rule notifies once, then again after the count has fallen."));
    purpose->setElide(Qt::ElideRight);
    subtitle()->addWidget(purpose, 1);
    body()->setSpacing(8);
    body()->addWidget(buildRules());
    body()->addWidget(buildForm());
    body()->addWidget(buildNotes());
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    QPushButton* keep = addButton(ButtonKind::Primary, tr("Save rules"), QStringLiteral("save"));
    keep->setObjectName(QStringLiteral("maillog.alerts.save"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(keep, &QAbstractButton::clicked, this, &AlertDialog::save);
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMs);
    connect(&m_settled, &QTimer::timeout, this, &AlertDialog::replayAll);
    m_model->setHasLog(m_log != nullptr);
    m_rules->selectRow(0);
    fillForm();
    fillNotes();
    replayAll();
    resize(std::min(720, parent->width() - 80), sizeHint().height());
}

QWidget* AlertDialog::buildRules()
{
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_rules->setObjectName(QStringLiteral("maillog.alerts.rules"));
    m_rules->setAccessibleName(tr("Rules"));
    m_rules->setModel(m_model);
    m_rules->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rules->horizontalHeader()->setSectionResizeMode(AlertModel::On, QHeaderView::Fixed);
    m_rules->horizontalHeader()->resizeSection(AlertModel::On, 56);
    m_rules->horizontalHeader()->setSectionResizeMode(AlertModel::Rule, QHeaderView::Stretch);
    m_rules->horizontalHeader()->setSectionResizeMode(AlertModel::Replay, QHeaderView::Fixed);
    m_rules->horizontalHeader()->resizeSection(AlertModel::Replay, replayWidth);
    m_rules->setFixedHeight(rulesHeight);
    rows->addWidget(new FramedList(
        *m_rules, tr("No rule yet. \"Add a rule\" makes one, such as: more than 20 fail in 10 minutes.")));
    auto* buttons = new QHBoxLayout;
    QPushButton* add = makeButton(ButtonKind::Small, QStringLiteral("add"));
    add->setText(tr("Add a rule"));
    add->setObjectName(QStringLiteral("maillog.alerts.add"));
    m_remove = makeButton(ButtonKind::Small, QStringLiteral("remove"));
    m_remove->setText(tr("Remove"));
    m_remove->setObjectName(QStringLiteral("maillog.alerts.remove"));
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    connect(add, &QAbstractButton::clicked, this, &AlertDialog::add);
    connect(m_remove, &QAbstractButton::clicked, this, &AlertDialog::remove);
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AlertDialog::fillForm);
    return box;
}

void AlertDialog::addField(QGridLayout& grid, int row, const QString& label, QWidget* field,
                           const QString& help)
{
    auto* name = new Label(TextRole::Label);
    name->setText(label);
    name->setBuddy(field);
    field->setAccessibleName(label);
    grid.addWidget(name, row, 0);
    grid.addWidget(field, row, 1, Qt::AlignLeft);
    auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
    words->setText(help);
    words->setElide(Qt::ElideRight);
    grid.addWidget(words, row, 2);
}

QWidget* AlertDialog::buildForm()
{
    m_form = new QWidget;
    auto* grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    m_what->setObjectName(QStringLiteral("maillog.alerts.what"));
    for (const auto& subject : subjects()) {
        maillog::AlertRule rule;
        rule.what = subject;
        m_what->addItem(wordOf(rule));
    }
    m_scope->setObjectName(QStringLiteral("maillog.alerts.scope"));
    m_scope->addItems(
        {tr("All mail"), tr("Sender domain"), tr("Client address"), tr("One domain or network")});
    m_only->setObjectName(QStringLiteral("maillog.alerts.only"));
    m_only->setMono(true);
    m_only->setMinimumWidth(210);
    addField(*grid, 0, tr("Count"), m_what, tr("Checks with this result, or mails with this action"));
    addField(*grid, 1, tr("More than"), m_moreThan, {});
    addField(*grid, 2, tr("Within (minutes)"), m_minutes, tr("By the times in the log"));
    addField(*grid, 3, tr("Count per"), m_scope, {});
    addField(*grid, 4, tr("Domain or network"), m_only, tr("*.example.jp or 192.0.2.0/24"));
    grid->addWidget(m_problem, 5, 1, 1, 2);
    addField(*grid, 6, tr("Remind every (minutes)"), m_again,
             tr("While the count stays above; 0 for no reminder"));
    for (QComboBox* choice : {m_what, m_scope}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &AlertDialog::takeForm);
    }
    for (QSpinBox* number : {m_moreThan, m_minutes, m_again}) {
        connect(number, &QSpinBox::valueChanged, this, &AlertDialog::takeForm);
    }
    connect(m_only, &QLineEdit::textChanged, this, &AlertDialog::takeForm);
    return m_form;
}

QWidget* AlertDialog::buildNotes()
{
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_notes->setObjectName(QStringLiteral("maillog.alerts.notes"));
    m_notes->setAccessibleName(tr("Noticed so far"));
    m_notes->setColumnCount(2);
    m_notes->setHorizontalHeaderLabels({tr("Noticed so far"), {}});
    m_notes->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_notes->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_notes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Fixed);
    m_notes->horizontalHeader()->resizeSection(0, 170);
    m_notes->horizontalHeader()->setFixedHeight(28);
    m_notes->verticalHeader()->hide();
    m_notes->verticalHeader()->setDefaultSectionSize(26);
    m_notes->setShowGrid(false);
    m_notes->setTabKeyNavigation(false);
    m_notes->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_notes->setSelectionMode(QAbstractItemView::SingleSelection);
    m_notes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_notes->setItemDelegate(new CellDelegate(m_notes));
    m_notes->setFixedHeight(notesHeight);
    rows->addWidget(new FramedList(*m_notes, tr("Nothing was noticed yet.")));
    m_show = makeButton(ButtonKind::Small, QStringLiteral("filter"));
    m_show->setText(tr("Show these checks"));
    m_show->setObjectName(QStringLiteral("maillog.alerts.show"));
    QPushButton* forget = makeButton(ButtonKind::Small, QStringLiteral("remove"));
    forget->setText(tr("Empty the list"));
    forget->setObjectName(QStringLiteral("maillog.alerts.forget"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_show);
    buttons->addWidget(forget);
    buttons->addStretch(1);
    rows->addLayout(buttons);
    connect(forget, &QAbstractButton::clicked, &m_guard, &AlertGuard::forgetNotes);
    connect(&m_guard, &AlertGuard::notesChanged, this, &AlertDialog::fillNotes);
    connect(m_notes, &QTableWidget::itemSelectionChanged, this,
            [this] { m_show->setEnabled(m_log && m_notes->currentRow() >= 0); });
    connect(m_show, &QAbstractButton::clicked, this, [this] {
        const AlertNote& note = m_guard.notes().at(static_cast<std::size_t>(m_notes->currentRow()));
        Q_EMIT showRequested(filterOf(note), spanOf(note));
        save();
    });
    return box;
}

int AlertDialog::row() const
{
    return m_rules->currentIndex().isValid() ? m_rules->currentIndex().row() : -1;
}

void AlertDialog::fillForm()
{
    const bool hasRule = row() >= 0;
    m_form->setEnabled(hasRule);
    m_remove->setEnabled(hasRule);
    if (!hasRule) {
        return;
    }
    const maillog::AlertRule& rule = m_model->rules().at(static_cast<std::size_t>(row()));
    const auto all = subjects();
    m_filling = true;
    m_what->setCurrentIndex(static_cast<int>(std::find(all.begin(), all.end(), rule.what) - all.begin()));
    m_moreThan->setValue(static_cast<int>(rule.moreThan));
    m_minutes->setValue(rule.minutes);
    const bool isForOne = !onlyOf(rule).isEmpty();
    m_scope->setCurrentIndex(isForOne ? 3 : static_cast<int>(rule.scope));
    m_only->setText(onlyOf(rule));
    m_only->setEnabled(isForOne);
    m_again->setValue(rule.againAfterMinutes);
    m_problem->clear();
    m_filling = false;
}

void AlertDialog::takeForm()
{
    if (m_filling || row() < 0) {
        return;
    }
    maillog::AlertRule rule = m_model->rules().at(static_cast<std::size_t>(row()));
    rule.what = subjects().at(static_cast<std::size_t>(m_what->currentIndex()));
    rule.moreThan = static_cast<std::uint64_t>(m_moreThan->value());
    rule.minutes = m_minutes->value();
    rule.againAfterMinutes = m_again->value();
    const bool isForOne = m_scope->currentIndex() == 3;
    rule.scope =
        isForOne ? maillog::AlertScope::All : static_cast<maillog::AlertScope>(m_scope->currentIndex());
    m_only->setEnabled(isForOne);
    const bool isSaid = !isForOne || !m_only->text().trimmed().isEmpty();
    const bool isGood = isSaid && setOnly(rule, isForOne ? m_only->text() : QString());
    m_only->setState(isGood || !isSaid ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Bad);
    if (!isGood) {
        m_problem->setProblem(Level::Error, {}, tr("Write a domain, an address or a network."));
        return; // the rule stays as it was
    }
    m_problem->clear();
    m_model->setRule(row(), rule);
    m_settled.start();
}

void AlertDialog::fillNotes()
{
    const auto& notes = m_guard.notes();
    m_notes->setRowCount(static_cast<int>(notes.size()));
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto* time = new QTableWidgetItem(timeOf(notes[i]));
        time->setData(CellDelegate::MonoRole, true);
        m_notes->setItem(static_cast<int>(i), 0, time);
        m_notes->setItem(static_cast<int>(i), 1, new QTableWidgetItem(sentenceOf(notes[i])));
    }
    m_show->setEnabled(m_log && m_notes->currentRow() >= 0);
    findChild<QPushButton*>(QStringLiteral("maillog.alerts.forget"))->setEnabled(!notes.empty());
}

/// Over all of the log, in a thread of its own: ten million checks take a moment.
void AlertDialog::replayAll()
{
    if (!m_log) {
        return;
    }
    const std::uint64_t number = ++m_replay;
    auto* watcher = new QFutureWatcher<std::vector<std::size_t>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        const auto fired = watcher->result();
        if (number == m_replay && fired.size() == m_model->rules().size()) {
            for (std::size_t i = 0; i < fired.size(); ++i) {
                m_model->setReplay(static_cast<int>(i), fired[i]);
            }
        }
    });
    watcher->setFuture(
        QtConcurrent::run([log = m_log, rules = m_model->rules()] { return replay(*log, rules); }));
}

void AlertDialog::add()
{
    m_rules->selectRow(m_model->add({}));
    m_what->setFocus();
    replayAll();
}

void AlertDialog::remove()
{
    m_model->remove(row());
    fillForm();
    replayAll();
}

void AlertDialog::save()
{
    m_guard.setRules(m_model->rules());
    accept();
}

} // namespace ui
