// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/suite.h"

#include "core/base/ascii.h"
#include "core/spf/evaluate.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <stdexcept>

namespace suite {
namespace {

constexpr std::uint32_t ttl = 300;

std::string scalar(const YAML::Node& node)
{
    return node && node.IsScalar() ? node.Scalar() : std::string();
}

/// One text or a list of texts; a list may be empty.
dns::Text text(const YAML::Node& node)
{
    dns::Text strings;
    if (node.IsSequence()) {
        for (const auto& piece : node) {
            strings.strings.push_back(scalar(piece));
        }
    } else {
        strings.strings.push_back(scalar(node));
    }
    return strings;
}

std::string hostName(std::string name)
{
    if (name.ends_with('.')) {
        name.pop_back();
    }
    return name;
}

/// Nothing for a word that is no data ("NONE"), an exception for data that cannot be.
std::optional<dns::Record> record(dns::RecordType type, const YAML::Node& value)
{
    switch (type) {
    case dns::RecordType::A:
    case dns::RecordType::AAAA: {
        const auto address = net::IpAddress::parse(scalar(value));
        if (!address || address->isV4() != (type == dns::RecordType::A)) {
            throw std::runtime_error("no address: " + scalar(value));
        }
        return dns::Record{*address, ttl};
    }
    case dns::RecordType::MX: {
        if (!value.IsSequence() || value.size() != 2) {
            throw std::runtime_error("MX wants [preference, host]");
        }
        const auto preference = base::parseNumber(scalar(value[0]), 0xffff);
        return dns::Record{
            dns::Mx{static_cast<std::uint16_t>(preference.value_or(0)), hostName(scalar(value[1]))}, ttl};
    }
    case dns::RecordType::TXT:
    case dns::RecordType::SPF:
        return value.IsScalar() && value.Scalar() == "NONE" ? std::nullopt
                                                            : std::optional(dns::Record{text(value), ttl});
    default:
        return dns::Record{dns::Name{hostName(scalar(value))}, ttl};
    }
}

dns::Status failureOf(const std::string& word)
{
    const auto status = dns::parseRcodeWord(word);
    if (!status || dns::isAnswered(*status)) {
        throw std::runtime_error("unknown word in zone data: " + word);
    }
    return *status;
}

void addName(dns::Zone& zone, const std::string& name, const YAML::Node& records)
{
    zone.addEmpty(name);
    std::vector<dns::Record> policies; // RFC 7208 knows TXT only: SPF is copied where nobody wrote a TXT
    bool hasText = false;
    for (const auto& entry : records) {
        if (entry.IsScalar()) {
            zone.setFailure(name, failureOf(entry.Scalar()));
            continue;
        }
        for (const auto& pair : entry) {
            const auto type = dns::parseRecordType(pair.first.Scalar());
            if (!type) {
                continue;
            }
            hasText |= *type == dns::RecordType::TXT;
            if (pair.second.IsScalar() && pair.second.Scalar() == "TIMEOUT") {
                zone.setFailure(name, *type, dns::Status::Timeout);
                continue;
            }
            if (auto one = record(*type, pair.second)) {
                if (*type == dns::RecordType::SPF) {
                    policies.push_back(*one);
                }
                zone.add(name, *type, std::move(*one));
            }
        }
    }
    if (!hasText) {
        for (dns::Record& policy : policies) {
            zone.add(name, dns::RecordType::TXT, std::move(policy));
        }
    }
}

Test test(const std::string& name, const YAML::Node& node)
{
    Test test;
    test.name = name;
    test.host = scalar(node["host"]);
    const auto address = net::IpAddress::parse(test.host);
    test.hasAddress = address.has_value();
    test.check.client = address.value_or(net::IpAddress());
    test.check.helo = scalar(node["helo"]);
    test.check.sender = scalar(node["mailfrom"]);
    if (test.check.sender.empty()) {
        test.check.sender = "postmaster@" + test.check.helo; // RFC 7208 2.4
    }
    test.check.domain = test.check.sender.substr(test.check.sender.rfind('@') + 1);
    const YAML::Node result = node["result"];
    if (result && result.IsSequence()) {
        for (const auto& one : result) {
            test.results.push_back(scalar(one));
        }
    } else {
        test.results.push_back(scalar(result));
    }
    if (const YAML::Node explanation = node["explanation"]; explanation && explanation.IsScalar()) {
        test.explanation = explanation.Scalar();
    }
    return test;
}

} // namespace

std::vector<Scenario> load(const std::string& path)
try {
    std::vector<Scenario> scenarios;
    for (const YAML::Node& document : YAML::LoadAllFromFile(path)) {
        if (!document.IsMap() || !document["tests"] || !document["tests"].IsMap()) {
            continue;
        }
        Scenario scenario;
        scenario.description = scalar(document["description"]);
        if (const YAML::Node zone = document["zonedata"]; zone && zone.IsMap()) {
            for (const auto& name : zone) {
                try {
                    addName(scenario.zone, scalar(name.first), name.second);
                } catch (const std::exception& error) {
                    scenario.notes.push_back(scalar(name.first) + ": " + error.what());
                }
            }
        }
        for (const auto& one : document["tests"]) {
            try {
                scenario.tests.push_back(test(scalar(one.first), one.second));
            } catch (const std::exception& error) {
                Test faulty;
                faulty.name = scalar(one.first);
                faulty.fault = error.what();
                scenario.tests.push_back(std::move(faulty));
            }
        }
        scenarios.push_back(std::move(scenario));
    }
    return scenarios;
} catch (const YAML::Exception& error) {
    throw std::runtime_error(path + ": " + error.what());
} catch (const std::runtime_error& error) {
    throw std::runtime_error(path + ": " + error.what());
}

Verdict run(const Scenario& scenario, const Test& test)
{
    if (!test.fault.empty()) {
        return {false, true, "no test: " + test.fault};
    }
    if (!test.hasAddress) {
        return {false, true, "host is no address: " + test.host};
    }
    spf::Options options;
    options.defaultExplanation = defaultExplanation;
    const spf::Report report = spf::evaluate(test.check, options, [&scenario](const dns::Question& question) {
        return scenario.zone.lookup(question);
    });
    const std::string result(spf::word(report.result));
    const auto accepted =
        std::find_if(test.results.begin(), test.results.end(),
                     [&result](const std::string& one) { return base::equalsIgnoreCase(one, result); });
    if (accepted == test.results.end()) {
        return {false, true, "result " + result + ", wanted " + test.results.front()};
    }
    if (test.explanation && report.result == spf::Result::Fail && report.explanation != *test.explanation) {
        return {false, true,
                "explanation \"" + report.explanation + "\", wanted \"" + *test.explanation + "\""};
    }
    const bool isPreferred = accepted == test.results.begin();
    return {true, isPreferred,
            isPreferred ? std::string() : "result " + result + ", preferred " + test.results.front()};
}

} // namespace suite
