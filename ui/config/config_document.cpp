// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/config_document.h"

#include "core/config/values.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

/// Up to here findings follow every key press; larger files wait for a pause in typing.
constexpr std::size_t smallDocument = 128 * 1024;
constexpr int pauseMs = 200;

} // namespace

ConfigDocument::ConfigDocument(QObject* parent) : OpenDocument(parent)
{
    m_analysis.setSingleShot(true);
    m_analysis.setInterval(pauseMs);
    connect(&m_analysis, &QTimer::timeout, this, &ConfigDocument::analyseAside);
    connect(&m_aside, &QFutureWatcherBase::finished, this, [this] {
        Analysis analysis = m_aside.result();
        if (!m_analysis.isActive() && analysis.text == m_current) // else a later one is on its way
            take(std::move(analysis));
    });
}

bool ConfigDocument::isModified() const
{
    return m_isOpen && !(m_current == m_onDisk);
}

void ConfigDocument::open(Source source, config::IniDocument text)
{
    m_encoding = config::detectEncoding(text.bytes());
    setBase(std::move(source), text);
    start(std::move(text));
}

void ConfigDocument::newFile(const config::NewFile& file)
{
    m_encoding = config::Encoding::Utf8;
    setBase({}, config::IniDocument());
    start(config::newDocument(file));
}

void ConfigDocument::start(config::IniDocument document)
{
    m_stack.clear();
    m_isOpen = true;
    m_current = std::move(document);
    m_policy.reset();
    m_changes.reset();
    Q_EMIT pathChanged(); // first: whoever takes the whole text anew need not compare it with the old one
    announceBase();
}

void ConfigDocument::setBase(Source source, config::IniDocument onDisk)
{
    m_source = std::move(source);
    m_onDisk = std::move(onDisk);
    m_changes.reset();
}

/// Views compare the text with its base.
void ConfigDocument::announceBase()
{
    Q_EMIT contentChanged();
    analyse();
    Q_EMIT changed();
}

void ConfigDocument::takeSaved(Source source, const config::IniDocument& text)
{
    const bool isElsewhere = source.place != m_source.place;
    setBase(std::move(source), text);
    if (!isModified())
        m_stack.setClean();
    announceBase();
    Q_EMIT saved();
    if (isElsewhere)
        Q_EMIT pathChanged();
}

void ConfigDocument::rebase(Source source, config::IniDocument onDisk)
{
    setBase(std::move(source), std::move(onDisk));
    announceBase();
}

void ConfigDocument::reload(Source source, config::IniDocument onDisk)
{
    config::EditPlan plan = config::planBetween(m_current.bytes(), onDisk.bytes());
    m_encoding = config::detectEncoding(onDisk.bytes());
    const ReadOnlyReason readOnly = std::exchange(source.readOnly, ReadOnlyReason::None);
    setBase(std::move(source), std::move(onDisk));
    edit(std::move(plan), {.what = EditName::What::Reload}); // a read-only text may follow its file, too
    m_source.readOnly = readOnly;
    m_stack.setClean();
    announceBase();
}

void ConfigDocument::allowEditing()
{
    m_source.readOnly = ReadOnlyReason::None;
    announceBase();
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
    take(analysisOf(m_current, m_lintOptions));
}

/// Long lists take their time, and nobody should wait for it at the keyboard.
void ConfigDocument::analyseAside()
{
    m_aside.setFuture(QtConcurrent::run(&ConfigDocument::analysisOf, m_current, m_lintOptions));
}

ConfigDocument::Analysis ConfigDocument::analysisOf(const config::IniDocument& text,
                                                    const config::LintOptions& options)
{
    auto findings = std::make_shared<const std::vector<config::Finding>>(config::lint(text, options));
    config::FindingIndex index(*findings);
    return {text, std::move(findings), std::move(index)};
}

void ConfigDocument::take(Analysis analysis)
{
    m_analysed = std::move(analysis.text);
    m_findings = std::move(analysis.findings);
    m_findingIndex = std::move(analysis.index);
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

static const config::Fix* sameFix(const std::vector<config::Finding>& findings,
                                  const config::Finding& finding, const config::Fix& fix)
{
    for (const config::Finding& each : findings) {
        if (each.rule != finding.rule || each.section != finding.section || each.key != finding.key)
            continue;
        for (const config::Fix& other : each.fixes) {
            if (other.code == fix.code && other.args == fix.args)
                return &other;
        }
    }
    return nullptr;
}

void ConfigDocument::apply(const config::Finding& finding, const config::Fix& fix)
{
    const EditName name{.what = EditName::What::ApplyFix,
                        .section = finding.section,
                        .key = finding.key,
                        .value = config::idOf(finding.rule)};
    if (m_analysed == m_current) {
        edit(fix.edits, name);
        return;
    }
    // The places of its edits are those of an earlier text.
    const config::Finding wanted = finding;
    const config::Fix wantedFix = fix;
    analyse();
    if (const config::Fix* same = sameFix(*m_findings, wanted, wantedFix))
        edit(config::EditPlan(same->edits), name);
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
