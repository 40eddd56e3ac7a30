// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/completion_popup.h"

#include "ui/common/fonts.h"
#include "ui/common/tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui {

namespace {

constexpr int popupWidth = 420;
constexpr int lowRow = 28;
constexpr int highRow = 42; ///< with a line of help
constexpr int mostRows = 6;
constexpr int padding = 4;
constexpr int border = 1;
constexpr int textStart = 10;

enum Role { NoteRole = Qt::UserRole + 1, HelpRole, TypedRole };

class CandidateDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, index.data(HelpRole).toString().isEmpty() ? lowRow : highRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensFor(*option.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? tokens.selection : tokens.hover);
            painter->drawRoundedRect(option.rect, 5, 5);
        }
        const QString help = index.data(HelpRole).toString();
        QRect box = option.rect.adjusted(textStart, 0, -textStart, 0);
        if (!help.isEmpty()) {
            painter->setFont(fontOf(TextRole::Secondary));
            painter->setPen(tokens.secondaryText);
            const QRect line(box.left(), box.top() + 21, box.width(), 17);
            painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                              painter->fontMetrics().elidedText(help, Qt::ElideRight, line.width()));
            box.setHeight(24);
        }
        const int left = drawWord(*painter, box, index, tokens);
        painter->setFont(fontOf(TextRole::Secondary));
        painter->setPen(tokens.secondaryText);
        box.setLeft(left + 16);
        painter->drawText(
            box, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data(NoteRole).toString(), Qt::ElideRight, box.width()));
        painter->restore();
    }

private:
    /// The letters that were typed stand out. Gives the right edge.
    static int drawWord(QPainter& painter, const QRect& box, const QModelIndex& index, const Tokens& tokens)
    {
        const QString word = index.data().toString();
        const int typed = index.data(TypedRole).toInt();
        int left = box.left();
        const auto piece = [&](const QString& text, const QFont& font, const QColor& ink) {
            painter.setFont(font);
            painter.setPen(ink);
            painter.drawText(QRect(left, box.top(), box.right() - left, box.height()),
                             Qt::AlignVCenter | Qt::TextSingleLine, text);
            left += painter.fontMetrics().horizontalAdvance(text);
        };
        piece(word.left(typed), monoFont(13, true), tokens.accent);
        piece(word.mid(typed), monoFont(13), tokens.text);
        return left;
    }
};

} // namespace

CompletionPopup::CompletionPopup(const QString& name, QWidget* parent)
    : QFrame(parent), m_model(new QStandardItemModel(this)), m_list(new QListView)
{
    setObjectName(name);
    setProperty("kind", QStringLiteral("popup"));
    setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    constexpr int edge = padding + border;
    column->setContentsMargins(edge, edge, edge, edge);
    column->addWidget(m_list);
    m_list->setObjectName(name + QStringLiteral(".list"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT clicked(index.row()); });
    retranslate();
    hide();
}

void CompletionPopup::open(QWidget* window, const std::vector<CompletionRow>& rows, const QRect& cursor,
                           bool hasChosen)
{
    m_model->clear();
    for (const CompletionRow& row : rows) {
        auto* item = new QStandardItem(row.word);
        item->setData(row.note, NoteRole);
        item->setData(row.help, HelpRole);
        item->setData(row.typed, TypedRole);
        item->setData(QStringList{row.word, row.note, row.help}.join(QStringLiteral(", ")),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    if (parentWidget() != window)
        setParent(window);
    place(*window, cursor);
    choose(hasChosen ? 0 : -1);
    show();
    raise();
}

void CompletionPopup::place(const QWidget& window, const QRect& cursor)
{
    int height = 2 * (padding + border);
    for (int row = 0; row < std::min(m_model->rowCount(), mostRows); ++row)
        height += m_list->sizeHintForRow(row);
    m_list->setVerticalScrollBarPolicy(m_model->rowCount() > mostRows ? Qt::ScrollBarAsNeeded
                                                                      : Qt::ScrollBarAlwaysOff);
    const int width = std::min(popupWidth, window.width() - padding);
    const int left = std::clamp(cursor.left() - padding - textStart, 0, window.width() - width - padding);
    const bool fitsBelow = cursor.bottom() + height <= window.height();
    setGeometry(left, fitsBelow ? cursor.bottom() + 2 : std::max(0, cursor.top() - height - 2), width,
                height);
}

int CompletionPopup::count() const
{
    return m_model->rowCount();
}

int CompletionPopup::chosen() const
{
    return m_list->currentIndex().row();
}

void CompletionPopup::choose(int row)
{
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CompletionPopup::retranslate()
{
    m_list->setAccessibleName(tr("What may stand here"));
}

void CompletionPopup::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        hide();
        retranslate();
    }
    QFrame::changeEvent(event);
}

} // namespace ui
