// SPDX-License-Identifier: GPL-3.0-or-later
// The same policies through libspf2, whose zone server answers from memory as well.
#include "tests/conformance/suite.h"

#include <benchmark/benchmark.h>

#include <arpa/nameser.h>
#include <netinet/in.h>

extern "C" {
#include <spf2/spf.h>
#include <spf2/spf_dns_zone.h>
}

#include <memory>
#include <string>

namespace {

struct FreeServer
{
    void operator()(SPF_server_t* server) const noexcept { SPF_server_free(server); }
};

/// Adds what our zone knows about `name` to theirs.
void copyName(const dns::Zone& zone, const std::string& name, SPF_dns_server_t* theirs)
{
    constexpr std::pair<dns::RecordType, ns_type> types[] = {
        {dns::RecordType::A, ns_t_a},     {dns::RecordType::AAAA, ns_t_aaaa}, {dns::RecordType::MX, ns_t_mx},
        {dns::RecordType::PTR, ns_t_ptr}, {dns::RecordType::TXT, ns_t_txt},
    };
    for (const auto& [ours, number] : types) {
        for (const dns::Record& record : zone.lookup({name, ours}).records) {
            const auto* text = std::get_if<dns::Text>(&record.data);
            const auto* mx = std::get_if<dns::Mx>(&record.data);
            const std::string data = text != nullptr ? text->joined()
                                     : mx != nullptr ? mx->exchange
                                                     : record.toString();
            SPF_dns_zone_add_str(theirs, name.c_str(), number, NETDB_SUCCESS, data.c_str());
        }
    }
}

SPF_result_t check(SPF_server_t* server, const suite::Test& test)
{
    SPF_request_t* request = SPF_request_new(server);
    SPF_request_set_ipv4_str(request, test.host.c_str());
    SPF_request_set_helo_dom(request, test.check.helo.c_str());
    SPF_request_set_env_from(request, test.check.sender.c_str());
    SPF_response_t* response = nullptr;
    SPF_request_query_mailfrom(request, &response);
    const SPF_result_t result = SPF_response_result(response);
    SPF_response_free(response);
    SPF_request_free(request);
    return result;
}

void evaluate(benchmark::State& state, const char* name, const char* domain)
{
    for (const auto& scenario : suite::load(SPM_BENCH_DATA "/bench.yml")) {
        for (const auto& test : scenario.tests) {
            if (test.name != name) {
                continue;
            }
            SPF_dns_server_t* dns = SPF_dns_zone_new(nullptr, nullptr, 0);
            for (const std::string& known : scenario.zone.names()) {
                if (known.ends_with(domain)) {
                    copyName(scenario.zone, known, dns);
                }
            }
            const std::unique_ptr<SPF_server_t, FreeServer> server(SPF_server_new_dns(dns, 0));
            SPF_server_set_rec_dom(server.get(), "mx.example.net");
            for (auto _ : state) {
                if (SPF_strresult(check(server.get(), test)) != test.results.front()) {
                    state.SkipWithError("wrong result");
                    break;
                }
            }
        }
    }
    state.SetItemsProcessed(state.iterations());
}

} // namespace

BENCHMARK_CAPTURE(evaluate, ip4Hit, "a-ip4-hit", "a.example.com")->Name("libspf2/ip4Hit");
BENCHMARK_CAPTURE(evaluate, includeChain, "b-include-chain-miss", "b.example.com")
    ->Name("libspf2/includeChain");
BENCHMARK_CAPTURE(evaluate, macro, "c-mx-a-exists-macro", "c.example.com")->Name("libspf2/mxAExistsMacro");
