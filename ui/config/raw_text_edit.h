// SPDX-License-Identifier: GPL-3.0-or-later
// config.ini as text: line numbers, change bars, problem waves. Typing goes to the document as undoable edits
// of the lines touched; edits made elsewhere arrive here without moving the cursor.
#pragma once

#include "ui/config/config_document.h"

#include <QPlainTextEdit>

namespace ui {

class RawTextEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit RawTextEdit(ConfigDocument& document, QWidget* parent = nullptr);

    /// Selects bytes of the document and scrolls to them; the focus stays where it is.
    void showSpan(const config::ByteSpan& span);
    [[nodiscard]] std::size_t cursorOffset() const;
    /// One undoable edit; the cursor goes behind it.
    void replace(const config::ByteSpan& span, const std::string& text, EditName name);

    /// Some line cannot be written back byte for byte, so typing is not possible.
    [[nodiscard]] bool isExact() const { return m_isExact; }

    // Of the gutter.
    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPainter& painter, const QRect& area);

Q_SIGNALS:
    void cursorMoved();              ///< by the user
    void typed(const QString& text); ///< a key has changed the text
    void refused(QChar character);   ///< not in the encoding of the file
    void exactnessChanged();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void take(); ///< document to text
    void takeAll();
    void give(int position, int added); ///< text to document
    void markLines();
    void markProblems();
    void colourVisibleLines();
    void updateReadOnly();
    void setExact(bool exact);
    [[nodiscard]] QTextCursor cursorOver(const config::ByteSpan& span) const;

    ConfigDocument& m_document;
    config::IniDocument m_shown; ///< what the text says
    std::vector<bool> m_changedLines;
    QWidget* m_gutter;
    bool m_isExact = true;
    bool m_isTaking = false;
    bool m_isGiving = false;
};

} // namespace ui
