// SPDX-License-Identifier: GPL-3.0-or-later
// A line edit with a drawing at its left ("search" or "filter"); Esc empties it.
#pragma once

#include <QLineEdit>

namespace ui {

class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QString icon = QStringLiteral("search"), QWidget* parent = nullptr);
    /// Placeholder and accessible name.
    void setHint(const QString& hint);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_icon;
};

} // namespace ui
