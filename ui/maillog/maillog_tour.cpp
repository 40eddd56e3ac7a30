// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/maillog_tour.h"

#include "ui/common/segment.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_search_bar.h"
#include "ui/maillog/sources/source_server_dialog.h"
#include "ui/words/log_words.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

namespace {

/// What is read in threads is there.
void wait(int milliseconds)
{
    for (const QDeadlineTimer end(milliseconds); !end.hasExpired();) {
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

constexpr int answer = 400; ///< ms

} // namespace

MaillogTour::MaillogTour(MaillogPage& page) : QObject(&page), m_page(page) {}

/// One that can be written to the postmaster about.
void MaillogTour::chooseCheck() const
{
    const CheckModel& model = m_page.checks();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.check(row).result == spf::Result::Fail) {
            m_page.parts().table->chooseRow(row);
            break;
        }
    }
    wait(answer);
}

TourStop MaillogTour::dialogOf(const char* stop, const char* action) const
{
    return {QLatin1String(stop), [this, action]() -> QWidget* {
                chooseCheck();
                m_page.findChild<QAction*>(QLatin1String(action))->trigger();
                wait(answer);
                return QApplication::activeModalWidget();
            }};
}

QList<TourStop> MaillogTour::stops() const
{
    if (!m_page.browser().logs()) {
        return {};
    }
    Segment* const views = m_page.parts().views;
    auto* const detailPages = m_page.findChild<Segment*>(QStringLiteral("maillog.detailPages"));
    auto* const follow = m_page.findChild<QPushButton*>(QStringLiteral("maillog.followButton"));
    return {
        {QStringLiteral("maillog-notice"),
         [this]() -> QWidget* {
             const QString log = QStringLiteral("mx1:/var/log/maillog");
             m_page.parts().banners->say(BannerSubject::Logs, {{Level::Warning, words::logWasCut(log)},
                                                               {Level::Info, words::logHasGrown(log)}});
             m_page.findChild<QLineEdit*>(QStringLiteral("maillog.filter"))
                 ->setText(QStringLiteral("result:fial"));
             return nullptr;
         }},
        {QStringLiteral("maillog-raw"),
         [this, views]() -> QWidget* {
             m_page.filter().clear();
             m_page.parts().banners->silence(BannerSubject::Logs);
             wait(answer);
             chooseCheck();
             m_page.findChild<QAction*>(QStringLiteral("maillog.showRowRaw"))->trigger();
             auto& panel = *m_page.findChild<RawPanel*>();
             panel.findChild<QLineEdit*>(QStringLiteral("maillog.raw.search"))
                 ->setText(QStringLiteral("fail"));
             Q_EMIT panel.bar().queryChanged();
             wait(answer);
             return nullptr;
         }},
        {QStringLiteral("maillog-fields"),
         [this, views, detailPages]() -> QWidget* {
             views->button(0)->click();
             chooseCheck();
             detailPages->button(1)->click();
             return nullptr;
         }},
        {QStringLiteral("maillog-following"),
         [this, detailPages, follow]() -> QWidget* {
             detailPages->button(0)->click();
             follow->click();
             wait(answer);
             return nullptr;
         }},
        {QStringLiteral("maillog-alerts"),
         [this, follow]() -> QWidget* {
             follow->click(); // no more
             wait(answer);
             m_page.follow().editAlerts();
             return QApplication::activeModalWidget();
         }},
        dialogOf("maillog-exception", "maillog.addToList"),
        dialogOf("maillog-postmaster", "maillog.writePostmaster"),
        dialogOf("maillog-report", "maillog.export.report"),
        dialogOf("maillog-sources", "maillog.sourceCommand"),
        dialogOf("maillog-patterns", "maillog.patternCommand"),
        {QStringLiteral("maillog-server"),
         [this]() -> QWidget* {
             auto* dialog = new SourceServerDialog({QStringLiteral("mx1.example.jp")}, m_page.window());
             dialog->open();
             return dialog;
         }},
    };
}

} // namespace ui
