// SPDX-License-Identifier: GPL-3.0-or-later
// Every command of the program in one table: menus, shortcuts and the command palette are made from it.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <functional>

namespace ui {

/// A text to translate when shown: write QT_TRANSLATE_NOOP("Context", "Text") as its two parts with
/// SPM_PHRASE.
struct Phrase
{
    const char* context = "";
    const char* source = "";
    [[nodiscard]] QString text() const;
};

/// SPM_PHRASE("ConfigPage", "&Save...") as lupdate reads it.
#define SPM_PHRASE(context, source)                                                                          \
    ::ui::Phrase                                                                                             \
    {                                                                                                        \
        context, QT_TRANSLATE_NOOP(context, source)                                                          \
    }

enum class MenuId { File, Edit, View, Go, Tools, Help, None };

struct ActionSpec
{
    QString id; ///< "config.save": unique, the object name of the QAction
    Phrase text;
    MenuId menu = MenuId::None;
    int group = 0; ///< a separator stands between groups of a menu
    QString icon;
    QKeySequence shortcut;
    std::function<void()> run;
    std::function<QString()> label; ///< instead of `text` where the words depend on something

    [[nodiscard]] QString shownText() const { return label ? label() : text.text(); }
};

class ActionRegistry final : public QObject
{
    Q_OBJECT
public:
    explicit ActionRegistry(QWidget* window);

    QAction* add(ActionSpec spec);
    [[nodiscard]] QAction* action(const QString& id) const; ///< null when unknown

    [[nodiscard]] const QList<ActionSpec>& specs() const { return m_specs; }

    /// In the order of group, then of adding; null pointers stand for separators.
    [[nodiscard]] QList<QAction*> menu(MenuId menu) const;
    void retranslate();

Q_SIGNALS:
    void added();

private:
    QWidget* m_window;
    QList<ActionSpec> m_specs;
    QHash<QString, QAction*> m_actions;
};

} // namespace ui
