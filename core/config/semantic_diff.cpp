// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/semantic_diff.h"

#include "core/config/values.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace config {

namespace {

/// Names of the keys that are set, each once, in the order of first appearance.
std::vector<std::string> keyNames(const IniDocument& document, const Section* section)
{
    std::vector<std::string> names;
    std::unordered_set<std::string_view> seen;
    if (section != nullptr) {
        for (const std::size_t index : section->blocks) {
            for (const Key& key : document.blocks()[index].keys) {
                if (seen.insert(key.name).second) {
                    names.push_back(key.name);
                }
            }
        }
    }
    return names;
}

std::vector<std::string_view> itemTexts(const IniDocument& document, const Key* key)
{
    std::vector<std::string_view> texts;
    if (key != nullptr) {
        for (const ListItem& item : document.items(*key)) {
            texts.push_back(item.text);
        }
    }
    return texts;
}

std::vector<std::string> without(std::span<const std::string_view> items,
                                 std::span<const std::string_view> others)
{
    // Mostly little changes in much: what stands at the same place from either end is no news.
    const auto head = std::mismatch(items.begin(), items.end(), others.begin(), others.end());
    items = items.subspan(static_cast<std::size_t>(head.first - items.begin()));
    const auto behind = others.subspan(static_cast<std::size_t>(head.second - others.begin()));
    const auto tail = std::mismatch(items.rbegin(), items.rend(), behind.rbegin(), behind.rend());
    items = items.first(items.size() - static_cast<std::size_t>(tail.first - items.rbegin()));
    std::vector<std::string> rest;
    if (items.empty()) {
        return rest;
    }
    std::unordered_set<std::string_view> news(items.begin(), items.end());
    for (const std::string_view other : others) {
        news.erase(other);
    }
    for (const std::string_view item : items) {
        if (news.contains(item)) {
            rest.emplace_back(item);
        }
    }
    return rest;
}

/// From "=" to the end of its last line.
std::string_view writtenBytes(const IniDocument& document, const Key& key)
{
    return document.text({key.separator, document.lines()[key.endLine - 1].contentEnd});
}

class Comparison
{
public:
    Comparison(const IniDocument& before, const IniDocument& after, const EarlierDiff* earlier)
        : m_before(before), m_after(after), m_earlier(earlier)
    {
    }

    std::vector<Change> run()
    {
        for (const Section& section : m_after.sections()) {
            compare(section.canonical);
        }
        for (const Section& section : m_before.sections()) {
            if (m_after.sectionByCanonicalName(section.canonical) == nullptr) {
                compare(section.canonical);
            }
        }
        return std::move(m_changes);
    }

private:
    void compare(const std::string& canonical)
    {
        const Section* before = m_before.sectionByCanonicalName(canonical);
        const Section* after = m_after.sectionByCanonicalName(canonical);
        if (before == nullptr || after == nullptr) {
            m_changes.push_back({before == nullptr ? ChangeKind::SectionAdded : ChangeKind::SectionRemoved,
                                 canonical,
                                 {},
                                 {},
                                 {},
                                 {},
                                 {},
                                 {},
                                 {}});
        }
        const std::vector<std::string> oldNames = keyNames(m_before, before);
        const std::unordered_set<std::string_view> old(oldNames.begin(), oldNames.end());
        for (const std::string& key : oldNames) {
            compareKey(canonical, key, m_before.key(*before, key),
                       after != nullptr ? m_after.key(*after, key) : nullptr);
        }
        for (const std::string& key : keyNames(m_after, after)) {
            if (!old.contains(key)) {
                compareKey(canonical, key, nullptr, m_after.key(*after, key));
            }
        }
    }

    void compareKey(const std::string& canonical, const std::string& key, const Key* before, const Key* after)
    {
        const bool isSame = before != nullptr && after != nullptr &&
                            writtenBytes(m_before, *before) == writtenBytes(m_after, *after);
        if (isSame || takeEarlier(canonical, key, after)) {
            return;
        }
        Change change;
        change.kind = before == nullptr  ? ChangeKind::KeyAdded
                      : after == nullptr ? ChangeKind::KeyRemoved
                                         : ChangeKind::KeyChanged;
        change.section = canonical;
        change.key = key;
        if (const Change* known = earlierChange(canonical, key)) { // what stood before is the same
            change.oldWritten = known->oldWritten;
            change.oldEffective = known->oldEffective;
        } else {
            FieldValue old = fieldValue(m_before, canonical, key);
            change.oldWritten = std::move(old.written);
            change.oldEffective = std::move(old.effective);
        }
        FieldValue now = fieldValue(m_after, canonical, key);
        if (change.oldWritten == now.written) {
            return;
        }
        change.newWritten = std::move(now.written);
        change.newEffective = std::move(now.effective);
        if (const auto type = typeOfKey(key); type && isList(*type)) {
            const auto oldItems = itemTexts(m_before, before);
            const auto newItems = itemTexts(m_after, after);
            if (before != nullptr && after != nullptr && oldItems == newItems) {
                return; // other separators only
            }
            change.addedItems = without(newItems, oldItems);
            change.removedItems = without(oldItems, newItems);
        }
        m_changes.push_back(std::move(change));
    }

    const Change* earlierChange(const std::string& canonical, const std::string& key) const
    {
        const auto type = typeOfKey(key);
        if (m_earlier == nullptr || !type || !isList(*type)) {
            return nullptr;
        }
        const auto found =
            std::find_if(m_earlier->changes.begin(), m_earlier->changes.end(), [&](const Change& change) {
                return change.section == canonical && change.key == key;
            });
        return found == m_earlier->changes.end() ? nullptr : &*found;
    }

    /// True when the change, or that there is none, is known.
    bool takeEarlier(const std::string& canonical, const std::string& key, const Key* after)
    {
        const bool isKnownList =
            m_earlier != nullptr && after != nullptr && after->type && isList(*after->type);
        const Section* section = isKnownList ? m_earlier->after.sectionByCanonicalName(canonical) : nullptr;
        const Key* then = section != nullptr ? m_earlier->after.key(*section, key) : nullptr;
        if (then == nullptr || writtenBytes(m_earlier->after, *then) != writtenBytes(m_after, *after)) {
            return false;
        }
        for (const Change& change : m_earlier->changes) {
            if (change.section == canonical && change.key == key) {
                m_changes.push_back(change);
            }
        }
        return true;
    }

    const IniDocument& m_before;
    const IniDocument& m_after;
    const EarlierDiff* m_earlier;
    std::vector<Change> m_changes;
};

} // namespace

std::string_view word(ChangeKind kind) noexcept
{
    constexpr std::array<std::string_view, 5> words{"section-added", "section-removed", "key-added",
                                                    "key-removed", "key-changed"};
    return words[static_cast<std::size_t>(kind)];
}

std::vector<Change> semanticDiff(const IniDocument& before, const IniDocument& after)
{
    return Comparison(before, after, nullptr).run();
}

std::vector<Change> semanticDiff(const IniDocument& before, const IniDocument& after,
                                 const EarlierDiff& earlier)
{
    return Comparison(before, after, &earlier).run();
}

} // namespace config
