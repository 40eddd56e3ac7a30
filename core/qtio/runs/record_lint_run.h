// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one live lint (SPEC 7) over a resolver on the event loop, as SpfRun drives an evaluation. Destroying
// it cancels everything.
#pragma once

#include "core/qtio/dns/resolver.h"
#include "core/spf/record_lint.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <string>

namespace qtio {

class RecordLintRun final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive the run; each question may take `limit`.
    RecordLintRun(const std::string& domain, spf::LintFacts facts, Resolver& resolver,
                  std::chrono::milliseconds limit = std::chrono::seconds(5), QObject* parent = nullptr);
    ~RecordLintRun() override;

    /// finished() follows from the event loop, never from inside.
    void start();

    /// Complete once finished() was emitted.
    [[nodiscard]] const spf::LintReport& report() const noexcept { return m_lint.report(); }

Q_SIGNALS:
    void finished(const spf::LintReport& report);

private:
    void askNext();
    void end();

    spf::RecordLint m_lint;
    Resolver& m_resolver;
    std::chrono::milliseconds m_limit;
    std::unique_ptr<PendingLookup> m_lookup;
};

} // namespace qtio
