// SPDX-License-Identifier: GPL-3.0-or-later
// The services of the program with everything outside it replaced: answers from a script, a fixed clock,
// settings in a throw-away folder. Build a page or the MainWindow on `services`.
#pragma once

#include "core/qtio/ssh/ssh_client.h"
#include "ui/common/file_picker.h"
#include "ui/common/prompter.h"
#include "ui/common/services.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/wheel_guard.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

namespace test {

/// Answers questions in the order given; a question nobody expected fails the test.
class ScriptedPrompter final : public ui::Prompter
{
public:
    void answerNext(int answer) { m_answers.push_back(answer); }

    [[nodiscard]] const QList<ui::Question>& asked() const { return m_asked; }

    void ask(QWidget*, const ui::Question& question, std::function<void(int)> done) override
    {
        m_asked.append(question);
        if (m_answers.empty()) {
            QTest::qFail(qPrintable(QStringLiteral("unexpected question: ") + question.text), __FILE__,
                         __LINE__);
            return;
        }
        const int answer = m_answers.front();
        m_answers.pop_front();
        done(answer);
    }

private:
    std::deque<int> m_answers;
    QList<ui::Question> m_asked;
};

/// Chooses the files given, in order; without one the user has cancelled.
class ScriptedFilePicker final : public ui::FilePicker
{
public:
    void chooseNext(const QStringList& paths) { m_choices.push_back(paths); }

    void chooseNext(const QString& path) { chooseNext(QStringList{path}); }

    [[nodiscard]] const QList<ui::FileRequest>& requests() const { return m_requests; }

    void openFile(QWidget*, const ui::FileRequest& request, std::function<void(QString)> done) override
    {
        if (const QStringList files = next(request); !files.isEmpty())
            done(files.first());
    }

    void openFiles(QWidget*, const ui::FileRequest& request, std::function<void(QStringList)> done) override
    {
        if (const QStringList files = next(request); !files.isEmpty())
            done(files);
    }

    void openFolder(QWidget* over, const ui::FileRequest& request, std::function<void(QString)> done) override
    {
        openFile(over, request, std::move(done));
    }

    void saveFile(QWidget* over, const ui::FileRequest& request, std::function<void(QString)> done) override
    {
        openFile(over, request, std::move(done));
    }

private:
    QStringList next(const ui::FileRequest& request)
    {
        m_requests.append(request);
        if (m_choices.empty())
            return {};
        const QStringList files = m_choices.front();
        m_choices.pop_front();
        return files;
    }

    std::deque<QStringList> m_choices;
    QList<ui::FileRequest> m_requests;
};

/// One per test program or per test function; English and light unless told.
struct Gui
{
    QTemporaryDir folder;
    ui::Theme theme{*qApp};
    words::LanguageSwitch language;
    ScriptedPrompter prompter;
    ScriptedFilePicker filePicker;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    qtio::SshClient ssh;
    QDateTime time{QDate(2025, 11, 21), QTime(14, 22, 10), Qt::OffsetFromUTC, 9 * 3600};
    ui::Services services{.theme = theme,
                          .language = language,
                          .prompter = prompter,
                          .filePicker = filePicker,
                          .settings = settings,
                          .now = [this] { return time; },
                          .nameserver = {},
                          .zonePath = {},
                          .ssh = &ssh};

    Gui()
    {
        theme.setChoice(ui::ThemeChoice::Light);
        language.setChoice(words::LanguageChoice::English);
    }

    /// A file in the throw-away folder.
    QString write(const QString& name, const QByteArray& bytes) const
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
};

/// Posted events, deferred deletions and layouts done.
inline void settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
}

} // namespace test
