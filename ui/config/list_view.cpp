// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_view.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/search_field.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"
#include "ui/config/entry_delegate.h"
#include "ui/config/entry_text.h"
#include "ui/config/list_file.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>
#include <array>
#include <numeric>

namespace ui {

namespace {

constexpr qsizetype mostNamed = 5; ///< of what is not valid

} // namespace

ListView::ListView(ConfigDocument& document, const std::string& key, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_model(new ListModel(document, key, this)),
      m_entry(new ValidatedLineEdit),
      m_add(makeButton(ButtonKind::Plain)),
      m_entryProblem(new ProblemRow),
      m_filter(new SearchField(QStringLiteral("filter"))),
      m_problemsOnly(new QCheckBox),
      m_table(new TableView),
      m_empty(new EmptyState(QStringLiteral("lists"))),
      m_summary(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_edit(makeButton(ButtonKind::Small, QStringLiteral("edit"))),
      m_remove(makeButton(ButtonKind::Small, QStringLiteral("remove"))),
      m_editAction(new QAction(this)),
      m_removeAction(new QAction(this)),
      m_fixAction(new QAction(this)),
      m_safeFixes(makeButton(ButtonKind::Small, QStringLiteral("fix"))),
      m_tidy(makeButton(ButtonKind::Plain)),
      m_import(makeButton(ButtonKind::Small, QStringLiteral("import"))),
      m_export(makeButton(ButtonKind::Small, QStringLiteral("export")))
{
    setObjectName(QStringLiteral("lists.%1").arg(QString::fromStdString(key)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildTools());
    buildTable();
    auto* middle = new QWidget;
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(middle, 1);
    column->addWidget(buildFooter());
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        sizeRows();
        refresh();
    });
    connect(&m_document, &ConfigDocument::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    m_model->setFollowing(false); // until it is shown
    connect(m_empty, &EmptyState::buttonClicked, this, &ListView::showAll);
    connect(
        m_model, &ListModel::noteRefused, this,
        [this](int row, const QString& note, const QString& why) {
            Q_EMIT refused(why);
            editNote(row, note);
        },
        Qt::QueuedConnection); // the editor closes first
    retranslate();
}

QWidget* ListView::buildTools()
{
    auto* tools = new QWidget;
    auto* column = new QVBoxLayout(tools);
    column->setContentsMargins(14, 8, 12, 8);
    column->setSpacing(2);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_entry->setMono(true);
    m_entry->setObjectName(objectName() + QStringLiteral(".entry"));
    m_add->setObjectName(objectName() + QStringLiteral(".add"));
    m_filter->setObjectName(objectName() + QStringLiteral(".filter"));
    m_filter->setFixedWidth(150);
    m_problemsOnly->setObjectName(objectName() + QStringLiteral(".problemsOnly"));
    row->addWidget(m_entry, 1);
    row->addWidget(m_add);
    row->addSpacing(4);
    row->addWidget(new Line(Qt::Vertical));
    row->addSpacing(4);
    row->addWidget(m_filter);
    row->addWidget(m_problemsOnly);
    row->addWidget(m_tidy);
    column->addLayout(row);
    column->addWidget(m_entryProblem);
    connect(m_entry, &QLineEdit::textChanged, this, &ListView::check);
    connect(m_entry, &QLineEdit::returnPressed, this, &ListView::add);
    connect(m_add, &QAbstractButton::clicked, this, &ListView::add);
    connect(m_filter, &QLineEdit::textChanged, m_model, &ListModel::setFilter);
    connect(m_problemsOnly, &QCheckBox::toggled, m_model, &ListModel::setProblemsOnly);
    m_tidy->setObjectName(objectName() + QStringLiteral(".tidy"));
    connect(m_tidy, &QAbstractButton::clicked, this, &ListView::tidyRequested);
    return tools;
}

void ListView::buildTable()
{
    m_table->setObjectName(objectName() + QStringLiteral(".table"));
    m_table->setModel(m_model);
    auto* delegate = new EntryDelegate(m_table);
    m_table->setItemDelegate(delegate);
    m_table->setAlternatingRowColors(false);
    m_table->verticalHeader()->setDefaultSectionSize(EntryDelegate::plainHeight);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = m_table->horizontalHeader();
    header->resizeSection(ListModel::EntryColumn, 262);
    header->resizeSection(ListModel::KindColumn, 118);
    header->resizeSection(ListModel::AddressesColumn, 100);
    connect(delegate, &EntryDelegate::fixRequested, m_model, &ListModel::fix);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &ListView::editCurrent);
    connect(m_table, &QAbstractItemView::activated, this, &ListView::editCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid())
                    m_chosen = m_model->entryAt(now.row());
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshCommands();
        Q_EMIT selectionChanged();
    });
    const auto key = [this](QAction* action, const QKeySequence& keys, auto slot) {
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        m_table->addAction(action);
        m_table->addContextAction(action);
    };
    key(m_editAction, Qt::Key_F2, &ListView::editCurrent);
    key(m_removeAction, QKeySequence::Delete, &ListView::removeSelected);
    key(m_fixAction, Qt::CTRL | Qt::Key_Return, [this] {
        if (m_table->currentIndex().isValid())
            m_model->fix(m_table->currentIndex().row());
    });
}

QWidget* ListView::buildFooter()
{
    auto* footer = new Surface(&Tokens::surface, Qt::TopEdge);
    footer->setFixedHeight(40);
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(15, 0, 11, 0);
    row->setSpacing(8);
    m_summary->setElide(Qt::ElideRight);
    row->addWidget(m_summary, 1);
    m_remove->setObjectName(objectName() + QStringLiteral(".remove"));
    m_import->setObjectName(objectName() + QStringLiteral(".import"));
    m_export->setObjectName(objectName() + QStringLiteral(".export"));
    connect(m_import, &QAbstractButton::clicked, this, &ListView::importRequested);
    connect(m_export, &QAbstractButton::clicked, this, &ListView::exportRequested);
    for (QPushButton* button : {m_edit, m_remove, m_safeFixes, m_import, m_export})
        row->addWidget(button);
    connect(m_edit, &QAbstractButton::clicked, this, &ListView::editCurrent);
    connect(m_remove, &QAbstractButton::clicked, this, &ListView::removeSelected);
    connect(m_safeFixes, &QAbstractButton::clicked, &m_document, &ConfigDocument::applySafeFixes);
    return footer;
}

void ListView::check()
{
    m_entries.clear();
    QStringList bad;
    bool hasNotes = false;
    for (const ListFileEntry& entry : entriesIn(m_entry->text())) {
        const QStringList usable = usableEntries(entry.text, m_model->type());
        if (usable.isEmpty())
            bad += entry.text;
        m_entries += usable;
        hasNotes = hasNotes || !entry.note.isEmpty();
    }
    m_entries.removeDuplicates();
    bad.removeDuplicates();
    m_needsReview = !m_entries.isEmpty() && (!bad.isEmpty() || hasNotes);
    m_entry->setState(!bad.isEmpty()        ? ValidatedLineEdit::State::Bad
                      : m_entries.isEmpty() ? ValidatedLineEdit::State::Plain
                                            : ValidatedLineEdit::State::Good);
    showBad(bad);
    const auto count = static_cast<int>(m_entries.size() + bad.size());
    m_add->setEnabled(!m_entries.isEmpty() && !m_document.isReadOnly());
    m_add->setText(m_needsReview ? tr("Check %Ln...", nullptr, count)
                   : count > 1   ? tr("Add %Ln", nullptr, count)
                                 : tr("Add"));
}

void ListView::showBad(const QStringList& bad)
{
    if (bad.isEmpty()) {
        m_entryProblem->clear();
        return;
    }
    QString named = bad.first(std::min(bad.size(), mostNamed)).join(QStringLiteral(", "));
    if (bad.size() > mostNamed)
        named += QStringLiteral(", …");
    m_entryProblem->setProblem(Level::Error, {},
                               m_model->type() == config::KeyType::NetworkList
                                   ? tr("Not an address or network: %1").arg(named)
                                   : tr("Not a domain name: %1").arg(named));
}

void ListView::add()
{
    if (m_document.isReadOnly())
        return;
    if (m_needsReview) {
        Q_EMIT reviewRequested(m_entry->text());
        return;
    }
    const QStringList entries = m_entries; // adding looks at the field anew
    if (entries.isEmpty())
        return;
    m_chosen = entries.back();
    showAll();
    if (m_model->add(entries))
        m_entry->clear();
}

void ListView::clearEntry()
{
    m_entry->clear();
}

void ListView::showAll()
{
    m_filter->clear();
    m_problemsOnly->setChecked(false);
}

void ListView::editNote(int row, const QString& note)
{
    if (!isVisible() || row >= m_model->rowCount())
        return;
    const QModelIndex index = m_model->index(row, ListModel::NoteColumn);
    m_table->setCurrentIndex(index);
    m_table->edit(index);
    if (auto* editor = qobject_cast<QLineEdit*>(m_table->indexWidget(index)))
        editor->setText(note);
}

void ListView::removeSelected()
{
    if (m_document.isReadOnly())
        return;
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    m_model->remove(rows);
}

void ListView::editCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || m_document.isReadOnly())
        return;
    const bool isNote = current.column() == ListModel::NoteColumn;
    m_table->edit(isNote ? current : current.siblingAtColumn(ListModel::EntryColumn));
}

void ListView::select(const QString& entry)
{
    const int row = m_model->rowOf(entry);
    if (row < 0)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

void ListView::selectAt(std::size_t offset)
{
    int row = model().rowAt(offset);
    if (row < 0) {
        showAll();
        row = m_model->rowAt(offset);
    }
    if (row < 0)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

std::vector<std::string> ListView::selectedEntries(std::size_t most) const
{
    std::vector<std::string> entries;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && entries.size() < most; ++row)
            entries.push_back(m_model->entryAt(row).toStdString());
    }
    return entries;
}

void ListView::sizeRows()
{
    // What most rows have is the height of all, so that only the others are set one by one. With updates on,
    // the header places all rows anew for each that changes.
    const std::array<int, 3> problems = m_model->countBySeverity();
    const int count = std::accumulate(problems.begin(), problems.end(), 0);
    const bool most = 2 * count > m_model->rowCount();
    const bool areAlike = count == 0 || count == m_model->rowCount();
    QHeaderView* header = m_table->verticalHeader();
    header->setUpdatesEnabled(false);
    // Also when it was that before: a header keeps the heights of its rows over a reset.
    header->setDefaultSectionSize(most ? EntryDelegate::problemHeight : EntryDelegate::plainHeight);
    for (int row = 0; !areAlike && row < m_model->rowCount(); ++row) {
        if (m_model->hasProblem(row) != most)
            header->resizeSection(row, most ? EntryDelegate::plainHeight : EntryDelegate::problemHeight);
    }
    header->setUpdatesEnabled(true);
}

void ListView::refresh()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_model->total() > 0)
        m_empty->setTexts(tr("No entry matches"), tr("Remove the filter to see all entries."),
                          tr("Remove the filter"), QStringLiteral("filter"));
    else if (!m_model->isSet() && m_model->key() == "white_ip")
        m_empty->setTexts(tr("Not set"), tr("The default holds: 127.0.0.1"));
    else
        m_empty->setTexts(tr("No entries"), tr("Type or paste addresses or domains above."));
    m_summary->setText(summary());
    const int fixes = m_document.safeFixCount();
    m_safeFixes->setText(fixes > 0 ? tr("Apply all safe fixes (%Ln)", nullptr, fixes)
                                   : tr("Apply all safe fixes"));
    m_safeFixes->setEnabled(fixes > 0 && !m_document.isReadOnly());
    m_entry->setReadOnly(m_document.isReadOnly());
    m_tidy->setEnabled(m_model->total() > 0 && !m_document.isReadOnly());
    m_import->setEnabled(!m_document.isReadOnly());
    m_export->setEnabled(m_model->total() > 0);
    refreshCommands();
    m_table->setColumnHidden(ListModel::AddressesColumn, m_model->type() == config::KeyType::DomainList);
    check();
    if (!m_chosen.isEmpty() && !m_remove->isEnabled())
        select(m_chosen);
}

void ListView::refreshCommands()
{
    const bool some = m_table->selectionModel()->hasSelection() && !m_document.isReadOnly();
    const QModelIndex current = m_table->currentIndex();
    m_edit->setEnabled(some);
    m_remove->setEnabled(some);
    m_editAction->setEnabled(some);
    m_removeAction->setEnabled(some);
    m_fixAction->setEnabled(some && current.isValid() &&
                            !current.data(ListModel::FixRole).toString().isEmpty());
}

QString ListView::summary() const
{
    QStringList parts{tr("%Ln entries", nullptr, m_model->total())};
    if (m_model->rowCount() < m_model->total())
        parts += tr("%Ln shown", nullptr, m_model->rowCount());
    const auto [errors, warnings, notes] = m_model->countBySeverity();
    parts += tr("errors %1, warnings %2, notes %3").arg(errors).arg(warnings).arg(notes);
    return parts.join(QStringLiteral(" · "));
}

void ListView::retranslate()
{
    m_entry->setPlaceholderText(m_model->type() == config::KeyType::NetworkList
                                    ? tr("Add: 192.0.2.10 or 192.0.2.0/24 (paste many lines)")
                                    : tr("Add: example.com or *.example.com (paste many lines)"));
    m_entry->setAccessibleName(tr("Add entries to %1").arg(QString::fromStdString(m_model->key())));
    m_filter->setHint(tr("Filter"));
    m_problemsOnly->setText(tr("Problems only"));
    m_edit->setText(tr("Change"));
    m_remove->setText(tr("Remove"));
    m_editAction->setText(m_edit->text());
    m_removeAction->setText(m_remove->text());
    m_fixAction->setText(tr("Apply the fix"));
    m_tidy->setText(tr("Sort and tidy..."));
    m_import->setText(tr("Import..."));
    m_export->setText(tr("Export CSV..."));
    m_table->setAccessibleName(tr("Entries of %1").arg(QString::fromStdString(m_model->key())));
    m_model->retranslate();
    refresh();
}

ListModel& ListView::model()
{
    m_model->setFollowing(true); // whoever asks sees the list as it is now
    m_model->setFollowing(isVisible());
    return *m_model;
}

void ListView::showEvent(QShowEvent* event)
{
    m_model->setFollowing(true);
    refresh();
    QWidget::showEvent(event);
}

void ListView::hideEvent(QHideEvent* event)
{
    m_model->setFollowing(false);
    QWidget::hideEvent(event);
}

void ListView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
