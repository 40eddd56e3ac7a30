// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/waiting.h"

#include "ui/common/dialog.h"
#include "ui/common/label.h"
#include "ui/common/progress_strip.h"

#include <QBoxLayout>

#include <utility>

namespace ui {

namespace {

constexpr int momentMs = 300;
constexpr int width = 480;

} // namespace

Waiting::Waiting(QWidget* window, QString sentence, std::function<void()> cancel)
    : m_window(window), m_sentence(std::move(sentence))
{
    connect(this, &Waiting::cancelled, window, std::move(cancel));
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMs);
    connect(&m_moment, &QTimer::timeout, this, &Waiting::show);
    m_moment.start();
}

Waiting::~Waiting()
{
    if (m_dialog == nullptr)
        return;
    m_dialog->hide();
    m_dialog->deleteLater(); // it may be its own button that ends the wait
}

void Waiting::show()
{
    m_dialog = new Dialog(m_window);
    m_dialog->setObjectName(QStringLiteral("waiting"));
    m_dialog->setTitle(tr("One moment"));
    auto* strip = new ProgressStrip;
    strip->setTexts(m_sentence, {});
    strip->setAccessibleName(m_sentence);
    m_dialog->body()->addWidget(strip);
    connect(strip, &ProgressStrip::cancelRequested, this, [this] { Q_EMIT cancelled(); });
    connect(m_dialog, &QDialog::rejected, this, [this] {
        // Until it has ended nothing else may begin.
        QMetaObject::invokeMethod(this, [this] { m_dialog->open(); }, Qt::QueuedConnection);
        Q_EMIT cancelled();
    });
    m_dialog->setFixedWidth(width);
    m_dialog->open();
}

} // namespace ui
