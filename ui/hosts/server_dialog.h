// SPDX-License-Identifier: GPL-3.0-or-later
// "Open on a server": choose a host at the left, see at the right what was found there, open its config.ini.
// Uses ssh with its config, agent and known_hosts; keeps no password and no key.
#pragma once

#include "ui/common/dialog.h"
#include "ui/hosts/host_model.h"

#include <QTimer>

class QListView;

namespace ui {

class ProbeView;
class SearchField;

class ServerDialog final : public Dialog
{
    Q_OBJECT
public:
    /// Looks at a host; answers later.
    using Prober = std::function<void(const qtio::ProbeRequest&, QObject* context, qtio::ProbeDone)>;

    ServerDialog(HostBook& book, Prober prober, QWidget* parent);

    void choose(const QString& destination);
    /// Chooses it and looks at it without waiting.
    void connectTo(const QString& destination);

Q_SIGNALS:
    void opened(const qtio::FilePlace& place, qtio::Rights rights, bool lookOnly);

private:
    [[nodiscard]] QWidget* buildHosts();
    void buildButtons();
    void followChoice();
    void probe();
    void refresh();
    void refreshButtons();
    void add();
    void edit();
    void openFile(bool lookOnly);
    [[nodiscard]] QString chosen() const;

    HostBook& m_book;
    Prober m_prober;
    HostModel* m_model;
    SearchField* m_search;
    QListView* m_list;
    ProbeView* m_probe;
    QPushButton* m_edit = nullptr;
    QPushButton* m_look = nullptr;
    QPushButton* m_open = nullptr;
    QTimer m_settled; ///< arrow keys pass over hosts without connecting to each
};

} // namespace ui
