// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of an SPF record as JSON, like those of config.ini (INTERFACES.md). Sentences come in as
// arguments, because the core has none.
#pragma once

#include "core/spf/lint.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace qtio {

/// {"id","severity","domain","chain","span":[start,length],"message","args","evidence","fixes":[{"title",
/// "edits":[{"start","length","text"}]}]}; places are octets of the record's text. One title for each fix.
[[nodiscard]] QJsonObject toJson(const spf::Finding& finding, const QString& message,
                                 const QStringList& fixTitles);

} // namespace qtio
