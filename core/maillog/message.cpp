// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/message.h"

#include "core/base/ascii.h"
#include "core/maillog/event.h"
#include "core/maillog/log_line.h"
#include "core/maillog/queue_stay.h"

#include <algorithm>

namespace maillog {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

bool isLoopback(const std::optional<net::IpAddress>& address)
{
    constexpr std::uint8_t loopbackNet = 127;
    return address && (address->isV4() ? address->bytes()[0] == loopbackNet : address->toString() == "::1");
}

/// "(04336-07)" of amavis, "<a1b2c3>;" of rspamd: what the lines of one task begin with.
std::string_view taskOf(std::string_view text) noexcept
{
    constexpr std::size_t longestTask = 40;
    const bool isRound = text.starts_with('(');
    if (!isRound && !text.starts_with('<')) {
        return {};
    }
    const auto end = text.find(isRound ? ") " : ">; ");
    return end == npos || end > longestTask || end < 3 ? std::string_view{} : text.substr(0, end + 1);
}

class Tracer
{
public:
    Tracer(const Check& check, std::vector<Record> records, const std::function<bool()>& cancelled)
        : m_check(check), m_records(std::move(records)), m_cancelled(cancelled), m_taken(m_records.size())
    {
    }

    [[nodiscard]] Message trace()
    {
        const auto own = std::find_if(m_records.begin(), m_records.end(), [this](const Record& record) {
            return record.source == m_check.source && record.offset == m_check.lineOffset;
        });
        if (own == m_records.end()) {
            return {};
        }
        readFacts(static_cast<std::size_t>(own - m_records.begin()));
        m_session = sessionOf(m_records, m_facts);
        m_taken[m_facts.own] = true;
        findFirstStay();
        joinFromSession();
        for (std::size_t i = 0; i < m_stays.size() && !isCancelled(); ++i) {
            follow(i);
        }
        takeSession();
        takePolicyLines();
        takeStays();
        takeTasks();
        return result();
    }

private:
    [[nodiscard]] bool isCancelled() const { return m_cancelled && m_cancelled(); }

    void readFacts(std::size_t own)
    {
        const Record& record = m_records[own];
        m_facts.own = own;
        m_facts.address = m_check.address ? std::optional(m_check.address->unmapped()) : std::nullopt;
        m_facts.host = record.host;
        m_facts.sender = m_check.sender;
        m_facts.recipient = m_check.recipient;
        m_facts.instance = valueOf(record.text, "instance=").value_or(std::string_view{});
        m_facts.queueId = record.queueId.empty()
                              ? valueOf(record.text, "queue-id=").value_or(std::string_view{})
                              : record.queueId;
    }

    /// The queue id the check's mail was given, when it was given one.
    void findFirstStay()
    {
        if (isQueueId(m_facts.queueId)) {
            join(m_facts.queueId, m_facts.host, m_facts.own);
            return;
        }
        if (!m_session) {
            return;
        }
        std::optional<std::size_t> before; // arrivals of this process around the check
        std::optional<std::size_t> behind;
        bool isRejected = m_check.action == Action::Block;
        bool isAskedAgain = false;
        for (std::size_t i = m_session->begin; i <= m_session->end; ++i) {
            const Record& record = m_records[i];
            if (i > m_facts.own && !behind && !m_session->has(record)) {
                isAskedAgain = isAskedAgain || isOtherCheck(i);
            }
            if (!m_session->has(record)) {
                continue;
            }
            if (i > m_facts.own && m_facts.isRejectionOfIt(record.text)) {
                isRejected = isRejected || !m_facts.recipient.empty();
                if (!record.queueId.empty()) {
                    before = i;
                }
            } else if (isArrival(record) && mayBeOurs(i)) {
                if (i < m_facts.own) {
                    before = i;
                } else if (!behind) {
                    behind = i;
                }
            }
        }
        // A further recipient is checked after the first one has opened the queue file.
        const auto chosen = behind && !isRejected && !(before && isAskedAgain) ? behind : before;
        if (chosen) {
            join(m_records[*chosen].queueId, m_records[*chosen].host, *chosen);
        }
    }

    /// Of the same client, by a policy program.
    [[nodiscard]] bool isOtherCheck(std::size_t i) const
    {
        const Record& record = m_records[i];
        return isPolicyProgram(record) && m_facts.address &&
               mentions(record.text, m_facts.address->toString());
    }

    [[nodiscard]] static bool isPolicyProgram(const Record& record)
    {
        const auto name = baseName(record.program);
        return name.find("policy") != npos || base::startsWithIgnoreCase(name, "SPFPolicyd") ||
               record.text.starts_with("SPFPolicyd");
    }

    /// The queue manager names the sender; as long as it has not, the id may be ours.
    [[nodiscard]] bool mayBeOurs(std::size_t arrival) const
    {
        const Record& first = m_records[arrival];
        const QueueStay stay = stayFrom(m_records, first.queueId, first.host, arrival);
        for (std::size_t i = arrival + 1; i <= stay.end; ++i) {
            if (stay.has(m_records[i]) && m_records[i].afterId().starts_with("from=")) {
                return m_facts.isSender(*valueOf(m_records[i].text, "from="));
            }
        }
        return arrival > m_facts.own;
    }

    void join(std::string_view id, std::string_view host, std::size_t near)
    {
        const auto begin = beginOf(m_records, id, host, near);
        if (!begin) {
            return;
        }
        const QueueStay stay = stayFrom(m_records, id, m_records[*begin].host, *begin);
        const bool isKnown = std::any_of(m_stays.begin(), m_stays.end(), [&](const QueueStay& known) {
            return known.begin == stay.begin && known.id == stay.id;
        });
        if (!isKnown) {
            m_stays.push_back(stay);
        }
    }

    /// The answer of a server that is in these logs, too: same mail, so same Message-ID.
    void joinQueuedAs(std::string_view id, const Record& record, std::size_t near)
    {
        const auto begin = id.empty() ? std::nullopt : beginOf(m_records, id, {}, near);
        if (!begin || std::abs(m_records[*begin].time - record.time) > 10 * minute) {
            return;
        }
        const QueueStay stay = stayFrom(m_records, id, m_records[*begin].host, *begin);
        for (std::size_t i = stay.begin; i <= stay.end; ++i) {
            const auto messageId =
                stay.has(m_records[i]) ? valueOf(m_records[i].text, "message-id=") : std::nullopt;
            if (messageId && !m_messageIds.empty() && !isOurMessageId(*messageId)) {
                return;
            }
        }
        join(id, stay.host, near);
    }

    [[nodiscard]] bool isOurMessageId(std::string_view id) const
    {
        return std::find(m_messageIds.begin(), m_messageIds.end(), id) != m_messageIds.end();
    }

    /// Where the mail of a stay went: filters give it back under another id, bounces are mails of their own.
    void follow(std::size_t number)
    {
        const QueueStay stay = m_stays[number];
        for (std::size_t i = stay.begin; i <= stay.end; ++i) {
            const auto messageId =
                stay.has(m_records[i]) ? valueOf(m_records[i].text, "message-id=") : std::nullopt;
            if (messageId && !messageId->empty() && !isOurMessageId(*messageId)) {
                m_messageIds.push_back(*messageId);
            }
        }
        for (std::size_t i = stay.begin; i < m_records.size(); ++i) {
            const Record& record = m_records[i];
            if (i > stay.end && record.time - m_records[stay.end].time > minute) {
                break;
            }
            if (stay.has(record)) {
                joinQueuedAs(idBehind(record.text, "queued as "), record, i);
                if (const auto id = idBehind(record.text, "notification: "); !id.empty()) {
                    join(id, record.host, i);
                }
            } else if (!record.queueId.empty()) {
                followOther(stay, i);
            }
        }
    }

    /// Another queue id that says it carries on this mail, or that this one carried it on.
    void followOther(const QueueStay& stay, std::size_t i)
    {
        const Record& record = m_records[i];
        if (idBehind(record.text, "orig_queue_id=") == stay.id) {
            join(record.queueId, record.host, i);
            return;
        }
        if (idBehind(record.text, "queued as ") == stay.id) {
            join(record.queueId, record.host, i);
            return;
        }
        const auto messageId = valueOf(record.afterId(), "message-id=");
        if (!messageId || !isOurMessageId(*messageId)) {
            return;
        }
        const auto begin = beginOf(m_records, record.queueId, record.host, i);
        if (begin && isLoopback(clientOf(m_records[*begin].afterId()))) {
            join(record.queueId, record.host, i);
        }
    }

    /// A filter in front of the queue: smtpd tells the id under which the mail came back.
    void joinFromSession()
    {
        for (std::size_t i = m_facts.own + 1; m_session && i <= m_session->end; ++i) {
            const Record& record = m_records[i];
            const auto from = m_session->has(record) ? valueOf(record.text, "from=") : std::nullopt;
            if (from && m_facts.isSender(*from)) {
                joinQueuedAs(idBehind(record.text, "queued as "), record, i);
            }
        }
    }

    [[nodiscard]] bool isOurId(std::string_view id) const
    {
        return std::any_of(m_stays.begin(), m_stays.end(),
                           [id](const QueueStay& stay) { return stay.id == id; });
    }

    /// The connection's lines but those of other mails sent through it.
    void takeSession()
    {
        if (!m_session) {
            return;
        }
        for (std::size_t i = m_session->begin; i <= m_session->end; ++i) {
            const Record& record = m_records[i];
            if (m_session->has(record)) {
                const auto from = valueOf(record.text, "from=");
                const bool isOther =
                    record.queueId.empty() ? from && !m_facts.isSender(*from) : !isOurId(record.queueId);
                m_taken[i] = m_taken[i] || !isOther;
            } else if (record.queueId.empty() && isSameHost(record.host, m_session->host)) {
                m_taken[i] = m_taken[i] || speaksOfCheck(record);
            }
        }
    }

    /// A policy program (of any kind) about the same client and sender.
    [[nodiscard]] bool speaksOfCheck(const Record& record) const
    {
        return baseName(record.program) != "smtpd" &&
               (m_facts.sender.empty() ? isPolicyProgram(record) && record.text.find("<>") != npos
                                       : mentions(record.text, m_facts.sender)) &&
               m_facts.address && mentions(record.text, m_facts.address->toString());
    }

    /// What the policy program told on its way to the check's own line.
    void takePolicyLines()
    {
        const Record& own = m_records[m_facts.own];
        constexpr std::int64_t longestCheck = 2 * minute;
        for (std::size_t i = m_facts.own; i-- > 0 && own.time - m_records[i].time <= longestCheck;) {
            const Record& record = m_records[i];
            if (record.pid != own.pid || record.program != own.program ||
                !isSameHost(record.host, own.host)) {
                continue;
            }
            const auto instance = valueOf(record.text, "instance=");
            if (instance && !m_facts.instance.empty()) {
                m_taken[i] = m_taken[i] || *instance == m_facts.instance;
            } else if (!m_facts.instance.empty() || !isDetail(record)) {
                return;
            } else {
                m_taken[i] = true;
            }
        }
    }

    /// A line of a check that is not the last one of it, about this client when it names one.
    [[nodiscard]] bool isDetail(const Record& record) const
    {
        const PolicyLine line{m_check.dialect, record.host, record.pid, record.text};
        std::string scratch;
        const Event event = parseEvent(line, scratch);
        const auto address = net::IpAddress::parse(event.address);
        return event.kind != LineKind::Check && event.kind != LineKind::Skip &&
               (!address || address->unmapped() == m_facts.address);
    }

    void takeStays()
    {
        std::size_t first = npos;
        std::size_t last = 0;
        for (const QueueStay& stay : m_stays) {
            first = std::min(first, stay.begin);
            last = std::max(last, stay.end);
            for (std::size_t i = stay.begin; i <= stay.end; ++i) {
                m_taken[i] = m_taken[i] || stay.has(m_records[i]);
            }
        }
        if (first == npos) {
            return;
        }
        const auto until = m_records[last].time + minute;
        for (std::size_t i = first; i < m_records.size() && m_records[i].time <= until; ++i) {
            const Record& record = m_records[i];
            if (m_taken[i] || !record.queueId.empty() || baseName(record.program) == "smtpd") {
                continue;
            }
            m_taken[i] =
                std::any_of(m_stays.begin(), m_stays.end(),
                            [&record](const QueueStay& stay) { return mentions(record.text, stay.id); }) ||
                std::any_of(m_messageIds.begin(), m_messageIds.end(),
                            [&record](std::string_view id) { return mentions(record.text, id); });
        }
    }

    /// The other lines of the filters' tasks that named the mail.
    void takeTasks()
    {
        std::vector<std::size_t> named;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (m_taken[i] && !taskOf(m_records[i].text).empty()) {
                named.push_back(i);
            }
        }
        for (const std::size_t i : named) {
            const auto isSameTask = [&](const Record& record) {
                return taskOf(record.text) == taskOf(m_records[i].text) &&
                       baseName(record.program) == baseName(m_records[i].program) &&
                       isSameHost(record.host, m_records[i].host);
            };
            const auto isNear = [&](const Record& record) {
                return std::abs(record.time - m_records[i].time) <= 5 * minute;
            };
            for (std::size_t k = i; k-- > 0 && isNear(m_records[k]);) {
                m_taken[k] = m_taken[k] || isSameTask(m_records[k]);
            }
            for (std::size_t k = i + 1; k < m_records.size() && isNear(m_records[k]); ++k) {
                m_taken[k] = m_taken[k] || isSameTask(m_records[k]);
            }
        }
    }

    [[nodiscard]] Message result() const
    {
        Message message;
        for (std::size_t i = 0; i < m_records.size(); ++i) {
            if (!m_taken[i]) {
                continue;
            }
            const Record& record = m_records[i];
            MessageLine line{record.source,
                             record.offset,
                             std::string(record.bytes),
                             std::nullopt,
                             eventOf(record.program, record.text),
                             i == m_facts.own};
            if (record.hasTime) {
                line.time = record.ownTime;
            }
            line.event = line.isOwn ? MessageEvent::Checked : line.event;
            message.lines.push_back(std::move(line));
        }
        message.hasStart = m_session && m_session->hasStart;
        const bool haveLeft =
            std::all_of(m_stays.begin(), m_stays.end(), [](const QueueStay& stay) { return stay.hasEnded; });
        message.isComplete = m_session && m_session->hasEnd && haveLeft;
        return message;
    }

    const Check& m_check;
    std::vector<Record> m_records;
    const std::function<bool()>& m_cancelled;
    std::vector<bool> m_taken;
    CheckFacts m_facts;
    std::optional<Session> m_session;
    std::vector<QueueStay> m_stays;
    std::vector<std::string_view> m_messageIds;
};

} // namespace

Message messageOf(const Check& check, std::span<const LogStretch> stretches,
                  const std::function<bool()>& cancelled)
{
    Message message = Tracer(check, recordsOf(check, stretches, cancelled), cancelled).trace();
    auto& lines = message.lines;
    if (lines.size() > mostMessageLines) {
        const auto own =
            std::find_if(lines.begin(), lines.end(), [](const MessageLine& l) { return l.isOwn; });
        const auto before = static_cast<std::size_t>(own - lines.begin());
        const auto first =
            std::min(before - std::min(before, mostMessageLines / 2), lines.size() - mostMessageLines);
        lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first));
        lines.resize(mostMessageLines);
    }
    return message;
}

} // namespace maillog
