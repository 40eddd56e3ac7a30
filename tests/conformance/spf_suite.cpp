// SPDX-License-Identifier: GPL-3.0-or-later
// Runs suites in the OpenSPF YAML form: names each failure, ends with "N passed, N failed".
// Exit status: 0 all passed, 1 some failed, 2 wrong usage, 3 a file could not be read or has no test.
#include "tests/conformance/suite.h"

#include <fmt/core.h>

#include <exception>

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "usage: spf_suite FILE.yml...\n");
        return 2;
    }
    int passed = 0;
    int failed = 0;
    bool isReadable = true;
    for (int i = 1; i < argc; ++i) {
        const int before = passed + failed;
        try {
            for (const suite::Scenario& scenario : suite::load(argv[i])) {
                for (const std::string& note : scenario.notes) {
                    fmt::print(stderr, "{} ({}): {}\n", argv[i], scenario.description, note);
                }
                for (const suite::Test& test : scenario.tests) {
                    const suite::Verdict verdict = suite::run(scenario, test);
                    ++(verdict.passed ? passed : failed);
                    if (!verdict.passed || !verdict.isPreferred) {
                        fmt::print("{} {} ({}): {}\n", verdict.passed ? "note" : "FAILED", test.name,
                                   scenario.description, verdict.note);
                    }
                }
            }
        } catch (const std::exception& error) {
            fmt::print(stderr, "{}\n", error.what());
            isReadable = false;
            continue;
        }
        if (passed + failed == before) {
            fmt::print(stderr, "{}: no tests\n", argv[i]);
            isReadable = false;
        }
    }
    fmt::print("{} passed, {} failed\n", passed, failed);
    return !isReadable ? 3 : failed > 0 ? 1 : 0;
}
