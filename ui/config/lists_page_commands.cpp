// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists page does with files and dialogs.
#include "ui/common/file_picker.h"
#include "ui/common/notice_bar.h"
#include "ui/config/document_header.h"
#include "ui/config/list_file.h"
#include "ui/config/list_import_dialog.h"
#include "ui/config/list_tidy_dialog.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"

#include <QFile>
#include <QSaveFile>

namespace ui {

namespace {

constexpr qint64 mostBytes = 64LL * 1024 * 1024; ///< of a file to import

} // namespace

void ListsPage::tidy(ListView& list)
{
    (new ListTidyDialog(m_document, list.model().key(), window()))->open();
}

void ListsPage::importTo(ListView& list)
{
    FileRequest request;
    request.title = tr("Import entries to %1").arg(QString::fromStdString(list.model().key()));
    request.filters = {tr("Lists (*.txt *.csv *.tsv *.lst *.conf)"), tr("All files (*)")};
    m_flow.services().filePicker.openFile(window(), request,
                                          [this, &list](const QString& path) { showImport(list, path); });
}

void ListsPage::showImport(ListView& list, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_header->refuse(tr("%1 could not be read: %2").arg(path, file.errorString()));
        return;
    }
    if (file.size() > mostBytes) {
        m_header->refuse(tr("%1 is too large for a list.").arg(path));
        return;
    }
    (new ListImportDialog(list.model(), path, readListFile(file.readAll(), list.model()), window()))->open();
}

void ListsPage::reviewPasted(ListView& list, const QString& pasted)
{
    auto* dialog =
        new ListImportDialog(list.model(), {}, readListFile(pasted.toUtf8(), list.model()), window());
    connect(dialog, &QDialog::accepted, &list, &ListView::clearEntry);
    dialog->open();
}

void ListsPage::exportFrom(ListView& list)
{
    FileRequest request;
    request.title = tr("Export %1").arg(QString::fromStdString(list.model().key()));
    request.folder = QStringLiteral("%1.csv").arg(QString::fromStdString(list.model().key()));
    request.filters = {tr("CSV (*.csv)")};
    m_flow.services().filePicker.saveFile(window(), request, [this, &list](const QString& path) {
        const QByteArray bytes = listAsCsv(list.model());
        QSaveFile file(path);
        m_told->hide();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            m_header->refuse(tr("%1 could not be written: %2").arg(path, file.errorString()));
        else
            m_told->show(Level::Good, tr("Written to %1.").arg(path));
    });
}

QList<TourStop> ListsPage::tourStops()
{
    return {{QStringLiteral("lists-tidy"),
             [this]() -> QWidget* {
                 auto* dialog = new ListTidyDialog(m_document, "white_ip", window());
                 dialog->open();
                 return dialog;
             }},
            {QStringLiteral("lists-import"), [this]() -> QWidget* {
                 const QByteArray bytes("192.0.2.128/25 # branch office\n198.51.100.250, 203.0.113.0/33\n");
                 ListModel& model = list("white_ip").model();
                 auto* dialog = new ListImportDialog(model, QStringLiteral("relays.txt"),
                                                     readListFile(bytes, model), window());
                 dialog->open();
                 return dialog;
             }}};
}

} // namespace ui
