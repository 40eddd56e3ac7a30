// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/checklist_card.h"

#include "ui/common/checklist_step.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/words/postfix_lint_words.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace ui {

ChecklistCard::ChecklistCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_count(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("deploy.checklist"));
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_card->addHeadWidget(m_count);
    m_card->body()->addLayout(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    retranslate();
}

void ChecklistCard::setSteps(std::vector<postfix::Step> steps)
{
    if (steps == m_steps) {
        return;
    }
    m_steps = std::move(steps);
    m_done.assign(m_steps.size(), false);
    for (ChecklistStep* row : m_rows) {
        delete row;
    }
    m_rows.clear();
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        auto* row = new ChecklistStep(static_cast<int>(i) + 1);
        row->setObjectName(QStringLiteral("deploy.step%1").arg(i + 1));
        m_list->addWidget(row);
        m_rows.push_back(row);
        connect(row, &ChecklistStep::toggled, this, [this, i] { toggle(static_cast<int>(i)); });
        connect(row, &ChecklistStep::linkActivated, this, [this, i] {
            QStringList lines;
            for (const std::string& command : m_steps[i].commands) {
                lines.append(QString::fromStdString(command));
            }
            Q_EMIT copyRequested(lines.join(QLatin1Char('\n')) + QLatin1Char('\n'));
        });
    }
    retranslate();
}

int ChecklistCard::doneCount() const
{
    return static_cast<int>(std::count(m_done.begin(), m_done.end(), true));
}

void ChecklistCard::toggle(int index)
{
    const auto i = static_cast<std::size_t>(index);
    m_done[i] = !m_done[i];
    showStates();
}

void ChecklistCard::showStates()
{
    const auto next = std::find(m_done.begin(), m_done.end(), false);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isNext = next != m_done.end() && static_cast<std::size_t>(next - m_done.begin()) == i;
        m_rows[i]->setState(m_done[i] ? ChecklistStep::State::Done
                            : isNext  ? ChecklistStep::State::Next
                                      : ChecklistStep::State::ToDo);
    }
    m_count->setText(m_steps.empty() ? QString() : tr("%1 of %2 done").arg(doneCount()).arg(stepCount()));
}

void ChecklistCard::retranslate()
{
    m_card->setTitle(tr("Check list"));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const postfix::Step& step = m_steps[i];
        m_rows[i]->setTitle(words::title(step.code));
        const bool hasCommand = !step.commands.empty();
        m_rows[i]->setDetail(
            hasCommand ? QString::fromStdString(step.commands.front()) : words::hint(step.code), hasCommand);
        m_rows[i]->setToolTip(words::hint(step.code));
        m_rows[i]->setLink(hasCommand ? tr("Copy") : QString());
    }
    showStates();
}

void ChecklistCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
