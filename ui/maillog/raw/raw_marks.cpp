// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_marks.h"

#include "ui/common/table_view.h"
#include "ui/maillog/raw/raw_text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace ui {

namespace {

constexpr qsizetype mostFiles = 500; ///< the oldest are forgotten
constexpr qsizetype longestText = 400;

const QString filesKey = QStringLiteral("files");
const QString lengthKey = QStringLiteral("length");
const QString hashKey = QStringLiteral("hash");
const QString marksKey = QStringLiteral("marks");
const QString offsetKey = QStringLiteral("offset");
const QString noteKey = QStringLiteral("note");

QString storePath(const QString& folder)
{
    return folder + QStringLiteral("/log-marks.json");
}

QJsonArray filesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QJsonDocument::fromJson(file.readAll()).object().value(filesKey).toArray()
               : QJsonArray();
}

QString hashOf(const QByteArray& head)
{
    return QString::fromLatin1(QCryptographicHash::hash(head, QCryptographicHash::Sha256).toHex());
}

/// The marks of `file` are those of a log that begins as it does.
bool isOf(const QJsonValue& file, const RawReader& reader)
{
    const auto length = file[lengthKey].toInteger();
    return length > 0 && length <= reader.head().size() &&
           hashOf(reader.head().left(length)) == file[hashKey].toString();
}

QString textOf(const RawLine& line)
{
    return RawText(line).text().left(longestText);
}

} // namespace

RawMarks::RawMarks(QString folder, QObject* parent) : QAbstractTableModel(parent), m_folder(std::move(folder))
{
}

QList<RawMarks::Mark> RawMarks::read(const QString& folder, const RawReader& reader)
{
    QList<Mark> marks;
    const quint64 size = reader.logs()->logs.log->counts(reader.source()).bytes;
    const QJsonArray files =
        folder.isEmpty() || reader.count() == 0 ? QJsonArray() : filesOf(storePath(folder));
    const auto own =
        std::find_if(files.begin(), files.end(), [&](const QJsonValue& file) { return isOf(file, reader); });
    for (const QJsonValue& mark : own == files.end() ? QJsonArray() : (*own)[marksKey].toArray()) {
        const auto offset = mark[offsetKey].toInteger(-1);
        if (offset < 0 || static_cast<quint64>(offset) >= size) {
            continue;
        }
        const quint64 number = reader.numberAt(static_cast<quint64>(offset));
        const RawLine line = RawReader::lineOf(*reader.block(RawReader::blockOf(number), false), number);
        if (line.offset == static_cast<quint64>(offset)) {
            marks.append({line.offset, number, mark[noteKey].toString(), textOf(line)});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.line < b.line; });
    return marks;
}

void RawMarks::setLines(std::shared_ptr<RawLines> lines, QList<Mark> marks)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_marks = std::move(marks);
    endResetModel();
    Q_EMIT marksChanged();
}

/// What other windows have written since stays.
void RawMarks::save() const
{
    if (m_folder.isEmpty() || !m_lines) {
        return;
    }
    const RawReader& reader = *m_lines->reader();
    QJsonArray files = filesOf(storePath(m_folder));
    for (qsizetype i = files.size(); i-- > 0;) {
        const auto length = files[i][lengthKey].toInteger();
        if (length <= 0 || length > static_cast<qint64>(RawReader::headLength) || isOf(files[i], reader)) {
            files.removeAt(i);
        }
    }
    QJsonArray marks;
    for (const Mark& mark : m_marks) {
        marks.append(QJsonObject{{offsetKey, static_cast<qint64>(mark.offset)}, {noteKey, mark.note}});
    }
    if (!marks.isEmpty() && !reader.head().isEmpty()) {
        files.append(QJsonObject{
            {lengthKey, reader.head().size()}, {hashKey, hashOf(reader.head())}, {marksKey, marks}});
    }
    while (files.size() > mostFiles) {
        files.removeFirst();
    }
    QDir().mkpath(m_folder);
    QSaveFile store(storePath(m_folder));
    if (store.open(QIODevice::WriteOnly)) {
        store.write(QJsonDocument(QJsonObject{{filesKey, files}}).toJson());
        store.commit();
    }
}

void RawMarks::toggle(quint64 line)
{
    if (m_lines) {
        m_lines->fetch(line, [this](const RawLine& raw) { change(raw); });
    }
}

void RawMarks::change(const RawLine& line)
{
    const auto place = std::lower_bound(m_marks.begin(), m_marks.end(), line.number,
                                        [](const Mark& mark, quint64 number) { return mark.line < number; });
    const auto row = static_cast<int>(place - m_marks.begin());
    if (place != m_marks.end() && place->line == line.number) {
        beginRemoveRows({}, row, row);
        m_marks.removeAt(row);
        endRemoveRows();
    } else {
        beginInsertRows({}, row, row);
        m_marks.insert(row, {line.offset, line.number, {}, textOf(line)});
        endInsertRows();
    }
    save();
    Q_EMIT marksChanged();
}

std::set<quint64> RawMarks::lines() const
{
    std::set<quint64> lines;
    for (const Mark& mark : m_marks) {
        lines.insert(mark.line);
    }
    return lines;
}

std::optional<quint64> RawMarks::next(quint64 line) const
{
    const auto marked = lines();
    const auto found = marked.upper_bound(line);
    return marked.empty() ? std::nullopt : std::optional(found == marked.end() ? *marked.begin() : *found);
}

std::optional<quint64> RawMarks::previous(quint64 line) const
{
    const auto marked = lines();
    const auto found = marked.lower_bound(line);
    return marked.empty() ? std::nullopt
                          : std::optional(found == marked.begin() ? *marked.rbegin() : *std::prev(found));
}

QString RawMarks::exported() const
{
    QString text;
    for (const Mark& mark : m_marks) {
        text += QStringLiteral("%1\t%2\t%3\n").arg(QString::number(mark.line + 1), mark.note, mark.text);
    }
    return text;
}

void RawMarks::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal - 1);
}

int RawMarks::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_marks.size());
}

int RawMarks::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnTotal;
}

QVariant RawMarks::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Mark& mark = m_marks[index.row()];
    if (role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole) {
        return index.column() == Line   ? QString::number(mark.line + 1)
               : index.column() == Note ? mark.note
                                        : mark.text;
    }
    if (role == CellDelegate::MonoRole) {
        return index.column() != Note;
    }
    if (role == CellDelegate::SecondaryRole) {
        return index.column() == Text;
    }
    return {};
}

QVariant RawMarks::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == Line ? tr("Line") : section == Note ? tr("Note") : tr("Text");
}

Qt::ItemFlags RawMarks::flags(const QModelIndex& index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    return index.column() == Note ? flags | Qt::ItemIsEditable : flags;
}

bool RawMarks::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != Note || role != Qt::EditRole) {
        return false;
    }
    QString note = value.toString().simplified(); // a tab would shift the columns of the export
    m_marks[index.row()].note = std::move(note);
    Q_EMIT dataChanged(index, index);
    save();
    return true;
}

} // namespace ui
