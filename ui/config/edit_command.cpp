// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/edit_command.h"

#include "ui/config/config_document.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

QString shortTime(const QString& iso)
{
    return QLocale().toString(QDateTime::fromString(iso, Qt::ISODate).toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QString EditName::sentence() const
{
    const QString keyName = QString::fromStdString(key);
    const QString sectionName = QString::fromStdString(section);
    const QString text = QString::fromStdString(value);
    switch (what) {
    case What::SetKey:
        return tr("Set %1 to %2").arg(keyName, text);
    case What::ResetKey:
        return tr("Reset %1 to its default").arg(keyName);
    case What::AddItems:
        return count == 1 ? tr("Add %1 to %2").arg(text, keyName)
                          : tr("Add %Ln entries to %1", nullptr, count).arg(keyName);
    case What::RemoveItems:
        return count == 1 ? tr("Remove %1 from %2").arg(text, keyName)
                          : tr("Remove %Ln entries from %1", nullptr, count).arg(keyName);
    case What::ReplaceItem:
        return tr("Change an entry of %1 to %2").arg(keyName, text);
    case What::TidyList:
        return tr("Sort and tidy %1").arg(keyName);
    case What::SetNote:
        return tr("Note of %1 in %2").arg(text, keyName);
    case What::AddSection:
        return tr("Add section [%1]").arg(sectionName);
    case What::EditSection:
        return tr("Change section [%1]").arg(sectionName);
    case What::RenameSection:
        return tr("Rename section [%1] to [%2]").arg(sectionName, text);
    case What::DuplicateSection:
        return tr("Duplicate section [%1]").arg(sectionName);
    case What::RemoveSection:
        return tr("Remove section [%1]").arg(sectionName);
    case What::TypeText:
        return tr("Type text");
    case What::CompleteText:
        return tr("Complete %1").arg(text);
    case What::ApplyFix:
        return tr("Fix %1").arg(text);
    case What::SafeFixes:
        return tr("Apply all safe fixes");
    case What::RevertKey:
        return tr("Revert %1").arg(keyName);
    case What::RevertSection:
        return tr("Revert section [%1]").arg(sectionName);
    case What::DiscardAll:
        return tr("Discard changes");
    case What::RestoreVersion:
        return tr("Restore the version of %1").arg(shortTime(text));
    case What::RestoreUnsaved:
        return tr("Restore the unsaved changes of %1").arg(shortTime(text));
    case What::MergeWithDisk:
        return tr("Merge with the changes on disk");
    case What::MergeSections:
        return count == 1 ? tr("Merge the parts of section [%1]").arg(sectionName)
                          : tr("Merge %Ln sections into [%1]", nullptr, count).arg(sectionName);
    case What::RemoveSections:
        return tr("Remove %Ln sections", nullptr, count);
    case What::RespellWildcards:
        return tr("Respell the wildcard sections");
    case What::Reload:
        break;
    }
    return tr("Reload from disk");
}

EditCommand::EditCommand(ConfigDocument& document, config::EditPlan plan, EditName name, bool mergeable)
    : m_document(document),
      m_plan(std::move(plan)),
      m_inverse(config::inverse(document.current().bytes(), m_plan)),
      m_name(std::move(name)),
      m_mergeable(mergeable)
{
    setText(m_name.sentence());
}

void EditCommand::redo()
{
    m_document.setCurrent(config::applied(m_document.current(), m_plan));
}

void EditCommand::undo()
{
    m_document.setCurrent(config::applied(m_document.current(), m_inverse));
}

bool EditCommand::mergeWith(const QUndoCommand* next)
{
    const auto& later = static_cast<const EditCommand&>(*next); // the ids are equal
    if (m_plan.size() != 1 || later.m_plan.size() != 1 || m_name.what != later.m_name.what ||
        m_name.key != later.m_name.key || m_name.section != later.m_name.section)
        return false;
    config::TextEdit& first = m_plan.front();
    const config::TextEdit& second = later.m_plan.front();
    const std::size_t firstEnd = first.position + first.replacement.size();
    const std::size_t secondEnd = second.position + second.length;
    const bool newLine = second.replacement.find('\n') != std::string::npos;
    if (newLine || second.position > firstEnd || secondEnd < first.position)
        return false;
    // One replacement over the union of both ranges; what the second removed outside the first is old text.
    const std::string& removed = later.m_inverse.front().replacement;
    const std::size_t head = first.position > second.position ? first.position - second.position : 0;
    const std::size_t tail = secondEnd > firstEnd ? secondEnd - firstEnd : 0;
    const std::string oldText =
        removed.substr(0, head) + m_inverse.front().replacement + removed.substr(removed.size() - tail);
    const std::size_t begin = std::min(first.position, second.position);
    const std::size_t keepHead = second.position > first.position ? second.position - first.position : 0;
    const std::size_t keepTail = firstEnd > secondEnd ? firstEnd - secondEnd : 0;
    const std::string newText = first.replacement.substr(0, keepHead) + second.replacement +
                                first.replacement.substr(first.replacement.size() - keepTail);
    first = {begin, oldText.size(), newText};
    m_inverse = {{begin, newText.size(), oldText}};
    m_name = later.m_name;
    setText(m_name.sentence());
    setObsolete(oldText == newText);
    return true;
}

} // namespace ui
