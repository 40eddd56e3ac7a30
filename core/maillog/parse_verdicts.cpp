// SPDX-License-Identifier: GPL-3.0-or-later
// SPF results of programs that look at whole messages: rspamd's summary of a task and OpenDMARC's lines.
// Where a policy program checked the message, too, they repeat its check.
#include "core/maillog/fields.h"

#include <array>
#include <utility>

namespace maillog {

namespace {

/// rspamd's symbols; nothing for any other.
std::optional<spf::Result> resultOfSymbol(std::string_view name) noexcept
{
    using enum spf::Result;
    static constexpr std::array<std::pair<std::string_view, spf::Result>, 8> symbols{
        {{"R_SPF_ALLOW", Pass},
         {"R_SPF_PLUSALL", Pass},
         {"R_SPF_FAIL", Fail},
         {"R_SPF_SOFTFAIL", SoftFail},
         {"R_SPF_NEUTRAL", Neutral},
         {"R_SPF_NA", None},
         {"R_SPF_DNSFAIL", TempError},
         {"R_SPF_PERMFAIL", PermError}}};
    for (const auto& [symbol, result] : symbols) {
        if (symbol == name) {
            return result;
        }
    }
    return std::nullopt;
}

/// "SYMBOL(1.00){option;option;},SYMBOL(0.00){}]": options may say anything.
std::optional<spf::Result> resultInSymbols(std::string_view list) noexcept
{
    while (!list.empty() && list.front() != ']') {
        const auto name = list.substr(0, std::min(list.find_first_of("(,]"), list.size()));
        if (const auto result = resultOfSymbol(name)) {
            return result;
        }
        list.remove_prefix(name.size());
        if (list.starts_with('(')) {
            list.remove_prefix(std::min(list.find_first_of(")]"), list.size()));
            list.remove_prefix(list.starts_with(')') ? 1 : 0);
        }
        if (list.starts_with('{')) {
            const auto more = std::min(list.find("},"), list.find("}]"));
            list.remove_prefix(more == std::string_view::npos ? list.size() : more + 1);
        }
        if (!list.starts_with(',')) {
            break;
        }
        list.remove_prefix(1);
    }
    return std::nullopt;
}

std::string_view firstInAngles(std::string_view text, std::string_view name) noexcept
{
    const auto found = splitFirst(text, name);
    return found ? found->after.substr(0, std::min(found->after.find('>'), found->after.size()))
                 : std::string_view{};
}

} // namespace

Event parseRspamd(std::string_view text)
{
    constexpr std::string_view summary = "rspamd_task_write_log: ";
    Event event;
    event.kind = LineKind::Other;
    event.dialect = Dialect::Rspamd;
    const auto task = splitFirst(text, summary);
    const auto metric = task ? splitFirst(task->after, "(default: ") : std::nullopt;
    const auto symbols = metric ? splitFirst(metric->after, "] [") : std::nullopt;
    if (!symbols) {
        return event;
    }
    event.result = resultInSymbols(symbols->after);
    if (!event.result) {
        return event;
    }
    event.kind = LineKind::Verdict;
    const auto action = splitFirst(metric->after, " (").value_or(Split{}).after;
    event.action =
        actionOf(action.substr(0, std::min(action.find(')'), action.size()))).value_or(Action::Unknown);
    // The message id in front and the sender behind are the client's choice.
    const auto sender = splitLast(metric->before, ", from: <");
    const auto address = splitLast(sender ? sender->before : metric->before, ", ip: ");
    if (sender) {
        setSender(event, sender->after.substr(0, std::min(sender->after.rfind('>'), sender->after.size())));
        event.identity = event.sender.empty() ? policy::Identity::Helo : policy::Identity::MailFrom;
    }
    if (address) {
        event.address = address->after.substr(0, std::min(address->after.find(','), address->after.size()));
        const auto id = splitLast(address->before, ", qid: <");
        event.queueId =
            id ? id->after.substr(0, std::min(id->after.find('>'), id->after.size())) : std::string_view{};
    }
    event.recipient = firstInAngles(symbols->after, ", rcpts: <");
    event.whole = sender && address;
    return event;
}

Event parseOpenDmarc(std::string_view text)
{
    Event event;
    event.kind = LineKind::Other;
    event.dialect = Dialect::OpenDmarc;
    const auto id = splitFirst(text, ": SPF(");
    const auto scope = id ? splitFirst(id->after, "): ") : std::nullopt;
    if (!scope || id->before.find(' ') != std::string_view::npos) {
        return event;
    }
    const auto words = trimmedOf(scope->after, charSet<" ">);
    const auto split = splitLast(words, " ");
    event.result = resultOf(split ? split->after : words);
    if (!event.result) {
        event.kind = LineKind::Unreadable;
        return event;
    }
    event.kind = LineKind::Verdict;
    event.queueId = id->before;
    event.identity = identityOf(scope->before, false);
    const auto checked = split ? split->before : std::string_view{};
    if (event.identity == policy::Identity::Helo) {
        event.helo = checked;
    } else {
        event.domain = checked.find('@') == std::string_view::npos ? checked : domainOf(checked);
    }
    return event;
}

} // namespace maillog
