// SPDX-License-Identifier: GPL-3.0-or-later
// Completion in the filter line: fields, the words they know, names of the log by count, times. Offered while
// a word is typed and on Down or Ctrl+Space, taken with Enter or Tab. Names are looked up in a thread of
// their own.
#pragma once

#include "core/maillog/filter_completion.h"
#include "ui/common/completion_popup.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPointer>

#include <atomic>
#include <functional>

class QLineEdit;

namespace ui {

class FilterCompletion final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<maillog::FilterClock()>;
    FilterCompletion(QLineEdit& line, Clock clock);
    ~FilterCompletion() override;

    /// Whose names are offered; may be null.
    void setLog(std::shared_ptr<const maillog::Log> log);

    [[nodiscard]] bool isOpen() const;
    /// Offers also in an empty line.
    void ask();
    void close();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// A text that may stand at the place, as it is written.
    struct Offer
    {
        QString text;
        CompletionRow row;
    };

    /// What a thread finds, and for which place.
    struct Found
    {
        maillog::FilterPlace place;
        std::shared_ptr<const maillog::RankedNames> names;
        std::vector<maillog::NamedCount> best;
    };

    void follow();
    void offer(bool isAsked);
    void offerNames();
    void showNames();
    void show(std::vector<Offer> offers);
    void openPopup();
    void take(int row);
    [[nodiscard]] maillog::FilterPlace place() const;
    [[nodiscard]] std::vector<Offer> fields(const maillog::FilterPlace& place) const;
    [[nodiscard]] std::vector<Offer> closedWords(const maillog::FilterPlace& place) const;
    [[nodiscard]] std::vector<Offer> times(const maillog::FilterPlace& place) const;
    [[nodiscard]] bool handles(int key, Qt::KeyboardModifiers modifiers) const;

    QLineEdit& m_line;
    Clock m_clock;
    std::shared_ptr<const maillog::Log> m_log;
    std::vector<std::pair<maillog::FilterField, std::shared_ptr<const maillog::RankedNames>>> m_ranked;
    QPointer<CompletionPopup> m_popup; ///< a child of the window
    maillog::FilterPlace m_place;
    std::vector<Offer> m_offers;
    bool m_isAsked = false;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QFutureWatcher<Found> m_watcher;
};

} // namespace ui
