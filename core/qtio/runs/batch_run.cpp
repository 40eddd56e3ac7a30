// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/runs/batch_run.h"

#include <bit>
#include <functional>
#include <utility>

namespace qtio {

namespace {

/// How many evaluations are under way at a time, and how far they may run ahead of the row that is next.
constexpr std::size_t window = 64;
constexpr std::size_t farthestAhead = 4096;
/// Rows begun in one slice: bad rows and repeated mails need no evaluation and would go on without end.
constexpr std::size_t sliceSize = 512;

std::size_t hashOf(const policy::Request& request)
{
    const std::hash<std::string> hash;
    return hash(request.sender) ^ (hash(request.clientAddress) * 31) ^ (hash(request.heloName) * 17);
}

} // namespace

BatchRun::BatchRun(std::shared_ptr<const std::vector<MailRow>> rows, const CheckSetup& setup,
                   Resolver& resolver, Order order, QObject* parent)
    : QObject(parent),
      m_rows(std::move(rows)),
      m_setup(setup),
      m_resolver(resolver),
      m_order(order),
      m_slots(std::bit_ceil(2 * m_rows->size() + 1)),
      m_outcomes(m_rows->size())
{
    m_slice.setSingleShot(true);
    connect(&m_slice, &QTimer::timeout, this, &BatchRun::startMore);
}

BatchRun::~BatchRun() = default;

void BatchRun::start()
{
    m_slice.start();
}

bool BatchRun::mayStartAnother() const
{
    return m_started < m_rows->size() && m_running.size() < window &&
           (m_order == Order::AsFinished || m_started < m_done + farthestAhead);
}

void BatchRun::startMore()
{
    const QPointer<BatchRun> self(this);
    for (std::size_t begun = 0; begun < sliceSize && mayStartAnother(); ++begun) {
        begin(m_started++);
        if (!self) {
            return;
        }
    }
    if (m_done == m_rows->size()) {
        Q_EMIT finished();
    } else if (mayStartAnother()) {
        m_slice.start();
    }
}

std::size_t BatchRun::firstLike(std::size_t row)
{
    const policy::Request& request = *(*m_rows)[row].request;
    std::size_t slot = hashOf(request) % m_slots.size();
    while (m_slots[slot] != 0 && *(*m_rows)[m_slots[slot] - 1].request != request) {
        slot = (slot + 1) % m_slots.size();
    }
    if (m_slots[slot] == 0) {
        m_slots[slot] = row + 1;
    }
    return m_slots[slot] - 1;
}

void BatchRun::begin(std::size_t row)
{
    if (!(*m_rows)[row].request) {
        deliver(row, nullptr);
        return;
    }
    const std::size_t first = firstLike(row);
    if (BatchOutcome outcome = m_outcomes[first].lock()) {
        deliver(row, std::move(outcome));
        return;
    }
    const auto [waiting, isNew] = m_waiting.try_emplace(first);
    waiting->second.push_back(row);
    if (isNew) {
        evaluate(first);
    }
}

void BatchRun::evaluate(std::size_t row)
{
    auto check = std::make_unique<MailCheck>(*(*m_rows)[row].request, m_setup, m_resolver);
    connect(check.get(), &MailCheck::finished, this, [this, row] { take(row); });
    MailCheck& started = *check;
    m_running.emplace(row, std::move(check));
    started.start();
}

void BatchRun::take(std::size_t row)
{
    const auto found = m_running.find(row);
    // In a block of its own, which goes with the last user and not with the last weak pointer.
    const BatchOutcome outcome(new CheckOutcome(found->second->outcome()));
    // It is still inside its own signal.
    found->second.release()->deleteLater();
    m_running.erase(found);
    m_outcomes[row] = outcome;
    m_slice.start();
    const std::vector<std::size_t> waiting = std::move(m_waiting.extract(row).mapped());
    const QPointer<BatchRun> self(this);
    for (const std::size_t each : waiting) {
        deliver(each, outcome);
        if (!self) {
            return;
        }
    }
}

void BatchRun::deliver(std::size_t row, BatchOutcome outcome)
{
    if (m_order == Order::AsFinished) {
        ++m_done;
        Q_EMIT checked(row, outcome);
        return;
    }
    m_early.emplace(row, std::move(outcome));
    const QPointer<BatchRun> self(this);
    while (self && !m_early.empty() && m_early.begin()->first == m_done) {
        const BatchOutcome next = std::move(m_early.extract(m_early.begin()).mapped());
        Q_EMIT checked(m_done++, next);
    }
}

} // namespace qtio
