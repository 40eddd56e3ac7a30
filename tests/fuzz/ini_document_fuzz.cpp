// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as config.ini: kept byte for byte, read, judged and mended without a crash (SPEC 1.2, 1.8).
#include "core/config/lint.h"
#include "core/config/policy_config.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string bytes(data, data + size);
    const auto document = config::IniDocument::parse(bytes);
    if (document.bytes() != bytes) {
        std::abort();
    }
    static_cast<void>(config::readPolicyConfig(document));
    for (const config::Finding& finding : config::lint(document)) {
        for (const config::Fix& fix : finding.fixes) {
            const std::string fixed = config::applied(bytes, fix.edits);
            if (config::applied(fixed, config::inverse(bytes, fix.edits)) != bytes) {
                std::abort();
            }
        }
    }
    static_cast<void>(config::withSafeFixes(document));
    return 0;
}
