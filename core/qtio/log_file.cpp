// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log_file.h"

#include "core/qtio/descriptor.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;
constexpr std::size_t readAhead = std::size_t{256} << 10;

LogFileError errorOf(int number)
{
    const QString detail = qt_error_string(number);
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return {LogFileError::Code::NotFound, detail};
    case EACCES:
    case EPERM:
        return {LogFileError::Code::AccessDenied, detail};
    case EISDIR:
        return {LogFileError::Code::IsDirectory, detail};
    default:
        return {LogFileError::Code::ReadFailed, detail};
    }
}

/// A terminal ends when its user says so, and /dev/null has nothing.
bool isDevice(const struct stat& status, int fd) noexcept
{
    struct stat null{};
    const bool isNull = ::stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev;
    return S_ISBLK(status.st_mode) || (S_ISCHR(status.st_mode) && !isNull && ::isatty(fd) == 0);
}

/// gz, bz2, xz and zst by their first bytes, not by the name.
bool looksCompressed(std::string_view head) noexcept
{
    using namespace std::string_view_literals;
    return head.starts_with("\x1f\x8b"sv) || head.starts_with("BZh"sv) ||
           head.starts_with("\xfd"
                            "7zXZ\0"sv) ||
           head.starts_with("\x28\xb5\x2f\xfd"sv);
}

qint64 gzipDate(std::string_view head) noexcept
{
    if (head.size() < 8 || !head.starts_with("\x1f\x8b")) {
        return 0;
    }
    qint64 seconds = 0;
    for (std::size_t i = 8; i-- > 4;) {
        seconds = seconds * 256 + static_cast<unsigned char>(head[i]);
    }
    return seconds;
}

/// "maillog-20250105.gz", "maillog.20250105-010859": the day on which it was rotated.
qint64 nameDate(const QString& path)
{
    static const QRegularExpression pattern(QStringLiteral("[-.](\\d{8})(?:-\\d{4,6})?(?:\\.\\w+)?$"));
    const auto match = pattern.match(QFileInfo(path).fileName());
    const QDate date = QDate::fromString(match.captured(1), QStringLiteral("yyyyMMdd"));
    return date.isValid() ? QDateTime(date, QTime(23, 59, 59), Qt::UTC).toSecsSinceEpoch() : 0;
}

ssize_t readAgain(int fd, char* data, std::size_t size) noexcept
{
    ssize_t got = 0;
    do {
        got = ::read(fd, data, size);
    } while (got < 0 && errno == EINTR);
    return got;
}

ssize_t preadAgain(int fd, char* data, std::size_t size, quint64 offset) noexcept
{
    ssize_t got = 0;
    do {
        got = ::pread(fd, data, size, static_cast<off_t>(offset));
    } while (got < 0 && errno == EINTR);
    return got;
}

} // namespace

struct LogFile::State
{
    QString path;
    Descriptor fd{-1};
    qint64 size = 0;
    qint64 date = 0;
    bool regular = false;
    bool compressed = false;
    bool keep = true;
    std::unique_ptr<QTemporaryFile> copy; ///< of what is no plain file
    QByteArray buffer;                    ///< of text()
    quint64 bufferOffset = 0;

    [[nodiscard]] bool needsCopy() const noexcept { return keep && (compressed || !regular); }

    /// Of the unpacked text; -1 when it was not kept.
    [[nodiscard]] int textDescriptor() const
    {
        return copy ? copy->handle() : regular && !compressed ? fd.get() : -1;
    }

    [[nodiscard]] tl::expected<void, LogFileError> pass(std::string_view block, qint64 done,
                                                        const TakeBlock& take);
    [[nodiscard]] tl::expected<void, LogFileError> readPlain(const TakeBlock& take);
    [[nodiscard]] tl::expected<void, LogFileError> readPipe(const TakeBlock& take);
    [[nodiscard]] tl::expected<void, LogFileError> unpack(const TakeBlock& take);
};

LogFile::LogFile(std::unique_ptr<State> state) noexcept : m_state(std::move(state)) {}

LogFile::LogFile(LogFile&&) noexcept = default;
LogFile& LogFile::operator=(LogFile&&) noexcept = default;
LogFile::~LogFile() = default;

const QString& LogFile::path() const noexcept
{
    return m_state->path;
}

qint64 LogFile::size() const noexcept
{
    return m_state->size;
}

qint64 LogFile::date() const noexcept
{
    return m_state->date;
}

bool LogFile::isCompressed() const noexcept
{
    return m_state->compressed;
}

tl::expected<LogFile, LogFileError> LogFile::open(const QString& path, LogText text)
{
    auto state = std::make_unique<State>();
    state->path = path;
    state->keep = text == LogText::Keep;
    const bool standardInput = path == u"-";
    state->fd = Descriptor(standardInput ? ::dup(STDIN_FILENO)
                                         : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    struct stat status{};
    if (state->fd.get() < 0 || ::fstat(state->fd.get(), &status) != 0) {
        return tl::unexpected(errorOf(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return tl::unexpected(errorOf(EISDIR));
    }
    if (isDevice(status, state->fd.get())) {
        return tl::unexpected(LogFileError{LogFileError::Code::IsDevice, {}});
    }
    state->regular = S_ISREG(status.st_mode) && !standardInput;
    state->size = state->regular ? status.st_size : 0;
    std::array<char, 16> head{};
    if (state->regular) {
        const auto got = preadAgain(state->fd.get(), head.data(), head.size(), 0);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        const std::string_view start(head.data(), static_cast<std::size_t>(got));
        state->compressed = looksCompressed(start);
        state->date = nameDate(path);
        if (state->date == 0) {
            state->date = gzipDate(start);
        }
    }
    if (state->date == 0) {
        state->date = state->regular ? status.st_mtime : QDateTime::currentSecsSinceEpoch();
    }
    return LogFile(std::move(state));
}

tl::expected<void, LogFileError> LogFile::State::pass(std::string_view block, qint64 done,
                                                      const TakeBlock& take)
{
    if (copy && copy->write(block.data(), static_cast<qint64>(block.size())) < 0) {
        return tl::unexpected(LogFileError{LogFileError::Code::ReadFailed, copy->errorString()});
    }
    if (!take(block, done)) {
        return tl::unexpected(LogFileError{LogFileError::Code::Cancelled, {}});
    }
    return {};
}

tl::expected<void, LogFileError> LogFile::State::readPlain(const TakeBlock& take)
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    quint64 offset = 0;
    while (true) {
        const auto got = preadAgain(fd.get(), block.get(), blockSize, offset);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        if (got == 0) {
            break;
        }
        offset += static_cast<quint64>(got);
        if (auto passed =
                pass({block.get(), static_cast<std::size_t>(got)}, static_cast<qint64>(offset), take);
            !passed) {
            return passed;
        }
    }
    if (static_cast<qint64>(offset) < size) {
        return tl::unexpected(LogFileError{LogFileError::Code::Changed, {}});
    }
    return {};
}

tl::expected<void, LogFileError> LogFile::State::readPipe(const TakeBlock& take)
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    qint64 done = 0;
    while (true) {
        const auto got = readAgain(fd.get(), block.get(), blockSize);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        if (got == 0) {
            return {};
        }
        done += got;
        if (auto passed = pass({block.get(), static_cast<std::size_t>(got)}, done, take); !passed) {
            return passed;
        }
    }
}

tl::expected<void, LogFileError> LogFile::State::unpack(const TakeBlock& take)
{
    struct Close
    {
        void operator()(archive* reader) const noexcept { archive_read_free(reader); }
    };

    const std::unique_ptr<archive, Close> reader(archive_read_new());
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_raw(reader.get());
    const auto damaged = [&] {
        const char* reason = archive_error_string(reader.get());
        return tl::unexpected(LogFileError{LogFileError::Code::Damaged, QString::fromUtf8(reason)});
    };
    archive_entry* entry = nullptr;
    if (::lseek(fd.get(), 0, SEEK_SET) < 0 ||
        archive_read_open_fd(reader.get(), fd.get(), blockSize) != ARCHIVE_OK ||
        archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK) {
        return damaged();
    }
    const std::unique_ptr<char[]> block(new char[blockSize]);
    while (true) {
        const auto got = archive_read_data(reader.get(), block.get(), blockSize);
        if (got < 0) {
            return damaged();
        }
        if (got == 0) {
            return {};
        }
        const qint64 done = archive_filter_bytes(reader.get(), -1);
        if (auto passed = pass({block.get(), static_cast<std::size_t>(got)}, done, take); !passed) {
            return passed;
        }
    }
}

tl::expected<void, LogFileError> LogFile::read(const TakeBlock& take)
{
    if (m_state->needsCopy()) {
        m_state->copy = std::make_unique<QTemporaryFile>();
        if (!m_state->copy->open()) {
            return tl::unexpected(LogFileError{LogFileError::Code::ReadFailed, m_state->copy->errorString()});
        }
    }
    auto result = m_state->compressed ? m_state->unpack(take)
                  : m_state->regular  ? m_state->readPlain(take)
                                      : m_state->readPipe(take);
    if (m_state->copy) {
        m_state->copy->flush();
    }
    return result;
}

bool LogFile::isPlain() const noexcept
{
    return m_state->regular && !m_state->compressed;
}

tl::expected<std::size_t, LogFileError> LogFile::readAt(quint64 offset, std::span<char> bytes) const
{
    const int fd = m_state->textDescriptor();
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto got = preadAgain(fd, bytes.data() + done, bytes.size() - done, offset + done);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    return done;
}

bool LogFile::hasGrown() const
{
    struct stat status{};
    return m_state->regular && ::fstat(m_state->fd.get(), &status) == 0 && status.st_size > m_state->size;
}

std::string_view LogFile::text(quint64 offset, quint32 length)
{
    auto& s = *m_state;
    const auto inBuffer = [&] {
        return offset >= s.bufferOffset &&
               offset + length <= s.bufferOffset + static_cast<quint64>(s.buffer.size());
    };
    if (!inBuffer()) {
        const int fd = s.textDescriptor();
        // Rows are mostly asked for one after the other.
        s.buffer.resize(static_cast<qsizetype>(std::max<std::size_t>(length, readAhead)));
        const auto got =
            fd < 0 ? -1 : preadAgain(fd, s.buffer.data(), static_cast<std::size_t>(s.buffer.size()), offset);
        s.buffer.resize(std::max<ssize_t>(got, 0));
        s.bufferOffset = offset;
    }
    const auto start = static_cast<std::size_t>(offset - s.bufferOffset);
    const std::string_view buffer(s.buffer.constData(), static_cast<std::size_t>(s.buffer.size()));
    return buffer.substr(std::min(start, buffer.size()), length);
}

} // namespace qtio
