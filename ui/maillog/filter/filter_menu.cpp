// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/filter_menu.h"

#include "core/postfix/commands.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

namespace {

constexpr qsizetype longestShown = 70; ///< letters

/// As a menu shows it: not longer than a line, and "&" means itself.
QString menuText(const QString& text)
{
    QString shown = text.size() > longestShown ? text.left(longestShown) + QChar(0x2026) : text;
    return shown.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

QString filterCommand(const QStringList& paths, const QString& expression)
{
    QString command = QStringLiteral("spfpolicy log events");
    for (const QString& path : paths) {
        command += QLatin1Char(' ') + QString::fromStdString(postfix::shellQuoted(path.toStdString()));
    }
    if (!expression.isEmpty()) {
        command += QStringLiteral(" --filter ") +
                   QString::fromStdString(postfix::shellQuoted(expression.toStdString()));
    }
    return command;
}

FilterMenu::FilterMenu(FilterStore& store, QWidget* parent)
    : QMenu(parent), m_store(store), m_removal(new QMenu(this))
{
    setObjectName(QStringLiteral("maillog.filterMenu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::fill);
}

void FilterMenu::fill()
{
    clear();
    addSection(tr("Recent filters"));
    const QStringList recent = m_store.recent();
    for (const QString& expression : recent) {
        QAction* action =
            addAction(menuText(expression), this, [this, expression] { Q_EMIT chosen(expression); });
        action->setToolTip(expression);
    }
    if (recent.isEmpty()) {
        addAction(tr("None yet"))->setEnabled(false);
    }
    addSaved();
    addSeparator();
    QAction* save = addAction(themedIcon(QStringLiteral("save"), &Tokens::secondaryText), tr("Save as..."),
                              this, &FilterMenu::saveAs);
    save->setEnabled(!m_expression.isEmpty());
    QAction* copy = addAction(
        themedIcon(QStringLiteral("terminal"), &Tokens::secondaryText), tr("Copy as command line"), this,
        [this] { QGuiApplication::clipboard()->setText(filterCommand(m_paths, m_expression)); });
    copy->setEnabled(!m_paths.isEmpty());
}

void FilterMenu::addSaved()
{
    const QMap<QString, QString> saved = m_store.saved();
    if (saved.isEmpty()) {
        return;
    }
    addSection(tr("Saved filters"));
    m_removal->clear();
    m_removal->setTitle(tr("Remove"));
    m_removal->setIcon(themedIcon(QStringLiteral("remove"), &Tokens::secondaryText));
    for (auto it = saved.begin(); it != saved.end(); ++it) {
        QAction* action = addAction(menuText(it.key()), this,
                                    [this, expression = it.value()] { Q_EMIT chosen(expression); });
        action->setToolTip(it.value());
        m_removal->addAction(menuText(it.key()), this, [this, name = it.key()] { m_store.remove(name); });
    }
    addMenu(m_removal);
}

void FilterMenu::saveAs()
{
    auto* dialog = new SaveFilterDialog(m_expression, m_store.saved().keys(), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SaveFilterDialog::named, this,
            [this, expression = m_expression](const QString& name) { m_store.save(name, expression); });
    dialog->open();
}

SaveFilterDialog::SaveFilterDialog(const QString& expression, const QStringList& known, QWidget* parent)
    : Dialog(parent), m_name(new QLineEdit)
{
    setObjectName(QStringLiteral("maillog.saveFilter"));
    setTitle(tr("Save the filter"));
    m_name->setObjectName(QStringLiteral("maillog.saveFilter.name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setMinimumWidth(380);
    auto* what = new MonoLabel(&Tokens::secondaryText);
    what->setText(expression);
    auto* note = new Label(TextRole::Secondary, &Tokens::secondaryText);
    body()->addWidget(what);
    body()->addWidget(m_name);
    body()->addWidget(note);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    QPushButton* save = addButton(ButtonKind::Primary, tr("Save"));
    save->setEnabled(false);
    save->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, this, [this, save, note, known](const QString& typed) {
        save->setEnabled(!typed.trimmed().isEmpty());
        note->setText(known.contains(typed.trimmed()) ? tr("Takes the place of the filter of this name.")
                                                      : QString());
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_name->text().trimmed());
        accept();
    });
}

} // namespace ui
