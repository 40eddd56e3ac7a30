// SPDX-License-Identifier: GPL-3.0-or-later
// The left edge: what is open, and the pages in their groups. Folds to icons where the window is narrow.
#pragma once

#include "ui/common/page.h"

#include <QAbstractButton>
#include <QVBoxLayout>

#include <vector>

namespace ui {

class Label;

class RailItem final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit RailItem(QString icon, QWidget* parent = nullptr);
    void setBadge(const QString& text, Level level);
    void setFolded(bool folded);
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString m_icon;
    QString m_badge;
    Level m_level = Level::Info;
    bool m_folded = false;
};

/// The card at the top: a coloured edge, the file's name, where it lies. A click opens another one.
class HostCard final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit HostCard(QWidget* parent = nullptr);
    /// `role` stands before the place in the colour of the host.
    void setTexts(const QString& name, const QString& role, const QString& place);
    void setInk(Ink ink);
    void setFolded(bool folded);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_role;
    QString m_place;
    Ink m_ink = &Tokens::accent;
    bool m_folded = false;
};

class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void addPage(Page* page);
    void setCurrent(const Page* page);
    void setFolded(bool folded);

    [[nodiscard]] bool isFolded() const { return m_folded; }

    [[nodiscard]] HostCard* hostCard() const { return m_host; }

Q_SIGNALS:
    void pageRequested(Page* page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry
    {
        Page* page;
        RailItem* item;
    };

    struct Group
    {
        PageGroup id;
        Label* name;
        QWidget* line;
        QVBoxLayout* items;
    };

    Group& group(PageGroup id);
    void retranslate();
    void updateBadge(const Entry& entry);

    HostCard* m_host;
    QVBoxLayout* m_column;
    std::vector<Group> m_groups;
    std::vector<Entry> m_entries;
    bool m_folded = false;
};

} // namespace ui
