// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/tracking_table.h"

#include "core/base/ascii.h"
#include "core/maillog/fields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace maillog {

namespace {

/// A quotation mark that is never closed must not swallow the log.
constexpr std::size_t longestRecord = std::size_t{256} << 10U;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// "Sender IP (v4)" to "senderipv4".
std::string normalized(std::string_view name)
{
    std::string letters;
    for (const char c : name) {
        if (std::string_view(" \t_-./():\"").find(c) == std::string_view::npos) {
            letters.push_back(base::toLower(c));
        }
    }
    return letters;
}

struct Phrase
{
    std::string_view text;
    Action action;
};

/// What the SPF rule of the product says it did, in both languages (SPEC 4.3, "Mail tracking strings").
constexpr std::array<Phrase, 12> phrases{{{"条件不一致", Action::Bypass},
                                          {"not match", Action::Bypass},
                                          {"無視", Action::Skip},
                                          {"ignored", Action::Skip},
                                          {"除外するピア", Action::Skip},
                                          {"削除", Action::Block},
                                          {"deleted", Action::Block},
                                          {"インターセプトしない", Action::Bypass},
                                          {"do not intercept", Action::Bypass},
                                          {"配信", Action::Bypass},
                                          {"delivered", Action::Bypass},
                                          {"bypass", Action::Bypass}}};

std::optional<Action> phraseIn(std::string_view text)
{
    const auto lowered = base::toLower(text);
    for (const Phrase& phrase : phrases) {
        if (lowered.find(phrase.text) != std::string::npos) {
            return phrase.action;
        }
    }
    return std::nullopt;
}

/// The word behind "SPFの結果:", "SPF result:".
std::optional<spf::Result> resultIn(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> names{"SPFの結果", "SPF result", "SPF Result",
                                                           "SPF check result"};
    for (const auto name : names) {
        if (const auto found = splitFirst(text, name)) {
            return resultOf(leadingWord(trimmedOf(found->after, charSet<" :\t\"">)));
        }
    }
    return std::nullopt;
}

/// "2025/11/20 14:00:01" is a stamp with other strokes.
std::optional<Stamp> stampOf(std::string_view text)
{
    std::string line(text);
    std::replace(line.begin(), line.end(), '/', '-');
    line.push_back(' ');
    return parseStamp(line);
}

} // namespace

TrackingTable::Column TrackingTable::columnOf(std::string_view name)
{
    using enum Column;
    static constexpr std::array<std::pair<std::string_view, Column>, 44> names{{
        {"timestamp", Time},
        {"time", Time},
        {"date", Time},
        {"datetime", Time},
        {"received", Time},
        {"receivedtime", Time},
        {"日時", Time},
        {"受信日時", Time},
        {"タイムスタンプ", Time},
        {"sender", Sender},
        {"from", Sender},
        {"envelopesender", Sender},
        {"送信者", Sender},
        {"recipient", Recipient},
        {"recipients", Recipient},
        {"to", Recipient},
        {"受信者", Recipient},
        {"senderip", Address},
        {"senderipaddress", Address},
        {"sourceip", Address},
        {"clientip", Address},
        {"ipaddress", Address},
        {"送信者ip", Address},
        {"送信者ipアドレス", Address},
        {"送信元ip", Address},
        {"helo", Helo},
        {"domain", Domain},
        {"senderdomain", Domain},
        {"spf", Result},
        {"spfresult", Result},
        {"spfの結果", Result},
        {"spf結果", Result},
        {"action", Action},
        {"actions", Action},
        {"アクション", Action},
        {"処理", Action},
        {"policy", Text},
        {"policyname", Text},
        {"evaluatedpolicy", Text},
        {"details", Text},
        {"reason", Text},
        {"ポリシー", Text},
        {"評価済みポリシー", Text},
        {"詳細", Text},
    }};
    const auto letters = normalized(name);
    const auto* found =
        std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == letters; });
    return found == names.end() ? Unused : found->second;
}

void TrackingTable::split(std::string_view record)
{
    m_fields.clear();
    std::string field;
    bool quoted = false;
    for (std::size_t i = 0; i < record.size(); ++i) {
        const char c = record[i];
        if (c == '"') {
            const bool doubled = quoted && i + 1 < record.size() && record[i + 1] == '"';
            if (doubled) {
                field.push_back(c);
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == m_separator && !quoted) {
            m_fields.push_back(std::exchange(field, {}));
        } else {
            field.push_back(c);
        }
    }
    m_fields.push_back(std::move(field));
}

bool TrackingTable::readHeader(std::string_view record)
{
    if (record.starts_with(byteOrderMark)) {
        record.remove_prefix(byteOrderMark.size());
    }
    const auto countOf = [&](char c) { return std::count(record.begin(), record.end(), c); };
    m_separator = countOf('\t') > countOf(',') ? '\t' : countOf(';') > countOf(',') ? ';' : ',';
    split(record);
    for (const auto& name : m_fields) {
        m_columns.push_back(columnOf(name));
    }
    const auto has = [&](Column column) {
        return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end();
    };
    return has(Column::Time) && has(Column::Sender) && (has(Column::Result) || has(Column::Text));
}

std::string_view TrackingTable::field(Column column) const noexcept
{
    for (std::size_t i = 0; i < m_columns.size() && i < m_fields.size(); ++i) {
        if (m_columns[i] == column) {
            return trimmedOf(m_fields[i], charSet<" \t">);
        }
    }
    return {};
}

std::optional<TrackingRecord> TrackingTable::readRecord()
{
    m_text.clear();
    for (std::size_t i = 0; i < m_columns.size() && i < m_fields.size(); ++i) {
        if (m_columns[i] == Column::Text && m_fields[i].find("SPF") != std::string::npos) {
            m_text.append(m_fields[i]).push_back('\n');
        }
    }
    TrackingRecord record;
    Event& event = record.event;
    event.dialect = Dialect::Tmems;
    event.result = resultOf(field(Column::Result));
    if (!event.result) {
        event.result = resultIn(m_text);
    }
    const auto said = phraseIn(m_text);
    if (!event.result && said == Action::Bypass) {
        event.result = spf::Result::Pass; // the rule did not apply
    }
    event.action = said.value_or(actionOf(field(Column::Action)).value_or(Action::Unknown));
    if (said == Action::Skip) {
        event.result.reset();
        event.kind = LineKind::Skip;
    } else if (event.result) {
        event.kind = LineKind::Check;
    } else {
        return std::nullopt; // mail for which SPF was not asked
    }
    event.address = field(Column::Address);
    event.helo = field(Column::Helo);
    setSender(event, field(Column::Sender));
    event.recipient = withoutAngles(field(Column::Recipient));
    if (event.domain.empty()) {
        event.domain = field(Column::Domain);
    }
    event.identity = event.kind == LineKind::Skip ? policy::Identity::None
                     : event.domain.empty()       ? policy::Identity::Helo
                                                  : policy::Identity::MailFrom;
    for (const Field guessed : {Field::Result, Field::Action, Field::Identity}) {
        event.guessed.add(guessed);
    }
    record.stamp = stampOf(field(Column::Time));
    return record;
}

void TrackingTable::endRecord(const Take& take)
{
    const auto offset = std::exchange(m_recordOffset, m_bytes);
    std::string kept = std::exchange(m_record, {});
    m_quoted = false;
    std::string_view record = kept;
    if (record.ends_with('\r')) {
        record.remove_suffix(1);
    }
    if (m_state == State::Undecided) {
        m_state = readHeader(record) ? State::Table : State::Other;
        return;
    }
    split(record);
    if (auto read = readRecord()) {
        read->offset = offset;
        read->length = static_cast<std::uint32_t>(record.size());
        take(*read);
    }
}

void TrackingTable::feed(std::string_view block, const Take& take)
{
    for (std::size_t i = 0; i < block.size() && m_state != State::Other; ++i) {
        const char c = block[i];
        ++m_bytes;
        if (c == '\n' && (!m_quoted || m_record.size() > longestRecord)) {
            endRecord(take);
            continue;
        }
        m_quoted = m_quoted != (c == '"');
        m_record.push_back(c);
        if (m_state == State::Undecided && m_record.size() > longestRecord) {
            m_state = State::Other;
        }
    }
    if (m_state == State::Other) {
        m_record = {};
    }
}

void TrackingTable::finish(const Take& take)
{
    if (m_state == State::Table && !m_record.empty() && !m_quoted) {
        endRecord(take);
    }
}

} // namespace maillog
