// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/raw_pane.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/config/file_text.h"
#include "ui/config/raw_completion.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QFileInfo>
#include <QToolButton>

#include <algorithm>

namespace ui {

RawPane::RawPane(ConfigDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_card(new Card),
      m_edit(new RawTextEdit(document)),
      m_copy(makeIconButton(QStringLiteral("copy"))),
      m_compare(makeIconButton(QStringLiteral("compare"))),
      m_reason(new Label(TextRole::Secondary, &Tokens::warning))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->addHeadWidget(m_copy);
    m_card->addHeadWidget(m_compare);
    new RawCompletion(document, *m_edit);
    m_reason->setWordWrap(true);
    m_reason->setContentsMargins(12, 6, 12, 6);
    m_card->body()->addWidget(m_edit, 1);
    m_card->body()->addWidget(m_reason);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        QApplication::clipboard()->setText(decoded(m_document.current().bytes(), m_document.encoding()));
    });
    connect(m_compare, &QAbstractButton::clicked, this, &RawPane::compareRequested);
    connect(m_edit, &RawTextEdit::exactnessChanged, this, &RawPane::refresh);
    connect(&m_document, &ConfigDocument::changed, this, &RawPane::refresh);
    connect(&m_document, &ConfigDocument::pathChanged, this, &RawPane::retranslate);
    retranslate();
}

void RawPane::refresh()
{
    m_compare->setEnabled(m_document.isModified());
    m_reason->setText(reason());
    m_reason->setVisible(!m_edit->isExact());
}

QString RawPane::reason() const
{
    if (m_edit->isExact())
        return {};
    const std::vector<config::Line>& lines = m_document.current().lines();
    const auto isLong = [](const config::Line& line) { return line.contentEnd - line.begin > longestLine; };
    const auto found = std::ranges::find_if(lines, isLong);
    if (found == lines.end())
        return tr("Read-only as text: some bytes are not valid %1 and are kept as they are.")
            .arg(encodingName(m_document.encoding()));
    return tr("Read-only as text: line %L1 is too long to be shown whole. “Sort and tidy” on the lists page "
              "can put each entry on a line of its own.")
        .arg(found - lines.begin() + 1);
}

void RawPane::retranslate()
{
    const QString name =
        m_document.path().isEmpty() ? QStringLiteral("config.ini") : QFileInfo(m_document.path()).fileName();
    m_card->setTitle(tr("Raw text · %1").arg(name));
    setNamed(m_copy, tr("Copy the whole text"));
    setNamed(m_compare, tr("Compare with the disk"));
    m_edit->setAccessibleName(tr("Raw text of %1").arg(name));
    refresh();
}

void RawPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ui
