// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/field.h"

#include "core/config/values.h"
#include "ui/common/field_row.h"
#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_help.h"
#include "ui/words/config_words.h"

#include <QCoreApplication>
#include <QVariant>

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr const char* fieldProperty = "spmField";
constexpr qsizetype longestValue = 60; ///< of a value beside its setting, in characters

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString encodedField(const FieldId& field)
{
    return QString::fromStdString(field.section + '\n' + field.key);
}

} // namespace

void setField(QWidget* control, const FieldId& field)
{
    control->setProperty(fieldProperty, encodedField(field));
}

std::optional<FieldId> fieldOf(const QWidget* widget)
{
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const QString text = widget->property(fieldProperty).toString();
        if (!text.isEmpty())
            return FieldId{text.section(QLatin1Char('\n'), 0, 0).toStdString(),
                           text.section(QLatin1Char('\n'), 1).toStdString()};
    }
    return std::nullopt;
}

QWidget* controlOf(QWidget* root, const FieldId& field)
{
    const QString wanted = encodedField(field);
    for (QWidget* each : root->findChildren<QWidget*>()) {
        if (each->property(fieldProperty).toString() == wanted)
            return each;
    }
    return nullptr;
}

const config::Finding* findingOf(const ConfigDocument& document, const FieldId& field)
{
    const config::FindingIndex::Group* group = document.findingIndex().find(field.section, field.key);
    return group == nullptr ? nullptr : &document.findings()[group->worst];
}

bool FieldSearch::matches(const QString& text) const
{
    return std::ranges::all_of(
        terms, [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// All that is known of a setting, for the search.
static QString textOf(const ConfigDocument& document, const FieldId& field, const FieldSearch& search)
{
    const config::FieldValue value = config::fieldValue(document.current(), field.section, field.key);
    QStringList parts{QString::fromStdString(field.section), QString::fromStdString(field.key),
                      decoded(value.effective, document.encoding()),
                      decoded(value.written.value_or(""), document.encoding())};
    const config::KeySchema* key = config::findKey(config::classifySection(field.section).kind, field.key);
    if (key != nullptr && search.languages != nullptr) {
        for (const auto language : {words::Language::English, words::Language::Japanese}) {
            const words::SettingHelp help = words::help(*key, *search.languages, language);
            parts << help.name << help.meaning << help.consequence;
        }
    }
    return parts.join(QLatin1Char('\n'));
}

bool matches(const ConfigDocument& document, const FieldId& field, const FieldSearch& search)
{
    return search.isEmpty() || search.matches(textOf(document, field, search));
}

bool isShown(const ConfigDocument& document, const FieldId& field, const ShownFields& shown)
{
    if (!matches(document, field, shown.search))
        return false;
    switch (shown.which) {
    case ShownFields::All:
        return true;
    case ShownFields::Modified:
        return document.isKeyModified(field.section, field.key);
    case ShownFields::Problems:
        break;
    }
    return findingOf(document, field) != nullptr;
}

QString fixTitle(const config::Finding& finding)
{
    if (finding.fixes.empty())
        return {};
    const config::Fix& fix = finding.fixes.front();
    const auto argument = [&fix](std::size_t index) {
        return index < fix.args.size() ? QString::fromStdString(fix.args[index]) : QString();
    };
    // Beside the problem its place is known: the link says only what there will be.
    switch (fix.code) {
    case config::FixCode::SetValue:
        return config::parseAction(fix.args.back()) ? FieldWords::tr("Set %1").arg(argument(1))
                                                    : words::title(fix);
    case config::FixCode::ReplaceItem:
        return FieldWords::tr("Use %1").arg(argument(1));
    case config::FixCode::RemoveItem:
        return FieldWords::tr("Remove");
    case config::FixCode::RemoveSection:
        return FieldWords::tr("Remove the section");
    default:
        return words::title(fix);
    }
}

QString diskText(const ConfigDocument& document, const FieldId& field)
{
    if (!document.isKeyModified(field.section, field.key))
        return {};
    const auto written = config::fieldValue(document.onDisk(), field.section, field.key).written;
    return written
               ? FieldWords::tr("On disk: %1").arg(decoded(*written, document.encoding()).left(longestValue))
               : FieldWords::tr("On disk: not set");
}

void refreshRow(FieldRow& row, const ConfigDocument& document, const FieldId& field)
{
    const config::FieldValue value = config::fieldValue(document.current(), field.section, field.key);
    row.setModified(document.isKeyModified(field.section, field.key));
    row.setToolTip(diskText(document, field));
    const bool differs =
        value.effective != value.defaultValue || document.isKeyModified(field.section, field.key);
    const bool canReset = value.written && differs && !document.isReadOnly();
    row.setReset(
        canReset ? FieldWords::tr("Back to the default: %1").arg(QString::fromStdString(value.defaultValue))
                 : QString());
    if (const config::Finding* finding = findingOf(document, field)) {
        row.setProblem(levelOf(finding->severity), QString::fromStdString(config::idOf(finding->rule)),
                       words::message(*finding), document.isReadOnly() ? QString() : fixTitle(*finding));
    } else {
        row.clearProblem();
    }
}

void connectRow(FieldRow& row, ConfigDocument& document, const FieldId& field)
{
    QObject::connect(&row, &FieldRow::resetRequested, &document,
                     [&document, field] { document.resetKey(field.section, field.key); });
    QObject::connect(&row, &FieldRow::fixRequested, &document, [&document, field] {
        const config::Finding* finding = findingOf(document, field);
        if (finding != nullptr && !finding->fixes.empty()) {
            const config::Finding copy = *finding; // applying it makes new findings
            document.apply(copy, copy.fixes.front());
        }
    });
}

policy::Action shownAction(config::Action action)
{
    switch (action) {
    case config::Action::Bypass:
        return policy::Action::Bypass;
    case config::Action::TempBlock:
        return policy::Action::TempBlock;
    case config::Action::Block:
        break;
    }
    return policy::Action::Block;
}

std::optional<int> choiceOf(const std::string& action)
{
    if (const auto parsed = config::parseAction(action))
        return static_cast<int>(*parsed);
    return std::nullopt;
}

std::string actionOf(int choice)
{
    return std::string(config::word(static_cast<config::Action>(choice)));
}

} // namespace ui
