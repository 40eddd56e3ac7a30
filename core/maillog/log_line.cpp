// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/log_line.h"

#include "core/maillog/line_head.h"

#include <algorithm>
#include <array>

namespace maillog {

namespace {

constexpr auto npos = std::string_view::npos;

/// RFC 5424: "app pid id data text".
void readSyslogProtocol(LogLine& line, std::string_view rest) noexcept
{
    line.program = takeWord(rest);
    line.pid = pidOf(takeWord(rest));
    takeWord(rest);
    skipStructuredData(rest);
    line.text = rest;
}

/// "program[pid]: text"; false when there is no such head.
bool readTag(LogLine& line, std::string_view rest) noexcept
{
    const auto tagEnd = std::min(rest.find_first_of(" :["), rest.size());
    line.program = rest.substr(0, tagEnd);
    rest.remove_prefix(tagEnd);
    if (rest.starts_with('[')) {
        const auto end = rest.find(']');
        if (end == npos) {
            return false;
        }
        line.pid = pidOf(rest.substr(1, end - 1));
        rest.remove_prefix(end + 1);
    }
    if (line.program.empty() || !rest.starts_with(':')) {
        return false;
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(' ', 1), rest.size()));
    line.text = rest;
    return true;
}

std::string_view queueIdOf(std::string_view text) noexcept
{
    for (const std::string_view level : {"warning: ", "error: ", "fatal: ", "panic: "}) {
        if (text.starts_with(level)) {
            text.remove_prefix(level.size());
        }
    }
    const auto colon = text.find(": ");
    const auto word = text.substr(0, colon == npos ? (text.ends_with(':') ? text.size() - 1 : 0) : colon);
    return isQueueId(word) ? word : std::string_view{};
}

bool isNameCharacter(char c) noexcept
{
    return base::isAlnum(c) || c == '-' || c == '_' || c == '.';
}

} // namespace

LogLine parseLogLine(std::string_view line) noexcept
{
    LogLine parsed;
    parsed.text = line;
    parsed.stamp = parseStamp(line);
    if (!parsed.stamp) {
        return parsed;
    }
    std::string_view rest = line.substr(parsed.stamp->length);
    if (rest.starts_with('<')) { // "<mail.info>" of a verbose BSD syslogd
        takeWord(rest);
    }
    LogLine head = parsed;
    std::string_view afterHost = rest;
    head.host = takeWord(afterHost);
    if (head.host.ends_with(':')) {
        head.host = {};
        afterHost = rest;
    }
    if (parsed.stamp->isSyslogProtocol) {
        readSyslogProtocol(head, afterHost);
    } else if (!readTag(head, afterHost)) {
        return parsed;
    }
    head.stampText = base::trimmed(line.substr(0, parsed.stamp->length));
    if (const auto priority = head.stampText.find('>'); head.stampText.starts_with('<') && priority != npos) {
        head.stampText.remove_prefix(priority + 1);
    }
    head.queueId = queueIdOf(head.text);
    return head;
}

std::string_view baseName(std::string_view program) noexcept
{
    const auto slash = program.rfind('/');
    return slash == npos ? program : program.substr(slash + 1);
}

bool isQueueId(std::string_view word) noexcept
{
    constexpr std::size_t shortest = 5;
    constexpr std::size_t longest = 20;
    constexpr std::size_t shortestLong = 10;
    if (word.size() < shortest || word.size() > longest) {
        return false;
    }
    const bool isHex = std::all_of(word.begin(), word.end(),
                                   [](char c) { return base::isDigit(c) || (c >= 'A' && c <= 'F'); });
    // Base 52 has no vowels, so that no id reads as a word.
    static constexpr std::string_view vowels = "AEIOUaeiou";
    const auto isBase52 = [](char c) { return base::isAlnum(c) && vowels.find(c) == npos; };
    return isHex || (word.size() >= shortestLong && std::all_of(word.begin(), word.end(), isBase52) &&
                     std::any_of(word.begin(), word.end(), base::isDigit));
}

std::optional<std::string_view> valueOf(std::string_view text, std::string_view name) noexcept
{
    for (auto at = text.find(name); at != npos; at = text.find(name, at + 1)) {
        if (at > 0 && isNameCharacter(text[at - 1])) {
            continue;
        }
        text.remove_prefix(at + name.size());
        if (text.starts_with('<')) {
            const auto end = text.find('>');
            return text.substr(1, end == npos ? npos : end - 1);
        }
        return text.substr(0, std::min(text.find_first_of(" ,;)"), text.size()));
    }
    return std::nullopt;
}

bool mentions(std::string_view text, std::string_view word) noexcept
{
    if (word.empty()) {
        return false;
    }
    const auto goesOn = [](char c) { return base::isAlnum(c) || c == '.' || c == ':' || c == '-'; };
    for (auto at = text.find(word); at != npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool startsThere = at == 0 || !goesOn(text[at - 1]) || text[at - 1] == ':';
        // A dot or a colon belongs to the word only when it goes on behind it.
        const bool isPunctuation = end < text.size() && (text[end] == '.' || text[end] == ':') &&
                                   (end + 1 == text.size() || !base::isAlnum(text[end + 1]));
        if (startsThere && (end == text.size() || !goesOn(text[end]) || isPunctuation)) {
            return true;
        }
    }
    return false;
}

std::optional<net::IpAddress> clientOf(std::string_view text) noexcept
{
    constexpr std::array<std::string_view, 3> heads{"client=", "from ", "CONNECT from "};
    for (const std::string_view head : heads) {
        const auto at = text.find(head);
        const auto open = at == npos ? npos : text.find('[', at);
        const auto close = open == npos ? npos : text.find(']', open);
        if (close == npos || text.substr(at + head.size(), open - at - head.size()).find(' ') != npos) {
            continue;
        }
        auto inside = text.substr(open + 1, close - open - 1);
        if (base::startsWithIgnoreCase(inside, "IPv6:")) {
            inside.remove_prefix(5);
        }
        inside = inside.substr(0, inside.find('%')); // a zone id
        if (const auto address = net::IpAddress::parse(inside)) {
            return address->unmapped();
        }
    }
    return std::nullopt;
}

std::vector<TextField> textFieldsOf(std::string_view text)
{
    std::vector<TextField> fields;
    std::size_t at = 0;
    while ((at = text.find('=', at)) != npos) {
        std::size_t start = at;
        while (start > 0 && isNameCharacter(text[start - 1])) {
            --start;
        }
        const bool isWord = start < at && base::isAlpha(text[start]) &&
                            (start == 0 || text[start - 1] == ' ' || text[start - 1] == ',' ||
                             text[start - 1] == ';' || text[start - 1] == '(');
        if (!isWord) {
            ++at;
            continue;
        }
        std::size_t end = 0;
        if (at + 1 < text.size() && (text[at + 1] == '<' || text[at + 1] == '"')) {
            end = text.find(text[at + 1] == '<' ? '>' : '"', at + 2);
            end = end == npos ? text.size() : end + 1;
        } else {
            end = std::min(text.find_first_of(" ,;)", at + 1), text.size());
        }
        fields.push_back({start, at - start, at + 1, end - at - 1});
        at = std::max(end, at + 1);
    }
    return fields;
}

} // namespace maillog
