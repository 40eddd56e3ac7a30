// SPDX-License-Identifier: GPL-3.0-or-later
// maillog_page_bench [ROWS]: how long the window's thread is busy at once while a person opens, filters and
// scrolls a log of 10 million checks. No gap in the event loop should be longer than a frame, 16 ms.
// Processor time stands beside the wall clock: what other programs take of a busy machine is not ours.
#include "core/maillog/reader.h"
#include "tests/support/gui_fixture.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/check_table.h"
#include "ui/maillog/maillog_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
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

} // namespace

int main(int argc, char* argv[])
{
    QApplication app(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000'000;
    MadeUpLog source;
    source.grow(rows);
    test::Gui gui;
    ui::MaillogPage page(gui.services);
    page.resize(1228, 832);
    page.show();
    test::settle();
    Heart heart;
    QSignalSpy shown(&page.browser(), &ui::LogBrowser::viewChanged);
    const auto step = [&](const char* what, bool isAnswered, const auto& work) {
        const auto before = shown.count();
        QTest::qWait(50);
        heart.begin();
        const auto start = std::chrono::steady_clock::now();
        work();
        if (isAnswered) {
            (void)QTest::qWaitFor([&] { return shown.count() > before; }, 60'000);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
            std::printf("%-36s answered in %.0f ms\n", what, took.count());
        }
        QTest::qWait(300);
        heart.tell(what);
    };
    auto& table = *page.parts().table;
    auto* line = page.findChild<QLineEdit*>(QStringLiteral("maillog.filter"));
    const auto type = [line](const char* text) {
        line->setFocus();
        for (const char* c = text; *c != '\0'; ++c) {
            QTest::keyClick(line, *c);
            QTest::qWait(20);
        }
    };
    MadeUpLog part;
    part.grow(20'000);
    const qtio::LoadedLogs small = part.snapshot();
    qtio::LoadedLogs large = source.snapshot();
    step("a part is shown", true, [&] { page.browser().setLogs(small, true); });
    step("all is shown", true, [&] { page.browser().setLogs(large, true); });
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
    step("newest first", false, [&] { page.parts().newestFirst->click(); });
    step("select all", false, [&] { table.selectAll(); });
    step("type result:fail", true, [&] { type("result:fail"); });
    step("type a domain, with completion", true, [&] { type(" domain:*.d77.example"); });
    step("all again", true, [&] { page.filter().clear(); });
    source.grow(1'000);
    large = source.snapshot();
    step("rows join", true, [&] { page.browser().setLogs(large, true); });
    large = {};
    step("another log takes its place", true, [&] { page.browser().setLogs(small, false); });
    return 0;
}
