// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/image_tasks.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace maillog {

bool runTasks(std::span<const ImageTask> tasks, bool isSmall, const GoesOn& goesOn)
{
    if (isSmall) {
        return std::all_of(tasks.begin(), tasks.end(),
                           [&](const ImageTask& task) { return goesOn() && task(false); });
    }
    constexpr std::chrono::milliseconds patience{5};
    std::atomic<bool> stopped = false;
    std::atomic<std::size_t> next = 0;
    std::array<std::thread, 2> threads;
    std::mutex mutex;
    std::condition_variable ended;
    std::size_t working = threads.size();
    for (auto& thread : threads) {
        thread = std::thread([&] {
            for (auto number = next++; number < tasks.size() && !stopped; number = next++) {
                if (!tasks[number](stopped)) {
                    stopped = true;
                }
            }
            const std::lock_guard lock(mutex);
            --working;
            ended.notify_all();
        });
    }
    for (std::unique_lock lock(mutex); working > 0;) {
        if (!ended.wait_for(lock, patience, [&] { return working == 0; })) {
            lock.unlock();
            if (!goesOn()) {
                stopped = true;
            }
            lock.lock();
        }
    }
    for (auto& thread : threads) {
        thread.join();
    }
    return !stopped && goesOn();
}

} // namespace maillog
