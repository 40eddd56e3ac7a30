// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/framed_list.h"

#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QEvent>

namespace ui {

namespace {

constexpr int edge = 12;

} // namespace

FramedList::FramedList(QAbstractItemView& view, const QString& whyEmpty, QWidget* parent)
    : QWidget(parent),
      m_view(view),
      m_why(new Label(TextRole::Secondary, &Tokens::secondaryText, view.viewport()))
{
    auto* card = new Card;
    card->setGround(&Tokens::surface);
    card->body()->addWidget(&view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    m_why->setText(whyEmpty);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignCenter);
    m_why->setAttribute(Qt::WA_TransparentForMouseEvents);
    view.viewport()->installEventFilter(this);
    const QAbstractItemModel* model = view.model(); // lists own it and empty it at their end
    connect(model, &QAbstractItemModel::rowsInserted, m_why, [this] { fit(); });
    connect(model, &QAbstractItemModel::rowsRemoved, m_why, [this] { fit(); });
    connect(model, &QAbstractItemModel::modelReset, m_why, [this] { fit(); });
    fit();
}

bool FramedList::isSaid() const
{
    return !m_why->isHidden();
}

void FramedList::fit()
{
    m_why->setVisible(m_view.model()->rowCount() == 0);
    m_why->setGeometry(m_view.viewport()->rect().adjusted(edge, 0, -edge, 0));
    m_view.setAccessibleDescription(isSaid() ? m_why->text() : QString());
}

bool FramedList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
