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
    connect(&m_document, &ConfigDocument::pathChanged, this, [this] {
        m_refusal->hide();
        keepDistance();
    });
    connect(&m_document, &ConfigDocument::diskStateChanged, this, &DocumentHeader::refreshDisk);
    connect(&m_document, &ConfigDocument::editRefused, this,
            [this](config::EditError::Code code) { refuse(words::message(code)); });
    connect(&m_document, &ConfigDocument::notKept, this, [this](const qtio::FileError& error) {
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
    const QString name = QFileInfo(m_document.path()).fileName();
    if (m_document.diskState() == ConfigDocument::DiskState::Changed) {
        connect(m_disk->addButton(tr("Compare"), QStringLiteral("compare")), &QAbstractButton::clicked, this,
                &DocumentHeader::compareDisk);
        connect(m_disk->addButton(tr("Reload")), &QAbstractButton::clicked, this, [this] {
            if (const auto error = m_document.reload())
                refuse(words::message(*error));
        });
        connect(m_disk->addButton(tr("Keep mine")), &QAbstractButton::clicked, this, [this] {
            if (const auto error = m_document.keepMine())
                refuse(words::message(*error));
        });
        m_disk->setClosable(true);
        m_disk->show(Level::Warning, tr("%1 was changed on disk by somebody else.").arg(name));
    } else if (m_document.diskState() == ConfigDocument::DiskState::Gone) {
        connect(m_disk->addButton(tr("Keep mine")), &QAbstractButton::clicked, this, [this] {
            if (const auto error = m_document.keepMine())
                refuse(words::message(*error));
        });
        m_disk->setClosable(true);
        m_disk->show(Level::Warning, tr("%1 is no longer on the disk. Saving writes it anew.").arg(name));
    } else if (m_document.isReadOnly()) {
        m_disk->setClosable(true);
        if (m_document.readOnlyReason() == ConfigDocument::ReadOnlyReason::Asked)
            m_disk->show(Level::Info, tr("%1 is open for looking at only, as was asked for.").arg(name));
        else
            m_disk->show(Level::Warning,
                         tr("Opened read-only: you are not permitted to write %1.").arg(name));
    } else {
        m_disk->hide();
    }
    keepDistance();
}

void DocumentHeader::keepDistance()
{
    const bool some = !m_disk->isHidden() || !m_refusal->isHidden();
    layout()->setContentsMargins(0, 0, 0, some ? noticeDistance : 0);
}

void DocumentHeader::compareDisk()
{
    const auto disk = m_document.diskNow();
    if (!disk)
        refuse(words::message(disk.error()));
    else if (m_document.isModified())
        mergeWith(*disk);
    else
        m_flow.compare(*disk);
}

void DocumentHeader::mergeWith(const config::IniDocument& disk)
{
    auto* dialog = new ThreeWayDialog(m_document.onDisk(), m_document.current(), disk,
                                      QFileInfo(m_document.path()).fileName(), window());
    connect(dialog, &QDialog::accepted, this, [this, dialog] { takeMerged(*dialog); });
    dialog->open();
}

void DocumentHeader::takeMerged(const ThreeWayDialog& dialog)
{
    const auto disk = m_document.diskNow();
    if (!disk) {
        refuse(words::message(disk.error()));
        return;
    }
    if (!(*disk == dialog.theirs())) { // nobody has looked at that yet
        refuse(tr("The file was changed on disk once more meanwhile. Nothing was merged: compare again."));
        return;
    }
    if (const auto error = m_document.keepMine())
        refuse(words::message(*error));
    else
        m_document.replaceText(dialog.merged().bytes(), {.what = EditName::What::MergeWithDisk});
}

void DocumentHeader::refuse(const QString& sentence)
{
    m_refusal->setClosable(true);
    m_refusal->show(Level::Error, sentence);
    keepDistance();
}

} // namespace ui
