// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/common/badge.h"
#include "ui/common/empty_state.h"
#include "ui/common/fonts.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/search_field.h"
#include "ui/common/surface.h"
#include "ui/shell/recent_files.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace ui {

namespace {

constexpr int shownRecent = 5;

/// One recent file: edge in the colour of its host, drawing, name and role, path, day.
class RecentRow final : public QAbstractButton
{
public:
    RecentRow(const RecentFile& file, const HostLook& look, const QDateTime& now)
        : m_look(look), m_path(qtio::FilePlace::fromText(file.path).path)
    {
        m_missing = !look.isRemote() && !QFileInfo::exists(m_path); // others are not asked before a click
        m_day = file.opened.date() == now.date()
                    ? WelcomePage::tr("today %1")
                          .arg(QLocale().toString(file.opened.time(), QLocale::ShortFormat))
                    : QLocale().toString(file.opened.date(), QLocale::ShortFormat);
        setText(look.isRemote() ? look.name : QFileInfo(m_path).fileName());
        setFixedHeight(60);
        setFocusPolicy(Qt::StrongFocus);
        QStringList told{file.path, look.role, m_missing ? WelcomePage::tr("not found") : m_day};
        told.removeAll(QString());
        setAccessibleName(told.join(QLatin1String(", ")));
        setToolTip(file.path);
    }

    [[nodiscard]] QSize sizeHint() const override { return {400, 60}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Tokens& tokens = tokensFor(*this);
        QPainter painter(this);
        if (underMouse() || hasFocus())
            painter.fillRect(rect(), hasFocus() ? tokens.selection : tokens.hover);
        painter.fillRect(0, 6, 4, height() - 12, m_missing ? tokens.controlBorder : m_look.ink.of(tokens));
        painter.fillRect(54, height() - 1, width() - 54, 1, tokens.grid);
        paintIcon(painter, m_look.isRemote() ? QStringLiteral("host") : QStringLiteral("record"),
                  tokens.secondaryText, QRectF(20, 20, 18, 18));
        painter.setFont(fontOf(TextRole::Secondary));
        painter.setPen(tokens.secondaryText);
        const int dayWidth = painter.fontMetrics().horizontalAdvance(m_day);
        painter.drawText(QRect(width() - 16 - dayWidth, 8, dayWidth + 2, 20), Qt::AlignVCenter, m_day);
        int room = width() - 54 - 20;
        if (m_missing)
            room -= paintMissing(painter, tokens);
        painter.setFont(fontOf(TextRole::Strong));
        painter.setPen(m_missing ? tokens.secondaryText : tokens.text);
        const QString name =
            painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, width() - 190 - dayWidth);
        painter.drawText(QRect(54, 8, width() - 80 - dayWidth, 22), Qt::AlignVCenter, name);
        const int nameEnd = 54 + painter.fontMetrics().horizontalAdvance(name);
        if (!m_look.role.isEmpty()) {
            const BadgeSpec role = BadgeSpec::of(m_look.role, m_look.ink);
            paintBadge(painter, QRect(QPoint(nameEnd + 10, 9), badgeSize(role)), role, tokens);
        }
        painter.setFont(monoFont());
        painter.setPen(tokens.secondaryText);
        painter.drawText(
            QRect(54, 30, room, 20), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(QDir::toNativeSeparators(m_path), Qt::ElideMiddle, room));
    }

private:
    /// The width it took.
    int paintMissing(QPainter& painter, const Tokens& tokens) const
    {
        const QString state = WelcomePage::tr("not found");
        const int stateWidth = painter.fontMetrics().horizontalAdvance(state);
        painter.drawText(QRect(width() - 16 - stateWidth, 30, stateWidth + 2, 20), Qt::AlignVCenter, state);
        paintIcon(painter, QStringLiteral("pending"), tokens.secondaryText,
                  QRectF(width() - 38 - stateWidth, 33, 14, 14));
        return stateWidth + 40;
    }

    HostLook m_look;
    QString m_path;
    QString m_day;
    bool m_missing = false;
};

/// The dashed area that says what may be dropped; the whole window takes drops.
class DropArea final : public QWidget
{
public:
    explicit DropArea(Label* words)
    {
        setFixedHeight(64);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(20, 0, 20, 0);
        row->setSpacing(16);
        row->addWidget(new IconView(QStringLiteral("import"), &Tokens::secondaryText, 20));
        row->addWidget(words, 1);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokensFor(*this).controlBorder, 1, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
};

} // namespace

StartButton::StartButton(QString icon, bool main, QWidget* parent)
    : QAbstractButton(parent), m_icon(std::move(icon)), m_main(main)
{
    setFixedHeight(68);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void StartButton::setTexts(const QString& what, const QString& detail, const QString& key)
{
    setText(what);
    m_detail = detail;
    m_key = key;
    setAccessibleName(what);
    setAccessibleDescription(detail);
    update();
}

void StartButton::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_main ? tokens.accent : tokens.border, 1));
    painter.setBrush(m_main ? tokens.accentTint : underMouse() ? tokens.hover : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_main ? tokens.accent : tokens.hover);
    painter.drawRoundedRect(QRectF(14, 14, 40, 40), 8, 8);
    paintIcon(painter, m_icon, m_main ? tokens.onAccent : tokens.accent, QRectF(24, 24, 20, 20));
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(tokens.text);
    const int keys = painter.fontMetrics().horizontalAdvance(m_key);
    painter.drawText(QRect(width() - 16 - keys, 12, keys + 2, 22), Qt::AlignVCenter, m_key);
    painter.setPen(tokens.secondaryText);
    painter.drawText(QRect(68, 34, width() - 84, 22), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_detail, Qt::ElideRight, width() - 84));
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(tokens.text);
    painter.drawText(QRect(68, 12, width() - 100 - keys, 22), Qt::AlignVCenter, text());
}

WelcomePage::WelcomePage(RecentFiles& recent, const Services& services, QWidget* parent)
    : QWidget(parent),
      m_recent(recent),
      m_services(services),
      m_title(new Label(TextRole::KeyFigure)),
      m_purpose(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_open(new StartButton(QStringLiteral("open"), true)),
      m_server(new StartButton(QStringLiteral("host"), false)),
      m_logs(new StartButton(QStringLiteral("maillog"), false)),
      m_sample(new StartButton(QStringLiteral("simulator"), false)),
      m_new(new StartButton(QStringLiteral("add"), false)),
      m_recentCard(new Card),
      m_filter(new SearchField),
      m_rows(new QVBoxLayout),
      m_none(new EmptyState(QStringLiteral("history"))),
      m_drop(new Label(TextRole::Body, &Tokens::secondaryText))
{
    setObjectName(QStringLiteral("welcome.page"));
    m_open->setObjectName(QStringLiteral("welcome.open"));
    m_server->setObjectName(QStringLiteral("welcome.server"));
    m_logs->setObjectName(QStringLiteral("welcome.logs"));
    m_sample->setObjectName(QStringLiteral("welcome.sample"));
    m_new->setObjectName(QStringLiteral("welcome.new"));
    m_filter->setObjectName(QStringLiteral("welcome.filter"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(40, 24, 40, 24);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(56);
    halves->addStretch(1);
    halves->addWidget(buildLeft(), 52, Qt::AlignTop);
    halves->addWidget(buildRight(), 62, Qt::AlignTop);
    halves->addStretch(1);
    outer->addStretch(4);
    outer->addLayout(halves);
    outer->addStretch(5);
    connect(&m_recent, &RecentFiles::changed, this, &WelcomePage::fillRecent);
    connect(m_filter, &QLineEdit::textChanged, this, &WelcomePage::fillRecent);
    connect(m_open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    connect(m_server, &QAbstractButton::clicked, this, &WelcomePage::serverRequested);
    connect(m_logs, &QAbstractButton::clicked, this, &WelcomePage::logsRequested);
    connect(m_sample, &QAbstractButton::clicked, this, &WelcomePage::sampleRequested);
    connect(m_new, &QAbstractButton::clicked, this, &WelcomePage::newRequested);
    retranslate();
}

QWidget* WelcomePage::buildLeft()
{
    auto* side = new QWidget;
    side->setMinimumWidth(420);
    side->setMaximumWidth(520);
    side->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setSpacing(20);
    auto* icon = new QLabel;
    icon->setPixmap(appIcon().pixmap(QSize(68, 68), devicePixelRatioF()));
    head->addWidget(icon);
    auto* names = new QVBoxLayout;
    names->setSpacing(4);
    m_purpose->setElide(Qt::ElideRight);
    names->addStretch(1);
    names->addWidget(m_title);
    names->addWidget(m_purpose);
    names->addStretch(1);
    head->addLayout(names, 1);
    column->addLayout(head);
    column->addSpacing(20);
    for (StartButton* button : {m_open, m_server, m_logs, m_sample, m_new})
        column->addWidget(button);
    return side;
}

QWidget* WelcomePage::buildRight()
{
    auto* side = new QWidget;
    side->setMinimumWidth(420);
    side->setMaximumWidth(620);
    side->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_filter->setFixedWidth(170);
    m_recentCard->addHeadWidget(m_filter);
    m_recentCard->setMinimumWidth(400);
    auto* list = new QWidget;
    list->setFixedHeight(shownRecent * 60);
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_rows->setSpacing(0);
    rows->addLayout(m_rows);
    rows->addWidget(m_none, 1);
    rows->addStretch(0);
    m_recentCard->body()->addWidget(list);
    column->addWidget(m_recentCard);
    m_drop->setElide(Qt::ElideRight);
    column->addWidget(new DropArea(m_drop));
    return side;
}

void WelcomePage::fillRecent()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->setObjectName(QString());
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int shown = 0;
    for (const RecentFile& file : m_recent.files()) {
        if (shown == shownRecent || !file.path.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        const HostLook look = m_services.lookOf(qtio::FilePlace::fromText(file.path));
        auto* row = new RecentRow(file, look, m_services.now());
        row->setObjectName(QStringLiteral("welcome.recent.%1").arg(shown++));
        connect(row, &QAbstractButton::clicked, this,
                [this, path = file.path] { Q_EMIT configRequested(path); });
        m_rows->addWidget(row);
    }
    m_none->setVisible(shown == 0);
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensFor(*this).window);
}

void WelcomePage::retranslate()
{
    m_title->setText(QStringLiteral("SPF Policy Manager"));
    m_purpose->setText(tr("Change SPFPolicyd settings safely; see the effect first"));
    m_open->setTexts(tr("Open config.ini..."), tr("A file on this computer"), QStringLiteral("Ctrl+O"));
    m_server->setTexts(tr("Open on a server..."), tr("Over SSH, with the hosts of ~/.ssh/config"),
                       QStringLiteral("Ctrl+Shift+O"));
    m_logs->setTexts(tr("Open mail logs..."), tr("Who fails SPF, since when, and what became of the mail"),
                     QStringLiteral("Ctrl+L"));
    m_new->setTexts(tr("Create a new config.ini..."), tr("Product defaults, recommended, or watch only"),
                    QStringLiteral("Ctrl+N"));
    m_sample->setTexts(tr("Try with sample data"),
                       tr("A made-up company's settings, zone and one day of mail log"));
    m_recentCard->setTitle(tr("Recently used"));
    m_filter->setHint(tr("Filter"));
    m_none->setTexts(tr("Nothing opened yet"), tr("Files you open appear here."));
    m_drop->setText(tr("Drop a config.ini or mail logs (also .gz, .xz) here"));
    fillRecent();
}

} // namespace ui
