// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of the maillog engine (INTERFACES.md, "Test programs"; MAILLOG.md 3 for the goals):
//
//     maillog_bench [--peers] [--only WORD] FILE    reading and asking one mail log
//     maillog_bench --rows N                        asking N made-up rows, without a file
//
// Every figure is the median of five runs. What reads the file runs in a process of its own each time, so its
// CPU time (user and system, all threads) and its peak memory are those of the whole process. With --peers rg
// and lnav, when they are installed, run in turn with ours on the same file, and the ratio of the medians is
// printed: on a busy machine nothing else can be compared. --only leaves out the lines without WORD.
#include "core/maillog/filter.h"
#include "core/maillog/in_halves.h"
#include "core/maillog/line_search.h"
#include "core/maillog/literal_scan.h"
#include "core/maillog/reader.h"
#include "core/maillog/statistics.h"
#include "core/maillog/time_buckets.h"
#include "core/qtio/log/log_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr std::size_t runs = 5;

struct Cost
{
    double wall = 0;
    double cpu = 0;
    long kilobytes = 0; ///< peak memory
};

struct Options
{
    bool peers = false;
    std::string only;
    std::string file;
    std::size_t rows = 0;
};

double secondsOf(const timeval& time) noexcept
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

class Stopwatch
{
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Each figure's own median.
Cost medianOf(std::vector<Cost> costs)
{
    const auto median = [&](auto member) {
        const auto middle = costs.begin() + static_cast<std::ptrdiff_t>(costs.size() / 2);
        std::nth_element(costs.begin(), middle, costs.end(),
                         [&](const Cost& a, const Cost& b) { return a.*member < b.*member; });
        return (*middle).*member;
    };
    return {median(&Cost::wall), median(&Cost::cpu), median(&Cost::kilobytes)};
}

void print(const std::string& name, const Cost& cost, double amount, const char* unit)
{
    fmt::print("{:<46} {:>8.1f} ms wall {:>8.1f} ms CPU {:>9.2f} {} {:>6} MB peak\n", name, cost.wall * 1e3,
               cost.cpu * 1e3, amount / cost.wall / 1e9, unit, cost.kilobytes / 1024);
    std::fflush(stdout);
}

/// Runs `work` in a process of its own; it ends with what `work` returns.
template <class Work>
std::optional<Cost> costApart(const Work& work)
{
    const Stopwatch watch;
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(work());
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0) {
        return std::nullopt;
    }
    return Cost{watch.seconds(), secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime), usage.ru_maxrss};
}

std::optional<Cost> costOfProgram(const std::vector<std::string>& command)
{
    return costApart([&command] {
        std::vector<char*> arguments;
        for (const auto& word : command) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        const int null = ::open("/dev/null", O_RDWR);
        // Not standard output itself: grep and its like stop at the first hit when that is /dev/null.
        std::array<int, 2> pipe{};
        if (::pipe(pipe.data()) != 0) {
            return 127;
        }
        ::dup2(null, STDIN_FILENO);
        ::dup2(pipe[1], STDOUT_FILENO);
        ::execvp(arguments[0], arguments.data());
        return 127;
    });
}

/// Ours and a peer in turn.
struct Peer
{
    std::string name;
    std::vector<std::string> command;
};

template <class Work>
void measureApart(const Options& options, const std::string& name, double bytes, const Work& work,
                  const std::vector<Peer>& peers = {})
{
    if (name.find(options.only) == std::string::npos) {
        return;
    }
    std::vector<Cost> ours;
    std::vector<std::vector<Cost>> theirs(peers.size());
    for (std::size_t i = 0; i < runs; ++i) {
        if (const auto cost = costApart(work)) {
            ours.push_back(*cost);
        }
        for (std::size_t p = 0; options.peers && p < peers.size(); ++p) {
            if (const auto cost = costOfProgram(peers[p].command)) {
                theirs[p].push_back(*cost);
            }
        }
    }
    if (ours.empty()) {
        fmt::print("{}: failed\n", name);
        return;
    }
    const auto cost = medianOf(ours);
    print(name, cost, bytes, "GB/s");
    for (std::size_t p = 0; p < peers.size(); ++p) {
        if (!theirs[p].empty()) {
            const auto peer = medianOf(theirs[p]);
            print("    " + peers[p].name, peer, bytes, "GB/s");
            fmt::print("    ours takes {:.2f} times as long\n", cost.wall / peer.wall);
        }
    }
}

/// Repeats `work`, which returns what it counted, in this process.
template <class Work>
void measure(const Options& options, const std::string& name, double rows, const Work& work)
{
    if (name.find(options.only) == std::string::npos) {
        return;
    }
    std::vector<Cost> costs;
    std::size_t counted = 0;
    for (std::size_t i = 0; i < runs; ++i) {
        const Stopwatch watch;
        const std::clock_t cpuStart = std::clock();
        counted = work();
        rusage usage{};
        ::getrusage(RUSAGE_SELF, &usage);
        costs.push_back({watch.seconds(), static_cast<double>(std::clock() - cpuStart) / CLOCKS_PER_SEC,
                         usage.ru_maxrss});
    }
    print(fmt::format("{} [{}]", name, counted), medianOf(costs), rows, "Grows/s");
}

qtio::LoadedLogs load(const std::string& path, qtio::LogText text)
{
    return qtio::loadLogs({{QString::fromStdString(path)}, maillog::ZoneRules(), std::nullopt, text});
}

/// Filters over columns, top lists and buckets.
void askRows(const Options& options, const maillog::Log& log)
{
    using maillog::RowSet;
    using maillog::TopField;
    const auto rows = static_cast<double>(log.size());
    const auto times = timeRange(log, RowSet::all(log)).value_or(maillog::TimeRange{});
    for (const char* expression :
         {"result:fail", "result:pass", "domain:*.example.co.jp", "from:tanaka", "from:example",
          "from:u7@d17.example", "ip:198.18.0.0/16", "since:-7d",
          "result:fail,softfail ip:198.18.0.0/16 -action:block", "domain:*.example.co.jp since:-7d"}) {
        const auto filter = maillog::Filter::parse(expression, {times.last, maillog::ZoneRules()});
        measure(options, expression, rows, [&] { return filter->rows(log).size(); });
    }
    for (const auto& [name, field] :
         {std::pair{"top domains", TopField::Domain}, std::pair{"top addresses", TopField::Address},
          std::pair{"top networks", TopField::Network}, std::pair{"top senders", TopField::Sender}}) {
        measure(options, name, rows, [&] { return topEntries(log, RowSet::all(log), field, 50).size(); });
    }
    measure(options, "histogram", rows,
            [&] { return histogram(log, RowSet::all(log), 3'600'000, 0)->buckets.size(); });
    measure(options, "buckets of the page", rows,
            [&] { return timeBuckets(log, RowSet::all(log), {})->buckets.size(); });
    measure(options, "clock of the page", rows,
            [&] { return clockOf(log, maillog::ZoneRules()).offsetAt(0) == 0 ? 0U : 1U; });
    const auto fails = maillog::Filter::parse("result:fail", {}).value().rows(log);
    measure(options, "result:fail, top networks", rows,
            [&] { return topEntries(log, RowSet(fails), TopField::Network, 50).size(); });
    measure(options, "result:fail, buckets of the page", rows,
            [&] { return timeBuckets(log, RowSet(fails), {})->buckets.size(); });
    measure(options, "summary", rows, [&] { return summarize(log, RowSet::all(log)).checks; });
}

/// What a whole-file search finds, by two threads; 0 when nothing is found or the file cannot be read.
std::size_t countMatches(const qtio::LogFile& file, const maillog::LineSearch& search)
{
    constexpr std::size_t pieceSize = std::size_t{512} << 10U;
    std::array<std::size_t, 2> counts{};
    const auto half = static_cast<quint64>(file.size()) / 2;
    maillog::inHalves(static_cast<std::size_t>(file.size()), [&](std::size_t part, std::size_t, std::size_t) {
        std::vector<char> bytes(pieceSize);
        // Lines that begin in the half; the first begins behind a line feed.
        quint64 offset = part == 0 ? 0 : half - 1;
        const auto end = part == 0 ? half : static_cast<quint64>(file.size());
        bool isAtLine = part == 0;
        while (offset < end) {
            const auto got = file.readAt(offset, bytes).value_or(0);
            std::string_view block(bytes.data(), got);
            std::size_t from = 0;
            if (!isAtLine) {
                from = std::min(block.find('\n'), block.size() - 1) + 1;
                isAtLine = true;
            }
            block = block.substr(0, block.rfind('\n') + 1);
            if (block.size() <= from) {
                return; // a line longer than a piece
            }
            for (auto found = search.next(block, from); found && offset + found->offset < end;
                 found = search.next(block, found->next)) {
                ++counts[part];
            }
            offset += block.size();
        }
    });
    return counts[0] + counts[1];
}

/// Text over the lines of the checks, and over the whole file as the raw view does it.
void searchFile(const Options& options, const qtio::LogFile& file, const qtio::LoadedLogs& loaded)
{
    const auto bytes = static_cast<double>(file.size());

    struct Question
    {
        const char* expression;
        std::vector<std::string> grep; ///< arguments of rg
    };

    const std::array<Question, 4> questions{{{"text:tanaka", {"-ci", "tanaka"}},
                                             {"text:softfail", {"-ci", "softfail"}},
                                             {"/Softfail|550 5\\.7\\.23/", {"-c", "Softfail|550 5\\.7\\.23"}},
                                             {"/helo=mx[0-9]+\\./", {"-c", "helo=mx[0-9]+\\."}}}};
    for (const auto& [expression, grep] : questions) {
        const auto filter = maillog::Filter::parse(expression, {0, maillog::ZoneRules()});
        const auto& pattern = std::get<maillog::TextPattern>(filter->terms().front().anyOf.front());
        const maillog::LineSearch search(pattern);
        std::vector<std::string> command{"rg"};
        command.insert(command.end(), grep.begin(), grep.end());
        command.push_back(options.file);
        measureApart(options, fmt::format("filter {}", expression), bytes,
                     [&] { return filter->rows(*loaded.log, loaded.blockSource()).empty() ? 1 : 0; });
        measureApart(options, fmt::format("whole file {}", expression), bytes,
                     [&] { return countMatches(file, search) > 0 ? 0 : 1; },
                     {{"rg " + grep[0] + " " + grep[1], command}});
    }
}

/// Rows made of lines, so that they are what a reader makes.
maillog::Log madeUpRows(std::size_t count)
{
    maillog::Log log;
    maillog::Reader reader(log, log.addSource(), {maillog::ZoneRules(), 0, 2025});
    constexpr std::array<const char*, 7> results{"pass", "fail",      "softfail", "neutral",
                                                 "none", "temperror", "permerror"};
    std::mt19937 random(7);
    std::string block;
    for (std::size_t i = 0; i < count; ++i) {
        const auto minute = i / 20;
        const auto name = random() % (random() % 4 == 0 ? 1'000'000 : 5'000);
        const auto result = random() % 3 == 0 ? random() % results.size() : 0;
        fmt::format_to(
            std::back_inserter(block),
            "2025-{:02}-{:02}T{:02}:{:02}:{:02}+09:00 mx{} SPFPolicyd[1]: action={} result={} "
            "identity=mailfrom "
            "domain=d{}.example{} client-ip=198.{}.{}.{} helo=mx.d{}.example envelope-from=<u{}@d{}.example> "
            "to=<r{}@c.example> rule=globals.{} instance=1 queue-id=\n",
            minute / 40'320 % 12 + 1, minute / 1440 % 28 + 1, minute / 60 % 24, minute % 60, i % 20 * 3,
            random() % 4, result == 1 ? "block" : "bypass", results[result], name,
            name % 5 == 0 ? ".co.jp" : "", name % 256, name / 256 % 256, random() % 256, name, random() % 8,
            name, random() % 1000, results[result]);
        if (block.size() > std::size_t{256} << 10U) {
            reader.feed(block);
            block.clear();
        }
    }
    reader.feed(block);
    reader.finish(maillog::Tail::Take);
    return log;
}

bool askFile(const Options& options)
{
    const auto file = qtio::LogFile::open(QString::fromStdString(options.file));
    if (!file) {
        fmt::print(stderr, "{}: {}\n", options.file, file.error().detail.toStdString());
        return false;
    }
    const auto bytes = static_cast<double>(file->size());
    measureApart(options, "index: lines", bytes, [&] {
        std::vector<char> block(std::size_t{256} << 10U);
        std::size_t lines = 0;
        for (quint64 offset = 0;; offset += block.size()) {
            const auto got = file->readAt(offset, block);
            if (!got || *got == 0) {
                return got && lines > 0 ? 0 : 1;
            }
            lines += maillog::countNewlines({block.data(), *got});
        }
    });
    measureApart(
        options, "fields: index, all SPF fields, histogram", bytes,
        [&] {
            const auto loaded = load(options.file, qtio::LogText::Forget);
            const auto buckets = histogram(*loaded.log, maillog::RowSet::all(*loaded.log), 3'600'000, 0);
            return buckets && !loaded.hasErrors() ? 0 : 1;
        },
        {{"rg -c 'policyd-spf|SPFPolicyd'", {"rg", "-c", "policyd-spf|SPFPolicyd", options.file}},
         {"lnav (index, count)", {"lnav", "-n", "-c", ";SELECT count(*) FROM syslog_log", options.file}}});
    const auto loaded = load(options.file, qtio::LogText::Keep);
    askRows(options, *loaded.log);
    searchFile(options, *file, loaded);
    return true;
}

std::optional<Options> optionsOf(const std::vector<std::string>& words)
{
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool hasValue = i + 1 < words.size();
        if (words[i] == "--peers") {
            options.peers = true;
        } else if (words[i] == "--only" && hasValue) {
            options.only = words[++i];
        } else if (words[i] == "--rows" && hasValue) {
            options.rows = std::strtoull(words[++i].c_str(), nullptr, 10);
        } else if (words[i].starts_with("--") || !options.file.empty()) {
            return std::nullopt;
        } else {
            options.file = words[i];
        }
    }
    return options.file.empty() == (options.rows == 0) ? std::nullopt : std::optional(options);
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = optionsOf({argv + 1, argv + argc});
    if (!options) {
        fmt::print(stderr, "maillog_bench [--peers] [--only WORD] FILE\nmaillog_bench --rows N\n");
        return 2;
    }
    if (options->rows > 0) {
        askRows(*options, madeUpRows(options->rows));
        return 0;
    }
    return askFile(*options) ? 0 : 1;
}
