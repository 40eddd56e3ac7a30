// SPDX-License-Identifier: GPL-3.0-or-later
// The graphical program: builds the parts, hands them to each other, runs. No logic of its own.
#include "app/manager/ask_pass.h"
#include "app/manager/options.h"
#include "app/manager/workbench.h"
#include "core/qtio/files/private_files.h"
#include "ui/common/file_picker.h"
#include "ui/common/prompter.h"
#include "ui/common/services.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/wheel_guard.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screenshot_tour.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace {

QStringList pageIds()
{
    return {QStringLiteral("welcome"),   QStringLiteral("config"),  QStringLiteral("lists"),
            QStringLiteral("simulator"), QStringLiteral("maillog"), QStringLiteral("deploy")};
}

/// Before a display is needed, so that wrong usage and --help work without one.
ParsedOptions readCommandLine(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    words::LanguageSwitch language;
    language.setChoice(words::LanguageChoice::System);
    return parseOptions(QCoreApplication::arguments(), pageIds());
}

int say(const Farewell& farewell)
{
    std::fputs(farewell.text.toUtf8().constData(), farewell.status == 0 ? stdout : stderr);
    return farewell.status;
}

QString setting(const QSettings& settings, const QString& key, const QString& given)
{
    return given.isEmpty() ? settings.value(key).toString() : given;
}

std::unique_ptr<QSettings> userSettings()
{
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                       QStringLiteral("spf-policy-manager"), QStringLiteral("settings"));
}

/// The user's settings for one session that leaves nothing behind.
std::unique_ptr<QSettings> passingSettings(const QTemporaryDir& folder)
{
    const QString copy = folder.filePath(QStringLiteral("settings.ini"));
    QFile::copy(userSettings()->fileName(), copy); // without any yet it begins with the defaults
    return std::make_unique<QSettings>(copy, QSettings::IniFormat);
}

int runTour(ui::MainWindow& window, words::LanguageSwitch& language, ui::Theme& theme, const Options& options)
{
    ui::ScreenshotTour::Plan plan;
    plan.folder = options.tourFolder;
    if (!options.language.isEmpty())
        plan.languages = {options.language};
    if (!options.theme.isEmpty())
        plan.themes = {options.theme};
    ui::ScreenshotTour tour(window, language, theme, plan);
    return tour.run() ? 0 : say({3, QStringLiteral("spf-policy-manager: %1\n").arg(tour.error())});
}

/// ssh or sudo wants to know a password: see ask_pass.h.
int answerForCommand(int argc, char** argv)
{
    QApplication application(argc, argv);
    const std::unique_ptr<QSettings> settings = userSettings();
    ui::Theme theme(application);
    theme.setChoice(ui::themeChoiceFromCode(
        setting(*settings, QStringLiteral("theme"), qEnvironmentVariable(ask_pass::themeMarker))));
    words::LanguageSwitch language;
    language.setChoice(words::choiceFromCode(
        setting(*settings, QStringLiteral("language"), qEnvironmentVariable(ask_pass::languageMarker))));
    return ask_pass::ask(QCoreApplication::arguments().last());
}

} // namespace

int main(int argc, char** argv)
{
    if (ask_pass::isWanted(argc))
        return answerForCommand(argc, argv);
    ParsedOptions parsed = readCommandLine(argc, argv);
    if (parsed.farewell)
        return say(*parsed.farewell);
    Options& options = parsed.options;
    if (!options.tourFolder.isEmpty() && options.config.isEmpty())
        options.sample = true; // pages without data show nothing worth a picture

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spf-policy-manager"));
    QApplication::setApplicationVersion(QStringLiteral(SPM_VERSION));
    const bool tour = !options.tourFolder.isEmpty();
    const bool leavesTraces = !tour && !options.sample;
    const QTemporaryDir passing;
    const std::unique_ptr<QSettings> kept = leavesTraces ? userSettings() : passingSettings(passing);
    QSettings& settings = *kept;
    ui::Theme theme(application);
    theme.setChoice(ui::themeChoiceFromCode(setting(settings, QStringLiteral("theme"), options.theme)));
    words::LanguageSwitch language;
    language.setChoice(
        words::choiceFromCode(setting(settings, QStringLiteral("language"), options.language)));
    new ui::WheelGuard(&application);
    new ui::FocusRing(&application);
    ui::DialogPrompter prompter;
    ui::DialogFilePicker filePicker;

    ui::Services services{.theme = theme,
                          .language = language,
                          .prompter = prompter,
                          .filePicker = filePicker,
                          .settings = settings,
                          .now = [] { return QDateTime::currentDateTime(); },
                          .nameserver = options.nameserver,
                          .zonePath = options.zone,
                          .dataFolder = leavesTraces ? qtio::dataFolder() : QString()};
    // Programs that ask for passwords are started by others, with this environment.
    qputenv(ask_pass::languageMarker, options.language.toUtf8());
    qputenv(ask_pass::themeMarker, options.theme.toUtf8());
    Workbench bench(services);
    bench.window().show();
    bench.begin(options);
    if (tour)
        return runTour(bench.window(), language, theme, options);
    return QApplication::exec();
}
