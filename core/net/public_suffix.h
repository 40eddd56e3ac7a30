// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a name is a registry's own ("co.jp"), after the Public Suffix List built into libpsl (CFG-029).
#pragma once

#include "core/net/domain_name.h"

namespace net {

[[nodiscard]] bool isPublicSuffix(const DomainName& name);

} // namespace net
