// SPDX-License-Identifier: GPL-3.0-or-later
// The file behind the document, on this computer or another: opened, looked after, written, never over what
// somebody else has put there meanwhile.
#pragma once

#include "core/qtio/files/config_history.h"
#include "ui/config/config_document.h"

#include <QFileSystemWatcher>

namespace ui {

class ConfigFile final : public QObject
{
    Q_OBJECT
public:
    /// What became of the file since it was read.
    enum class DiskState { Same, Changed, Gone };

    struct SaveOptions
    {
        qtio::OwnerPolicy owner = qtio::OwnerPolicy::Keep;
        QString note = {}; ///< for the history: why this was saved
    };

    /// Nothing when all went well. Called once, maybe at once.
    using Done = std::function<void(const std::optional<qtio::FileError>& error)>;
    using DiskDone = std::function<void(const tl::expected<config::IniDocument, qtio::FileError>& onDisk)>;

    ConfigFile(ConfigDocument& document, qtio::AsyncFileStore& store, QObject* parent = nullptr);

    [[nodiscard]] ConfigDocument& document() { return m_document; }

    [[nodiscard]] qtio::AsyncFileStore& store() { return m_store; }

    /// All that is opened from now on is for looking at.
    void setLookOnly(bool lookOnly) { m_lookOnly = lookOnly; }

    /// Where saves are kept from now on; nothing keeps none.
    void setHistory(std::optional<qtio::ConfigHistory> history) { m_history = std::move(history); }

    [[nodiscard]] const std::optional<qtio::ConfigHistory>& history() const { return m_history; }

    /// With which the file is read and written.
    [[nodiscard]] qtio::Rights rights() const { return m_rights; }

    /// From now on, for this file; what was read-only for want of them can be edited.
    void useAdministratorRights();
    [[nodiscard]] bool canUseAdministratorRights() const;

    /// `look` for looking only, whatever was set.
    void open(const qtio::FilePlace& place, qtio::Rights rights, Done done, bool look = false);
    void write(const SaveOptions& options, Done done);
    /// Replaces what is there: whoever chose the place was asked.
    void writeAs(const qtio::FilePlace& place, const SaveOptions& options, Done done);
    /// Another file with other content; the document stays with its own.
    void writeCopy(const qtio::FilePlace& place, const QByteArray& bytes, Done done);

    [[nodiscard]] DiskState diskState() const { return m_diskState; }

    /// Looks whether somebody else has written the file; also called when the window gets the focus.
    void checkDisk();
    void diskNow(DiskDone done);
    /// Takes what is on the disk now; undo brings the edits back.
    void reload(Done done);
    /// The edits stay and the next save may replace what is on the disk now; Stale when that is not `seen`.
    void keepMine(Done done, const std::optional<config::IniDocument>& seen = {});

    void cancel() { m_store.cancel(); }

Q_SIGNALS:
    void diskStateChanged();
    void notKept(const qtio::FileError& error); ///< saved, but the history could not take it

private:
    struct Target
    {
        qtio::FilePlace place;
        qtio::Rights rights;
        qtio::Fingerprint base;
        std::optional<QByteArray> before; ///< what stands there; nothing when there is no file
        int opened;                       ///< m_opened when it was begun
    };

    void writeOver(const Target& target, const SaveOptions& options, Done done);
    /// Somebody may have been here before us: with what we wanted to write all is well.
    void lookWhetherWritten(const Target& target, const config::IniDocument& text, const QString& note,
                            const qtio::FileError& error, Done done);
    void finishWrite(const Target& target, const config::IniDocument& text, const QString& note,
                     const qtio::Fingerprint& written);
    [[nodiscard]] ConfigDocument::Source sourceOf(const qtio::FilePlace& place,
                                                  const qtio::FileContent& content, bool look) const;
    void take(const tl::expected<qtio::Fingerprint, qtio::FileError>& now);
    void watch();
    void setDiskState(DiskState state);

    ConfigDocument& m_document;
    qtio::AsyncFileStore& m_store;
    std::optional<qtio::ConfigHistory> m_history;
    qtio::Rights m_rights = qtio::Rights::User;
    bool m_lookOnly = false;
    bool m_isWriting = false;
    int m_asked = 0;          ///< counts what was asked to be opened: only the last is
    int m_opened = 0;         ///< counts what was opened, so that an answer for an earlier file is known
    qtio::Fingerprint m_seen; ///< on the disk, when it was looked at last
    DiskState m_diskState = DiskState::Same;
    QFileSystemWatcher m_watcher;
    QTimer m_look; ///< at files of other computers, which nobody watches for us
};

} // namespace ui
