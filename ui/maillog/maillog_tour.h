// SPDX-License-Identifier: GPL-3.0-or-later
// What --screenshot-tour shows of the mail log page besides the page itself: its other views and its dialogs.
#pragma once

#include "ui/common/page.h"

#include <QObject>

namespace ui {

class MaillogPage;

class MaillogTour final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the page.
    explicit MaillogTour(MaillogPage& page);
    /// None without a log.
    [[nodiscard]] QList<TourStop> stops() const;

private:
    /// The dialog that a command of the page opens.
    [[nodiscard]] TourStop dialogOf(const char* stop, const char* action) const;
    void chooseCheck() const;
    MaillogPage& m_page;
};

} // namespace ui
