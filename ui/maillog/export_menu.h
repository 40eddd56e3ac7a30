// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to take the checks shown elsewhere: CSV, JSON lines, a report. All read the view that chart and
// table show. Long writing shows its progress on the page and can be cancelled there.
#pragma once

#include "ui/common/level.h"
#include "ui/common/services.h"
#include "ui/maillog/export_job.h"
#include "ui/maillog/log_view.h"

#include <QMenu>

namespace ui {

class ProgressStrip;

/// What the page shows, and by which filter.
struct ExportSource
{
    std::shared_ptr<const LogView> view;
    QString expression;
    maillog::Filter filter;
    std::optional<TimeSpan> span; ///< the brush
};

class LogExportMenu final : public QMenu
{
    Q_OBJECT
public:
    using Source = std::function<std::optional<ExportSource>()>;

    LogExportMenu(Services& services, Source source, QWidget* page);

    /// For the page to stand somewhere; hidden while nothing is written.
    [[nodiscard]] ProgressStrip* progress() const { return m_progress; }

    void exportEvents(qtio::EventFormat format);
    void makeReport();
    void retranslate();

Q_SIGNALS:
    void told(ui::Level level, const QString& text);

private:
    void write(const ExportSource& source, qtio::EventFormat format, const QString& path);
    void finish(qtio::ExportEnd end, const QString& why, qsizetype rows);

    Services& m_services;
    Source m_source;
    QWidget* m_page;
    ProgressStrip* m_progress;
    std::unique_ptr<ExportJob> m_job;
    QAction* m_excel;
    QAction* m_csv;
    QAction* m_json;
    QAction* m_report;
};

} // namespace ui
