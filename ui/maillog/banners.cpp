// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/banners.h"

#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/follow/follow_strip.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr int below = 8; ///< px; to the filter

} // namespace

Banners::Banners(QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_place(new QVBoxLayout), m_bar(new NoticeBar)
{
    m_bar->setObjectName(QStringLiteral("maillog.notice"));
    m_row->setContentsMargins(0, 0, 0, below);
    m_row->setSpacing(8);
    m_row->addLayout(m_place, 1);
    m_place->addWidget(m_bar);
    connect(m_bar, &NoticeBar::closed, this, &Banners::close);
    hide();
}

void Banners::say(BannerSubject subject, const std::vector<Banner>& banners)
{
    std::erase_if(m_said, [subject](const Said& said) { return said.subject == subject; });
    std::vector<Said> all;
    for (const Banner& banner : banners) {
        all.push_back({subject, banner});
    }
    m_said.insert(m_said.begin(), all.begin(), all.end());
    m_at = 0;
    show();
}

void Banners::silence(BannerSubject subject)
{
    if (has(subject)) {
        say(subject, {});
    }
}

bool Banners::has(BannerSubject subject) const
{
    return std::ranges::count(m_said, subject, &Said::subject) > 0;
}

QString Banners::text() const
{
    return m_said.empty() ? QString() : m_said[m_at].banner.text;
}

Level Banners::level() const
{
    return m_said.empty() ? Level::Info : m_said[m_at].banner.level;
}

void Banners::addProgress(ProgressStrip& progress)
{
    m_progress.push_back(&progress);
    m_place->addWidget(&progress);
    progress.installEventFilter(this);
    fit();
}

void Banners::setFollowing(FollowStrip& strip)
{
    m_strip = &strip;
    m_row->addWidget(&strip);
    strip.installEventFilter(this);
    fit();
}

/// The sentence in front, what can be done about it, and how many more there are.
void Banners::show()
{
    m_bar->removeButtons();
    if (!m_said.empty()) {
        const Banner banner = m_said[m_at].banner;
        m_bar->show(banner.level, banner.text);
        if (banner.run) {
            connect(m_bar->addButton(banner.button, banner.icon), &QAbstractButton::clicked, this,
                    banner.run);
        }
        if (m_said.size() > 1) {
            QPushButton* more = m_bar->addButton(tr("%1 of %2").arg(m_at + 1).arg(m_said.size()),
                                                 QStringLiteral("chevron-right"));
            more->setObjectName(QStringLiteral("maillog.notice.next"));
            more->setToolTip(tr("Next message"));
            more->setAccessibleName(tr("Next message"));
            connect(more, &QAbstractButton::clicked, this, [this] {
                m_at = (m_at + 1) % m_said.size();
                show();
            });
        }
    }
    fit();
}

/// What is under way comes first, then what is said, then what is followed.
void Banners::fit()
{
    const bool isBusy =
        std::ranges::any_of(m_progress, [](const ProgressStrip* progress) { return !progress->isHidden(); });
    m_bar->setVisible(!isBusy && !m_said.empty());
    const bool isFollowing = m_strip != nullptr && !m_strip->isHidden();
    if (m_strip != nullptr) {
        const bool isNarrow = isBusy || !m_said.empty();
        m_strip->setNarrow(isNarrow);
        m_row->setStretchFactor(m_place, isNarrow ? 1 : 0);
        m_row->setStretchFactor(m_strip, isNarrow ? 0 : 1);
    }
    setVisible(isBusy || isFollowing || !m_said.empty());
}

void Banners::close()
{
    m_said.erase(m_said.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = 0;
    show();
}

bool Banners::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        fit();
    }
    return QWidget::eventFilter(watched, event);
}

void Banners::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        show();
    }
}

} // namespace ui
