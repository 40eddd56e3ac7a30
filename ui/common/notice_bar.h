// SPDX-License-Identifier: GPL-3.0-or-later
// The page's own state in one sentence, with what can be done about it; instead of a message box.
#pragma once

#include "ui/common/level.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace ui {

class IconView;
class Label;

class NoticeBar final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr); ///< hidden until show(level, text)
    void show(Level level, const QString& text);
    /// Small button; texts are the caller's to retranslate.
    QPushButton* addButton(const QString& text, const QString& icon = {});
    void removeButtons();
    void setClosable(bool closable);
    [[nodiscard]] QString text() const;

    [[nodiscard]] Level level() const { return m_level; }

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    Level m_level = Level::Info;
    IconView* m_icon;
    Label* m_text;
    QHBoxLayout* m_buttons;
    QToolButton* m_close;
};

} // namespace ui
