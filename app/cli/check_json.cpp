// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/check_json.h"

#include "core/qtio/json_report.h"
#include "ui/words/spf_words.h"

using namespace Qt::StringLiterals;

namespace cli {

QJsonObject checkJson(const CheckOutcome& outcome)
{
    const spf::Report* report = outcome.report ? &*outcome.report : nullptr;
    QJsonObject json = qtio::checkJson(outcome.request, outcome.decision, report);
    if (report != nullptr && report->problem) {
        QJsonObject spf = json[u"spf"_s].toObject();
        QJsonObject problem = spf[u"problem"_s].toObject();
        problem.insert(u"message"_s, words::message(*report->problem));
        spf.insert(u"problem"_s, problem);
        json.insert(u"spf"_s, spf);
    }
    return json;
}

} // namespace cli
