// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of the domain as JSON strings: UTF-8 as it is, anything else with replacement characters.
#pragma once

#include <QJsonValue>
#include <QString>

#include <string_view>

namespace qtio {

[[nodiscard]] inline QString jsonText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// null for an empty text.
[[nodiscard]] inline QJsonValue jsonTextOrNull(std::string_view bytes)
{
    return bytes.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(jsonText(bytes));
}

} // namespace qtio
