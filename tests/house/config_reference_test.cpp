// SPDX-License-Identifier: GPL-3.0-or-later
// docs/config-reference.*.md are what the schema table and the words say today.
#include "core/config/schema.h"
#include "tests/house/config_reference.h"

#include <QFile>
#include <QTest>

class ConfigReferenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void pagesAreFresh_data()
    {
        QTest::addColumn<words::Language>("language");
        for (const words::Language language : reference::languages)
            QTest::newRow(qPrintable(words::code(language))) << language;
    }

    void pagesAreFresh()
    {
        QFETCH(words::Language, language);
        words::LanguageSwitch shown;
        QFile file(QStringLiteral(SPM_SOURCE_DIR "/docs/") + reference::fileName(language));
        QVERIFY2(file.open(QIODevice::ReadOnly) && file.readAll() == reference::page(language, shown),
                 qPrintable(QStringLiteral("docs/%1 is not what the settings say now. Write it anew:\n"
                                           "    cmake --build build/dev --target update_config_reference")
                                .arg(reference::fileName(language))));
    }

    void everyKeyIsThere()
    {
        words::LanguageSwitch shown;
        for (const words::Language language : reference::languages) {
            const QByteArray page = reference::page(language, shown);
            for (const config::KeySchema& key : config::schema) {
                const std::string anchor = "<a id=\"" + std::string(key.helpId) + "\">";
                QVERIFY2(page.contains(QByteArray::fromStdString(anchor)), anchor.c_str());
            }
            QVERIFY(page.contains("CFG-042"));
        }
    }

    void languagesDiffer()
    {
        words::LanguageSwitch shown;
        const QByteArray english = reference::page(words::Language::English, shown);
        const QByteArray japanese = reference::page(words::Language::Japanese, shown);
        QVERIFY(english.contains("Reply for block"));
        QVERIFY(!japanese.contains("Reply for block"));
        QVERIFY(QString::fromUtf8(japanese).contains(QStringLiteral("承認済み")));
    }
};

QTEST_GUILESS_MAIN(ConfigReferenceTest)
#include "config_reference_test.moc"
