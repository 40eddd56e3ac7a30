// SPDX-License-Identifier: GPL-3.0-or-later
// The config.ini being edited, shared by the settings page, the lists page and whoever asks what the policy
// is. Holds an immutable document; every change is a named command; "modified" means that bytes differ from
// the disk.
#pragma once

#include "core/config/edits.h"
#include "core/config/finding_index.h"
#include "core/config/lint.h"
#include "core/config/new_file.h"
#include "core/config/policy_config.h"
#include "core/config/semantic_diff.h"
#include "core/qtio/config_history.h"
#include "core/qtio/file_store.h"
#include "ui/common/open_document.h"
#include "ui/config/edit_command.h"

#include <QFileSystemWatcher>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace ui {

class ConfigDocument final : public OpenDocument
{
    Q_OBJECT
public:
    enum class ReadOnlyReason {
        None,
        NoPermission,
        Asked ///< the user wants to look only (--read-only)
    };
    /// What became of the file on disk since it was read.
    enum class DiskState { Same, Changed, Gone };

    explicit ConfigDocument(qtio::FileStore& store, QObject* parent = nullptr);

    // The frame's view.
    [[nodiscard]] QString path() const override { return m_path; }

    [[nodiscard]] bool isModified() const override;

    [[nodiscard]] bool isReadOnly() const override { return m_readOnly != ReadOnlyReason::None; }

    /// Through the review that a page has set, else at once.
    void save(std::function<void(bool saved)> done) override;
    using Review = std::function<void(std::function<void(bool saved)> done)>;

    void setReview(Review review) { m_review = std::move(review); }

    // Files.
    /// All that is opened from now on is for looking at.
    void setLookOnly(bool lookOnly) { m_lookOnly = lookOnly; }

    [[nodiscard]] std::optional<qtio::FileError> open(const QString& path);
    /// A new one, without a place on disk.
    void newFile(const config::NewFile& file = {});

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] ReadOnlyReason readOnlyReason() const { return m_readOnly; }

    /// `note` is for the history: why this was saved.
    [[nodiscard]] std::optional<qtio::FileError> write(qtio::OwnerPolicy owner = qtio::OwnerPolicy::Keep,
                                                       const QString& note = {});
    [[nodiscard]] std::optional<qtio::FileError> writeAs(const QString& path, const QString& note = {});
    /// Another file with other content; the document stays with its own.
    [[nodiscard]] std::optional<qtio::FileError> writeCopy(const QString& path, const QByteArray& bytes);

    /// Where saves are kept from now on; nothing keeps none.
    void setHistory(std::optional<qtio::ConfigHistory> history) { m_history = std::move(history); }

    [[nodiscard]] const std::optional<qtio::ConfigHistory>& history() const { return m_history; }

    /// Of the content the edits grew from.
    [[nodiscard]] const qtio::Fingerprint& base() const { return m_base; }

    [[nodiscard]] DiskState diskState() const { return m_diskState; }

    /// Looks whether somebody else has written the file; also called when the window gets the focus.
    void checkDisk();
    [[nodiscard]] tl::expected<config::IniDocument, qtio::FileError> diskNow() const;
    /// Takes what is on the disk now; undo brings the edits back.
    [[nodiscard]] std::optional<qtio::FileError> reload();
    /// The edits stay and the next save may replace what is on the disk now.
    [[nodiscard]] std::optional<qtio::FileError> keepMine();

    // Contents.
    [[nodiscard]] const config::IniDocument& current() const { return m_current; }

    [[nodiscard]] const config::IniDocument& onDisk() const { return m_onDisk; }

    [[nodiscard]] config::Encoding encoding() const { return m_encoding; }

    [[nodiscard]] const config::PolicyConfig& policy() const;
    [[nodiscard]] const std::vector<config::Change>& changes() const;
    [[nodiscard]] bool isKeyModified(const std::string& section, const std::string& key) const;
    [[nodiscard]] bool isSectionModified(const std::string& section) const;

    /// Of the last analysis; see analysed().
    [[nodiscard]] const std::vector<config::Finding>& findings() const { return *m_findings; }

    /// For models whose rows must stay valid until they take the next ones.
    [[nodiscard]] std::shared_ptr<const std::vector<config::Finding>> sharedFindings() const
    {
        return m_findings;
    }

    /// Of findings().
    [[nodiscard]] const config::FindingIndex& findingIndex() const { return m_findingIndex; }

    [[nodiscard]] int count(config::Severity severity) const { return m_findingIndex.count(severity); }

    void setLintOptions(config::LintOptions options);

    // Edits. All of them are undoable; refused ones change nothing and say why.
    void edit(const config::Edited& plan, EditName name, bool mergeable = false);
    void setKey(const std::string& section, const std::string& key, const std::string& value,
                bool mergeable = false);
    void resetKey(const std::string& section, const std::string& key);
    void revert(const config::Change& change);
    void apply(const config::Finding& finding, const config::Fix& fix);
    void applySafeFixes();

    [[nodiscard]] int safeFixCount() const { return m_findingIndex.safeFixes(); }

    void discard();
    /// A whole other text, as one step.
    void replaceText(const std::string& bytes, EditName name);

    [[nodiscard]] QUndoStack* undoStack() { return &m_stack; }

    [[nodiscard]] QString undoText() const; ///< empty when there is nothing to undo
    [[nodiscard]] QString redoText() const;
    /// Names the steps of the history in the present language.
    void retranslateHistory();

Q_SIGNALS:
    void contentChanged(); ///< current() is another document
    void analysed();       ///< findings() belong to current() again
    void pathChanged();
    void diskStateChanged();
    void editRefused(config::EditError::Code code);
    void notKept(const qtio::FileError& error); ///< saved, but the history could not take it

private:
    friend class EditCommand;
    void setCurrent(config::IniDocument document);
    void setBase(config::IniDocument document, qtio::Fingerprint base, bool writable);
    void start(config::IniDocument document);
    void scheduleAnalysis();
    void analyse();
    void restoreSection(const std::string& canonical, const EditName& name);
    [[nodiscard]] std::optional<qtio::FileError> writeOver(const std::optional<QByteArray>& before,
                                                           qtio::OwnerPolicy owner, const QString& note);
    void takeBase();
    void watch();
    void setDiskState(DiskState state);

    qtio::FileStore& m_store;
    std::optional<qtio::ConfigHistory> m_history;
    Review m_review;
    QString m_path;
    qtio::Fingerprint m_base; ///< of the content the edits grew from
    qtio::Fingerprint m_seen; ///< on the disk, when it was looked at last
    bool m_isOpen = false;
    ReadOnlyReason m_readOnly = ReadOnlyReason::None;
    bool m_lookOnly = false;
    DiskState m_diskState = DiskState::Same;
    config::IniDocument m_current;
    config::IniDocument m_onDisk;
    config::Encoding m_encoding = config::Encoding::Ascii;
    config::LintOptions m_lintOptions;
    std::shared_ptr<const std::vector<config::Finding>> m_findings =
        std::make_shared<const std::vector<config::Finding>>();
    config::FindingIndex m_findingIndex;
    mutable std::optional<config::PolicyConfig> m_policy;
    mutable std::optional<config::EarlierDiff> m_changes;
    mutable bool m_changesAreEarlier = false; ///< of a text before current()
    QUndoStack m_stack;
    QTimer m_analysis;
    QFileSystemWatcher m_watcher;
};

} // namespace ui
