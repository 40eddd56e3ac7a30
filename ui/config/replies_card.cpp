// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/replies_card.h"

#include "core/config/values.h"
#include "ui/common/label.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"
#include "ui/config/file_text.h"
#include "ui/config/yes_no.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QRegularExpression>

namespace ui {

namespace {

const FieldId prependHeader{"globals", "prepend_header"};
const FieldId blockReply{"globals", "block_res"};
const FieldId tempblockReply{"globals", "tempblock_res"};

ValidatedLineEdit::State stateOf(const config::Finding* finding)
{
    if (finding == nullptr || finding->severity == config::Severity::Info)
        return ValidatedLineEdit::State::Plain;
    return finding->severity == config::Severity::Error ? ValidatedLineEdit::State::Bad
                                                        : ValidatedLineEdit::State::Risky;
}

} // namespace

QString smtpReply(const std::string& reply)
{
    static const QRegularExpression parts(
        QStringLiteral("^(\\d{3}) +(?:([245]\\.\\d{1,3}\\.\\d{1,3}) +)?(.*)$"));
    const auto match = parts.match(QString::fromStdString(reply));
    if (!match.hasMatch())
        return {};
    const QString code = match.captured(1);
    const QString enhanced =
        match.captured(2).isEmpty() ? code.left(1) + QStringLiteral(".7.1") : match.captured(2);
    return QStringLiteral("%1 %2 <sender@example.com>: Sender address rejected: %3")
        .arg(code, enhanced, match.captured(3));
}

RepliesCard::RepliesCard(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_card(new Card),
      m_prepend(makeYesNo(document, prependHeader)),
      m_prependRow(new FieldRow(m_prepend)),
      m_block(buildReply(blockReply)),
      m_tempblock(buildReply(tempblockReply))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    QVBoxLayout* body = m_card->body();
    body->setContentsMargins(2, 5, 10, 8);
    for (const Reply* reply : {&m_block, &m_tempblock}) {
        body->addWidget(reply->row);
        body->addWidget(reply->previewRow);
    }
    body->addWidget(m_prependRow);
    setField(m_prependRow, prependHeader);
    connectRow(*m_prependRow, m_document, prependHeader);
    connect(&m_document, &ConfigDocument::contentChanged, this, &RepliesCard::refresh);
    connect(&m_document, &ConfigDocument::analysed, this, &RepliesCard::refresh);
    retranslate();
}

RepliesCard::Reply RepliesCard::buildReply(const FieldId& field)
{
    Reply reply;
    reply.field = field;
    reply.edit = new ValidatedLineEdit;
    reply.edit->setMono(true);
    reply.edit->setObjectName(QStringLiteral("config.globals.%1").arg(QString::fromStdString(field.key)));
    reply.edit->installEventFilter(this);
    setField(reply.edit, field);
    reply.row = new FieldRow(reply.edit);
    reply.row->setStretched(true);
    setField(reply.row, field);
    reply.previewHead = new Label(TextRole::Secondary, &Tokens::secondaryText);
    reply.preview = new MonoLabel(&Tokens::secondaryText);
    reply.preview->setFont(monoFont(11));
    reply.preview->setElide(Qt::ElideRight);
    reply.previewRow = new QWidget;
    auto* layout = new QHBoxLayout(reply.previewRow);
    layout->setContentsMargins(18 + 150 + 8, 0, 30, 6);
    layout->setSpacing(8);
    layout->addWidget(reply.previewHead);
    layout->addWidget(reply.preview, 1);
    connectRow(*reply.row, m_document, field);
    connect(reply.edit, &QLineEdit::textEdited, this, [this, field](const QString& text) {
        const QString value = text.trimmed();
        const auto bytes = encoded(value, m_document.encoding());
        m_document.setKey(field.section, field.key, bytes.value_or(value.toStdString()), true);
    });
    // An emptied field means "not set"; until it is left the line keeps its place in the file.
    connect(reply.edit, &QLineEdit::editingFinished, this, [this, field, edit = reply.edit] {
        if (edit->text().trimmed().isEmpty())
            m_document.resetKey(field.section, field.key);
    });
    return reply;
}

void RepliesCard::setShown(const ShownFields& shown)
{
    m_shown = shown;
    refresh();
}

void RepliesCard::refresh()
{
    refreshReply(m_block);
    refreshReply(m_tempblock);
    refreshYesNo(*m_prepend, *m_prependRow, m_document, prependHeader);
    m_prependRow->setVisible(isShown(m_document, prependHeader, m_shown));
    setVisible(!m_block.row->isHidden() || !m_tempblock.row->isHidden() || !m_prependRow->isHidden());
}

void RepliesCard::refreshReply(Reply& reply)
{
    const config::FieldValue value =
        config::fieldValue(m_document.current(), reply.field.section, reply.field.key);
    const QString written = value.written ? decoded(*value.written, m_document.encoding()) : QString();
    if (reply.edit->text().trimmed() != written) {
        const int cursor = reply.edit->cursorPosition();
        reply.edit->setText(written);
        reply.edit->setCursorPosition(reply.edit->hasFocus() ? cursor : 0);
    }
    reply.edit->setPlaceholderText(QString::fromStdString(value.defaultValue));
    reply.edit->setReadOnly(m_document.isReadOnly());
    reply.edit->setState(stateOf(findingOf(m_document, reply.field)));
    refreshRow(*reply.row, m_document, reply.field);
    const QString sent = smtpReply(value.effective);
    reply.preview->setText(sent);
    reply.preview->setToolTip(sent);
    const bool shown = isShown(m_document, reply.field, m_shown);
    reply.row->setVisible(shown);
    reply.previewRow->setVisible(shown);
}

void RepliesCard::retranslate()
{
    m_card->setTitle(tr("Replies and header"));
    m_block.row->setLabel(tr("Reply for block"));
    m_block.row->setHelp(tr("5xx + text"));
    m_tempblock.row->setLabel(tr("Reply for tempblock"));
    m_tempblock.row->setHelp(tr("4xx + text"));
    m_prependRow->setLabel(tr("Add header"));
    m_prependRow->setHelp(tr("Received-SPF in delivered mail"));
    for (const Reply* reply : {&m_block, &m_tempblock})
        reply->previewHead->setText(tr("Postfix sends:"));
    refresh();
}

void RepliesCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool RepliesCard::eventFilter(QObject* watched, QEvent* event)
{
    // One history for the whole document: the field's own would undo letters behind its back.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
