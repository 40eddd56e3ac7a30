// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deployment.h"

#include "core/postfix/main_cf.h"

#include <QFileInfo>

namespace ui {

namespace {

const QString imsvaFolder = QStringLiteral("/opt/trend/imss/postfix/etc/postfix");
const QString systemFolder = QStringLiteral("/etc/postfix");

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Names of the machine's accounts; nothing when the list cannot be read.
std::optional<std::vector<std::string>> readUsers(qtio::FileStore& store)
{
    const auto passwd = store.read(QStringLiteral("/etc/passwd"));
    if (!passwd) {
        return std::nullopt;
    }
    std::vector<std::string> users;
    for (const QByteArray& line : passwd->bytes.split('\n')) {
        if (const auto colon = line.indexOf(':'); colon > 0) {
            users.push_back(line.left(colon).toStdString());
        }
    }
    return users;
}

} // namespace

postfix::Installation PostfixFiles::installation() const
{
    const bool isImsva =
        folder.startsWith(QStringLiteral("/opt/trend/")) || master.contains("/opt/trend/imss/");
    return isImsva ? postfix::Installation::Imsva : postfix::Installation::Systemd;
}

tl::expected<PostfixFiles, qtio::FileError> readPostfixFiles(qtio::FileStore& store, const QString& folder)
{
    PostfixFiles files;
    files.folder = folder;
    auto main = store.read(files.mainPath());
    if (!main) {
        return tl::unexpected(main.error());
    }
    auto master = store.read(files.masterPath());
    if (!master) {
        return tl::unexpected(master.error());
    }
    files.main = std::move(main->bytes);
    files.master = std::move(master->bytes);
    // Only the files in use here say something about the accounts of this machine.
    if (folder == imsvaFolder || folder == systemFolder) {
        files.users = readUsers(store);
    }
    return files;
}

QStringList knownPostfixFolders()
{
    QStringList folders;
    for (const QString& folder : {imsvaFolder, systemFolder}) {
        if (QFileInfo::exists(folder + QStringLiteral("/main.cf"))) {
            folders.append(folder);
        }
    }
    return folders;
}

QString Deployment::patch() const
{
    const auto name = [this](const char* file) {
        return (site.configDirectory.empty() ? std::string("/etc/postfix") : site.configDirectory) + '/' +
               file;
    };
    return QString::fromStdString(plan.diff(name("main.cf"), name("master.cf")));
}

Deployment deploymentOf(const PostfixFiles& files, postfix::Task task, postfix::Variant variant)
{
    Deployment deployment;
    deployment.options.task = task;
    deployment.options.variant = variant;
    deployment.site.installation = files.installation();
    if (files.folder != systemFolder) {
        deployment.site.configDirectory = files.folder.toStdString();
    }
    if (const auto queue = postfix::MainCf(view(files.main)).find("queue_directory")) {
        deployment.site.queueDirectory = queue->value;
    }
    deployment.plan = postfix::plan(view(files.main), view(files.master), deployment.options);
    deployment.findings =
        postfix::lint(deployment.plan.newMain, deployment.plan.newMaster, {files.users, files.relays});
    deployment.commands = postfix::postconfCommands(deployment.plan, deployment.options, deployment.site);
    deployment.steps = postfix::checkList(deployment.options, deployment.site);
    return deployment;
}

postfix::Variant usualVariant(const PostfixFiles& files)
{
    return files.installation() == postfix::Installation::Imsva ? postfix::Variant::Imsva
                                                                : postfix::Variant::Recommended;
}

} // namespace ui
