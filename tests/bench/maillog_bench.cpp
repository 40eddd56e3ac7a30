// SPDX-License-Identifier: GPL-3.0-or-later
// maillog_bench FILE: line index, all SPF fields with the summary, and filters over one mail log, each with
// bytes per second, CPU time and the peak memory of the process (INTERFACES.md, "Test programs").
#include "core/maillog/filter.h"
#include "core/maillog/literal_scan.h"
#include "core/maillog/statistics.h"
#include "core/qtio/log_loader.h"

#include <QCoreApplication>

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <ctime>

#include <sys/resource.h>

namespace {

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Runs `work`, which returns what it counted, and prints one line.
template <class Work>
void measure(const char* name, qint64 bytes, const Work& work)
{
    const auto wallStart = std::chrono::steady_clock::now();
    const std::clock_t cpuStart = std::clock();
    const auto counted = work();
    const double cpu = static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC;
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - wallStart;
    fmt::print("{:<28} {:>10} {:>8.3f} s wall {:>8.3f} s CPU {:>9.2f} GB/s {:>6} MB peak\n", name, counted,
               wall.count(), cpu, static_cast<double>(bytes) / wall.count() / 1e9, peakMegabytes());
}

bool run(const QString& path)
{
    auto file = qtio::LogFile::open(path, qtio::LogText::Forget);
    if (!file) {
        fmt::print(stderr, "{}: {}\n", path.toStdString(), file.error().detail.toStdString());
        return false;
    }
    const qint64 bytes = file->size();
    measure("index (lines)", bytes, [&] {
        std::size_t count = 0;
        static_cast<void>(file->read([&](std::string_view block, qint64) {
            count += maillog::countNewlines(block);
            return true;
        }));
        return count;
    });
    qtio::LoadedLogs loaded;
    measure("fields (rows)", bytes, [&] {
        loaded = qtio::loadLogs({{path}, maillog::ZoneRules(), std::nullopt, qtio::LogText::Keep});
        return loaded.log->size();
    });
    const auto& log = *loaded.log;
    measure("summary (checks)", bytes, [&] { return summarize(log, maillog::RowSet::all(log)).checks; });
    measure("histogram (buckets)", bytes, [&] {
        const auto buckets = histogram(log, maillog::RowSet::all(log), 3'600'000, 0);
        return buckets ? buckets->buckets.size() : 0;
    });
    const auto times = timeRange(log, maillog::RowSet::all(log)).value_or(maillog::TimeRange{});
    for (const char* expression :
         {"result:fail", "result:fail,softfail ip:198.18.0.0/16 -action:block",
          "domain:*.example.co.jp since:-7d", "text:tanaka", "/Softfail|550 5\\.7\\.23/"}) {
        const auto filter = maillog::Filter::parse(expression, {times.last, maillog::ZoneRules()});
        measure(expression, bytes, [&] { return filter->rows(log, loaded.lineSource()).size(); });
    }
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        fmt::print(stderr, "maillog_bench FILE\n");
        return 2;
    }
    return run(QString::fromLocal8Bit(argv[1])) ? 0 : 1;
}
