// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a log as text: UTF-8 as it is, anything else with replacement characters.
#pragma once

#include <QString>

#include <string_view>

namespace ui {

[[nodiscard]] inline QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace ui
