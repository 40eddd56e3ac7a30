// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/problem_model.h"

#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/field.h"
#include "ui/config/link_delegate.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <algorithm>

namespace ui {

ProblemModel::ProblemModel(ConfigDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&m_document, &ConfigDocument::analysed, this, &ProblemModel::refresh);
    connect(&m_document, &ConfigDocument::changed, this, [this] {
        if (rowCount() > 0) // read-only hides the fixes
            Q_EMIT dataChanged(index(0, FixColumn), index(rowCount() - 1, FixColumn));
    });
    refresh();
}

void ProblemModel::refresh()
{
    beginResetModel();
    m_findings = m_document.sharedFindings();
    m_rows.clear();
    for (const config::Finding& finding : *m_findings)
        m_rows.push_back(&finding);
    std::ranges::stable_sort(m_rows, {}, &config::Finding::severity);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const config::Finding& ProblemModel::findingAt(int row) const
{
    return *m_rows.at(static_cast<std::size_t>(row));
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const config::Finding& finding = findingAt(index.row());
    const Level level = levelOf(finding.severity);
    if (role == CellDelegate::MonoRole)
        return index.column() == IdColumn || index.column() == PlaceColumn;
    if (role == CellDelegate::SecondaryRole)
        return index.column() == IdColumn || index.column() == PlaceColumn;
    if (role == Qt::TextAlignmentRole && index.column() >= PlaceColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::DecorationRole && index.column() == IdColumn)
        return themedIcon(iconName(level), inkOf(level));
    if (role == LinkDelegate::LinkRole)
        return index.column() == FixColumn;
    if (role == Qt::AccessibleTextRole && index.column() == IdColumn)
        return QStringLiteral("%1 %2").arg(words::name(finding.severity),
                                           QString::fromStdString(config::idOf(finding.rule)));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case IdColumn:
        return QString::fromStdString(config::idOf(finding.rule));
    case SentenceColumn:
        return words::shownMessage(finding);
    case PlaceColumn: {
        const QString section = finding.section.empty()
                                    ? QString()
                                    : QStringLiteral("[%1]").arg(QString::fromStdString(finding.section));
        return finding.place ? QStringLiteral("%1 %2").arg(section).arg(finding.place->line).trimmed()
                             : section;
    }
    default:
        return m_document.isReadOnly() ? QString() : fixTitle(finding);
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Id");
    case SentenceColumn:
        return tr("Problem");
    case PlaceColumn:
        return tr("Place");
    default:
        return tr("Fix");
    }
}

void ProblemModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ui
