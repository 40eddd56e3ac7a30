// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/test_mails_view.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/common/notice_bar.h"
#include "ui/common/table_view.h"
#include "ui/config/test_mail_delegate.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QStackedLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace ui {

namespace {

constexpr int mostMeasured = 500; ///< rows
constexpr int aroundText = 42;    ///< margins and an icon or the edge of a badge
constexpr int headRoom = 4;

} // namespace

TestMailsView::TestMailsView(TestMails& mails, QWidget* parent)
    : QWidget(parent),
      m_mails(mails),
      m_model(new TestMailModel(mails, this)),
      m_problem(new NoticeBar),
      m_table(new TableView),
      m_empty(new EmptyState(QStringLiteral("mail"))),
      m_add(makeButton(ButtonKind::Small, QStringLiteral("add"))),
      m_remove(makeButton(ButtonKind::Small, QStringLiteral("remove"))),
      m_removeAction(new QAction(this)),
      m_try(makeButton(ButtonKind::Small, QStringLiteral("play"))),
      m_stack(nullptr)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_problem->setObjectName(QStringLiteral("config.tests.problem"));
    m_problem->setClosable(false);
    column->addWidget(m_problem);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    buildTable();
    auto* middle = new QWidget;
    m_stack = new QStackedLayout(middle);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    row->addWidget(middle, 1);
    row->addWidget(buildButtons());
    column->addLayout(row, 1);
    connect(&m_mails, &TestMails::rowsChanged, this, &TestMailsView::refresh);
    connect(&m_mails, &TestMails::judged, this, [this] {
        refresh();
        if (!m_isSized && m_model->rowCount() > 0) { // once a file: then the widths are the user's
            sizeColumns();
            m_isSized = true;
        }
    });
    retranslate();
}

void TestMailsView::buildTable()
{
    m_table->setObjectName(QStringLiteral("config.tests"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TestMailDelegate(m_table));
    m_table->setAlternatingRowColors(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    m_removeAction->setShortcut(QKeySequence::Delete);
    m_removeAction->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(m_removeAction);
    m_table->addContextAction(m_removeAction);
    connect(m_removeAction, &QAction::triggered, this, &TestMailsView::removeSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TestMailsView::refresh);
}

/// Heads whole, texts as far as they leave room for the others.
void TestMailsView::sizeColumns()
{
    constexpr std::array<std::pair<int, int>, 8> widest{{{TestMailModel::OutcomeColumn, 140},
                                                         {TestMailModel::SenderColumn, 280},
                                                         {TestMailModel::AddressColumn, 220},
                                                         {TestMailModel::HeloColumn, 180},
                                                         {TestMailModel::ResultColumn, 150},
                                                         {TestMailModel::ExpectedColumn, 140},
                                                         {TestMailModel::GotColumn, 140},
                                                         {TestMailModel::RuleColumn, 280}}};
    QHeaderView* header = m_table->horizontalHeader();
    header->ensurePolished();
    const QFontMetrics plain(fontOf(TextRole::Body));
    const QFontMetrics mono(monoFont(12));
    for (const auto& [section, most] : widest) {
        int text = 0;
        for (int row = 0; row < std::min(m_model->rowCount(), mostMeasured); ++row) {
            const QModelIndex index = m_model->index(row, section);
            const QFontMetrics& metrics = index.data(CellDelegate::MonoRole).toBool() ? mono : plain;
            text = std::max(text, metrics.horizontalAdvance(index.data().toString()) + aroundText);
        }
        header->resizeSection(section,
                              std::max(header->sectionSizeHint(section) + headRoom, std::min(text, most)));
    }
}

QWidget* TestMailsView::buildButtons()
{
    auto* buttons = new QWidget;
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(8, 6, 12, 6);
    column->setSpacing(6);
    m_add->setObjectName(QStringLiteral("config.tests.add"));
    m_remove->setObjectName(QStringLiteral("config.tests.remove"));
    m_try->setObjectName(QStringLiteral("config.tests.try"));
    for (QPushButton* button : {m_add, m_remove, m_try})
        column->addWidget(button);
    column->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, &TestMailsView::addEmpty);
    connect(m_remove, &QAbstractButton::clicked, this, &TestMailsView::removeSelected);
    connect(m_try, &QAbstractButton::clicked, &m_mails, &TestMails::tryLive);
    return buttons;
}

void TestMailsView::add(const qtio::CaseCells& cells)
{
    m_mails.add(cells);
    if (m_model->rowCount() == 0)
        return;
    m_table->selectRow(m_model->rowCount() - 1);
    m_table->scrollToBottom();
}

void TestMailsView::addEmpty()
{
    qtio::CaseCells cells;
    qtio::cell(cells, qtio::CaseColumn::Result) = QStringLiteral("fail");
    qtio::cell(cells, qtio::CaseColumn::Action) = QStringLiteral("block");
    add(cells);
    if (m_mails.isEditable())
        m_table->edit(m_model->index(m_model->rowCount() - 1, TestMailModel::SenderColumn));
}

void TestMailsView::removeSelected()
{
    std::vector<std::size_t> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.push_back(static_cast<std::size_t>(index.row()));
    m_mails.remove(rows);
}

void TestMailsView::refresh()
{
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    m_isSized = m_isSized && m_model->rowCount() > 0;
    const bool isEditable = m_mails.isEditable();
    m_add->setEnabled(isEditable);
    const bool isRemovable = isEditable && m_table->selectionModel()->hasSelection();
    m_remove->setEnabled(isRemovable);
    m_removeAction->setEnabled(isRemovable);
    m_try->setEnabled(m_mails.liveCount() > 0 && !m_mails.isTrying());
    const QString problem = m_mails.problem();
    if (problem.isEmpty())
        m_problem->hide();
    else
        m_problem->show(Level::Error, problem);
}

void TestMailsView::retranslate()
{
    m_add->setText(tr("Add a mail"));
    m_remove->setText(tr("Remove"));
    m_removeAction->setText(tr("Remove"));
    m_try->setText(tr("Try live mails"));
    m_try->setToolTip(tr("Evaluate SPF over DNS for the mails whose result is “live”"));
    m_table->setAccessibleName(tr("Test mails"));
    m_empty->setTexts(
        tr("No test mails"),
        tr("They say what has to happen to a mail, are kept in a file beside config.ini, and are "
           "tried at every change."));
    m_model->retranslate();
    sizeColumns();
    refresh();
}

void TestMailsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
