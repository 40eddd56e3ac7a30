// SPDX-License-Identifier: GPL-3.0-or-later
// The list under the cursor of the raw text: what may stand there, with default and help. It never has the
// focus, so that typing goes on.
#pragma once

#include "core/config/completion.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace ui {

class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit CompletionPopup(QWidget* parent);

    /// `cursor` is where the word begins, in the window, which becomes the parent. `hasChosen`: the first row
    /// is chosen at once.
    void open(QWidget* window, const config::Completion& completion, const QRect& cursor, bool hasChosen);

    [[nodiscard]] int chosen() const; ///< -1 when no row is
    void choose(int row);
    [[nodiscard]] int count() const;

Q_SIGNALS:
    void clicked(int row);

protected:
    void changeEvent(QEvent* event) override;

private:
    void place(const QWidget& window, const QRect& cursor);
    void retranslate();

    QStandardItemModel* m_model;
    QListView* m_list;
};

} // namespace ui
