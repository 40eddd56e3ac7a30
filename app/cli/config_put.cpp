// SPDX-License-Identifier: GPL-3.0-or-later
// `spfpolicy config put`: a whole file from standard input, written as every save is. Through sudo it saves
// files of other users, and nothing but this runs with their rights.
#include "app/cli/commands.h"
#include "app/cli/config_save.h"
#include "app/cli/files.h"
#include "ui/words/cli_words.h"
#include "ui/words/file_words.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr int hashLength = 64; ///< SHA-256 in hexadecimal digits

/// Of --base; what stands there now without it.
tl::expected<qtio::Fingerprint, Exit> baseOf(Context& context, const Arguments& arguments,
                                             const QString& path, qtio::FileStore& store)
{
    const std::optional<QString> given = arguments.value(u"base"_s);
    if (!given) {
        const auto now = store.fingerprint(path);
        if (!now) {
            printError(context, words::message(now.error()));
            return tl::unexpected(Exit::Trouble);
        }
        return *now;
    }
    if (*given == "none"_L1) {
        return qtio::Fingerprint{};
    }
    const QByteArray hash = QByteArray::fromHex(given->toLatin1());
    if (given->size() != hashLength || hash.size() * 2 != hashLength) {
        return tl::unexpected(usageError(context, u"config put"_s, words::notAHash(*given)));
    }
    return qtio::Fingerprint{true, hash};
}

Exit run(Context& context, const Arguments& arguments)
{
    const QString path = arguments.operands.first();
    qtio::LocalFileStore store;
    const auto base = baseOf(context, arguments, path, store);
    if (!base) {
        return base.error();
    }
    const std::optional<QByteArray> bytes = readAll(context, u"-"_s);
    if (!bytes) {
        return Exit::Trouble;
    }
    // Whoever sends it may be gone before all of it has come.
    const std::optional<QString> content = arguments.value(u"content"_s);
    if (content && content->toLower().toLatin1() !=
                       QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex()) {
        printError(context, words::notTheContent(path));
        return Exit::Trouble;
    }
    const auto written =
        store.write({.path = path,
                     .bytes = *bytes,
                     .base = *base,
                     .backup = arguments.isSet(u"no-backup"_s) ? qtio::Backup::None : qtio::Backup::Make,
                     .ownerPolicy = qtio::OwnerPolicy::WriteInPlace});
    if (!written) {
        printError(context, words::message(written.error()));
        return written.error().code == qtio::FileError::Code::Stale ? Exit::No : Exit::Trouble;
    }
    reportLost(context, path, *written);
    reportSaved(context, path,
                {.exit = Exit::Done, .changed = true, .backup = written->backupPath, .isStale = false},
                arguments.isSet(u"json"_s));
    return Exit::Done;
}

} // namespace

Command configPutCommand()
{
    return {
        .name = u"config put"_s,
        .options = {{u"base"_s, u"SHA256"_s}, {u"content"_s, u"SHA256"_s}, {u"no-backup"_s, {}}},
        .operands = {{u"FILE"_s}},
        .examples = {u"spfpolicy config put /etc/spfpolicyd/config.ini < config.new"_s,
                     u"spfpolicy config put --base none /etc/spfpolicyd/config.ini < config.new"_s},
        .run = run,
    };
}

} // namespace cli
