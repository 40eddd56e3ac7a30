// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace cli {

namespace {

std::array<int, 2> pipeOfSignals{-1, -1}; ///< a handler of signals may only write

void tell(int)
{
    const char one = 1;
    (void)!::write(pipeOfSignals[1], &one, 1);
}

void onSignals(void (*handler)(int), int flags)
{
    for (const int number : {SIGINT, SIGTERM}) {
        struct sigaction action = {};
        action.sa_handler = handler;
        action.sa_flags = flags;
        ::sigaction(number, &action, nullptr);
    }
}

} // namespace

Interrupt::Interrupt(QObject* parent) : QObject(parent)
{
    if (::pipe2(pipeOfSignals.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    auto* notifier = new QSocketNotifier(pipeOfSignals[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT wanted();
    });
    onSignals(&tell, static_cast<int>(SA_RESETHAND | static_cast<unsigned>(SA_RESTART)));
}

Interrupt::~Interrupt()
{
    onSignals(SIG_DFL, 0);
    for (int& end : pipeOfSignals) {
        if (end >= 0) {
            ::close(end);
        }
        end = -1;
    }
}

} // namespace cli
