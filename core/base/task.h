// SPDX-License-Identifier: GPL-3.0-or-later
// A lazy coroutine that is awaited once: it starts when awaited and hands its value back to the awaiter
// without growing the stack. Destroying the outermost one destroys all that it waits for.
#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <utility>

namespace base {

template <class T>
class [[nodiscard]] Task
{
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    struct FinalAwaiter
    {
        [[nodiscard]] bool await_ready() const noexcept { return false; }

        [[nodiscard]] std::coroutine_handle<> await_suspend(Handle finished) const noexcept
        {
            const auto awaiter = finished.promise().awaiter;
            return awaiter ? awaiter : std::noop_coroutine();
        }

        void await_resume() const noexcept {}
    };

    struct promise_type
    {
        std::coroutine_handle<> awaiter;
        std::optional<T> value;
        std::exception_ptr failure;

        Task get_return_object() noexcept { return Task(Handle::from_promise(*this)); }

        [[nodiscard]] std::suspend_always initial_suspend() const noexcept { return {}; }

        [[nodiscard]] FinalAwaiter final_suspend() const noexcept { return {}; }

        void return_value(T result) { value.emplace(std::move(result)); }

        void unhandled_exception() noexcept { failure = std::current_exception(); }
    };

    struct Awaiter
    {
        Handle task;

        [[nodiscard]] bool await_ready() const noexcept { return false; }

        [[nodiscard]] std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) const noexcept
        {
            task.promise().awaiter = awaiter;
            return task;
        }

        T await_resume() const { return take(task.promise()); }
    };

    Task(Task&& other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}

    Task& operator=(Task&& other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }

    ~Task()
    {
        if (m_handle) {
            m_handle.destroy();
        }
    }

    [[nodiscard]] Awaiter operator co_await() const noexcept { return {m_handle}; }

    /// For the outermost task only: runs to the first suspension.
    void start() const { m_handle.resume(); }

    [[nodiscard]] bool isDone() const noexcept { return m_handle.done(); }

    /// For the outermost task once it is done.
    [[nodiscard]] T result() const { return take(m_handle.promise()); }

private:
    explicit Task(Handle handle) noexcept : m_handle(handle) {}

    static T take(promise_type& promise)
    {
        if (promise.failure) {
            std::rethrow_exception(promise.failure);
        }
        return std::move(*promise.value);
    }

    Handle m_handle;
};

} // namespace base
