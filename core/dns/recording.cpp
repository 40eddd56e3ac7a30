// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dns/recording.h"

#include "core/base/ascii.h"
#include "core/dns/presentation.h"

namespace dns {
namespace {

using Code = RecordingError::Code;

constexpr std::string_view header = "; SPF Policy Manager: DNS answers, form 1";

/// NoData has no RCODE of its own, but a recording must tell it from Ok.
std::string_view statusWord(Status status) noexcept
{
    return status == Status::NoData ? "NODATA" : rcodeWord(status);
}

struct Field
{
    std::string key;
    std::string& text;

    void operator()(const net::IpAddress& address) const { text += key + '=' + address.toString(); }

    void operator()(const Mx& mx) const
    {
        text += "mx=" + std::to_string(mx.preference) + ',' + quoted(mx.exchange);
    }

    void operator()(const Name& name) const { text += "name=" + quoted(name.target); }

    void operator()(const Text& strings) const
    {
        text += "text=";
        for (std::size_t i = 0; i < strings.strings.size(); ++i) {
            if (i > 0) {
                text += ',';
            }
            text += quoted(strings.strings[i]);
        }
    }
};

void appendAnswer(std::string& text, const Answer& answer)
{
    if (answer.ttl) {
        text += " ttl=" + std::to_string(*answer.ttl);
    }
    if (answer.elapsed.count() != 0) {
        text += " us=" + std::to_string(answer.elapsed.count());
    }
    if (answer.isAuthentic) {
        text += " dnssec=1";
    }
    if (!answer.server.empty()) {
        text += " server=" + quoted(answer.server);
    }
    if (!answer.detail.empty()) {
        text += " detail=" + quoted(answer.detail);
    }
    for (const auto& alias : answer.aliases) {
        text += " alias=" + quoted(alias);
    }
    for (const Record& record : answer.records) {
        text += " rttl=" + std::to_string(record.ttl) + ' ';
        std::visit(Field{"ip", text}, record.data);
    }
}

/// Reads one line from the front.
class LineReader
{
public:
    explicit LineReader(std::string_view line) : m_rest(line) {}

    [[nodiscard]] bool atEnd() const noexcept { return m_rest.empty(); }

    [[nodiscard]] bool skip(char c) noexcept
    {
        const bool there = m_rest.starts_with(c);
        m_rest.remove_prefix(there ? 1 : 0);
        return there;
    }

    /// Up to a blank, "=" or ",", which stays.
    [[nodiscard]] std::string_view word() noexcept
    {
        const auto word = m_rest.substr(0, m_rest.find_first_of(" =,"));
        m_rest.remove_prefix(word.size());
        return word;
    }

    [[nodiscard]] std::optional<std::string> quotedText()
    {
        if (!skip('"')) {
            return std::nullopt;
        }
        std::string text;
        while (!m_rest.empty() && m_rest.front() != '"') {
            if (!skip('\\')) {
                text += m_rest.front();
                m_rest.remove_prefix(1);
            } else if (!appendEscaped(text)) {
                return std::nullopt;
            }
        }
        return skip('"') ? std::optional(std::move(text)) : std::nullopt;
    }

private:
    [[nodiscard]] bool appendEscaped(std::string& text)
    {
        if (m_rest.empty()) {
            return false;
        }
        if (!base::isDigit(m_rest.front())) {
            text += m_rest.front();
            m_rest.remove_prefix(1);
            return true;
        }
        const auto number = base::parseNumber(m_rest.substr(0, 3), 255);
        if (m_rest.size() < 3 || !number) {
            return false;
        }
        text += static_cast<char>(*number);
        m_rest.remove_prefix(3);
        return true;
    }

    std::string_view m_rest;
};

using Parsed = tl::expected<std::pair<Question, Answer>, Code>;

template <class Number>
std::optional<Number> number(LineReader& line, unsigned long long limit)
{
    const auto value = base::parseNumber(line.word(), limit);
    return value ? std::optional(static_cast<Number>(*value)) : std::nullopt;
}

std::optional<Text> strings(LineReader& line)
{
    Text text;
    if (line.atEnd()) {
        return text;
    }
    do {
        auto piece = line.quotedText();
        if (!piece) {
            return text.strings.empty() ? std::optional(text) : std::nullopt;
        }
        text.strings.push_back(std::move(*piece));
    } while (line.skip(','));
    return text;
}

/// `key=` has been read.
bool readField(LineReader& line, std::string_view key, Answer& answer, std::uint32_t& recordTtl)
{
    const auto addRecord = [&](auto data) {
        answer.records.push_back({std::move(data), recordTtl});
        return true;
    };
    const auto assign = [&line](std::string& place) {
        auto text = line.quotedText();
        place = text.value_or(std::string());
        return text.has_value();
    };
    if (key == "ttl") {
        answer.ttl = number<std::uint32_t>(line, UINT32_MAX);
        return answer.ttl.has_value();
    }
    if (key == "us") {
        const auto elapsed = number<std::int64_t>(line, INT64_MAX);
        answer.elapsed = std::chrono::microseconds(elapsed.value_or(0));
        return elapsed.has_value();
    }
    if (key == "dnssec") {
        const auto authentic = number<unsigned>(line, 1);
        answer.isAuthentic = authentic.value_or(0) == 1;
        return authentic.has_value();
    }
    if (key == "rttl") {
        const auto ttl = number<std::uint32_t>(line, UINT32_MAX);
        recordTtl = ttl.value_or(0);
        return ttl.has_value();
    }
    if (key == "server") {
        return assign(answer.server);
    }
    if (key == "detail") {
        return assign(answer.detail);
    }
    if (key == "alias") {
        return assign(answer.aliases.emplace_back());
    }
    if (key == "ip") {
        const auto address = net::IpAddress::parse(line.word());
        return address && addRecord(*address);
    }
    if (key == "mx") {
        const auto preference = number<std::uint16_t>(line, 0xffff);
        const bool parted = line.skip(',');
        auto exchange = line.quotedText();
        return preference && parted && exchange && addRecord(Mx{*preference, std::move(*exchange)});
    }
    if (key == "name") {
        auto target = line.quotedText();
        return target && addRecord(Name{std::move(*target)});
    }
    if (key == "text") {
        auto text = strings(line);
        return text && addRecord(std::move(*text));
    }
    return false;
}

Parsed parseLine(std::string_view text)
{
    LineReader line(text);
    auto name = line.quotedText();
    if (!name) {
        return tl::make_unexpected(Code::BadQuoting);
    }
    Question question{std::move(*name), {}};
    const auto type = line.skip(' ') ? parseRecordType(line.word()) : std::nullopt;
    if (!type) {
        return tl::make_unexpected(Code::BadQuestion);
    }
    question.type = *type;
    const auto status = line.skip(' ') ? parseRcodeWord(line.word()) : std::nullopt;
    if (!status) {
        return tl::make_unexpected(Code::BadStatus);
    }
    Answer answer;
    answer.status = *status;
    std::uint32_t recordTtl = 0;
    while (line.skip(' ')) {
        const auto key = line.word();
        if (!line.skip('=') || !readField(line, key, answer, recordTtl)) {
            return tl::make_unexpected(Code::BadField);
        }
    }
    if (!line.atEnd()) {
        return tl::make_unexpected(Code::BadField);
    }
    return std::pair(std::move(question), std::move(answer));
}

} // namespace

void Recording::add(Question question, Answer answer)
{
    const auto [place, isNew] = m_places.try_emplace(question, m_entries.size());
    if (isNew) {
        m_entries.emplace_back(std::move(question), std::move(answer));
    } else {
        m_entries[place->second].second = std::move(answer);
    }
}

const Answer& Recording::lookup(const Question& question) const noexcept
{
    static const Answer missing = Answer::failure(Status::NotRecorded, "recorded");
    const auto place = m_places.find(question);
    return place == m_places.end() ? missing : m_entries[place->second].second;
}

std::string Recording::serialised() const
{
    std::string text(header);
    text += '\n';
    for (const auto& [question, answer] : m_entries) {
        text += quoted(question.name);
        text += ' ';
        text += toString(question.type);
        text += ' ';
        text += statusWord(answer.status);
        appendAnswer(text, answer);
        text += '\n';
    }
    return text;
}

tl::expected<Recording, RecordingError> Recording::parse(std::string_view text)
{
    Recording recording;
    std::size_t number = 0;
    for (std::string_view line : base::split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (number == 1) {
            if (line != header) {
                return tl::make_unexpected(RecordingError{Code::NotARecording, number});
            }
            continue;
        }
        if (line.empty() || line.front() == ';') {
            continue;
        }
        auto entry = parseLine(line);
        if (!entry) {
            return tl::make_unexpected(RecordingError{entry.error(), number});
        }
        recording.add(std::move(entry->first), std::move(entry->second));
    }
    return recording;
}

} // namespace dns
