// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/message/detail_card.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/message/field_model.h"
#include "ui/maillog/message/log_text.h"
#include "ui/maillog/message/message_view.h"
#include "ui/words/log_set_words.h"
#include "ui/words/log_words.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStackedWidget>

namespace ui {

namespace {

constexpr int lowest = 56; ///< px; two lines

} // namespace

DetailCard::DetailCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_bar(new QHBoxLayout),
      m_result(new Badge),
      m_arrow(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_action(new Badge),
      m_sender(new Label(TextRole::Strong)),
      m_recipient(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_hint(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_pages(new Segment(Segment::Size::Small)),
      m_simulate(makeButton(ButtonKind::Small, QStringLiteral("simulator"))),
      m_explain(makeButton(ButtonKind::Small, QStringLiteral("settings-page"))),
      m_copy(makeButton(ButtonKind::Small, QStringLiteral("copy"))),
      m_more(makeIconButton(QStringLiteral("more"))),
      m_menu(new QMenu(this)),
      m_wrap(new QAction(this)),
      m_raw(new QAction(this)),
      m_stack(new QStackedWidget),
      m_lines(new MessageView),
      m_fields(new FieldModel(this)),
      m_table(new TableView(RowHeight::Log))
{
    build();
    connectParts();
    retranslate();
    clear();
}

void DetailCard::build()
{
    setObjectName(QStringLiteral("maillog.detail"));
    m_simulate->setObjectName(QStringLiteral("maillog.simulate"));
    m_explain->setObjectName(QStringLiteral("maillog.explain"));
    m_copy->setObjectName(QStringLiteral("maillog.copyLines"));
    m_more->setObjectName(QStringLiteral("maillog.more"));
    m_lines->setObjectName(QStringLiteral("maillog.lines"));
    m_table->setObjectName(QStringLiteral("maillog.fields"));
    m_pages->setObjectName(QStringLiteral("maillog.detailPages"));
    m_lines->setMinimumHeight(lowest);
    m_table->setMinimumHeight(lowest);
    m_pages->addChoice({});
    m_pages->addChoice({});
    m_pages->setCurrent(0);
    m_table->setModel(m_fields);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setColumnWidth(FieldModel::Name, 170);
    m_table->horizontalHeader()->setSectionResizeMode(FieldModel::Value, QHeaderView::Stretch);
    m_table->setColumnWidth(FieldModel::Remark, 110);
    m_stack->addWidget(m_lines);
    m_stack->addWidget(m_table);
    buildMenu();
    m_card->body()->addWidget(buildHead());
    m_card->body()->addWidget(new Line);
    m_card->body()->addWidget(m_stack, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

QWidget* DetailCard::buildHead()
{
    m_arrow->setText(QStringLiteral("→"));
    for (Label* label : {m_sender, m_recipient}) {
        label->setElide(Qt::ElideMiddle);
        label->setTextFormat(Qt::PlainText);
    }
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(14, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_hint, 1);
    row->addWidget(m_result);
    row->addWidget(m_arrow);
    row->addWidget(m_action);
    row->addWidget(m_sender);
    row->addWidget(m_recipient);
    row->addStretch(1);
    row->addWidget(m_pages);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_explain);
    m_bar->addWidget(m_simulate);
    m_bar->addWidget(m_copy);
    m_bar->addWidget(m_more);
    row->addLayout(m_bar);
    return head;
}

void DetailCard::buildMenu()
{
    m_wrap->setObjectName(QStringLiteral("maillog.wrapLines"));
    m_wrap->setCheckable(true);
    m_raw->setObjectName(QStringLiteral("maillog.showRaw"));
    m_menu->addAction(m_raw);
    m_menu->addAction(m_wrap);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
}

void DetailCard::connectParts()
{
    connect(m_simulate, &QPushButton::clicked, this, &DetailCard::simulateRequested);
    connect(m_explain, &QPushButton::clicked, this, &DetailCard::explainRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(text()); });
    connect(m_pages, &Segment::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_wrap, &QAction::toggled, m_lines, &MessageView::setWrapped);
    connect(m_lines, &MessageView::lineActivated, this,
            [this](const MessageLine& line) { Q_EMIT rawLineRequested(line.source, line.offset); });
    connect(m_raw, &QAction::triggered, this, [this] {
        const auto line = m_lines->currentLine();
        if (line && m_stack->currentWidget() == m_lines) {
            Q_EMIT rawLineRequested(line->source, line->offset);
        } else if (m_shown) {
            Q_EMIT rawLineRequested(m_shown->first, m_shown->second);
        }
    });
    connect(&m_finder, &MessageFinder::found, this, &DetailCard::showMessage);
}

void DetailCard::addButton(QAbstractButton* button)
{
    m_added.append(button);
    m_bar->insertWidget(m_bar->indexOf(m_copy), button);
    button->setVisible(m_row.has_value());
}

void DetailCard::addMenuAction(QAction* action)
{
    m_menu->insertAction(m_raw, action);
}

void DetailCard::showCheck(std::shared_ptr<const OpenLogs> logs, maillog::Row row)
{
    const maillog::Check check = (*logs->logs.log)[row];
    const std::pair<quint16, quint64> place{check.source, check.lineOffset};
    const bool isSame = m_shown == place;
    m_logs = std::move(logs);
    m_row = row;
    m_shown = place;
    m_isComplete = m_isComplete && isSame;
    showHead();
    if (!isSame) {
        m_lines->setLines({}, {});
    }
    m_fields->setCheck(check, words::placeText(m_logs->logs.sources[check.source].name), m_lines->lines());
    m_finder.find(m_logs, row);
}

void DetailCard::showHead()
{
    const maillog::Check check = (*m_logs->logs.log)[*m_row];
    showParts(true);
    m_result->setSpec(check.result ? BadgeSpec::of(*check.result) : BadgeSpec{});
    m_result->setVisible(check.result.has_value());
    m_arrow->setVisible(check.result.has_value());
    m_action->setSpec(
        check.action == maillog::Action::Unknown
            ? BadgeSpec::of(QStringLiteral("unknown"), &Tokens::secondaryText, QStringLiteral("help"))
            : BadgeSpec::of(static_cast<policy::Action>(check.action)));
    m_sender->setText(check.sender.empty() ? QStringLiteral("<>") : ui::text(check.sender));
    m_recipient->setText(check.recipient.empty() ? QString()
                                                 : QStringLiteral("→ ") + ui::text(check.recipient));
    m_simulate->setVisible(check.address.has_value());
    m_explain->setVisible(check.address.has_value());
}

void DetailCard::showParts(bool hasCheck)
{
    for (QWidget* part : std::initializer_list<QWidget*>{m_result, m_arrow, m_action, m_sender, m_recipient,
                                                         m_pages, m_explain, m_simulate, m_copy, m_more}) {
        part->setVisible(hasCheck);
    }
    for (QAbstractButton* button : std::as_const(m_added)) {
        button->setVisible(hasCheck);
    }
    m_hint->setVisible(!hasCheck);
}

void DetailCard::clear()
{
    m_finder.cancel();
    m_logs.reset();
    m_row.reset();
    m_shown.reset();
    m_isComplete = false;
    showParts(false);
    m_lines->setLines({}, {});
    m_fields->clear();
}

void DetailCard::showMessage(const FoundMessage& found, bool isLast)
{
    if (!m_row) {
        return;
    }
    m_isComplete = found.message.isComplete;
    m_lines->setLines(found.lines.isEmpty() ? m_lines->lines() : found.lines,
                      isLast ? state() : tr("Looking for more lines of this message..."));
    const maillog::Check check = (*m_logs->logs.log)[*m_row];
    m_fields->setCheck(check, words::placeText(m_logs->logs.sources[check.source].name), m_lines->lines());
}

/// Empty when nothing is missing.
QString DetailCard::state() const
{
    if (m_shown && m_logs && m_lines->lines().isEmpty()) {
        const qtio::LoadedSource& source = m_logs->logs.sources[m_shown->first];
        return source.isCut ? words::logWasCut(source.path)
                            : tr("The lines of this check cannot be read any more.");
    }
    return m_isComplete ? QString() : tr("The end of this message is not in the logs that are open.");
}

QString DetailCard::text() const
{
    QStringList lines;
    for (const MessageLine& line : m_lines->lines()) {
        lines.append(line.whole());
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void DetailCard::retranslate()
{
    m_hint->setText(tr("Choose a check to see all lines of its message."));
    m_pages->setChoiceText(0, tr("Message"));
    m_pages->setChoiceText(1, tr("Fields"));
    m_pages->setGroupName(tr("What is shown of the message"));
    m_simulate->setText(tr("Simulate this mail"));
    m_explain->setText(tr("Effective policy"));
    m_explain->setToolTip(tr("Which list entry or section decides about this mail"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy all lines of this message"));
    setNamed(m_more, tr("More"));
    m_wrap->setText(tr("Wrap long lines"));
    m_raw->setText(tr("Show in the raw log"));
    m_table->setAccessibleName(tr("Fields of the check"));
}

void DetailCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_row) {
            m_lines->setLines(m_lines->lines(), m_finder.isSearching() ? QString() : state());
            const maillog::Check check = (*m_logs->logs.log)[*m_row];
            m_fields->setCheck(check, words::placeText(m_logs->logs.sources[check.source].name),
                               m_lines->lines());
        }
    }
}

} // namespace ui
