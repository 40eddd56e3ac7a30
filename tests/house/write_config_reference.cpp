// SPDX-License-Identifier: GPL-3.0-or-later
// Writes docs/config-reference.*.md anew; CONTRIBUTING.md says when.
#include "tests/house/config_reference.h"

#include <QCoreApplication>
#include <QSaveFile>
#include <QTextStream>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    words::LanguageSwitch shown;
    for (const words::Language language : reference::languages) {
        QSaveFile file(QStringLiteral(SPM_SOURCE_DIR "/docs/") + reference::fileName(language));
        const QByteArray page = reference::page(language, shown);
        if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size() || !file.commit()) {
            QTextStream(stderr) << file.fileName() << ": " << file.errorString() << '\n';
            return 3;
        }
    }
    return 0;
}
