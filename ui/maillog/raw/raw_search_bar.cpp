// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_search_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/search_field.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

namespace ui {

namespace {

constexpr int typingPause = 200; ///< ms
constexpr int narrowestField = 140;

} // namespace

RawSearchBar::RawSearchBar(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_field(new SearchField),
      m_regex(addToggle("maillog.raw.regex")),
      m_case(addToggle("maillog.raw.case")),
      m_list(addToggle("maillog.raw.list")),
      m_previous(makeButton(ButtonKind::Small)),
      m_next(makeButton(ButtonKind::Small)),
      m_cancel(makeButton(ButtonKind::Small, QStringLiteral("cancel"))),
      m_state(new Label(TextRole::Secondary, &Tokens::secondaryText))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    m_field->setObjectName(QStringLiteral("maillog.raw.search"));
    m_field->setMinimumWidth(narrowestField);
    m_field->installEventFilter(this);
    m_previous->setObjectName(QStringLiteral("maillog.raw.previous"));
    m_next->setObjectName(QStringLiteral("maillog.raw.next"));
    m_cancel->setObjectName(QStringLiteral("maillog.raw.cancel"));
    m_state->setElide(Qt::ElideRight);
    m_row->setContentsMargins(12, 6, 12, 6);
    m_row->setSpacing(6);
    m_row->addWidget(m_field, 2);
    for (QPushButton* button : {m_regex, m_case, m_list, m_previous, m_next, m_cancel}) {
        m_row->addWidget(button);
    }
    m_row->addWidget(m_state, 1);
    m_cancel->hide();
    connect(m_field, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &RawSearchBar::queryChanged);
    connect(m_regex, &QPushButton::toggled, this, &RawSearchBar::queryChanged);
    connect(m_case, &QPushButton::toggled, this, &RawSearchBar::queryChanged);
    connect(m_list, &QPushButton::toggled, this, &RawSearchBar::listToggled);
    connect(m_previous, &QPushButton::clicked, this, &RawSearchBar::previousRequested);
    connect(m_next, &QPushButton::clicked, this, &RawSearchBar::nextRequested);
    connect(m_cancel, &QPushButton::clicked, this, &RawSearchBar::cancelRequested);
    retranslate();
}

QPushButton* RawSearchBar::addToggle(const char* name)
{
    auto* button = makeButton(ButtonKind::Small);
    button->setObjectName(QLatin1String(name));
    button->setCheckable(true);
    return button;
}

RawQuery RawSearchBar::query() const
{
    return {m_field->text(), m_regex->isChecked(), m_case->isChecked()};
}

void RawSearchBar::setState(const QString& state, bool isError)
{
    m_state->setText(state);
    m_state->setInk(isError ? &Tokens::error : &Tokens::secondaryText);
}

QString RawSearchBar::state() const
{
    return m_state->text();
}

void RawSearchBar::setRunning(bool isRunning)
{
    m_cancel->setVisible(isRunning);
}

void RawSearchBar::focusField(const QString& text)
{
    if (!text.isEmpty() && !text.contains(QLatin1Char('\n'))) {
        m_field->setText(text);
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void RawSearchBar::addButton(QWidget* button)
{
    m_row->addWidget(button);
}

/// Enter goes on as F3 does; what was typed a moment ago is sought first.
bool RawSearchBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        if (m_typing.isActive()) {
            m_typing.stop();
            Q_EMIT queryChanged();
        } else if (key->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT previousRequested();
        } else {
            Q_EMIT nextRequested();
        }
        return true;
    }
    if (key->key() == Qt::Key_Escape && m_field->text().isEmpty()) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RawSearchBar::retranslate()
{
    m_field->setHint(tr("Search the raw log"));
    m_regex->setText(tr("Regex"));
    m_regex->setToolTip(tr("The text is a regular expression (PCRE)"));
    m_case->setText(tr("Match case"));
    m_list->setText(tr("List"));
    m_list->setToolTip(tr("Lists the lines found below the log"));
    m_previous->setText(tr("Previous"));
    m_previous->setToolTip(tr("Previous line found (Shift+F3)"));
    m_next->setText(tr("Next"));
    m_next->setToolTip(tr("Next line found (F3)"));
    m_cancel->setText(tr("Stop"));
}

void RawSearchBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
