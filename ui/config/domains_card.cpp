// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/domains_card.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/table_view.h"
#include "ui/config/badge_list_delegate.h"
#include "ui/config/section_dialog.h"
#include "ui/config/section_merge_dialog.h"
#include "ui/config/section_model.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostRows = 12; ///< more scroll inside the table

} // namespace

DomainsCard::DomainsCard(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_card(new Card),
      m_model(new SectionModel(document, this)),
      m_table(new TableView),
      m_empty(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_add(makeButton(ButtonKind::Small, QStringLiteral("add"))),
      m_change(makeButton(ButtonKind::Small, QStringLiteral("edit"))),
      m_duplicate(makeButton(ButtonKind::Small, QStringLiteral("copy"))),
      m_merge(makeButton(ButtonKind::Small)),
      m_remove(makeButton(ButtonKind::Small, QStringLiteral("remove"))),
      m_wildcards(makeButton(ButtonKind::Small, QStringLiteral("chevron-down")))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    for (QPushButton* button : {m_change, m_duplicate, m_merge, m_remove, m_wildcards, m_add})
        m_card->addHeadWidget(button);
    m_add->setObjectName(QStringLiteral("config.domains.add"));
    m_merge->setObjectName(QStringLiteral("config.domains.merge"));
    m_remove->setObjectName(QStringLiteral("config.domains.remove"));
    buildWildcards();
    m_table->setObjectName(QStringLiteral("config.domains.table"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new BadgeListDelegate(m_table));
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(SectionModel::ActionsColumn, QHeaderView::Stretch);
    header->resizeSection(SectionModel::DomainColumn, 210);
    header->resizeSection(SectionModel::ProblemColumn, 108);
    m_empty->setContentsMargins(16, 10, 16, 10);
    m_empty->setWordWrap(true);
    m_card->body()->addWidget(m_table);
    m_card->body()->addWidget(m_empty);
    connect(m_add, &QAbstractButton::clicked, this, &DomainsCard::add);
    connect(m_change, &QAbstractButton::clicked, this, &DomainsCard::change);
    connect(m_duplicate, &QAbstractButton::clicked, this, &DomainsCard::duplicate);
    connect(m_merge, &QAbstractButton::clicked, this, &DomainsCard::merge);
    connect(m_remove, &QAbstractButton::clicked, this, &DomainsCard::remove);
    connect(m_table, &QAbstractItemView::activated, this, &DomainsCard::change);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refreshButtons();
        if (const auto names = selected(); !names.empty())
            Q_EMIT sectionEntered(config::classifySection(names.front()).canonical);
    });
    buildMenu();
    connect(m_model, &QAbstractItemModel::modelReset, this, &DomainsCard::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DomainsCard::refresh);
    connect(&m_document, &ConfigDocument::pathChanged, this, &DomainsCard::refresh);
    retranslate();
}

void DomainsCard::buildMenu()
{
    const auto add = [this](QAction*& action, const QKeySequence& keys, void (DomainsCard::*run)()) {
        action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
        m_table->addContextAction(action);
    };
    add(m_changeAction, Qt::Key_F2, &DomainsCard::change);
    add(m_duplicateAction, {}, &DomainsCard::duplicate);
    add(m_mergeAction, {}, &DomainsCard::merge);
    add(m_removeAction, QKeySequence::Delete, &DomainsCard::remove);
}

void DomainsCard::buildWildcards()
{
    m_wildcards->setObjectName(QStringLiteral("config.domains.wildcards"));
    auto* menu = new QMenu(m_wildcards);
    using enum config::WildcardSpelling;
    for (const config::WildcardSpelling spelling : {StarDot, Star, Both}) {
        auto* action = menu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, spelling] { respell(spelling); });
        m_spellings.emplace_back(spelling, action);
    }
    // Only what would change something can be chosen; that is looked at when somebody asks.
    connect(menu, &QMenu::aboutToShow, this, [this] {
        for (const auto& [spelling, action] : m_spellings) {
            const config::Edited plan = config::respellWildcards(m_document.current(), spelling);
            action->setEnabled(plan && !plan->empty());
        }
    });
    connect(m_wildcards, &QAbstractButton::clicked, menu,
            [this, menu] { menu->popup(m_wildcards->mapToGlobal(QPoint(0, m_wildcards->height()))); });
}

void DomainsCard::respell(config::WildcardSpelling spelling)
{
    m_document.edit(config::respellWildcards(m_document.current(), spelling),
                    {.what = EditName::What::RespellWildcards});
}

std::vector<std::string> DomainsCard::selected() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows()) {
        if (!m_table->isRowHidden(index.row()))
            rows += index.row();
    }
    std::ranges::sort(rows);
    std::vector<std::string> names;
    for (const int row : rows)
        names.push_back(m_model->nameAt(row));
    return names;
}

/// Several sections, or one that the file holds in parts.
bool DomainsCard::canMerge() const
{
    const std::vector<std::string> names = selected();
    const config::Section* section =
        names.size() == 1 ? m_document.current().section(names.front()) : nullptr;
    return names.size() > 1 || (section != nullptr && section->blocks.size() > 1);
}

void DomainsCard::select(const std::string& section)
{
    const int row = m_model->rowOf(config::classifySection(section).canonical);
    if (row >= 0)
        m_table->selectRow(row);
    m_table->setFocus();
}

void DomainsCard::setShown(const ShownFields& shown)
{
    m_shown = shown;
    refresh();
}

void DomainsCard::add()
{
    (new SectionDialog(m_document, SectionDialog::Task::Add, {}, window()))->open();
}

void DomainsCard::change()
{
    if (const auto names = selected(); names.size() == 1 && !m_document.isReadOnly())
        (new SectionDialog(m_document, SectionDialog::Task::Edit, names.front(), window()))->open();
}

void DomainsCard::duplicate()
{
    if (const auto names = selected(); names.size() == 1)
        (new SectionDialog(m_document, SectionDialog::Task::Duplicate, names.front(), window()))->open();
}

void DomainsCard::merge()
{
    if (canMerge())
        (new SectionMergeDialog(m_document, selected(), window()))->open();
}

void DomainsCard::remove()
{
    const std::vector<std::string> names = selected();
    if (names.empty())
        return;
    m_document.edit(
        config::removeSections(m_document.current(), names),
        {.what = names.size() == 1 ? EditName::What::RemoveSection : EditName::What::RemoveSections,
         .section = names.front(),
         .count = static_cast<int>(names.size())});
}

void DomainsCard::refresh()
{
    int shown = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool modified = m_model->index(row, 0).data(SectionModel::ModifiedRole).toBool();
        const bool hasProblem = !m_model->index(row, SectionModel::ProblemColumn).data().toString().isEmpty();
        const bool show = (m_shown.which == ShownFields::All ||
                           (m_shown.which == ShownFields::Modified ? modified : hasProblem)) &&
                          m_shown.search.matches(m_model->searchText(row));
        m_table->setRowHidden(row, !show);
        shown += show ? 1 : 0;
    }
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->height() + std::min(shown, mostRows) * rowHeight +
                            2);
    m_table->setVisible(shown > 0);
    m_empty->setVisible(shown == 0);
    setVisible((m_shown.which == ShownFields::All && m_shown.search.isEmpty()) || shown > 0);
    m_card->setNote(tr("%Ln sections", nullptr, m_model->rowCount()));
    refreshButtons();
}

void DomainsCard::refreshButtons()
{
    const bool editable = m_document.isOpen() && !m_document.isReadOnly();
    const std::size_t count = selected().size();
    m_change->setVisible(editable && count == 1);
    m_duplicate->setVisible(editable && count == 1);
    m_merge->setVisible(editable && canMerge());
    m_remove->setVisible(editable && count > 0);
    m_changeAction->setEnabled(editable && count == 1);
    m_duplicateAction->setEnabled(editable && count == 1);
    m_mergeAction->setEnabled(editable && canMerge());
    m_removeAction->setEnabled(editable && count > 0);
    m_wildcards->setVisible(
        editable && count == 0 &&
        std::ranges::any_of(m_document.current().sections(),
                            [](const config::Section& each) { return each.canonical.starts_with('*'); }));
    m_add->setEnabled(editable);
}

void DomainsCard::retranslate()
{
    m_card->setTitle(tr("Per-domain overrides"));
    m_add->setText(tr("Add"));
    m_change->setText(tr("Change"));
    m_duplicate->setText(tr("Duplicate"));
    m_merge->setText(tr("Merge..."));
    m_remove->setText(tr("Remove"));
    m_changeAction->setText(m_change->text());
    m_duplicateAction->setText(m_duplicate->text());
    m_mergeAction->setText(m_merge->text());
    m_removeAction->setText(m_remove->text());
    m_wildcards->setText(tr("Wildcards"));
    m_wildcards->setToolTip(tr("How the wildcard sections are written"));
    for (const auto& [spelling, action] : m_spellings) {
        action->setText(spelling == config::WildcardSpelling::StarDot ? tr("Write all as [*.example.com]")
                        : spelling == config::WildcardSpelling::Star
                            ? tr("Write all as [*example.com]")
                            : tr("Write each in both spellings (for scripts that know only one)"));
    }
    m_table->setAccessibleName(tr("Per-domain overrides"));
    m_empty->setText(tr("No overrides. A section such as [example.com] or [*.example.com] gives one sender "
                        "domain its own actions."));
    m_model->retranslate();
    refresh();
}

void DomainsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
