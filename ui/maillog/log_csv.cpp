// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/log_csv.h"

#include "core/qtio/csv.h"

#include <QDateTime>

namespace ui {

namespace {

QByteArray lineOf(const maillog::Check& check)
{
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(check.time, Qt::OffsetFromUTC, check.offsetMinutes * 60);
    const std::string address = check.address ? check.address->toString() : std::string();
    const std::string repeat = std::to_string(check.repeat);
    QByteArray line = time.toString(Qt::ISODateWithMs).toUtf8();
    for (const std::string_view value :
         {std::string_view(check.host), check.result ? spf::word(*check.result) : std::string_view(),
          maillog::word(check.action), policy::word(check.identity), std::string_view(address), check.helo,
          check.sender, check.recipient, check.domain, check.rule, std::string_view(repeat),
          std::string_view(check.guessed.empty() ? "" : "yes")}) {
        line += ',' + qtio::csvCell(value);
    }
    return line + "\r\n";
}

} // namespace

bool writeCsv(QIODevice& device, const LogView& view)
{
    if (device.write("time,host,result,action,identity,ip,helo,from,to,domain,rule,repeat,guessed\r\n") < 0) {
        return false;
    }
    for (const std::uint32_t row : view.rows) {
        if (device.write(lineOf((*view.logs->logs.log)[row])) < 0) {
            return false;
        }
    }
    return true;
}

} // namespace ui
