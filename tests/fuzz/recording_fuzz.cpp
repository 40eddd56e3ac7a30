// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as recorded answers: what was read is written and read again as the same.
#include "core/dns/recording.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto recording = dns::Recording::parse(fuzz::text(data, size));
    if (!recording) {
        fuzz::require(recording.error().line >= 1);
        return 0;
    }
    const auto again = dns::Recording::parse(recording->serialised());
    fuzz::require(again.has_value() && again->entries() == recording->entries());
    return 0;
}
