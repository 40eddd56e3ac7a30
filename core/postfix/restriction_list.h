// SPDX-License-Identifier: GPL-3.0-or-later
// One smtpd_*_restrictions list of main.cf: where a check_policy_service entry stands, and putting it in or
// taking it out in the list's own style, so that one undoes the other byte by byte (SPEC 3.3, 3.4).
#pragma once

#include "core/postfix/main_cf.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postfix {

class RestrictionList
{
public:
    enum class Placement {
        BesideOwnService, ///< before the IMSVA service, else after the leading permits and cheap rejects
        AfterPermits      ///< right after the leading permit_mynetworks and permit_sasl_authenticated
    };

    /// The assignment of `name` that counts, in `mainCf`, which must outlive this.
    RestrictionList(MainCf& mainCf, Parameter parameter);

    [[nodiscard]] const Parameter& parameter() const noexcept { return m_parameter; }

    [[nodiscard]] bool isEmpty() const noexcept { return m_words.empty(); }

    /// "$name" or "${...}" alone, or a value with a { list }: not to be edited by a program.
    [[nodiscard]] bool isOpaque() const;
    /// The index of the word "check_policy_service" before `server`.
    [[nodiscard]] std::optional<std::size_t> findCheck(std::string_view server) const;
    [[nodiscard]] std::optional<std::size_t> findWord(std::string_view word) const;
    [[nodiscard]] bool beginsWithPermits() const;

    [[nodiscard]] const std::vector<Word>& words() const noexcept { return m_words; }

    void insertCheck(std::string_view server, Placement placement);
    /// Gives an empty list `value`; a mark beside it says that it was empty.
    void fill(std::string_view value);
    /// Takes out the checks of `server`. A list that becomes empty goes altogether, unless it was empty
    /// before insertCheck() or fill(), or `keepEmpty` is set. What fill() put beside the check goes with it.
    void removeCheck(std::string_view server, bool keepEmpty);

private:
    [[nodiscard]] std::size_t place(Placement placement) const;
    [[nodiscard]] bool isFirstOnLine(std::size_t word) const;
    [[nodiscard]] std::string indent(std::size_t line) const;
    [[nodiscard]] std::string separator() const;
    [[nodiscard]] bool usesCommas() const;
    [[nodiscard]] bool hasEmptyMark() const;
    [[nodiscard]] bool isOnly(std::size_t pair) const;
    void insertBefore(std::size_t word, const std::string& entry);
    void insertAtEnd(const std::string& entry);
    void removePair(std::size_t first);
    void removeBrokenPair(std::size_t first);
    void removeLast(bool keepEmpty);
    void eraseText(std::size_t line, std::size_t from, std::size_t to);
    void reload();

    MainCf& m_mainCf;
    Parameter m_parameter;
    std::vector<Word> m_words;
};

/// The service IMSVA ships in this list; SPF goes before it (SPEC 3.2).
inline constexpr std::string_view imsvaServer = "inet:127.0.0.1:999";

} // namespace postfix
