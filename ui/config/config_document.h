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
#include "core/qtio/files/async_file_store.h"
#include "ui/common/open_document.h"
#include "ui/config/edit_command.h"

#include <QFutureWatcher>
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

    /// What the text was read from and is written to.
    struct Source
    {
        qtio::FilePlace place;  ///< without a path: a new file
        qtio::Fingerprint base; ///< of the content the edits grow from
        QDateTime modified;     ///< when that was written, as far as is known
        ReadOnlyReason readOnly = ReadOnlyReason::None;
        QString owner = {}; ///< "root:imss, 0640"; empty where it is not known
    };

    explicit ConfigDocument(QObject* parent = nullptr);

    // The frame's view.
    [[nodiscard]] QString path() const override { return isNew() ? QString() : m_source.place.text(); }

    [[nodiscard]] bool isModified() const override;

    [[nodiscard]] bool isReadOnly() const override { return readOnlyReason() != ReadOnlyReason::None; }

    /// By the way that was set, which asks and writes.
    void save(std::function<void(bool saved)> done) override { m_review(std::move(done)); }

    using Review = std::function<void(std::function<void(bool saved)> done)>;

    void setReview(Review review) { m_review = std::move(review); }

    // Files. The document does no I/O: ConfigFile reads and writes, and tells here what became of it.
    void open(Source source, config::IniDocument text);
    /// A new one, without a place on disk.
    void newFile(const config::NewFile& file = {});
    /// `text` stands at `source` now; the edits made since then stay.
    void takeSaved(Source source, const config::IniDocument& text);
    /// What stands there now is the base of what was edited; the next save may replace it.
    void rebase(Source source, config::IniDocument onDisk);
    /// What stands there now instead of the edits; undo brings them back.
    void reload(Source source, config::IniDocument onDisk);
    /// The rights to write it have been found.
    void allowEditing();

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] bool isNew() const { return m_source.place.path.isEmpty(); }

    [[nodiscard]] const Source& source() const { return m_source; }

    [[nodiscard]] ReadOnlyReason readOnlyReason() const { return m_source.readOnly; }

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
    /// Of findings(); when the text has changed since, the same problem is looked for in it.
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
    void editRefused(config::EditError::Code code);

private:
    friend class EditCommand;
    void setCurrent(config::IniDocument document);
    void setBase(Source source, config::IniDocument onDisk);
    void start(config::IniDocument document);
    void announceBase();
    void scheduleAnalysis();
    void analyse();

    /// Findings and the text they belong to.
    struct Analysis
    {
        config::IniDocument text;
        std::shared_ptr<const std::vector<config::Finding>> findings;
        config::FindingIndex index;
    };

    void analyseAside();
    [[nodiscard]] static Analysis analysisOf(const config::IniDocument& text,
                                             const config::LintOptions& options);
    void take(Analysis analysis);
    void restoreSection(const std::string& canonical, const EditName& name);

    Review m_review;
    Source m_source;
    bool m_isOpen = false;
    config::IniDocument m_current;
    config::IniDocument m_onDisk;
    config::Encoding m_encoding = config::Encoding::Ascii;
    config::LintOptions m_lintOptions;
    std::shared_ptr<const std::vector<config::Finding>> m_findings =
        std::make_shared<const std::vector<config::Finding>>();
    config::FindingIndex m_findingIndex;
    config::IniDocument m_analysed; ///< the text they belong to
    mutable std::optional<config::PolicyConfig> m_policy;
    mutable std::optional<config::EarlierDiff> m_changes;
    mutable bool m_changesAreEarlier = false; ///< of a text before current()
    QUndoStack m_stack;
    QTimer m_analysis;
    QFutureWatcher<Analysis> m_aside;
};

} // namespace ui
