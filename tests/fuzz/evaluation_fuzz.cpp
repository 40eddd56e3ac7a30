// SPDX-License-Identifier: GPL-3.0-or-later
// Lines: client, sender, HELO, then a zone. Every evaluation ends within its limits, and the trace changes
// nothing.
#include "core/dns/zone_file.h"
#include "core/spf/evaluate.h"
#include "core/spf/record_cache.h"
#include "tests/fuzz/fuzz.h"

namespace {

/// 10 terms of 11 questions each, the same for %{p} in each of them and in exp, records and exp themselves.
constexpr int mostQueries = 10 * 22 + 30;

void requireSound(const spf::Report& report, const spf::Limits& limits)
{
    fuzz::require(report.dnsQueries <= mostQueries);
    fuzz::require(report.lookups <= limits.terms + 1);
    fuzz::require(report.voidLookups <= limits.voidLookups + 1);
    const bool isError = report.result == spf::Result::TempError || report.result == spf::Result::PermError;
    fuzz::require(!isError || report.problem.has_value());
    fuzz::require(report.result == spf::Result::Fail || report.explanation.empty());
    for (const char c : report.explanation) {
        fuzz::require(c >= 0x20 && c <= 0x7e);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest = fuzz::text(data, size);
    spf::Check check;
    check.client = net::IpAddress::parse(fuzz::takeLine(rest)).value_or(net::IpAddress::v4(0xc0000201));
    check.sender = fuzz::takeLine(rest);
    check.domain = check.sender.substr(check.sender.rfind('@') + 1);
    check.helo = fuzz::takeLine(rest);
    const dns::Zone zone = dns::readZoneFile(rest).zone;
    const auto lookup = [&zone](const dns::Question& question) { return zone.lookup(question); };
    spf::Options options;
    const spf::Report plain = spf::evaluate(check, options, lookup);
    requireSound(plain, options.limits);
    spf::RecordCache cache(2);
    options.trace = true;
    options.recordCache = &cache;
    const spf::Report traced = spf::evaluate(check, options, lookup);
    requireSound(traced, options.limits);
    fuzz::require(traced.result == plain.result && traced.mechanism == plain.mechanism &&
                  traced.lookups == plain.lookups && traced.voidLookups == plain.voidLookups &&
                  traced.problem == plain.problem && traced.explanation == plain.explanation);
    // Given up at some point of the way.
    spf::Evaluation cut(check, options);
    for (std::size_t i = 0; i < size % 7 && cut.question() != nullptr; ++i) {
        cut.answer(zone.lookup(*cut.question()));
    }
    cut.expire();
    fuzz::require(cut.isDone());
    return 0;
}
