// SPDX-License-Identifier: GPL-3.0-or-later
// check_host() of RFC 7208 4 without any I/O: it asks one DNS question at a time and is fed the answer.
//
//     spf::Evaluation evaluation(check, options);
//     while (const dns::Question* question = evaluation.question())
//         evaluation.answer(zone.lookup(*question));
//     use(evaluation.report());
//
// Cancelling is destroying. Nothing here blocks, reads a clock or owns a thread.
#pragma once

#include "core/net/ip_address.h"
#include "core/spf/report.h"

#include <cstdint>
#include <memory>
#include <string>

namespace spf {

class RecordCache;

/// The arguments of check_host().
struct Check
{
    net::IpAddress client; ///< IPv4-mapped IPv6 is treated as IPv4
    std::string domain;    ///< of MAIL FROM, or the HELO name; UTF-8 or A-labels, as received
    std::string sender;    ///< MAIL FROM, or postmaster@helo; an empty local part becomes "postmaster"
    std::string helo;      ///< for %{h}
    std::string receiver;  ///< our host name, for %{r}; "unknown" when empty
    std::int64_t time = 0; ///< seconds since 1970, for %{t}
};

struct Options
{
    Limits limits;
    bool trace = false;
    /// Used when a fail has no usable exp= (RFC 7208 6.2); empty for none.
    std::string defaultExplanation;
    /// Keeps parsed records between evaluations; may be null, must outlive the evaluation.
    RecordCache* recordCache = nullptr;
};

class Evaluation
{
public:
    Evaluation(Check check, Options options);
    ~Evaluation();
    Evaluation(Evaluation&&) noexcept;
    Evaluation& operator=(Evaluation&&) noexcept;

    /// What has to be asked next; null when the report is ready. Valid until answer() or expire().
    [[nodiscard]] const dns::Question* question() const noexcept;
    /// The answer to question(). Its `elapsed` is added to the report's.
    void answer(const dns::Answer& answer);
    /// The overall time limit has run out: ends with temperror (RFC 7208 4.6.4).
    void expire();
    [[nodiscard]] bool isDone() const noexcept;
    /// Complete once isDone().
    [[nodiscard]] const Report& report() const noexcept;
    /// The same, moved out; report() is empty afterwards.
    [[nodiscard]] Report takeReport() noexcept;

private:
    class Body;
    std::unique_ptr<Body> m_body;
};

} // namespace spf
