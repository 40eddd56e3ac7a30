// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/checks/postmaster_dialog.h"

#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/words/language.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>

namespace ui {

PostmasterDialog::PostmasterDialog(Services& services, UrlOpener openUrl, Letters letters, QWidget* parent)
    : Dialog(parent),
      m_services(services),
      m_openUrl(std::move(openUrl)),
      m_letters(std::move(letters)),
      m_shown(static_cast<std::size_t>(services.language.language())),
      m_language(new Segment),
      m_subject(new QLineEdit),
      m_body(new QPlainTextEdit),
      m_told(new NoticeBar)
{
    setObjectName(QStringLiteral("maillog.postmaster"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Write to the postmaster"));
    build();
    showLanguage(static_cast<int>(m_shown));
    resize(std::min(760, parent->width() - 60), std::min(700, parent->height() - 40));
}

void PostmasterDialog::build()
{
    auto* to = new MonoLabel;
    to->setText(m_letters.front().to);
    subtitle()->addWidget(to);
    subtitle()->addStretch(1);
    // Languages are named in themselves.
    m_language->addChoice(QStringLiteral("English"));
    m_language->addChoice(QStringLiteral("日本語"));
    m_language->setObjectName(QStringLiteral("maillog.postmaster.language"));
    m_language->setGroupName(tr("Language of the letter"));
    subtitle()->addWidget(m_language);
    connect(m_language, &Segment::chosen, this, [this](int language) {
        keepEdits();
        showLanguage(language);
    });
    auto* subjectName = new Label(TextRole::Label);
    subjectName->setText(tr("&Subject"));
    subjectName->setBuddy(m_subject);
    m_subject->setObjectName(QStringLiteral("maillog.postmaster.subject"));
    auto* bodyName = new Label(TextRole::Label);
    bodyName->setText(tr("&Text"));
    bodyName->setBuddy(m_body);
    m_body->setObjectName(QStringLiteral("maillog.postmaster.body"));
    m_body->setTabChangesFocus(true);
    body()->setSpacing(6);
    body()->addWidget(subjectName);
    body()->addWidget(m_subject);
    body()->addWidget(bodyName);
    body()->addWidget(m_body, 1);
    body()->addWidget(m_told);
    const auto add = [this](ButtonKind kind, const QString& text, const QString& icon, const char* name,
                            auto run) {
        QPushButton* button = addButton(kind, text, icon);
        button->setObjectName(QLatin1String(name));
        connect(button, &QAbstractButton::clicked, this, run);
    };
    add(ButtonKind::Plain, tr("Close"), {}, "maillog.postmaster.close", [this] { reject(); });
    add(ButtonKind::Plain, tr("Copy"), QStringLiteral("copy"), "maillog.postmaster.copy", [this] { copy(); });
    add(ButtonKind::Plain, tr("Save as..."), QStringLiteral("save"), "maillog.postmaster.save",
        [this] { save(); });
    add(ButtonKind::Primary, tr("Open in mail program"), QStringLiteral("external"),
        "maillog.postmaster.open", [this] { openMailProgram(); });
}

report::Letter PostmasterDialog::letter() const
{
    return {m_letters[m_shown].to, m_subject->text(), m_body->toPlainText()};
}

/// Who switches back finds what was written.
void PostmasterDialog::keepEdits()
{
    m_letters[m_shown] = letter();
}

void PostmasterDialog::showLanguage(int language)
{
    m_shown = static_cast<std::size_t>(language);
    m_language->setCurrent(language);
    m_subject->setText(m_letters[m_shown].subject);
    m_subject->setCursorPosition(0);
    m_body->setPlainText(m_letters[m_shown].body);
}

void PostmasterDialog::copy()
{
    const report::Letter now = letter();
    QGuiApplication::clipboard()->setText(now.subject + QStringLiteral("\n\n") + now.body);
    m_told->show(Level::Good, tr("Subject and text are on the clipboard."));
}

void PostmasterDialog::save()
{
    const QString domain = m_letters.front().to.section(QLatin1Char('@'), -1);
    m_services.filePicker.saveFile(
        this,
        {tr("Save the letter"),
         QStringLiteral("postmaster-%1.eml").arg(domain),
         {tr("Mail (*.eml)"), tr("Text (*.txt)")}},
        [this](const QString& path) {
            const report::Letter now = letter();
            const QByteArray bytes =
                path.endsWith(QLatin1String(".eml"), Qt::CaseInsensitive)
                    ? report::mailFile(now)
                    : QStringLiteral("%1\n%2\n\n%3").arg(now.to, now.subject, now.body).toUtf8();
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
                m_told->show(Level::Good, tr("Saved as %1.").arg(path));
            } else {
                m_told->show(Level::Error, tr("%1 could not be written: %2").arg(path, file.errorString()));
            }
        });
}

void PostmasterDialog::openMailProgram()
{
    const report::MailLink link = report::mailLink(letter());
    if (!m_openUrl(link.url)) {
        m_told->show(Level::Error,
                     tr("No mail program could be opened. Copy the text or save it as a mail."));
        return;
    }
    if (link.isCut) {
        QGuiApplication::clipboard()->setText(letter().body);
        m_told->show(Level::Warning,
                     tr("The text is too long for a link to the mail program and was cut there. The whole "
                        "text is on the clipboard: paste it over."));
    }
}

} // namespace ui
