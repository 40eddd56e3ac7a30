// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/change_model.h"

#include "ui/common/table_view.h"
#include "ui/config/file_text.h"
#include "ui/config/link_delegate.h"

namespace ui {

namespace {

constexpr qsizetype longestValue = 41; ///< so that the value before does not hide the one after

QString cut(const QString& text)
{
    constexpr qsizetype half = (longestValue - 1) / 2;
    return text.size() <= longestValue ? text : text.left(half) + QChar(0x2026) + text.right(half);
}

} // namespace

ChangeModel::ChangeModel(ConfigDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&m_document, &ConfigDocument::contentChanged, this, &ChangeModel::refresh);
    m_changes = m_document.changes();
}

void ChangeModel::refresh()
{
    if (m_changes == m_document.changes())
        return;
    beginResetModel();
    m_changes = m_document.changes();
    endResetModel();
}

int ChangeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const config::Change& ChangeModel::changeAt(int row) const
{
    return m_changes.at(static_cast<std::size_t>(row));
}

QString ChangeModel::valueText(const std::optional<std::string>& written, const std::string& effective) const
{
    const std::string& bytes = written ? *written : effective;
    const QString value = decoded(bytes, m_document.encoding());
    if (!written)
        return value.isEmpty() ? tr("not set (empty)") : tr("not set (%1)").arg(value);
    return value.isEmpty() ? tr("(empty)") : value;
}

QString ChangeModel::values(const config::Change& change, bool isCut) const
{
    const auto text = [this](const std::string& bytes) { return decoded(bytes, m_document.encoding()); };
    const auto list = [&text](const std::vector<std::string>& items) {
        QStringList texts;
        for (const std::string& item : items)
            texts += text(item);
        return texts.join(QStringLiteral(", "));
    };
    if (change.kind == config::ChangeKind::SectionAdded)
        return tr("section added");
    if (change.kind == config::ChangeKind::SectionRemoved)
        return tr("section removed");
    QStringList parts;
    if (!change.addedItems.empty())
        parts += QStringLiteral("+ ") + list(change.addedItems);
    if (!change.removedItems.empty())
        parts += QStringLiteral("− ") + list(change.removedItems);
    if (!parts.isEmpty())
        return parts.join(QStringLiteral("   "));
    const QString before = valueText(change.oldWritten, change.oldEffective);
    const QString after = valueText(change.newWritten, change.newEffective);
    return isCut ? QStringLiteral("%1 → %2").arg(cut(before), cut(after))
                 : QStringLiteral("%1 → %2").arg(before, after);
}

QVariant ChangeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const config::Change& change = changeAt(index.row());
    if (role == CellDelegate::MonoRole)
        return index.column() != RevertColumn;
    if (role == CellDelegate::SecondaryRole)
        return index.column() == PlaceColumn;
    if (role == LinkDelegate::LinkRole)
        return index.column() == RevertColumn;
    if (role == Qt::ToolTipRole && index.column() == ValuesColumn) {
        const QString whole = values(change, false);
        return whole == values(change, true) ? QVariant() : QVariant(whole);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case PlaceColumn:
        return QStringLiteral("[%1]").arg(decoded(change.section, m_document.encoding()));
    case KeyColumn:
        return decoded(change.key, m_document.encoding());
    case ValuesColumn:
        return values(change, true);
    default:
        return m_document.isReadOnly() ? QString() : tr("Revert");
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PlaceColumn:
        return tr("Section");
    case KeyColumn:
        return tr("Parameter");
    case ValuesColumn:
        return tr("On disk → edited");
    default:
        return tr("Revert");
    }
}

void ChangeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ui
