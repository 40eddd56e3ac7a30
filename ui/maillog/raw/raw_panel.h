// SPDX-License-Identifier: GPL-3.0-or-later
// The raw log: one of the files that are open, line by line, with search, the lines found, marks and notes. A
// newer reading of the same file extends it.
#pragma once

#include "ui/common/services.h"
#include "ui/maillog/raw/raw_marks.h"
#include "ui/maillog/raw/raw_search.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;
class QMenu;
class QSplitter;
class QToolButton;

namespace ui {

class Label;
class RawSearchBar;
class RawView;
class TableView;

class RawPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RawPanel(Services& services, QWidget* parent = nullptr);
    ~RawPanel() override;

    /// Read when the panel is seen.
    void setLogs(std::shared_ptr<const OpenLogs> logs);
    /// The line a byte of a log belongs to.
    void showPlace(quint16 source, quint64 offset);

    [[nodiscard]] RawView& view() const { return *m_view; }

    [[nodiscard]] RawView& list() const { return *m_list; }

    [[nodiscard]] RawMarks& marks() const { return *m_marks; }

    [[nodiscard]] RawSearch& search() { return m_search; }

    [[nodiscard]] RawSearchBar& bar() const { return *m_bar; }

    /// A log, or a place in it, is being sought in a thread.
    [[nodiscard]] bool isReading() const { return m_readings > 0; }

Q_SIGNALS:
    /// A line that is a check was chosen (Enter, double click).
    void checkRequested(quint64 row);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void buildMenu();
    void connectParts();
    void retranslate();
    QAction* addCommand(const char* name, const QList<QKeySequence>& keys);
    void takeLogs();
    void showSource(bool isSame);
    void showLines(std::shared_ptr<const RawReader> reader, QList<RawMarks::Mark> marks, bool isSame);
    void seekPlace();
    void startSearch();
    void showHits();
    void showState();
    void goToHit(bool isForward);
    void goToMark(bool isForward);
    void goToTypedLine();
    void activate(quint64 line);
    void exportMarks();

    Services& m_services;
    std::shared_ptr<const OpenLogs> m_logs;
    std::shared_ptr<RawLines> m_lines;
    QString m_path;                                     ///< of the log that is shown
    quint64 m_count = 0;                                ///< its lines at that time
    int m_readings = 0;                                 ///< under way
    int m_sourceNumber = 0;                             ///< of the newest reading
    std::optional<std::pair<quint16, quint64>> m_place; ///< source and byte to go to
    RawSearch m_search;
    bool m_isStale = false;   ///< m_logs is newer than what is shown
    bool m_isPending = false; ///< the next hit is gone to when it is found
    QComboBox* m_source;
    RawSearchBar* m_bar;
    QToolButton* m_more;
    QMenu* m_menu;
    QWidget* m_goBar;
    QLineEdit* m_goField;
    Label* m_goLabel;
    QSplitter* m_columns;
    QSplitter* m_rows;
    RawView* m_view;
    RawView* m_list;
    RawMarks* m_marks;
    TableView* m_markTable;
    QAction* m_find;
    QAction* m_next;
    QAction* m_previous;
    QAction* m_goTo;
    QAction* m_mark;
    QAction* m_nextMark;
    QAction* m_previousMark;
    QAction* m_showMarks;
    QAction* m_exportMarks;
    QAction* m_wrap;
};

/// The check whose own line begins there.
[[nodiscard]] std::optional<maillog::Row> rowAt(const maillog::Log& log, quint16 source, quint64 offset);

} // namespace ui
