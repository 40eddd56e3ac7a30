// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/files.h"

#include "ui/words/cli_words.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

std::optional<QByteArray> readDevice(Context& context, QIODevice& device, const QString& name)
{
    QByteArray bytes;
    while (bytes.size() <= largestFile) {
        const QByteArray block = device.read(qint64(1) << 20);
        if (block.isEmpty()) {
            return bytes;
        }
        bytes += block;
    }
    printError(context, words::tooLarge(name, largestFile >> 20));
    return std::nullopt;
}

} // namespace

bool explainUnreadable(Context& context, const QString& path)
{
    const QFileInfo info(path);
    std::optional<words::FileTrouble> trouble;
    if (!info.exists()) {
        trouble = words::FileTrouble::Missing;
    } else if (info.isDir()) {
        trouble = words::FileTrouble::Directory;
    } else if (!info.isReadable()) {
        trouble = words::FileTrouble::Denied;
    }
    if (trouble) {
        printError(context, words::cannotRead(path, *trouble));
    }
    return trouble.has_value();
}

std::optional<QByteArray> readAll(Context& context, const QString& path)
{
    if (path == "-"_L1) {
        return readDevice(context, context.in, path);
    }
    if (explainUnreadable(context, path)) {
        return std::nullopt;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(context, words::cannotRead(path, words::FileTrouble::Failed, file.errorString()));
        return std::nullopt;
    }
    std::optional<QByteArray> bytes = readDevice(context, file, path);
    if (bytes && file.error() != QFileDevice::NoError) {
        printError(context, words::cannotRead(path, words::FileTrouble::Failed, file.errorString()));
        return std::nullopt;
    }
    return bytes;
}

} // namespace cli
