// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followed_log.h"

#include <algorithm>
#include <utility>

namespace cli {

namespace {

/// Beyond that the log is begun anew, so that it may be followed for years.
constexpr qsizetype longEnough = qsizetype{16} << 20;

} // namespace

FollowedLog::FollowedLog(const QString& path, std::optional<quint64> known, maillog::ReaderOptions options,
                         const maillog::Filter& filter)
    : m_tail(path, known, options.zone),
      m_options(std::move(options)),
      m_filter(filter),
      m_start(m_tail.offset())
{
    begin();
}

void FollowedLog::begin()
{
    m_reader.reset();
    m_log = std::make_unique<maillog::Log>();
    m_reader = std::make_unique<maillog::Reader>(*m_log, m_log->addSource(), m_options);
    m_text.clear();
    m_told = 0;
}

void FollowedLog::add(std::string_view text)
{
    m_text.append(text.data(), static_cast<qsizetype>(text.size()));
    m_reader->feed(text);
}

bool FollowedLog::look(const Tell& tell)
{
    bool isSilent = true;
    const bool goesOn = m_tail.look([&](std::string_view text, bool isNewFile) {
        if (isNewFile) {
            m_reader->finish(maillog::Tail::Take);
            tellNew(Unfinished::Tell, tell);
            begin();
        } else {
            isSilent = false;
            add(text);
            if (m_text.size() > longEnough && m_text.endsWith('\n')) {
                m_reader->finish(maillog::Tail::Take);
                tellNew(Unfinished::Tell, tell);
                begin();
            }
        }
    });
    if (!isSilent || m_told < m_log->size()) {
        m_reader->finish(goesOn ? maillog::Tail::Wait : maillog::Tail::Take);
        tellNew(isSilent || !goesOn ? Unfinished::Tell : Unfinished::Wait, tell);
    }
    return goesOn;
}

void FollowedLog::tellNew(Unfinished unfinished, const Tell& tell)
{
    const auto& columns = m_log->columns();
    maillog::Row end = m_log->size();
    while (unfinished == Unfinished::Wait && end > m_told &&
           (columns.flags[end - 1] & maillog::DetailOnly) != 0) {
        --end;
    }
    const auto line = [this](std::uint16_t, std::uint64_t offset, std::uint32_t length) {
        return std::string_view(m_text.constData(), static_cast<std::size_t>(m_text.size()))
            .substr(std::min<std::uint64_t>(offset, static_cast<std::uint64_t>(m_text.size())), length);
    };
    for (const std::uint32_t row : m_filter.rows(*m_log, line, m_told)) {
        if (row < end) {
            tell((*m_log)[row]);
        }
    }
    m_told = std::max(m_told, end);
}

} // namespace cli
