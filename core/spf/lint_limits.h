// SPDX-License-Identifier: GPL-3.0-or-later
// The limits findings are about: those every evaluation has (RFC 7208 4.6.4), and from where on to warn.
#pragma once

#include "core/spf/report.h"

namespace spf {

inline constexpr int lookupLimit = Limits{}.terms;
inline constexpr int manyLookups = 8; ///< SPF-012
inline constexpr int voidLimit = Limits{}.voidLookups;
inline constexpr std::size_t exchangeLimit = Limits{}.mxNames;
inline constexpr std::size_t udpLimit = 512; ///< octets of an answer (RFC 1035 4.2.1)

} // namespace spf
