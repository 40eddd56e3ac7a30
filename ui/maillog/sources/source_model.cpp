// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_model.h"

#include "ui/common/table_view.h"
#include "ui/maillog/timeline/timeline_words.h"
#include "ui/words/log_set_words.h"

#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

QString number(std::uint64_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString stamp(std::int64_t time, int offsetMinutes)
{
    return wallTime(time, maillog::ZoneRules::fixed(offsetMinutes * 60))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

/// The name first: files of one folder differ in it. Of a long folder the begin and the end are shown.
QString shortPlace(const QString& place)
{
    constexpr qsizetype longestFolder = 28; ///< letters
    const qsizetype slash = place.lastIndexOf(QLatin1Char('/'));
    if (!place.startsWith(QLatin1Char('/')) || slash + 1 == place.size()) {
        return words::placeText(place);
    }
    QString folder = place.left(std::max<qsizetype>(1, slash));
    if (folder.size() > longestFolder) {
        folder = folder.left(longestFolder / 2) + QChar(0x2026) + folder.right(longestFolder / 2 - 1);
    }
    return place.mid(slash + 1) + QStringLiteral("  ") + folder;
}

bool isNumber(int column)
{
    return column == SourceModel::Lines || column == SourceModel::Checks || column == SourceModel::Guessed ||
           column == SourceModel::Unreadable;
}

} // namespace

int SourceModel::add(const SourceSetting& setting)
{
    const auto same = [&setting](const Source& source) { return source.setting.place == setting.place; };
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), same);
    if (found != m_sources.end()) {
        return static_cast<int>(found - m_sources.begin());
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_sources.push_back({setting, {}});
    endInsertRows();
    return row;
}

void SourceModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_sources.erase(m_sources.begin() + row);
    endRemoveRows();
}

void SourceModel::setSetting(int row, const SourceSetting& setting)
{
    m_sources.at(static_cast<std::size_t>(row)).setting = setting;
    Q_EMIT dataChanged(index(row, 0), index(row, columnTotal - 1));
}

void SourceModel::setFacts(const std::vector<SourceFacts>& facts)
{
    for (const SourceFacts& one : facts) {
        for (Source& source : m_sources) {
            if (source.setting.place == one.place) {
                source.facts = one;
            }
        }
    }
    if (!m_sources.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnTotal - 1));
    }
}

const SourceSetting& SourceModel::setting(int row) const
{
    return m_sources.at(static_cast<std::size_t>(row)).setting;
}

QStringList SourceModel::places() const
{
    QStringList all;
    for (const Source& source : m_sources) {
        all.append(source.setting.place);
    }
    return all;
}

QString SourceModel::problem(int row) const
{
    const auto& facts = m_sources.at(static_cast<std::size_t>(row)).facts;
    if (!facts) {
        return {};
    }
    if (!facts->problem.isEmpty()) {
        return facts->problem;
    }
    if (facts->lines > 0 && facts->checks + facts->skips == 0) {
        return tr(
            "No SPF check in it. Lines in a form of your own can be described under \"Line patterns\".");
    }
    return {};
}

int SourceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sources.size());
}

int SourceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QString SourceModel::text(const Source& source, int column)
{
    switch (column) {
    case Place:
        return shortPlace(source.setting.place);
    case Zone:
        return source.setting.zone.isEmpty() ? tr("This computer's") : source.setting.zone;
    case Year:
        return source.setting.year ? QString::number(*source.setting.year) : tr("From its date");
    default:
        break;
    }
    if (!source.facts) {
        return column == Lines ? tr("new") : QString();
    }
    const SourceFacts& facts = *source.facts;
    switch (column) {
    case Lines:
        return number(facts.lines);
    case Checks:
        return number(facts.checks);
    case First:
        return facts.range ? stamp(facts.range->first, facts.offsetMinutes) : QStringLiteral("–");
    case Last:
        return facts.range ? stamp(facts.range->last, facts.offsetMinutes) : QStringLiteral("–");
    case Guessed:
        return number(facts.guessed);
    default:
        return number(facts.unreadable);
    }
}

QVariant SourceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int column = index.column();
    const Source& source = m_sources.at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(source, column);
    case Qt::ToolTipRole:
        if (column == Checks && source.facts && source.facts->skips > 0) {
            return tr("%1 skipped").arg(number(source.facts->skips));
        }
        return column == Place ? source.setting.place : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case CellDelegate::MonoRole:
        return column == First || column == Last || column == Place;
    case CellDelegate::SecondaryRole:
        return (column == Zone && source.setting.zone.isEmpty()) ||
               (column == Year && !source.setting.year) || (column == Lines && !source.facts);
    case CellDelegate::ElideRole:
        return static_cast<int>(Qt::ElideRight);
    default:
        return {};
    }
}

QVariant SourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Place:
        return tr("Log");
    case Lines:
        return tr("Lines");
    case Checks:
        return tr("Checks");
    case First:
        return tr("First check");
    case Last:
        return tr("Last check");
    case Guessed:
        return tr("Guessed");
    case Unreadable:
        return tr("Unreadable");
    case Zone:
        return tr("Time zone");
    default:
        return tr("Year");
    }
}

} // namespace ui
