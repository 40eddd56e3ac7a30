// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deploy_page.h"

#include "ui/common/buttons.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/common/surface.h"
#include "ui/deploy/checklist_card.h"
#include "ui/deploy/commands_card.h"
#include "ui/deploy/deploy_form.h"
#include "ui/deploy/file_card.h"
#include "ui/deploy/findings_card.h"
#include "ui/words/file_words.h"
#include "ui/words/postfix_words.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace ui {

namespace {

constexpr int pageEdge = 16;
constexpr int cardGap = 12;
constexpr int sideWidth = 344;

QScrollArea* scrolling(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return area;
}

QString text(const std::string& bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

DeployPage::DeployPage(Services& services, qtio::FileStore& store, QWidget* parent)
    : Page({QStringLiteral("deploy"), QStringLiteral("deploy"), PageGroup::Operate}, parent),
      m_services(services),
      m_store(store),
      m_folders(knownPostfixFolders()),
      m_header(new PageHeader),
      m_reload(makeButton(ButtonKind::Plain, QStringLiteral("refresh"))),
      m_copy(makeButton(ButtonKind::Plain, QStringLiteral("copy"))),
      m_save(makeButton(ButtonKind::Primary, QStringLiteral("save"))),
      m_form(new DeployForm),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState(QStringLiteral("deploy"))),
      m_done(new NoticeBar),
      m_notices(new QVBoxLayout),
      m_main(new FileCard(QStringLiteral("main.cf"))),
      m_master(new FileCard(QStringLiteral("master.cf"))),
      m_commands(new CommandsCard),
      m_findings(new FindingsCard),
      m_checklist(new ChecklistCard)
{
    build();
    connect(m_form, &DeployForm::changed, this, &DeployPage::plan);
    connect(m_form, &DeployForm::folderChosen, this, &DeployPage::openFolder);
    connect(m_form, &DeployForm::otherFolderWanted, this, &DeployPage::chooseFolder);
    connect(m_empty, &EmptyState::buttonClicked, this, &DeployPage::chooseFolder);
    connect(m_reload, &QPushButton::clicked, this, [this] { openFolder(m_folder); });
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(m_deployment.patch(), tr("The changes")); });
    connect(m_save, &QPushButton::clicked, this, &DeployPage::savePatch);
    connect(m_main, &FileCard::copyRequested, this,
            [this] { copy(text(m_deployment.plan.newMain), QStringLiteral("main.cf")); });
    connect(m_master, &FileCard::copyRequested, this,
            [this] { copy(text(m_deployment.plan.newMaster), QStringLiteral("master.cf")); });
    connect(m_main, &FileCard::saveRequested, this, [this] { saveFile(true); });
    connect(m_master, &FileCard::saveRequested, this, [this] { saveFile(false); });
    connect(m_commands, &CommandsCard::copyRequested, this,
            [this](const QString& lines) { copy(lines, tr("The commands")); });
    connect(m_checklist, &ChecklistCard::copyRequested, this,
            [this](const QString& lines) { copy(lines, tr("The command")); });
    DeployPage::retranslate();
    if (!m_folders.isEmpty()) {
        openFolder(m_folders.front());
    } else {
        showEmpty();
    }
}

DeployPage::~DeployPage() = default;

void DeployPage::build()
{
    m_reload->setObjectName(QStringLiteral("deploy.reload"));
    m_copy->setObjectName(QStringLiteral("deploy.copy"));
    m_save->setObjectName(QStringLiteral("deploy.save"));
    m_header->addButton(m_reload);
    m_header->addButton(m_copy);
    m_header->addButton(m_save);
    m_stack->addWidget(buildColumns());
    m_stack->addWidget(m_empty);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(pageEdge, 0, pageEdge, cardGap);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    outer->addWidget(m_form);
    outer->addSpacing(cardGap);
    outer->addWidget(m_stack, 1);
}

QWidget* DeployPage::buildColumns()
{
    auto* files = new QWidget;
    auto* left = new QVBoxLayout(files);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(cardGap);
    m_notices->setSpacing(8);
    m_notices->addWidget(m_done);
    left->addLayout(m_notices);
    left->addWidget(m_main);
    left->addWidget(m_master);
    left->addWidget(m_commands);
    left->addStretch(1);

    auto* side = new QWidget;
    auto* right = new QVBoxLayout(side);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(cardGap);
    right->addWidget(m_findings);
    right->addWidget(m_checklist);
    right->addStretch(1);

    auto* columns = new QWidget;
    auto* row = new QHBoxLayout(columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(cardGap);
    row->addWidget(scrolling(files), 1);
    QScrollArea* sideArea = scrolling(side);
    sideArea->setFixedWidth(sideWidth);
    row->addWidget(sideArea);
    markPane(files);
    markPane(side);
    return columns;
}

void DeployPage::openFolder(const QString& folder)
{
    m_folder = folder;
    if (!m_folders.contains(folder)) {
        m_folders.append(folder);
    }
    m_form->setFolders(m_folders, folder);
    auto read = readPostfixFiles(m_store, folder);
    const bool isFirst = !m_files;
    if (read) {
        const bool isOtherFolder = isFirst || m_files->folder != folder;
        m_files = std::move(*read);
        m_error.reset();
        if (isOtherFolder) {
            m_form->setVariant(usualVariant(*m_files));
        }
        plan();
    } else {
        m_files.reset();
        m_error = read.error();
        showEmpty();
    }
}

void DeployPage::setTask(postfix::Task task)
{
    m_form->setTask(task);
    plan();
}

void DeployPage::setVariant(postfix::Variant variant)
{
    m_form->setVariant(variant);
    plan();
}

void DeployPage::plan()
{
    if (!m_files) {
        return;
    }
    m_done->hide();
    m_deployment = deploymentOf(*m_files, m_form->task(), m_form->variant());
    showPlan();
}

void DeployPage::showPlan()
{
    const postfix::Plan& plan = m_deployment.plan;
    m_stack->setCurrentIndex(0);
    m_main->setTexts(text(plan.oldMain), text(plan.newMain));
    m_master->setTexts(text(plan.oldMaster), text(plan.newMaster));
    m_commands->setCommands(m_deployment.commands, postfix::reloadCommand(m_deployment.site),
                            m_deployment.site.installation);
    m_commands->setVisible(!m_deployment.commands.empty());
    m_findings->setFindings(m_deployment.findings);
    m_checklist->setSteps(m_deployment.steps);
    const int files = (plan.changesMain() ? 1 : 0) + (plan.changesMaster() ? 1 : 0);
    m_form->setCounts(m_main->added() + m_master->added(), m_main->removed() + m_master->removed(), files);
    m_copy->setEnabled(files > 0);
    m_save->setEnabled(files > 0);
    const auto errors = std::count_if(
        m_deployment.findings.begin(), m_deployment.findings.end(),
        [](const postfix::Finding& finding) { return finding.severity == postfix::Severity::Error; });
    const auto all = static_cast<qsizetype>(m_deployment.findings.size());
    setBadge(all == 0 ? QString() : QString::number(all), errors > 0 ? Level::Error : Level::Warning);
    showNotes();
    retranslate();
}

/// What the plan advises or cannot do by itself, one bar each; at most two at once.
void DeployPage::showNotes()
{
    qDeleteAll(m_notes);
    m_notes.clear();
    const bool isChange = m_deployment.plan.changesMain() || m_deployment.plan.changesMaster();
    // Where nothing has to change, it is told why.
    const auto last = isChange ? postfix::NoteKind::Advice : postfix::NoteKind::Nothing;
    for (const auto kind : {postfix::NoteKind::Manual, last}) {
        for (const postfix::Note& note : m_deployment.plan.notes) {
            if (postfix::kindOf(note.code) != kind || m_notes.size() == 2) {
                continue;
            }
            auto* bar = new NoticeBar;
            bar->setClosable(false);
            bar->show(kind == postfix::NoteKind::Manual ? Level::Warning : Level::Info, words::message(note));
            m_notices->addWidget(bar);
            m_notes.append(bar);
        }
    }
}

void DeployPage::showEmpty()
{
    m_stack->setCurrentIndex(1);
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
    m_form->setCounts(0, 0, 0);
    setBadge({}, Level::Info);
    retranslate();
}

void DeployPage::chooseFolder()
{
    m_services.filePicker.openFile(
        this, {tr("Choose main.cf or master.cf"), m_folder, {tr("Postfix settings (main.cf master.cf)")}},
        [this](const QString& path) { openFolder(QFileInfo(path).absolutePath()); });
}

void DeployPage::copy(const QString& what, const QString& name)
{
    QGuiApplication::clipboard()->setText(what);
    m_done->removeButtons();
    m_done->show(Level::Good, tr("Copied: %1").arg(name));
}

void DeployPage::savePatch()
{
    m_services.filePicker.saveFile(
        this,
        {tr("Save the changes as"), QStringLiteral("spf-policy.patch"), {tr("Patches (*.patch *.diff)")}},
        [this](const QString& path) { write(path, m_deployment.patch().toUtf8()); });
}

void DeployPage::saveFile(bool isMain)
{
    const QString name = isMain ? QStringLiteral("main.cf") : QStringLiteral("master.cf");
    m_services.filePicker.saveFile(
        this, {tr("Save the new %1 as").arg(name), name, {}}, [this, isMain](const QString& path) {
            const std::string& bytes = isMain ? m_deployment.plan.newMain : m_deployment.plan.newMaster;
            write(path, QByteArray::fromStdString(bytes));
        });
}

void DeployPage::write(const QString& path, const QByteArray& bytes)
{
    qtio::WriteRequest request;
    request.path = path;
    request.bytes = bytes;
    // The file chooser has asked whether an existing file may be replaced; a copy of it is kept all the same.
    if (const auto base = m_store.fingerprint(path)) {
        request.base = *base;
    }
    const auto written = m_store.write(request);
    m_done->removeButtons();
    if (!written) {
        m_done->show(Level::Error, words::message(written.error()));
        return;
    }
    m_done->show(
        Level::Good,
        written->backupPath.isEmpty()
            ? tr("Saved as %1.").arg(path)
            : tr("Saved as %1; the file that was there is kept as %2.").arg(path, written->backupPath));
}

QString DeployPage::title() const
{
    return tr("Deploy to Postfix");
}

StatusLine DeployPage::status() const
{
    StatusLine line;
    if (m_files) {
        line.left.append({QStringLiteral("deploy.folder"),
                          QStringLiteral("deploy"),
                          m_files->folder,
                          &Tokens::secondaryText,
                          {}});
        line.right.append({QStringLiteral("deploy.written"),
                           QStringLiteral("lock"),
                           tr("Nothing is written here"),
                           &Tokens::secondaryText,
                           {}});
    }
    return line;
}

QList<ActionSpec> DeployPage::actions()
{
    return {
        {QStringLiteral("deploy.open"),
         SPM_PHRASE("ui::DeployPage", "Open a Postfix folder..."),
         MenuId::File,
         0,
         QStringLiteral("open"),
         {},
         [this] { chooseFolder(); },
         {}},
        {QStringLiteral("deploy.copyChanges"),
         SPM_PHRASE("ui::DeployPage", "Copy the Postfix changes"),
         MenuId::Tools,
         3,
         QStringLiteral("copy"),
         {},
         [this] { m_copy->click(); },
         {}},
    };
}

QList<TourStop> DeployPage::tourStops()
{
    return {{QStringLiteral("deploy-disable"),
             [this]() -> QWidget* {
                 setTask(postfix::Task::Disable);
                 return nullptr;
             }},
            {QStringLiteral("deploy-recommended"), [this]() -> QWidget* {
                 m_form->setTask(postfix::Task::Enable);
                 setVariant(postfix::Variant::Recommended);
                 return nullptr;
             }}};
}

void DeployPage::retranslate()
{
    m_header->setTitle(title());
    m_header->setFacts(
        tr("The lines of main.cf and master.cf that switch the SPF check on or off. You apply them; "
           "nothing is written into Postfix's folder."));
    m_reload->setText(tr("Read again"));
    m_copy->setText(tr("Copy changes"));
    m_save->setText(tr("Save changes as..."));
    m_reload->setEnabled(!m_folder.isEmpty());
    if (m_error) {
        m_empty->setTexts(tr("The Postfix files cannot be read"), words::message(*m_error),
                          tr("Choose a folder..."), QStringLiteral("open"));
    } else {
        m_empty->setTexts(tr("No Postfix folder is open"),
                          tr("Choose the folder that holds main.cf and master.cf, or copies of them."),
                          tr("Choose a folder..."), QStringLiteral("open"));
    }
    if (m_files) {
        showNotes();
    }
    Q_EMIT statusChanged();
}

} // namespace ui
