// SPDX-License-Identifier: GPL-3.0-or-later
// maillog_page_bench [ROWS [LOG]]: how long the window's thread is busy at once while a person opens, filters
// and scrolls a log of 10 million checks, and does the same with a copy of a real log, which is then searched
// raw and grows. No gap in the event loop should be longer than a frame, 16 ms.
// Processor time stands beside the wall clock: what other programs take of a busy machine is not ours.
#include "core/maillog/reader.h"
#include "tests/support/gui_fixture.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/check_table.h"
#include "ui/maillog/follow/follow_desk.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/message/detail_card.h"
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_search_bar.h"
#include "ui/maillog/raw/raw_view.h"
#include "ui/maillog/timeline/timeline.h"
#include "ui/maillog/timeline/timeline_card.h"
#include "ui/maillog/toplists/top_list_card.h"
#include "ui/maillog/toplists/top_list_dialog.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace {

double cpuMilliseconds()
{
    timespec now{};
    (void)clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Beats as often as the event loop lets it.
class Heart final : public QObject
{
public:
    Heart() { startTimer(0); }

    void begin()
    {
        m_wall = m_cpu = 0;
        m_at = std::chrono::steady_clock::now();
        m_cpuAt = cpuMilliseconds();
    }

    void tell(const char* what) const
    {
        std::printf("%-36s longest gap %7.1f ms, of it ours %7.1f ms\n", what, m_wall, m_cpu);
        std::fflush(stdout);
    }

protected:
    void timerEvent(QTimerEvent*) override
    {
        const auto now = std::chrono::steady_clock::now();
        const double cpu = cpuMilliseconds();
        m_wall = std::max(m_wall, std::chrono::duration<double, std::milli>(now - m_at).count());
        m_cpu = std::max(m_cpu, cpu - m_cpuAt);
        m_at = now;
        m_cpuAt = cpu;
    }

private:
    std::chrono::steady_clock::time_point m_at;
    double m_cpuAt = 0;
    double m_wall = 0;
    double m_cpu = 0;
};

/// A made-up log: a check a second, as many names as a large gateway sees in a week.
class MadeUpLog
{
public:
    void grow(int count)
    {
        std::string block;
        for (int i = 0; i < count; ++i, ++m_lines) {
            const auto n = static_cast<unsigned>(m_lines) * 2654435761U;
            const char* result = n % 10 < 6 ? "pass" : n % 10 < 8 ? "fail" : "softfail";
            block +=
                fmt::format("{} mx{} SPFPolicyd[9]: action={} result={} identity=mailfrom domain=d{}.example "
                            "client-ip=10.{}.{}.{} helo=h{}.example envelope-from=<u{}@d{}.example> "
                            "to=<r{}@example.jp> rule=globals.{} instance={} queue-id=\n",
                            stamp(m_lines), n % 3, n % 10 < 6 ? "bypass" : "block", result, n % 200'000,
                            n % 200, n / 200 % 250, n / 50'000 % 250, n % 90'000, n % 5'000, n % 200'000,
                            n % 3'000, result, m_lines);
            if (block.size() > 1'000'000) {
                m_reader.feed(block);
                block.clear();
            }
        }
        m_reader.feed(block);
    }

    [[nodiscard]] qtio::LoadedLogs snapshot() const
    {
        qtio::LoadedLogs loaded;
        loaded.log = std::make_shared<const maillog::Log>(m_log);
        loaded.sources.push_back(
            {.path = {}, .name = QStringLiteral("made-up"), .error = {}, .file = nullptr});
        return loaded;
    }

private:
    static std::string stamp(int line)
    {
        const QDateTime time =
            QDateTime::fromSecsSinceEpoch(1'760'000'000 + line / 4, Qt::OffsetFromUTC, 9 * 3600);
        return time.toString(Qt::ISODate).toStdString();
    }

    maillog::Log m_log;
    maillog::Reader m_reader{m_log, m_log.addSource(), {}};
    int m_lines = 0;
};

/// One page and a person at it.
class Session
{
public:
    explicit Session(test::Gui& gui)
        : m_page(gui.services), m_shown(&m_page.browser(), &ui::LogBrowser::viewChanged)
    {
        m_page.resize(1228, 832);
        m_page.show();
        test::settle();
    }

    /// `isAnswered`: until the page shows what was asked for.
    template <class Work>
    void step(const char* what, bool isAnswered, const Work& work)
    {
        const auto before = m_shown.count();
        QTest::qWait(50);
        m_heart.begin();
        const auto start = std::chrono::steady_clock::now();
        work();
        if (isAnswered) {
            (void)QTest::qWaitFor([&] { return m_shown.count() > before; }, 60'000);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            std::printf("%-36s answered in %.0f ms\n", what, took.count());
        }
        QTest::qWait(300);
        m_heart.tell(what);
    }

    void scroll()
    {
        auto& table = *m_page.parts().table;
        const int rows = m_page.checks().rowCount();
        step("jump to the end", false, [&] { table.scrollToBottom(); });
        step("page by page", false, [&] {
            for (int i = 0; i < 100; ++i) {
                QTest::keyClick(&table, Qt::Key_PageUp);
                QTest::qWait(5);
            }
        });
        step("scroll bar through all", false, [&] {
            for (int i = 0; i < 100; ++i) {
                table.setFirstRow(rows / 100 * i);
                QTest::qWait(5);
            }
        });
        step("newest first", false, [&] { m_page.parts().newestFirst->click(); });
        step("oldest first", false, [&] { m_page.parts().newestFirst->click(); });
        step("select all", false, [&] { table.selectAll(); });
        step("choose rows, with their messages", false, [&] {
            for (int i = 0; i < 20; ++i) {
                table.chooseRow(rows / 20 * i);
                QTest::qWait(20);
            }
        });
    }

    void filter()
    {
        step("type result:fail", true, [&] { type("result:fail"); });
        step("type a domain, with completion", true, [&] { type(" domain:*.d77.example"); });
        step("all again", true, [&] { m_page.filter().clear(); });
        step("only this of a cell", true, [&] { m_page.filter().addTerm(QStringLiteral("-result:pass")); });
        step("back", true, [&] { QTest::keyClick(&m_page, Qt::Key_Left, Qt::AltModifier); });
    }

    void zoom()
    {
        ui::Timeline& chart = m_page.parts().chart->timeline();
        const auto& picture = chart.picture();
        if (!picture) {
            return;
        }
        const ui::TimeSpan axis =
            m_page.browser().view()->range
                ? ui::TimeSpan{m_page.browser().view()->range->first, m_page.browser().view()->range->last}
                : ui::TimeSpan{};
        const std::int64_t quarter = (axis.to - axis.from) / 4;
        step("mouse over the bars", false, [&] {
            for (int x = 20; x < chart.width(); x += 5) {
                QTest::mouseMove(&chart, {x, 60});
                QTest::qWait(2);
            }
        });
        step("zoom in", true,
             [&] { Q_EMIT chart.zoomInRequested({axis.from + quarter, axis.to - quarter}); });
        step("zoom out", true, [&] { Q_EMIT chart.zoomOutRequested(); });
        step("all again", true, [&] { m_page.filter().clear(); });
    }

    void topLists()
    {
        ui::TopListCard& top = *m_page.parts().tops[0];
        step("another top list", true, [&] { top.setField(maillog::TopField::Sender); });
        step("all names of it", false, [&] {
            Q_EMIT top.allRequested(maillog::TopField::Sender);
            QTest::qWait(3'000);
        });
        auto* dialog = m_page.findChild<ui::TopListDialog*>();
        step("a name is sought in them", false, [&] {
            auto* line = dialog->findChild<QLineEdit*>(QStringLiteral("maillog.topDialog.search"));
            for (const char c : {'u', '7', '7'}) {
                QTest::keyClick(line, c);
                QTest::qWait(200);
            }
        });
        step("the names are closed", false, [&] { dialog->accept(); });
        step("the first top list", true, [&] { top.setField(maillog::TopField::Domain); });
    }

    void raw()
    {
        auto& panel = *m_page.findChild<ui::RawPanel*>();
        step("raw log of the row", false,
             [&] { m_page.findChild<QAction*>(QStringLiteral("maillog.showRowRaw"))->trigger(); });
        step("raw log, through all", false, [&] {
            for (quint64 i = 0; i < 50; ++i) {
                panel.view().showLine(panel.view().rowCount() / 50 * i);
                QTest::qWait(5);
            }
        });
        step("raw log, wheel", false, [&] {
            for (int i = 0; i < 200; ++i) {
                panel.view().verticalScrollBar()->setValue(panel.view().verticalScrollBar()->value() + 3);
                QTest::qWait(2);
            }
        });
        for (const char* words : {"queue", "550 5.7.23"}) {
            step(words, false, [&] {
                panel.findChild<QLineEdit*>(QStringLiteral("maillog.raw.search"))
                    ->setText(QLatin1String(words));
                Q_EMIT panel.bar().queryChanged();
                const auto start = std::chrono::steady_clock::now();
                (void)QTest::qWaitFor([&] { return !panel.search().isRunning(); }, 60'000);
                const std::chrono::duration<double, std::milli> took =
                    std::chrono::steady_clock::now() - start;
                std::printf("%-36s searched raw in %.0f ms, %llu lines\n", words, took.count(),
                            panel.search().hits().size());
            });
        }
        step("list of the lines found", false, [&] {
            panel.findChild<QPushButton*>(QStringLiteral("maillog.raw.list"))->setChecked(true);
            QTest::qWait(200);
        });
        step("to the check of the line", false, [&] { QTest::keyClick(&panel.view(), Qt::Key_Return); });
    }

    [[nodiscard]] ui::MaillogPage& page() { return m_page; }

private:
    void type(const char* text)
    {
        auto* line = m_page.findChild<QLineEdit*>(QStringLiteral("maillog.filter"));
        line->setFocus();
        for (const char* c = text; *c != '\0'; ++c) {
            QTest::keyClick(line, *c);
            QTest::qWait(20);
        }
    }

    Heart m_heart;
    ui::MaillogPage m_page;
    QSignalSpy m_shown;
};

void measureMadeUp(int rows)
{
    std::printf("-- %d checks\n", rows);
    MadeUpLog source;
    source.grow(rows);
    test::Gui gui;
    Session session(gui);
    ui::LogBrowser& browser = session.page().browser();
    MadeUpLog part;
    part.grow(20'000);
    const qtio::LoadedLogs small = part.snapshot();
    qtio::LoadedLogs large = source.snapshot();
    session.step("a part is shown", true, [&] { browser.setLogs(small, true); });
    session.step("all is shown", true, [&] { browser.setLogs(large, true); });
    session.scroll();
    session.filter();
    session.zoom();
    session.topLists();
    source.grow(1'000);
    large = source.snapshot();
    session.step("rows join", true, [&] { browser.setLogs(large, true); });
    large = {};
    session.step("another log takes its place", true, [&] { browser.setLogs(small, false); });
}

void measureReal(const QString& path)
{
    test::Gui gui;
    const QString copy = gui.folder.filePath(QStringLiteral("mail.log"));
    if (!QFile::copy(path, copy)) {
        std::printf("%s cannot be copied\n", qPrintable(path));
        return;
    }
    std::printf("-- %s\n", qPrintable(path));
    Session session(gui);
    ui::MaillogPage& page = session.page();
    const auto open = [&] {
        QSignalSpy finished(&page.browser(), &ui::LogBrowser::finished);
        page.openLogs({copy});
        (void)QTest::qWaitFor([&] { return finished.count() > 0; }, 120'000);
    };
    session.step("open", true, open);
    session.scroll();
    session.filter();
    session.step("a text is sought", true, [&] { page.filter().addTerm(QStringLiteral("text:postmaster")); });
    session.step("all again", true, [&] { page.filter().clear(); });
    session.zoom();
    session.topLists();
    session.raw();
    session.step("follow, 20 growths", true, [&] {
        page.findChild<QPushButton*>(QStringLiteral("maillog.followButton"))->click();
        QFile log(copy);
        if (!log.open(QIODevice::ReadWrite)) {
            return;
        }
        log.seek(log.size() - 200'000);
        QByteArray lines = log.readAll();
        lines = lines.mid(lines.indexOf('\n') + 1);
        for (int i = 0; i < 20; ++i) {
            log.write(lines);
            log.flush();
            QTest::qWait(300);
        }
    });
    session.step("opened again", true, open);
}

} // namespace

int main(int argc, char* argv[])
{
    QStandardPaths::setTestModeEnabled(true); // nothing of this stays in the user's cache
    QApplication app(argc, argv);
    measureMadeUp(argc > 1 ? QByteArray(argv[1]).toInt() : 10'000'000);
    if (argc > 2) {
        measureReal(QString::fromLocal8Bit(argv[2]));
    }
    return 0;
}
