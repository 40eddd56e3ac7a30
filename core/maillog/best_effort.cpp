// SPDX-License-Identifier: GPL-3.0-or-later
// A policy line in a form nobody has described (SPEC 1.6, D-V3): known names first, then what looks like a
// result, an address, a mail address or an action. Everything read here is marked as guessed.
#include "core/maillog/fields.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>
#include <optional>

namespace maillog {

namespace {

enum class Key { Result, Action, Identity, Address, Helo, Sender, Recipient, Other };

constexpr std::size_t keyCount = 8;

struct KeyName
{
    std::string_view name;
    Key key;
};

/// Names as our daemon, policyd-spf and Postfix's policy protocol use them, by their first letters.
constexpr std::array<KeyName, 30> keyNames{{{"action", Key::Action},       {"client", Key::Address},
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
                                            {"spf_result", Key::Result},   {"to", Key::Recipient}}};

/// Where the names that begin with each letter begin.
constexpr auto keyStarts = [] {
    std::array<std::uint8_t, 27> starts{};
    for (std::size_t letter = 0; letter < starts.size(); ++letter) {
        while (starts[letter] < keyNames.size() &&
               static_cast<std::size_t>(keyNames[starts[letter]].name.front() - 'a') < letter) {
            ++starts[letter];
        }
    }
    return starts;
}();

std::optional<Key> keyOf(std::string_view name) noexcept
{
    if (name.empty() || !base::isAlpha(name.front())) {
        return std::nullopt;
    }
    const auto letter = static_cast<std::size_t>(base::toLower(name.front()) - 'a');
    for (std::size_t i = keyStarts[letter]; i < keyStarts[letter + 1]; ++i) {
        if (base::equalsIgnoreCase(keyNames[i].name, name)) {
            return keyNames[i].key;
        }
    }
    return std::nullopt;
}

struct Place
{
    std::size_t start;
    std::size_t value;
};

bool isKeyCharacter(char c) noexcept
{
    static constexpr base::CharSet characters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    return characters.contains(c);
}

/// All "name=" in the line, in order. A longer line has more names than anybody writes: the rest is text.
class Places
{
public:
    explicit Places(std::string_view text) noexcept
    {
        m_firsts.fill(most);
        for (auto equals = text.find('='); equals != std::string_view::npos && m_count < m_places.size();
             equals = text.find('=', equals + 1)) {
            std::size_t start = equals;
            while (start > 0 && isKeyCharacter(text[start - 1])) {
                --start;
            }
            const bool atBoundary = start == 0 || boundaries.contains(text[start - 1]);
            const auto key = keyOf(text.substr(start, equals - start));
            if (atBoundary && key) {
                auto& first = m_firsts[static_cast<std::size_t>(*key)];
                first = std::min(first, m_count);
                m_places[m_count++] = {start, equals + 1};
            }
        }
    }

    /// Of the first one.
    [[nodiscard]] std::optional<std::string_view> value(std::string_view text, Key key) const noexcept
    {
        const auto i = m_firsts[static_cast<std::size_t>(key)];
        if (i >= m_count) {
            return std::nullopt;
        }
        const bool isLast = i + 1 == m_count;
        const auto end = isLast ? text.size() : m_places[i + 1].start;
        return valueAt(text.substr(m_places[i].value, end - m_places[i].value), isLast);
    }

private:
    static std::string_view valueAt(std::string_view value, bool isLast) noexcept
    {
        value = trimmedOf(value, " \t;,)(");
        if (value.starts_with('<')) {
            const auto close = value.rfind('>');
            return close == std::string_view::npos ? value : value.substr(0, close + 1);
        }
        if (value.size() >= 2 && value.front() == '"' && value.rfind('"') > 0) {
            return value.substr(1, value.rfind('"') - 1);
        }
        // Free text may follow the last one.
        return isLast ? upTo(value, " ;,") : value;
    }

    static constexpr base::CharSet boundaries = " \t;,([";
    static constexpr std::size_t most = 32;

    std::array<Place, most> m_places; ///< `m_count` of them
    std::size_t m_count = 0;
    std::array<std::size_t, keyCount> m_firsts; ///< of each key; `most`: there is none
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
    constexpr base::CharSet joining = ".@-_/+";
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
    constexpr base::CharSet characters = "0123456789abcdefABCDEF.:";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!characters.contains(text[i]) || (i > 0 && isKeyCharacter(text[i - 1]))) {
            continue;
        }
        auto literal = text.substr(i, base::lengthOf(text.substr(i), characters));
        const auto end = i + literal.size();
        while (!literal.empty() && (literal.back() == '.' || literal.back() == ':')) {
            literal.remove_suffix(1);
        }
        const bool endsHere = end == text.size() || !isKeyCharacter(text[end]);
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
    return start < at && at + 1 < end ? trimmedOf(text.substr(start, end - start), ".:'")
                                      : std::string_view{};
}

void guess(Event& event, Field field, bool found) noexcept
{
    if (found) {
        event.guessed.add(field);
    }
}

void readResult(std::string_view text, const Places& places, Event& event)
{
    if (const auto value = places.value(text, Key::Result)) {
        event.result = spf::parseResult(leadingWord(*value));
    }
    if (!event.result) {
        event.result = findResult(text);
    }
    guess(event, Field::Result, event.result.has_value());
    std::optional<Action> action;
    if (const auto value = places.value(text, Key::Action)) {
        action = parseAction(*value);
    }
    if (!action) {
        action = findAction(text);
    }
    event.action = action.value_or(Action::Unknown);
    guess(event, Field::Action, action.has_value());
}

void readParties(std::string_view text, const Places& places, Event& event)
{
    const auto address = places.value(text, Key::Address);
    event.address = address && net::IpAddress::parse(trimmedOf(*address, "[]")) ? trimmedOf(*address, "[]")
                                                                                : findAddress(text);
    guess(event, Field::Address, !event.address.empty());
    const auto sender = places.value(text, Key::Sender);
    setSender(event, sender ? *sender : findMailAddress(text));
    guess(event, Field::Sender, sender || !event.sender.empty());
    guess(event, Field::Domain, !event.domain.empty());
    event.helo = places.value(text, Key::Helo).value_or(std::string_view{});
    guess(event, Field::Helo, !event.helo.empty());
    const auto recipient = withoutAngles(places.value(text, Key::Recipient).value_or(std::string_view{}));
    event.recipient = recipient == "UNKNOWN" ? std::string_view{} : recipient;
    guess(event, Field::Recipient, !event.recipient.empty());
    const bool nullSender = sender && event.sender.empty();
    event.identity = identityOf(places.value(text, Key::Identity).value_or(std::string_view{}), nullSender);
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
    const Places places(text);
    Event event;
    event.dialect = Dialect::Vendor;
    readResult(text, places, event);
    readParties(text, places, event);
    event.whole = event.result && !event.address.empty();
    if (event.result) {
        event.kind = LineKind::Check;
    } else if (event.action == Action::Skip) {
        event.kind = LineKind::Skip;
    }
    return event;
}

} // namespace maillog
