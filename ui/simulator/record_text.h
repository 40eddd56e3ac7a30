// SPDX-License-Identifier: GPL-3.0-or-later
// The text of an SPF record with marks: the term that decided, what a draft adds and takes away, where a
// check found something. Wraps between terms; the whole text can be selected for copying through the page's
// copy buttons.
#pragma once

#include "core/spf/lint.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace ui {

struct RecordPiece
{
    enum class Mark { Plain, Dim, Decided, Added, Removed, Error, Warning, Note };
    QString text;
    Mark mark = Mark::Plain;
    bool isChosen = false; ///< of the last three: on a ground of its own
    friend bool operator==(const RecordPiece&, const RecordPiece&) = default;
};

/// The terms of a record; the version is dim, the term at `span` carries `mark` in the colour of `result`.
[[nodiscard]] std::vector<RecordPiece> piecesOf(const std::string& record,
                                                const std::optional<spf::Span>& span);
/// The terms of a record, each with the worst of the findings in it; those of `chosen` stand out.
[[nodiscard]] std::vector<RecordPiece>
piecesOf(const std::string& record, const std::vector<spf::Finding>& findings, const spf::Finding* chosen);
/// What becomes of a record: removed and added terms in their places (longest common sequence of terms).
[[nodiscard]] std::vector<RecordPiece> differenceOf(const QString& published, const QString& draft);

class RecordText final : public QWidget
{
    Q_OBJECT

public:
    explicit RecordText(QWidget* parent = nullptr);

    void setPieces(std::vector<RecordPiece> pieces);

    [[nodiscard]] const std::vector<RecordPiece>& pieces() const { return m_pieces; }

    /// The colour of the deciding term.
    void setResult(spf::Result result);
    /// Lines before the text is cut with an ellipsis; the tooltip has all of it.
    void setMaximumLines(int lines);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Placed
    {
        QRect rect;
        QString text;
        RecordPiece::Mark mark;
        bool isChosen;
    };

    [[nodiscard]] std::vector<Placed> placed(int width) const;

    std::vector<RecordPiece> m_pieces;
    spf::Result m_result = spf::Result::Pass;
    int m_maximumLines = 3;
};

} // namespace ui
