// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/config_file.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <utility>

namespace ui {

namespace {

constexpr int lookMs = 30'000;

using ReadOnlyReason = ConfigDocument::ReadOnlyReason;
using Code = qtio::FileError::Code;

QByteArray bytesOf(const config::IniDocument& document)
{
    return QByteArray::fromStdString(document.bytes());
}

QString ownerText(const qtio::FileContent& content)
{
    return content.owner.isEmpty() ? QString()
                                   : QStringLiteral("%1:%2, %3")
                                         .arg(content.owner, content.group)
                                         .arg(content.mode, 4, 8, QLatin1Char('0'));
}

config::IniDocument parsed(const QByteArray& bytes)
{
    return config::IniDocument::parse(bytes.toStdString());
}

} // namespace

ConfigFile::ConfigFile(ConfigDocument& document, qtio::AsyncFileStore& store, QObject* parent)
    : QObject(parent), m_document(document), m_store(store)
{
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, &ConfigFile::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ConfigFile::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ConfigFile::checkDisk);
    connect(&m_document, &ConfigDocument::pathChanged, this, [this] {
        ++m_asked; // what is still on its way comes too late
        ++m_opened;
        if (m_document.isNew())
            m_rights = qtio::Rights::User;
        setDiskState(DiskState::Same);
        watch();
    });
}

ConfigDocument::Source ConfigFile::sourceOf(const qtio::FilePlace& place, const qtio::FileContent& content,
                                            bool look) const
{
    return {place, content.fingerprint, content.modified,
            look                 ? ReadOnlyReason::Asked
            : content.isWritable ? ReadOnlyReason::None
                                 : ReadOnlyReason::NoPermission,
            ownerText(content)};
}

void ConfigFile::open(const qtio::FilePlace& place, qtio::Rights rights, Done done, bool look)
{
    m_store.read(place, rights, this,
                 [this, place, rights, look = look || m_lookOnly, asked = ++m_asked,
                  done = std::move(done)](const tl::expected<qtio::FileContent, qtio::FileError>& content) {
                     if (!content) {
                         done(content.error());
                         return;
                     }
                     if (asked != m_asked) { // another was opened meanwhile
                         done(qtio::FileError{Code::Cancelled, place.text(), 0, {}});
                         return;
                     }
                     m_rights = rights;
                     m_document.open(sourceOf(place, *content, look), parsed(content->bytes));
                     Q_EMIT diskStateChanged(); // another file: whatever was told of the one before is over
                     done({});
                 });
}

void ConfigFile::useAdministratorRights()
{
    m_rights = qtio::Rights::Administrator;
    if (m_document.readOnlyReason() == ReadOnlyReason::NoPermission) {
        m_document.allowEditing();
        Q_EMIT diskStateChanged();
    }
}

bool ConfigFile::canUseAdministratorRights() const
{
    return m_document.isOpen() && !m_document.isNew() && m_rights == qtio::Rights::User &&
           m_store.knowsAdministrator(m_document.source().place);
}

void ConfigFile::write(const SaveOptions& options, Done done)
{
    // The store writes only over the base, so that is what stands there.
    const ConfigDocument::Source& source = m_document.source();
    writeOver({source.place, m_rights, source.base,
               source.base.exists ? std::optional(bytesOf(m_document.onDisk())) : std::nullopt, m_opened},
              options, std::move(done));
}

void ConfigFile::writeAs(const qtio::FilePlace& place, const SaveOptions& options, Done done)
{
    m_store.read(place, qtio::Rights::User, this,
                 [this, place, options,
                  done = std::move(done)](const tl::expected<qtio::FileContent, qtio::FileError>& there) {
                     if (!there && there.error().code != Code::NotFound) {
                         done(there.error());
                         return;
                     }
                     writeOver({place, qtio::Rights::User, there ? there->fingerprint : qtio::Fingerprint{},
                                there ? std::optional(there->bytes) : std::nullopt, m_opened},
                               options, done);
                 });
}

void ConfigFile::writeCopy(const qtio::FilePlace& place, const QByteArray& bytes, Done done)
{
    const auto write = [this, place, bytes,
                        done](const tl::expected<qtio::Fingerprint, qtio::FileError>& there) {
        m_store.write(place, qtio::Rights::User,
                      {.path = place.path, .bytes = bytes, .base = there.value_or(qtio::Fingerprint{})}, this,
                      [done](const tl::expected<qtio::Written, qtio::FileError>& written) {
                          done(written ? std::nullopt : std::optional(written.error()));
                      });
    };
    m_store.fingerprint(place, qtio::Rights::User, this, write);
}

void ConfigFile::writeOver(const Target& target, const SaveOptions& options, Done done)
{
    const config::IniDocument text = m_document.current();
    m_isWriting = true;
    m_store.write(target.place, target.rights,
                  {.path = target.place.path,
                   .bytes = bytesOf(text),
                   .base = target.base,
                   .ownerPolicy = options.owner},
                  this,
                  [this, target, text, note = options.note,
                   done = std::move(done)](const tl::expected<qtio::Written, qtio::FileError>& written) {
                      m_isWriting = false;
                      if (written) {
                          finishWrite(target, text, note, written->fingerprint);
                          done({});
                      } else if (written.error().code == Code::Stale ||
                                 written.error().code == Code::ConnectionLost) {
                          lookWhetherWritten(target, text, note, written.error(), done);
                      } else {
                          done(written.error());
                      }
                  });
}

void ConfigFile::lookWhetherWritten(const Target& target, const config::IniDocument& text,
                                    const QString& note, const qtio::FileError& error, Done done)
{
    m_store.fingerprint(target.place, target.rights, this,
                        [this, target, text, note, error, done = std::move(done)](
                            const tl::expected<qtio::Fingerprint, qtio::FileError>& now) {
                            const QByteArray hash =
                                QCryptographicHash::hash(bytesOf(text), QCryptographicHash::Sha256);
                            if (now && now->exists && now->hash == hash) {
                                finishWrite(target, text, note, *now);
                                done({});
                                return;
                            }
                            if (target.place == m_document.source().place)
                                take(now);
                            done(error);
                        });
}

void ConfigFile::finishWrite(const Target& target, const config::IniDocument& text, const QString& note,
                             const qtio::Fingerprint& written)
{
    const auto lost =
        m_history ? m_history->keep({target.place.text(), target.before, bytesOf(text), note}) : std::nullopt;
    if (target.opened != m_opened) { // another file is open by now
        if (lost)
            Q_EMIT notKept(*lost);
        return;
    }
    m_rights = target.rights;
    m_document.takeSaved({target.place, written, QDateTime::currentDateTime(), ReadOnlyReason::None, {}},
                         text);
    m_seen = written;
    watch();
    setDiskState(DiskState::Same);
    if (lost)
        Q_EMIT notKept(*lost);
}

void ConfigFile::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_look.stop();
    const qtio::FilePlace& place = m_document.source().place;
    if (place.path.isEmpty())
        return;
    if (place.isRemote()) {
        m_look.start();
        return;
    }
    // The folder tells of files that are replaced by a rename, the file of those written in place.
    m_watcher.addPath(place.path);
    m_watcher.addPath(QFileInfo(place.path).absolutePath());
}

void ConfigFile::checkDisk()
{
    if (!m_document.isOpen() || m_document.isNew() || m_isWriting || !m_document.source().base.exists)
        return;
    m_store.fingerprint(
        m_document.source().place, m_rights, this,
        [this, asked = m_opened](const tl::expected<qtio::Fingerprint, qtio::FileError>& now) {
            if (asked == m_opened && !m_isWriting)
                take(now);
        });
}

void ConfigFile::take(const tl::expected<qtio::Fingerprint, qtio::FileError>& now)
{
    const qtio::FilePlace& place = m_document.source().place;
    const bool isGone = now ? !now->exists : now.error().code == Code::NotFound;
    if (!isGone && !place.isRemote() && !m_watcher.files().contains(place.path))
        m_watcher.addPath(place.path); // lost when the file was replaced
    if (isGone) {
        setDiskState(DiskState::Gone);
    } else if (now) { // what cannot be read just now is no news
        const bool isNews = std::exchange(m_seen, *now) != *now;
        const DiskState before = m_diskState;
        setDiskState(*now == m_document.source().base ? DiskState::Same : DiskState::Changed);
        if (isNews && before == DiskState::Changed && m_diskState == before)
            Q_EMIT diskStateChanged(); // told again, also when the notice was closed
    }
}

void ConfigFile::setDiskState(DiskState state)
{
    if (std::exchange(m_diskState, state) != state)
        Q_EMIT diskStateChanged();
}

void ConfigFile::diskNow(DiskDone done)
{
    m_store.read(m_document.source().place, m_rights, this,
                 [done = std::move(done)](const tl::expected<qtio::FileContent, qtio::FileError>& content) {
                     if (content)
                         done(parsed(content->bytes));
                     else
                         done(tl::unexpected(content.error()));
                 });
}

void ConfigFile::reload(Done done)
{
    const qtio::FilePlace place = m_document.source().place;
    m_store.read(place, m_rights, this,
                 [this, place, asked = m_opened,
                  done = std::move(done)](const tl::expected<qtio::FileContent, qtio::FileError>& content) {
                     if (!content) {
                         done(content.error());
                         return;
                     }
                     if (asked == m_opened) {
                         m_document.reload(
                             sourceOf(place, *content, m_document.readOnlyReason() == ReadOnlyReason::Asked),
                             parsed(content->bytes));
                         setDiskState(DiskState::Same);
                     }
                     done({});
                 });
}

void ConfigFile::keepMine(Done done, const std::optional<config::IniDocument>& seen)
{
    const qtio::FilePlace place = m_document.source().place;
    m_store.read(place, m_rights, this,
                 [this, place, seen, asked = m_opened,
                  done = std::move(done)](const tl::expected<qtio::FileContent, qtio::FileError>& content) {
                     const bool isGone = !content && content.error().code == Code::NotFound;
                     if (!content && !isGone) {
                         done(content.error());
                         return;
                     }
                     if (seen && (isGone || !(parsed(content->bytes) == *seen))) {
                         done(qtio::FileError{Code::Stale, place.text(), 0, {}});
                         return;
                     }
                     if (asked == m_opened) {
                         m_document.rebase(
                             content ? sourceOf(place, *content, false)
                                     : ConfigDocument::Source{place, {}, {}, ReadOnlyReason::None, {}},
                             content ? parsed(content->bytes) : config::IniDocument());
                         setDiskState(DiskState::Same);
                     }
                     done({});
                 });
}

} // namespace ui
