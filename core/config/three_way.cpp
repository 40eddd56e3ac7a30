// SPDX-License-Identifier: GPL-3.0-or-later
// Lines are told apart by what they set, not by their wording: a key that both changed is one question, two
// keys on neighbouring lines are none, and a file whose line ends somebody's editor replaced still merges.
#include "core/config/three_way.h"

#include "core/config/merge_meaning.h"

#include <algorithm>
#include <deque>
#include <map>

namespace config {

namespace {

using base::MergeKind;
using base::MergePick;
using base::Piece;
using base::PieceRange;

std::vector<Piece> piecesOf(const IniDocument& document)
{
    std::vector<Piece> pieces;
    pieces.reserve(document.lines().size());
    for (std::size_t i = 0; i < document.lines().size(); ++i) {
        const Line& line = document.lines()[i];
        pieces.push_back({document.lineText(i), document.text({line.begin, line.end})});
    }
    return pieces;
}

/// `names` keeps the identities. A line break in them keeps them apart from any line.
std::vector<Piece> identifiedPiecesOf(const IniDocument& document, std::deque<std::string>& names)
{
    std::vector<Piece> pieces = piecesOf(document);
    const auto identify = [&](std::size_t line, std::string name) {
        pieces[line].identity = names.emplace_back(std::move(name));
    };
    for (const Key& key : document.keysOutside()) {
        identify(key.line, '\n' + key.name);
    }
    for (const Block& block : document.blocks()) {
        identify(block.line, block.canonical + '\n');
        for (const Key& key : block.keys) {
            identify(key.line, block.canonical + '\n' + key.name);
        }
    }
    return pieces;
}

bool overlaps(const PieceRange& range, std::size_t first, std::size_t end)
{
    return range.first < end && first < range.end();
}

/// Canonical section and key, or section alone for a header.
struct Setting
{
    std::string section;
    std::string key;
    std::optional<KeyType> type;
    friend bool operator==(const Setting&, const Setting&) = default;
};

std::vector<Setting> settingsIn(const IniDocument& document, const PieceRange& range)
{
    std::vector<Setting> settings;
    for (const Block& block : document.blocks()) {
        if (!overlaps(range, block.line, block.endLine)) {
            continue;
        }
        if (block.line >= range.first) {
            settings.push_back({block.canonical, {}, {}});
        }
        for (const Key& key : block.keys) {
            if (overlaps(range, key.line, key.endLine)) { // a part of a list is the list
                settings.push_back({block.canonical, key.name, key.type});
            }
        }
    }
    return settings;
}

/// The list key whose lines these are.
std::optional<Setting> listWith(const IniDocument& document, const PieceRange& range)
{
    for (const Block& block : document.blocks()) {
        if (!overlaps(range, block.line, block.endLine)) {
            continue;
        }
        for (const Key& key : block.keys) {
            if (key.type && isList(*key.type) && key.line <= range.first && range.end() <= key.endLine) {
                return Setting{block.canonical, key.name, key.type};
            }
        }
    }
    return std::nullopt;
}

/// The list that all lines of a conflict belong to, where it is still set in both texts.
std::optional<Setting> listAround(const ThreeWay& merge, const base::MergeChunk& chunk)
{
    std::optional<Setting> list;
    const auto isWithin = [&list](const IniDocument& document, const PieceRange& range) {
        if (range.count == 0) {
            return true;
        }
        const std::optional<Setting> found = listWith(document, range);
        list = list ? list : found;
        return found && found == list;
    };
    const bool isOne = isWithin(merge.base(), chunk.base) && isWithin(merge.mine(), chunk.mine) &&
                       isWithin(merge.theirs(), chunk.theirs);
    const bool isSetByBoth = list && merge.mine().key(list->section, list->key) != nullptr &&
                             merge.theirs().key(list->section, list->key) != nullptr;
    return isOne && isSetByBoth ? list : std::nullopt;
}

/// Lines of another text behind these would land in another section than they were written for.
bool changesSection(std::span<const Setting> first, std::span<const Setting> second)
{
    const bool hasHeader =
        std::ranges::any_of(first, [](const Setting& setting) { return setting.key.empty(); });
    return hasHeader && !second.empty() && !second.front().key.empty();
}

bool isListKey(const std::string& key)
{
    const auto type = typeOfKey(key);
    return type && isList(*type);
}

} // namespace

ThreeWay::ThreeWay(IniDocument base, IniDocument mine, IniDocument theirs)
    : m_base(std::move(base)), m_mine(std::move(mine)), m_theirs(std::move(theirs))
{
    std::deque<std::string> names;
    m_chunks = base::mergePieces(identifiedPiecesOf(m_base, names), identifiedPiecesOf(m_mine, names),
                                 identifiedPiecesOf(m_theirs, names));
    askAboutLines();
    compareMeaning();
    askAboutKeys();
    offerOnlyWhatHolds();
    std::ranges::stable_sort(m_changes, {}, [](const MergeChange& change) {
        return std::pair(change.question.value_or(static_cast<std::size_t>(-1)), !change.isAtOdds);
    });
}

void ThreeWay::askAboutLines()
{
    for (const base::MergeChunk& chunk : m_chunks) {
        if (chunk.kind == MergeKind::Conflict) {
            m_questions.push_back(questionAt(chunk));
        }
    }
    m_chunkQuestions = m_questions.size();
}

MergeQuestion ThreeWay::questionAt(const base::MergeChunk& chunk) const
{
    MergeQuestion question{.base = chunk.base, .mine = chunk.mine, .theirs = chunk.theirs};
    const std::vector<Setting> mine = settingsIn(m_mine, chunk.mine);
    const std::vector<Setting> theirs = settingsIn(m_theirs, chunk.theirs);
    const auto common = std::ranges::find_first_of(mine, theirs);
    const auto setKey = [&question](const Setting& setting) {
        question.section = setting.section;
        question.key = setting.key;
    };
    if (const auto list = listAround(*this, chunk)) {
        setKey(*list);
        question.isList = true;
        question.offersBoth = true;
    } else if (common == mine.end()) {
        const bool hasLines = chunk.mine.count > 0 && chunk.theirs.count > 0;
        question.offersBoth = hasLines && !changesSection(mine, theirs);
    } else if (chunk.mine.count == 1 && chunk.theirs.count == 1) {
        setKey(*common);
    }
    return question;
}

std::optional<std::size_t> ThreeWay::questionOf(const Change& change) const
{
    const auto isIn = [&](const IniDocument& document, PieceRange MergeQuestion::* range,
                          const MergeQuestion& question) {
        const Section* section = document.sectionByCanonicalName(change.section);
        if (section == nullptr) {
            return false;
        }
        if (!change.key.empty()) {
            const Key* key = document.key(*section, change.key);
            return key != nullptr && overlaps(question.*range, key->line, key->endLine);
        }
        return std::ranges::any_of(section->blocks, [&](std::size_t index) {
            const std::size_t line = document.blocks()[index].line;
            return overlaps(question.*range, line, line + 1);
        });
    };
    for (std::size_t i = 0; i < m_chunkQuestions; ++i) {
        const MergeQuestion& question = m_questions[i];
        if (isIn(m_mine, &MergeQuestion::mine, question) ||
            isIn(m_theirs, &MergeQuestion::theirs, question) ||
            isIn(m_base, &MergeQuestion::base, question)) {
            return i;
        }
    }
    return std::nullopt;
}

void ThreeWay::compareMeaning()
{
    std::map<std::pair<std::string, std::string>, std::size_t> places;
    for (Change& change : semanticDiff(m_base, m_mine)) {
        places.emplace(std::pair(change.section, change.key), m_changes.size());
        m_changes.push_back({.by = ChangedBy::Me, .mine = std::move(change)});
    }
    for (Change& change : semanticDiff(m_base, m_theirs)) {
        const auto known = places.find(std::pair(change.section, change.key));
        if (known == places.end()) {
            m_changes.push_back({.by = ChangedBy::Them, .theirs = std::move(change)});
            continue;
        }
        MergeChange& both = m_changes[known->second];
        both.by = ChangedBy::Both;
        both.theirs = std::move(change);
    }
    for (MergeChange& change : m_changes) {
        change.question = questionOf(change.any());
        change.isAtOdds =
            change.by == ChangedBy::Both && change.mine->newWritten != change.theirs->newWritten;
    }
}

/// What no conflict of lines has shown: one key set at two places. Lists with each other's items are none.
void ThreeWay::askAboutKeys()
{
    for (MergeChange& change : m_changes) {
        if (!change.isAtOdds || change.question) {
            continue;
        }
        const bool isList = isListKey(change.any().key);
        const bool isStillSet = change.mine->newWritten && change.theirs->newWritten;
        if (isList && isStillSet && change.mine->oldWritten) {
            change.isAtOdds = false;
            continue;
        }
        change.question = m_questions.size();
        m_questions.push_back({.section = change.any().section,
                               .key = change.any().key,
                               .isList = isList,
                               .offersBoth = isList && isStillSet});
    }
}

/// A value of both is one of a list; what else cannot be written so that both have their way is not offered.
void ThreeWay::offerOnlyWhatHolds()
{
    for (const MergeChange& change : m_changes) {
        if (change.isAtOdds && change.question && !m_questions[*change.question].isList) {
            m_questions[*change.question].offersBoth = false;
        }
    }
    const auto holds = [this](std::span<const MergePick> answers) {
        return MergeMeaning(*this, answers).isMetBy(merged(answers));
    };
    std::vector<MergePick> answers(m_questions.size(), MergePick::Mine);
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        answers[i] = m_questions[i].offersBoth ? MergePick::MineThenTheirs : MergePick::Mine;
    }
    if (std::ranges::none_of(m_questions, &MergeQuestion::offersBoth) || holds(answers)) {
        return;
    }
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        std::ranges::fill(answers, MergePick::Mine);
        answers[i] = MergePick::MineThenTheirs;
        m_questions[i].offersBoth = m_questions[i].offersBoth && holds(answers);
    }
}

IniDocument ThreeWay::merged(std::span<const MergePick> answers) const
{
    std::vector<MergePick> picks(answers.begin(),
                                 answers.begin() + static_cast<std::ptrdiff_t>(m_chunkQuestions));
    const auto isByItem = [&](std::size_t question) {
        return m_questions[question].isList && answers[question] == MergePick::MineThenTheirs;
    };
    for (std::size_t i = 0; i < picks.size(); ++i) {
        picks[i] = isByItem(i) ? MergePick::Theirs : picks[i];
    }
    const bool hasMark = m_base.hasByteOrderMark() ? m_mine.hasByteOrderMark() && m_theirs.hasByteOrderMark()
                                                   : m_mine.hasByteOrderMark() || m_theirs.hasByteOrderMark();
    IniDocument lines =
        IniDocument::parse((hasMark ? "\xEF\xBB\xBF" : "") +
                           base::mergedText(m_chunks, piecesOf(m_mine), piecesOf(m_theirs), picks));
    return MergeMeaning(*this, answers).metFrom(std::move(lines));
}

} // namespace config
