// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the house that a compiler cannot see: which folder may include which, no Qt in the domain,
// file lengths, licence headers, no unfinished translations.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile
{
    QString path; ///< from the top of the tree
    QString text;
};

QList<SourceFile> sourceFiles(const QStringList& folders)
{
    const QString top = QStringLiteral(SPM_SOURCE_DIR) + u'/';
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator it(top + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly)) {
                files.append({file.fileName().mid(top.size()), QString::fromUtf8(file.readAll())});
            }
        }
    }
    return files;
}

/// "core/spf/record.h" -> "core/spf"; "ui/words/x.h" -> "ui/words"; "app/cli/main.cpp" -> "app/cli"
QString layerOf(const QString& path)
{
    return path.section(u'/', 0, 1);
}

/// What each layer may include besides itself: docs/ARCHITECTURE.md in one table.
QMap<QString, QSet<QString>> allowedArrows()
{
    const QSet<QString> upToNet{u"core/base"_s};
    const QSet<QString> upToDns = upToNet | QSet<QString>{u"core/net"_s};
    const QSet<QString> upToSpf = upToDns | QSet<QString>{u"core/dns"_s};
    const QSet<QString> upToConfig = upToSpf | QSet<QString>{u"core/spf"_s};
    const QSet<QString> upToPolicy = upToConfig | QSet<QString>{u"core/config"_s};
    const QSet<QString> upToMaillog = upToPolicy | QSet<QString>{u"core/policy"_s};
    const QSet<QString> domain = upToMaillog | QSet<QString>{u"core/maillog"_s, u"core/postfix"_s};
    const QSet<QString> withWorld = domain | QSet<QString>{u"core/qtio"_s};
    const QSet<QString> withWords = withWorld | QSet<QString>{u"ui/words"_s};
    const QSet<QString> withReport = withWords | QSet<QString>{u"ui/report"_s};
    const QSet<QString> withCommon = withWords | QSet<QString>{u"ui/common"_s};
    const QSet<QString> pages{u"ui/config"_s, u"ui/simulator"_s, u"ui/maillog"_s, u"ui/deploy"_s};
    return {
        {u"core/base"_s, {}},
        {u"core/net"_s, upToNet},
        {u"core/dns"_s, upToDns},
        {u"core/spf"_s, upToSpf},
        {u"core/config"_s, upToConfig},
        {u"core/policy"_s, upToPolicy},
        {u"core/maillog"_s, upToMaillog},
        {u"core/postfix"_s, upToDns},
        {u"core/qtio"_s, domain},
        {u"ui/words"_s, domain | QSet<QString>{u"core/qtio"_s}},
        {u"ui/report"_s, withWords},
        {u"ui/common"_s, withWords},
        {u"ui/config"_s, withCommon},
        {u"ui/simulator"_s, withCommon | QSet<QString>{u"ui/config"_s}},
        {u"ui/maillog"_s, withCommon | QSet<QString>{u"ui/config"_s, u"ui/report"_s}},
        {u"ui/deploy"_s, withCommon},
        {u"ui/hosts"_s, withCommon},
        {u"ui/shell"_s, withCommon | pages},
        {u"app/cli"_s, withReport},
        {u"app/manager"_s, withCommon | pages | QSet<QString>{u"ui/shell"_s, u"ui/hosts"_s}},
    };
}

} // namespace

class HouseRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void arrowsPointDown()
    {
        const auto allowed = allowedArrows();
        static const QRegularExpression include(u"^#include \"((?:core|ui|app)/[^\"]+)\""_s,
                                                QRegularExpression::MultilineOption);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            const QString from = layerOf(file.path);
            if (!allowed.contains(from)) {
                wrong << file.path + u": unknown layer "_s + from;
                continue;
            }
            for (const auto& match : include.globalMatch(file.text)) {
                const QString to = layerOf(match.captured(1));
                if (to != from && !allowed[from].contains(to)) {
                    wrong << file.path + u" includes "_s + match.captured(1);
                }
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void domainKnowsNoQt()
    {
        static const QRegularExpression qtHeader(u"^#include <Q[A-Za-z]+"_s,
                                                 QRegularExpression::MultilineOption);
        static const QRegularExpression guiHeader(
            u"^#include <(QWidget|QApplication|QGui|QPainter|QPixmap|QIcon|QColor|QPalette|QFont)"_s,
            QRegularExpression::MultilineOption);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s})) {
            const bool isAdapter = layerOf(file.path) == u"core/qtio"_s;
            if ((isAdapter ? guiHeader : qtHeader).match(file.text).hasMatch()) {
                wrong << file.path;
            }
        }
        for (const SourceFile& file : sourceFiles({u"ui/words"_s, u"ui/report"_s, u"app/cli"_s})) {
            if (guiHeader.match(file.text).hasMatch()) {
                wrong << file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void filesHoldOneIdea()
    {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            const auto lines = file.text.count(u'\n');
            if (lines > 500) {
                wrong << u"%1: %2 lines (500 at most)"_s.arg(file.path).arg(lines);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void licenceIsNamed()
    {
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
            if (!file.text.startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s)) {
                wrong << file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void nothingIsLeftOpen()
    {
        static const QRegularExpression open(u"\\b(TODO|FIXME|XXX)\\b"_s);
        QStringList wrong;
        for (const SourceFile& file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s})) {
            if (open.match(file.text).hasMatch()) {
                wrong << file.path;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void translationsAreFinished()
    {
        QDirIterator it(QStringLiteral(SPM_SOURCE_DIR) + u"/translations"_s, {u"*.ts"_s});
        int catalogues = 0;
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            ++catalogues;
            QVERIFY2(!text.contains("type=\"unfinished\""), qPrintable(file.fileName()));
            QVERIFY2(!text.contains("type=\"obsolete\"") && !text.contains("type=\"vanished\""),
                     qPrintable(file.fileName()));
        }
        QVERIFY(catalogues >= 2);
    }
};

QTEST_APPLESS_MAIN(HouseRulesTest)
#include "house_rules_test.moc"
