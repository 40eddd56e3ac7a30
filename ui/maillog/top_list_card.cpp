// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/top_list_card.h"

#include "ui/common/fonts.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/maillog/series.h"

#include <QBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPainter>

namespace ui {

namespace {

constexpr int rowHeight = 27;

} // namespace

void TopListModel::setEntries(std::vector<TopEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int TopListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant TopListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TopEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{one.name + QStringLiteral(": ") +
                          QLocale().toString(static_cast<qulonglong>(one.count))};
        for (const Series& series : seriesOf(SeriesBy::Result)) {
            if (const auto count = one.byResult[series.index]; count > 0) {
                parts.append(series.word + QLatin1Char(' ') +
                             QLocale().toString(static_cast<qulonglong>(count)));
            }
        }
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

void TopListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const auto* model = qobject_cast<const TopListModel*>(index.model());
    const TopEntry& entry = model->entry(index.row());
    const Tokens& tokens = currentTokens();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tokens.hover);
    }
    const QRect row = option.rect.adjusted(14, 0, -14, 0);
    const int countWidth = 58;
    const int barWidth = std::min(100, row.width() / 3);
    const QRect name(row.left(), row.top(), row.width() - countWidth - barWidth - 12, row.height());
    painter->setFont(fontOf(TextRole::Secondary));
    painter->setPen(tokens.text);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(entry.name, Qt::ElideMiddle, name.width()));
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                      QLocale().toString(static_cast<qulonglong>(entry.count)));
    double x = name.right() + 12;
    const double scale = static_cast<double>(barWidth) / static_cast<double>(model->largest());
    for (const Series& series : seriesOf(SeriesBy::Result)) {
        const double width = static_cast<double>(entry.byResult[series.index]) * scale;
        if (width > 0) {
            const QRectF bar(x, row.center().y() - 4, std::max(1.0, width), 9);
            painter->fillRect(bar, fillOf(series, SeriesBy::Result, tokens));
            x += bar.width();
        }
    }
    painter->restore();
}

QSize TopListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

TopListCard::TopListCard(const QString& name, QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_note(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_list(new QListView),
      m_model(new TopListModel(this)),
      m_empty(new Label(TextRole::Body, &Tokens::secondaryText))
{
    setObjectName(name);
    m_list->setObjectName(name + QStringLiteral(".list"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TopListDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(2 * rowHeight);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_empty->setContentsMargins(14, 12, 14, 12);
    m_empty->setWordWrap(true);
    m_card->addHeadWidget(m_note);
    m_card->body()->addWidget(m_list);
    m_card->body()->addWidget(m_empty, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT chosen(index.data().toString()); };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
}

void TopListCard::setEntries(std::vector<TopEntry> entries)
{
    m_list->setVisible(!entries.empty());
    m_empty->setVisible(entries.empty());
    m_model->setEntries(std::move(entries));
}

void TopListCard::setTexts(const QString& title, const QString& empty)
{
    m_card->setTitle(title);
    m_note->setText(tr("top by count"));
    m_empty->setText(empty);
    m_list->setAccessibleName(title);
}

} // namespace ui
