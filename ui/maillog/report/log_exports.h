// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to take the checks shown elsewhere: CSV, JSON lines, a report. All read the view that chart and
// table show. Long writing shows its progress on the page and can be cancelled there.
#pragma once

#include "ui/common/level.h"
#include "ui/common/services.h"
#include "ui/maillog/log_view.h"
#include "ui/maillog/report/export_job.h"
#include "ui/maillog/sources/url_opener.h"

#include <QDesktopServices>
#include <QObject>

#include <memory>
#include <optional>

class QAction;

namespace ui {

class MaillogPage;
class ProgressStrip;

/// What the page shows, and by which filter.
struct ExportSource
{
    std::shared_ptr<const LogView> view;
    QString expression;
    maillog::Filter filter;
    std::optional<TimeSpan> span; ///< the brush
};

/// The heads of the columns of an export for Excel, as the table calls them.
[[nodiscard]] QStringList excelNames();

/// Adds its commands to the page's export menu.
class LogExports final : public QObject
{
    Q_OBJECT
public:
    LogExports(Services& services, MaillogPage& page);

    /// Stands on the page; hidden while nothing is written.
    [[nodiscard]] ProgressStrip* progress() const { return m_progress; }

    void setUrlOpener(UrlOpener openUrl) { m_openUrl = std::move(openUrl); }

    void exportEvents(qtio::EventFormat format);
    void makeReport();

Q_SIGNALS:
    /// What became of it; the page's notice says it, too.
    void told(ui::Level level, const QString& text);

private:
    void addActions();
    [[nodiscard]] std::optional<ExportSource> source() const;
    void write(const ExportSource& source, qtio::EventFormat format, const QString& path);
    void finish(qtio::ExportEnd end, const QString& why, qsizetype rows);
    void tell(Level level, const QString& text);
    void retranslate();

    Services& m_services;
    UrlOpener m_openUrl = &QDesktopServices::openUrl;
    MaillogPage& m_page;
    ProgressStrip* m_progress;
    std::unique_ptr<ExportJob> m_job;
    QAction* m_report = nullptr;
    QAction* m_excel = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_json = nullptr;
};

} // namespace ui
