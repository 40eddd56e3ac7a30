// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/new_file.h"

#include "core/config/schema.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace config {

namespace {

using Setting = std::pair<std::string_view, std::string_view>; ///< key, value

constexpr std::array recommended{
    Setting{"block_res",
            "550 5.7.23 SPF validation failed; the sender's domain does not authorise this server"},
    Setting{"temperror", "tempblock"},
    Setting{"tempblock_res", "451 4.7.24 SPF validation error; please try again later"},
};
constexpr std::array observed{
    Setting{"fail", "bypass"},
    Setting{"log_level", "2"},
};
constexpr std::array observedEnforced{
    Setting{"softfail", "bypass"},
    Setting{"fail", "bypass"},
    Setting{"temperror", "bypass"},
    Setting{"permerror", "bypass"},
};

std::string_view valueOf(const KeySchema& key, std::span<const Setting> settings)
{
    const auto found = std::find_if(settings.begin(), settings.end(),
                                    [&](const Setting& setting) { return setting.first == key.key; });
    return found == settings.end() ? key.defaultValue : found->second;
}

void addSection(std::string& text, std::string_view name, SectionKind kind, std::span<const Setting> settings,
                const std::string& ownNetworks)
{
    text.append("[").append(name).append("]\n");
    for (const KeySchema& key : keysOf(kind)) {
        std::string value(valueOf(key, settings));
        if (key.key == "white_ip") {
            value += ownNetworks;
        }
        text.append(key.key).append(value.empty() ? " =" : " = ").append(value).append("\n");
    }
}

} // namespace

IniDocument newDocument(const NewFile& file)
{
    std::string ownNetworks;
    for (const net::Network& network : file.ownNetworks) {
        ownNetworks += ", " + network.toString();
    }
    std::string text;
    switch (file.profile) {
    case Profile::ImsvaDefaults:
        addSection(text, "globals", SectionKind::Globals, {}, ownNetworks);
        break;
    case Profile::Recommended:
        addSection(text, "globals", SectionKind::Globals, recommended, ownNetworks);
        break;
    case Profile::ObserveOnly:
        addSection(text, "globals", SectionKind::Globals, observed, ownNetworks);
        text += '\n';
        addSection(text, "enforce_actions", SectionKind::EnforceActions, observedEnforced, {});
        break;
    }
    return IniDocument::parse(std::move(text));
}

} // namespace config
