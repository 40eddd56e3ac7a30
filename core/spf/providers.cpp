// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spf/providers.h"

#include "core/base/ascii.h"

#include <algorithm>
#include <array>

namespace spf {
namespace {

struct Provider
{
    std::string_view suffix; ///< the name itself and all below
    std::string_view name;
};

/// Only names whose owner is sure: from the owners' manuals.
constexpr std::array providers{
    Provider{"_spf.google.com", "Google Workspace"},
    Provider{"_netblocks.google.com", "Google Workspace"},
    Provider{"_netblocks2.google.com", "Google Workspace"},
    Provider{"_netblocks3.google.com", "Google Workspace"},
    Provider{"aspmx.googlemail.com", "Google Workspace"},
    Provider{"spf.protection.outlook.com", "Microsoft 365"},
    Provider{"amazonses.com", "Amazon SES"},
    Provider{"sendgrid.net", "Twilio SendGrid"},
    Provider{"servers.mcsv.net", "Mailchimp"},
    Provider{"spf.mandrillapp.com", "Mailchimp Transactional (Mandrill)"},
    Provider{"mailgun.org", "Mailgun"},
    Provider{"_spf.salesforce.com", "Salesforce"},
    Provider{"aspmx.pardot.com", "Salesforce (Pardot)"},
    Provider{"mail.zendesk.com", "Zendesk"},
    Provider{"hubspotemail.net", "HubSpot"},
    Provider{"zoho.com", "Zoho"},
    Provider{"zoho.eu", "Zoho"},
    Provider{"zoho.in", "Zoho"},
    Provider{"zoho.jp", "Zoho"},
    Provider{"zohomail.eu", "Zoho"},
    Provider{"zcsend.net", "Zoho Campaigns"},
    Provider{"spf.messagingengine.com", "Fastmail"},
    Provider{"spf.mailjet.com", "Mailjet"},
    Provider{"tmems-jp.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes-anz.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes-sg.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes-in.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes-uae.trendmicro.com", "Trend Micro Email Security"},
    Provider{"tmes.trendmicro.eu", "Trend Micro Email Security"},
    Provider{"hes.trendmicro.com", "Trend Micro Hosted Email Security"},
    Provider{"kagoya.net", "KAGOYA"},
    Provider{"spfcm.cybermail.jp", "CYBERMAIL Σ"},
    Provider{"spf.haihaimail.jp", "配配メール"},
    Provider{"simplemail.jp", "GMO Simple mail"},
    Provider{"spf.list-finder.jp", "List Finder"},
    Provider{"_spf.autobiz.jp", "オートビズ"},
    Provider{"jcity.com", "ジェイシティ"},
    Provider{"spf.espar.biz", "espar form"},
};

} // namespace

std::string_view providerOf(std::string_view domain) noexcept
{
    const auto found = std::ranges::find_if(providers, [domain](const Provider& one) {
        if (!base::endsWithIgnoreCase(domain, one.suffix)) {
            return false;
        }
        const std::size_t rest = domain.size() - one.suffix.size();
        return rest == 0 || domain[rest - 1] == '.';
    });
    return found == providers.end() ? std::string_view() : found->name;
}

std::string_view providerOn(const std::vector<std::string>& path) noexcept
{
    for (std::size_t i = path.empty() ? 0 : path.size() - 1; i > 0; --i) { // the last one is the term
        if (const std::string_view name = providerOf(path[i - 1]); !name.empty()) {
            return name;
        }
    }
    return {};
}

} // namespace spf
