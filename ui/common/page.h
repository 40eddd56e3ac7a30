// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the rail. The frame knows pages only by this; a page knows the frame only by its signals.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/level.h"

#include <QList>
#include <QWidget>

#include <functional>

class QUndoStack;

namespace ui {

enum class PageGroup { Policy, Verify, Operate, Tools };

/// A piece of the status bar. With `run` it is a button.
struct StatusSegment
{
    QString id;   ///< unique within the bar
    QString icon; ///< may be empty
    QString text;
    Ink ink = &Tokens::secondaryText;
    std::function<void()> run;
};

struct StatusLine
{
    QList<StatusSegment> left;
    QList<StatusSegment> right;
};

/// What a page adds to the search over everything.
struct SearchHit
{
    enum class Kind { Setting, Mail, Command, Help };
    Kind kind = Kind::Setting;
    QString icon;
    QString text;
    QString place; ///< at the right, grey
    std::function<void()> run;
};

/// A dialog or a state of the page for --screenshot-tour. `open` gives back the window to take, or null for
/// the main window itself; it is closed afterwards.
struct TourStop
{
    QString name; ///< part of the file name
    std::function<QWidget*()> open;
};

/// Marks a part of a page that F6 stops at (side panel, bottom panel), in reading order.
void markPane(QWidget* pane);

class Page : public QWidget
{
    Q_OBJECT
public:
    struct Info
    {
        QString id; ///< as --page takes it
        QString icon;
        PageGroup group = PageGroup::Policy;
    };

    explicit Page(Info info, QWidget* parent = nullptr);

    [[nodiscard]] const Info& info() const { return m_info; }

    [[nodiscard]] virtual QString title() const = 0; ///< of the rail, in the present language

    [[nodiscard]] virtual StatusLine status() const { return {}; }

    [[nodiscard]] virtual QUndoStack* undoStack() const { return nullptr; }

    [[nodiscard]] virtual QList<ActionSpec> actions() { return {}; } ///< asked once, when the page is added

    [[nodiscard]] virtual QList<TourStop> tourStops() { return {}; }

    [[nodiscard]] virtual QList<SearchHit> search(const QString& words) const;

    /// Number of problems for the rail, coloured by the worst; empty for none.
    [[nodiscard]] QString badgeText() const { return m_badgeText; }

    [[nodiscard]] Level badgeLevel() const { return m_badgeLevel; }

Q_SIGNALS:
    void statusChanged();
    void badgeChanged();
    void showRequested(); ///< a search hit or a link wants this page in front

protected:
    void setBadge(const QString& text, Level level);
    /// All texts of the page; called on every change of the language. Constructors call their own version.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;

private:
    Info m_info;
    QString m_badgeText;
    Level m_badgeLevel = Level::Info;
};

} // namespace ui
