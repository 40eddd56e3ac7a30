// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/common/icons.h"
#include "ui/common/open_document.h"
#include "ui/common/prompter.h"
#include "ui/common/surface.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/status_bar.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/welcome_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QUndoStack>

namespace ui {

namespace {

constexpr int foldBelow = 1400;
constexpr int longestStep = 60; ///< characters of a step's name in the menu

/// The name of a step as part of a menu entry: short, and without a mnemonic of its own.
QString menuText(QString step)
{
    step.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (step.size() > longestStep)
        step = step.left(longestStep - 1) + QChar(0x2026);
    return step.replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// A file manager may show the folder of a server; ssh reaches it as well. Empty for what cannot be opened.
QString placeOf(const QUrl& url)
{
    if (url.isLocalFile())
        return url.toLocalFile();
    const bool isServer = url.scheme() == QLatin1String("sftp") || url.scheme() == QLatin1String("ssh");
    if (!isServer || url.host().isEmpty() || url.port() >= 0)
        return {};
    const QString user = url.userName().isEmpty() ? QString() : url.userName() + QLatin1Char('@');
    return user + url.host() + QLatin1Char(':') + url.path();
}

} // namespace

MainWindow::MainWindow(Services& services)
    : m_services(services),
      m_actions(new ActionRegistry(this)),
      m_recent(new RecentFiles(services.settings, this)),
      m_session(services.settings)
{
    setObjectName(QStringLiteral("window"));
    setWindowIcon(appIcon());
    setMinimumSize(1280, 720);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    setAcceptDrops(true);
    addOwnActions();
    build();
    m_session.restoreWindow(*this);
    updateDocument();
    showWelcome();
}

MainWindow::~MainWindow()
{
    // Pages and their undo stacks speak once more while they are taken down; nobody may listen then.
    for (Page* page : m_pages)
        page->disconnect(this);
    if (m_followed != nullptr)
        m_followed->disconnect(this);
    if (m_document != nullptr)
        m_document->disconnect(this);
}

void MainWindow::build()
{
    m_top = new TopBar(*m_actions);
    setMenuWidget(m_top);
    m_top->rebuildMenus();
    auto* frame = new QWidget;
    auto* grid = new QGridLayout(frame);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    m_rail = new Rail;
    m_stack = new QStackedWidget;
    m_status = new StatusBar;
    m_welcome = new WelcomePage(*m_recent, m_services);
    m_stack->addWidget(m_welcome);
    grid->addWidget(m_rail, 0, 0);
    grid->addWidget(m_stack, 0, 1);
    grid->addWidget(m_status, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 1);
    setCentralWidget(frame);
    m_palette = new CommandPalette(this, *m_actions, m_services.language);
    connect(m_rail, &Rail::pageRequested, this, qOverload<Page*>(&MainWindow::showPage));
    connect(m_rail->hostCard(), &QAbstractButton::clicked, this, &MainWindow::showWelcome);
    connect(m_top, &TopBar::searchRequested, this, [this] { m_palette->open(); });
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::pickConfig);
    connect(m_welcome, &WelcomePage::serverRequested, this, &MainWindow::serverRequested);
    connect(m_welcome, &WelcomePage::logsRequested, this, [this] {
        if (QAction* open = m_actions->action(QStringLiteral("maillog.openLogs")))
            open->trigger();
    });
    connect(m_welcome, &WelcomePage::newRequested, this, [this] {
        if (QAction* create = m_actions->action(QStringLiteral("config.new")))
            create->trigger();
    });
    connect(m_welcome, &WelcomePage::sampleRequested, this,
            [this] { whenSettled([this] { Q_EMIT sampleRequested(); }); });
    connect(m_welcome, &WelcomePage::configRequested, this,
            [this](const QString& path) { whenSettled([this, path] { Q_EMIT configRequested(path); }); });
}

void MainWindow::addPage(Page* page)
{
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_session.restorePage(*page);
    m_rail->addPage(page);
    for (ActionSpec spec : page->actions())
        m_actions->add(std::move(spec));
    const auto number = m_pages.size();
    ActionSpec go;
    go.id = QStringLiteral("go.") + page->info().id;
    go.menu = MenuId::Go;
    go.group = 1;
    go.icon = page->info().icon;
    go.label = [page] { return page->title(); };
    if (number <= 9)
        go.shortcut = QKeySequence(QStringLiteral("Ctrl+%1").arg(number));
    go.run = [this, page] { showPage(page); };
    m_actions->add(std::move(go));
    m_top->rebuildMenus();
    m_palette->setPages(QList<Page*>(m_pages.begin(), m_pages.end()));
    connect(page, &Page::statusChanged, this, &MainWindow::updateStatus);
    connect(page, &Page::showRequested, this, [this, page] { showPage(page); });
    followUndo();
}

void MainWindow::setDocument(OpenDocument* document)
{
    if (m_document != nullptr)
        m_document->disconnect(this);
    m_document = document;
    if (document != nullptr)
        connect(document, &OpenDocument::changed, this, &MainWindow::updateDocument);
    updateDocument();
}

void MainWindow::showWelcome()
{
    m_stack->setCurrentWidget(m_welcome);
    m_rail->hide();
    m_rail->setCurrent(nullptr);
    followUndo();
    updateStatus();
}

void MainWindow::showPage(Page* page)
{
    m_stack->setCurrentWidget(page);
    m_rail->show();
    m_rail->setCurrent(page);
    followUndo();
    updateStatus();
}

bool MainWindow::showPage(const QString& id)
{
    if (id == QLatin1String("welcome")) {
        showWelcome();
        return true;
    }
    const auto found = std::ranges::find(m_pages, id, [](const Page* page) { return page->info().id; });
    if (found == m_pages.end())
        return false;
    showPage(*found);
    return true;
}

void MainWindow::showLastPage()
{
    showPage(m_session.lastPage());
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_stack->currentWidget());
}

void MainWindow::openFiles(const QStringList& paths)
{
    QStringList logs;
    QString config;
    for (const QString& path : paths) {
        if (QFileInfo(path).suffix().compare(QLatin1String("ini"), Qt::CaseInsensitive) == 0)
            config = path;
        else
            logs.append(path);
    }
    if (!logs.isEmpty())
        Q_EMIT logsRequested(logs);
    if (!config.isEmpty())
        whenSettled([this, config] { Q_EMIT configRequested(config); });
}

void MainWindow::whenSettled(std::function<void()> go)
{
    if (m_document == nullptr || !m_document->isModified()) {
        go();
        return;
    }
    const Question question{
        tr("Unsaved changes"),
        tr("%1 has changes that are not saved.").arg(QFileInfo(m_document->path()).fileName()),
        {tr("Discard changes"), tr("Review and save...")},
        tr("Cancel")};
    m_services.prompter.ask(this, question, [this, go = std::move(go)](int answer) {
        if (answer == 0)
            go();
        else if (answer == 1 && m_document != nullptr)
            m_document->save([go](bool saved) {
                if (saved)
                    go();
            });
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing && m_document != nullptr && m_document->isModified()) {
        event->ignore();
        whenSettled([this] {
            m_closing = true;
            // Not from inside this event: Qt ignores a close() within a close.
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
        return;
    }
    m_session.saveWindow(*this, currentPage());
    for (const Page* page : m_pages)
        m_session.savePage(*page);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || m_status == nullptr)
        return;
    m_actions->retranslate();
    followUndo();
    updateDocument();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setFolded(width() < foldBelow);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls()) {
        if (const QString place = placeOf(url); !place.isEmpty())
            paths.append(place);
    }
    event->acceptProposedAction();
    openFiles(paths);
}

QUndoStack* MainWindow::undoStack() const
{
    if (const Page* page = currentPage(); page != nullptr && page->undoStack() != nullptr)
        return page->undoStack();
    if (currentPage() == nullptr)
        return nullptr;
    // A page without edits of its own shows those of the settings it looks at.
    for (const Page* page : m_pages) {
        if (page->undoStack() != nullptr)
            return page->undoStack();
    }
    return nullptr;
}

void MainWindow::followUndo()
{
    QAction* undo = m_actions->action(QStringLiteral("edit.undo"));
    QAction* redo = m_actions->action(QStringLiteral("edit.redo"));
    QUndoStack* stack = undoStack();
    if (stack != m_followed) {
        if (m_followed != nullptr)
            m_followed->disconnect(this);
        m_followed = stack;
        if (stack != nullptr)
            connect(stack, &QUndoStack::indexChanged, this, &MainWindow::followUndo);
    }
    undo->setEnabled(stack != nullptr && stack->canUndo());
    redo->setEnabled(stack != nullptr && stack->canRedo());
    // The texts are made when shown, so that they follow the language.
    undo->setText(undo->isEnabled() ? tr("&Undo: %1").arg(menuText(stack->undoText())) : tr("&Undo"));
    redo->setText(redo->isEnabled() ? tr("&Redo: %1").arg(menuText(stack->redoText())) : tr("&Redo"));
    undo->setToolTip(undo->isEnabled() ? tr("Undo: %1").arg(stack->undoText()) : tr("Undo"));
    redo->setToolTip(redo->isEnabled() ? tr("Redo: %1").arg(stack->redoText()) : tr("Redo"));
}

void MainWindow::updateDocument()
{
    const bool open = m_document != nullptr && !m_document->path().isEmpty();
    const QFileInfo info(open ? m_document->path() : QString());
    setWindowModified(open && m_document->isModified());
    setWindowTitle(open ? tr("%1[*] - SPF Policy Manager").arg(info.fileName())
                        : QStringLiteral("SPF Policy Manager"));
    const HostLook look = hostLook();
    if (look.isRemote())
        m_rail->hostCard()->setTexts(look.name, look.role, info.fileName());
    else
        m_rail->hostCard()->setTexts(
            open ? info.fileName() : tr("No file open"), {},
            open ? tr("This computer \u00b7 %1").arg(QDir::toNativeSeparators(info.path()))
                 : tr("Open a config.ini"));
    m_rail->hostCard()->setInk(look.ink);
    m_top->setBand(look.ink);
    if (look.isRemote())
        setWindowTitle(
            tr("%1[*] on %2 (%3) - SPF Policy Manager").arg(info.fileName(), look.name, look.role));
    updateStatus();
}

HostLook MainWindow::hostLook() const
{
    return m_document == nullptr ? HostLook()
                                 : m_services.lookOf(qtio::FilePlace::fromText(m_document->path()));
}

void MainWindow::updateStatus()
{
    StatusLine line;
    if (const Page* page = currentPage()) {
        line = page->status();
        for (const Page* other : m_pages) {
            if (line.left.isEmpty())
                line.left = other->status().left;
            if (line.right.isEmpty())
                line.right = other->status().right;
        }
        const HostLook look = hostLook();
        line.left.prepend({QStringLiteral("place"),
                           QStringLiteral("host"),
                           look.isRemote() ? tr("%1 over SSH").arg(look.name) : tr("This computer"),
                           &Tokens::good,
                           {}});
    } else {
        line.left.append({QStringLiteral("version"),
                          {},
                          QStringLiteral("SPF Policy Manager " SPM_VERSION),
                          &Tokens::secondaryText,
                          {}});
        line.right.append({QStringLiteral("resolver"),
                           QStringLiteral("dns"),
                           m_services.nameserver.isEmpty() ? tr("Resolver: system")
                                                           : tr("Resolver: %1").arg(m_services.nameserver),
                           &Tokens::secondaryText,
                           {}});
    }
    m_status->setLine(line);
}

} // namespace ui
