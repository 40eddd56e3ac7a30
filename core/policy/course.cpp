// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/course.h"

#include "core/base/ascii.h"

namespace policy {

namespace {

/// Lower case, without trailing dot; whatever else it holds stays as it is.
std::string normalized(std::string_view domain)
{
    if (domain.size() > 1 && domain.ends_with('.')) {
        domain.remove_suffix(1);
    }
    return base::toLower(domain);
}

/// A domain check_host() can ask about: a name of several labels, no literal (RFC 7208 4.3).
bool isUsable(const std::optional<net::DomainName>& name)
{
    return name && name->hasSeveralLabels();
}

std::optional<net::DomainName> parsedName(std::string_view domain)
{
    // One trailing dot has been taken off; another one is an empty label (SPEC A13).
    if (domain.ends_with('.')) {
        return std::nullopt;
    }
    auto name = net::DomainName::parse(domain);
    return name ? std::optional(std::move(*name)) : std::nullopt;
}

void setIdentity(Course& course, Identity identity, std::string domain, std::string sender)
{
    course.identity = identity;
    course.domain = std::move(domain);
    course.sender = std::move(sender);
}

Decision skip(const Course& course, std::string_view rule, std::string_view entry = {})
{
    Decision decision;
    decision.action = Action::Skip;
    decision.rule = rule;
    decision.entry = entry;
    decision.identity = course.identity;
    decision.domain = course.domain;
    decision.postfixAction = "DUNNO";
    return decision;
}

} // namespace

bool isActedOn(const Request& request)
{
    return request.request == "smtpd_access_policy" &&
           (base::equalsIgnoreCase(request.protocolState, "MAIL") ||
            base::equalsIgnoreCase(request.protocolState, "RCPT"));
}

Course identify(const Request& request, const config::PolicyConfig& config)
{
    Course course;
    if (const auto client = net::IpAddress::parse(base::trimmed(request.clientAddress))) {
        course.client = client->unmapped();
    }
    const std::string& sender = request.sender;
    const auto at = sender.rfind('@');
    std::string domain =
        at == std::string::npos ? std::string() : normalized(std::string_view(sender).substr(at + 1));
    course.name = parsedName(domain);
    if (isUsable(course.name)) {
        std::string full = at == 0 ? "postmaster@" + domain : sender;
        setIdentity(course, Identity::MailFrom, std::move(domain), std::move(full));
    } else if (config.checkHelo) {
        std::string helo = normalized(request.heloName);
        course.name = parsedName(helo);
        std::string full = "postmaster@" + helo;
        setIdentity(course, Identity::Helo, std::move(helo), std::move(full));
    } else if (!sender.empty()) {
        setIdentity(course, Identity::MailFrom, std::move(domain), sender);
    }
    return course;
}

std::optional<Decision> exemption(const Course& course, const config::PolicyConfig& config)
{
    if (const auto* entry = course.client ? config.whiteIp.find(*course.client) : nullptr) {
        return skip(course, "white_ip", entry->spelling);
    }
    if (const auto index = course.name ? config.whiteDomain.find(*course.name) : std::nullopt) {
        return skip(course, "white_domain", config.whiteDomain.entries()[*index].spelling);
    }
    return course.identity == Identity::None ? std::optional(skip(course, "no_identity")) : std::nullopt;
}

Course chart(const Request& request, const config::PolicyConfig& config)
{
    Course course;
    if (!isActedOn(request)) {
        course.decided = skip(course, "state");
        return course;
    }
    course = identify(request, config);
    if (!course.client) {
        course = {};
        course.decided = skip(course, "no_client");
        return course;
    }
    course.decided = exemption(course, config);
    return course;
}

} // namespace policy
