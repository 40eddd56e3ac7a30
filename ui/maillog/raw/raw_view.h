// SPDX-License-Identifier: GPL-3.0-or-later
// A log as it is, of any size: painted line by line (model: klogg), with line numbers, marks in the margin,
// hits and checks in colour. Shows all lines or those of a search. Places are 64 bit; the scroll bar is
// scaled.
#pragma once

#include "ui/maillog/raw/raw_search.h"
#include "ui/maillog/raw/raw_text.h"

#include <QAbstractScrollArea>
#include <QCache>

#include <limits>
#include <set>

namespace ui {

/// A place in the text: a row of the view and a character of its line.
struct RawPlace
{
    quint64 row = 0;
    qsizetype index = 0;
    friend auto operator<=>(const RawPlace&, const RawPlace&) = default;
};

class RawView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit RawView(QWidget* parent = nullptr);

    /// Null: nothing is shown. `isSame`: the same log has grown; the place stays, the end stays the end.
    void setLines(std::shared_ptr<RawLines> lines, bool isSame);
    /// The lines of a search only; must be set again when it has found more.
    void setRows(RawHits hits);
    /// Painted beside the scroll bar.
    void setTicks(RawHits hits);
    /// What is highlighted.
    void setPattern(std::optional<maillog::Regex> pattern);
    void setMarks(std::set<quint64> lines);
    void setWrapped(bool isWrapped);

    [[nodiscard]] quint64 rowCount() const;
    [[nodiscard]] quint64 lineOf(quint64 row) const;
    /// Of the line, or of the first one behind it.
    [[nodiscard]] quint64 rowOf(quint64 line) const;

    [[nodiscard]] quint64 currentLine() const { return lineOf(m_cursor.row); }

    [[nodiscard]] quint64 topRow() const { return m_top; }

    [[nodiscard]] bool isAtEnd() const;
    /// Puts the cursor there and scrolls when it is not seen.
    void showLine(quint64 line);
    void selectAll();

    [[nodiscard]] bool hasSelection() const { return m_anchor != m_cursor; }

    /// Of one line; empty when the selection goes over several.
    [[nodiscard]] QString selectedWords() const;
    /// The selection, or the line where nothing is selected, onto the clipboard: at most `mostCopied`
    /// characters.
    void copy();
    /// What a person sees, top line first.
    [[nodiscard]] QStringList visibleTexts() const;

    static constexpr qsizetype mostCopied = 16 << 20;
    static constexpr qsizetype endOfLine = std::numeric_limits<int>::max(); ///< also of one not read yet

Q_SIGNALS:
    void currentChanged(quint64 line);
    void activated(quint64 line); ///< double click or Enter
    void markRequested(quint64 line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A line as it is painted.
    struct Shown
    {
        RawText text;
        std::vector<InkedPiece> inks;
        std::vector<InkedPiece> hits;
        std::optional<Ink> check;
    };

    /// One painted row of cells: a line, or a part of one that is wrapped.
    struct Strip
    {
        std::shared_ptr<const Shown> shown; ///< null: not read yet
        quint64 row = 0;
        int firstCell = 0;
        bool isFirst = true; ///< of its line
    };

    void retranslate();
    void measure();
    void updateBars();
    void scrollTo(quint64 row, int strip = 0);
    void scrollBy(int strips);
    void moveTo(RawPlace place, bool extend);
    void moveRows(qint64 rows, bool extend);
    bool moveByKey(const QKeyEvent& event);
    bool commandByKey(const QKeyEvent& event);
    void keepVisible();
    void describe();
    [[nodiscard]] int marginWidth() const;
    [[nodiscard]] int tickLeft() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] int stripsOf(quint64 row) const;
    /// The row at the top when the last one is at the bottom.
    [[nodiscard]] quint64 lastTop() const;
    [[nodiscard]] std::vector<Strip> strips() const;
    [[nodiscard]] std::shared_ptr<const Shown> shownOf(quint64 row) const;
    [[nodiscard]] RawPlace placeAt(const QPoint& point) const;
    [[nodiscard]] std::pair<RawPlace, RawPlace> selection() const;
    void paintStrip(QPainter& painter, const Strip& strip, int y) const;
    void paintText(QPainter& painter, const Strip& strip, int y) const;
    void paintGround(QPainter& painter, const Strip& strip, int y, qsizetype begin, qsizetype end,
                     const QColor& colour) const;
    void paintMargin(QPainter& painter, const Strip& strip, int y) const;
    void paintTicks(QPainter& painter) const;

    std::shared_ptr<RawLines> m_lines;
    std::optional<RawHits> m_rows;
    RawHits m_ticks;
    std::optional<maillog::Regex> m_pattern;
    std::set<quint64> m_marks;
    mutable QCache<quint64, std::shared_ptr<const Shown>> m_shown; ///< by line
    quint64 m_top = 0;
    int m_topStrip = 0; ///< of a wrapped line
    RawPlace m_cursor;
    RawPlace m_anchor;
    bool m_isWrapped = false;
    bool m_isSettingBars = false;
    bool m_isSelecting = false;
    double m_cell = 8;        ///< width, px
    int m_lineHeight = 18;    ///< px
    mutable int m_widest = 0; ///< cells of the widest line seen
};

} // namespace ui
