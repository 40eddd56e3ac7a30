// SPDX-License-Identifier: GPL-3.0-or-later
// Two people have edited one config.ini: what each of them changed, line by line and in meaning, where they
// are at odds, and the file that follows from an answer to each such question.
#pragma once

#include "core/base/text_merge.h"
#include "core/config/ini_document.h"
#include "core/config/semantic_diff.h"

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace config {

/// A place that needs a decision.
struct MergeQuestion
{
    /// Lines of each text. All empty: both set `key` anew, at different places of its section.
    base::PieceRange base = {};
    base::PieceRange mine = {};
    base::PieceRange theirs = {};
    std::string section = {}; ///< canonical; empty when the lines hold no single key that both changed
    std::string key = {};
    bool isList = false;     ///< MineThenTheirs means item by item: what either added or removed
    bool offersBoth = false; ///< else MineThenTheirs would write something twice, or is no answer of its own
    friend bool operator==(const MergeQuestion&, const MergeQuestion&) = default;
};

enum class ChangedBy : std::uint8_t { Me, Them, Both };

/// One key or section that somebody changed.
struct MergeChange
{
    ChangedBy by = ChangedBy::Me;
    bool isAtOdds = false;           ///< both, and not to the same
    std::optional<Change> mine = {}; ///< against the base
    std::optional<Change> theirs = {};
    std::optional<std::size_t> question = {}; ///< whose answer decides about it

    [[nodiscard]] const Change& any() const { return mine ? *mine : *theirs; }

    friend bool operator==(const MergeChange&, const MergeChange&) = default;
};

class ThreeWay
{
public:
    ThreeWay(IniDocument base, IniDocument mine, IniDocument theirs);

    [[nodiscard]] const IniDocument& base() const noexcept { return m_base; }

    [[nodiscard]] const IniDocument& mine() const noexcept { return m_mine; }

    [[nodiscard]] const IniDocument& theirs() const noexcept { return m_theirs; }

    [[nodiscard]] const std::vector<MergeQuestion>& questions() const noexcept { return m_questions; }

    /// By question, then what nobody needs to decide.
    [[nodiscard]] const std::vector<MergeChange>& changes() const noexcept { return m_changes; }

    /// One answer for each question.
    [[nodiscard]] IniDocument merged(std::span<const base::MergePick> answers) const;

private:
    void askAboutLines();
    void compareMeaning();
    void askAboutKeys();
    void offerOnlyWhatHolds();
    [[nodiscard]] MergeQuestion questionAt(const base::MergeChunk& chunk) const;
    [[nodiscard]] std::optional<std::size_t> questionOf(const Change& change) const;

    IniDocument m_base;
    IniDocument m_mine;
    IniDocument m_theirs;
    std::vector<base::MergeChunk> m_chunks;
    std::vector<MergeQuestion> m_questions; ///< those of the chunks first
    std::size_t m_chunkQuestions = 0;
    std::vector<MergeChange> m_changes;
};

} // namespace config
