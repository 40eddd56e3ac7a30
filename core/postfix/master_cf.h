// SPDX-License-Identifier: GPL-3.0-or-later
// master.cf: services with their eight fields (SPEC 3.4), and the switching on and off of one of them.
#pragma once

#include "core/postfix/line_document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

struct Service
{
    std::string name;
    std::string type; ///< inet, unix, fifo, pass
    std::string isPrivate, isUnprivileged, isChroot, wakeUp,
        maxProcesses;                 ///< as written, "-" for the default
    std::vector<std::string> command; ///< program and arguments, blanks taken away
    LogicalLine lines;

    /// The value of `-o name=value`; the last one counts.
    [[nodiscard]] std::optional<std::string> option(std::string_view key) const;
    /// The value of "user=" or "argv=" of a spawn service; argv= takes all that follows.
    [[nodiscard]] std::optional<std::string> attribute(std::string_view key) const;
    friend bool operator==(const Service&, const Service&) = default;
};

class MasterCf
{
public:
    explicit MasterCf(std::string_view text) : m_document(text) {}

    [[nodiscard]] std::string bytes() const { return m_document.bytes(); }

    [[nodiscard]] LineDocument& document() noexcept { return m_document; }

    [[nodiscard]] const LineDocument& document() const noexcept { return m_document; }

    /// All services in file order, those overridden by a later one of the same name and type too.
    [[nodiscard]] std::vector<Service> services() const;
    [[nodiscard]] std::optional<Service> find(std::string_view name, std::string_view type) const;
    /// Line of a commented-out entry that can be switched on (`^#\s*NAME\s+TYPE\b`).
    [[nodiscard]] std::optional<std::size_t> findTemplate(std::string_view name, std::string_view type) const;

    /// Takes the "#" from the line and from the commented continuation lines that follow it.
    void uncomment(std::size_t templateLine);
    /// Puts "#" into column 1 of every physical line of the service.
    void comment(const Service& service);

private:
    LineDocument m_document;
};

} // namespace postfix
