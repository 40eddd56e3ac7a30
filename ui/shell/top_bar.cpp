// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/top_bar.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icon_view.h"
#include "ui/common/icons.h"
#include "ui/common/surface.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>

namespace ui {

namespace {

constexpr int bandHeight = 3;
constexpr int barHeight = 42;
constexpr int searchWidth = 380;

constexpr std::array menuOrder{MenuId::File, MenuId::Edit,  MenuId::View,
                               MenuId::Go,   MenuId::Tools, MenuId::Help};

QString menuName(MenuId id)
{
    switch (id) {
    case MenuId::File:
        return TopBar::tr("&File");
    case MenuId::Edit:
        return TopBar::tr("&Edit");
    case MenuId::View:
        return TopBar::tr("&View");
    case MenuId::Go:
        return TopBar::tr("&Go");
    case MenuId::Tools:
        return TopBar::tr("&Tools");
    case MenuId::Help:
    case MenuId::None:
        break;
    }
    return TopBar::tr("&Help");
}

} // namespace

/// Looks like a field; a click opens the palette, where one types.
class SearchOpener final : public QAbstractButton
{
public:
    explicit SearchOpener(QWidget* parent) : QAbstractButton(parent)
    {
        setObjectName(QStringLiteral("topbar.search"));
        setFixedHeight(28);
        setCursor(Qt::IBeamCursor);
    }

    [[nodiscard]] QSize sizeHint() const override { return {searchWidth, 28}; }

    QString keys;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensFor(*this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.border, 1));
        painter.setBrush(underMouse() ? tokens.hover : tokens.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        paintIcon(painter, QStringLiteral("search"), tokens.secondaryText, QRectF(9, 6, 16, 16));
        painter.setFont(fontOf(TextRole::Count));
        painter.setPen(tokens.secondaryText);
        const int caps = painter.fontMetrics().horizontalAdvance(keys);
        painter.drawText(QRect(width() - caps - 12, 0, caps + 2, height()), Qt::AlignVCenter, keys);
        painter.setFont(fontOf(TextRole::Body));
        const QRect words(32, 0, width() - 32 - caps - 24, height());
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }
};

TopBar::TopBar(ActionRegistry& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_menuBar(new QMenuBar), m_search(new SearchOpener(this))
{
    setObjectName(QStringLiteral("topbar"));
    setFixedHeight(bandHeight + barHeight);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, bandHeight, 12, 1);
    row->setSpacing(4);
    auto* icon = new QLabel;
    icon->setPixmap(appIcon().pixmap(QSize(20, 20), devicePixelRatioF()));
    row->addWidget(icon);
    row->addSpacing(6);
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(m_menuBar);
    row->addStretch(1);
    const auto add = [&](const char* id) {
        QAction* action = m_actions.action(QLatin1String(id));
        QToolButton* button = makeIconButton({});
        button->setObjectName(QStringLiteral("topbar.") + QLatin1String(id));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFixedSize(28, 28);
        row->addWidget(button);
    };
    add("edit.undo");
    add("edit.redo");
    auto* line = new Line(Qt::Vertical);
    line->setFixedHeight(20);
    row->addWidget(line);
    add("view.language");
    add("view.theme");
    add("help.contents");
    for (const MenuId id : menuOrder) {
        QMenu* menu = m_menuBar->addMenu(QString());
        menu->setObjectName(QStringLiteral("menu.%1").arg(static_cast<int>(id)));
        m_menus.insert(id, menu);
    }
    connect(m_search, &QAbstractButton::clicked, this, &TopBar::searchRequested);
    retranslate();
}

void TopBar::rebuildMenus()
{
    for (const MenuId id : menuOrder) {
        QMenu* menu = m_menus.value(id);
        menu->clear();
        for (QAction* action : m_actions.menu(id)) {
            if (action == nullptr)
                menu->addSeparator();
            else
                menu->addAction(action);
        }
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
}

void TopBar::setBand(Ink ink)
{
    m_band = ink;
    update();
}

void TopBar::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect(), tokens.rail);
    painter.fillRect(0, 0, width(), bandHeight, m_band.of(tokens));
    painter.fillRect(0, height() - 1, width(), 1, tokens.border);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeSearch();
}

void TopBar::placeSearch()
{
    // In the middle of the window as long as the menus leave the room.
    const int menusEnd = 46 + m_menuBar->sizeHint().width() + 16;
    const int iconsStart = width() - 12 - 5 * 32 - 10;
    const int left = std::max(menusEnd, std::min(width() / 2 - 40, iconsStart - searchWidth));
    m_search->setGeometry(left, bandHeight + 7, std::min(searchWidth, iconsStart - left), 28);
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TopBar::retranslate()
{
    for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it)
        it.value()->setTitle(menuName(it.key()));
    m_search->setText(tr("Search settings, mail, commands"));
    m_search->setAccessibleName(m_search->text());
    m_search->keys = QStringLiteral("Ctrl+Shift+P");
    placeSearch();
}

} // namespace ui
