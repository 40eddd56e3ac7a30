// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/actions_card.h"

#include "core/config/values.h"
#include "ui/common/buttons.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int nameWidth = 114;
constexpr int resetWidth = 28;
constexpr int columnGap = 3;

/// A row of the matrix with its change bar.
class MatrixRow final : public QWidget
{
public:
    bool modified = false;

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!modified)
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokensFor(*this).modified);
        painter.drawRoundedRect(QRectF(2, 7, 3, 21), 1.5, 1.5);
    }
};

/// The dashed box and the bar of the legend.
class LegendMark final : public QWidget
{
public:
    explicit LegendMark(bool dashed) : m_dashed(dashed) { setFixedSize(dashed ? 24 : 3, dashed ? 15 : 16); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensFor(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!m_dashed) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.modified);
            painter.drawRoundedRect(rect(), 1.5, 1.5);
            return;
        }
        QPen pen(tokens.controlBorder, 1, Qt::CustomDashLine);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }

private:
    bool m_dashed;
};

} // namespace

ActionsCard::ActionsCard(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_card(new Card),
      m_nothing(new Label(TextRole::Body, &Tokens::secondaryText))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->body()->addWidget(buildHead());
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(0, 3, 0, 4);
    rows->setSpacing(0);
    for (const spf::Result result : spf::allResults) {
        m_rows.push_back(buildRow(result));
        rows->addWidget(m_rows.back().widget);
    }
    m_nothing->setContentsMargins(16, 8, 16, 8);
    rows->addWidget(m_nothing);
    m_card->body()->addLayout(rows);
    m_card->body()->addWidget(buildLegend());
    connect(&m_document, &ConfigDocument::contentChanged, this, &ActionsCard::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &ActionsCard::refresh);
    retranslate();
}

QWidget* ActionsCard::buildHead()
{
    auto* head = new Surface(&Tokens::sunken, Qt::BottomEdge);
    head->setFixedHeight(28);
    auto* layout = new QGridLayout(head);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->setHorizontalSpacing(columnGap);
    for (std::size_t column = 0; column < m_heads.size(); ++column) {
        m_heads[column] = new Label(TextRole::Label, &Tokens::secondaryText);
        layout->addWidget(m_heads[column], 0, static_cast<int>(column));
    }
    Segment measured(Segment::Size::Matrix);
    measured.addActionChoices();
    layout->setColumnMinimumWidth(0, nameWidth - 16);
    layout->setColumnMinimumWidth(1, measured.sizeHint().width() + columnGap + resetWidth - 4);
    layout->setColumnStretch(2, 1);
    return head;
}

QWidget* ActionsCard::buildLegend()
{
    auto* legend = new Surface(&Tokens::surface, Qt::TopEdge);
    legend->setFixedHeight(32);
    auto* layout = new QHBoxLayout(legend);
    layout->setContentsMargins(16, 0, 8, 0);
    layout->setSpacing(8);
    m_legendUnset = new Label(TextRole::Secondary, &Tokens::secondaryText);
    m_legendChanged = new Label(TextRole::Secondary, &Tokens::secondaryText);
    layout->addWidget(new LegendMark(true));
    layout->addWidget(m_legendUnset);
    layout->addSpacing(12);
    layout->addWidget(new LegendMark(false));
    layout->addWidget(m_legendChanged);
    layout->addStretch(1);
    return legend;
}

ActionsCard::Row ActionsCard::buildRow(spf::Result result)
{
    Row row{result, new MatrixRow, {buildCell("globals", result), buildCell("enforce_actions", result)}};
    auto* layout = new QVBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 2, 0);
    layout->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(16, 4, 0, 5);
    line->setSpacing(columnGap);
    auto* name = new QWidget;
    name->setFixedWidth(nameWidth - 16);
    auto* nameLayout = new QHBoxLayout(name);
    nameLayout->setContentsMargins(0, 0, 0, 0);
    nameLayout->setSpacing(8);
    nameLayout->addWidget(new IconView(iconName(result), result, 16));
    auto* word = new Label(TextRole::Strong, result);
    word->setText(words::word(result));
    nameLayout->addWidget(word, 1);
    line->addWidget(name);
    for (const Cell& cell : row.cells) {
        line->addWidget(cell.segment);
        line->addWidget(cell.reset);
    }
    line->addStretch(1);
    layout->addLayout(line);
    for (const Cell& cell : row.cells) {
        cell.problem->setContentsMargins(22, 0, 0, 4);
        layout->addWidget(cell.problem);
    }
    return row;
}

ActionsCard::Cell ActionsCard::buildCell(const std::string& section, spf::Result result)
{
    Cell cell{{section, std::string(spf::word(result))},
              new Segment(Segment::Size::Matrix),
              makeIconButton(QStringLiteral("reset")),
              new ProblemRow};
    cell.segment->addActionChoices();
    cell.segment->setObjectName(
        QStringLiteral("config.%1.%2").arg(QString::fromStdString(section), words::word(result)));
    setField(cell.segment, cell.field);
    setField(cell.reset, cell.field);
    QSizePolicy keepsRoom = cell.reset->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    cell.reset->setSizePolicy(keepsRoom);
    cell.reset->setFixedSize(resetWidth - 4, 24);
    const FieldId field = cell.field;
    connect(cell.segment, &Segment::chosen, this,
            [this, field](int choice) { m_document.setKey(field.section, field.key, actionOf(choice)); });
    const auto reset = [this, field] { m_document.resetKey(field.section, field.key); };
    connect(cell.segment, &Segment::cleared, this, reset);
    connect(cell.reset, &QAbstractButton::clicked, this, reset);
    connect(cell.problem, &ProblemRow::fixRequested, this, [this, field] { fix(field); });
    return cell;
}

void ActionsCard::fix(const FieldId& field)
{
    const config::Finding* found = findingOf(m_document, field);
    if (found == nullptr || found->fixes.empty())
        return;
    const config::Finding copy = *found; // applying it makes new findings
    m_document.apply(copy, copy.fixes.front());
}

void ActionsCard::setShown(const ShownFields& shown)
{
    m_shown = shown;
    refresh();
}

int ActionsCard::shownRows() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row& row) { return !row.widget->isHidden(); }));
}

void ActionsCard::refresh()
{
    for (Row& row : m_rows) {
        bool modified = false;
        bool shown = false;
        QStringList diskTexts;
        for (Cell& cell : row.cells) {
            refreshCell(cell);
            modified = modified || m_document.isKeyModified(cell.field.section, cell.field.key);
            shown = shown || isShown(m_document, cell.field, m_shown);
            if (const QString text = diskText(m_document, cell.field); !text.isEmpty())
                diskTexts.append(
                    QStringLiteral("[%1] %2").arg(QString::fromStdString(cell.field.section), text));
        }
        static_cast<MatrixRow*>(row.widget)->modified = modified;
        row.widget->setVisible(shown);
        row.widget->update();
        row.widget->setToolTip(diskTexts.join(QLatin1Char('\n')));
    }
    m_nothing->setVisible(shownRows() == 0);
}

void ActionsCard::refreshCell(Cell& cell)
{
    const config::FieldValue value =
        config::fieldValue(m_document.current(), cell.field.section, cell.field.key);
    cell.segment->setInherited(choiceOf(value.defaultValue));
    cell.segment->setCurrent(value.written && value.isValid ? choiceOf(*value.written) : std::nullopt);
    cell.segment->setReadOnly(m_document.isReadOnly());
    const bool modified = m_document.isKeyModified(cell.field.section, cell.field.key);
    cell.reset->setVisible(value.written && modified && !m_document.isReadOnly());
    setNamed(cell.reset, tr("Back to the default: %1").arg(QString::fromStdString(value.defaultValue)));
    const config::Finding* finding = findingOf(m_document, cell.field);
    if (finding == nullptr)
        cell.problem->clear();
    else
        cell.problem->setProblem(
            levelOf(finding->severity), QString::fromStdString(config::idOf(finding->rule)),
            words::message(*finding), m_document.isReadOnly() ? QString() : fixTitle(*finding));
}

void ActionsCard::retranslate()
{
    m_card->setTitle(tr("Action for each SPF result"));
    m_heads[0]->setText(tr("Result"));
    m_heads[1]->setText(tr("Everyone [globals]"));
    m_heads[2]->setText(tr("Enforce list [enforce_actions]"));
    m_legendUnset->setText(tr("Not set (default applies)"));
    m_legendChanged->setText(tr("Changed since last save"));
    m_nothing->setText(tr("No action matches the filter."));
    for (const Row& row : m_rows) {
        row.cells[0].segment->setGroupName(tr("Action for %1, everyone").arg(words::word(row.result)));
        row.cells[1].segment->setGroupName(tr("Action for %1, enforce list").arg(words::word(row.result)));
    }
    refresh();
}

void ActionsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
