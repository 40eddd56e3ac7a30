// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/recovery_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/surface.h"
#include "ui/config/file_text.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>

namespace ui {

RecoveryDialog::RecoveryDialog(const qtio::UnsavedText& text, const config::IniDocument& onDisk, Disk disk,
                               QWidget* parent)
    : Dialog(parent)
{
    setObjectName(QStringLiteral("config.recovery"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Restore unsaved changes"));
    setBodyMargins(0);
    body()->setSpacing(8);
    auto* name = new MonoLabel;
    name->setText(text.path.isEmpty() ? tr("New file, not saved yet") : text.path);
    subtitle()->addWidget(name, 1);
    auto* why = new Label;
    why->setText(tr("The program ended unexpectedly. These changes of %1 had not been saved.")
                     .arg(QLocale().toString(text.time.toLocalTime(), QLocale::ShortFormat)));
    why->setWordWrap(true);
    why->setContentsMargins(20, 0, 20, 0);
    body()->addWidget(why);
    buildNotice(disk);
    body()->addWidget(new Line);
    auto* diff = new DiffView;
    diff->setObjectName(QStringLiteral("config.recovery.diff"));
    const std::string edited = text.bytes.toStdString();
    diff->setTexts(decoded(onDisk.bytes(), config::detectEncoding(onDisk.bytes())),
                   decoded(edited, config::detectEncoding(edited)));
    diff->setHeads(tr("On disk"), tr("Unsaved changes"));
    body()->addWidget(diff, 1);
    body()->addWidget(new Line);
    buildButtons();
    resize(std::min(1040, parent->width() - 80), std::min(640, parent->height() - 80));
}

void RecoveryDialog::buildNotice(Disk disk)
{
    if (disk == Disk::Same)
        return;
    auto* notice = new NoticeBar;
    notice->setObjectName(QStringLiteral("config.recovery.notice"));
    notice->setClosable(false);
    notice->show(
        Level::Warning,
        disk == Disk::Lost
            ? tr("The file is gone or can no longer be written. The changes are opened as a new file.")
        : disk == Disk::Unreadable
            ? tr("The file cannot be read at the moment. Restoring tries again; if it fails, the changes "
                 "wait "
                 "for the next start.")
            : tr("The file was changed on disk since. Restoring would also undo that: compare "
                 "before you save."));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, 0, 20, 0);
    row->addWidget(notice);
    body()->addLayout(row);
}

void RecoveryDialog::buildButtons()
{
    const auto add = [this](ButtonKind kind, const QString& text, const QString& icon, const char* name,
                            Answer answer) {
        QPushButton* button = addButton(kind, text, icon);
        button->setObjectName(QLatin1String(name));
        connect(button, &QAbstractButton::clicked, this, [this, answer] { done(answer); });
        return button;
    };
    auto* hint = new Label(TextRole::Secondary, &Tokens::secondaryText);
    hint->setText(tr("Restoring writes nothing: you save when you have looked at it."));
    hint->setElide(Qt::ElideRight);
    footer()->addWidget(hint);
    add(ButtonKind::Plain, tr("Later"), {}, "config.recovery.later", Later);
    add(ButtonKind::Plain, tr("Discard"), QStringLiteral("remove"), "config.recovery.discard", Discard);
    add(ButtonKind::Primary, tr("Restore"), QStringLiteral("reset"), "config.recovery.restore", Restore)
        ->setFocus();
}

} // namespace ui
