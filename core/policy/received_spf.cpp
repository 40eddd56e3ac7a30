// SPDX-License-Identifier: GPL-3.0-or-later
// The Received-SPF line (SPEC 2.3, RFC 7208 9.1). Everything in it comes from outside: it is quoted and cut
// so that it can never become a second line.
#include "core/policy/decision.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace policy {

namespace {

constexpr std::size_t longestLine = 998; // RFC 5322 2.1.1
constexpr std::size_t longestValue = 254;
constexpr std::size_t longestShortened = 64;

bool isControl(char c) noexcept
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most) {
        return std::string(text);
    }
    constexpr std::string_view mark = "...";
    std::size_t end = most - mark.size();
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80) {
        --end; // never through a UTF-8 character
    }
    return std::string(text.substr(0, end)).append(mark);
}

/// For the comment: nothing that ends it, quotes or escapes, no control character.
std::string commentText(std::string_view text, std::size_t most)
{
    std::string clean;
    for (const char c : text) {
        if (!isControl(c) && std::string_view("()\\\"").find(c) == std::string_view::npos) {
            clean += c;
        }
    }
    return shortened(clean, most);
}

std::string quoted(std::string_view text, std::size_t most)
{
    std::string clean;
    std::copy_if(text.begin(), text.end(), std::back_inserter(clean), [](char c) { return !isControl(c); });
    std::string result = "\"";
    for (const char c : shortened(clean, most)) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

/// A dot-atom as it is, anything else quoted.
std::string value(std::string_view text, std::size_t most)
{
    constexpr std::string_view atom = "!#$%&'*+-/=?^_`{|}~.:";
    const bool isAtom =
        !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), [&](char c) {
            return base::isAlnum(c) || atom.find(c) != std::string_view::npos;
        });
    return isAtom ? std::string(text) : quoted(text, most);
}

/// What the result says about the domain and the address (RFC 7208 9.1: as the result's own section words
/// it).
std::string explanationOf(spf::Result result, std::string_view who, std::string_view client)
{
    const std::string domain = "domain of " + std::string(who);
    const std::string address(client);
    if (who.empty()) { // neither sender nor HELO name
        return "no domain to check " + address + " against";
    }
    switch (result) {
    case spf::Result::Pass:
        return domain + " designates " + address + " as permitted sender";
    case spf::Result::Neutral:
        return address + " is neither permitted nor denied by " + domain;
    case spf::Result::SoftFail:
        return "transitioning " + domain + " does not designate " + address + " as permitted sender";
    case spf::Result::Fail:
        return domain + " does not designate " + address + " as permitted sender";
    case spf::Result::None:
        return domain + " does not provide an SPF record for " + address;
    case spf::Result::TempError:
        return "temporary error while looking up the SPF record of " + domain;
    case spf::Result::PermError:
        return "permanent error in the SPF record of " + domain;
    }
    return domain;
}

std::string line(const Course& course, const spf::Report& report, const Request& request,
                 const std::string& receiver, std::size_t most)
{
    const std::string address = course.client ? course.client->toString() : std::string("unknown");
    const std::string host = receiver.empty() ? "unknown" : receiver;
    const std::string who = course.identity == Identity::Helo ? course.domain : course.sender;
    std::string text =
        "Received-SPF: " + std::string(spf::headerWord(report.result)) + " (" + commentText(host, most) +
        ": " + explanationOf(report.result, commentText(who, most), address) +
        ") receiver=" + value(host, most) + "; identity=" + std::string(word(course.identity)) +
        "; envelope-from=" + quoted(request.sender, most) + "; helo=" + value(request.heloName, most) +
        "; client-ip=" + value(address, most);
    if (!report.mechanism.empty()) {
        text += "; mechanism=" + quoted(report.mechanism, most);
    }
    return text;
}

} // namespace

std::string receivedSpf(const Course& course, const spf::Report& report, const Request& request,
                        const std::string& receiver)
{
    std::string text = line(course, report, request, receiver, longestValue);
    if (text.size() > longestLine) {
        text = line(course, report, request, receiver, longestShortened);
    }
    return shortened(text, longestLine);
}

} // namespace policy
