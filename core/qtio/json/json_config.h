// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and differences of config.ini as JSON (INTERFACES.md, "config lint"). Sentences come in as
// arguments, because the core has none.
#pragma once

#include "core/config/lint.h"
#include "core/config/semantic_diff.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace qtio {

/// {"id","severity","line","column","section","key","message","fixes":[{"title","safe","edits":[...]}]};
/// an edit replaces "length" bytes at byte "position" by "replacement". One title for each fix.
[[nodiscard]] QJsonObject toJson(const config::Finding& finding, const QString& message,
                                 const QStringList& fixTitles);

/// {"kind","section","key","old","new","oldEffective","newEffective","added","removed"}.
[[nodiscard]] QJsonObject toJson(const config::Change& change);

} // namespace qtio
