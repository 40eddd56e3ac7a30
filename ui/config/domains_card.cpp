// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/domains_card.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/table_view.h"
#include "ui/config/badge_list_delegate.h"
#include "ui/config/section_dialog.h"
#include "ui/config/section_model.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>

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
      m_remove(makeButton(ButtonKind::Small, QStringLiteral("remove")))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    for (QPushButton* button : {m_change, m_duplicate, m_remove, m_add})
        m_card->addHeadWidget(button);
    m_add->setObjectName(QStringLiteral("config.domains.add"));
    m_table->setObjectName(QStringLiteral("config.domains.table"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new BadgeListDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
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
    connect(m_remove, &QAbstractButton::clicked, this, &DomainsCard::remove);
    connect(m_table, &QAbstractItemView::activated, this, &DomainsCard::change);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refresh();
        if (!selected().empty())
            Q_EMIT sectionEntered(config::classifySection(selected()).canonical);
    });
    auto* removeKey = new QAction(this);
    removeKey->setShortcut(QKeySequence::Delete);
    removeKey->setShortcutContext(Qt::WidgetShortcut);
    connect(removeKey, &QAction::triggered, this, &DomainsCard::remove);
    m_table->addAction(removeKey);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DomainsCard::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DomainsCard::refresh);
    connect(&m_document, &ConfigDocument::pathChanged, this, &DomainsCard::refresh);
    retranslate();
}

std::string DomainsCard::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::string() : m_model->nameAt(rows.front().row());
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
    if (!selected().empty() && !m_document.isReadOnly())
        (new SectionDialog(m_document, SectionDialog::Task::Edit, selected(), window()))->open();
}

void DomainsCard::duplicate()
{
    if (!selected().empty())
        (new SectionDialog(m_document, SectionDialog::Task::Duplicate, selected(), window()))->open();
}

void DomainsCard::remove()
{
    const std::string section = selected();
    if (!section.empty() && !m_document.isReadOnly())
        m_document.edit(config::removeSection(m_document.current(), section),
                        {.what = EditName::What::RemoveSection, .section = section});
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
    const bool editable = m_document.isOpen() && !m_document.isReadOnly();
    for (QPushButton* button : {m_change, m_duplicate, m_remove})
        button->setVisible(editable && !selected().empty());
    m_add->setEnabled(editable);
    m_card->setNote(tr("%Ln sections", nullptr, m_model->rowCount()));
}

void DomainsCard::retranslate()
{
    m_card->setTitle(tr("Per-domain overrides"));
    m_add->setText(tr("Add"));
    m_change->setText(tr("Change"));
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Remove"));
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
