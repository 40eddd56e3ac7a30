// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page besides typing: steps back and forward, the menus of cells and lists, keys.
#include "ui/common/file_picker.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/checks/row_actions.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/maillog_tour.h"
#include "ui/maillog/raw/raw_join.h"
#include "ui/maillog/sources/log_desk.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"
#include "ui/maillog/toplists/top_list_dialog.h"

#include <QAction>
#include <QApplication>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QSettings>
#include <QShortcut>

namespace ui {

QAction* MaillogPage::addNamed(const char* name)
{
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    return action;
}

void MaillogPage::connectTops()
{
    connect(m_parts.chart, &TimelineCard::termChosen, m_parts.filter, &FilterBar::addTerm);
    int number = 0;
    for (TopListCard* top : m_parts.tops) {
        const QString key = QStringLiteral("maillog/topList%1").arg(++number);
        const int kept = m_services.settings.value(key, static_cast<int>(top->field())).toInt();
        if (kept >= 0 && kept < static_cast<int>(allTopFields.size())) {
            top->setField(static_cast<maillog::TopField>(kept));
        }
        connect(top, &TopListCard::termChosen, m_parts.filter, &FilterBar::addTerm);
        connect(m_parts.chart, &TimelineCard::seriesChosen, top, &TopListCard::setSeries);
        connect(top, &TopListCard::allRequested, this, &MaillogPage::showAllOf);
        connect(top, &TopListCard::fieldChanged, this, [this, top, key] {
            m_services.settings.setValue(key, static_cast<int>(top->field()));
            ask();
        });
    }
}

void MaillogPage::showAllOf(maillog::TopField field)
{
    if (!m_browser.view()) {
        return;
    }
    auto* dialog = new TopListDialog(m_browser.view(), field, m_services.filePicker, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TopListDialog::termChosen, m_parts.filter, &FilterBar::addTerm);
    dialog->open();
}

void MaillogPage::connectSteps()
{
    const auto leave = [this](const FilterState& filter, const ChartChoice& chart) {
        m_steps.leave({filter, chosenKey(), chart});
        m_parts.filter->setSteps(m_steps.hasPast(), m_steps.hasFuture());
    };
    connect(m_parts.filter, &FilterBar::stepped, this,
            [this, leave](const FilterState& before) { leave(before, m_parts.chart->choice()); });
    connect(m_parts.chart, &TimelineCard::choiceLeft, this,
            [this, leave](const ChartChoice& before) { leave(m_parts.filter->state(), before); });
    connect(m_parts.filter, &FilterBar::backRequested, this, &MaillogPage::goBack);
    connect(m_parts.filter, &FilterBar::forwardRequested, this, &MaillogPage::goForward);
    const auto shortcut = [this](const QKeySequence& keys, void (MaillogPage::*run)()) {
        auto* made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, run);
    };
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Left), &MaillogPage::goBack);
    shortcut(QKeySequence(Qt::ALT | Qt::Key_Right), &MaillogPage::goForward);
    qApp->installEventFilter(this); // the side buttons of a mouse, wherever on the page
}

FilterStep MaillogPage::now() const
{
    return {m_parts.filter->state(), chosenKey(), m_parts.chart->choice()};
}

void MaillogPage::goBack()
{
    if (m_steps.hasPast()) {
        go(m_steps.back(now()));
    }
}

void MaillogPage::goForward()
{
    if (m_steps.hasFuture()) {
        go(m_steps.forward(now()));
    }
}

void MaillogPage::go(const FilterStep& step)
{
    m_parts.filter->setState(step.filter);
    m_parts.filter->setSteps(m_steps.hasPast(), m_steps.hasFuture());
    m_typing.stop();
    m_parts.chart->setChoice(step.chart);
    m_parts.chart->setSpan(m_parts.filter->span());
    m_browser.ask(queryFor(step.chosen));
}

bool MaillogPage::event(QEvent* event)
{
    // Here Ctrl+F means the filter; elsewhere it finds a setting.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Find)) {
        event->accept();
        return true;
    }
    return Page::event(event);
}

void MaillogPage::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Find)) {
        m_raw->isShown() ? m_raw->focusSearch() : m_parts.filter->focusField();
        return;
    }
    Page::keyPressEvent(event);
}

bool MaillogPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() &&
        isAncestorOf(static_cast<QWidget*>(watched))) {
        const auto button = static_cast<QMouseEvent*>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            button == Qt::BackButton ? goBack() : goForward();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void MaillogPage::addCellActions()
{
    QAction* only = addNamed("maillog.onlyThis");
    QAction* exclude = addNamed("maillog.notThis");
    QAction* since = addNamed("maillog.sinceThis");
    QAction* until = addNamed("maillog.untilThis");
    QAction* explain = addNamed("maillog.explainRow");
    for (QAction* action : {only, exclude, since, until, explain}) {
        m_parts.table->addContextAction(action);
    }
    const auto time = [this](QAction* action, maillog::FilterField field) {
        connect(action, &QAction::triggered, this, [this, field] {
            m_parts.filter->addTerm(m_parts.model->timeTerm(m_parts.table->currentIndex(), field));
        });
    };
    time(since, maillog::FilterField::Since);
    time(until, maillog::FilterField::Until);
    connect(m_parts.table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MaillogPage::fitCellActions);
    const auto term = [this] { return m_parts.model->filterTerm(m_parts.table->currentIndex()); };
    connect(only, &QAction::triggered, this, [this, term] { m_parts.filter->addTerm(term()); });
    connect(exclude, &QAction::triggered, this, [this, term] {
        if (const QString what = term(); !what.isEmpty()) {
            m_parts.filter->addTerm(QLatin1Char('-') + what);
        }
    });
    connect(explain, &QAction::triggered, this, [this] { askAbout(&MaillogPage::explainRequested); });
}

/// Only what can be said about the cell is offered.
void MaillogPage::fitCellActions()
{
    const QModelIndex cell = m_parts.table->currentIndex();
    const bool isTime = cell.isValid() && cell.column() == CheckModel::Time;
    const bool hasTerm = cell.isValid() && !m_parts.model->filterTerm(cell).isEmpty();
    for (const char* name : {"maillog.onlyThis", "maillog.notThis"}) {
        auto* action = findChild<QAction*>(QLatin1String(name));
        action->setVisible(!isTime);
        action->setEnabled(hasTerm);
    }
    for (const char* name : {"maillog.sinceThis", "maillog.untilThis"}) {
        findChild<QAction*>(QLatin1String(name))->setVisible(isTime);
    }
}

QList<TourStop> MaillogPage::tourStops()
{
    return m_tour->stops();
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
                [this] { m_logs->pickFiles(); },
                {}},
               {QStringLiteral("maillog.addLogs"),
                SPM_PHRASE("ui::MaillogPage", "A&dd mail logs..."),
                MenuId::File,
                0,
                QStringLiteral("add"),
                {},
                [this] { m_logs->addFiles(); },
                {}},
               {QStringLiteral("maillog.openLogFolder"),
                SPM_PHRASE("ui::MaillogPage", "Open a &folder of mail logs..."),
                MenuId::File,
                0,
                QStringLiteral("maillog"),
                {},
                [this] { m_logs->pickFolder(); },
                {}},
               {QStringLiteral("maillog.openServerLog"),
                SPM_PHRASE("ui::MaillogPage", "Open the mail log of a server..."),
                MenuId::File,
                0,
                QStringLiteral("host"),
                {},
                [this] { m_logs->chooseServer(); },
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

} // namespace ui
