// SPDX-License-Identifier: GPL-3.0-or-later
// Searches the lines of a log in a thread: from a given line to the end, then the lines before it, so that
// the next hit is there at once. What was found is a snapshot that grows.
#pragma once

#include "core/maillog/filter.h"
#include "ui/maillog/log_view.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ui {

struct RawQuery
{
    QString text;
    bool isRegex = false;
    bool mindsCase = false;
    friend bool operator==(const RawQuery&, const RawQuery&) = default;

    [[nodiscard]] tl::expected<maillog::Regex, maillog::RegexError> pattern() const;
};

/// Line numbers, ascending.
struct RawHits
{
    maillog::Column<quint64> before; ///< the line where the search began
    maillog::Column<quint64> behind;

    [[nodiscard]] quint64 size() const { return before.size() + behind.size(); }

    [[nodiscard]] quint64 operator[](quint64 i) const
    {
        return i < before.size() ? before[i] : behind[i - before.size()];
    }

    /// Of the first hit at or behind a line; size() when there is none.
    [[nodiscard]] quint64 indexAt(quint64 line) const;
};

class RawSearch final : public QObject
{
    Q_OBJECT
public:
    static constexpr quint64 mostHits = 20'000'000;

    explicit RawSearch(QObject* parent = nullptr);
    ~RawSearch() override;

    void start(std::shared_ptr<const OpenLogs> logs, quint16 source, maillog::Regex pattern,
               quint64 fromLine);
    /// The log has become longer: goes on where the search ended.
    void grow(std::shared_ptr<const OpenLogs> logs);
    /// Keeps what was found.
    void cancel();
    /// Forgets what was found.
    void clear();

    [[nodiscard]] const RawHits& hits() const { return m_hits; }

    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

    [[nodiscard]] bool isFull() const { return m_hits.size() >= mostHits; }

    /// 0 to 1.
    [[nodiscard]] double share() const { return m_share; }

Q_SIGNALS:
    void progressed(); ///< more hits, or the end

private:
    struct Run;
    struct Stretch;
    static void search(Run& run);
    static bool searchRange(Run& run, quint64 line, quint64 offset, quint64 end, bool isBefore);
    void launch(std::shared_ptr<Run> run);
    void take();

    RawHits m_hits;
    double m_share = 0;
    std::shared_ptr<Run> m_run;
    quint16 m_source = 0;
    std::optional<maillog::Regex> m_pattern;
    quint64 m_origin = 0;                    ///< the line the search began at
    quint64 m_searched = 0;                  ///< lines of the log at that time
    std::shared_ptr<const OpenLogs> m_grown; ///< to go on in when the end is reached
    QTimer m_tick;
    QFutureWatcher<void> m_watcher;
};

} // namespace ui
