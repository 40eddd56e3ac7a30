// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/detail_card.h"

#include "ui/common/badge.h"
#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPlainTextEdit>
#include <QTextBlock>

namespace ui {

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

DetailCard::DetailCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_head(new QWidget),
      m_result(new Badge),
      m_action(new Badge),
      m_sender(new Label(TextRole::Strong)),
      m_recipient(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_hint(new Label(TextRole::Body, &Tokens::secondaryText)),
      m_simulate(makeButton(ButtonKind::Small, QStringLiteral("simulator"))),
      m_explain(makeButton(ButtonKind::Small, QStringLiteral("settings-page"))),
      m_copy(makeButton(ButtonKind::Small, QStringLiteral("copy"))),
      m_text(new QPlainTextEdit)
{
    build();
    connect(m_simulate, &QPushButton::clicked, this, &DetailCard::simulateRequested);
    connect(m_explain, &QPushButton::clicked, this, &DetailCard::explainRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(text()); });
    retranslate();
    clear();
}

void DetailCard::build()
{
    setObjectName(QStringLiteral("maillog.detail"));
    m_simulate->setObjectName(QStringLiteral("maillog.simulate"));
    m_explain->setObjectName(QStringLiteral("maillog.explain"));
    m_copy->setObjectName(QStringLiteral("maillog.copyLines"));
    m_text->setObjectName(QStringLiteral("maillog.lines"));
    m_sender->setElide(Qt::ElideMiddle);
    m_recipient->setElide(Qt::ElideMiddle);
    m_sender->setTextFormat(Qt::PlainText);
    m_recipient->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(m_head);
    row->setContentsMargins(14, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_hint, 1);
    row->addWidget(m_result);
    row->addWidget(m_action);
    row->addWidget(m_sender, 2);
    row->addWidget(m_recipient, 2);
    row->addStretch(1);
    row->addWidget(m_explain);
    row->addWidget(m_simulate);
    row->addWidget(m_copy);
    m_text->setReadOnly(true);
    m_text->setMinimumHeight(56);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(monoFont());
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_card->body()->addWidget(m_head);
    m_card->body()->addWidget(new Line);
    m_card->body()->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void DetailCard::setCheck(const maillog::Check& check, QList<MessageLine> lines)
{
    m_hasCheck = true;
    m_result->setSpec(check.result ? BadgeSpec::of(*check.result) : BadgeSpec{});
    m_result->setVisible(check.result.has_value());
    m_action->setSpec(
        check.action == maillog::Action::Unknown
            ? BadgeSpec::of(QStringLiteral("unknown"), &Tokens::secondaryText, QStringLiteral("help"))
            : BadgeSpec::of(static_cast<policy::Action>(check.action)));
    m_sender->setText(check.sender.empty() ? QStringLiteral("<>") : ui::text(check.sender));
    m_recipient->setText(check.recipient.empty() ? QString()
                                                 : QStringLiteral("→ ") + ui::text(check.recipient));
    m_lines = std::move(lines);
    for (QWidget* part : std::initializer_list<QWidget*>{m_action, m_sender, m_recipient, m_copy}) {
        part->setVisible(true);
    }
    m_simulate->setVisible(check.address.has_value());
    m_explain->setVisible(check.address.has_value());
    m_hint->setVisible(false);
    showLines();
}

void DetailCard::clear()
{
    m_hasCheck = false;
    m_lines.clear();
    for (QWidget* part : std::initializer_list<QWidget*>{m_result, m_action, m_sender, m_recipient, m_explain,
                                                         m_simulate, m_copy}) {
        part->setVisible(false);
    }
    m_hint->setVisible(true);
    m_text->clear();
}

QString DetailCard::text() const
{
    QStringList lines;
    for (const MessageLine& line : m_lines) {
        lines.append(line.program.isEmpty()
                         ? line.text
                         : line.time + QLatin1Char(' ') + line.program + QStringLiteral(": ") + line.text);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

/// Time, program and text in columns of their own colours; the check's own line on the colour of warnings.
void DetailCard::showLines()
{
    const Tokens& tokens = tokensFor(*this);
    m_text->clear();
    qsizetype widest = 0;
    for (const MessageLine& line : std::as_const(m_lines)) {
        widest = std::max(widest, line.program.size());
    }
    QTextCursor cursor(m_text->document());
    int own = 0;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const MessageLine& line = m_lines[i];
        if (i > 0) {
            cursor.insertBlock();
        }
        QTextBlockFormat ground;
        ground.setBackground(line.isOwn ? QBrush(tokens.warningTint) : QBrush(Qt::NoBrush));
        cursor.setBlockFormat(ground);
        QTextCharFormat format;
        format.setForeground(tokens.secondaryText);
        cursor.insertText(QStringLiteral(" ") + line.time + QStringLiteral("  "), format);
        format.setForeground(tokens.info);
        cursor.insertText(line.program.leftJustified(widest) + QStringLiteral("  "), format);
        format.setForeground(tokens.text);
        cursor.insertText(line.text, format);
        if (line.isOwn) {
            own = static_cast<int>(i);
        }
    }
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(own)));
    m_text->ensureCursorVisible();
}

void DetailCard::retranslate()
{
    m_hint->setText(tr("Choose a check to see the lines of the log around it."));
    m_simulate->setText(tr("Simulate this mail"));
    m_explain->setText(tr("Effective policy"));
    m_explain->setToolTip(tr("Which list entry or section decides about this mail"));
    m_copy->setText(tr("Copy"));
    m_text->setAccessibleName(tr("Lines of the log"));
}

void DetailCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::PaletteChange && m_hasCheck) {
        showLines();
    }
}

} // namespace ui
