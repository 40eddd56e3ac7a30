// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/private_files.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace qtio {

namespace {

FileError failed(const QString& path, QFileDevice::FileError why, const QString& text)
{
    const auto code = why == QFileDevice::ResourceError      ? FileError::Code::NoSpace
                      : why == QFileDevice::PermissionsError ? FileError::Code::NoPermission
                                                             : FileError::Code::Other;
    return {code, path, 0, text};
}

} // namespace

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/spf-policy-manager");
}

std::optional<FileError> makePrivateFolder(const QString& folder)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly)) {
        return FileError{FileError::Code::NoPermission, folder, 0, {}};
    }
    return std::nullopt;
}

std::optional<FileError> writePrivateFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit()) {
        return failed(path, file.error(), file.errorString());
    }
    return std::nullopt;
}

std::optional<QByteArray> readWhole(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    return file.readAll();
}

} // namespace qtio
