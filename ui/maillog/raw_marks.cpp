// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw_marks.h"

#include "ui/common/table_view.h"
#include "ui/maillog/raw_text.h"

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

constexpr qint64 headLength = 4096;
constexpr qsizetype mostFiles = 500; ///< the oldest are forgotten
constexpr qsizetype longestText = 400;

const QString filesKey = QStringLiteral("files");
const QString lengthKey = QStringLiteral("length");
const QString hashKey = QStringLiteral("hash");
const QString marksKey = QStringLiteral("marks");
const QString offsetKey = QStringLiteral("offset");
const QString noteKey = QStringLiteral("note");

QJsonArray filesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QJsonDocument::fromJson(file.readAll()).object().value(filesKey).toArray()
               : QJsonArray();
}

} // namespace

RawMarks::RawMarks(QString folder, QObject* parent) : QAbstractTableModel(parent), m_folder(std::move(folder))
{
}

QString RawMarks::storePath() const
{
    return m_folder + QStringLiteral("/log-marks.json");
}

RawMarks::Head RawMarks::headOf(qint64 length) const
{
    const QByteArray head = m_lines->logs()->text(m_lines->source(), 0, static_cast<quint32>(length));
    return {head.size(),
            QString::fromLatin1(QCryptographicHash::hash(head, QCryptographicHash::Sha256).toHex())};
}

void RawMarks::setLines(std::shared_ptr<RawLines> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    m_marks.clear();
    if (m_lines && m_lines->count() > 0) {
        load();
    }
    endResetModel();
    Q_EMIT marksChanged();
}

void RawMarks::load()
{
    const quint64 size = m_lines->logs()->logs.log->counts(m_lines->source()).bytes;
    for (const QJsonValue& file : m_folder.isEmpty() ? QJsonArray() : filesOf(storePath())) {
        const auto length = file[lengthKey].toInteger();
        if (length <= 0 || length > headLength || static_cast<quint64>(length) > size ||
            headOf(length).hash != file[hashKey].toString()) {
            continue;
        }
        for (const QJsonValue& mark : file[marksKey].toArray()) {
            const auto offset = mark[offsetKey].toInteger(-1);
            if (offset < 0 || static_cast<quint64>(offset) >= size) {
                continue;
            }
            const quint64 number = m_lines->numberAt(static_cast<quint64>(offset));
            const auto line = m_lines->lineNow(number);
            if (line && line->offset == static_cast<quint64>(offset)) {
                m_marks.append({line->offset, number, mark[noteKey].toString(),
                                RawText(*line).text().left(longestText)});
            }
        }
        break;
    }
    std::sort(m_marks.begin(), m_marks.end(), [](const Mark& a, const Mark& b) { return a.line < b.line; });
}

/// What other windows have written since stays.
void RawMarks::save() const
{
    if (m_folder.isEmpty() || !m_lines) {
        return;
    }
    QJsonArray files = filesOf(storePath());
    for (qsizetype i = files.size(); i-- > 0;) {
        const QJsonValue file = files[i];
        const auto length = file[lengthKey].toInteger();
        if (length <= 0 || length > headLength || headOf(length).hash == file[hashKey].toString()) {
            files.removeAt(i);
        }
    }
    const Head head = headOf(headLength);
    QJsonArray marks;
    for (const Mark& mark : m_marks) {
        marks.append(QJsonObject{{offsetKey, static_cast<qint64>(mark.offset)}, {noteKey, mark.note}});
    }
    if (!marks.isEmpty() && head.length > 0) {
        files.append(QJsonObject{{lengthKey, head.length}, {hashKey, head.hash}, {marksKey, marks}});
    }
    while (files.size() > mostFiles) {
        files.removeFirst();
    }
    QDir().mkpath(m_folder);
    QSaveFile store(storePath());
    if (store.open(QIODevice::WriteOnly)) {
        store.write(QJsonDocument(QJsonObject{{filesKey, files}}).toJson());
        store.commit();
    }
}

void RawMarks::toggle(quint64 line)
{
    const auto raw = m_lines ? m_lines->lineNow(line) : std::nullopt;
    if (!raw) {
        return;
    }
    const auto place = std::lower_bound(m_marks.begin(), m_marks.end(), line,
                                        [](const Mark& mark, quint64 number) { return mark.line < number; });
    const auto row = static_cast<int>(place - m_marks.begin());
    if (place != m_marks.end() && place->line == line) {
        beginRemoveRows({}, row, row);
        m_marks.removeAt(row);
        endRemoveRows();
    } else {
        beginInsertRows({}, row, row);
        m_marks.insert(row, {raw->offset, line, {}, RawText(*raw).text().left(longestText)});
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
