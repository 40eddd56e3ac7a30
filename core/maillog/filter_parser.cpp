// SPDX-License-Identifier: GPL-3.0-or-later
// The filter language of INTERFACES.md: terms parted by blanks, "field:value,value", "-" negates.
#include "core/base/ascii.h"
#include "core/maillog/filter.h"

#include <algorithm>

namespace maillog {

namespace {

constexpr std::array<std::string_view, 13> fieldWords{"result", "action", "identity", "domain", "ip",
                                                      "helo",   "from",   "to",       "host",   "rule",
                                                      "text",   "since",  "until"};

/// A value as written, without quotes or slashes.
struct Token
{
    enum class Kind { Plain, Quoted, Regex };
    Kind kind = Kind::Plain;
    std::string text;
    bool ignoreCase = false; ///< "/.../i"
    std::size_t position = 0;
    std::size_t length = 0;
};

/// What other languages join terms with. A line that holds such a word is found by its quotation.
bool isLogicWord(std::string_view text)
{
    constexpr std::array<std::string_view, 5> words{"OR", "AND", "NOT", "||", "&&"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// The log's addresses are unmapped as well.
net::Network unmapped(const net::Network& network)
{
    constexpr int mappedBits = 96;
    const auto address = network.address().unmapped();
    const bool isMapped = address.isV4() && !network.address().isV4() && network.prefixLength() >= mappedBits;
    return isMapped ? net::Network(address, network.prefixLength() - mappedBits) : network;
}

template <class T>
using Expected = tl::expected<T, FilterError>;

class Parser
{
public:
    Parser(std::string_view text, const FilterClock& clock) noexcept : m_text(text), m_clock(clock) {}

    [[nodiscard]] Expected<std::optional<FilterTerm>> nextTerm();

private:
    [[nodiscard]] Expected<Token> token(bool stopAtComma);
    [[nodiscard]] Expected<Token> delimited(char delimiter, Token::Kind kind, FilterError::Code unclosed);
    [[nodiscard]] Expected<void> noParenthesis() const;
    [[nodiscard]] std::string_view fieldName(std::size_t at) const;
    [[nodiscard]] Expected<std::optional<FilterField>> field();
    [[nodiscard]] Expected<FilterValue> value(FilterField field, const Token& token) const;
    [[nodiscard]] Expected<FilterValue> text(FilterField field, const Token& token) const;
    [[nodiscard]] Expected<FilterValue> domain(const Token& token) const;

    [[nodiscard]] bool atEnd() const noexcept { return m_at >= m_text.size(); }

    [[nodiscard]] static tl::unexpected<FilterError> fail(FilterError::Code code, const Token& token)
    {
        return tl::unexpected(FilterError{code, token.position, token.length});
    }

    std::string_view m_text;
    const FilterClock& m_clock;
    std::size_t m_at = 0;
};

Expected<Token> Parser::delimited(char delimiter, Token::Kind kind, FilterError::Code unclosed)
{
    Token token;
    token.kind = kind;
    token.position = m_at;
    for (++m_at; !atEnd() && m_text[m_at] != delimiter; ++m_at) {
        const bool escaped = m_text[m_at] == '\\' && m_at + 1 < m_text.size();
        if (escaped && (kind == Token::Kind::Quoted || m_text[m_at + 1] == delimiter)) {
            ++m_at; // in a regular expression all other escapes are its own
        } else if (escaped) {
            token.text += m_text[m_at++];
        }
        token.text += m_text[m_at];
    }
    token.length = std::min(m_at + 1, m_text.size()) - token.position;
    if (atEnd()) {
        return fail(unclosed, token);
    }
    ++m_at;
    if (kind == Token::Kind::Regex && !atEnd() && m_text[m_at] == 'i') {
        token.ignoreCase = true;
        ++m_at;
    }
    const auto flags = m_at;
    while (kind == Token::Kind::Regex && !atEnd() && !base::isSpace(m_text[m_at]) && m_text[m_at] != ',') {
        ++m_at;
    }
    if (m_at > flags) {
        return tl::unexpected(FilterError{FilterError::Code::RegexFlag, flags, m_at - flags});
    }
    return token;
}

Expected<Token> Parser::token(bool stopAtComma)
{
    if (!atEnd() && m_text[m_at] == '"') {
        return delimited('"', Token::Kind::Quoted, FilterError::Code::UnclosedQuote);
    }
    if (!atEnd() && m_text[m_at] == '/') {
        return delimited('/', Token::Kind::Regex, FilterError::Code::UnclosedRegex);
    }
    Token token;
    token.position = m_at;
    while (!atEnd() && !base::isSpace(m_text[m_at]) && !(stopAtComma && m_text[m_at] == ',')) {
        token.text += m_text[m_at++];
    }
    token.length = m_at - token.position;
    return token;
}

/// Letters before a colon; empty without one.
std::string_view Parser::fieldName(std::size_t at) const
{
    std::size_t end = at;
    while (end < m_text.size() && base::isAlpha(m_text[end])) {
        ++end;
    }
    const bool hasColon = end < m_text.size() && m_text[end] == ':';
    return hasColon ? m_text.substr(at, end - at) : std::string_view{};
}

/// A word of a line may begin with one, a term may not.
Expected<void> Parser::noParenthesis() const
{
    const auto inside = std::min(m_text.find_first_not_of("(-", m_at), m_text.size());
    const auto name = fieldName(inside);
    const bool isField = std::any_of(fieldWords.begin(), fieldWords.end(), [&](std::string_view known) {
        return base::equalsIgnoreCase(known, name);
    });
    if (isField && m_text[m_at] == '(') {
        return tl::unexpected(FilterError{FilterError::Code::Parenthesis, m_at, 1});
    }
    return {};
}

/// The field's name and its colon, when a term begins with letters and a colon.
Expected<std::optional<FilterField>> Parser::field()
{
    const auto name = fieldName(m_at);
    if (name.empty()) {
        return std::optional<FilterField>{};
    }
    const auto* const found = std::find_if(fieldWords.begin(), fieldWords.end(), [&](std::string_view known) {
        return base::equalsIgnoreCase(known, name);
    });
    if (found == fieldWords.end()) {
        return tl::unexpected(FilterError{FilterError::Code::UnknownField, m_at, name.size()});
    }
    m_at += name.size() + 1;
    return std::optional(allFilterFields[static_cast<std::size_t>(found - fieldWords.begin())]);
}

Expected<FilterValue> Parser::text(FilterField field, const Token& token) const
{
    TextPattern pattern;
    pattern.text = base::toLower(token.text);
    const bool mailbox = field == FilterField::From || field == FilterField::To;
    if (token.kind == Token::Kind::Regex) {
        pattern.kind = TextPattern::Kind::Regex;
        pattern.text = token.text;
        auto regex = Regex::parse(token.text, token.ignoreCase);
        if (!regex) {
            return tl::unexpected(FilterError{FilterError::Code::BadRegex, token.position, token.length,
                                              regex.error().reason,
                                              token.position + 1 + regex.error().position});
        }
        pattern.regex = std::move(*regex);
    } else if (field == FilterField::Text) {
        pattern.kind = TextPattern::Kind::Contains;
    } else if (token.kind == Token::Kind::Plain && token.text.find_first_of("*?") != std::string::npos) {
        pattern.kind = TextPattern::Kind::Wildcard;
    } else if (mailbox && pattern.text == "<>") {
        pattern.kind = TextPattern::Kind::Exact;
        pattern.text.clear();
    } else if (mailbox && pattern.text.starts_with('@')) {
        pattern.kind = TextPattern::Kind::Suffix;
    } else if (mailbox && !pattern.text.empty() && pattern.text.find('@') == std::string::npos) {
        pattern.kind = TextPattern::Kind::Contains;
    } else {
        pattern.kind = TextPattern::Kind::Exact;
    }
    return FilterValue(std::move(pattern));
}

Expected<FilterValue> Parser::domain(const Token& token) const
{
    if (token.kind == Token::Kind::Regex) {
        return text(FilterField::Domain, token);
    }
    if (auto pattern = net::DomainPattern::parse(token.text)) {
        return FilterValue(std::move(*pattern));
    }
    if (token.text.find_first_of("*?") != std::string::npos) {
        return text(FilterField::Domain, token);
    }
    return fail(FilterError::Code::BadDomain, token);
}

Expected<FilterValue> Parser::value(FilterField field, const Token& token) const
{
    switch (field) {
    case FilterField::Result:
        if (const auto result = spf::parseResult(token.text)) {
            return FilterValue(*result);
        }
        return fail(FilterError::Code::UnknownWord, token);
    case FilterField::Action:
        if (const auto action = parseAction(token.text)) {
            return FilterValue(*action);
        }
        return fail(FilterError::Code::UnknownWord, token);
    case FilterField::Identity:
        for (const auto identity :
             {policy::Identity::None, policy::Identity::MailFrom, policy::Identity::Helo}) {
            if (base::equalsIgnoreCase(policy::word(identity), token.text)) {
                return FilterValue(identity);
            }
        }
        return fail(FilterError::Code::UnknownWord, token);
    case FilterField::Ip:
        if (const auto network = net::Network::parse(token.text)) {
            return FilterValue(unmapped(*network));
        }
        return fail(FilterError::Code::BadAddress, token);
    case FilterField::Since:
    case FilterField::Until:
        if (const auto time = parseFilterTime(token.text, m_clock)) {
            return FilterValue(*time);
        }
        return fail(FilterError::Code::BadTime, token);
    case FilterField::Domain:
        return domain(token);
    case FilterField::Helo:
    case FilterField::From:
    case FilterField::To:
    case FilterField::Host:
    case FilterField::Rule:
    case FilterField::Text:
        break;
    }
    return text(field, token);
}

Expected<std::optional<FilterTerm>> Parser::nextTerm()
{
    while (!atEnd() && base::isSpace(m_text[m_at])) {
        ++m_at;
    }
    if (atEnd()) {
        return std::optional<FilterTerm>{};
    }
    FilterTerm term;
    term.position = m_at;
    if (m_text[m_at] == '-' && m_at + 1 < m_text.size() && !base::isSpace(m_text[m_at + 1])) {
        term.negated = true;
        ++m_at;
    }
    if (const auto bare = noParenthesis(); !bare) {
        return tl::unexpected(bare.error());
    }
    const auto name = field();
    if (!name) {
        return tl::unexpected(name.error());
    }
    term.bareWord = !name->has_value();
    term.field = name->value_or(FilterField::Text);
    const auto nameLength = m_at - term.position;
    do {
        const auto piece = token(!term.bareWord);
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        if (piece->length == 0) {
            return tl::unexpected(FilterError{FilterError::Code::MissingValue, term.position, nameLength});
        }
        auto parsed = value(term.field, *piece);
        if (!parsed) {
            return tl::unexpected(parsed.error());
        }
        term.anyOf.push_back(std::move(*parsed));
    } while (!term.bareWord && !atEnd() && m_text[m_at] == ',' && ++m_at != std::string_view::npos);
    term.length = m_at - term.position;
    return std::optional(std::move(term));
}

} // namespace

std::string_view word(FilterField field) noexcept
{
    return fieldWords[static_cast<std::size_t>(field)];
}

tl::expected<std::vector<FilterTerm>, FilterError> parseTerms(std::string_view expression,
                                                              const FilterClock& clock)
{
    Parser parser(expression, clock);
    std::vector<FilterTerm> terms;
    std::optional<FilterError> joined;
    while (true) {
        auto term = parser.nextTerm();
        if (!term) {
            return tl::unexpected(joined.value_or(term.error()));
        }
        if (!*term) {
            break;
        }
        terms.push_back(std::move(**term));
        const FilterTerm& last = terms.back();
        if (!joined && isLogicWord(expression.substr(last.position, last.length))) {
            joined = FilterError{FilterError::Code::LogicWord, last.position, last.length};
        }
    }
    if (joined && terms.size() > 1) { // by itself it is a word to look for
        return tl::unexpected(*joined);
    }
    return terms;
}

tl::expected<Filter, FilterError> Filter::parse(std::string_view expression, const FilterClock& clock)
{
    auto terms = parseTerms(expression, clock);
    if (!terms) {
        return tl::unexpected(terms.error());
    }
    Filter filter;
    for (FilterTerm& term : *terms) {
        filter.add(std::move(term));
    }
    return filter;
}

void Filter::add(FilterTerm term)
{
    const auto same = std::find_if(m_terms.begin(), m_terms.end(), [&](const FilterTerm& known) {
        return known.field == term.field && known.negated == term.negated && !known.bareWord &&
               !term.bareWord;
    });
    if (same == m_terms.end()) {
        m_terms.push_back(std::move(term));
        return;
    }
    std::move(term.anyOf.begin(), term.anyOf.end(), std::back_inserter(same->anyOf));
}

bool Filter::needsLines() const noexcept
{
    return std::any_of(m_terms.begin(), m_terms.end(),
                       [](const FilterTerm& term) { return term.field == FilterField::Text; });
}

} // namespace maillog
