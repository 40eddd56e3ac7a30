// SPDX-License-Identifier: GPL-3.0-or-later
// A report over the checks shown: form, language, what it holds; written in a thread.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/report/log_exports.h"
#include "ui/report/log_report.h"

class QCheckBox;
class QLineEdit;

namespace ui {

class NoticeBar;
class Segment;

class ReportDialog final : public Dialog
{
    Q_OBJECT
public:
    ReportDialog(Services& services, UrlOpener openUrl, ExportSource source, QWidget* parent);

private:
    enum class Form { Html, Pdf };

    void build();
    void addOptions();
    void save();
    void write(const QString& path);
    void finish(qtio::ExportEnd end, const QString& why);
    void setWriting(bool isWriting);
    [[nodiscard]] Form form() const;
    [[nodiscard]] report::LogReportRequest request() const;

    Services& m_services;
    UrlOpener m_openUrl;
    ExportSource m_source;
    std::unique_ptr<ExportJob> m_job;
    Segment* m_form;
    Segment* m_language;
    QLineEdit* m_title;
    QCheckBox* m_topLists;
    QCheckBox* m_rejected;
    QCheckBox* m_recipients;
    QCheckBox* m_masked;
    ProgressStrip* m_progress;
    NoticeBar* m_told;
    QPushButton* m_cancel;
    QPushButton* m_save;
};

} // namespace ui
