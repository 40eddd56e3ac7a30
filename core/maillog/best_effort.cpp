// SPDX-License-Identifier: GPL-3.0-or-later
// A policy line in a form nobody has described (SPEC 1.6, D-V3): known names first, then what looks like a
// result, an address, a mail address or an action. Everything read here is marked as guessed.
#include "core/maillog/fields.h"

#include "core/base/word_table.h"

#include <algorithm>
#include <array>
#include <optional>

namespace maillog {

namespace {

enum class Key { Result, Action, Identity, Address, Helo, Sender, Recipient, Other };

constexpr std::size_t keyCount = 8;

/// Names as our daemon, policyd-spf and Postfix's policy protocol use them.
constexpr auto keyNames =
    base::wordTable<Key>({{"action", Key::Action},       {"client", Key::Address},
                          {"client-ip", Key::Address},   {"client_address", Key::Address},
                          {"client_ip", Key::Address},   {"domain", Key::Other},
                          {"ehlo", Key::Helo},           {"envelope-from", Key::Sender},
                          {"from", Key::Sender},         {"helo", Key::Helo},
                          {"helo_name", Key::Helo},      {"identity", Key::Identity},
                          {"instance", Key::Other},      {"ip", Key::Address},
                          {"mail_from", Key::Sender},    {"mailfrom", Key::Sender},
                          {"queue-id", Key::Other},      {"queue_id", Key::Other},
                          {"rcpt", Key::Recipient},      {"receiver", Key::Recipient},
                          {"recipient", Key::Recipient}, {"result", Key::Result},
                          {"rtime", Key::Other},         {"rule", Key::Other},
                          {"scope", Key::Identity},      {"sender", Key::Sender},
                          {"spf", Key::Result},          {"spf-result", Key::Result},
                          {"spf_result", Key::Result},   {"to", Key::Recipient}});

constexpr const auto& keyCharacters =
    charSet<"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_">;

/// What stands behind the first "name=" of each key, up to the next known name.
class Values
{
public:
    explicit Values(std::string_view text) noexcept
    {
        constexpr std::size_t most = 32; // names in a line: what follows more of them is text
        std::optional<Key> before;
        std::size_t value = 0;
        std::size_t count = 0;
        for (auto equals = text.find('='); equals != std::string_view::npos && count < most;
             equals = text.find('=', equals + 1)) {
            std::size_t start = equals;
            while (start > 0 && keyCharacters.contains(text[start - 1])) {
                --start;
            }
            if (start > 0 && !charSet<" \t;,([">.contains(text[start - 1])) {
                continue;
            }
            if (const auto key = keyNames.find(text.substr(start, equals - start))) {
                put(before, text.substr(value, start - value));
                before = key;
                value = equals + 1;
                ++count;
            }
        }
        putLast(before, text.substr(value));
    }

    [[nodiscard]] const std::optional<std::string_view>& operator[](Key key) const noexcept
    {
        return m_values[static_cast<std::size_t>(key)];
    }

    [[nodiscard]] std::string_view textOf(Key key) const noexcept
    {
        return (*this)[key].value_or(std::string_view{});
    }

private:
    [[nodiscard]] bool wants(std::optional<Key> key) const noexcept
    {
        return key && *key != Key::Other && !(*this)[*key];
    }

    void put(std::optional<Key> key, std::string_view value) noexcept
    {
        if (wants(key)) {
            m_values[static_cast<std::size_t>(*key)] = bare(value).text;
        }
    }

    void putLast(std::optional<Key> key, std::string_view value) noexcept
    {
        if (wants(key)) {
            const auto last = bare(value);
            // Free text may follow it.
            m_values[static_cast<std::size_t>(*key)] =
                last.isEnclosed ? last.text : upTo(last.text, charSet<" ;,">);
        }
    }

    struct Bare
    {
        std::string_view text;
        bool isEnclosed = false; ///< in <> or quotes, which end it
    };

    static Bare bare(std::string_view value) noexcept
    {
        value = trimmedOf(value, charSet<" \t;,)(">);
        if (value.starts_with('<')) {
            const auto close = value.rfind('>');
            return {close == std::string_view::npos ? value : value.substr(0, close + 1), true};
        }
        if (value.size() >= 2 && value.front() == '"' && value.rfind('"') > 0) {
            return {value.substr(1, value.rfind('"') - 1), true};
        }
        return {value, false};
    }

    std::array<std::optional<std::string_view>, keyCount> m_values;
};

/// Calls `use(word, position)` for words of letters until it says true.
template <class Use>
bool anyWord(std::string_view text, const Use& use)
{
    for (std::size_t i = 0; i < text.size();) {
        if (!base::isAlnum(text[i])) {
            ++i;
            continue;
        }
        const auto start = i;
        while (i < text.size() && base::isAlnum(text[i])) {
            ++i;
        }
        if (use(text.substr(start, i - start), start)) {
            return true;
        }
    }
    return false;
}

/// Inside of an address or a name ("pass.example.com", "none@...") a word is no result.
bool standsAlone(std::string_view text, std::size_t start, std::size_t length) noexcept
{
    constexpr const auto& joining = charSet<".@-_/+">;
    const auto end = start + length;
    const bool before = start > 0 && joining.contains(text[start - 1]);
    const bool after = end + 1 < text.size() && joining.contains(text[end]) && base::isAlnum(text[end + 1]);
    return !before && !after;
}

std::optional<spf::Result> findResult(std::string_view text)
{
    std::optional<spf::Result> found;
    anyWord(text, [&](std::string_view word, std::size_t start) {
        if (standsAlone(text, start, word.size())) {
            found = spf::parseResult(word);
        }
        return found.has_value();
    });
    return found;
}

std::optional<Action> findAction(std::string_view text)
{
    std::optional<Action> found;
    anyWord(text, [&](std::string_view word, std::size_t start) {
        if (standsAlone(text, start, word.size())) {
            found = parseAction(word);
        }
        return found.has_value();
    });
    return found;
}

std::string_view findAddress(std::string_view text)
{
    constexpr const auto& characters = charSet<"0123456789abcdefABCDEF.:">;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!characters.contains(text[i]) || (i > 0 && keyCharacters.contains(text[i - 1]))) {
            continue;
        }
        auto literal = text.substr(i, base::lengthOf(text.substr(i), characters));
        const auto end = i + literal.size();
        while (!literal.empty() && (literal.back() == '.' || literal.back() == ':')) {
            literal.remove_suffix(1);
        }
        const bool endsHere = end == text.size() || !keyCharacters.contains(text[end]);
        if (endsHere && literal.size() > 2 && literal.find_first_of(".:") != std::string_view::npos &&
            net::IpAddress::parse(literal)) {
            return literal;
        }
        i = end;
    }
    return {};
}

std::string_view findMailAddress(std::string_view text)
{
    constexpr std::string_view ends = " \t<>\"(),;=";
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0) {
        return {};
    }
    const auto before = text.find_last_of(ends, at);
    const auto start = before == std::string_view::npos ? 0 : before + 1;
    const auto end = std::min(text.find_first_of(ends, at), text.size());
    return start < at && at + 1 < end ? trimmedOf(text.substr(start, end - start), charSet<".:'">)
                                      : std::string_view{};
}

void guess(Event& event, Field field, bool found) noexcept
{
    if (found) {
        event.guessed.add(field);
    }
}

void readResult(std::string_view text, const Values& values, Event& event)
{
    if (const auto& value = values[Key::Result]) {
        event.result = spf::parseResult(leadingWord(*value));
    }
    if (!event.result) {
        event.result = findResult(text);
    }
    guess(event, Field::Result, event.result.has_value());
    std::optional<Action> action;
    if (const auto& value = values[Key::Action]) {
        action = parseAction(*value);
    }
    if (!action) {
        action = findAction(text);
    }
    event.action = action.value_or(Action::Unknown);
    guess(event, Field::Action, action.has_value());
}

void readParties(std::string_view text, const Values& values, Event& event)
{
    const auto address = trimmedOf(values.textOf(Key::Address), charSet<"[]">);
    event.address = net::IpAddress::parse(address) ? address : findAddress(text);
    guess(event, Field::Address, !event.address.empty());
    const auto& sender = values[Key::Sender];
    setSender(event, sender ? *sender : findMailAddress(text));
    guess(event, Field::Sender, sender || !event.sender.empty());
    guess(event, Field::Domain, !event.domain.empty());
    event.helo = values.textOf(Key::Helo);
    guess(event, Field::Helo, !event.helo.empty());
    const auto recipient = withoutAngles(values.textOf(Key::Recipient));
    event.recipient = recipient == "UNKNOWN" ? std::string_view{} : recipient;
    guess(event, Field::Recipient, !event.recipient.empty());
    const bool nullSender = sender && event.sender.empty();
    event.identity = identityOf(values.textOf(Key::Identity), nullSender);
    if (event.identity == policy::Identity::None && !event.domain.empty()) {
        event.identity = policy::Identity::MailFrom;
    }
    guess(event, Field::Identity, event.identity != policy::Identity::None);
    if (event.identity == policy::Identity::Helo) {
        event.domain = {};
    }
}

} // namespace

Event readByBestEffort(std::string_view text)
{
    const Values values(text);
    Event event;
    event.dialect = Dialect::Vendor;
    readResult(text, values, event);
    readParties(text, values, event);
    event.whole = event.result && !event.address.empty();
    if (event.result) {
        event.kind = LineKind::Check;
    } else if (event.action == Action::Skip) {
        event.kind = LineKind::Skip;
    }
    return event;
}

} // namespace maillog
