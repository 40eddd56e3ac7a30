// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/config_save.h"

#include "app/cli/files.h"
#include "core/qtio/files/config_history.h"
#include "core/qtio/files/private_files.h"
#include "ui/words/cli_words.h"
#include "ui/words/file_words.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

std::optional<EditedFile> EditedFile::open(Context& context, const QString& path)
{
    if (path == "-"_L1) {
        const std::optional<QByteArray> bytes = readAll(context, path);
        return bytes ? std::optional(EditedFile(path, config::IniDocument::parse(bytes->toStdString()), {}))
                     : std::nullopt;
    }
    qtio::LocalFileStore store;
    const tl::expected<qtio::FileContent, qtio::FileError> content = store.read(path);
    if (!content) {
        printError(context, words::message(content.error()));
        return std::nullopt;
    }
    return EditedFile(path, config::IniDocument::parse(content->bytes.toStdString()), content->fingerprint);
}

Saved EditedFile::save(Context& context, const config::IniDocument& document, bool tellStale) const
{
    if (document == m_document) {
        return {};
    }
    qtio::LocalFileStore store;
    const QByteArray bytes = QByteArray::fromStdString(document.bytes());
    const auto written = store.write({.path = m_path,
                                      .bytes = bytes,
                                      .base = m_fingerprint,
                                      .backup = qtio::Backup::Make,
                                      .ownerPolicy = qtio::OwnerPolicy::WriteInPlace});
    if (!written) {
        const bool isStale = written.error().code == qtio::FileError::Code::Stale;
        if (!isStale || tellStale) {
            printError(context, words::message(written.error()));
        }
        return {.exit = Exit::Trouble, .changed = false, .backup = {}, .isStale = isStale};
    }
    reportLost(context, m_path, *written);
    const qtio::ConfigHistory history(qtio::dataFolder() + "/history"_L1);
    const std::optional<QByteArray> before =
        m_fingerprint.exists ? std::optional(QByteArray::fromStdString(m_document.bytes())) : std::nullopt;
    if (const auto error = history.keep({QFileInfo(m_path).absoluteFilePath(), before, bytes, {}})) {
        printError(context, words::notKept(*error));
    }
    return {.exit = Exit::Done, .changed = true, .backup = written->backupPath, .isStale = false};
}

void reportLost(Context& context, const QString& path, const qtio::Written& written)
{
    if (!written.keptAttributes) {
        printError(context, words::attributesNotKept(path));
    }
}

void reportSaved(Context& context, const QString& path, const Saved& saved, bool json)
{
    if (json) {
        const QJsonObject report{
            {u"changed"_s, saved.changed},
            {u"backup"_s, saved.backup.isEmpty() ? QJsonValue() : QJsonValue(saved.backup)}};
        context.out.write(QJsonDocument(report).toJson());
    } else if (saved.changed) {
        printError(context,
                   saved.backup.isEmpty() ? words::saved(path) : words::savedWithBackup(path, saved.backup));
    } else {
        printError(context, words::nothingChanged(path));
    }
}

} // namespace cli
