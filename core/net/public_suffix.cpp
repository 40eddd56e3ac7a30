// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/public_suffix.h"

#include <libpsl.h>

namespace net {

bool isPublicSuffix(const DomainName& name)
{
    // Without the star rule a made-up top-level name ("corp", "localdomain") is no registry.
    return psl_is_public_suffix2(psl_builtin(), name.ascii().c_str(), PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) ==
           1;
}

} // namespace net
