// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/toplists/top_list_card.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/message/log_text.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace ui {

namespace {

constexpr int rowHeight = 27;
constexpr int countWidth = 46;
constexpr int shareWidth = 50;
constexpr int widestBar = 64;

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

std::uint64_t countOf(const maillog::TopEntry& entry, SeriesBy by, const Series& series)
{
    return by == SeriesBy::Result ? entry.byResult[series.index] : entry.byAction[series.index];
}

QString nameOf(maillog::TopField field)
{
    switch (field) {
    case maillog::TopField::Domain:
        return TopListCard::tr("Sender domains");
    case maillog::TopField::Address:
        return TopListCard::tr("Client addresses");
    case maillog::TopField::Network:
        return TopListCard::tr("Client networks");
    case maillog::TopField::Helo:
        return TopListCard::tr("HELO names");
    case maillog::TopField::Sender:
        return TopListCard::tr("Senders");
    case maillog::TopField::Recipient:
        return TopListCard::tr("Recipients");
    case maillog::TopField::Host:
        return TopListCard::tr("Hosts");
    case maillog::TopField::Rule:
        break;
    }
    return TopListCard::tr("Rules");
}

QString topTerm(maillog::TopField field, const QString& name)
{
    const std::string_view word = maillog::word(filterFieldOf(field));
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())) + QLatin1Char(':') +
           filterValue(name);
}

void TopListModel::setEntries(std::vector<maillog::TopEntry> entries, std::uint64_t checks)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_checks = checks;
    endResetModel();
}

void TopListModel::setSeries(SeriesBy by)
{
    m_by = by;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

int TopListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QString TopListModel::share(int row) const
{
    const double part =
        m_checks == 0 ? 0 : 100.0 * static_cast<double>(entry(row).count) / static_cast<double>(m_checks);
    return tr("%1 %").arg(QLocale().toString(part, 'f', 1));
}

QVariant TopListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const maillog::TopEntry& one = entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(one.name);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{text(one.name) + QStringLiteral(": ") + number(one.count), share(index.row())};
        for (const Series& series : seriesOf(m_by)) {
            if (const auto count = countOf(one, m_by, series); count > 0) {
                parts.append(series.word + QLatin1Char(' ') + number(count));
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
    const maillog::TopEntry& entry = model->entry(index.row());
    const Tokens& tokens = currentTokens();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, tokens.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, tokens.hover);
    }
    const QRect row = option.rect.adjusted(14, 0, -14, 0);
    const int barWidth = std::min(widestBar, row.width() / 4);
    const QRect name(row.left(), row.top(), row.width() - countWidth - shareWidth - barWidth - 12,
                     row.height());
    painter->setFont(fontOf(TextRole::Secondary));
    painter->setPen(tokens.text);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text(entry.name), Qt::ElideMiddle, name.width()));
    painter->drawText(row.adjusted(0, 0, -shareWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                      number(entry.count));
    painter->setPen(tokens.secondaryText);
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter, model->share(index.row()));
    double x = name.right() + 12;
    const double scale = static_cast<double>(barWidth) / static_cast<double>(model->largest());
    for (const Series& series : seriesOf(model->by())) {
        const double width = static_cast<double>(countOf(entry, model->by(), series)) * scale;
        if (width > 0) {
            const QRectF bar(x, row.center().y() - 4, std::max(1.0, width), 9);
            painter->fillRect(bar, fillOf(series, model->by(), tokens));
            x += bar.width();
        }
    }
    painter->restore();
}

QSize TopListDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, rowHeight};
}

TopListCard::TopListCard(const QString& name, maillog::TopField field, QWidget* parent)
    : QWidget(parent),
      m_field(field),
      m_card(new Card),
      m_chooser(new QComboBox),
      m_all(makeButton(ButtonKind::Link)),
      m_list(new QListView),
      m_model(new TopListModel(this)),
      m_empty(new Label(TextRole::Body, &Tokens::secondaryText))
{
    setObjectName(name);
    build();
    const auto choose = [this](const QModelIndex& index) {
        Q_EMIT termChosen(topTerm(m_field, index.data().toString()));
    };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_chooser, &QComboBox::activated, this,
            [this](int place) { setField(allTopFields[static_cast<std::size_t>(place)]); });
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT allRequested(m_field); });
    retranslate();
}

void TopListCard::build()
{
    m_chooser->setObjectName(objectName() + QStringLiteral(".field"));
    m_all->setObjectName(objectName() + QStringLiteral(".all"));
    m_list->setObjectName(objectName() + QStringLiteral(".list"));
    for (std::size_t i = 0; i < allTopFields.size(); ++i) {
        m_chooser->addItem({});
    }
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TopListDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(2 * rowHeight);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_empty->setContentsMargins(14, 12, 14, 12);
    m_empty->setWordWrap(true);
    m_card->setTitle({});
    m_card->addHeadLeading(m_chooser);
    m_card->addHeadWidget(m_all);
    m_card->body()->addWidget(m_list);
    m_card->body()->addWidget(m_empty, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void TopListCard::setEntries(std::vector<maillog::TopEntry> entries, std::uint64_t checks)
{
    m_list->setVisible(!entries.empty());
    m_empty->setVisible(entries.empty());
    m_all->setEnabled(!entries.empty());
    m_model->setEntries(std::move(entries), checks);
}

void TopListCard::setSeries(SeriesBy by)
{
    m_model->setSeries(by);
}

void TopListCard::setField(maillog::TopField field)
{
    if (field == m_field) {
        return;
    }
    m_field = field;
    retranslate();
    Q_EMIT fieldChanged();
}

/// The list's own click would choose: the menu opens before it is seen as one.
bool TopListCard::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ContextMenu) {
        const auto* menu = static_cast<QContextMenuEvent*>(event);
        const bool isKey = menu->reason() == QContextMenuEvent::Keyboard;
        showMenu(isKey ? m_list->visualRect(m_list->currentIndex()).center() : menu->pos());
        return true;
    }
    if (event->type() == QEvent::MouseButtonRelease && watched == m_list->viewport()) {
        return static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton;
    }
    return QWidget::eventFilter(watched, event);
}

void TopListCard::showMenu(const QPoint& at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid()) {
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString term = topTerm(m_field, index.data().toString());
    const QString name = index.data().toString();
    menu->addAction(tr("Only this"), this, [this, term] { Q_EMIT termChosen(term); });
    menu->addAction(tr("Not this"), this, [this, term] { Q_EMIT termChosen(QLatin1Char('-') + term); });
    menu->addSeparator();
    menu->addAction(themedIcon(QStringLiteral("copy"), &Tokens::secondaryText), tr("Copy value"), this,
                    [name] { QGuiApplication::clipboard()->setText(name); });
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

void TopListCard::retranslate()
{
    for (std::size_t i = 0; i < allTopFields.size(); ++i) {
        m_chooser->setItemText(static_cast<int>(i), nameOf(allTopFields[i]));
        if (allTopFields[i] == m_field) {
            m_chooser->setCurrentIndex(static_cast<int>(i));
        }
    }
    m_chooser->setAccessibleName(tr("Most frequent"));
    m_all->setText(tr("All..."));
    m_all->setAccessibleName(tr("All of them: %1").arg(nameOf(m_field)));
    m_empty->setText(tr("Nothing of this kind in these checks."));
    m_list->setAccessibleName(nameOf(m_field));
}

void TopListCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace ui
