// SPDX-License-Identifier: GPL-3.0-or-later
// The mails of a table, some side by side, in slices between which the event loop goes on: command line and
// window run the same. Destroying it cancels everything.
#pragma once

#include "core/qtio/runs/mail_check.h"
#include "core/qtio/tables/mail_table.h"

#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>

namespace qtio {

/// Null for a row that is no mail.
using BatchOutcome = std::shared_ptr<const CheckOutcome>;

class BatchRun final : public QObject
{
    Q_OBJECT

public:
    enum class Order {
        AsGiven,   ///< rows that are ready wait for those before them; only some run ahead
        AsFinished ///< every row at once
    };

    /// `setup` and `resolver` must outlive the run.
    BatchRun(std::shared_ptr<const std::vector<MailRow>> rows, const CheckSetup& setup, Resolver& resolver,
             Order order, QObject* parent = nullptr);
    ~BatchRun() override;

    /// checked() and finished() follow from the event loop.
    void start();

    /// How many rows checked() was emitted for.
    [[nodiscard]] std::size_t doneCount() const noexcept { return m_done; }

Q_SIGNALS:
    /// Once for every row. Equal mails are evaluated once as long as somebody keeps the outcome of the first.
    void checked(std::size_t row, const qtio::BatchOutcome& outcome);
    void finished();

private:
    void startMore();
    [[nodiscard]] bool mayStartAnother() const;
    void begin(std::size_t row);
    [[nodiscard]] std::size_t firstLike(std::size_t row);
    void evaluate(std::size_t row);
    void take(std::size_t row);
    void deliver(std::size_t row, BatchOutcome outcome);

    std::shared_ptr<const std::vector<MailRow>> m_rows;
    const CheckSetup& m_setup;
    Resolver& m_resolver;
    Order m_order;
    QTimer m_slice;
    /// Rows by the hash of their mail, from 1, open addressing: a node for each of many mails would be freed
    /// all at once at the end, which a window feels.
    std::vector<std::size_t> m_slots;
    std::vector<std::weak_ptr<const CheckOutcome>> m_outcomes; ///< by the first row of equal mails
    std::map<std::size_t, std::vector<std::size_t>> m_waiting; ///< by the row that is evaluated for them
    std::map<std::size_t, std::unique_ptr<MailCheck>> m_running;
    std::map<std::size_t, BatchOutcome> m_early; ///< finished before their turn
    std::size_t m_started = 0;
    std::size_t m_done = 0;
};

} // namespace qtio
