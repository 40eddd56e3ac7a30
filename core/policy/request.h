// SPDX-License-Identifier: GPL-3.0-or-later
// One request of Postfix's policy delegation protocol, as far as the decision needs it (SPEC 2.1, 3.1).
#pragma once

#include <string>

namespace policy {

struct Request
{
    std::string request = "smtpd_access_policy";
    std::string protocolState = "RCPT";
    std::string clientAddress;
    std::string heloName;
    std::string sender; ///< empty for the null sender
    std::string recipient;
    std::string instance;
    std::string queueId;
    bool stress = false;
    friend bool operator==(const Request&, const Request&) = default;
};

} // namespace policy
