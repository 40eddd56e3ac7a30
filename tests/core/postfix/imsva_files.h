// SPDX-License-Identifier: GPL-3.0-or-later
// Postfix files as the IMSVA guide shows them (SPEC 3.2), for the tests of plan and lint.
#pragma once

namespace imsva {

inline constexpr const char* masterTemplate =
    "smtp      inet  n       -       n       -       -       smtpd\n"
    "127.0.0.1:999 inet n n n - 0 spawn\n"
    "             user=imss argv=/opt/trend/imss/bin/tmprefilter\n"
    "#SPFPolicyd  unix  -      n      n      -      0      spawn\n"
    "#             user=imss  argv=/opt/trend/imss/postfix/etc/postfix/"
    "SPFPolicyd/SPFPolicyd.py\n"
    "pickup    unix  n       -       n       60      1       pickup\n";

inline constexpr const char* masterEnabled =
    "smtp      inet  n       -       n       -       -       smtpd\n"
    "127.0.0.1:999 inet n n n - 0 spawn\n"
    "             user=imss argv=/opt/trend/imss/bin/tmprefilter\n"
    "SPFPolicyd  unix  -      n      n      -      0      spawn\n"
    "             user=imss  argv=/opt/trend/imss/postfix/etc/postfix/"
    "SPFPolicyd/SPFPolicyd.py\n"
    "pickup    unix  n       -       n       60      1       pickup\n";

inline constexpr const char* mainTemplate = "myhostname = imsva.example.com\n"
                                            "smtpd_sender_restrictions =\n"
                                            "  check_policy_service inet:127.0.0.1:999\n"
                                            "#SPFPolicyd_time_limit = 3600\n"
                                            "127.0.0.1:999_time_limit = 3600\n"
                                            "mynetworks = 127.0.0.0/8\n";

inline constexpr const char* mainEnabled = "myhostname = imsva.example.com\n"
                                           "smtpd_sender_restrictions =\n"
                                           "  check_policy_service unix:private/SPFPolicyd\n"
                                           "  check_policy_service inet:127.0.0.1:999\n"
                                           "SPFPolicyd_time_limit = 3600\n"
                                           "127.0.0.1:999_time_limit = 3600\n"
                                           "mynetworks = 127.0.0.0/8\n";

} // namespace imsva
