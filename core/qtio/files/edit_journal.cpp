// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/edit_journal.h"

#include "core/qtio/files/private_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace qtio {

namespace {

const QString ending = QStringLiteral(".unsaved");
const QString lockEnding = QStringLiteral(".lock");

QString hex(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray hashOf(const QByteArray& bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// One line that describes, then the text as it is.
QByteArray packed(const UnsavedText& text)
{
    const QJsonObject head{{QStringLiteral("path"), text.path},
                           {QStringLiteral("baseExists"), text.base.exists},
                           {QStringLiteral("base"), hex(text.base.hash)},
                           {QStringLiteral("time"), text.time.toUTC().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("sha256"), hex(hashOf(text.bytes))}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + text.bytes;
}

std::optional<UnsavedText> unpacked(const QByteArray& content)
{
    const qsizetype end = content.indexOf('\n');
    const QJsonObject head = QJsonDocument::fromJson(content.left(std::max<qsizetype>(end, 0))).object();
    const auto text = [&head](const char* key) { return head.value(QLatin1String(key)).toString(); };
    UnsavedText unsaved;
    unsaved.path = text("path");
    unsaved.base.exists = head.value(QStringLiteral("baseExists")).toBool();
    unsaved.base.hash = QByteArray::fromHex(text("base").toLatin1());
    unsaved.time = QDateTime::fromString(text("time"), Qt::ISODateWithMs);
    unsaved.bytes = content.mid(end + 1);
    const bool isWhole = unsaved.time.isValid() && hex(hashOf(unsaved.bytes)) == text("sha256");
    return isWhole ? std::optional(unsaved) : std::nullopt;
}

Descriptor openLock(const QString& file, int flags)
{
    return Descriptor(
        ::open(QFile::encodeName(file + lockEnding).constData(), O_RDWR | O_CLOEXEC | flags, 0600));
}

void removeBoth(const QString& file)
{
    QFile::remove(file); // the lock last: without a text it means nothing
    QFile::remove(file + lockEnding);
}

} // namespace

LeftBehind::LeftBehind(UnsavedText text, QString file, Descriptor lock)
    : m_text(std::move(text)), m_file(std::move(file)), m_lock(std::move(lock))
{
}

void LeftBehind::discard()
{
    removeBoth(m_file);
}

EditJournal::EditJournal(QString folder) : m_folder(std::move(folder)) {}

EditJournal::~EditJournal()
{
    clear();
}

std::optional<FileError> EditJournal::claimName()
{
    if (auto error = makePrivateFolder(m_folder)) {
        return error;
    }
    const QString file =
        m_folder + QLatin1Char('/') + QString::number(QRandomGenerator::system()->generate64(), 36) + ending;
    Descriptor lock = openLock(file, O_CREAT | O_EXCL);
    if (!lock.isOpen() || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        return FileError{error == ENOSPC || error == EDQUOT ? FileError::Code::NoSpace
                                                            : FileError::Code::Other,
                         file, error, QString::fromLocal8Bit(std::strerror(error))};
    }
    m_file = file;
    m_lock.emplace(std::move(lock));
    return std::nullopt;
}

std::optional<FileError> EditJournal::write(const UnsavedText& text)
{
    if (m_file.isEmpty()) {
        if (auto error = claimName()) {
            return error;
        }
    }
    return writePrivateFile(m_file, packed(text));
}

void EditJournal::clear()
{
    if (m_file.isEmpty()) {
        return;
    }
    removeBoth(m_file);
    m_file.clear();
    m_lock.reset();
}

std::vector<LeftBehind> EditJournal::leftBehind() const
{
    std::vector<LeftBehind> all;
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({QLatin1Char('*') + ending}, QDir::Files)) {
        const QString file = folder.filePath(name);
        Descriptor lock = openLock(file, O_CREAT); // a text without a lock has no owner either
        if (file == m_file || !lock.isOpen() || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
            continue;
        }
        // Only now: somebody else may just have brought it back or thrown it away.
        const auto content = readWhole(file);
        auto text = content ? unpacked(*content) : std::nullopt;
        if (!content) {
            QFile::remove(file + lockEnding);
        }
        if (text) {
            all.emplace_back(*std::move(text), file, std::move(lock));
        }
    }
    std::ranges::sort(all, std::ranges::greater{}, [](const LeftBehind& left) { return left.text().time; });
    return all;
}

} // namespace qtio
