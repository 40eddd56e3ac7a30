// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/document_header.h"

#include "ui/common/buttons.h"
#include "ui/common/notice_bar.h"
#include "ui/config/three_way_dialog.h"
#include "ui/words/config_words.h"
#include "ui/words/file_words.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QPushButton>

namespace ui {

namespace {

constexpr int noticeDistance = 10;

} // namespace

DocumentHeader::DocumentHeader(ConfigDocument& document, SaveFlow& flow, const QString& page, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_flow(flow),
      m_header(new PageHeader),
      m_discard(makeButton(ButtonKind::Plain)),
      m_save(makeButton(ButtonKind::Primary, QStringLiteral("save"))),
      m_disk(new NoticeBar),
      m_refusal(new NoticeBar)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_header);
    column->addWidget(m_disk);
    column->addWidget(m_refusal);
    m_header->addButton(m_discard);
    m_header->addButton(m_save);
    m_discard->setObjectName(page + QStringLiteral(".discardButton"));
    m_save->setObjectName(page + QStringLiteral(".saveButton"));
    connect(m_discard, &QAbstractButton::clicked, &m_document, &ConfigDocument::discard);
    connect(m_save, &QAbstractButton::clicked, this, [this] { m_flow.save(); });
    connect(&m_document, &ConfigDocument::changed, this, &DocumentHeader::refresh);
    connect(&m_document, &ConfigDocument::contentChanged, this, [this] { // what was refused is over
        m_refusal->hide();
        keepDistance();
    });
    connect(&m_document, &ConfigDocument::pathChanged, this, [this] {
        m_refusal->hide();
        refreshDisk();
    });
    connect(&m_flow.file(), &ConfigFile::diskStateChanged, this, &DocumentHeader::refreshDisk);
    connect(&m_document, &ConfigDocument::editRefused, this,
            [this](config::EditError::Code code) { refuse(words::message(code)); });
    connect(&m_flow.file(), &ConfigFile::notKept, this, [this](const qtio::FileError& error) {
        m_refusal->setClosable(true);
        m_refusal->show(Level::Warning, words::notKept(error));
        keepDistance();
    });
    connect(&m_flow, &SaveFlow::failed, this, &DocumentHeader::refuse);
    for (NoticeBar* notice : {m_disk, m_refusal})
        connect(notice, &NoticeBar::closed, this, &DocumentHeader::keepDistance);
}

void DocumentHeader::setTexts(const QString& title, const QString& facts)
{
    m_header->setTitle(title);
    m_facts = facts;
    retranslate();
}

void DocumentHeader::retranslate()
{
    m_discard->setText(tr("Discard"));
    m_discard->setToolTip(tr("Back to the file on disk; undo brings the changes back"));
    m_save->setText(tr("Review and save..."));
    refresh();
    refreshDisk();
}

void DocumentHeader::refresh()
{
    const QString path = m_document.path().isEmpty() ? tr("New file, not saved yet") : m_document.path();
    m_header->setFacts(m_facts.isEmpty() ? path : m_facts);
    const bool modified = m_document.isModified();
    const auto count = static_cast<int>(m_document.changes().size());
    BadgeSpec state;
    if (modified)
        state = BadgeSpec::of(count > 0 ? tr("%Ln unsaved changes", nullptr, count) : tr("Unsaved text"),
                              &Tokens::accent, QStringLiteral("edit"));
    else if (m_document.isReadOnly())
        state = BadgeSpec::of(tr("Read-only"), &Tokens::warning, QStringLiteral("lock"));
    m_header->setState(state);
    m_discard->setEnabled(modified);
    m_save->setEnabled(modified || (m_document.isOpen() && m_document.path().isEmpty()));
}

void DocumentHeader::refreshDisk()
{
    m_disk->removeButtons();
    ConfigFile& file = m_flow.file();
    const auto orSay = [this](const std::optional<qtio::FileError>& error) {
        if (error)
            refuse(words::message(*error));
    };
    const auto addButton = [this](const QString& text, const QString& icon, std::function<void()> run) {
        connect(m_disk->addButton(text, icon), &QAbstractButton::clicked, this, std::move(run));
    };
    const auto keepMine = [&file, orSay] { file.keepMine(orSay); };
    const QString name = QFileInfo(m_document.path()).fileName();
    if (file.diskState() == ConfigFile::DiskState::Changed) {
        addButton(tr("Compare"), QStringLiteral("compare"), [this] { compareDisk(); });
        addButton(tr("Reload"), {}, [&file, orSay] { file.reload(orSay); });
        addButton(tr("Keep mine"), {}, keepMine);
        m_disk->setClosable(true);
        m_disk->show(Level::Warning, tr("%1 was changed on disk by somebody else.").arg(name));
    } else if (file.diskState() == ConfigFile::DiskState::Gone) {
        addButton(tr("Keep mine"), {}, keepMine);
        m_disk->setClosable(true);
        m_disk->show(Level::Warning, tr("%1 is no longer on the disk. Saving writes it anew.").arg(name));
    } else if (m_document.isReadOnly()) {
        m_disk->setClosable(true);
        if (m_document.readOnlyReason() == ConfigDocument::ReadOnlyReason::Asked)
            m_disk->show(Level::Info, tr("%1 is open for looking at only, as was asked for.").arg(name));
        else
            tellMissingRights();
    } else {
        m_disk->hide();
    }
    keepDistance();
}

void DocumentHeader::tellMissingRights()
{
    const ConfigDocument::Source& source = m_document.source();
    ConfigFile& file = m_flow.file();
    if (file.canUseAdministratorRights())
        connect(m_disk->addButton(tr("Edit as administrator"), QStringLiteral("unlock")),
                &QAbstractButton::clicked, this, [&file] { file.useAdministratorRights(); });
    const QString name = QFileInfo(source.place.path).fileName();
    m_disk->show(Level::Warning,
                 source.owner.isEmpty()
                     ? tr("Opened read-only: you are not permitted to write %1.").arg(name)
                     : tr("Opened read-only: you are not permitted to write %1. It belongs to %2.")
                           .arg(name, source.owner));
}

void DocumentHeader::keepDistance()
{
    const bool some = !m_disk->isHidden() || !m_refusal->isHidden();
    layout()->setContentsMargins(0, 0, 0, some ? noticeDistance : 0);
}

void DocumentHeader::compareDisk()
{
    m_flow.file().diskNow([this](const tl::expected<config::IniDocument, qtio::FileError>& disk) {
        if (!disk)
            refuse(words::message(disk.error()));
        else if (m_document.isModified())
            mergeWith(*disk);
        else
            m_flow.compare(*disk);
    });
}

void DocumentHeader::mergeWith(const config::IniDocument& disk)
{
    auto* dialog = new ThreeWayDialog(m_document.onDisk(), m_document.current(), disk,
                                      QFileInfo(m_document.path()).fileName(), window());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { takeMerged(dialog->theirs(), dialog->merged()); });
    dialog->open();
}

void DocumentHeader::takeMerged(const config::IniDocument& theirs, const config::IniDocument& merged)
{
    m_flow.file().keepMine(
        [this, merged](const std::optional<qtio::FileError>& error) {
            if (!error)
                m_document.replaceText(merged.bytes(), {.what = EditName::What::MergeWithDisk});
            else if (error->code == qtio::FileError::Code::Stale) // nobody has looked at that yet
                refuse(tr(
                    "The file was changed on disk once more meanwhile. Nothing was merged: compare again."));
            else
                refuse(words::message(*error));
        },
        theirs);
}

void DocumentHeader::refuse(const QString& sentence)
{
    m_refusal->setClosable(true);
    m_refusal->show(Level::Error, sentence);
    keepDistance();
}

} // namespace ui
