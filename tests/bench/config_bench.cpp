// SPDX-License-Identifier: GPL-3.0-or-later
// config_bench [ENTRIES]: how long a person waits on the lists and settings pages with long lists, laid out
// one entry a line, all in one line, and as approved domains (each with a finding). Opening should take less
// than a second, a key press less than 16 ms.
#include "tests/support/config_desk.h"
#include "tests/support/gui_fixture.h"
#include "ui/common/validated_line_edit.h"
#include "ui/config/config_page.h"
#include "ui/config/list_view.h"
#include "ui/config/lists_page.h"
#include "ui/config/raw_text_edit.h"
#include "ui/config/test_mails.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

namespace {

enum class Layout { Lines, OneLine, Domains };

QByteArray configWith(Layout layout, int count)
{
    QByteArray text("[globals]\nenable = yes\nsoftfail = bypass\n");
    text += layout == Layout::Domains ? "white_domain =" : "white_ip = 127.0.0.1";
    for (int i = 0; i < count; ++i) {
        text += layout == Layout::OneLine ? ", " : "\n    ";
        if (layout == Layout::Domains) {
            text += "host" + QByteArray::number(i) + ".example.com";
            continue;
        }
        const auto first = 0x0B000000U + static_cast<unsigned>(i) * 16U;
        text +=
            fmt::format("{}.{}.{}.{}/29", first >> 24U, first >> 16U & 255U, first >> 8U & 255U, first & 255U)
                .c_str();
    }
    return text + "\n[enforce_actions]\nfail = block\n";
}

/// Runs `work` and what it leaves in the event loop, painting included.
struct Cost
{
    double wall; ///< milliseconds
    double cpu;
};

template <typename Work>
Cost costOf(const Work& work)
{
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpuStart = std::clock();
    work();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), 1e3 * static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC};
}

template <typename Work>
void measure(const char* name, const Work& work)
{
    const Cost cost = costOf(work);
    fmt::print("  {:<44} {:>8.1f} ms wall {:>8.1f} ms CPU\n", name, cost.wall, cost.cpu);
    std::fflush(stdout);
}

/// What is done over and over: the middle one, and the slowest.
template <typename Work>
void measureEach(const char* name, int times, const Work& work)
{
    std::vector<double> cpu;
    for (int i = 0; i < times; ++i)
        cpu.push_back(costOf([&] { work(i); }).cpu);
    std::ranges::sort(cpu);
    fmt::print("  {:<44} {:>8.1f} ms CPU, the slowest of {} {:.1f} ms\n", name, cpu[cpu.size() / 2], times,
               cpu.back());
    std::fflush(stdout);
}

void run(Layout layout, const char* name, int count)
{
    fmt::print("{} entries, {}\n", count, name);
    test::Gui gui;
    test::ConfigDesk desk;
    auto& [store, files, document, file] = desk;
    ui::TestMails mails(file);
    QStackedWidget window;
    auto* flow = new ui::SaveFlow(file, mails, gui.services, &window);
    auto* config = new ui::ConfigPage(document, *flow, mails);
    auto* lists = new ui::ListsPage(document, *flow);
    window.addWidget(lists);
    window.addWidget(config);
    window.resize(1228, 829);
    window.show();
    const QString path = gui.write(QStringLiteral("config.ini"), configWith(layout, count));
    const char* key = layout == Layout::Domains ? "white_domain" : "white_ip";
    lists->showList(key);
    QTest::qWait(50);
    ui::ListView& view = lists->list(key);
    const QString prefix = QStringLiteral("lists.%1.").arg(QLatin1String(key));
    auto* filter = view.findChild<QLineEdit*>(prefix + QStringLiteral("filter"));
    auto* entry = view.findChild<QLineEdit*>(prefix + QStringLiteral("entry"));
    auto* add = view.findChild<QPushButton*>(prefix + QStringLiteral("add"));

    measure("open the file", [&] {
        if (test::openNow(file, path))
            qFatal("cannot open");
    });
    measure("settings page to the front", [&] { window.setCurrentWidget(config); });
    measure("lists page to the front", [&] { window.setCurrentWidget(lists); });
    filter->setFocus();
    measureEach("a key in the filter", 9, [&](int i) {
        if (i % 3 == 0)
            filter->clear();
        QTest::keyClick(filter, "11."[i % 3]);
    });
    measure("filter cleared", [&] { filter->clear(); });
    measureEach("a key in the field for new entries", 9,
                [&](int i) { QTest::keyClick(entry, "9.9.9.9.9"[i]); });
    entry->setText(layout == Layout::Domains ? QStringLiteral("new.example.org")
                                             : QStringLiteral("192.0.2.7"));
    measure("one entry added", [&] { add->click(); });
    measure("analysis, with the pause of 200 ms before it", [&] {
        QEventLoop loop;
        QTimer::singleShot(1000, &loop, &QEventLoop::quit); // a short list is analysed already
        QObject::connect(&document, &ui::ConfigDocument::analysed, &loop, &QEventLoop::quit);
        loop.exec();
    });
    measure("undo", [&] { document.undoStack()->undo(); });
    QTest::qWait(1500);
    measure("one entry removed", [&] { view.model().remove({view.model().rowCount() / 2}); });
    QTest::qWait(1500);
    measure("sort and tidy: the preview",
            [&] { view.findChild<QPushButton*>(prefix + QStringLiteral("tidy"))->click(); });
    window.findChild<QDialog*>()->close();
    QTest::qWait(50);
    window.setCurrentWidget(config);
    QTest::qWait(50);
    auto* raw = config->findChild<ui::RawTextEdit*>();
    QTextCursor cursor(raw->document());
    cursor.setPosition(raw->document()->findBlockByNumber(1).position());
    cursor.movePosition(QTextCursor::EndOfBlock);
    raw->setTextCursor(cursor);
    raw->setFocus();
    if (raw->isReadOnly())
        fmt::print("  the raw text is read-only: a line is too long\n");
    else
        measureEach("a key in the raw text", 21, [&](int) { QTest::keyClick(raw, ' '); });
    QTest::qWait(1500);
    measure("a setting changed in the form", [&] { document.setKey("globals", "log_level", "3"); });
    QTest::qWait(1500);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    run(Layout::Lines, "one a line", count);
    run(Layout::OneLine, "in one line", count);
    run(Layout::Domains, "approved domains, one a line", count);
    return 0;
}
