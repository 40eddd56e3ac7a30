// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config show|get|explain|diff`: what a file says and means.
#include "app/cli/commands.h"
#include "app/cli/config_file.h"
#include "app/cli/suggestion.h"
#include "app/cli/text_layout.h"
#include "core/config/schema.h"
#include "core/config/semantic_diff.h"
#include "core/config/values.h"
#include "core/qtio/json/json_config.h"
#include "core/qtio/json/json_text.h"
#include "ui/words/cli_words.h"
#include "ui/words/config_words.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString text(std::string_view bytes)
{
    return printable(qtio::jsonText(bytes));
}

void printJson(Context& context, const QJsonDocument& json)
{
    context.out.write(json.toJson());
}

QJsonObject fieldJson(const std::string& key, const config::FieldValue& value)
{
    return {
        {u"key"_s, qtio::jsonText(key)},
        {u"written"_s, value.written ? QJsonValue(qtio::jsonText(*value.written)) : QJsonValue()},
        {u"default"_s, qtio::jsonText(value.defaultValue)},
        {u"effective"_s, qtio::jsonText(value.effective)},
        {u"valid"_s, value.isValid},
        {u"inherited"_s, value.isInherited},
    };
}

/// A section of the file, or one that the product always has.
struct ShownSection
{
    QString name;
    std::vector<std::string> keys;
};

std::vector<std::string> writtenKeys(const config::IniDocument& document, const config::Section& section)
{
    std::vector<std::string> keys;
    for (const std::size_t block : section.blocks) {
        for (const config::Key& key : document.blocks()[block].keys) {
            if (std::find(keys.begin(), keys.end(), key.name) == keys.end()) {
                keys.push_back(key.name);
            }
        }
    }
    return keys;
}

/// Every key that has an effect in a section of this kind, in canonical order; then what else is written
/// there.
void addKnownKeys(ShownSection& shown, config::SectionKind kind)
{
    std::vector<std::string> keys;
    for (const config::KeySchema& schema : config::keysOf(kind)) {
        keys.emplace_back(schema.key);
    }
    for (const std::string& key : shown.keys) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            keys.push_back(key);
        }
    }
    shown.keys = std::move(keys);
}

std::vector<ShownSection> sectionsOf(const config::IniDocument& document, bool effective)
{
    std::vector<ShownSection> list;
    if (effective) {
        for (const auto& [name, kind] : {std::pair{"globals", config::SectionKind::Globals},
                                         std::pair{"enforce_actions", config::SectionKind::EnforceActions}}) {
            if (document.section(name) == nullptr) {
                list.push_back({QString::fromLatin1(name), {}});
                addKnownKeys(list.back(), kind);
            }
        }
    }
    for (const config::Section& section : document.sections()) {
        list.push_back({qtio::jsonText(section.name), writtenKeys(document, section)});
        if (effective) {
            addKnownKeys(list.back(), section.kind);
        }
    }
    return list;
}

/// "  # default", "  # from [globals]": why the value holds.
QString originOf(const config::FieldValue& value)
{
    if (value.written && value.isValid) {
        return {};
    }
    return u"  # "_s + words::name(value.isInherited ? words::Label::Inherited : words::Label::Default);
}

void printSection(Context& context, const config::IniDocument& document, const ShownSection& section,
                  bool effective)
{
    printLine(context, toned(context, Tone::Strong, u'[' + printable(section.name) + u']'));
    for (const std::string& key : section.keys) {
        const config::FieldValue value = config::fieldValue(document, section.name.toStdString(), key);
        printLine(context,
                  text(key) + u" = "_s +
                      (effective ? text(value.effective) + toned(context, Tone::Quiet, originOf(value))
                                 : text(value.written.value_or(std::string()))));
    }
}

Exit runShow(Context& context, const Arguments& arguments)
{
    const std::optional<config::IniDocument> document = readConfig(context, arguments.operands.first());
    if (!document) {
        return Exit::Trouble;
    }
    const bool effective = arguments.isSet(u"effective"_s);
    const std::vector<ShownSection> sections = sectionsOf(*document, effective);
    if (arguments.isSet(u"json"_s)) {
        QJsonArray json;
        for (const ShownSection& section : sections) {
            QJsonArray keys;
            for (const std::string& key : section.keys) {
                keys.append(fieldJson(key, config::fieldValue(*document, section.name.toStdString(), key)));
            }
            json.append(QJsonObject{{u"section"_s, section.name}, {u"keys"_s, keys}});
        }
        printJson(context, QJsonDocument(json));
        return Exit::Done;
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (i > 0) {
            printLine(context);
        }
        printSection(context, *document, sections[i], effective);
    }
    return Exit::Done;
}

QStringList keyNames(config::SectionKind kind)
{
    QStringList names;
    for (const config::KeySchema& schema : config::keysOf(kind)) {
        names.append(QString::fromLatin1(schema.key.data(), static_cast<qsizetype>(schema.key.size())));
    }
    return names;
}

Exit runGet(Context& context, const Arguments& arguments)
{
    const std::optional<config::IniDocument> document = readConfig(context, arguments.operands.first());
    if (!document) {
        return Exit::Trouble;
    }
    const QString& section = arguments.operands[1];
    const std::string key = arguments.operands[2].toLower().toStdString();
    const config::FieldValue value = config::fieldValue(*document, section.toStdString(), key);
    const config::SectionKind kind = config::classifySection(section.toStdString()).kind;
    if (!value.written && config::findKey(kind, key) == nullptr) {
        const QString near = nearest(arguments.operands[2], keyNames(kind));
        printError(context, words::unknownKey(arguments.operands[2], section, near));
        return Exit::No;
    }
    if (arguments.isSet(u"json"_s)) {
        QJsonObject json = fieldJson(key, value);
        json.insert(u"section"_s, section);
        printJson(context, QJsonDocument(json));
    } else {
        context.out.write(QByteArray::fromStdString(value.effective) + '\n');
    }
    return Exit::Done;
}

Exit runDiff(Context& context, const Arguments& arguments)
{
    const std::optional<config::IniDocument> before = readConfig(context, arguments.operands[0]);
    const std::optional<config::IniDocument> after =
        before ? readConfig(context, arguments.operands[1]) : std::nullopt;
    if (!after) {
        return Exit::Trouble;
    }
    const std::vector<config::Change> changes = config::semanticDiff(*before, *after);
    if (arguments.isSet(u"json"_s)) {
        QJsonArray json;
        for (const config::Change& change : changes) {
            json.append(qtio::toJson(change));
        }
        printJson(context, QJsonDocument(json));
    } else if (changes.empty()) {
        printLine(context, words::noDifference());
    } else {
        for (const config::Change& change : changes) {
            printLine(context, printable(words::sentence(change)));
        }
    }
    return changes.empty() ? Exit::Done : Exit::No;
}

} // namespace

Command configShowCommand()
{
    return {
        .name = u"config show"_s,
        .options = {{u"effective"_s, {}}},
        .operands = {{u"FILE"_s}},
        .examples = {u"spfpolicy config show config.ini --effective"_s},
        .run = runShow,
    };
}

Command configGetCommand()
{
    return {
        .name = u"config get"_s,
        .options = {},
        .operands = {{u"FILE"_s}, {u"SECTION"_s}, {u"KEY"_s}},
        .examples = {u"spfpolicy config get config.ini globals softfail"_s},
        .run = runGet,
    };
}

Command configDiffCommand()
{
    return {
        .name = u"config diff"_s,
        .options = {},
        .operands = {{u"OLD"_s}, {u"NEW"_s}},
        .examples = {u"spfpolicy config diff config.ini.20251120-101500 config.ini"_s},
        .run = runDiff,
    };
}

} // namespace cli
