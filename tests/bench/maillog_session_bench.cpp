// SPDX-License-Identifier: GPL-3.0-or-later
// Opening of mail logs as a page does it, and how soon that ends when it is given up:
//
//     maillog_session_bench [--part MEGABYTES] [--images FOLDER] FILE
//
// First and second opening of a plain file: the first rows, all rows, the peak memory. Then gz against plain,
// and cancelling at many times: while a plain file and packed ones (gzip, bzip2, xz and zstd, of the first
// MEGABYTES of the file, 200 unless told) are read, while the image is written and while it is read. Each
// opening is a process of its own; images and packed files lie in a temporary folder.
#include "core/qtio/log/log_session.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int runs = 5;

/// What a process of its own reports; -1: did not come.
struct Opening
{
    double firstRows = -1; ///< milliseconds from the start, as all
    double allRows = -1;
    double ended = -1;     ///< the thread has put the image away and is gone
    double cancelled = -1; ///< from cancel() to finished()
    double gone = -1;      ///< from cancel() to the end of the thread
    quint64 rows = 0;
    long kilobytes = 0;
    double cpu = -1; ///< of all threads
};

struct Plan
{
    QString path;
    QString cache;              ///< empty: none
    qint64 cancelAfter = -1;    ///< milliseconds; -1: never
    bool cancelWriting = false; ///< counted from when all rows are there
};

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

Opening openHere(const Plan& plan)
{
    int argc = 1;
    char name[] = "bench";
    char* argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);
    Opening opening;
    QElapsedTimer timer;
    QElapsedTimer sinceCancel;
    {
        qtio::LogSession session;
        const auto cancel = [&] {
            sinceCancel.start();
            session.cancel();
        };
        QObject::connect(&session, &qtio::LogSession::snapshotTaken, [&](const qtio::LoadedLogs& logs) {
            if (opening.firstRows < 0 && logs.log->size() > 0) {
                opening.firstRows = milliseconds(timer);
            }
        });
        QObject::connect(&session, &qtio::LogSession::finished, [&](const qtio::LoadedLogs& logs) {
            opening.allRows = milliseconds(timer);
            opening.firstRows = opening.firstRows < 0 ? opening.allRows : opening.firstRows;
            opening.cancelled = sinceCancel.isValid() ? milliseconds(sinceCancel) : -1;
            opening.rows = logs.log->size();
            if (plan.cancelWriting) {
                QTimer::singleShot(plan.cancelAfter, Qt::PreciseTimer, &application, [&] {
                    cancel();
                    QCoreApplication::quit();
                });
            } else {
                QCoreApplication::quit();
            }
        });
        qtio::LogRequest request;
        request.paths = QStringList{plan.path};
        if (!plan.cache.isEmpty()) {
            request.cache = std::make_shared<qtio::LogCache>(plan.cache, qint64{8} << 30, 0);
        }
        timer.start();
        session.start(request);
        if (plan.cancelAfter >= 0 && !plan.cancelWriting) {
            QTimer::singleShot(plan.cancelAfter, Qt::PreciseTimer, &application, cancel);
        }
        QCoreApplication::exec();
        if (plan.cancelAfter < 0) {
            // The session would give up the image: it is waited for.
            const auto isWriting = [&] {
                const QDir folder(plan.cache);
                return !plan.cache.isEmpty() && !folder.entryList({QStringLiteral("*.part")}).isEmpty();
            };
            const auto isMissing = [&] {
                return !plan.cache.isEmpty() &&
                       QDir(plan.cache).entryList({QStringLiteral("*.logimage")}).isEmpty();
            };
            for (QElapsedTimer patience = timer;
                 (isWriting() || isMissing()) && patience.elapsed() < 600'000;) {
                ::usleep(5000);
            }
        }
    }
    opening.ended = milliseconds(timer);
    opening.gone = sinceCancel.isValid() ? milliseconds(sinceCancel) : -1;
    return opening;
}

Opening openApart(const Plan& plan)
{
    auto* const shared = static_cast<Opening*>(
        ::mmap(nullptr, sizeof(Opening), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    const pid_t child = ::fork();
    if (child == 0) {
        *shared = openHere(plan);
        ::_exit(0);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    Opening opening = *shared;
    opening.kilobytes = usage.ru_maxrss;
    const auto of = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    opening.cpu = of(usage.ru_utime) + of(usage.ru_stime);
    ::munmap(shared, sizeof(Opening));
    return opening;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? -1 : values[values.size() / 2];
}

void print(const char* name, const std::vector<Opening>& openings)
{
    const auto of = [&](double Opening::* member) {
        std::vector<double> values;
        for (const auto& opening : openings) {
            values.push_back(opening.*member);
        }
        return median(values);
    };
    fmt::print("{:<24} first rows {:>7.1f} ms, all {:>8.1f} ms, with image {:>8.1f} ms, CPU {:>8.1f} ms, {} "
               "rows, {} MB peak\n",
               name, of(&Opening::firstRows), of(&Opening::allRows), of(&Opening::ended), of(&Opening::cpu),
               openings.back().rows, openings.back().kilobytes / 1024);
    std::fflush(stdout);
}

/// Gives up at `times` moments of what takes `whole` milliseconds.
void cancelAll(const std::string& name, Plan plan, double whole, int times = 12)
{
    constexpr double longEnough = 3000;
    whole = std::min(whole, longEnough);
    std::vector<double> told;
    std::vector<double> gone;
    for (int i = 0; i < times; ++i) {
        plan.cancelAfter = static_cast<qint64>(whole * i / times);
        const auto opening = openApart(plan);
        if (opening.cancelled >= 0) {
            told.push_back(opening.cancelled);
        }
        if (opening.gone >= 0) {
            gone.push_back(opening.gone);
        }
    }
    const auto most = [](const std::vector<double>& values) {
        return values.empty() ? -1 : *std::ranges::max_element(values);
    };
    fmt::print("cancel: {:<16} told {:>6.1f} ms (most {:>6.1f}), thread gone {:>6.1f} ms (most {:>6.1f})\n",
               name, median(told), most(told), median(gone), most(gone));
    std::fflush(stdout);
}

/// The first bytes of the file, packed by the program; empty when it is not installed.
QString packed(const QString& part, const QString& program, const QString& suffix)
{
    const QString path = part + suffix;
    QProcess process;
    process.setStandardInputFile(part);
    process.setStandardOutputFile(path);
    process.start(program, {QStringLiteral("-c")});
    const bool done = process.waitForFinished(-1) && process.exitCode() == 0;
    return done && QFileInfo(path).size() > 0 ? path : QString();
}

bool cut(const QString& from, const QString& to, qint64 size)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly)) {
        return false;
    }
    while (size > 0) {
        const auto block = source.read(std::min<qint64>(size, qint64{1} << 20));
        if (block.isEmpty()) {
            break;
        }
        target.write(block);
        size -= block.size();
    }
    return target.flush();
}

void measure(const QString& path, qint64 partSize, const QString& images)
{
    const QTemporaryDir folder;
    const QString cache = images.isEmpty() ? folder.filePath(QStringLiteral("images")) : images;
    const QString other = folder.filePath(QStringLiteral("given-up"));
    const auto first = openApart({path, cache, -1, false});
    print("first opening", {first});
    std::vector<Opening> second;
    for (int i = 0; i < runs; ++i) {
        second.push_back(openApart({path, cache, -1, false}));
    }
    print("second opening", second);
    const double secondAll = second.front().allRows;
    cancelAll("plain", {path, {}, 0, false}, first.allRows);
    cancelAll("image read", {path, cache, 0, false}, secondAll);
    cancelAll("image written", {path, other, 0, true}, first.ended - first.allRows, 8);
    const QString part = folder.filePath(QStringLiteral("part"));
    if (!cut(path, part, partSize)) {
        return;
    }

    struct Packer
    {
        const char* program;
        const char* suffix;
    };

    for (const auto& [program, suffix] :
         {Packer{"gzip", ".gz"}, Packer{"bzip2", ".bz2"}, Packer{"xz", ".xz"}, Packer{"zstd", ".zst"}}) {
        const QString file = packed(part, QString::fromLatin1(program), QString::fromLatin1(suffix));
        if (file.isEmpty()) {
            fmt::print("{} is not installed\n", program);
            continue;
        }
        std::vector<Opening> plainRuns;
        std::vector<Opening> packedRuns;
        for (int i = 0; i < runs; ++i) {
            plainRuns.push_back(openApart({part, {}, -1, false}));
            packedRuns.push_back(openApart({file, {}, -1, false}));
        }
        print("part, plain", plainRuns);
        print((std::string("part, ") + program).c_str(), packedRuns);
        cancelAll(program, {file, {}, 0, false}, packedRuns.front().allRows);
    }
}

} // namespace

int main(int argc, char** argv)
{
    qint64 partSize = qint64{200} << 20;
    QString path;
    QString images;
    for (int i = 1; i < argc; ++i) {
        const auto word = QString::fromLocal8Bit(argv[i]);
        if (word == u"--part" && i + 1 < argc) {
            partSize = QString::fromLocal8Bit(argv[++i]).toLongLong() << 20;
        } else if (word == u"--images" && i + 1 < argc) {
            images = QString::fromLocal8Bit(argv[++i]);
        } else {
            path = word;
        }
    }
    if (path.isEmpty() || !QFileInfo(path).isFile()) {
        fmt::print(stderr, "maillog_session_bench [--part MEGABYTES] [--images FOLDER] FILE\n");
        return 2;
    }
    measure(path, partSize, images);
    return 0;
}
