// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/log/log_set.h"

#include "core/qtio/log/log_name.h"
#include "core/qtio/log/log_repeats.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <sys/stat.h>

namespace qtio {

namespace {

using Reason = LeftOutLog::Reason;
using GoOn = std::function<bool()>;

constexpr std::size_t headSize = 4096;
constexpr std::size_t searched = std::size_t{64} << 10; ///< for a first line of the mail system

/// The first bytes of the text.
tl::expected<std::string, LogFileError> headOf(const QString& path, std::size_t size, const GoOn& goOn)
{
    auto file = LogFile::open(path, LogText::Forget);
    if (!file) {
        return tl::unexpected(file.error());
    }
    std::string head;
    const auto result = file->read([&](std::string_view block, qint64) {
        head.append(block.substr(0, size - head.size()));
        return head.size() < size && (!goOn || goOn());
    });
    using Code = LogFileError::Code;
    if (!result && head.empty() && result.error().code != Code::Damaged &&
        result.error().code != Code::BrokenEntries) {
        return tl::unexpected(result.error());
    }
    return head;
}

/// A hole that copytruncate left begins with NULs and is a log nevertheless.
bool isBinary(std::string_view head)
{
    head.remove_prefix(std::min(head.find_first_not_of('\0'), head.size()));
    const auto odd = std::ranges::count_if(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r' && byte != 0x1b;
    });
    constexpr std::size_t oddShare = 20;
    return static_cast<std::size_t>(odd) * oddShare > head.size();
}

enum class Kind {
    Mail,   ///< by its name
    System, ///< syslog, messages: may repeat the mail's, or hold what it has not
    Part,   ///< mail.err and the like
    Maybe,  ///< *.log: its content tells
    No
};

Kind kindOf(const LogName& name)
{
    const QString& base = name.base;
    if (base == u"mail.err" || base == u"mail.warn" || base == u"mail.info") {
        return Kind::Part;
    }
    if (base.startsWith(u"maillog") || base.startsWith(u"mail.log")) {
        return Kind::Mail;
    }
    if (base == u"syslog" || base == u"messages") {
        return Kind::System;
    }
    return base.endsWith(u".log") || base.endsWith(u".json") || base.endsWith(u".export") ? Kind::Maybe
                                                                                          : Kind::No;
}

/// The members of a set stand together where its first one stood, oldest first.
QStringList inOrder(const QStringList& paths)
{
    struct Member
    {
        QString path;
        LogName name;
        qsizetype set;
    };

    std::vector<Member> members;
    for (const QString& path : paths) {
        const LogName name = LogName::of(path);
        const auto same = std::ranges::find_if(
            members, [&](const Member& member) { return path != u"-" && member.name.isSameSet(name); });
        const auto set = same != members.end() ? same->set : static_cast<qsizetype>(members.size());
        members.push_back({path, name, set});
    }
    std::ranges::stable_sort(members, [](const Member& a, const Member& b) {
        return a.set != b.set ? a.set < b.set : a.name.isOlderThan(b.name);
    });
    QStringList ordered;
    for (const Member& member : members) {
        ordered.append(member.path);
    }
    return ordered;
}

/// One that may repeat another.
struct Suspect
{
    QString path;
    std::vector<std::string> samples;
};

/// What repeats the logs taken, or another of its like, is left out; the others are taken.
void addSuspects(std::vector<Suspect> suspects, const GoOn& goOn, QStringList& taken, LogSet& set)
{
    // Of two that are alike the larger one has all.
    const auto size = [](const Suspect& suspect) { return QFileInfo(suspect.path).size(); };
    std::ranges::stable_sort(suspects, std::greater(), size);
    RepeatSearch search(goOn);
    std::vector<std::vector<std::string>> samples;
    for (const Suspect& suspect : suspects) {
        samples.push_back(suspect.samples);
    }
    const std::vector<QString> holders = search.repeatedBy(samples, taken);
    QStringList unlike;
    for (std::size_t i = 0; i < suspects.size(); ++i) {
        const QString& path = suspects[i].path;
        const QString other =
            holders[i].isEmpty() ? search.repeatedBy({samples[i]}, unlike).front() : holders[i];
        if (other.isEmpty()) {
            unlike.append(path);
        } else {
            set.leftOut.push_back({path, Reason::Repeats, other});
        }
    }
    taken += unlike;
}

/// Those of a folder.
void addFolder(const QString& folder, const GoOn& goOn, LogSet& set)
{
    if (const QFileInfo info(folder); !info.isReadable() || !info.isExecutable()) {
        set.leftOut.push_back(
            {folder, Reason::Unreadable, {}, LogFileError{LogFileError::Code::AccessDenied, {}}});
        return;
    }
    const QDir dir(folder);
    const auto toldBefore = std::ssize(set.leftOut);
    QStringList taken;
    std::vector<Suspect> suspects;
    for (const QString& name : dir.entryList(QDir::Files | QDir::Hidden, QDir::Name)) {
        const QString path = dir.filePath(name);
        const Kind kind = name.startsWith(u'.') ? Kind::No : kindOf(LogName::of(path));
        if (kind == Kind::No) {
            set.leftOut.push_back({path, Reason::NoMailLog, {}});
            continue;
        }
        const bool isSuspect = kind == Kind::Part || kind == Kind::System;
        const auto head = headOf(path, searched, goOn);
        auto samples = isSuspect && head ? mailSamples(path, goOn) : std::vector<std::string>();
        if (!head) {
            set.leftOut.push_back({path, Reason::Unreadable, {}, head.error()});
        } else if (isBinary(*head)) {
            set.leftOut.push_back({path, Reason::Binary, {}});
        } else if (!samples.empty()) {
            suspects.push_back({path, std::move(samples)});
        } else if (!isSuspect && (kind == Kind::Mail || hasMailLine(*head))) {
            taken.append(path);
        } else {
            set.leftOut.push_back({path, Reason::NoMailLog, {}});
        }
    }
    addSuspects(std::move(suspects), goOn, taken, set);
    const bool isAllTold =
        std::any_of(set.leftOut.begin() + toldBefore, set.leftOut.end(),
                    [](const LeftOutLog& log) { return log.reason == Reason::Unreadable; });
    if (taken.isEmpty() && !isAllTold) {
        set.leftOut.push_back({folder, Reason::NoLogs, {}});
    }
    set.paths += taken;
}

/// The same file under several names.
void dropSameFiles(LogSet& set)
{
    std::vector<std::pair<std::pair<dev_t, ino_t>, QString>> known;
    QStringList kept;
    for (const QString& path : std::as_const(set.paths)) {
        struct stat status{};
        const bool isFile = path != u"-" && ::stat(QFile::encodeName(path).constData(), &status) == 0 &&
                            S_ISREG(status.st_mode);
        const std::pair id{status.st_dev, status.st_ino};
        const auto same = std::ranges::find(known, id, [](const auto& entry) { return entry.first; });
        if (isFile && same != known.end()) {
            set.leftOut.push_back({path, Reason::SameFile, same->second});
            continue;
        }
        if (isFile) {
            known.emplace_back(id, path);
        }
        kept.append(path);
    }
    set.paths = kept;
}

/// A log as far as it is needed to tell whether it is a copy.
class Candidate
{
public:
    Candidate(QString path, const GoOn& goOn) : m_path(std::move(path))
    {
        struct stat status{};
        const bool isFile = m_path != u"-" && ::stat(QFile::encodeName(m_path).constData(), &status) == 0 &&
                            S_ISREG(status.st_mode);
        m_head = isFile ? headOf(m_path, headSize, goOn).value_or(std::string()) : std::string();
    }

    [[nodiscard]] const QString& path() const { return m_path; }

    [[nodiscard]] bool mayBeginWith(const Candidate& other) const
    {
        return !other.m_head.empty() && std::string_view(m_head).starts_with(other.m_head);
    }

    /// All of the other's text is the beginning of this one's: its size and its last bytes tell.
    [[nodiscard]] bool beginsWith(Candidate& other, const GoOn& goOn)
    {
        if (!measure(goOn) || !other.measure(goOn) || other.m_size > m_size) {
            return false;
        }
        const quint64 tail = std::min<quint64>(other.m_size, headSize);
        const std::string theirs(other.m_file->text(other.m_size - tail, static_cast<quint32>(tail)));
        return theirs == m_file->text(other.m_size - tail, static_cast<quint32>(tail));
    }

private:
    [[nodiscard]] bool measure(const GoOn& goOn)
    {
        if (!m_file) {
            auto file = LogFile::open(m_path);
            if (!file) {
                return false;
            }
            m_file = std::move(*file);
            if (m_file->isPlain()) {
                m_size = static_cast<quint64>(m_file->size());
            } else {
                (void)m_file->read([&](std::string_view block, qint64) {
                    m_size += block.size();
                    return !goOn || goOn();
                });
            }
        }
        return m_size > 0 && (!goOn || goOn());
    }

    QString m_path;
    std::string m_head;
    std::optional<LogFile> m_file;
    quint64 m_size = 0;
};

/// Of two with the same text the one that stands later in a set is kept: the one that is not packed.
void dropCopies(LogSet& set, const GoOn& goOn)
{
    std::vector<std::unique_ptr<Candidate>> candidates;
    for (const QString& path : std::as_const(set.paths)) {
        candidates.push_back(std::make_unique<Candidate>(path, goOn));
    }
    std::set<const Candidate*> copies;
    for (auto& copy : candidates) {
        for (auto& whole : candidates) {
            const bool isOther = copy != whole && copies.count(whole.get()) == 0;
            if (isOther && whole->mayBeginWith(*copy) && whole->beginsWith(*copy, goOn)) {
                copies.insert(copy.get());
                set.leftOut.push_back({copy->path(), Reason::CopyOf, whole->path()});
                set.paths.removeOne(copy->path());
                break;
            }
        }
    }
}

} // namespace

LeftOutLog::Weight LeftOutLog::weight() const
{
    switch (reason) {
    case Reason::Unreadable:
    case Reason::NoLogs:
        return Weight::Failure;
    case Reason::NoMailLog:
        return Weight::Usual;
    case Reason::Binary:
    case Reason::Repeats:
    case Reason::SameFile:
    case Reason::CopyOf:
        break;
    }
    return Weight::Note;
}

LogSet logSetOf(const QStringList& named, const GoOn& goOn)
{
    LogSet set;
    for (const QString& path : named) {
        if (path != u"-" && QFileInfo(path).isDir()) {
            addFolder(path, goOn, set);
        } else {
            set.paths.append(path);
        }
    }
    dropSameFiles(set);
    set.paths = inOrder(set.paths);
    dropCopies(set, goOn);
    return set;
}

QStringList rotatedSiblings(const QString& path)
{
    const LogName name = LogName::of(path);
    const QDir folder(name.folder);
    QStringList siblings;
    for (const QString& entry : folder.entryList(QDir::Files | QDir::Readable, QDir::Name)) {
        const QString other = folder.filePath(entry);
        if (LogName::of(other).base == name.base && entry != QFileInfo(path).fileName()) {
            siblings.append(other);
        }
    }
    return inOrder(siblings);
}

} // namespace qtio
