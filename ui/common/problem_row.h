// SPDX-License-Identifier: GPL-3.0-or-later
// A problem under its field or in a list: icon, id, sentence, and a link that says what it would do.
#pragma once

#include "ui/common/level.h"

#include <QWidget>

class QPushButton;

namespace ui {

class IconView;
class Label;

class ProblemRow final : public QWidget
{
    Q_OBJECT
public:
    explicit ProblemRow(QWidget* parent = nullptr); ///< hidden until it has a problem
    /// `fix` names the result ("Set tempblock"); empty for none.
    void setProblem(Level level, const QString& id, const QString& sentence, const QString& fix = {});
    void clear();
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void fixRequested();

private:
    IconView* m_icon;
    Label* m_id;
    Label* m_sentence;
    QPushButton* m_fix;
};

} // namespace ui
