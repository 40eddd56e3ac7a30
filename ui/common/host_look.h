// SPDX-License-Identifier: GPL-3.0-or-later
// How the computer a file lies on shows itself everywhere: its name, and the word and colour of its role, so
// that nobody edits production by mistake (DESIGN-LANGUAGE "production").
#pragma once

#include "core/qtio/files/async_file_store.h"
#include "ui/common/tokens.h"

#include <functional>

namespace ui {

struct HostLook
{
    QString name; ///< empty for this computer
    QString role; ///< "Production"; empty for this computer
    Ink ink = &Tokens::accent;

    [[nodiscard]] bool isRemote() const { return !name.isEmpty(); }
};

using HostLookup = std::function<HostLook(const qtio::FilePlace& place)>;

} // namespace ui
