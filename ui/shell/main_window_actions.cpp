// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of the frame itself, and moving between its panes.
#include "ui/common/dialog.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/open_document.h"
#include "ui/common/theme.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/main_window.h"
#include "ui/shell/rail.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QBoxLayout>
#include <QFileInfo>
#include <QSettings>
#include <QStackedWidget>
#include <QUndoStack>

namespace ui {

namespace {

const QString languageKey = QStringLiteral("language");
const QString themeKey = QStringLiteral("theme");

} // namespace

void MainWindow::addOwnActions()
{
    const auto add = [this](const char* id, Phrase text, MenuId menu, int group, const char* icon,
                            const QKeySequence& keys, std::function<void()> run) {
        m_actions->add({QLatin1String(id), text, menu, group, QLatin1String(icon), keys, std::move(run), {}});
    };
    using Keys = QKeySequence;
    add("file.open", SPM_PHRASE("MainWindow", "&Open config.ini..."), MenuId::File, 0, "open",
        Keys(Keys::Open), [this] { pickConfig(); });
    add("file.openServer", SPM_PHRASE("MainWindow", "Open on a ser&ver..."), MenuId::File, 0, "host",
        Keys(QStringLiteral("Ctrl+Shift+O")), [this] { Q_EMIT serverRequested(); });
    add("file.sample", SPM_PHRASE("MainWindow", "&Try with sample data"), MenuId::File, 0, "simulator", {},
        [this] { whenSettled([this] { Q_EMIT sampleRequested(); }); });
    add("file.quit", SPM_PHRASE("MainWindow", "&Quit"), MenuId::File, 9, "", Keys(Keys::Quit),
        [this] { close(); });
    add("edit.undo", SPM_PHRASE("MainWindow", "&Undo"), MenuId::Edit, 0, "undo", Keys(Keys::Undo), [this] {
        if (m_followed != nullptr)
            m_followed->undo();
    });
    add("edit.redo", SPM_PHRASE("MainWindow", "&Redo"), MenuId::Edit, 0, "redo",
        Keys(QStringLiteral("Ctrl+Shift+Z")), [this] {
            if (m_followed != nullptr)
                m_followed->redo();
        });
    add("view.palette", SPM_PHRASE("MainWindow", "&Search everything..."), MenuId::View, 0, "search",
        Keys(QStringLiteral("Ctrl+Shift+P")), [this] { m_palette->open(); });
    add("view.nextPane", SPM_PHRASE("MainWindow", "Next &pane"), MenuId::View, 1, "", Keys(Qt::Key_F6),
        [this] { cyclePane(1); });
    add("view.previousPane", SPM_PHRASE("MainWindow", "Pre&vious pane"), MenuId::View, 1, "",
        Keys(QStringLiteral("Shift+F6")), [this] { cyclePane(-1); });
    add("view.theme", SPM_PHRASE("MainWindow", "Light or dark &theme"), MenuId::View, 2, "theme",
        Keys(QStringLiteral("Ctrl+Alt+T")), [this] {
            setTheme(m_services.theme.scheme() == Scheme::Dark ? QStringLiteral("light")
                                                               : QStringLiteral("dark"));
        });
    add("view.themeSystem", SPM_PHRASE("MainWindow", "Theme as the s&ystem"), MenuId::View, 2, "theme", {},
        [this] { setTheme(QStringLiteral("system")); });
    add("view.language", SPM_PHRASE("MainWindow", "&Japanese or English"), MenuId::View, 3, "language",
        Keys(QStringLiteral("Ctrl+Alt+L")), [this] {
            setLanguage(m_services.language.language() == words::Language::Japanese ? QStringLiteral("en")
                                                                                    : QStringLiteral("ja"));
        });
    add("view.languageSystem", SPM_PHRASE("MainWindow", "Language as the syste&m"), MenuId::View, 3,
        "language", {}, [this] { setLanguage(QStringLiteral("system")); });
    add("go.welcome", SPM_PHRASE("MainWindow", "Sta&rt page"), MenuId::Go, 0, "home", {},
        [this] { showWelcome(); });
    add("help.contents", SPM_PHRASE("MainWindow", "&Keyboard and program..."), MenuId::Help, 0, "help",
        Keys(Qt::Key_F1), [this] { showAbout(); });
}

void MainWindow::pickConfig()
{
    const bool isHere = m_document != nullptr && !hostLook().isRemote();
    const QString folder = isHere ? QFileInfo(m_document->path()).path() : QString();
    m_services.filePicker.openFile(
        this, {tr("Open config.ini"), folder, {tr("Settings (*.ini)"), tr("All files (*)")}},
        [this](const QString& path) { whenSettled([this, path] { Q_EMIT configRequested(path); }); });
}

void MainWindow::setLanguage(const QString& code)
{
    m_services.settings.setValue(languageKey, code);
    m_services.language.setChoice(words::choiceFromCode(code));
}

void MainWindow::setTheme(const QString& code)
{
    m_services.settings.setValue(themeKey, code);
    m_services.theme.setChoice(themeChoiceFromCode(code));
}

QList<QWidget*> MainWindow::panes() const
{
    QList<QWidget*> panes;
    if (m_rail->isVisible())
        panes.append(m_rail);
    QWidget* page = m_stack->currentWidget();
    QList<QWidget*> marked;
    for (QWidget* child : page->findChildren<QWidget*>()) {
        if (child->property("pane").toBool() && child->isVisible())
            marked.append(child);
    }
    if (marked.isEmpty())
        marked.append(page);
    return panes + marked;
}

void MainWindow::cyclePane(int step)
{
    const QList<QWidget*> all = panes();
    const QWidget* focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (focus != nullptr && (all[i] == focus || all[i]->isAncestorOf(focus)))
            at = i;
    }
    at = at < 0 ? 0 : (at + step + all.size()) % all.size();
    QWidget* pane = all[at];
    for (QWidget* next = pane; next != nullptr;) {
        if ((next->focusPolicy() & Qt::TabFocus) && next->isVisible() && next->isEnabled()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
        next = next->nextInFocusChain();
        if (next == pane || !pane->isAncestorOf(next))
            return;
    }
}

void MainWindow::showAbout()
{
    auto* dialog = new Dialog(this);
    dialog->setObjectName(QStringLiteral("help.dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(tr("Keyboard and program"));
    auto* version = new Label(TextRole::Secondary, &Tokens::secondaryText);
    version->setText(QStringLiteral("SPF Policy Manager " SPM_VERSION " \u00b7 Qt %1 \u00b7 GPL-3.0-or-later")
                         .arg(QLatin1String(qVersion())));
    dialog->subtitle()->addWidget(version);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const ActionSpec& spec : m_actions->specs()) {
        if (spec.shortcut.isEmpty())
            continue;
        auto* name = new Label;
        name->setText(spec.shownText().remove(QLatin1Char('&')));
        auto* keys = new Label(TextRole::Label, &Tokens::secondaryText);
        keys->setText(spec.shortcut.toString(QKeySequence::NativeText));
        const int half = row % 2 == 0 ? 0 : 2;
        grid->addWidget(name, row / 2, half);
        grid->addWidget(keys, row / 2, half + 1);
        ++row;
    }
    dialog->body()->addLayout(grid);
    QPushButton* close = dialog->addButton(ButtonKind::Primary, tr("Close"));
    connect(close, &QAbstractButton::clicked, dialog, &QDialog::accept);
    dialog->open();
}

} // namespace ui
