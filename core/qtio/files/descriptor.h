// SPDX-License-Identifier: GPL-3.0-or-later
// A file descriptor that closes itself, and with it gives back its locks.
#pragma once

#include <utility>

#include <unistd.h>

namespace qtio {

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}

    Descriptor(Descriptor&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }

    [[nodiscard]] int get() const noexcept { return m_fd; }

    [[nodiscard]] bool isOpen() const noexcept { return m_fd >= 0; }

private:
    int m_fd;
};

} // namespace qtio
