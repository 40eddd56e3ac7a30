// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/literal_scan.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__x86_64__) || defined(__i386__)
#define SPM_HAS_AVX2 1
#include <immintrin.h>
#endif

namespace maillog {

namespace {

/// Bytes of a mail log, the most frequent first; all others are rarer.
constexpr std::string_view frequent =
    " eo.0mta1spi2:lncx=rd584f93vu[]/67Nhy-\nj,bkwS@<>qgAECFP()TD;LBzRHM_GWOKQUJYZXV+?I\"";

char toUpper(char c) noexcept
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::size_t rarity(char c, bool ignoreCase) noexcept
{
    const auto rank = std::min(frequent.find(c), frequent.size());
    return ignoreCase ? std::min(rank, std::min(frequent.find(toUpper(c)), frequent.size())) : rank;
}

/// Where the rarest `size` bytes in a row begin.
std::size_t rarestPlace(std::string_view text, bool ignoreCase, std::size_t size) noexcept
{
    std::size_t best = 0;
    std::size_t bestRarity = 0;
    for (std::size_t start = 0; start + size <= text.size(); ++start) {
        std::size_t sum = 0;
        for (const char c : text.substr(start, size)) {
            sum += rarity(c, ignoreCase);
        }
        if (sum > bestRarity) {
            best = start;
            bestRarity = sum;
        }
    }
    return best;
}

#if SPM_HAS_AVX2
bool hasAvx2() noexcept
{
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}

__attribute__((target("avx2"))) std::size_t countNewlinesAvx2(std::string_view text) noexcept
{
    constexpr std::size_t width = 32;
    constexpr std::size_t rounds = 16; // the counters are bytes
    const __m256i newline = _mm256_set1_epi8('\n');
    std::size_t count = 0;
    std::size_t at = 0;
    for (; at + rounds * width <= text.size(); at += rounds * width) {
        __m256i counters = _mm256_setzero_si256();
#pragma GCC unroll 16
        for (std::size_t i = 0; i < rounds; ++i) {
            const auto* const data = reinterpret_cast<const __m256i*>(text.data() + at + i * width);
            counters = _mm256_sub_epi8(counters, _mm256_cmpeq_epi8(_mm256_loadu_si256(data), newline));
        }
        const __m256i sums = _mm256_sad_epu8(counters, _mm256_setzero_si256());
        const __m128i halves = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        alignas(16) std::array<std::uint64_t, 2> parts{};
        _mm_store_si128(reinterpret_cast<__m128i*>(parts.data()), halves);
        count += parts[0] + parts[1];
    }
    return count + static_cast<std::size_t>(
                       std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), '\n'));
}

/// Which buckets accept each of 32 bytes, told by the halves of the byte.
struct NibblePair
{
    __attribute__((target("avx2"))) NibblePair(const std::array<std::uint8_t, 16>& lowTable,
                                               const std::array<std::uint8_t, 16>& highTable) noexcept
        : low(_mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(lowTable.data())))),
          high(
              _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(highTable.data()))))
    {
    }

    __attribute__((target("avx2"), always_inline)) inline __m256i accepted(__m256i lows,
                                                                           __m256i highs) const noexcept
    {
        return _mm256_and_si256(_mm256_shuffle_epi8(low, lows), _mm256_shuffle_epi8(high, highs));
    }

    __m256i low;
    __m256i high;
};

/// The 32 bytes that end `count` before the end of `bytes`, with `before` in front of them.
template <int count>
__attribute__((target("avx2"), always_inline)) inline __m256i delayed(__m256i bytes, __m256i before) noexcept
{
    constexpr int fromBefore = 0x21; // upper half of the first, lower half of the second
    return _mm256_alignr_epi8(bytes, _mm256_permute2x128_si256(before, bytes, fromBefore), 16 - count);
}
#endif

} // namespace

LiteralScan::LiteralScan(std::span<const Literal> literals)
{
    for (std::size_t i = 0; i < literals.size(); ++i) {
        add(literals[i], static_cast<std::uint8_t>(i % m_buckets.size()));
    }
}

void LiteralScan::add(const Literal& literal, std::uint8_t bucket)
{
    m_findsAll = m_findsAll || literal.text.empty();
    Entry entry{literal.ignoreCase ? base::toLower(literal.text) : std::string(literal.text),
                literal.ignoreCase, 0};
    entry.print = rarestPlace(entry.text, entry.ignoreCase, printSize);
    for (std::size_t i = 0; i < printSize; ++i) {
        if (entry.print + i >= entry.text.size()) {
            for (int c = 0; c < 256; ++c) {
                accept(i, static_cast<char>(c), bucket);
            }
            continue;
        }
        const char c = entry.text[entry.print + i];
        accept(i, c, bucket);
        if (entry.ignoreCase) {
            accept(i, toUpper(c), bucket);
        }
    }
    m_buckets[bucket].push_back(std::move(entry));
}

void LiteralScan::accept(std::size_t place, char c, std::uint8_t bucket) noexcept
{
    const auto byte = static_cast<unsigned char>(c);
    const auto bit = static_cast<std::uint8_t>(1U << bucket);
    m_bytes[place][byte] |= bit;
    m_low[place][byte & 15U] |= bit;
    m_high[place][byte >> 4U] |= bit;
}

bool LiteralScan::isAt(std::string_view text, std::size_t from, std::size_t place,
                       std::uint8_t buckets) const noexcept
{
    for (unsigned rest = buckets; rest != 0; rest &= rest - 1) {
        for (const Entry& entry : m_buckets[static_cast<std::size_t>(std::countr_zero(rest))]) {
            if (place < from + entry.print || text.size() - (place - entry.print) < entry.text.size()) {
                continue;
            }
            const char* const found = text.data() + (place - entry.print);
            // In small letters nearly always, too.
            const bool same = std::memcmp(found, entry.text.data(), entry.text.size()) == 0 ||
                              (entry.ignoreCase &&
                               std::equal(entry.text.begin(), entry.text.end(), found,
                                          [](char wanted, char c) { return base::toLower(c) == wanted; }));
            if (same) {
                return true;
            }
        }
    }
    return false;
}

template <class Use>
bool LiteralScan::eachPortable(std::string_view text, std::size_t from, std::size_t place,
                               const Use& use) const
{
    // Behind the end stands a NUL, which only the missing bytes of a short literal accept for certain.
    const auto byteAt = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : std::size_t{0};
    };
    for (; place < text.size(); ++place) {
        const auto buckets = static_cast<std::uint8_t>(
            m_bytes[0][byteAt(place)] & m_bytes[1][byteAt(place + 1)] & m_bytes[2][byteAt(place + 2)]);
        if (buckets != 0 && isAt(text, from, place, buckets) && use(place)) {
            return true;
        }
    }
    return false;
}

#if SPM_HAS_AVX2
template <class Use>
__attribute__((target("avx2"))) bool LiteralScan::eachAvx2(std::string_view text, std::size_t from,
                                                           const Use& use) const
{
    constexpr std::size_t width = 32;
    const NibblePair first(m_low[0], m_high[0]);
    const NibblePair second(m_low[1], m_high[1]);
    const NibblePair third(m_low[2], m_high[2]);
    const __m256i half = _mm256_set1_epi8(15);
    __m256i firstBefore = _mm256_setzero_si256();
    __m256i secondBefore = _mm256_setzero_si256();
    std::size_t place = from;
    for (; place + width <= text.size(); place += width) {
        const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text.data() + place));
        const __m256i lows = _mm256_and_si256(bytes, half);
        const __m256i highs = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half);
        const __m256i firsts = first.accepted(lows, highs);
        const __m256i seconds = second.accepted(lows, highs);
        // Where the third byte of a print stands.
        const __m256i buckets = _mm256_and_si256(
            third.accepted(lows, highs),
            _mm256_and_si256(delayed<2>(firsts, firstBefore), delayed<1>(seconds, secondBefore)));
        firstBefore = firsts;
        secondBefore = seconds;
        if (_mm256_testz_si256(buckets, buckets) != 0) [[likely]] {
            continue;
        }
        alignas(32) std::array<std::uint8_t, width> each{};
        _mm256_store_si256(reinterpret_cast<__m256i*>(each.data()), buckets);
        auto hits = ~static_cast<std::uint32_t>(
            _mm256_movemask_epi8(_mm256_cmpeq_epi8(buckets, _mm256_setzero_si256())));
        for (; hits != 0; hits &= hits - 1) {
            const auto i = static_cast<std::size_t>(std::countr_zero(hits));
            const auto printStart = place + i + 1 - printSize;
            if (isAt(text, from, printStart, each[i]) && use(printStart)) {
                return true;
            }
        }
    }
    return eachPortable(text, from, std::max(from + printSize - 1, place) + 1 - printSize, use);
}
#endif

template <class Use>
bool LiteralScan::each(std::string_view text, std::size_t from, const Use& use) const
{
#if SPM_HAS_AVX2
    if (hasAvx2()) {
        return eachAvx2(text, from, use);
    }
#endif
    return eachPortable(text, from, from, use);
}

std::size_t LiteralScan::find(std::string_view text, std::size_t from) const noexcept
{
    if (m_findsAll) {
        return from < text.size() ? from : none;
    }
    std::size_t found = none;
    each(text, from, [&found](std::size_t place) {
        found = place;
        return true;
    });
    return found;
}

void LiteralScan::findEach(std::string_view text, std::vector<std::uint32_t>& starts) const
{
    starts.clear();
    if (m_findsAll || m_buckets[0].size() != 1 || !m_buckets[1].empty()) {
        return;
    }
    each(text, 0, [&, print = m_buckets[0].front().print](std::size_t place) {
        starts.push_back(static_cast<std::uint32_t>(place - print));
        return false;
    });
}

std::size_t countNewlines(std::string_view text) noexcept
{
#if SPM_HAS_AVX2
    if (hasAvx2()) {
        return countNewlinesAvx2(text);
    }
#endif
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace maillog
