// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/filter_completion.h"

#include "core/base/ascii.h"
#include "core/config/schema.h"

#include <algorithm>
#include <limits>

namespace maillog {

namespace {

/// Goes through an expression without judging it.
class Walk
{
public:
    Walk(std::string_view text, std::size_t cursor) noexcept : m_text(text), m_cursor(cursor) {}

    [[nodiscard]] FilterPlace place();

private:
    struct Piece
    {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string typed; ///< up to the cursor
        bool isRegex = false;
    };

    [[nodiscard]] char at(std::size_t i) const noexcept { return i < m_text.size() ? m_text[i] : '\0'; }

    [[nodiscard]] bool holdsCursor(std::size_t begin, std::size_t end) const noexcept
    {
        return m_cursor >= begin && m_cursor <= end;
    }

    [[nodiscard]] Piece piece(bool stopAtComma);
    [[nodiscard]] std::optional<FilterPlace> term();
    [[nodiscard]] std::optional<FilterPlace> values(FilterField field);

    std::string_view m_text;
    std::size_t m_cursor;
    std::size_t m_at = 0;
};

Walk::Piece Walk::piece(bool stopAtComma)
{
    Piece piece{m_at, m_at, {}, at(m_at) == '/'};
    const auto take = [&] {
        if (m_at < m_cursor) {
            piece.typed += m_text[m_at];
        }
        ++m_at;
    };
    if (const char delimiter = at(m_at); delimiter == '"' || delimiter == '/') {
        for (++m_at; m_at < m_text.size() && at(m_at) != delimiter;) {
            if (at(m_at) == '\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            take();
        }
        m_at = std::min(m_at + 1, m_text.size());
        if (piece.isRegex && at(m_at) == 'i') {
            ++m_at;
        }
    } else {
        while (m_at < m_text.size() && !base::isSpace(at(m_at)) && !(stopAtComma && at(m_at) == ',')) {
            take();
        }
    }
    piece.end = m_at;
    return piece;
}

std::optional<FilterPlace> Walk::values(FilterField field)
{
    do {
        const Piece value = piece(true);
        if (holdsCursor(value.begin, value.end)) {
            return value.isRegex ? FilterPlace{}
                                 : FilterPlace{FilterPlace::Kind::Value, field, value.typed, value.begin,
                                               value.end - value.begin};
        }
    } while (at(m_at) == ',' && ++m_at <= m_text.size());
    return std::nullopt;
}

std::optional<FilterPlace> Walk::term()
{
    if (at(m_at) == '-') {
        ++m_at;
    }
    std::size_t end = m_at;
    while (base::isAlpha(at(end))) {
        ++end;
    }
    if (end == m_at || at(end) != ':') {
        const Piece word = piece(false);
        if (!holdsCursor(word.begin, word.end)) {
            return std::nullopt;
        }
        const bool isPlain = !word.isRegex && at(word.begin) != '"';
        return isPlain ? FilterPlace{FilterPlace::Kind::Field, FilterField::Text, word.typed, word.begin,
                                     word.end - word.begin}
                       : FilterPlace{};
    }
    const auto name = m_text.substr(m_at, end - m_at);
    if (holdsCursor(m_at, end)) {
        return FilterPlace{FilterPlace::Kind::Field, FilterField::Text,
                           std::string(name.substr(0, m_cursor - m_at)), m_at, name.size() + 1};
    }
    m_at = end + 1;
    const auto* const known =
        std::find_if(allFilterFields.begin(), allFilterFields.end(),
                     [name](FilterField field) { return base::equalsIgnoreCase(word(field), name); });
    if (known != allFilterFields.end()) {
        return values(*known);
    }
    const Piece rest = piece(false);
    return holdsCursor(rest.begin, rest.end) ? std::optional(FilterPlace{}) : std::nullopt;
}

FilterPlace Walk::place()
{
    while (m_at < m_text.size()) {
        const std::size_t before = m_at;
        while (m_at < m_text.size() && base::isSpace(at(m_at))) {
            ++m_at;
        }
        if (m_cursor < m_at || (m_cursor == before && before != m_at) || m_at == m_text.size()) {
            break;
        }
        if (auto found = term()) {
            return std::move(*found);
        }
    }
    return {FilterPlace::Kind::Field, FilterField::Text, {}, m_cursor, 0};
}

const Column<Id>* columnOf(const Columns& columns, FilterField field) noexcept
{
    switch (field) {
    case FilterField::Domain:
        return &columns.domain;
    case FilterField::Ip:
        return &columns.address;
    case FilterField::Helo:
        return &columns.helo;
    case FilterField::From:
        return &columns.sender;
    case FilterField::To:
        return &columns.recipient;
    case FilterField::Host:
        return &columns.host;
    case FilterField::Rule:
        return &columns.rule;
    case FilterField::Result:
    case FilterField::Action:
    case FilterField::Identity:
    case FilterField::Text:
    case FilterField::Since:
    case FilterField::Until:
        break;
    }
    return nullptr;
}

const StringTable& namesOf(const Log& log, FilterField field) noexcept
{
    switch (field) {
    case FilterField::Domain:
        return log.domains();
    case FilterField::Helo:
        return log.helos();
    case FilterField::Host:
        return log.hosts();
    case FilterField::Rule:
        return log.rules();
    default:
        return log.mailboxes();
    }
}

std::optional<std::string> nearestOf(std::string_view word, std::span<const std::string_view> known)
{
    const std::string_view nearest = config::nearestWord(base::toLower(word), known);
    return nearest.empty() ? std::nullopt : std::optional(std::string(nearest));
}

} // namespace

FilterPlace placeAt(std::string_view expression, std::size_t cursor)
{
    return Walk(expression, std::min(cursor, expression.size())).place();
}

bool endsUnfinished(std::string_view expression)
{
    while (!expression.empty() && base::isSpace(expression.back())) {
        expression.remove_suffix(1);
    }
    if (expression.empty()) {
        return false;
    }
    const FilterPlace place = placeAt(expression, expression.size());
    return place.kind == FilterPlace::Kind::Field &&
           std::any_of(allFilterFields.begin(), allFilterFields.end(),
                       [typed = base::toLower(place.typed)](FilterField field) {
                           return word(field).starts_with(typed);
                       });
}

std::span<const std::string_view> wordsOf(FilterField field)
{
    static const auto results = [] {
        std::array<std::string_view, spf::allResults.size()> all;
        std::transform(spf::allResults.begin(), spf::allResults.end(), all.begin(),
                       [](spf::Result result) { return spf::word(result); });
        return all;
    }();
    static const auto actions = [] {
        std::array<std::string_view, allActions.size()> all;
        std::transform(allActions.begin(), allActions.end(), all.begin(),
                       [](Action action) { return word(action); });
        return all;
    }();
    static const std::array<std::string_view, 3> identities{policy::word(policy::Identity::MailFrom),
                                                            policy::word(policy::Identity::Helo),
                                                            policy::word(policy::Identity::None)};
    switch (field) {
    case FilterField::Result:
        return results;
    case FilterField::Action:
        return actions;
    case FilterField::Identity:
        return identities;
    default:
        return {};
    }
}

std::string writtenValue(std::string_view value)
{
    // Quotes also make "*" and "?" mean themselves, and "/" no regular expression.
    const bool isPlain =
        !value.empty() && value.front() != '/' && std::none_of(value.begin(), value.end(), [](char c) {
            return base::isSpace(c) || c == ',' || c == '"' || c == '\\' || c == '*' || c == '?';
        });
    if (isPlain) {
        return std::string(value);
    }
    std::string quoted(1, '"');
    for (const char c : value) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
        }
        quoted += c;
    }
    return quoted + '"';
}

std::optional<std::string> mended(std::string_view expression, const FilterError& error)
{
    const auto piece = expression.substr(error.position, error.length);
    std::optional<std::string> better;
    switch (error.code) {
    case FilterError::Code::UnknownField: {
        std::array<std::string_view, allFilterFields.size()> fields;
        std::transform(allFilterFields.begin(), allFilterFields.end(), fields.begin(),
                       [](FilterField field) { return word(field); });
        better = nearestOf(piece, fields);
        break;
    }
    case FilterError::Code::UnknownWord:
        better = nearestOf(piece, wordsOf(placeAt(expression, error.position).field));
        break;
    case FilterError::Code::UnclosedQuote:
        better = std::string(piece) + '"';
        break;
    case FilterError::Code::UnclosedRegex:
        better = std::string(piece) + '/';
        break;
    case FilterError::Code::MissingValue:
    case FilterError::Code::BadAddress:
    case FilterError::Code::BadDomain:
    case FilterError::Code::BadTime:
    case FilterError::Code::BadRegex:
    case FilterError::Code::RegexFlag:
    case FilterError::Code::LogicWord:
    case FilterError::Code::Parenthesis:
        break;
    }
    if (!better) {
        return std::nullopt;
    }
    return std::string(expression.substr(0, error.position)) + *better +
           std::string(expression.substr(error.position + error.length));
}

bool RankedNames::hasNames(FilterField field) noexcept
{
    return columnOf(Columns{}, field) != nullptr;
}

RankedNames::RankedNames(std::shared_ptr<const Log> log, FilterField field)
    : m_log(std::move(log)), m_field(field)
{
    const Column<Id>* column = columnOf(m_log->columns(), field);
    if (column == nullptr) {
        return;
    }
    const bool isAddress = field == FilterField::Ip;
    std::vector<std::uint32_t> counts(isAddress ? m_log->addresses().size() : namesOf(*m_log, field).size());
    for (std::size_t piece = 0; piece < column->pieceCount(); ++piece) {
        for (const Id id : column->piece(piece)) {
            ++counts[id];
        }
    }
    for (Id id = 1; id < counts.size(); ++id) {
        if (counts[id] > 0) {
            m_entries.push_back({id, counts[id]});
        }
    }
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
    });
}

std::string RankedNames::name(Id id) const
{
    if (m_field != FilterField::Ip) {
        return std::string(namesOf(*m_log, m_field)[id]);
    }
    const auto address = m_log->addresses()[id];
    return address ? address->toString() : std::string();
}

std::vector<NamedCount> RankedNames::find(std::string_view typed, std::size_t most,
                                          const std::function<bool()>& cancelled) const
{
    constexpr std::size_t entriesBetweenQuestions = 4096;
    const std::string wanted = base::toLower(typed);
    std::vector<NamedCount> begin;
    std::vector<NamedCount> within;
    for (std::size_t i = 0; i < m_entries.size() && begin.size() < most; ++i) {
        if (i % entriesBetweenQuestions == 0 && cancelled && cancelled()) {
            return {};
        }
        std::string text = name(m_entries[i].id);
        const auto found = base::toLower(text).find(wanted);
        if (found == 0) {
            begin.push_back({std::move(text), m_entries[i].count});
        } else if (found != std::string::npos && within.size() < most) {
            within.push_back({std::move(text), m_entries[i].count});
        }
    }
    const auto left = std::min(most - begin.size(), within.size());
    std::move(within.begin(), within.begin() + static_cast<std::ptrdiff_t>(left), std::back_inserter(begin));
    return begin;
}

} // namespace maillog
