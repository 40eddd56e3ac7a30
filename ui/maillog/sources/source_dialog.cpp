// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_dialog.h"

#include "core/qtio/log/log_zone.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/table_view.h"
#include "ui/maillog/framed_list.h"
#include "ui/maillog/log_facts.h"
#include "ui/maillog/sources/source_model.h"
#include "ui/maillog/sources/source_server_dialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSpinBox>
#include <QTimeZone>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int tableRows = 7;
constexpr int countWidth = 88;
constexpr int stampWidth = 136;
constexpr int zoneWidth = 168;
constexpr int yearWidth = 140;
constexpr int noYear = 1969; ///< below the first year a log can be of
constexpr int lastYear = 2099;

QString zoneName(const QTimeZone& zone)
{
    return QString::fromUtf8(zone.id());
}

} // namespace

SourceDialog::SourceDialog(SourcePlaces places, const QStringList& paths,
                           std::shared_ptr<const OpenLogs> logs, const QStringList& leftOut, QWidget* parent)
    : Dialog(parent),
      m_places(std::move(places)),
      m_logs(std::move(logs)),
      m_model(new SourceModel(this)),
      m_table(new TableView),
      m_rotated(makeButton(ButtonKind::Small, QStringLiteral("history"))),
      m_remove(makeButton(ButtonKind::Small, QStringLiteral("remove"))),
      m_zone(new QComboBox),
      m_year(new QSpinBox),
      m_problem(new ProblemRow)
{
    setObjectName(QStringLiteral("maillog.sources"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Log sources"));
    auto* purpose = new Label(TextRole::Secondary, &Tokens::secondaryText);
    purpose->setText(tr("All of them are read as one log, in the order of time."));
    subtitle()->addWidget(purpose);
    subtitle()->addStretch(1);
    body()->setSpacing(8);
    body()->addWidget(buildTable());
    body()->addWidget(m_problem);
    if (!leftOut.isEmpty()) {
        auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
        words->setWordWrap(true);
        words->setText(tr("Left out:") + QLatin1Char('\n') + leftOut.join(QLatin1Char('\n')));
        words->setObjectName(QStringLiteral("maillog.sources.leftOut"));
        body()->addWidget(words);
    }
    body()->addWidget(buildForm());
    buildButtons();
    add(paths);
    m_table->selectRow(0);
    fillForm();
    connect(&m_facts, &QFutureWatcherBase::finished, this, [this] {
        m_model->setFacts(m_facts.result());
        fillForm();
    });
    if (m_logs) {
        m_facts.setFuture(QtConcurrent::run([open = m_logs] { return sourceFactsOf(open->logs); }));
    }
    resize(std::min(1080, parent->width() - 60), sizeHint().height());
}

SourceDialog::~SourceDialog()
{
    m_facts.waitForFinished();
}

QWidget* SourceDialog::buildTable()
{
    auto* box = new QWidget;
    auto* rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_table->setObjectName(QStringLiteral("maillog.sources.table"));
    m_table->setAccessibleName(tr("Log sources"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SourceModel::Place, QHeaderView::Stretch);
    for (const auto& [column, width] :
         {std::pair{SourceModel::Lines, countWidth}, std::pair{SourceModel::First, stampWidth},
          std::pair{SourceModel::Last, stampWidth}, std::pair{SourceModel::Zone, zoneWidth},
          std::pair{SourceModel::Year, yearWidth}}) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, width);
    }
    m_table->setFixedHeight(28 + tableRows * static_cast<int>(RowHeight::Normal));
    rows->addWidget(new FramedList(
        *m_table, tr("No log yet. \"Add\" takes files, folders, the journal and logs of servers.")));
    auto* buttons = new QHBoxLayout;
    QPushButton* more = makeButton(ButtonKind::Small, QStringLiteral("add"));
    more->setText(tr("Add"));
    more->setObjectName(QStringLiteral("maillog.sources.add"));
    auto* menu = new QMenu(more);
    buildAddMenu(*menu);
    more->setMenu(menu);
    m_rotated->setObjectName(QStringLiteral("maillog.sources.rotated"));
    m_remove->setObjectName(QStringLiteral("maillog.sources.remove"));
    m_remove->setText(tr("Remove"));
    for (QPushButton* button : {more, m_rotated, m_remove}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    rows->addLayout(buttons);
    connect(m_rotated, &QAbstractButton::clicked, this, &SourceDialog::addRotated);
    connect(m_remove, &QAbstractButton::clicked, this, &SourceDialog::remove);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SourceDialog::fillForm);
    return box;
}

void SourceDialog::buildAddMenu(QMenu& menu)
{
    const auto add = [this, &menu](const char* name, const QString& text, const auto& run) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    add("maillog.sources.addFiles", tr("Files..."), [this] {
        m_places.files.openFiles(this, {tr("Add mail logs"), QStringLiteral("/var/log"), logFileFilters()},
                                 [this](const QStringList& paths) { this->add(paths); });
    });
    add("maillog.sources.chooseFolder", tr("A folder..."), [this] {
        m_places.files.openFolder(this, {tr("Add the mail logs of a folder"), QStringLiteral("/var/log"), {}},
                                  [this](const QString& path) { this->add({path}); });
    });
    add("maillog.sources.addFolder", tr("All mail logs of /var/log"),
        [this] { this->add({QStringLiteral("/var/log")}); });
    add("maillog.sources.addJournal", tr("Journal of this computer"), [this] {
        this->add({QStringLiteral("journal:")});
    })->setEnabled(m_places.hasJournal);
    add("maillog.sources.addServer", tr("From a server..."), [this] { addFromServer(); });
}

QWidget* SourceDialog::buildForm()
{
    m_form = new QWidget;
    auto* grid = new QGridLayout(m_form);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    const auto addField = [grid](int row, const QString& label, QWidget* field, const QString& help) {
        auto* name = new Label(TextRole::Label);
        name->setText(label);
        name->setBuddy(field);
        field->setAccessibleName(label);
        field->setFixedWidth(260);
        grid->addWidget(name, row, 0);
        grid->addWidget(field, row, 1, Qt::AlignLeft);
        auto* words = new Label(TextRole::Secondary, &Tokens::secondaryText);
        words->setText(help);
        words->setElide(Qt::ElideRight);
        grid->addWidget(words, row, 2);
    };
    m_zone->setObjectName(QStringLiteral("maillog.sources.zone"));
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    QStringList zones{tr("This computer's (%1)").arg(zoneName(QTimeZone::systemTimeZone())),
                      QStringLiteral("UTC"), QStringLiteral("+09:00")};
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/')) {
            zones.append(QString::fromUtf8(id));
        }
    }
    m_zone->addItems(zones);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_year->setObjectName(QStringLiteral("maillog.sources.year"));
    m_year->setRange(noYear, lastYear);
    m_year->setSpecialValueText(tr("From the file's date"));
    addField(0, tr("Time zone"), m_zone, tr("For times without a time zone: a name, UTC, or +09:00"));
    addField(1, tr("Year of its last line"), m_year, tr("For copied files: copying changes the date"));
    connect(m_zone, &QComboBox::currentTextChanged, this, &SourceDialog::takeForm);
    connect(m_year, &QSpinBox::valueChanged, this, &SourceDialog::takeForm);
    return m_form;
}

void SourceDialog::buildButtons()
{
    QPushButton* patterns = makeButton(ButtonKind::Flat, QStringLiteral("edit"));
    patterns->setText(tr("Line patterns..."));
    patterns->setObjectName(QStringLiteral("maillog.sources.patterns"));
    footer()->addWidget(patterns);
    footer()->addStretch(1);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_read = addButton(ButtonKind::Primary, tr("Read these logs"), QStringLiteral("open"));
    m_read->setObjectName(QStringLiteral("maillog.sources.read"));
    connect(patterns, &QAbstractButton::clicked, this, &SourceDialog::patternsRequested);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_read, &QAbstractButton::clicked, this, &SourceDialog::save);
}

int SourceDialog::row() const
{
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

QStringList SourceDialog::places() const
{
    return m_model->places();
}

std::vector<SourceSetting> SourceDialog::settings() const
{
    std::vector<SourceSetting> all;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (!m_model->setting(i).isPlain()) {
            all.push_back(m_model->setting(i));
        }
    }
    return all;
}

void SourceDialog::add(const QStringList& paths)
{
    for (const QString& path : paths) {
        m_table->selectRow(m_model->add(readSourceSetting(m_places.settings, path)));
    }
    m_read->setEnabled(m_model->rowCount() > 0);
}

void SourceDialog::addRotated()
{
    add(m_places.rotated(m_model->setting(row()).place));
    fillForm();
}

void SourceDialog::addFromServer()
{
    auto* dialog = new SourceServerDialog(m_places.hosts, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { add({dialog->place()}); });
    dialog->open();
}

void SourceDialog::remove()
{
    m_model->remove(row());
    m_read->setEnabled(m_model->rowCount() > 0);
    fillForm();
}

void SourceDialog::fillForm()
{
    const bool hasSource = row() >= 0;
    m_form->setEnabled(hasSource);
    m_remove->setEnabled(hasSource);
    QStringList rotated;
    if (hasSource && QFileInfo(m_model->setting(row()).place).isFile()) {
        rotated = m_places.rotated(m_model->setting(row()).place);
        const QStringList known = m_model->places();
        rotated.removeIf([&known](const QString& path) { return known.contains(path); });
    }
    m_rotated->setEnabled(!rotated.isEmpty());
    m_rotated->setText(rotated.isEmpty()
                           ? tr("Add rotated files")
                           : tr("Add %Ln rotated file(s)", nullptr, static_cast<int>(rotated.size())));
    if (!hasSource) {
        m_problem->clear();
        return;
    }
    const SourceSetting& setting = m_model->setting(row());
    m_filling = true;
    if (setting.zone.isEmpty()) {
        m_zone->setCurrentIndex(0);
    } else {
        m_zone->setCurrentText(setting.zone);
    }
    m_year->setValue(setting.year.value_or(noYear));
    m_filling = false;
    if (const QString problem = m_model->problem(row()); !problem.isEmpty()) {
        m_problem->setProblem(Level::Warning, {}, problem);
    } else {
        m_problem->clear();
    }
}

void SourceDialog::takeForm()
{
    if (m_filling || row() < 0) {
        return;
    }
    SourceSetting setting = m_model->setting(row());
    const QString zone = m_zone->currentText().trimmed();
    const bool isSystem = zone == m_zone->itemText(0);
    if (!isSystem && !qtio::parseZone(zone)) {
        m_problem->setProblem(Level::Error, {}, tr("No time zone of that name: it stays as it was."));
        return;
    }
    m_problem->clear();
    setting.zone = isSystem ? QString() : zone;
    setting.year = m_year->value() == noYear ? std::nullopt : std::optional(m_year->value());
    m_model->setSetting(row(), setting);
}

void SourceDialog::save()
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        writeSourceSetting(m_places.settings, m_model->setting(i));
    }
    accept();
}

} // namespace ui
