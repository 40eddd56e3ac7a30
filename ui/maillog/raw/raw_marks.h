// SPDX-License-Identifier: GPL-3.0-or-later
// Marked lines of a log with a short note each. They belong to the file by what it begins with, so they are
// there again after it has grown or was rotated to another name, and not for another file under the same
// name.
#pragma once

#include "ui/maillog/raw/raw_lines.h"

#include <QAbstractTableModel>

#include <set>

namespace ui {

class RawMarks final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Line, Note, Text };

    struct Mark
    {
        quint64 offset = 0;
        quint64 line = 0;
        QString note;
        QString text;
    };

    static constexpr int columnTotal = Text + 1;

    /// Kept in `folder`; empty: forgotten with the window.
    explicit RawMarks(QString folder, QObject* parent = nullptr);

    /// The marks that `folder` keeps for a log, by line. For a thread.
    [[nodiscard]] static QList<Mark> read(const QString& folder, const RawReader& reader);
    void setLines(std::shared_ptr<RawLines> lines, QList<Mark> marks);

    void toggle(quint64 line);

    [[nodiscard]] const QList<Mark>& marks() const { return m_marks; }

    [[nodiscard]] std::set<quint64> lines() const;
    /// The nearest mark, round the ends.
    [[nodiscard]] std::optional<quint64> next(quint64 line) const;
    [[nodiscard]] std::optional<quint64> previous(quint64 line) const;

    [[nodiscard]] quint64 lineOf(int row) const { return m_marks[row].line; }

    /// Number, note and line, one mark a line.
    [[nodiscard]] QString exported() const;
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void marksChanged();

private:
    void change(const RawLine& line);
    void save() const;

    QString m_folder;
    std::shared_ptr<RawLines> m_lines;
    QList<Mark> m_marks; ///< by line
};

} // namespace ui
