// SPDX-License-Identifier: GPL-3.0-or-later
// The one place between head and filter for what is under way, what has happened and what is followed. At
// most one of them stands there, so that they never push the page down together; further sentences wait
// behind a count.
#pragma once

#include "ui/common/level.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QVBoxLayout;

namespace ui {

class FollowStrip;
class NoticeBar;
class ProgressStrip;

/// A newer sentence takes the place of the older ones on its subject.
enum class BannerSubject { Logs, Work, Alert };

struct Banner
{
    Level level = Level::Info;
    QString text;
    QString button = {}; ///< what can be done about it; empty for nothing
    QString icon = {};
    std::function<void()> run = {};
};

class Banners final : public QWidget
{
    Q_OBJECT
public:
    explicit Banners(QWidget* parent = nullptr);

    /// In front of what was said on other subjects.
    void say(BannerSubject subject, const std::vector<Banner>& banners);
    void silence(BannerSubject subject);
    [[nodiscard]] bool has(BannerSubject subject) const;

    [[nodiscard]] std::size_t count() const { return m_said.size(); }

    [[nodiscard]] QString text() const; ///< of the sentence in front; empty for none
    [[nodiscard]] Level level() const;

    /// Stands here while it is shown, before any sentence.
    void addProgress(ProgressStrip& progress);
    /// Keeps its buttons when something else needs the place of its sentence.
    void setFollowing(FollowStrip& strip);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Said
    {
        BannerSubject subject;
        Banner banner;
    };

    void show();
    void fit();
    void close();

    std::vector<Said> m_said;
    std::size_t m_at = 0; ///< which one is in front
    QHBoxLayout* m_row;
    QVBoxLayout* m_place;
    NoticeBar* m_bar;
    std::vector<ProgressStrip*> m_progress;
    FollowStrip* m_strip = nullptr;
};

} // namespace ui
