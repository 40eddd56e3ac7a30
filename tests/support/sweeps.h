// SPDX-License-Identifier: GPL-3.0-or-later
// Structural sweeps over any window: each gives back the faults it found, in words; empty is good.
#pragma once

#include "ui/common/label.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStringList>
#include <QTabBar>
#include <QTranslator>
#include <QWidget>

namespace test {

inline QString describe(const QWidget* widget)
{
    QString path;
    for (const QWidget* each = widget; each != nullptr && path.size() < 160; each = each->parentWidget())
        path.prepend(
            QStringLiteral("/%1#%2").arg(QLatin1String(each->metaObject()->className()), each->objectName()));
    return path;
}

inline QList<QWidget*> visibleWidgets(QWidget* window)
{
    QList<QWidget*> widgets;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->isVisibleTo(window) && !widget->objectName().startsWith(QLatin1String("qt_")))
            widgets.append(widget);
    }
    return widgets;
}

/// Whatever can have the focus says what it is.
inline QStringList missingNames(QWidget* window)
{
    QStringList faults;
    for (QWidget* widget : visibleWidgets(window)) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(QStringLiteral("no accessible name: ") + describe(widget));
    }
    return faults;
}

/// A label in front of a field leads to it; a mnemonic without a buddy leads nowhere.
inline QStringList missingBuddies(QWidget* window)
{
    QStringList faults;
    for (QLabel* label : window->findChildren<QLabel*>()) {
        if (label->isVisibleTo(window) && label->buddy() == nullptr &&
            label->text().contains(QLatin1Char('&')) && !label->text().contains(QLatin1String("&&")))
            faults.append(QStringLiteral("mnemonic without buddy: ") + describe(label) + label->text());
    }
    return faults;
}

inline QChar mnemonicOf(const QString& text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        if (text[i + 1] != u'&')
            return text[i + 1].toLower();
        ++i;
    }
    return {};
}

inline QStringList duplicateMnemonics(QWidget* window)
{
    QStringList faults;
    for (const QMenu* menu : window->findChildren<QMenu*>()) {
        QHash<QChar, QString> seen;
        for (const QAction* action : menu->actions()) {
            const QChar key = mnemonicOf(action->text());
            if (key.isNull())
                continue;
            if (seen.contains(key))
                faults.append(QStringLiteral("mnemonic %1 twice: %2 | %3")
                                  .arg(QString(key), seen[key], action->text()));
            seen.insert(key, action->text());
        }
    }
    return faults;
}

/// Text that does not fit. Labels that elide on purpose and wrap are judged by their own rules.
inline QStringList clippedTexts(QWidget* window)
{
    QStringList faults;
    const auto fault = [&](const QWidget* widget, const QString& text, int need, int have) {
        faults.append(QStringLiteral("clipped (%1 of %2 px): \"%3\" %4")
                          .arg(have)
                          .arg(need)
                          .arg(text, describe(widget)));
    };
    for (QWidget* widget : visibleWidgets(window)) {
        if (auto* label = qobject_cast<ui::Label*>(widget)) {
            if (label->wordWrap() && label->heightForWidth(label->width()) > label->height())
                fault(label, label->text(), label->heightForWidth(label->width()), label->height());
            else if (!label->wordWrap() && !label->text().isEmpty() &&
                     label->minimumSizeHint().width() > label->width())
                fault(label, label->text(), label->minimumSizeHint().width(), label->width());
        } else if (auto* button = qobject_cast<QAbstractButton*>(widget)) {
            if (!button->text().isEmpty() && button->minimumSizeHint().width() > button->width())
                fault(button, button->text(), button->minimumSizeHint().width(), button->width());
        } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
            if (tabs->sizeHint().width() > tabs->width())
                fault(tabs, tabs->tabText(0), tabs->sizeHint().width(), tabs->width());
        }
    }
    return faults;
}

/// Object names are how tests and tools find things: no two alike.
inline QStringList duplicateObjectNames(QWidget* window)
{
    QStringList faults;
    QHash<QString, QWidget*> seen;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const QString name = widget->objectName();
        if (name.isEmpty() || name.startsWith(QLatin1String("qt_")))
            continue;
        if (seen.contains(name))
            faults.append(QStringLiteral("object name twice: ") + describe(widget));
        seen.insert(name, widget);
    }
    return faults;
}

/// All sweeps at once.
inline QStringList allFaults(QWidget* window)
{
    return missingNames(window) + missingBuddies(window) + duplicateMnemonics(window) + clippedTexts(window) +
           duplicateObjectNames(window);
}

/// Every text of ours a third longer and marked: finds room that is too small and text that is not
/// translated.
class PseudoTranslator final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char*, const char* source, const char*, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace(QLatin1String("%n"), QString::number(n));
        return QStringLiteral("[%1%2]").arg(text, QString((text.size() + 2) / 3, u'~'));
    }

    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// What a person can read in a window, sorted.
inline QStringList visibleTexts(QWidget* window)
{
    QStringList texts;
    for (QWidget* widget : visibleWidgets(window)) {
        if (auto* label = qobject_cast<QLabel*>(widget))
            texts.append(label->text());
        else if (auto* button = qobject_cast<QAbstractButton*>(widget))
            texts.append(button->text());
        else if (auto* edit = qobject_cast<QLineEdit*>(widget))
            texts.append(edit->placeholderText());
        texts.append(widget->accessibleName());
        texts.append(widget->toolTip());
    }
    for (const QAction* action : window->findChildren<QAction*>())
        texts.append(action->text());
    texts.removeAll(QString());
    texts.sort();
    return texts;
}

inline bool hasJapanese(const QString& text)
{
    for (const QChar c : text) {
        if ((c >= QChar(0x3040) && c <= QChar(0x30ff)) || (c >= QChar(0x4e00) && c <= QChar(0x9fff)))
            return true;
    }
    return false;
}

} // namespace test
