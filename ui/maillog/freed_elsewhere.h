// SPDX-License-Identifier: GPL-3.0-or-later
// Giving back the memory of millions of rows takes longer than a frame: whoever lets go of it last, it is not
// done in the window's thread.
#pragma once

#include <QtConcurrentRun>

#include <memory>
#include <utility>

namespace ui {

template <class T>
[[nodiscard]] std::shared_ptr<const T> freedElsewhere(std::shared_ptr<const T> kept)
{
    const T* const value = kept.get();
    return std::shared_ptr<const T>(value, [kept = std::move(kept)](const T*) mutable {
        (void)QtConcurrent::run([last = std::move(kept)]() mutable { last.reset(); });
    });
}

} // namespace ui
