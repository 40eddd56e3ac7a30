// SPDX-License-Identifier: GPL-3.0-or-later
// concurrent_bench SERVER[:PORT] [DOMAIN [CONCURRENT [TOTAL]]]: SPF evaluations side by side on one thread
// over a real server, each asking anew (no cache): evaluations per second, their results, the longest wait
// and the peak memory (INTERFACES.md, "Test programs").
#include "core/qtio/dns/ares_resolver.h"
#include "core/qtio/runs/spf_run.h"

#include <QCoreApplication>

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>

#include <sys/resource.h>

namespace {

using Clock = std::chrono::steady_clock;

struct Load
{
    std::string domain = "pass.example.com";
    int concurrent = 1000;
    int total = 200'000;
};

/// Keeps as many evaluations under way as asked for: one that ends starts the next.
class Bench final : public QObject
{
public:
    Bench(qtio::Resolver& resolver, Load load) : m_resolver(resolver), m_load(std::move(load)) {}

    void start()
    {
        m_start = Clock::now();
        for (int i = 0; i < m_load.concurrent; ++i) {
            startOne();
        }
    }

    void print() const
    {
        const std::chrono::duration<double> wall = Clock::now() - m_start;
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        fmt::print(
            "{} evaluations, {} at a time: {:.0f} a second, {:.2f} s wall, {:.2f} s CPU, longest {} ms, "
            "{} KB peak\n",
            m_done, m_load.concurrent, m_done / wall.count(), wall.count(),
            static_cast<double>(std::clock()) / CLOCKS_PER_SEC, m_longest.count(), usage.ru_maxrss);
        for (const auto& [result, count] : m_results) {
            fmt::print("  {:<10} {}\n", spf::word(result), count);
        }
    }

private:
    void startOne()
    {
        if (m_started == m_load.total) {
            return;
        }
        ++m_started;
        spf::Check check;
        check.client = net::IpAddress::v4(0xc0000219); // 192.0.2.25
        check.domain = m_load.domain;
        check.sender = "user@" + m_load.domain;
        check.helo = "mail.example.com";
        auto* run = new qtio::SpfRun(std::move(check), spf::Options{}, m_resolver, this);
        connect(
            run, &qtio::SpfRun::finished, this, [this, run, start = Clock::now()](const spf::Report& report) {
                const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
                m_longest = std::max(m_longest, wait);
                ++m_results[report.result];
                run->deleteLater();
                if (++m_done == m_load.total) {
                    QCoreApplication::quit();
                } else {
                    startOne();
                }
            });
        run->start();
    }

    qtio::Resolver& m_resolver;
    Load m_load;
    Clock::time_point m_start;
    std::chrono::milliseconds m_longest{0};
    std::map<spf::Result, int> m_results;
    int m_started = 0;
    int m_done = 0;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto server = qtio::resolveNameserver(arguments.value(1).toStdString());
    Load load;
    load.domain = arguments.value(2, QString::fromStdString(load.domain)).toStdString();
    load.concurrent = arguments.value(3, QString::number(load.concurrent)).toInt();
    load.total = arguments.value(4, QString::number(load.total)).toInt();
    if (!server || load.concurrent < 1 || load.total < load.concurrent || arguments.size() > 5) {
        fmt::print(stderr, "usage: concurrent_bench SERVER[:PORT] [DOMAIN [CONCURRENT [TOTAL]]]\n");
        return 2;
    }
    qtio::AresResolver::Options options;
    options.servers = {*server};
    qtio::AresResolver resolver(std::move(options));
    Bench bench(resolver, load);
    bench.start();
    QCoreApplication::exec();
    bench.print();
    return 0;
}
