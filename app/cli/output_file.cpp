// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_file.h"

#include "ui/words/cli_words.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Counts what it was given: a full disk is told late, or not at all.
template <class File>
class Counted final : public File
{
public:
    using File::File;

    /// All of it is in the file.
    [[nodiscard]] bool holdsAll() { return this->error() == QFileDevice::NoError && this->size() == m_count; }

protected:
    qint64 writeData(const char* data, qint64 size) override
    {
        m_count += size;
        return File::writeData(data, size);
    }

private:
    qint64 m_count = 0;
};

bool isSameFile(const QString& a, const QString& b)
{
    std::error_code error;
    return std::filesystem::equivalent(QFileInfo(a).filesystemFilePath(), QFileInfo(b).filesystemFilePath(),
                                       error);
}

Exit fail(Context& context, const QString& path, const QString& detail)
{
    printError(context, words::cannotWrite(path, detail));
    return Exit::Trouble;
}

Exit printOn(QIODevice& device, Context& context, const std::function<Exit(Context&)>& print)
{
    Context toDevice{.in = context.in,
                     .out = device,
                     .err = context.err,
                     .language = context.language,
                     .outIsTerminal = false,
                     .errIsTerminal = context.errIsTerminal,
                     .colour = false,
                     .now = context.now,
                     .hostName = context.hostName};
    return print(toDevice);
}

/// A device or a pipe is written to, never replaced.
Exit printToDevice(Context& context, const QString& path, const std::function<Exit(Context&)>& print)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        return fail(context, path, file.errorString());
    }
    const Exit exit = printOn(file, context, print);
    return file.error() == QFileDevice::NoError ? exit : fail(context, path, file.errorString());
}

} // namespace

Exit printTo(Context& context, const Arguments& arguments, const QStringList& inputs,
             const std::function<Exit(Context&)>& print)
{
    const std::optional<QString> path = arguments.value(u"output"_s);
    if (!path || *path == u"-"_s) {
        return print(context);
    }
    for (const QString& input : inputs) {
        if (isSameFile(*path, input)) {
            return fail(context, *path, words::isAnInput());
        }
    }
    const QFileInfo there(*path);
    if (there.exists() && !there.isFile() && !there.isDir()) {
        return printToDevice(context, *path, print);
    }
    Counted<QSaveFile> file(*path);
    if (!file.open(QIODevice::WriteOnly)) {
        return fail(context, *path, file.errorString());
    }
    const Exit exit = printOn(file, context, print);
    if (!file.holdsAll()) {
        const QString detail =
            file.error() == QFileDevice::NoError ? qt_error_string(ENOSPC) : file.errorString();
        file.cancelWriting();
        return fail(context, *path, detail);
    }
    return file.commit() ? exit : fail(context, *path, file.errorString());
}

} // namespace cli
