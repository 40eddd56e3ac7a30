// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_session.h"

#include "core/qtio/log/log_worker.h"

namespace qtio {

LogSession::LogSession(QObject* parent)
    : QObject(parent), m_ticket(std::make_shared<LogTicket>()), m_worker(new LogWorker(*this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

LogSession::~LogSession()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

void LogSession::start(const LogRequest& request)
{
    cancel();
    const auto ticket = std::make_shared<LogTicket>();
    ticket->following = m_following;
    m_ticket = ticket;
    m_running = true;
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, request, ticket] { worker->run(request, ticket); });
}

void LogSession::cancel() noexcept
{
    m_ticket.load()->cancelled = true;
}

void LogSession::setFollowing(bool following)
{
    m_following = following;
    m_ticket.load()->following = following;
    QMetaObject::invokeMethod(m_worker, &LogWorker::watch);
}

} // namespace qtio
