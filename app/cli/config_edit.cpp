// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config set|unset|add|remove`: lossless edits of one key. An edit that the product could not read
// back is refused.
#include "app/cli/commands.h"
#include "app/cli/config_save.h"
#include "core/config/edits.h"
#include "core/config/lint.h"
#include "core/config/policy_config.h"
#include "core/config/schema.h"
#include "ui/words/cli_words.h"
#include "ui/words/config_words.h"

#include <functional>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using Edit = std::function<config::Edited(const config::IniDocument&)>;

/// What makes two findings of different texts the same.
std::string identityOf(const config::Finding& finding)
{
    std::string identity = config::idOf(finding.rule) + '\n' + finding.section;
    for (const std::string& arg : finding.args) {
        identity += '\n' + arg;
    }
    return identity;
}

/// Findings about one key, or about sections, that were not there before.
std::vector<config::Finding> newFindings(const config::IniDocument& before, const config::IniDocument& after,
                                         const std::string& key)
{
    std::unordered_set<std::string> old;
    for (const config::Finding& finding : config::lint(before, {})) {
        old.insert(identityOf(finding));
    }
    std::vector<config::Finding> fresh;
    for (config::Finding& finding : config::lint(after, {})) {
        if ((finding.key == key || finding.key.empty()) && !old.contains(identityOf(finding))) {
            fresh.push_back(std::move(finding));
        }
    }
    return fresh;
}

/// Prints what is wrong with the new value; true when it would not hold at all.
bool refuses(Context& context, const std::vector<config::Finding>& findings)
{
    bool isRefused = false;
    for (const config::Finding& finding : findings) {
        const bool isError = finding.severity == config::Severity::Error;
        isRefused = isRefused || isError;
        if (finding.severity != config::Severity::Info) {
            printError(context,
                       isError ? words::valueWouldBeWrong(words::message(finding)) : words::message(finding));
        }
    }
    return isRefused;
}

/// One try: open, edit, save. A file that somebody else wrote meanwhile is left as it is.
std::optional<Saved> tryChange(Context& context, const QString& path, const QString& command,
                               const std::string& key, const Edit& edit, bool isLast)
{
    const std::optional<EditedFile> file = EditedFile::open(context, path);
    if (!file) {
        return Saved{.exit = Exit::Trouble, .changed = false, .backup = {}, .isStale = false};
    }
    const config::Edited plan = edit(file->document());
    if (!plan && plan.error().code == config::EditError::Code::NotText) {
        printError(context, words::refusedEdit(path, words::message(plan.error().code)));
        return Saved{.exit = Exit::Trouble, .changed = false, .backup = {}, .isStale = false};
    }
    if (!plan) {
        return Saved{
            .exit = usageError(context, command, words::refusedEdit(path, words::message(plan.error().code))),
            .changed = false,
            .backup = {},
            .isStale = false};
    }
    const config::IniDocument changed = config::applied(file->document(), *plan);
    if (refuses(context, newFindings(file->document(), changed, key))) {
        return Saved{.exit = Exit::Usage, .changed = false, .backup = {}, .isStale = false};
    }
    const Saved saved = file->save(context, changed, isLast);
    return saved.isStale && !isLast ? std::nullopt : std::optional(saved);
}

Exit change(Context& context, const Arguments& arguments, const QString& command, const std::string& key,
            const Edit& edit)
{
    const QString path = arguments.operands.first();
    if (path == "-"_L1) {
        return usageError(context, command, words::standardInputIsReadOnly());
    }
    for (const QString& operand : arguments.operands) {
        if (operand.contains(QChar::ReplacementCharacter)) {
            return usageError(context, command,
                              words::refusedEdit(path, words::message(config::EditError::Code::BadValue)));
        }
    }
    // The edit is one of the file as it is: when another writer was faster it is made again.
    constexpr int tries = 100;
    for (int i = 1;; ++i) {
        const std::optional<Saved> saved = tryChange(context, path, command, key, edit, i == tries);
        if (!saved) {
            continue;
        }
        if (saved->exit == Exit::Done) {
            reportSaved(context, path, *saved, arguments.isSet(u"json"_s));
        }
        return saved->exit;
    }
}

/// As the product writes it (SPEC 1.3): words of closed sets in lower case, yes and no.
std::string canonicalValue(const std::string& section, const std::string& key, const std::string& value)
{
    const config::KeySchema* schema = config::findKey(config::classifySection(section).kind, key);
    if (schema != nullptr && schema->type == config::KeyType::Action) {
        if (const auto action = config::parseAction(value)) {
            return std::string(config::word(*action));
        }
    }
    if (schema != nullptr && schema->type == config::KeyType::YesNo) {
        if (const auto yes = config::parseYesNo(value)) {
            return *yes ? "yes" : "no";
        }
    }
    return value;
}

std::string lowered(const QString& text)
{
    return text.toLower().toStdString();
}

Exit runSet(Context& context, const Arguments& arguments)
{
    const std::string key = lowered(arguments.operands[2]);
    const std::string section = arguments.operands[1].toStdString();
    const std::string value = canonicalValue(section, key, arguments.operands[3].toStdString());
    return change(context, arguments, u"config set"_s, key, [&](const config::IniDocument& document) {
        return config::setKey(document, section, key, value);
    });
}

Exit runUnset(Context& context, const Arguments& arguments)
{
    const std::string key = lowered(arguments.operands[2]);
    return change(context, arguments, u"config unset"_s, key, [&](const config::IniDocument& document) {
        return config::unsetKey(document, arguments.operands[1].toStdString(), key);
    });
}

/// The key when it is a list of [globals].
bool isListKey(const std::string& key)
{
    const config::KeySchema* schema = config::findKey(config::SectionKind::Globals, key);
    return schema != nullptr && config::isList(schema->type);
}

std::vector<std::string> itemsOf(const Arguments& arguments)
{
    std::vector<std::string> items;
    for (const QString& item : arguments.operands.mid(2)) {
        items.push_back(item.toStdString());
    }
    return items;
}

Exit changeItems(Context& context, const Arguments& arguments, const QString& command,
                 config::Edited (*edit)(const config::IniDocument&, std::string_view, std::string_view,
                                        std::span<const std::string>))
{
    const std::string key = lowered(arguments.operands[1]);
    if (!isListKey(key)) {
        return usageError(context, command, words::notAList(arguments.operands[1]));
    }
    const std::vector<std::string> items = itemsOf(arguments);
    return change(context, arguments, command, key,
                  [&](const config::IniDocument& document) { return edit(document, "globals", key, items); });
}

Exit runAdd(Context& context, const Arguments& arguments)
{
    return changeItems(context, arguments, u"config add"_s, &config::addItems);
}

Exit runRemove(Context& context, const Arguments& arguments)
{
    return changeItems(context, arguments, u"config remove"_s, &config::removeItems);
}

} // namespace

Command configSetCommand()
{
    return {
        .name = u"config set"_s,
        .options = {},
        .operands = {{u"FILE"_s}, {u"SECTION"_s}, {u"KEY"_s}, {u"VALUE"_s}},
        .examples = {u"spfpolicy config set config.ini globals softfail tempblock"_s,
                     u"spfpolicy config set config.ini '*.example.com' none block"_s},
        .run = runSet,
    };
}

Command configUnsetCommand()
{
    return {
        .name = u"config unset"_s,
        .options = {},
        .operands = {{u"FILE"_s}, {u"SECTION"_s}, {u"KEY"_s}},
        .examples = {u"spfpolicy config unset config.ini globals softfail"_s},
        .run = runUnset,
    };
}

Command configAddCommand()
{
    return {
        .name = u"config add"_s,
        .options = {},
        .operands = {{u"FILE"_s}, {u"KEY"_s}, {u"ITEM"_s, Operand::Count::AtLeastOne}},
        .examples = {u"spfpolicy config add config.ini white_ip 192.0.2.0/24 198.51.100.7"_s},
        .run = runAdd,
    };
}

Command configRemoveCommand()
{
    return {
        .name = u"config remove"_s,
        .options = {},
        .operands = {{u"FILE"_s}, {u"KEY"_s}, {u"ITEM"_s, Operand::Count::AtLeastOne}},
        .examples = {u"spfpolicy config remove config.ini white_domain partner.example"_s},
        .run = runRemove,
    };
}

} // namespace cli
