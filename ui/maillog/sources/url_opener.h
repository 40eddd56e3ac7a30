// SPDX-License-Identifier: GPL-3.0-or-later
// Hands an address to the program of the desktop for it (mail program, browser, folders); tests put another
// one in its place.
#pragma once

#include <QUrl>

#include <functional>

namespace ui {

/// False when there is no such program.
using UrlOpener = std::function<bool(const QUrl&)>;

} // namespace ui
