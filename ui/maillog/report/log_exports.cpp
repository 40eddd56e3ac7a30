// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/log_exports.h"

#include "ui/common/file_picker.h"
#include "ui/common/progress_strip.h"
#include "ui/maillog/banners.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/report/report_dialog.h"
#include "ui/words/language.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>

namespace ui {

QStringList excelNames()
{
    const CheckModel model;
    QStringList names;
    for (const CheckModel::Column column :
         {CheckModel::Time, CheckModel::Host, CheckModel::Result, CheckModel::Action, CheckModel::Identity,
          CheckModel::Domain, CheckModel::Client, CheckModel::Helo, CheckModel::Sender, CheckModel::Recipient,
          CheckModel::Rule, CheckModel::Repeat}) {
        names.append(model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    return names;
}

LogExports::LogExports(Services& services, MaillogPage& page)
    : QObject(&page), m_services(services), m_page(page), m_progress(new ProgressStrip(&page))
{
    m_progress->setObjectName(QStringLiteral("maillog.export.progress"));
    m_progress->hide();
    page.parts().banners->addProgress(*m_progress);
    connect(m_progress, &ProgressStrip::cancelRequested, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    addActions();
    connect(&services.language, &words::LanguageSwitch::changed, this, &LogExports::retranslate);
    retranslate();
}

void LogExports::addActions()
{
    using qtio::EventFormat;
    QMenu* menu = m_page.parts().exportMenu;
    m_report = menu->addAction({}, this, &LogExports::makeReport);
    menu->addSeparator();
    m_excel = menu->addAction({}, this, [this] { exportEvents(EventFormat::ExcelCsv); });
    m_csv = menu->addAction({}, this, [this] { exportEvents(EventFormat::Csv); });
    m_json = menu->addAction({}, this, [this] { exportEvents(EventFormat::JsonLines); });
    m_report->setObjectName(QStringLiteral("maillog.export.report"));
    m_excel->setObjectName(QStringLiteral("maillog.export.excel"));
    m_csv->setObjectName(QStringLiteral("maillog.export.csv"));
    m_json->setObjectName(QStringLiteral("maillog.export.json"));
}

std::optional<ExportSource> LogExports::source() const
{
    const auto view = m_page.browser().view();
    const FilterBar& filter = m_page.filter();
    return view ? std::optional(ExportSource{view, filter.shownExpression(), filter.filter(), filter.span()})
                : std::nullopt;
}

void LogExports::exportEvents(qtio::EventFormat format)
{
    const auto shown = source();
    if (!shown || m_job) {
        return;
    }
    const bool isJson = format == qtio::EventFormat::JsonLines;
    m_services.filePicker.saveFile(
        &m_page,
        {tr("Export the checks shown"),
         isJson ? QStringLiteral("spf-checks.jsonl") : QStringLiteral("spf-checks.csv"),
         {isJson ? tr("JSON lines (*.jsonl *.json)") : tr("CSV (*.csv)")}},
        [this, shown = *shown, format](const QString& path) { write(shown, format, path); });
}

void LogExports::write(const ExportSource& source, qtio::EventFormat format, const QString& path)
{
    const auto rows = static_cast<qsizetype>(source.view->rows.size());
    m_job =
        std::make_unique<ExportJob>(path, [view = source.view, format, names = excelNames()](
                                              QIODevice& device, const std::function<bool(double)>& goOn) {
            const double total = static_cast<double>(std::max<std::size_t>(1, view->rows.size()));
            return qtio::writeEvents(
                device, *view->logs->logs.log, maillog::RowSet(view->rows), format,
                [&goOn, total](std::size_t done) { return goOn(static_cast<double>(done) / total); }, names);
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

void LogExports::finish(qtio::ExportEnd end, const QString& why, qsizetype rows)
{
    const QString path = m_job->path();
    m_job.release()->deleteLater(); // it is still telling
    m_progress->hide();
    switch (end) {
    case qtio::ExportEnd::Done:
        tell(Level::Good, tr("%Ln row(s) saved as %1.", nullptr, static_cast<int>(rows)).arg(path));
        break;
    case qtio::ExportEnd::Cancelled:
        tell(Level::Info, tr("Cancelled. %1 was not written.").arg(path));
        break;
    case qtio::ExportEnd::Failed:
        tell(Level::Error, tr("%1 could not be written: %2").arg(path, why));
        break;
    }
}

void LogExports::tell(Level level, const QString& text)
{
    m_page.parts().banners->say(BannerSubject::Work, {{level, text}});
    Q_EMIT told(level, text);
}

void LogExports::makeReport()
{
    if (auto shown = source()) {
        auto* dialog = new ReportDialog(m_services, m_openUrl, std::move(*shown), m_page.window());
        dialog->open();
    }
}

void LogExports::retranslate()
{
    m_report->setText(tr("&Report (HTML or PDF)..."));
    m_excel->setText(tr("CSV for &Excel..."));
    m_csv->setText(tr("&CSV, as the command line writes it..."));
    m_json->setText(tr("&JSON lines..."));
}

} // namespace ui
