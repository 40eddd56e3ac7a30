// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/report/report_dialog.h"

#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/progress_strip.h"
#include "ui/common/segment.h"
#include "ui/maillog/report/report_pdf.h"
#include "ui/report/html_report.h"
#include "ui/words/language.h"
#include "ui/words/log_set_words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace ui {

namespace {

constexpr double madeShare = 0.6; ///< of the work, before it is set as HTML or PDF

/// Makes the report and sets it; in a thread.
ExportJob::Work workFor(std::shared_ptr<const LogView> view, report::LogReportRequest request, bool isPdf)
{
    return [view = std::move(view), request = std::move(request),
            isPdf](QIODevice& device, const std::function<bool(double)>& goOn) {
        const auto made =
            report::logReport(*view->logs->logs.log, maillog::RowSet(view->rows), request,
                              [&goOn](int percent) { return goOn(percent / 100.0 * madeShare); });
        if (!made) {
            return qtio::ExportEnd::Cancelled;
        }
        if (isPdf) {
            return writePdf(device, *made,
                            [&goOn](double share) { return goOn(madeShare + share * (1 - madeShare)); });
        }
        const QByteArray page = report::html(*made);
        return device.write(page) == page.size() ? qtio::ExportEnd::Done : qtio::ExportEnd::Failed;
    };
}

} // namespace

ReportDialog::ReportDialog(Services& services, UrlOpener openUrl, ExportSource source, QWidget* parent)
    : Dialog(parent),
      m_services(services),
      m_openUrl(std::move(openUrl)),
      m_source(std::move(source)),
      m_form(new Segment),
      m_language(new Segment),
      m_title(new QLineEdit),
      m_topLists(new QCheckBox(tr("&Top lists: domains, addresses, networks, HELO names"))),
      m_rejected(new QCheckBox(tr("&Mails rejected or deferred"))),
      m_recipients(new QCheckBox(tr("&Recipients"))),
      m_masked(new QCheckBox(tr("&Hide what stands before \"@\" in recipients"))),
      m_progress(new ProgressStrip),
      m_told(new NoticeBar)
{
    setObjectName(QStringLiteral("maillog.report"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Report on the checks shown"));
    build();
    addOptions();
    m_cancel = addButton(ButtonKind::Plain, tr("Close"));
    m_save = addButton(ButtonKind::Primary, tr("Save as..."), QStringLiteral("save"));
    m_save->setObjectName(QStringLiteral("maillog.report.save"));
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_save, &QAbstractButton::clicked, this, &ReportDialog::save);
    connect(m_progress, &ProgressStrip::cancelRequested, this, [this] {
        if (m_job) {
            m_job->cancel();
        }
    });
    resize(std::min(620, parent->width() - 60), sizeHint().height());
}

void ReportDialog::build()
{
    auto* rows = new Label(TextRole::Body, &Tokens::secondaryText);
    rows->setText(
        tr("%1 rows").arg(QLocale().toString(static_cast<qulonglong>(m_source.view->rows.size()))) +
        (m_source.expression.isEmpty() ? QString() : QStringLiteral("  ·  ") + m_source.expression));
    rows->setTextFormat(Qt::PlainText);
    rows->setElide(Qt::ElideRight);
    subtitle()->addWidget(rows, 1);
    m_form->addChoice(tr("HTML page"));
    m_form->addChoice(tr("PDF"));
    m_form->setObjectName(QStringLiteral("maillog.report.form"));
    m_form->setGroupName(tr("Form"));
    m_form->setCurrent(0);
    // Languages are named in themselves.
    m_language->addChoice(QStringLiteral("English"));
    m_language->addChoice(QStringLiteral("日本語"));
    m_language->setObjectName(QStringLiteral("maillog.report.language"));
    m_language->setGroupName(tr("Language of the report"));
    m_language->setCurrent(static_cast<int>(m_services.language.language()));
    m_title->setObjectName(QStringLiteral("maillog.report.title"));
    m_title->setPlaceholderText(tr("SPF check report"));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    const auto add = [form](const QString& name, QWidget* control, bool isWide) {
        auto* label = new Label(TextRole::Label);
        label->setText(name);
        label->setBuddy(control);
        auto* line = new QHBoxLayout;
        line->addWidget(control);
        if (!isWide) {
            line->addStretch(1);
        }
        form->addRow(label, line);
    };
    add(tr("Form"), m_form, false);
    add(tr("Language"), m_language, false);
    add(tr("T&itle"), m_title, true);
    body()->addLayout(form);
}

void ReportDialog::addOptions()
{
    body()->setSpacing(8);
    body()->addSpacing(4);
    m_topLists->setObjectName(QStringLiteral("maillog.report.topLists"));
    m_rejected->setObjectName(QStringLiteral("maillog.report.rejected"));
    m_recipients->setObjectName(QStringLiteral("maillog.report.recipients"));
    m_masked->setObjectName(QStringLiteral("maillog.report.masked"));
    m_topLists->setChecked(true);
    m_rejected->setChecked(true);
    m_masked->setChecked(true);
    m_masked->setEnabled(false);
    connect(m_recipients, &QCheckBox::toggled, m_masked, &QWidget::setEnabled);
    for (QCheckBox* box : {m_topLists, m_rejected, m_recipients, m_masked}) {
        body()->addWidget(box);
    }
    m_progress->hide();
    body()->addWidget(m_progress);
    body()->addWidget(m_told);
}

ReportDialog::Form ReportDialog::form() const
{
    return m_form->current() == 1 ? Form::Pdf : Form::Html;
}

report::LogReportRequest ReportDialog::request() const
{
    report::LogReportRequest request;
    request.language = m_language->current() == 1 ? words::Language::Japanese : words::Language::English;
    request.title = m_title->text();
    for (const qtio::LoadedSource& source : m_source.view->logs->logs.sources) {
        request.logs.append(words::placeText(source.name));
    }
    request.filterExpression = m_source.expression;
    request.filter = m_source.filter;
    if (m_source.span) {
        for (const auto& [field, time] : {std::pair{maillog::FilterField::Since, m_source.span->from},
                                          std::pair{maillog::FilterField::Until, m_source.span->to}}) {
            maillog::FilterTerm term;
            term.field = field;
            term.anyOf = {time};
            request.filter.add(term);
        }
    }
    request.made = m_services.now();
    request.offsetMinutes = m_source.view->logs->offsetMinutes();
    request.withTopLists = m_topLists->isChecked();
    request.withRejected = m_rejected->isChecked();
    request.withRecipients = m_recipients->isChecked();
    request.recipientsMasked = m_masked->isChecked();
    return request;
}

void ReportDialog::save()
{
    const bool isPdf = form() == Form::Pdf;
    m_services.filePicker.saveFile(
        this,
        {tr("Save the report"),
         isPdf ? QStringLiteral("spf-report.pdf") : QStringLiteral("spf-report.html"),
         {isPdf ? tr("PDF (*.pdf)") : tr("HTML (*.html)")}},
        [this](const QString& path) { write(path); });
}

void ReportDialog::write(const QString& path)
{
    m_told->hide();
    m_job = std::make_unique<ExportJob>(path, workFor(m_source.view, request(), form() == Form::Pdf));
    m_progress->setTexts(tr("Writing %1").arg(QFileInfo(path).fileName()), {});
    m_progress->setShare(0);
    connect(m_job.get(), &ExportJob::progressed, m_progress, &ProgressStrip::setShare);
    connect(m_job.get(), &ExportJob::finished, this, &ReportDialog::finish);
    setWriting(true);
    m_job->start();
}

void ReportDialog::setWriting(bool isWriting)
{
    m_progress->setVisible(isWriting);
    m_save->setEnabled(!isWriting);
}

void ReportDialog::finish(qtio::ExportEnd end, const QString& why)
{
    const QString path = m_job->path();
    m_job.release()->deleteLater(); // it is still telling
    setWriting(false);
    m_told->removeButtons();
    switch (end) {
    case qtio::ExportEnd::Done: {
        m_told->show(Level::Good, tr("Saved as %1.").arg(path));
        const auto opens = [this](const QString& target) {
            return [this, url = QUrl::fromLocalFile(target)] { (void)m_openUrl(url); };
        };
        connect(m_told->addButton(tr("Open")), &QAbstractButton::clicked, this, opens(path));
        connect(m_told->addButton(tr("Show the folder")), &QAbstractButton::clicked, this,
                opens(QFileInfo(path).absolutePath()));
        break;
    }
    case qtio::ExportEnd::Cancelled:
        m_told->show(Level::Info, tr("Cancelled. %1 was not written.").arg(path));
        break;
    case qtio::ExportEnd::Failed:
        m_told->show(Level::Error, tr("%1 could not be written: %2").arg(path, why));
        break;
    }
}

} // namespace ui
