// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/section_model.h"

#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/config/field.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace ui {

SectionModel::SectionModel(ConfigDocument& document, QObject* parent)
    : QAbstractTableModel(parent), m_document(document)
{
    connect(&m_document, &ConfigDocument::contentChanged, this, &SectionModel::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &SectionModel::refresh);
    m_rows = rows();
}

std::vector<SectionModel::Row> SectionModel::rows() const
{
    std::vector<Row> rows;
    const config::IniDocument& document = m_document.current();
    using Group = config::FindingIndex::Group;
    std::unordered_map<std::string_view, const Group*> problems; // the worst of each section
    for (const Group& group : m_document.findingIndex().groups()) {
        const Group*& worst = problems[group.section];
        if (worst == nullptr ||
            std::pair(group.severity, group.worst) < std::pair(worst->severity, worst->worst))
            worst = &group;
    }
    for (const config::Section& section : document.sections()) {
        if (section.kind != config::SectionKind::Domain)
            continue;
        Row row{section.name, section.canonical, {}, {}, {}, m_document.isSectionModified(section.canonical)};
        for (const spf::Result result : spf::allResults) {
            const config::Key* key = document.key(section, spf::word(result));
            const auto action = key == nullptr ? std::nullopt : config::parseAction(document.value(*key));
            if (action)
                row.actions.append(BadgeSpec::of(result, shownAction(*action)));
        }
        if (const auto found = problems.find(section.canonical); found != problems.end()) {
            const config::Finding& worst = m_document.findings()[found->second->worst];
            const Level level = levelOf(worst.severity);
            row.problem.append(BadgeSpec::of(QString::fromStdString(config::idOf(worst.rule)), inkOf(level),
                                             iconName(level)));
            row.problemText = words::message(worst);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void SectionModel::refresh()
{
    std::vector<Row> now = rows();
    if (now == m_rows)
        return;
    const bool sameSections = std::ranges::equal(now, m_rows, {}, &Row::canonical, &Row::canonical);
    if (!sameSections) {
        beginResetModel();
        m_rows = std::move(now);
        endResetModel();
        return;
    }
    m_rows = std::move(now);
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int SectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SectionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SectionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QList<BadgeSpec>& badges = index.column() == ProblemColumn ? row.problem : row.actions;
    if (role == ModifiedRole)
        return row.modified;
    if (index.column() == DomainColumn) {
        if (role == Qt::DisplayRole)
            return QString::fromStdString(row.name);
        if (role == Qt::DecorationRole)
            return themedIcon(QStringLiteral("domain"), &Tokens::secondaryText);
        return {};
    }
    if (role == BadgesRole)
        return QVariant::fromValue(badges);
    if (role == Qt::ToolTipRole && index.column() == ProblemColumn)
        return row.problemText;
    if (role == Qt::DisplayRole) {
        QStringList texts;
        for (const BadgeSpec& badge : badges)
            texts += badge.text();
        return texts.isEmpty() && index.column() == ActionsColumn ? tr("as [globals]")
                                                                  : texts.join(QStringLiteral(", "));
    }
    return {};
}

QVariant SectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DomainColumn:
        return tr("Sender domain");
    case ActionsColumn:
        return tr("Overridden actions");
    default:
        return tr("Problem");
    }
}

std::string SectionModel::nameAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).name;
}

int SectionModel::rowOf(const std::string& canonical) const
{
    const auto found = std::ranges::find(m_rows, canonical, &Row::canonical);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString SectionModel::searchText(int row) const
{
    const Row& found = m_rows[static_cast<std::size_t>(row)];
    QStringList parts{QString::fromStdString(found.name)};
    for (const BadgeSpec& badge : found.actions) {
        for (const BadgeSpec::Part& part : badge.parts)
            parts.append(part.text);
    }
    return parts.join(QLatin1Char(' '));
}

void SectionModel::retranslate()
{
    m_rows = rows();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace ui
