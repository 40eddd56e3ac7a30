// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/event_text.h"

#include "core/maillog/timestamp.h"
#include "core/qtio/tables/csv.h"

#include <QUtf8StringView>

#include <fmt/format.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>
#include <iterator>

namespace qtio {

namespace {

/// Where RapidJSON writes to.
struct Appended
{
    using Ch = char;
    std::string& text;

    void Put(char c) { text.push_back(c); }

    void Flush() {}
};

using Writer = rapidjson::Writer<Appended>;

struct WallClock
{
    maillog::Civil date;
    int second = 0; ///< of the day
    int millisecond = 0;
};

WallClock wallClock(const maillog::Check& check)
{
    constexpr std::int64_t day = 86'400'000;
    const std::int64_t local = check.time + check.offsetMinutes * 60'000LL;
    const std::int64_t days = (local >= 0 ? local : local - day + 1) / day;
    const auto rest = static_cast<int>(local - days * day);
    return {maillog::civilFromDays(days), rest / 1000, rest % 1000};
}

/// "2025-11-21 04:41:07", or with "T" in between.
void appendDateTime(std::string& text, const WallClock& clock, char between)
{
    fmt::format_to(std::back_inserter(text), FMT_STRING("{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}"),
                   clock.date.year, clock.date.month, clock.date.day, between, clock.second / 3600,
                   clock.second / 60 % 60, clock.second % 60);
}

/// "2025-11-21T04:41:07.312+09:00"
void appendIsoTime(std::string& text, const maillog::Check& check)
{
    const WallClock clock = wallClock(check);
    appendDateTime(text, clock, 'T');
    const auto to = std::back_inserter(text);
    if (check.offsetMinutes == 0) {
        fmt::format_to(to, FMT_STRING(".{:03}Z"), clock.millisecond);
    } else {
        const int minutes = std::abs(check.offsetMinutes);
        fmt::format_to(to, FMT_STRING(".{:03}{}{:02}:{:02}"), clock.millisecond,
                       check.offsetMinutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
    }
}

/// Calls `use` with the value, what is no UTF-8 in it replaced by U+FFFD.
template <class Use>
void asUtf8(std::string_view value, const Use& use)
{
    if (QUtf8StringView(value.data(), static_cast<qsizetype>(value.size())).isValidUtf8()) {
        use(value);
    } else {
        use(QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toStdString());
    }
}

void writeText(Writer& json, std::string_view value)
{
    asUtf8(value, [&json](std::string_view text) {
        json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    });
}

void writeTextOrNull(Writer& json, std::string_view value)
{
    if (value.empty()) {
        json.Null();
    } else {
        writeText(json, value);
    }
}

void writeGuessed(Writer& json, maillog::Fields guessed)
{
    using maillog::Field;
    static constexpr std::pair<Field, const char*> names[] = {
        {Field::Result, "result"}, {Field::Action, "action"}, {Field::Identity, "identity"},
        {Field::Address, "ip"},    {Field::Helo, "helo"},     {Field::Sender, "from"},
        {Field::Recipient, "to"},  {Field::Domain, "domain"},
    };
    json.StartArray();
    for (const auto& [field, name] : names) {
        if (guessed.contains(field)) {
            json.String(name);
        }
    }
    json.EndArray();
}

std::string_view resultWord(const maillog::Check& check)
{
    return check.result ? spf::word(*check.result) : std::string_view();
}

std::string addressText(const maillog::Check& check)
{
    return check.address ? check.address->toString() : std::string();
}

void appendCell(std::string& text, std::string_view value)
{
    if (value.find_first_of("\",\r\n") == std::string_view::npos) {
        text += value;
        return;
    }
    text += '"';
    for (const char c : value) {
        text.append(c == '"' ? 2 : 1, c);
    }
    text += '"';
}

void appendTime(std::string& text, const maillog::Check& check, CsvFor reader)
{
    if (reader == CsvFor::Spreadsheet) {
        appendDateTime(text, wallClock(check), ' '); // one with "T" and an offset stays text in Excel
    } else {
        appendIsoTime(text, check);
    }
}

} // namespace

void appendJson(std::string& text, const maillog::Check& check)
{
    std::string time;
    appendIsoTime(time, check);
    Appended to{text};
    Writer json(to);
    json.StartObject();
    json.Key("action");
    writeText(json, maillog::word(check.action));
    json.Key("dialect");
    writeText(json, maillog::word(check.dialect));
    json.Key("domain");
    writeTextOrNull(json, check.domain);
    json.Key("from");
    writeText(json, check.sender); // the null sender is a value: ""
    json.Key("guessed");
    writeGuessed(json, check.guessed);
    json.Key("helo");
    writeTextOrNull(json, check.helo);
    json.Key("host");
    writeTextOrNull(json, check.host);
    json.Key("identity");
    writeText(json, policy::word(check.identity));
    json.Key("ip");
    writeTextOrNull(json, addressText(check));
    json.Key("otherProgram");
    json.Bool((check.flags & maillog::OtherProgram) != 0);
    json.Key("rejected");
    json.Bool((check.flags & maillog::Rejected) != 0);
    json.Key("repeat");
    json.Uint(check.repeat);
    json.Key("result");
    writeTextOrNull(json, resultWord(check));
    json.Key("rule");
    writeTextOrNull(json, check.rule);
    json.Key("time");
    writeText(json, time);
    json.Key("to");
    writeTextOrNull(json, check.recipient);
    json.EndObject();
    text += '\n';
}

void appendCsv(std::string& text, const maillog::Check& check, CsvFor reader)
{
    const std::string address = addressText(check);
    const std::string repeat = std::to_string(check.repeat);
    appendTime(text, check, reader);
    for (const std::string_view value :
         {check.host, resultWord(check), maillog::word(check.action), policy::word(check.identity),
          check.domain, std::string_view(address), check.helo, check.sender, check.recipient, check.rule,
          std::string_view(repeat)}) {
        text += ',';
        if (reader == CsvFor::Spreadsheet) {
            text += csvCell(value).toStdString();
        } else {
            asUtf8(value, [&text](std::string_view valid) { appendCell(text, valid); });
        }
    }
    text += "\r\n";
}

std::string_view csvNames() noexcept
{
    return "time,host,result,action,identity,domain,ip,helo,from,to,rule,repeat\r\n";
}

} // namespace qtio
