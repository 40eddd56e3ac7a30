// SPDX-License-Identifier: GPL-3.0-or-later
// Two octets of type, a line with the name asked, then any octets as the answer: a reading is whole or none.
#include "core/dns/wire.h"
#include "tests/fuzz/fuzz.h"

namespace {

/// Which alternative of Record::data a type has.
bool hasDataOf(const dns::Record& record, dns::RecordType type)
{
    switch (type) {
    case dns::RecordType::A:
    case dns::RecordType::AAAA: {
        const auto* address = std::get_if<net::IpAddress>(&record.data);
        return address != nullptr && address->isV4() == (type == dns::RecordType::A);
    }
    case dns::RecordType::MX:
        return std::holds_alternative<dns::Mx>(record.data);
    case dns::RecordType::TXT:
    case dns::RecordType::SPF: {
        const auto* text = std::get_if<dns::Text>(&record.data);
        return text != nullptr && !text->strings.empty();
    }
    default:
        return std::holds_alternative<dns::Name>(record.data);
    }
}

void requireSound(const dns::Reply& reply, dns::RecordType type)
{
    const dns::Answer& answer = reply.answer;
    fuzz::require((answer.status == dns::Status::Ok) == !answer.records.empty());
    fuzz::require(!reply.isUnfinished || (answer.status == dns::Status::NoData && !answer.aliases.empty()));
    fuzz::require(answer.aliases.size() <= 17);
    for (const dns::Record& record : answer.records) {
        fuzz::require(hasDataOf(record, type));
        (void)record.toString();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    std::string_view rest = fuzz::text(data + 2, size - 2);
    dns::Question question{std::string(fuzz::takeLine(rest)),
                           static_cast<dns::RecordType>(data[0] << 8 | data[1])};
    if (!dns::parseRecordType(dns::toString(question.type))) {
        question.type = dns::RecordType::TXT;
    }
    const auto* message = reinterpret_cast<const std::uint8_t*>(rest.data());
    requireSound(dns::readReply({message, rest.size()}, question), question.type);
    // The question itself, sent back as a response, is an answer without data.
    auto query = dns::encodeQuery(question, static_cast<std::uint16_t>(size), size % 2 == 0 ? 1232 : 0);
    fuzz::require(query.has_value() == dns::fitsMessage(question.name));
    if (query) {
        (*query)[2] |= 0x80;
        fuzz::require(dns::readReply(*query, question).answer.status == dns::Status::NoData);
        // With the rest behind it as records of the answer.
        (*query)[7] = 0x02;
        query->insert(query->end(), message, message + rest.size());
        requireSound(dns::readReply(*query, question), question.type);
    }
    return 0;
}
