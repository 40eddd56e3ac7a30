// SPDX-License-Identifier: GPL-3.0-or-later
// The list under the cursor of a text: what may stand there, with a note and help. It never has the focus, so
// that typing goes on.
#pragma once

#include <QFrame>

#include <vector>

class QListView;
class QStandardItemModel;

namespace ui {

struct CompletionRow
{
    QString word;
    QString note;  ///< at the right: a default, a count
    QString help;  ///< a second line
    int typed = 0; ///< letters of the word that stand there already
};

class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    /// `name` of the object; its list is `name`.list
    CompletionPopup(const QString& name, QWidget* parent);

    /// `cursor` is where the word begins, in the window, which becomes the parent. `hasChosen`: the first row
    /// is chosen at once.
    void open(QWidget* window, const std::vector<CompletionRow>& rows, const QRect& cursor, bool hasChosen);

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
