// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/batch_inputs.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QLocale>

namespace ui {

BatchInputs::BatchInputs(QWidget* parent)
    : QWidget(parent),
      m_title(new Label(TextRole::Label, &Tokens::secondaryText)),
      m_paste(makeButton(ButtonKind::Plain, QStringLiteral("import"))),
      m_open(makeButton(ButtonKind::Plain, QStringLiteral("open"))),
      m_log(makeButton(ButtonKind::Plain, QStringLiteral("maillog"))),
      m_counts(new Label(TextRole::Secondary, &Tokens::secondaryText))
{
    m_paste->setObjectName(QStringLiteral("batch.paste"));
    m_open->setObjectName(QStringLiteral("batch.open"));
    m_log->setObjectName(QStringLiteral("batch.log"));
    m_counts->setObjectName(QStringLiteral("batch.counts"));
    m_counts->setElide(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {m_paste, m_open, m_log}) {
        row->addWidget(button);
    }
    row->addSpacing(6);
    row->addWidget(m_counts, 1);
    column->addLayout(row);
    connect(m_paste, &QAbstractButton::clicked, this, &BatchInputs::pasteRequested);
    connect(m_open, &QAbstractButton::clicked, this, &BatchInputs::openRequested);
    connect(m_log, &QAbstractButton::clicked, this, &BatchInputs::logRequested);
    setLogAvailable(false);
}

void BatchInputs::setCounts(std::size_t mails, std::size_t unreadable)
{
    if (mails + unreadable == 0) {
        m_counts->setText(tr("No mails yet"));
        return;
    }
    QString text = tr("%Ln mail(s)", nullptr, static_cast<int>(mails));
    if (unreadable > 0) {
        text = tr("%1, %2").arg(text, tr("%Ln row(s) cannot be read", nullptr, static_cast<int>(unreadable)));
    }
    m_counts->setText(text);
}

void BatchInputs::setReading(std::size_t rows)
{
    m_counts->setText(tr("Reading… %Ln row(s)", nullptr, static_cast<int>(rows)));
}

void BatchInputs::setLogAvailable(bool isAvailable)
{
    m_log->setEnabled(isAvailable);
    m_log->setToolTip(isAvailable ? tr("The mails that the mail log page shows now")
                                  : tr("The mail log page shows no mails. Open a log there first."));
}

void BatchInputs::retranslate()
{
    m_title->setText(tr("Mails: client IP, sender, HELO"));
    m_paste->setText(tr("Paste…"));
    m_open->setText(tr("Open CSV…"));
    m_log->setText(tr("From the mail log"));
    setLogAvailable(m_log->isEnabled());
}

} // namespace ui
