// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manager/ask_pass.h"

#include "ui/common/dialog.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLineEdit>
#include <QRegularExpression>

#include <cstdio>

namespace ask_pass {

namespace {

struct AskPass
{
    Q_DECLARE_TR_FUNCTIONS(AskPass)
};

constexpr int width = 520;

enum class Kind { Password, HostKey, Confirm };

/// See ssh(1), SSH_ASKPASS; the question about an unknown host is only known by its words.
Kind kindOf(const QString& prompt)
{
    if (prompt.contains(QLatin1String("(yes/no")))
        return Kind::HostKey;
    return qEnvironmentVariable("SSH_ASKPASS_PROMPT") == QLatin1String("confirm") ? Kind::Confirm
                                                                                  : Kind::Password;
}

/// ssh's question about an unknown host in the user's language; as ssh puts it where that is not understood.
QString textOf(Kind kind, const QString& prompt)
{
    static const QRegularExpression host(QStringLiteral("authenticity of host '([^']+)'"));
    static const QRegularExpression key(QStringLiteral("(\\S+) key fingerprint is (SHA256:\\S+?)\\.?\\s"));
    const QString name = host.match(prompt).captured(1);
    const QRegularExpressionMatch fingerprint = key.match(prompt);
    if (kind != Kind::HostKey || name.isEmpty() || !fingerprint.hasMatch())
        return prompt.trimmed();
    return AskPass::tr(
               "This is the first connection to %1. Its %2 key has the fingerprint\n%3\nIs it the one the "
               "administrator of the server has told you?")
        .arg(name, fingerprint.captured(1), fingerprint.captured(2));
}

QString titleOf(Kind kind)
{
    switch (kind) {
    case Kind::HostKey:
        return AskPass::tr("Trust this host?");
    case Kind::Confirm:
        return AskPass::tr("Allow this?");
    case Kind::Password:
        break;
    }
    return AskPass::tr("Password needed");
}

} // namespace

bool isWanted(int argumentCount)
{
    return argumentCount == 2 && qEnvironmentVariableIsSet(marker);
}

int ask(const QString& prompt)
{
    const Kind kind = kindOf(prompt);
    ui::Dialog dialog(nullptr);
    dialog.setObjectName(QStringLiteral("askPass"));
    dialog.setTitle(titleOf(kind));
    dialog.setFixedWidth(width);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(new ui::IconView(kind == Kind::Password ? QStringLiteral("lock") : QStringLiteral("host"),
                                    &ui::Tokens::accent, 22),
                   0, Qt::AlignTop);
    auto* text = new ui::Label;
    text->setText(textOf(kind, prompt));
    text->setWordWrap(true);
    row->addWidget(text, 1);
    dialog.body()->addLayout(row);
    auto* answer = new QLineEdit;
    answer->setEchoMode(QLineEdit::Password);
    answer->setAccessibleName(titleOf(kind));
    answer->setObjectName(QStringLiteral("askPass.answer"));
    answer->setVisible(kind == Kind::Password);
    dialog.body()->addWidget(answer);
    QPushButton* cancel = dialog.addButton(ui::ButtonKind::Plain, AskPass::tr("Cancel"));
    QPushButton* accept =
        dialog.addButton(ui::ButtonKind::Primary, kind == Kind::HostKey   ? AskPass::tr("Trust and connect")
                                                  : kind == Kind::Confirm ? AskPass::tr("Allow")
                                                                          : AskPass::tr("Send"));
    QObject::connect(cancel, &QAbstractButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(accept, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    if (kind == Kind::Password) {
        accept->setDefault(true);
        answer->setFocus();
    } else { // nothing is trusted by a slip
        cancel->setDefault(true);
        cancel->setFocus();
    }
    if (dialog.exec() != QDialog::Accepted) // alone in its process: there is no other loop to disturb
        return 1;
    const QString said = kind == Kind::Password ? answer->text() : QStringLiteral("yes");
    std::puts(said.toLocal8Bit().constData());
    return 0;
}

} // namespace ask_pass
