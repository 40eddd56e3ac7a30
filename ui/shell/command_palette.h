// SPDX-License-Identifier: GPL-3.0-or-later
// Search over everything: commands in both languages, and what the pages know (settings, mail). Lies over the
// dimmed window. `>` commands only, `#` settings only, `?` help only.
#pragma once

#include "ui/common/page.h"

#include <QLineEdit>
#include <QListView>
#include <QStandardItemModel>
#include <QWidget>

namespace words {
class LanguageSwitch;
}

namespace ui {

class Label;

class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    CommandPalette(QWidget* window, const ActionRegistry& actions, const words::LanguageSwitch& language);

    void setPages(const QList<Page*>& pages) { m_pages = pages; }

    void open(const QString& text = {});
    void close();

    [[nodiscard]] QLineEdit* input() const { return m_input; }

    [[nodiscard]] QListView* list() const { return m_list; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    [[nodiscard]] QList<SearchHit> commands(const QString& words) const;
    void addGroup(const QString& name, const QList<SearchHit>& hits);
    void run(const QModelIndex& index);
    void move(int step);
    void place();
    void retranslate();

    const ActionRegistry& m_actions;
    const words::LanguageSwitch& m_language;
    QList<Page*> m_pages;
    QWidget* m_box;
    QLineEdit* m_input;
    Label* m_count;
    QListView* m_list;
    Label* m_keys;
    QStandardItemModel* m_model;
    QList<SearchHit> m_hits; ///< index kept in the items
    QWidget* m_focusBefore = nullptr;
};

} // namespace ui
