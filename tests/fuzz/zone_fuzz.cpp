// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a master file: every problem has a place, every name can be asked for.
#include "core/dns/zone_file.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const dns::ZoneFile file = dns::readZoneFile(fuzz::text(data, size), "example.com");
    for (const dns::ZoneProblem& problem : file.problems) {
        fuzz::require(problem.line >= 1 && problem.column >= 1 && problem.line <= size + 1);
    }
    for (const std::string& name : file.zone.names()) {
        for (const auto type : {dns::RecordType::A, dns::RecordType::TXT, dns::RecordType::MX}) {
            const dns::Answer answer = file.zone.lookup({name, type});
            fuzz::require((answer.status == dns::Status::Ok) == !answer.records.empty());
            for (const dns::Record& record : answer.records) {
                (void)record.toString();
            }
        }
    }
    return 0;
}
