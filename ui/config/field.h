// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards of the settings page share: which setting a control edits, what is wrong with it, and which
// settings are shown.
#pragma once

#include "core/policy/decision.h"
#include "ui/config/config_document.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <string>

namespace words {
class LanguageSwitch;
}

namespace ui {

class FieldRow;

/// Words that must all occur in a setting's name, key, help (both languages) or value.
struct FieldSearch
{
    QStringList terms;
    const words::LanguageSwitch* languages = nullptr;

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty(); }

    [[nodiscard]] bool matches(const QString& text) const;
};

struct ShownFields
{
    enum Which { All, Modified, Problems };

    Which which = All;
    FieldSearch search = {};

    ShownFields(Which chosen = All) : which(chosen) {} // NOLINT(google-explicit-constructor): the usual case
};

/// One setting; the section by its canonical name.
struct FieldId
{
    std::string section;
    std::string key;
    friend bool operator==(const FieldId&, const FieldId&) = default;
};

/// Marks a control, so that the page knows what has the focus.
void setField(QWidget* control, const FieldId& field);
/// Of the widget or the nearest parent that has one.
[[nodiscard]] std::optional<FieldId> fieldOf(const QWidget* widget);
/// The control of a setting below `root`; null when there is none.
[[nodiscard]] QWidget* controlOf(QWidget* root, const FieldId& field);

/// The worst finding of a setting; null when there is none.
[[nodiscard]] const config::Finding* findingOf(const ConfigDocument& document, const FieldId& field);
/// A setting and its values.
[[nodiscard]] bool matches(const ConfigDocument& document, const FieldId& field, const FieldSearch& search);
[[nodiscard]] bool isShown(const ConfigDocument& document, const FieldId& field, const ShownFields& shown);
[[nodiscard]] QString
fixTitle(const config::Finding& finding); ///< of the first fix; empty when there is none

/// What the file on disk says, where the edited value is another: "On disk: bypass"; else empty.
[[nodiscard]] QString diskText(const ConfigDocument& document, const FieldId& field);
/// Change bar, reset arrow and problem line of a row; the control is the card's.
void refreshRow(FieldRow& row, const ConfigDocument& document, const FieldId& field);
/// Lets the reset arrow and the fix link work.
void connectRow(FieldRow& row, ConfigDocument& document, const FieldId& field);

[[nodiscard]] policy::Action shownAction(config::Action action);
[[nodiscard]] std::optional<int>
choiceOf(const std::string& action); ///< index in Segment::addActionChoices()
[[nodiscard]] std::string actionOf(int choice);

} // namespace ui
