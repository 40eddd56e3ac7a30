// SPDX-License-Identifier: GPL-3.0-or-later
// The colours can be read and told apart (WCAG 2.1; DESIGN-LANGUAGE 1): text 4.5, parts of controls and
// charts 3.0.
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

using ui::Scheme;
using ui::Tokens;

namespace {

QString wordOf(spf::Result result)
{
    const auto text = spf::word(result);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Viénot, Brettel, Mollon 1999, on linear RGB.
enum class Sight { Deuteranopia, Protanopia, Tritanopia };

std::array<double, 3> seen(const QColor& colour, Sight sight)
{
    const auto linear = [](double v) {
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    const double r = linear(colour.redF());
    const double g = linear(colour.greenF());
    const double b = linear(colour.blueF());
    using Row = std::array<double, 3>;
    using Matrix = std::array<Row, 3>;
    constexpr Matrix deuter{Row{0.367, 0.861, -0.228}, Row{0.280, 0.673, 0.047}, Row{-0.012, 0.043, 0.969}};
    constexpr Matrix protan{Row{0.152, 1.053, -0.205}, Row{0.115, 0.786, 0.099}, Row{-0.004, -0.048, 1.052}};
    constexpr Matrix tritan{Row{1.256, -0.077, -0.179}, Row{-0.078, 0.931, 0.148}, Row{0.005, 0.691, 0.304}};
    const Matrix& m = sight == Sight::Deuteranopia ? deuter : sight == Sight::Protanopia ? protan : tritan;
    std::array<double, 3> rgb{};
    for (std::size_t i = 0; i < 3; ++i)
        rgb[i] = std::clamp(m[i][0] * r + m[i][1] * g + m[i][2] * b, 0.0, 1.0);
    const double x = 0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2];
    const double y = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    const double z = 0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2];
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double fx = f(x / 0.95047);
    const double fy = f(y);
    const double fz = f(z / 1.08883);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

double distance(const QColor& a, const QColor& b, Sight sight)
{
    const auto p = seen(a, sight);
    const auto q = seen(b, sight);
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

} // namespace

class TokensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTokenIsAColour_data();
    void everyTokenIsAColour();
    void pairsAreReadable_data();
    void pairsAreReadable();
    void resultsAreReadable_data();
    void resultsAreReadable();
    void resultFillsStayApartForEverySight_data();
    void resultFillsStayApartForEverySight();
    void paletteSaysItsScheme();
    void styleSheetHasNoNameLeft();
    void everyIconIsDrawnInTheAskedColour();
    void themeFollowsItsChoice();
};

void TokensTest::everyTokenIsAColour_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::newRow("light") << Scheme::Light;
    QTest::newRow("dark") << Scheme::Dark;
}

void TokensTest::everyTokenIsAColour()
{
    QFETCH(Scheme, scheme);
    const Tokens& tokens = ui::tokensOf(scheme);
    for (const auto& [name, member] : ui::namedTokens())
        QVERIFY2((tokens.*member).isValid(), name);
    for (const ui::Tone& tone : tokens.results)
        QVERIFY(tone.text.isValid() && tone.fill.isValid() && tone.tint.isValid());
    for (const ui::Tone& tone : tokens.actions)
        QVERIFY(tone.text.isValid() && tone.fill.isValid() && tone.tint.isValid());
}

void TokensTest::pairsAreReadable_data()
{
    using T = Tokens;
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<QColor>("over");
    QTest::addColumn<QColor>("under");
    QTest::addColumn<double>("least");

    struct Pair
    {
        const char* name;
        QColor T::* over;
        QColor T::* under;
        double least;
    };

    const std::array pairs{
        Pair{"text on surface", &T::text, &T::surface, 4.5},
        Pair{"text on window", &T::text, &T::window, 4.5},
        Pair{"text on rail", &T::text, &T::rail, 4.5},
        Pair{"text on raised", &T::text, &T::raised, 4.5},
        Pair{"text on selection", &T::text, &T::selection, 4.5},
        Pair{"text on hover", &T::text, &T::hover, 4.5},
        Pair{"secondary on surface", &T::secondaryText, &T::surface, 4.5},
        Pair{"secondary on window", &T::secondaryText, &T::window, 4.5},
        Pair{"secondary on rail", &T::secondaryText, &T::rail, 4.5},
        Pair{"secondary on sunken", &T::secondaryText, &T::sunken, 4.5},
        Pair{"secondary on selection", &T::secondaryText, &T::selection, 4.5},
        Pair{"accent on surface", &T::accent, &T::surface, 4.5},
        Pair{"accent on window", &T::accent, &T::window, 4.5},
        Pair{"accent on its tint", &T::accent, &T::accentTint, 4.5},
        Pair{"accent on selection", &T::accent, &T::selection, 4.5},
        Pair{"onAccent on accent", &T::onAccent, &T::accent, 4.5},
        Pair{"onAccent on accentHover", &T::onAccent, &T::accentHover, 4.5},
        Pair{"controlBorder on surface", &T::controlBorder, &T::surface, 3.0},
        Pair{"controlBorder on window", &T::controlBorder, &T::window, 3.0},
        Pair{"production on rail", &T::production, &T::rail, 4.5},
        Pair{"production on its tint", &T::production, &T::productionTint, 4.5},
        Pair{"error on surface", &T::error, &T::surface, 4.5},
        Pair{"error on its tint", &T::error, &T::errorTint, 4.5},
        Pair{"warning on surface", &T::warning, &T::surface, 4.5},
        Pair{"warning on its tint", &T::warning, &T::warningTint, 4.5},
        Pair{"info on surface", &T::info, &T::surface, 4.5},
        Pair{"info on its tint", &T::info, &T::infoTint, 4.5},
        Pair{"good on surface", &T::good, &T::surface, 4.5},
        Pair{"good on its tint", &T::good, &T::goodTint, 4.5},
        Pair{"text on added", &T::text, &T::diffAdded, 4.5},
        Pair{"text on added word", &T::text, &T::diffAddedWord, 4.5},
        Pair{"text on removed", &T::text, &T::diffRemoved, 4.5},
        Pair{"text on removed word", &T::text, &T::diffRemovedWord, 4.5},
    };
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Tokens& tokens = ui::tokensOf(scheme);
        for (const Pair& pair : pairs)
            QTest::addRow("%s, %s", pair.name, scheme == Scheme::Light ? "light" : "dark")
                << scheme << tokens.*pair.over << tokens.*pair.under << pair.least;
    }
}

void TokensTest::pairsAreReadable()
{
    QFETCH(QColor, over);
    QFETCH(QColor, under);
    QFETCH(double, least);
    const double ratio = ui::contrast(over, under);
    QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
}

void TokensTest::resultsAreReadable_data()
{
    everyTokenIsAColour_data();
}

void TokensTest::resultsAreReadable()
{
    QFETCH(Scheme, scheme);
    const Tokens& tokens = ui::tokensOf(scheme);
    for (const spf::Result result : spf::allResults) {
        const ui::Tone& tone = tokens.tone(result);
        const QByteArray word = wordOf(result).toLatin1();
        QVERIFY2(ui::contrast(tone.text, tokens.surface) >= 4.5, word);
        QVERIFY2(ui::contrast(tone.text, tone.tint) >= 4.5, word);
        QVERIFY2(ui::contrast(tone.text, tokens.selection) >= 4.5, word);
        QVERIFY2(ui::contrast(tone.fill, tokens.surface) >= 3.0, word);
    }
}

void TokensTest::resultFillsStayApartForEverySight_data()
{
    everyTokenIsAColour_data();
}

void TokensTest::resultFillsStayApartForEverySight()
{
    QFETCH(Scheme, scheme);
    const Tokens& tokens = ui::tokensOf(scheme);
    for (const Sight sight : {Sight::Deuteranopia, Sight::Protanopia, Sight::Tritanopia}) {
        for (const spf::Result a : spf::allResults) {
            for (const spf::Result b : spf::allResults) {
                if (a >= b)
                    continue;
                const double apart = distance(tokens.tone(a).fill, tokens.tone(b).fill, sight);
                QVERIFY2(apart >= 10, qPrintable(QStringLiteral("%1 and %2: %3, sight %4")
                                                     .arg(wordOf(a), wordOf(b))
                                                     .arg(apart)
                                                     .arg(static_cast<int>(sight))));
            }
        }
    }
}

void TokensTest::paletteSaysItsScheme()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
        QCOMPARE(ui::schemeOf(ui::paletteFrom(ui::tokensOf(scheme))), scheme);
}

void TokensTest::styleSheetHasNoNameLeft()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        QString sheet = ui::styleSheetFrom(ui::tokensOf(scheme), QStringLiteral("/images"));
        sheet.remove(QRegularExpression(QStringLiteral("/\\*.*?\\*/"),
                                        QRegularExpression::DotMatchesEverythingOption));
        QVERIFY(sheet.size() > 1000);
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
    }
}

void TokensTest::everyIconIsDrawnInTheAskedColour()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() >= 78);
    for (const QString& file : files) {
        if (file == QLatin1String("app-icon.svg"))
            continue;
        const QIcon icon = ui::themedIcon(file.chopped(4), &Tokens::error);
        const QImage image = icon.pixmap(32, 32).toImage();
        const QColor wanted = ui::currentTokens().error;
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255) {
                    ++inked;
                    QVERIFY2(std::abs(image.pixelColor(x, y).red() - wanted.red()) < 8, qPrintable(file));
                }
            }
        }
        QVERIFY2(inked > 0, qPrintable(file));
    }
}

void TokensTest::themeFollowsItsChoice()
{
    ui::Theme theme(*qApp);
    theme.setChoice(ui::ThemeChoice::Dark);
    QCOMPARE(ui::schemeOf(QApplication::palette()), Scheme::Dark);
    QCOMPARE(ui::currentTokens().text, theme.tokens().text);
    theme.toggle();
    QCOMPARE(theme.choice(), ui::ThemeChoice::Light);
    QCOMPARE(ui::schemeOf(QApplication::palette()), Scheme::Light);
    for (const ui::ThemeChoice choice :
         {ui::ThemeChoice::Light, ui::ThemeChoice::Dark, ui::ThemeChoice::System})
        QCOMPARE(ui::themeChoiceFromCode(ui::code(choice)), choice);
}

QTEST_MAIN(TokensTest)
#include "tokens_test.moc"
