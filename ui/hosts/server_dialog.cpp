// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/server_dialog.h"

#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/search_field.h"
#include "ui/common/surface.h"
#include "ui/hosts/host_delegate.h"
#include "ui/hosts/host_dialog.h"
#include "ui/hosts/probe_view.h"

#include <QBoxLayout>
#include <QListView>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int hostsWidth = 380;
constexpr int settledMs = 400;

} // namespace

ServerDialog::ServerDialog(HostBook& book, Prober prober, QWidget* parent)
    : Dialog(parent),
      m_book(book),
      m_prober(std::move(prober)),
      m_model(new HostModel(book, this)),
      m_search(new SearchField),
      m_list(new QListView),
      m_probe(new ProbeView)
{
    setObjectName(QStringLiteral("hosts.dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Open on a server"));
    setBodyMargins(0);
    auto* purpose = new Label(TextRole::Secondary, &Tokens::secondaryText);
    purpose->setText(
        tr("Uses ssh with its config, agent and known_hosts. No password and no key is kept here."));
    subtitle()->addWidget(purpose, 1);
    body()->setSpacing(0);
    body()->addWidget(new Line);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(buildHosts());
    halves->addWidget(new Line(Qt::Vertical));
    halves->addWidget(m_probe, 1);
    body()->addLayout(halves, 1);
    body()->addWidget(new Line);
    buildButtons();
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMs);
    connect(&m_settled, &QTimer::timeout, this, &ServerDialog::probe);
    connect(&m_book, &HostBook::changed, m_model, &HostModel::reload);
    connect(m_probe, &ProbeView::configPathChanged, this, &ServerDialog::refreshButtons);
    connect(m_probe, &ProbeView::retryRequested, this, &ServerDialog::probe);
    resize(std::min(980, parent->width() - 80), std::min(640, parent->height() - 80));
    m_search->setFocus();
    refresh();
}

QWidget* ServerDialog::buildHosts()
{
    auto* side = new QWidget;
    side->setFixedWidth(hostsWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 12, 0, 10);
    column->setSpacing(8);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 0, 16, 0);
    m_search->setHint(tr("Saved host, or user@host:port"));
    m_search->setObjectName(QStringLiteral("hosts.search"));
    top->addWidget(m_search);
    column->addLayout(top);
    m_list->setObjectName(QStringLiteral("hosts.list"));
    m_list->setAccessibleName(tr("Hosts"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HostDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(16, 0, 16, 0);
    bottom->setSpacing(8);
    QPushButton* add = makeButton(ButtonKind::Small, QStringLiteral("add"));
    add->setText(tr("Add host..."));
    add->setObjectName(QStringLiteral("hosts.add"));
    m_edit = makeButton(ButtonKind::Small, QStringLiteral("edit"));
    m_edit->setText(tr("Edit..."));
    m_edit->setObjectName(QStringLiteral("hosts.edit"));
    bottom->addWidget(add);
    bottom->addWidget(m_edit);
    bottom->addStretch(1);
    column->addLayout(bottom);
    connect(add, &QAbstractButton::clicked, this, &ServerDialog::add);
    connect(m_edit, &QAbstractButton::clicked, this, &ServerDialog::edit);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        const QString before = chosen();
        m_model->setFilter(text);
        choose(before);
    });
    // Enter takes the first that matches: that is also what was typed in full.
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (chosen().isEmpty() && m_model->firstHost() >= 0)
            m_list->setCurrentIndex(m_model->index(m_model->firstHost()));
        m_list->setFocus();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ServerDialog::followChoice);
    connect(m_list, &QListView::activated, this, [this] {
        if (m_open->isEnabled())
            openFile(false);
    });
    return side;
}

void ServerDialog::buildButtons()
{
    footer()->addWidget(new IconView(QStringLiteral("lock"), &Tokens::secondaryText, 16));
    auto* promise = new Label(TextRole::Secondary, &Tokens::secondaryText);
    promise->setText(tr("The file is watched; before saving it is checked for changes by others."));
    promise->setElide(Qt::ElideRight);
    footer()->addWidget(promise, 1);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_look = addButton(ButtonKind::Plain, tr("Open read-only"), QStringLiteral("eye"));
    m_look->setObjectName(QStringLiteral("hosts.look"));
    m_open = addButton(ButtonKind::Primary, tr("Open"), QStringLiteral("open"));
    m_open->setObjectName(QStringLiteral("hosts.open"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_look, &QAbstractButton::clicked, this, [this] { openFile(true); });
    connect(m_open, &QAbstractButton::clicked, this, [this] { openFile(false); });
}

QString ServerDialog::chosen() const
{
    return m_list->currentIndex().data(HostModel::DestinationRole).toString();
}

void ServerDialog::choose(const QString& destination)
{
    const int row = m_model->rowOf(destination);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

void ServerDialog::connectTo(const QString& destination)
{
    choose(destination);
    m_settled.stop();
    probe();
}

void ServerDialog::followChoice()
{
    m_settled.stop();
    if (!chosen().isEmpty() && m_model->state(chosen()) == nullptr)
        m_settled.start();
    refresh();
}

void ServerDialog::probe()
{
    const QString destination = chosen();
    if (destination.isEmpty())
        return;
    const qtio::SshHost host = m_book.hostFor(destination);
    m_model->setState(destination, {.isRunning = true, .answer = {}});
    refresh();
    m_prober({.host = destination,
              .configs = host.configPath.isEmpty() ? QStringList() : QStringList{host.configPath}},
             this, [this, destination](const tl::expected<qtio::SshProbe, qtio::SshFailure>& answer) {
                 m_model->setState(destination, {.isRunning = false, .answer = answer});
                 if (destination == chosen())
                     refresh();
             });
}

void ServerDialog::refresh()
{
    const QString destination = chosen();
    m_edit->setEnabled(!destination.isEmpty());
    if (destination.isEmpty())
        m_probe->showNothing();
    else
        m_probe->show(m_book.hostFor(destination), m_model->state(destination));
    refreshButtons();
}

void ServerDialog::refreshButtons()
{
    const HostState* state = m_model->state(chosen());
    const bool canOpen =
        state != nullptr && state->answer && *state->answer && !m_probe->configPath().isEmpty();
    m_open->setEnabled(canOpen);
    m_look->setEnabled(canOpen);
}

void ServerDialog::add()
{
    auto* dialog = new HostDialog(
        HostDialog::Task::Add,
        chosen().isEmpty() || m_book.find(chosen()) != nullptr ? qtio::SshHost{} : m_book.hostFor(chosen()),
        this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_book.save(dialog->host());
        choose(dialog->host().destination);
    });
    dialog->open();
}

void ServerDialog::edit()
{
    const QString before = chosen();
    auto* dialog =
        new HostDialog(m_book.find(before) == nullptr ? HostDialog::Task::Add : HostDialog::Task::Edit,
                       m_book.hostFor(before), this);
    connect(dialog, &QDialog::finished, this, [this, dialog, before](int answer) {
        if (answer == HostDialog::Saved) {
            m_book.save(dialog->host(), before);
            choose(dialog->host().destination);
        } else if (answer == HostDialog::Removed) {
            m_book.remove(before);
        }
    });
    dialog->open();
}

void ServerDialog::openFile(bool lookOnly)
{
    const QString destination = chosen();
    const HostState* state = m_model->state(destination);
    if (state == nullptr || !state->answer || !*state->answer)
        return;
    qtio::SshHost host = m_book.hostFor(destination);
    const QString path = m_probe->configPath();
    const auto& configs = (*state->answer)->configs;
    const auto file = std::ranges::find(configs, path, &qtio::ProbedFile::path);
    const qtio::Rights rights = file != configs.end() ? accessOf(*file, host.usesSudo).rights
                                : host.usesSudo       ? qtio::Rights::Administrator
                                                      : qtio::Rights::User;
    if (host.configPath != path) {
        host.configPath = path; // the next time it is there at once
        m_book.save(host, destination);
    }
    Q_EMIT opened({destination, path}, rights, lookOnly);
    accept();
}

} // namespace ui
