// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/file_picker.h"

#include <QFileDialog>
#include <QFileInfo>

#include <utility>

namespace ui {

namespace {

QFileDialog* prepared(QWidget* over, const FileRequest& request)
{
    auto* dialog = new QFileDialog(over, request.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setNameFilters(request.filters);
    const QFileInfo suggested(request.folder);
    dialog->setDirectory(suggested.isDir() ? request.folder : suggested.path());
    return dialog;
}

void openDialog(QFileDialog* dialog, std::function<void(QStringList)> done)
{
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog->parentWidget(),
                     [done = std::move(done)](const QStringList& files) { done(files); });
    dialog->open();
}

} // namespace

void DialogFilePicker::openFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done)
{
    QFileDialog* dialog = prepared(over, request);
    dialog->setFileMode(QFileDialog::ExistingFile);
    openDialog(dialog, [done = std::move(done)](const QStringList& files) { done(files.first()); });
}

void DialogFilePicker::openFiles(QWidget* over, const FileRequest& request,
                                 std::function<void(QStringList)> done)
{
    QFileDialog* dialog = prepared(over, request);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    openDialog(dialog, std::move(done));
}

void DialogFilePicker::openFolder(QWidget* over, const FileRequest& request,
                                  std::function<void(QString)> done)
{
    QFileDialog* dialog = prepared(over, request);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, false); // what is in it tells which one it is
    openDialog(dialog, [done = std::move(done)](const QStringList& folders) { done(folders.first()); });
}

void DialogFilePicker::saveFile(QWidget* over, const FileRequest& request, std::function<void(QString)> done)
{
    QFileDialog* dialog = prepared(over, request);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (!QFileInfo(request.folder).isDir())
        dialog->selectFile(QFileInfo(request.folder).fileName());
    openDialog(dialog, [done = std::move(done)](const QStringList& files) { done(files.first()); });
}

} // namespace ui
