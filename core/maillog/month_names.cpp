// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/maillog/month_names.h"

#include "core/base/ascii.h"

#include <array>
#include <utility>

namespace maillog {

int monthOf(std::string_view name) noexcept
{
    static constexpr std::array<std::pair<std::string_view, int>, 60> months{{
        {"jan", 1},
        {"janv", 1},
        {"j\xC3\xA4n", 1},
        {"j\xE4n", 1},
        {"ene", 1},
        {"gen", 1},
        {"feb", 2},
        {"f\xC3\xA9vr", 2},
        {"f\xE9vr", 2},
        {"fevr", 2},
        {"fev", 2},
        {"mar", 3},
        {"mars", 3},
        {"m\xC3\xA4r", 3},
        {"m\xE4r", 3},
        {"m\xC3\xA4rz", 3},
        {"m\xE4rz", 3},
        {"mrz", 3},
        {"marzo", 3},
        {"apr", 4},
        {"avr", 4},
        {"avril", 4},
        {"abr", 4},
        {"may", 5},
        {"mai", 5},
        {"mag", 5},
        {"mayo", 5},
        {"jun", 6},
        {"juin", 6},
        {"juni", 6},
        {"giu", 6},
        {"junio", 6},
        {"jul", 7},
        {"juil", 7},
        {"juli", 7},
        {"lug", 7},
        {"julio", 7},
        {"aug", 8},
        {"ao\xC3\xBBt", 8},
        {"ao\xFBt", 8},
        {"aout", 8},
        {"ago", 8},
        {"sep", 9},
        {"sept", 9},
        {"set", 9},
        {"oct", 10},
        {"okt", 10},
        {"ott", 10},
        {"out", 10},
        {"nov", 11},
        {"dec", 12},
        {"d\xC3\xA9"
         "c",
         12},
        {"d\xE9"
         "c",
         12},
        {"dez", 12},
        {"dic", 12},
        {"marz", 3},
        {"f\xC3\xA9v", 2},
        {"juill", 7},
        {"agosto", 8},
        {"enero", 1},
    }};
    if (name.ends_with('.')) {
        name.remove_suffix(1);
    }
    for (const auto& [word, number] : months) {
        if (base::equalsIgnoreCase(name, word)) {
            return number;
        }
    }
    return 0;
}

} // namespace maillog
