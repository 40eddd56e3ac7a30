// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/senders_csv.h"

#include "core/qtio/tables/csv.h"
#include "core/spf/providers.h"
#include "ui/words/outline_words.h"
#include "ui/words/trace_words.h"

#include <QIODevice>

#include <algorithm>

namespace ui {

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray lineOf(const SendersModel& model, int row)
{
    const spf::SenderNetwork& one = model.network(row);
    QByteArrayList notes;
    for (const spf::SenderNote& note : one.notes) {
        notes.append(bytes(spf::word(note.kind)) + ' ' +
                     bytes(model.network(static_cast<int>(note.other)).network.network.toString()));
    }
    const auto at = static_cast<std::size_t>(row);
    const auto found = at < model.operators().size() ? model.operators()[at] : std::nullopt;
    QByteArrayList cells{bytes(one.network.network.toString()),
                         one.goesOnAt ? QByteArray() : bytes(spf::word(spf::resultOf(one.qualifier))),
                         bytes(one.network.host),
                         words::way(one.path).toUtf8(),
                         bytes(spf::providerOn(one.path)),
                         notes.join("; "),
                         found ? QByteArray::number(found->asNumber) : QByteArray(),
                         found ? bytes(found->name) : QByteArray()};
    for (QByteArray& each : cells) {
        each = qtio::csvCell({each.constData(), static_cast<std::size_t>(each.size())});
    }
    return cells.join(',') + "\r\n";
}

} // namespace

QString networkLines(const spf::SenderNetworks& senders)
{
    QStringList lines;
    for (const spf::SenderNetwork& one : senders.networks) {
        const bool isIdle = std::ranges::any_of(one.notes, [](const spf::SenderNote& note) {
            return note.kind == spf::SenderNote::Kind::Duplicate ||
                   note.kind == spf::SenderNote::Kind::Overruled;
        });
        if (one.mayPass() && !isIdle) {
            lines.append(words::shown(one.network.network.toString()));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

bool writeCsv(QIODevice& device, const SendersModel& model)
{
    if (device.write("network,result,host,path,provider,notes,asn,operator\r\n") < 0) {
        return false;
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        if (device.write(lineOf(model, row)) < 0) {
            return false;
        }
    }
    return true;
}

} // namespace ui
