// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a message as a timeline: at the left the time that passed and what happened (icon and word),
// then clock, program and text with its fields. Read-only text, so that it is selected, copied and read
// aloud.
#pragma once

#include "ui/maillog/message/message_lines.h"

#include <QPlainTextEdit>

#include <optional>

namespace ui {

class MessageView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit MessageView(QWidget* parent = nullptr);

    /// `state` stands under the lines: what is still sought, or missing.
    void setLines(QList<MessageLine> lines, const QString& state);

    [[nodiscard]] const QList<MessageLine>& lines() const { return m_lines; }

    [[nodiscard]] const QString& state() const { return m_state; }

    void setWrapped(bool isWrapped);

    [[nodiscard]] bool isWrapped() const { return lineWrapMode() == QPlainTextEdit::WidgetWidth; }

    /// The line the cursor is in.
    [[nodiscard]] std::optional<MessageLine> currentLine() const;
    /// What is painted beside a line: "+4 s", "rejected".
    [[nodiscard]] QString gapBefore(qsizetype line) const;
    [[nodiscard]] QString eventWord(qsizetype line) const;

Q_SIGNALS:
    void lineActivated(const ui::MessageLine& line); ///< double click or Enter

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class MessageGutter;
    void showLines();
    void showState();
    void retranslate();
    void layOutGutter();
    void paintGutter(QWidget& gutter);
    void paintMark(QPainter& painter, const QRect& row, qsizetype line);
    void activate();

    QList<MessageLine> m_lines;
    QString m_state;
    QWidget* m_gutter;
    int m_wordWidth = 0;
    int m_gapWidth = 0; ///< of the longest time that passed; 0 when none did
};

} // namespace ui
