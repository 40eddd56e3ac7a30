// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/document_status.h"

#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

namespace ui {

namespace {

struct DocumentStatus
{
    Q_DECLARE_TR_FUNCTIONS(DocumentStatus)
};

QString countText(config::Severity severity, int count)
{
    switch (severity) {
    case config::Severity::Error:
        return DocumentStatus::tr("%Ln errors", nullptr, count);
    case config::Severity::Warning:
        return DocumentStatus::tr("%Ln warnings", nullptr, count);
    case config::Severity::Info:
        break;
    }
    return DocumentStatus::tr("%Ln notes", nullptr, count);
}

} // namespace

StatusLine documentStatus(const ConfigDocument& document, const std::function<void()>& showProblems)
{
    StatusLine line;
    if (!document.isOpen())
        return line;
    line.left.append(
        {QStringLiteral("lock"),
         document.isReadOnly() ? QStringLiteral("lock") : QStringLiteral("unlock"),
         document.isReadOnly() ? DocumentStatus::tr("Read-only") : DocumentStatus::tr("Writable"),
         &Tokens::secondaryText,
         {}});
    for (const config::Severity severity :
         {config::Severity::Error, config::Severity::Warning, config::Severity::Info}) {
        const int count = document.count(severity);
        const Level level = levelOf(severity);
        line.left.append({iconName(level), iconName(level), countText(severity, count),
                          count > 0 ? inkOf(level) : Ink(&Tokens::secondaryText), showProblems});
    }
    line.right.append({QStringLiteral("encoding"),
                       {},
                       QStringLiteral("%1 · %2").arg(encodingName(document.encoding()),
                                                     document.current().lineEnding() == config::LineEnding::Lf
                                                         ? QStringLiteral("LF")
                                                         : QStringLiteral("CRLF")),
                       &Tokens::secondaryText,
                       {}});
    if (const QFileInfo file(document.path()); file.exists())
        line.right.append({QStringLiteral("saved"),
                           QStringLiteral("history"),
                           DocumentStatus::tr("Saved %1")
                               .arg(QLocale().toString(file.lastModified(), QLocale::ShortFormat)),
                           &Tokens::secondaryText,
                           {}});
    return line;
}

} // namespace ui
