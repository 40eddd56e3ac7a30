// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/config_document.h"

#include "core/config/values.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

/// Up to here findings follow every key press; larger files wait for a pause in typing.
constexpr std::size_t smallDocument = 128 * 1024;
constexpr int pauseMs = 200;

} // namespace

ConfigDocument::ConfigDocument(qtio::FileStore& store, QObject* parent) : OpenDocument(parent), m_store(store)
{
    m_analysis.setSingleShot(true);
    m_analysis.setInterval(pauseMs);
    connect(&m_analysis, &QTimer::timeout, this, &ConfigDocument::analyse);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ConfigDocument::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ConfigDocument::checkDisk);
}

bool ConfigDocument::isModified() const
{
    return m_isOpen && !(m_current == m_onDisk);
}

void ConfigDocument::save(std::function<void(bool saved)> done)
{
    if (m_review) {
        m_review(std::move(done));
        return;
    }
    done(!write());
}

std::optional<qtio::FileError> ConfigDocument::open(const QString& path)
{
    const auto file = m_store.read(path);
    if (!file)
        return file.error();
    m_path = QFileInfo(path).absoluteFilePath();
    config::IniDocument document = config::IniDocument::parse(file->bytes.toStdString());
    m_encoding = config::detectEncoding(document.bytes());
    setBase(document, file->fingerprint, file->isWritable);
    start(std::move(document));
    return std::nullopt;
}

void ConfigDocument::newFile(const config::NewFile& file)
{
    m_path.clear();
    m_encoding = config::Encoding::Utf8;
    setBase(config::IniDocument(), {}, true);
    start(config::newDocument(file));
}

void ConfigDocument::start(config::IniDocument document)
{
    m_stack.clear();
    m_isOpen = true;
    m_diskState = DiskState::Same;
    m_current = std::move(document);
    m_policy.reset();
    m_changes.reset();
    watch();
    Q_EMIT pathChanged(); // first: whoever takes the whole text anew need not compare it with the old one
    Q_EMIT contentChanged();
    analyse();
    Q_EMIT diskStateChanged();
    Q_EMIT changed();
}

void ConfigDocument::setBase(config::IniDocument document, qtio::Fingerprint base, bool writable)
{
    m_onDisk = std::move(document);
    m_base = std::move(base);
    m_readOnly = m_lookOnly ? ReadOnlyReason::Asked
                 : writable ? ReadOnlyReason::None
                            : ReadOnlyReason::NoPermission;
    m_changes.reset();
}

std::optional<qtio::FileError> ConfigDocument::write(qtio::OwnerPolicy owner, const QString& note)
{
    // The store writes only over the base, so that is what stands there.
    return writeOver(m_base.exists ? std::optional(QByteArray::fromStdString(m_onDisk.bytes()))
                                   : std::nullopt,
                     owner, note);
}

std::optional<qtio::FileError> ConfigDocument::writeOver(const std::optional<QByteArray>& before,
                                                         qtio::OwnerPolicy owner, const QString& note)
{
    const QByteArray bytes = QByteArray::fromStdString(m_current.bytes());
    const auto written =
        m_store.write({.path = m_path, .bytes = bytes, .base = m_base, .ownerPolicy = owner});
    if (!written) {
        if (written.error().code == qtio::FileError::Code::Stale)
            checkDisk();
        return written.error();
    }
    const auto lost = m_history ? m_history->keep({m_path, before, bytes, note}) : std::nullopt;
    setBase(m_current, written->fingerprint, true);
    m_stack.setClean();
    watch();
    setDiskState(DiskState::Same);
    Q_EMIT contentChanged();
    analyse();
    Q_EMIT changed();
    Q_EMIT saved();
    if (lost)
        Q_EMIT notKept(*lost);
    return std::nullopt;
}

std::optional<qtio::FileError> ConfigDocument::writeAs(const QString& path, const QString& note)
{
    // The file picker has asked whether to replace what is there.
    const auto there = m_store.read(path);
    const QString oldPath = std::exchange(m_path, QFileInfo(path).absoluteFilePath());
    const qtio::Fingerprint oldBase = std::exchange(m_base, there ? there->fingerprint : qtio::Fingerprint{});
    if (auto error =
            writeOver(there ? std::optional(there->bytes) : std::nullopt, qtio::OwnerPolicy::Keep, note)) {
        m_path = oldPath;
        m_base = oldBase;
        return error;
    }
    Q_EMIT pathChanged();
    return std::nullopt;
}

std::optional<qtio::FileError> ConfigDocument::writeCopy(const QString& path, const QByteArray& bytes)
{
    const auto there = m_store.fingerprint(path);
    const auto written =
        m_store.write({.path = path, .bytes = bytes, .base = there.value_or(qtio::Fingerprint{})});
    return written ? std::nullopt : std::optional(written.error());
}

void ConfigDocument::watch()
{
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_path.isEmpty())
        return;
    // The folder tells of files that are replaced by a rename, the file of those written in place.
    m_watcher.addPath(m_path);
    m_watcher.addPath(QFileInfo(m_path).absolutePath());
}

void ConfigDocument::checkDisk()
{
    if (!m_isOpen || m_path.isEmpty() || !m_base.exists)
        return;
    const auto now = m_store.fingerprint(m_path);
    const bool isGone = now ? !now->exists : now.error().code == qtio::FileError::Code::NotFound;
    if (!isGone && !m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path); // lost when the file was replaced
    if (isGone)
        setDiskState(DiskState::Gone);
    else if (now) { // what cannot be read just now is no news
        const bool isNews = std::exchange(m_seen, *now) != *now;
        const DiskState before = m_diskState;
        setDiskState(*now == m_base ? DiskState::Same : DiskState::Changed);
        if (isNews && before == DiskState::Changed && m_diskState == before)
            Q_EMIT diskStateChanged(); // told again, also when the notice was closed
    }
}

void ConfigDocument::setDiskState(DiskState state)
{
    if (m_diskState == state)
        return;
    m_diskState = state;
    Q_EMIT diskStateChanged();
}

tl::expected<config::IniDocument, qtio::FileError> ConfigDocument::diskNow() const
{
    const auto file = m_store.read(m_path);
    if (!file)
        return tl::unexpected(file.error());
    return config::IniDocument::parse(file->bytes.toStdString());
}

std::optional<qtio::FileError> ConfigDocument::reload()
{
    const auto file = m_store.read(m_path);
    if (!file)
        return file.error();
    config::IniDocument document = config::IniDocument::parse(file->bytes.toStdString());
    config::EditPlan plan = config::planBetween(m_current.bytes(), document.bytes());
    m_encoding = config::detectEncoding(document.bytes());
    setBase(std::move(document), file->fingerprint, file->isWritable);
    edit(std::move(plan), {.what = EditName::What::Reload});
    m_stack.setClean();
    takeBase();
    return std::nullopt;
}

std::optional<qtio::FileError> ConfigDocument::keepMine()
{
    const auto file = m_store.read(m_path);
    if (file)
        setBase(config::IniDocument::parse(file->bytes.toStdString()), file->fingerprint, file->isWritable);
    else if (file.error().code == qtio::FileError::Code::NotFound)
        setBase(config::IniDocument(), {}, true);
    else
        return file.error();
    takeBase();
    return std::nullopt;
}

void ConfigDocument::takeBase()
{
    setDiskState(DiskState::Same);
    Q_EMIT contentChanged();
    analyse();
    Q_EMIT changed();
}

const config::PolicyConfig& ConfigDocument::policy() const
{
    if (!m_policy)
        m_policy = config::readPolicyConfig(m_current);
    return *m_policy;
}

const std::vector<config::Change>& ConfigDocument::changes() const
{
    if (!m_changes)
        m_changes = config::EarlierDiff{m_current, config::semanticDiff(m_onDisk, m_current)};
    else if (m_changesAreEarlier)
        m_changes = config::EarlierDiff{m_current, config::semanticDiff(m_onDisk, m_current, *m_changes)};
    m_changesAreEarlier = false;
    return m_changes->changes;
}

bool ConfigDocument::isKeyModified(const std::string& section, const std::string& key) const
{
    const std::string canonical = config::classifySection(section).canonical;
    return std::ranges::any_of(changes(), [&](const config::Change& change) {
        return change.section == canonical && change.key == key;
    });
}

bool ConfigDocument::isSectionModified(const std::string& section) const
{
    const std::string canonical = config::classifySection(section).canonical;
    return std::ranges::any_of(changes(),
                               [&](const config::Change& change) { return change.section == canonical; });
}

void ConfigDocument::setLintOptions(config::LintOptions options)
{
    m_lintOptions = std::move(options);
    analyse();
}

void ConfigDocument::setCurrent(config::IniDocument document)
{
    m_current = std::move(document);
    m_changesAreEarlier = true;
    m_policy.reset();
    Q_EMIT contentChanged();
    scheduleAnalysis();
    Q_EMIT changed();
}

void ConfigDocument::scheduleAnalysis()
{
    if (m_current.bytes().size() <= smallDocument)
        analyse();
    else
        m_analysis.start();
}

void ConfigDocument::analyse()
{
    m_analysis.stop();
    m_findings = std::make_shared<const std::vector<config::Finding>>(config::lint(m_current, m_lintOptions));
    m_findingIndex = config::FindingIndex(*m_findings);
    Q_EMIT analysed();
}

void ConfigDocument::edit(const config::Edited& plan, EditName name, bool mergeable)
{
    if (!plan) {
        Q_EMIT editRefused(plan.error().code);
        return;
    }
    if (plan->empty() || isReadOnly())
        return;
    m_stack.push(new EditCommand(*this, *plan, std::move(name), mergeable));
}

void ConfigDocument::setKey(const std::string& section, const std::string& key, const std::string& value,
                            bool mergeable)
{
    edit(config::setKey(m_current, section, key, value),
         {.what = EditName::What::SetKey, .section = section, .key = key, .value = value}, mergeable);
}

void ConfigDocument::resetKey(const std::string& section, const std::string& key)
{
    edit(config::unsetKey(m_current, section, key),
         {.what = EditName::What::ResetKey, .section = section, .key = key});
}

void ConfigDocument::revert(const config::Change& change)
{
    const EditName name{.what =
                            change.key.empty() ? EditName::What::RevertSection : EditName::What::RevertKey,
                        .section = change.section,
                        .key = change.key};
    switch (change.kind) {
    case config::ChangeKind::SectionAdded:
        edit(config::removeSection(m_current, change.section), name);
        return;
    case config::ChangeKind::SectionRemoved:
        restoreSection(change.section, name);
        return;
    case config::ChangeKind::KeyAdded:
        edit(config::unsetKey(m_current, change.section, change.key), name);
        return;
    case config::ChangeKind::KeyRemoved:
    case config::ChangeKind::KeyChanged:
        edit(config::setKey(m_current, change.section, change.key, change.oldWritten.value_or("")), name);
        return;
    }
}

void ConfigDocument::restoreSection(const std::string& canonical, const EditName& name)
{
    const config::Section* section = m_onDisk.sectionByCanonicalName(canonical);
    if (section == nullptr)
        return;
    // Its lines as they were, comments included, at the end of the file.
    std::string text = m_current.bytes();
    for (const std::size_t index : section->blocks) {
        const config::Block& block = m_onDisk.blocks()[index];
        const std::size_t begin = m_onDisk.lines()[block.line].begin;
        const std::size_t end = m_onDisk.lines()[block.endLine - 1].end;
        if (!text.empty() && text.back() != '\n')
            text += m_current.lineEndText();
        text += m_onDisk.bytes().substr(begin, end - begin);
    }
    edit(config::planBetween(m_current.bytes(), text), name);
}

void ConfigDocument::apply(const config::Finding& finding, const config::Fix& fix)
{
    edit(fix.edits, {.what = EditName::What::ApplyFix,
                     .section = finding.section,
                     .key = finding.key,
                     .value = config::idOf(finding.rule)});
}

void ConfigDocument::applySafeFixes()
{
    const config::IniDocument fixed = config::withSafeFixes(m_current, m_lintOptions);
    edit(config::planBetween(m_current.bytes(), fixed.bytes()), {.what = EditName::What::SafeFixes});
}

void ConfigDocument::discard()
{
    edit(config::planBetween(m_current.bytes(), m_onDisk.bytes()), {.what = EditName::What::DiscardAll});
}

void ConfigDocument::replaceText(const std::string& bytes, EditName name)
{
    // Plain ASCII fits every encoding: the one of the file stays.
    if (const config::Encoding encoding = config::detectEncoding(bytes); encoding != config::Encoding::Ascii)
        m_encoding = encoding;
    edit(config::planBetween(m_current.bytes(), bytes), std::move(name));
}

QString ConfigDocument::undoText() const
{
    return m_stack.undoText();
}

QString ConfigDocument::redoText() const
{
    return m_stack.redoText();
}

void ConfigDocument::retranslateHistory()
{
    // The stack gives its commands out as const; their texts are the only thing touched.
    for (int i = 0; i < m_stack.count(); ++i)
        static_cast<EditCommand*>(const_cast<QUndoCommand*>(m_stack.command(i)))->retranslate();
    Q_EMIT m_stack.indexChanged(m_stack.index());
}

} // namespace ui
