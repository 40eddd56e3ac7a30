// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for several short texts at once at the speed of the memory: 32 places of the text are compared in a
// few instructions with three rare bytes of each literal (the "Teddy" of Hyperscan), and only where all three
// agree is a literal compared (MAILLOG.md 3: nine lines of ten are of no interest).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace maillog {

struct Literal
{
    std::string_view text;
    bool ignoreCase = false; ///< of ASCII letters
};

class LiteralScan
{
public:
    static constexpr std::size_t none = std::string_view::npos;

    /// Texts are copied. Fast with up to about eight literals of three bytes and more; an empty one is found
    /// everywhere.
    explicit LiteralScan(std::span<const Literal> literals);

    /// A place that is part of a literal that begins at or after `from`, the first such place in the order of
    /// their rarest bytes: enough to tell the line it stands in.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from = 0) const noexcept;

    /// Where the literal of a scan for one begins, each time, from left to right: for texts that have it
    /// nearly everywhere. Nothing of a scan for several, or for an empty one.
    void findEach(std::string_view text, std::vector<std::uint32_t>& starts) const;

private:
    /// Bytes of a literal that are compared first.
    static constexpr std::size_t printSize = 3;

    struct Entry
    {
        std::string text; ///< lower case when case is ignored
        bool ignoreCase = false;
        std::size_t print = 0; ///< where the compared bytes begin
    };

    void add(const Literal& literal, std::uint8_t bucket);
    void accept(std::size_t place, char c, std::uint8_t bucket) noexcept;
    [[nodiscard]] bool isAt(std::string_view text, std::size_t from, std::size_t place,
                            std::uint8_t buckets) const noexcept;
    /// Both call `use(place)` where the rarest bytes of a literal that begins at or after `from` stand, until
    /// it says that it is enough, and say so; the first looks at `place` and behind it only.
    template <class Use>
    bool eachPortable(std::string_view text, std::size_t from, std::size_t place, const Use& use) const;
    template <class Use>
    bool eachAvx2(std::string_view text, std::size_t from, const Use& use) const;
    template <class Use>
    bool each(std::string_view text, std::size_t from, const Use& use) const;

    using NibbleTable = std::array<std::uint8_t, 16>;

    alignas(16) std::array<NibbleTable, printSize> m_low{};
    alignas(16) std::array<NibbleTable, printSize> m_high{};
    std::array<std::array<std::uint8_t, 256>, printSize> m_bytes{};
    std::array<std::vector<Entry>, 8> m_buckets;
    bool m_findsAll = false;
};

/// How many line feeds there are.
[[nodiscard]] std::size_t countNewlines(std::string_view text) noexcept;

} // namespace maillog
