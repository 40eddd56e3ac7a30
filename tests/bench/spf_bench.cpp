// SPDX-License-Identifier: GPL-3.0-or-later
// How many evaluations a second on one thread, answers from memory, for the policies of bench.yml.
#include "core/dns/recording.h"
#include "core/spf/evaluate.h"
#include "core/spf/record_cache.h"
#include "tests/conformance/suite.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

namespace {

struct Policy
{
    suite::Test test;
    dns::Recording answers;
};

/// One policy with the answers it needs, so that the clock sees the evaluator and a hash map.
Policy policy(const std::string& name)
{
    for (const auto& scenario : suite::load(SPM_BENCH_DATA "/bench.yml")) {
        for (const auto& test : scenario.tests) {
            if (test.name == name) {
                Policy found{test, {}};
                (void)spf::evaluate(test.check, {}, [&](const dns::Question& question) {
                    found.answers.add(question, scenario.zone.lookup(question));
                    return scenario.zone.lookup(question);
                });
                return found;
            }
        }
    }
    throw std::runtime_error("no such policy: " + name);
}

enum class Variant { Plain, Cached, Traced };

void evaluate(benchmark::State& state, const char* name, Variant variant)
{
    const Policy one = policy(name);
    spf::RecordCache cache;
    spf::Options options;
    options.trace = variant == Variant::Traced;
    options.recordCache = variant == Variant::Cached ? &cache : nullptr;
    const auto lookup = [&one](const dns::Question& question) -> const dns::Answer& {
        return one.answers.lookup(question);
    };
    for (auto _ : state) {
        const spf::Report report = spf::evaluate(one.test.check, options, lookup);
        if (spf::word(report.result) != one.test.results.front()) {
            state.SkipWithError("wrong result");
        }
    }
    state.SetItemsProcessed(state.iterations());
}

} // namespace

BENCHMARK_CAPTURE(evaluate, ip4Hit, "a-ip4-hit", Variant::Plain)->Name("Evaluate/ip4Hit");
BENCHMARK_CAPTURE(evaluate, includeChain, "b-include-chain-miss", Variant::Plain)
    ->Name("Evaluate/includeChain");
BENCHMARK_CAPTURE(evaluate, macro, "c-mx-a-exists-macro", Variant::Plain)->Name("Evaluate/mxAExistsMacro");
BENCHMARK_CAPTURE(evaluate, ip4HitCached, "a-ip4-hit", Variant::Cached)->Name("EvaluateCached/ip4Hit");
BENCHMARK_CAPTURE(evaluate, includeCached, "b-include-chain-miss", Variant::Cached)
    ->Name("EvaluateCached/includeChain");
BENCHMARK_CAPTURE(evaluate, macroCached, "c-mx-a-exists-macro", Variant::Cached)
    ->Name("EvaluateCached/mxAExistsMacro");
BENCHMARK_CAPTURE(evaluate, ip4HitTraced, "a-ip4-hit", Variant::Traced)->Name("EvaluateTraced/ip4Hit");
BENCHMARK_CAPTURE(evaluate, includeTraced, "b-include-chain-miss", Variant::Traced)
    ->Name("EvaluateTraced/includeChain");
BENCHMARK_CAPTURE(evaluate, macroTraced, "c-mx-a-exists-macro", Variant::Traced)
    ->Name("EvaluateTraced/mxAExistsMacro");

BENCHMARK_MAIN();
