// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/export_menu.h"

#include "ui/common/file_picker.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/report_dialog.h"

#include <QFileInfo>
#include <QLocale>

namespace ui {

LogExportMenu::LogExportMenu(Services& services, Source source, QWidget* page)
    : QMenu(page),
      m_services(services),
      m_source(std::move(source)),
      m_page(page),
      m_progress(new ProgressStrip(page))
{
    using qtio::EventFormat;
    m_report = addAction({}, this, &LogExportMenu::makeReport);
    addSeparator();
    m_excel = addAction({}, this, [this] { exportEvents(EventFormat::ExcelCsv); });
    m_csv = addAction({}, this, [this] { exportEvents(EventFormat::Csv); });
    m_json = addAction({}, this, [this] { exportEvents(EventFormat::JsonLines); });
    m_report->setObjectName(QStringLiteral("maillog.export.report"));
    m_excel->setObjectName(QStringLiteral("maillog.export.excel"));
    m_csv->setObjectName(QStringLiteral("maillog.export.csv"));
    m_json->setObjectName(QStringLiteral("maillog.export.json"));
    m_progress->setObjectName(QStringLiteral("maillog.export.progress"));
    m_progress->hide();
    connect(m_progress, &ProgressStrip::cancelRequested, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    retranslate();
}

void LogExportMenu::exportEvents(qtio::EventFormat format)
{
    const auto source = m_source();
    if (!source || m_job) {
        return;
    }
    const bool isJson = format == qtio::EventFormat::JsonLines;
    m_services.filePicker.saveFile(
        m_page,
        {tr("Export the checks shown"),
         isJson ? QStringLiteral("spf-checks.jsonl") : QStringLiteral("spf-checks.csv"),
         {isJson ? tr("JSON lines (*.jsonl *.json)") : tr("CSV (*.csv)")}},
        [this, source = *source, format](const QString& path) { write(source, format, path); });
}

void LogExportMenu::write(const ExportSource& source, qtio::EventFormat format, const QString& path)
{
    const auto rows = static_cast<qsizetype>(source.view->rows.size());
    m_job = std::make_unique<ExportJob>(
        path, [view = source.view, format](QIODevice& device, const std::function<bool(double)>& goOn) {
            const double total = static_cast<double>(std::max<std::size_t>(1, view->rows.size()));
            return qtio::writeEvents(
                device, *view->logs->logs.log, maillog::RowSet(view->rows), format,
                [&goOn, total](std::size_t done) { return goOn(static_cast<double>(done) / total); });
        });
    m_progress->setTexts(tr("Writing %1").arg(QFileInfo(path).fileName()),
                         tr("%1 rows").arg(QLocale().toString(rows)));
    m_progress->setShare(0);
    m_progress->show();
    connect(m_job.get(), &ExportJob::progressed, m_progress, &ProgressStrip::setShare);
    connect(m_job.get(), &ExportJob::finished, this,
            [this, rows](qtio::ExportEnd end, const QString& why) { finish(end, why, rows); });
    m_job->start();
}

void LogExportMenu::finish(qtio::ExportEnd end, const QString& why, qsizetype rows)
{
    const QString path = m_job->path();
    m_job.release()->deleteLater(); // it is still telling
    m_progress->hide();
    switch (end) {
    case qtio::ExportEnd::Done:
        Q_EMIT told(Level::Good, tr("%Ln check(s) saved as %1.", nullptr, static_cast<int>(rows)).arg(path));
        break;
    case qtio::ExportEnd::Cancelled:
        Q_EMIT told(Level::Info, tr("Cancelled. %1 was not written.").arg(path));
        break;
    case qtio::ExportEnd::Failed:
        Q_EMIT told(Level::Error, tr("%1 could not be written: %2").arg(path, why));
        break;
    }
}

void LogExportMenu::makeReport()
{
    if (auto source = m_source()) {
        auto* dialog = new ReportDialog(m_services, std::move(*source), m_page->window());
        dialog->open();
    }
}

void LogExportMenu::retranslate()
{
    m_report->setText(tr("&Report (HTML or PDF)..."));
    m_excel->setText(tr("CSV for &Excel..."));
    m_csv->setText(tr("&CSV, as the command line writes it..."));
    m_json->setText(tr("&JSON lines..."));
}

} // namespace ui
