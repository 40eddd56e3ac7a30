// SPDX-License-Identifier: GPL-3.0-or-later
// Drives one outline of a domain over a resolver on the event loop, as SpfRun drives an evaluation.
// Destroying it cancels everything.
#pragma once

#include "core/qtio/dns/resolver.h"
#include "core/spf/outline.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <string>

namespace qtio {

class OutlineRun final : public QObject
{
    Q_OBJECT

public:
    /// `resolver` must outlive the run; each question may take `limit`.
    OutlineRun(const std::string& domain, Resolver& resolver,
               std::chrono::milliseconds limit = std::chrono::seconds(5), QObject* parent = nullptr);
    ~OutlineRun() override;

    /// finished() follows from the event loop, never from inside.
    void start();

    /// Complete once finished() was emitted.
    [[nodiscard]] const spf::Outline& outline() const noexcept { return m_outline; }

Q_SIGNALS:
    void finished();

private:
    void askNext();
    void end();

    spf::Outline m_outline;
    Resolver& m_resolver;
    std::chrono::milliseconds m_limit;
    std::unique_ptr<PendingLookup> m_lookup;
};

} // namespace qtio
