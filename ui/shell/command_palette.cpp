// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/common/fonts.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/words/language.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int boxWidth = 720;
constexpr int boxTop = 84;
constexpr int rowHeight = 38;
constexpr int groupHeight = 30;

enum Role { HitRole = Qt::UserRole + 1, IconRole, PlaceRole, WordsRole };

class PaletteDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {100, index.data(HitRole).isValid() ? rowHeight : groupHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensFor(*option.widget);
        const QString text = index.data().toString();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (!index.data(HitRole).isValid()) {
            painter->setFont(fontOf(TextRole::Group));
            painter->setPen(tokens.secondaryText);
            painter->drawText(option.rect.adjusted(22, 4, 0, 0), Qt::AlignVCenter, text);
            painter->restore();
            return;
        }
        const QRect box = option.rect.adjusted(9, 0, -9, 0);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(box, 6, 6);
            painter->fillRect(box.left(), box.top() + 6, 3, box.height() - 12, tokens.accent);
        }
        paintIcon(*painter, index.data(IconRole).toString(), tokens.secondaryText,
                  QRectF(box.left() + 14, box.top() + 10, 18, 18));
        painter->setFont(fontOf(TextRole::Secondary));
        painter->setPen(tokens.secondaryText);
        const QString place = index.data(PlaceRole).toString();
        const int placeWidth = painter->fontMetrics().horizontalAdvance(place);
        painter->drawText(QRect(box.right() - 14 - placeWidth, box.top(), placeWidth + 2, box.height()),
                          Qt::AlignVCenter, place);
        drawHit(*painter, QRect(box.left() + 46, box.top(), box.width() - placeWidth - 80, box.height()),
                text, index.data(WordsRole).toString(), tokens);
        painter->restore();
    }

private:
    /// The letters that were typed stand out.
    static void drawHit(QPainter& painter, const QRect& box, const QString& text, const QString& words,
                        const Tokens& tokens)
    {
        const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words, 0, Qt::CaseInsensitive);
        int x = box.left();
        const auto piece = [&](const QString& part, TextRole role, const QColor& ink) {
            painter.setFont(fontOf(role));
            painter.setPen(ink);
            const QString shown = painter.fontMetrics().elidedText(part, Qt::ElideRight, box.right() - x);
            painter.drawText(QRect(x, box.top(), box.right() - x, box.height()), Qt::AlignVCenter, shown);
            x += painter.fontMetrics().horizontalAdvance(shown);
        };
        if (at < 0) {
            piece(text, TextRole::Body, tokens.text);
            return;
        }
        piece(text.left(at), TextRole::Body, tokens.text);
        piece(text.mid(at, words.size()), TextRole::Strong, tokens.accent);
        piece(text.mid(at + words.size()), TextRole::Body, tokens.text);
    }
};

QString withoutMnemonic(QString text)
{
    // "Save(&S)..." and "&Save..." both: the Japanese form loses its bracket.
    const qsizetype bracket = text.indexOf(QStringLiteral("(&"));
    if (bracket >= 0)
        text.remove(bracket, 4);
    return text.remove(QLatin1Char('&'));
}

} // namespace

CommandPalette::CommandPalette(QWidget* window, const ActionRegistry& actions,
                               const words::LanguageSwitch& language)
    : QWidget(window),
      m_actions(actions),
      m_language(language),
      m_box(new QWidget(this)),
      m_input(new QLineEdit),
      m_count(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_list(new QListView),
      m_keys(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("palette"));
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    auto* top = new QWidget;
    top->setFixedHeight(55);
    auto* head = new QHBoxLayout(top);
    head->setContentsMargins(22, 0, 16, 0);
    head->setSpacing(14);
    m_input->setObjectName(QStringLiteral("palette.input"));
    m_input->setProperty("kind", QStringLiteral("bare"));
    QFont font = fontOf(TextRole::DialogTitle);
    font.setWeight(QFont::Medium);
    m_input->setFont(font);
    head->addWidget(new IconView(QStringLiteral("search"), &Tokens::accent, 20));
    head->addWidget(m_input, 1);
    head->addWidget(m_count);
    column->addWidget(top);
    column->addWidget(new Line);
    m_list->setObjectName(QStringLiteral("palette.list"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    column->addWidget(new Line);
    m_keys->setFixedHeight(36);
    m_keys->setContentsMargins(20, 0, 20, 0);
    column->addWidget(m_keys);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    m_input->installEventFilter(this);
    window->installEventFilter(this);
    retranslate();
    hide();
}

void CommandPalette::open(const QString& text)
{
    m_focusBefore = QApplication::focusWidget();
    place();
    m_input->setText(text);
    search();
    show();
    raise();
    m_input->setFocus();
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore != nullptr)
        m_focusBefore->setFocus();
    m_focusBefore = nullptr;
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(boxWidth, this->width() - 80);
    m_box->setGeometry((this->width() - width) / 2, boxTop, width, std::min(516, height() - boxTop - 40));
}

QList<SearchHit> CommandPalette::commands(const QString& words) const
{
    QList<SearchHit> hits;
    for (const ActionSpec& spec : m_actions.specs()) {
        QAction* action = m_actions.action(spec.id);
        if (!action->isEnabled() || !action->isVisible())
            continue;
        const QString shown = withoutMnemonic(spec.shownText());
        const QString other = withoutMnemonic(m_language.in(m_language.language() == words::Language::Japanese
                                                                ? words::Language::English
                                                                : words::Language::Japanese,
                                                            spec.text.context, spec.text.source));
        if (shown.contains(words, Qt::CaseInsensitive) || other.contains(words, Qt::CaseInsensitive))
            hits.append({SearchHit::Kind::Command, spec.icon.isEmpty() ? QStringLiteral("step") : spec.icon,
                         shown, spec.shortcut.toString(QKeySequence::NativeText),
                         [action] { action->trigger(); }});
    }
    return hits;
}

void CommandPalette::search()
{
    m_model->clear();
    m_hits.clear();
    QString words = m_input->text().trimmed();
    const QChar prefix = words.isEmpty() ? QChar() : words[0];
    const bool narrowed = prefix == u'>' || prefix == u'#' || prefix == u'?';
    if (narrowed)
        words = words.mid(1).trimmed();
    QList<SearchHit> found;
    if (!narrowed || prefix != u'>') {
        for (const Page* page : std::as_const(m_pages))
            found += page->search(words);
    }
    if (!narrowed || prefix == u'>')
        found += commands(words);
    const auto of = [&found](SearchHit::Kind kind) {
        QList<SearchHit> chosen;
        std::ranges::copy_if(found, std::back_inserter(chosen),
                             [kind](const SearchHit& hit) { return hit.kind == kind; });
        return chosen;
    };
    if (!narrowed || prefix == u'#')
        addGroup(tr("Settings"), of(SearchHit::Kind::Setting));
    if (!narrowed)
        addGroup(tr("Mail log"), of(SearchHit::Kind::Mail));
    addGroup(tr("Commands"), of(SearchHit::Kind::Command));
    if (!narrowed || prefix == u'?')
        addGroup(tr("Help"), of(SearchHit::Kind::Help));
    m_count->setText(tr("%n hit(s)", nullptr, static_cast<int>(m_hits.size())));
    if (m_model->rowCount() > 1)
        m_list->setCurrentIndex(m_model->index(1, 0));
}

void CommandPalette::addGroup(const QString& name, const QList<SearchHit>& hits)
{
    if (hits.isEmpty())
        return;
    auto* head = new QStandardItem(name);
    head->setFlags(Qt::ItemIsEnabled);
    m_model->appendRow(head);
    const QString words = m_input->text().trimmed();
    for (const SearchHit& hit : hits) {
        auto* item = new QStandardItem(hit.text);
        item->setData(m_hits.size(), HitRole);
        item->setData(hit.icon, IconRole);
        item->setData(hit.place, PlaceRole);
        item->setData(words, WordsRole);
        item->setToolTip(hit.text);
        m_model->appendRow(item);
        m_hits.append(hit);
    }
}

void CommandPalette::run(const QModelIndex& index)
{
    const QVariant number = index.data(HitRole);
    if (!number.isValid())
        return;
    const SearchHit hit = m_hits.at(number.toLongLong()); // a copy: running it may search again
    close();
    if (hit.run)
        hit.run();
}

void CommandPalette::move(int step)
{
    int row = m_list->currentIndex().row() + step;
    while (row >= 0 && row < m_model->rowCount() && !m_model->index(row, 0).data(HitRole).isValid())
        row += step;
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row, 0));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (dynamic_cast<QKeyEvent&>(*event).key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    case Qt::Key_Tab:
        return true; // nothing else to go to
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(*this);
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 90));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.controlBorder, 1));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        close();
}

void CommandPalette::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CommandPalette::retranslate()
{
    m_input->setPlaceholderText(tr("Search settings, mail, commands"));
    m_input->setAccessibleName(m_input->placeholderText());
    m_list->setAccessibleName(tr("Hits"));
    m_keys->setText(
        tr("\u2191 \u2193 choose     Enter open     > commands     # settings     ? help     Esc close"));
}

} // namespace ui
