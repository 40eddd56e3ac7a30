// SPDX-License-Identifier: GPL-3.0-or-later
// One Postfix configuration folder and what switching the SPF check on or off there would do: a value that
// the page shows. Reading is the only I/O; nothing is ever written from here.
#pragma once

#include "core/postfix/commands.h"
#include "core/postfix/lint.h"
#include "core/qtio/files/file_store.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace ui {

/// The two files as they were read.
struct PostfixFiles
{
    QString folder;
    QByteArray main;
    QByteArray master;
    std::vector<net::Network> relays; ///< see postfix::Facts
    std::optional<std::vector<std::string>> users;

    [[nodiscard]] QString mainPath() const { return folder + QStringLiteral("/main.cf"); }

    [[nodiscard]] QString masterPath() const { return folder + QStringLiteral("/master.cf"); }

    /// IMSVA's own copy of Postfix, or the system's.
    [[nodiscard]] postfix::Installation installation() const;
};

/// Both files are needed; the error names the one that could not be read.
[[nodiscard]] tl::expected<PostfixFiles, qtio::FileError> readPostfixFiles(qtio::FileStore& store,
                                                                           const QString& folder);

/// The folders worth offering: those of IMSVA and of the system that exist here.
[[nodiscard]] QStringList knownPostfixFolders();

struct Deployment
{
    postfix::PlanOptions options;
    postfix::Site site;
    postfix::Plan plan;
    std::vector<postfix::Finding> findings; ///< of the files as they would be
    std::vector<std::string> commands;
    std::vector<postfix::Step> steps;

    /// What patch(1) reads; empty when nothing changes.
    [[nodiscard]] QString patch() const;
};

[[nodiscard]] Deployment deploymentOf(const PostfixFiles& files, postfix::Task task,
                                      postfix::Variant variant);

/// What the variant is for: IMSVA's own Postfix, or recommended for any other.
[[nodiscard]] postfix::Variant usualVariant(const PostfixFiles& files);

} // namespace ui
