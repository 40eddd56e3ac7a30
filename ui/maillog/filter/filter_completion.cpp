// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/filter_completion.h"

#include "ui/maillog/message/log_text.h"
#include "ui/words/log_words.h"
#include "ui/words/result_words.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostNames = 30;

/// What a word of a closed set means, in a few words.
QString meaningOf(maillog::FilterField field, std::string_view word)
{
    if (field == maillog::FilterField::Result) {
        const auto result = spf::parseResult(word);
        return result ? words::meaning(*result) : QString();
    }
    if (field == maillog::FilterField::Action) {
        const auto action = maillog::parseAction(word);
        return action && *action != maillog::Action::Unknown
                   ? words::meaning(static_cast<policy::Action>(*action))
                   : QString();
    }
    return {};
}

bool begins(const QString& word, const maillog::FilterPlace& place)
{
    return word.startsWith(QString::fromStdString(place.typed), Qt::CaseInsensitive);
}

} // namespace

FilterCompletion::FilterCompletion(QLineEdit& line, Clock clock)
    : QObject(&line),
      m_line(line),
      m_clock(std::move(clock)),
      m_popup(new CompletionPopup(QStringLiteral("maillog.completion"), &line))
{
    connect(m_popup, &CompletionPopup::clicked, this, &FilterCompletion::take);
    connect(&m_line, &QLineEdit::textEdited, this, &FilterCompletion::follow);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &FilterCompletion::showNames);
    m_line.installEventFilter(this);
}

FilterCompletion::~FilterCompletion()
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
    m_watcher.waitForFinished();
    delete m_popup;
}

void FilterCompletion::setLog(std::shared_ptr<const maillog::Log> log)
{
    if (log != m_log) {
        m_log = std::move(log);
        m_ranked.clear();
    }
}

bool FilterCompletion::isOpen() const
{
    return m_popup != nullptr && m_popup->isVisible();
}

void FilterCompletion::close()
{
    if (m_popup != nullptr) {
        m_popup->hide();
    }
}

/// Keys of the list; all others are the line's.
bool FilterCompletion::handles(int key, Qt::KeyboardModifiers modifiers) const
{
    if (modifiers == Qt::ControlModifier && key == Qt::Key_Space) {
        return true;
    }
    if (!isOpen() || (modifiers & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Down:
        return true;
    case Qt::Key_Up:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_popup->chosen() >= 0;
    default:
        return false;
    }
}

bool FilterCompletion::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!handles(key->key(), key->modifiers())) {
            break;
        }
        event->accept();
        if (event->type() == QEvent::ShortcutOverride) {
            return true;
        }
        const int row = isOpen() ? m_popup->chosen() : -1;
        if (key->key() == Qt::Key_Space) {
            ask();
        } else if (key->key() == Qt::Key_Escape) {
            close();
        } else if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            m_popup->choose(std::clamp(row + (key->key() == Qt::Key_Down ? 1 : -1), 0, m_popup->count() - 1));
        } else {
            take(std::max(row, 0));
        }
        return true;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
        close();
        break;
    case QEvent::Resize: // the line is also narrowed by the numbers beside it, while it is typed in
        if (isOpen()) {
            const int chosen = m_popup->chosen();
            openPopup();
            m_popup->choose(chosen);
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FilterCompletion::ask()
{
    offer(true);
}

void FilterCompletion::follow()
{
    offer(false);
}

maillog::FilterPlace FilterCompletion::place() const
{
    const QString before = m_line.text().left(m_line.cursorPosition());
    return maillog::placeAt(m_line.text().toStdString(), static_cast<std::size_t>(before.toUtf8().size()));
}

void FilterCompletion::offer(bool isAsked)
{
    if (m_cancelled) {
        *m_cancelled = true;
    }
    m_isAsked = isAsked;
    m_place = place();
    std::vector<Offer> offers;
    switch (m_place.kind) {
    case maillog::FilterPlace::Kind::Nothing:
        break;
    case maillog::FilterPlace::Kind::Field:
        // An empty line needs no list until it is asked for.
        if (isAsked || !m_place.typed.empty()) {
            offers = fields(m_place);
        }
        break;
    case maillog::FilterPlace::Kind::Value:
        if (maillog::RankedNames::hasNames(m_place.field)) {
            offerNames();
            return;
        }
        offers = m_place.field == maillog::FilterField::Since || m_place.field == maillog::FilterField::Until
                     ? times(m_place)
                     : closedWords(m_place);
        break;
    }
    show(std::move(offers));
}

std::vector<FilterCompletion::Offer> FilterCompletion::fields(const maillog::FilterPlace& place) const
{
    std::vector<Offer> offers;
    for (const maillog::FilterField field : maillog::allFilterFields) {
        const QString word = text(maillog::word(field)) + QLatin1Char(':');
        if (begins(word, place)) {
            offers.push_back({word, {word, {}, words::help(field), static_cast<int>(place.typed.size())}});
        }
    }
    return offers;
}

std::vector<FilterCompletion::Offer> FilterCompletion::closedWords(const maillog::FilterPlace& place) const
{
    std::vector<Offer> offers;
    for (const std::string_view word : maillog::wordsOf(place.field)) {
        if (begins(text(word), place)) {
            offers.push_back(
                {text(word),
                 {text(word), meaningOf(place.field, word), {}, static_cast<int>(place.typed.size())}});
        }
    }
    return offers;
}

std::vector<FilterCompletion::Offer> FilterCompletion::times(const maillog::FilterPlace& place) const
{
    const maillog::FilterClock clock = m_clock();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(clock.now, Qt::UTC);
    std::vector<Offer> offers;
    const auto add = [&](const QString& word, const QString& note) {
        if (begins(word, place)) {
            offers.push_back({word, {word, note, {}, static_cast<int>(place.typed.size())}});
        }
    };
    add(QStringLiteral("-1h"), tr("one hour ago"));
    add(QStringLiteral("-24h"), tr("24 hours ago"));
    add(QStringLiteral("-7d"), tr("7 days ago"));
    add(QStringLiteral("-30d"), tr("30 days ago"));
    add(now.date().toString(Qt::ISODate), tr("today"));
    add(now.date().addDays(-1).toString(Qt::ISODate), tr("yesterday"));
    return offers;
}

void FilterCompletion::offerNames()
{
    if (!m_log) {
        close();
        return;
    }
    const auto known = std::find_if(m_ranked.begin(), m_ranked.end(),
                                    [this](const auto& one) { return one.first == m_place.field; });
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_watcher.setFuture(
        QtConcurrent::run([log = m_log, place = m_place, cancelled = m_cancelled,
                           names = known == m_ranked.end() ? nullptr : known->second]() mutable {
            if (!names) {
                names = std::make_shared<const maillog::RankedNames>(log, place.field);
            }
            // "*.example" is every name under example.
            const std::string_view typed = place.typed;
            const bool isSubtree = place.field == maillog::FilterField::Domain && typed.starts_with("*.");
            auto best = names->find(isSubtree ? typed.substr(2) : typed, mostNames,
                                    [&cancelled] { return cancelled->load(); });
            if (isSubtree) {
                for (maillog::NamedCount& one : best) {
                    one.name.insert(0, "*.");
                }
            }
            return Found{std::move(place), std::move(names), std::move(best)};
        }));
}

void FilterCompletion::showNames()
{
    const Found found = m_watcher.result();
    if (*m_cancelled || !m_line.hasFocus()) {
        return;
    }
    if (std::none_of(m_ranked.begin(), m_ranked.end(),
                     [&](const auto& one) { return one.first == found.place.field; })) {
        m_ranked.emplace_back(found.place.field, found.names);
    }
    if (!(place() == found.place)) {
        return; // typing went on
    }
    std::vector<Offer> offers;
    for (const maillog::NamedCount& one : found.best) {
        const QString name = QString::fromStdString(one.name);
        const QString written =
            one.name.starts_with("*.") ? name : QString::fromStdString(maillog::writtenValue(one.name));
        offers.push_back(
            {written,
             {name,
              QLocale().toString(static_cast<qulonglong>(one.count)),
              {},
              begins(name, found.place) ? static_cast<int>(QString::fromStdString(found.place.typed).size())
                                        : 0}});
    }
    show(std::move(offers));
}

void FilterCompletion::show(std::vector<Offer> offers)
{
    // What stands there as a whole needs no help.
    const bool isWhole =
        offers.size() == 1 &&
        offers.front().text.compare(QString::fromStdString(m_place.typed), Qt::CaseInsensitive) == 0;
    m_offers = std::move(offers);
    if (m_offers.empty() || (isWhole && !m_isAsked) || m_popup == nullptr) {
        close();
        return;
    }
    openPopup();
}

void FilterCompletion::openPopup()
{
    std::vector<CompletionRow> rows;
    for (const Offer& one : m_offers) {
        rows.push_back(one.row);
    }
    const QString before =
        QString::fromUtf8(m_line.text().toUtf8().left(static_cast<qsizetype>(m_place.position)));
    const int left = m_line.inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x() -
                     m_line.fontMetrics().horizontalAdvance(m_line.text().left(m_line.cursorPosition())) +
                     m_line.fontMetrics().horizontalAdvance(before);
    const QPoint corner = m_line.mapTo(m_line.window(), QPoint(std::max(0, left), 0));
    m_popup->open(m_line.window(), rows, QRect(corner, QSize(1, m_line.height())), m_isAsked);
}

void FilterCompletion::take(int row)
{
    close();
    if (row < 0 || static_cast<std::size_t>(row) >= m_offers.size()) {
        return;
    }
    const QString word = m_offers[static_cast<std::size_t>(row)].text;
    const QByteArray bytes = m_line.text().toUtf8();
    const QString before = QString::fromUtf8(bytes.left(static_cast<qsizetype>(m_place.position)));
    const QString after =
        QString::fromUtf8(bytes.mid(static_cast<qsizetype>(m_place.position + m_place.length)));
    m_line.setText(before + word + after);
    m_line.setCursorPosition(static_cast<int>(before.size() + word.size()));
    if (m_place.kind == maillog::FilterPlace::Kind::Field) {
        offer(false);
    }
}

} // namespace ui
