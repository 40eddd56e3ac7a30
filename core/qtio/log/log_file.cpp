// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_file.h"

#include "core/qtio/files/descriptor.h"
#include "core/qtio/files/read_at.h"
#include "core/qtio/log/log_archive.h"
#include "core/qtio/log/log_copy.h"
#include "core/qtio/log/log_form.h"
#include "core/qtio/log/log_gzip.h"
#include "core/qtio/log/log_journal.h"
#include "core/qtio/log/log_name.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <span>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qtio {

namespace {

constexpr std::size_t blockSize = std::size_t{1} << 20;
constexpr std::size_t readAhead = std::size_t{256} << 10;
constexpr qsizetype headSize = 4096;

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
    case ECANCELED:
        return {LogFileError::Code::Cancelled, {}};
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
    const QDate date = LogName::of(path).date;
    return date.isValid() ? QDateTime(date, QTime(23, 59, 59), Qt::UTC).toSecsSinceEpoch() : 0;
}

} // namespace

struct LogFile::State
{
    QString path;
    Descriptor fd{-1};
    qint64 size = 0;
    qint64 date = 0;
    bool regular = false;
    bool keep = true;
    maillog::ZoneRules zone;
    Packing packing = Packing::None;
    JournalForm journal = JournalForm::None;
    std::unique_ptr<LogCopy> copy;
    std::unique_ptr<GzipText> gzip;
    std::unique_ptr<JournalText> lines; ///< of a journal, while it is read
    QByteArray linesText;
    bool isFirst = true; ///< no text was read yet
    QByteArray head;     ///< of a pipe, looked at and not yet taken
    QByteArray buffer;   ///< of text()
    quint64 bufferOffset = 0;

    /// Can be read once only, or from its start only.
    [[nodiscard]] bool isSequential() const noexcept
    {
        return !regular || packing == Packing::Archive || journal != JournalForm::None;
    }

    [[nodiscard]] Result lookAt(std::string_view start);
    [[nodiscard]] Result lookAtText(std::string_view start);
    [[nodiscard]] ByteSource fileSource() const;
    [[nodiscard]] ByteSource source(const TakeBlock& take);
    [[nodiscard]] ssize_t readPipe(std::span<char> bytes, const TakeBlock& take);
    [[nodiscard]] Result lookAtPipe(const TakeBlock& take);
    [[nodiscard]] Result pass(std::string_view block, quint64 done, const TakeBlock& take);
    [[nodiscard]] Result passText(std::string_view text, quint64 done, const TakeBlock& take);
    [[nodiscard]] Result readPlain(const TakeBlock& take);
    [[nodiscard]] Result readGzip(const TakeBlock& take);
    [[nodiscard]] Result readArchive(const TakeBlock& take);
    [[nodiscard]] Result readAll(const TakeBlock& take);
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
    return m_state->packing != Packing::None;
}

bool LogFile::isPlain() const noexcept
{
    return m_state->regular && !isCompressed() && m_state->journal == JournalForm::None;
}

int LogFile::handle() const noexcept
{
    return m_state->regular ? m_state->fd.get() : -1;
}

tl::expected<LogFile, LogFileError> LogFile::open(const QString& path, LogText text,
                                                  const maillog::ZoneRules& zone)
{
    auto state = std::make_unique<State>();
    state->path = path;
    state->keep = text == LogText::Keep;
    state->zone = zone;
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
    if (state->regular) {
        std::array<char, headSize> head{};
        const auto got = preadAgain(state->fd.get(), head, 0);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        const std::string_view start(head.data(), static_cast<std::size_t>(got));
        if (const auto looked = state->lookAt(start); !looked) {
            return tl::unexpected(looked.error());
        }
        state->date = nameDate(path);
        if (state->date == 0) {
            state->date = gzipDate(start);
        }
    }
    if (state->date == 0) {
        state->date = state->regular ? status.st_mtime : QDateTime::currentSecsSinceEpoch();
    }
    if (state->keep && state->isSequential()) {
        constexpr qint64 largestRatio = 20;
        state->copy = std::make_unique<LogCopy>();
        if (const auto reason = state->copy->open(state->size * largestRatio)) {
            return tl::unexpected(LogFileError{LogFileError::Code::ReadFailed, *reason});
        }
    }
    return LogFile(std::move(state));
}

ByteSource LogFile::State::fileSource() const
{
    return [fd = fd.get()](std::span<char> bytes, quint64 offset) { return preadAgain(fd, bytes, offset); };
}

ByteSource LogFile::State::source(const TakeBlock& take)
{
    if (regular) {
        return fileSource();
    }
    return [this, &take](std::span<char> bytes, quint64) {
        if (!head.isEmpty()) {
            const auto taken = std::min(static_cast<std::size_t>(head.size()), bytes.size());
            std::memcpy(bytes.data(), head.constData(), taken);
            head.remove(0, static_cast<qsizetype>(taken));
            return static_cast<ssize_t>(taken);
        }
        return readPipe(bytes, take);
    };
}

/// What it is, by its first bytes; a gz file has to be opened for that.
LogFile::Result LogFile::State::lookAt(std::string_view start)
{
    packing = packingOf(start);
    std::array<char, headSize> unpacked{};
    if (packing == Packing::Gzip && regular) {
        GzipStream stream(fileSource());
        start = {unpacked.data(), stream.read(unpacked)};
        if (packingOf(start) != Packing::None) {
            packing = Packing::Archive; // which unpacks all there is
            return {};
        }
        gzip = std::make_unique<GzipText>(fileSource());
    }
    if (packing != Packing::None && !gzip) {
        return {}; // told once it is unpacked
    }
    return lookAtText(start);
}

LogFile::Result LogFile::State::lookAtText(std::string_view start)
{
    if (auto refusal = refusalOf(start, packing)) {
        return tl::unexpected(*std::move(refusal));
    }
    journal = journalFormOf(start);
    return {};
}

/// A pipe that is silent asks every few milliseconds whether anybody still waits.
ssize_t LogFile::State::readPipe(std::span<char> bytes, const TakeBlock& take)
{
    constexpr int silence = 25;
    pollfd pipe{fd.get(), POLLIN, 0};
    while (true) {
        const int ready = ::poll(&pipe, 1, silence);
        const ssize_t got = ready > 0 ? ::read(fd.get(), bytes.data(), bytes.size()) : -1;
        if (ready > 0 && (got >= 0 || (errno != EINTR && errno != EAGAIN))) {
            return got;
        }
        if (ready < 0 && errno != EINTR) {
            return -1;
        }
        if (!take({}, 0)) {
            errno = ECANCELED;
            return -1;
        }
    }
}

/// Enough of a pipe to tell what it is: the rest of a journal's entry may come before the first whole one.
LogFile::Result LogFile::State::lookAtPipe(const TakeBlock& take)
{
    std::array<char, headSize> bytes{};
    while (head.size() < headSize) {
        const ssize_t got = readPipe(bytes, take);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        if (got == 0) {
            break;
        }
        head.append(bytes.data(), got);
    }
    return lookAt({head.constData(), static_cast<std::size_t>(head.size())});
}

LogFile::Result LogFile::State::passText(std::string_view text, quint64 done, const TakeBlock& take)
{
    if (copy) {
        if (const auto reason = copy->append(text)) {
            return tl::unexpected(LogFileError{LogFileError::Code::ReadFailed, *reason});
        }
    }
    if (!take(text, static_cast<qint64>(done))) {
        return tl::unexpected(LogFileError{LogFileError::Code::Cancelled, {}});
    }
    return {};
}

LogFile::Result LogFile::State::pass(std::string_view block, quint64 done, const TakeBlock& take)
{
    if (isFirst && !block.empty() && packing != Packing::None) {
        if (auto looked = lookAtText(block.substr(0, headSize)); !looked) {
            return looked;
        }
    }
    isFirst = isFirst && block.empty();
    if (journal == JournalForm::None) {
        return passText(block, done, take);
    }
    if (!lines) {
        lines = std::make_unique<JournalText>(journal, zone);
    }
    linesText.clear();
    lines->feed(block, linesText);
    return passText({linesText.constData(), static_cast<std::size_t>(linesText.size())}, done, take);
}

LogFile::Result LogFile::State::readPlain(const TakeBlock& take)
{
    const std::unique_ptr<char[]> block(new char[blockSize]);
    const ByteSource bytes = source(take);
    quint64 offset = 0;
    while (true) {
        const auto got = bytes({block.get(), blockSize}, offset);
        if (got < 0) {
            return tl::unexpected(errorOf(errno));
        }
        if (got == 0) {
            break;
        }
        offset += static_cast<quint64>(got);
        if (auto passed = pass({block.get(), static_cast<std::size_t>(got)}, offset, take); !passed) {
            return passed;
        }
    }
    if (regular && static_cast<qint64>(offset) < size) {
        return tl::unexpected(LogFileError{LogFileError::Code::Changed, {}});
    }
    return {};
}

LogFile::Result LogFile::State::readGzip(const TakeBlock& take)
{
    static_assert(blockSize == GzipText::blockSize);
    const std::unique_ptr<char[]> block(new char[blockSize]);
    GzipStream stream(source(take));
    while (stream.state() == GzipStream::State::Going) {
        const std::size_t got = stream.read({block.get(), blockSize});
        if (gzip && keep) {
            gzip->passed(stream);
        }
        if (auto passed = pass({block.get(), got}, stream.fileOffset(), take); !passed) {
            return passed;
        }
    }
    switch (stream.state()) {
    case GzipStream::State::ReadFailed:
        return tl::unexpected(errorOf(stream.systemError()));
    case GzipStream::State::Damaged:
        return tl::unexpected(LogFileError{LogFileError::Code::Damaged, {}});
    case GzipStream::State::Going:
    case GzipStream::State::End:
        break;
    }
    return {};
}

LogFile::Result LogFile::State::readArchive(const TakeBlock& take)
{
    Result result;
    const auto unpacked = unpackArchive(source(take), [&](std::string_view block, quint64 done) {
        result = pass(block, done, take);
        return result.has_value();
    });
    if (!result || unpacked) {
        return result;
    }
    if (errno == ECANCELED) {
        return tl::unexpected(errorOf(ECANCELED));
    }
    return tl::unexpected(LogFileError{LogFileError::Code::Damaged, {}});
}

LogFile::Result LogFile::State::readAll(const TakeBlock& take)
{
    lines.reset();
    isFirst = true;
    if (!regular) {
        if (auto looked = lookAtPipe(take); !looked) {
            return looked;
        }
    }
    if (copy) {
        copy->clear();
    }
    Result result = packing == Packing::Gzip      ? readGzip(take)
                    : packing == Packing::Archive ? readArchive(take)
                                                  : readPlain(take);
    if (lines && (result || result.error().code != LogFileError::Code::Cancelled)) {
        linesText.clear();
        lines->finish(linesText);
        auto passed = passText({linesText.constData(), static_cast<std::size_t>(linesText.size())},
                               static_cast<quint64>(size), take);
        result = result ? passed : result;
        if (const JournalDamage& damage = lines->damage(); result && damage.entries > 0) {
            result = tl::unexpected(
                LogFileError{LogFileError::Code::BrokenEntries, {}, damage.line, damage.entries});
        }
    }
    return result;
}

LogFile::Result LogFile::read(const TakeBlock& take)
{
    return m_state->readAll(take);
}

bool LogFile::hasGrown() const
{
    struct stat status{};
    return m_state->regular && ::fstat(m_state->fd.get(), &status) == 0 && status.st_size > m_state->size;
}

tl::expected<std::size_t, LogFileError> LogFile::readAt(quint64 offset, std::span<char> bytes) const
{
    const auto& s = *m_state;
    if (s.copy) {
        return s.copy->copy(offset, bytes);
    }
    if (s.isSequential()) {
        return 0; // was not to be kept
    }
    if (s.gzip) {
        return s.gzip->copy(offset, bytes);
    }
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = preadAgain(s.fd.get(), bytes.subspan(done), offset + done);
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

std::string_view LogFile::text(quint64 offset, quint32 length)
{
    auto& s = *m_state;
    const auto inBuffer = [&] {
        return offset >= s.bufferOffset &&
               offset + length <= s.bufferOffset + static_cast<quint64>(s.buffer.size());
    };
    if (!inBuffer()) {
        // Rows are mostly asked for one after the other.
        s.buffer.resize(static_cast<qsizetype>(std::max<std::size_t>(length, readAhead)));
        const std::span<char> room(s.buffer.data(), static_cast<std::size_t>(s.buffer.size()));
        s.buffer.resize(static_cast<qsizetype>(readAt(offset, room).value_or(0)));
        s.bufferOffset = offset;
    }
    const auto start = static_cast<std::size_t>(offset - s.bufferOffset);
    const std::string_view buffer(s.buffer.constData(), static_cast<std::size_t>(s.buffer.size()));
    return buffer.substr(std::min(start, buffer.size()), length);
}

} // namespace qtio
