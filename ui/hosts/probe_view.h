// SPDX-License-Identifier: GPL-3.0-or-later
// What was found on a host, as a list of checks: can its config.ini be read and written, with whose rights,
// and does its clock agree with ours. The file to open is chosen here.
#pragma once

#include "ui/hosts/host_model.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QVBoxLayout;

namespace ui {

class Badge;
class EmptyState;
class Label;
class NoticeBar;

/// One line of the list.
struct ProbeLine
{
    Level level = Level::Good;
    QString title;
    QString detail;
    bool isMono = false;
};

/// How a file of the host can be opened.
struct FileAccess
{
    qtio::Rights rights = qtio::Rights::User;
    bool canRead = false;
    bool canWrite = false;
};

/// Without an administrator's rights where that is enough, unless the host asks for them.
[[nodiscard]] FileAccess accessOf(const qtio::ProbedFile& file, bool usesSudo);
[[nodiscard]] std::vector<ProbeLine> probeLines(const qtio::SshProbe& probe, const qtio::SshHost& host,
                                                const QString& configPath);

class ProbeView final : public QWidget
{
    Q_OBJECT
public:
    explicit ProbeView(QWidget* parent = nullptr);
    /// `state` may be null: not tried yet.
    void show(const qtio::SshHost& host, const HostState* state);
    void showNothing();

    [[nodiscard]] QString configPath() const; ///< chosen or typed; empty when there is none
    void setConfigPath(const QString& path);

Q_SIGNALS:
    void configPathChanged();
    void retryRequested();

private:
    void showLines(const qtio::SshProbe& probe, const qtio::SshHost& host);
    void refreshLines();
    void clearLines();

    std::optional<qtio::SshProbe> m_probe;
    qtio::SshHost m_host;
    QWidget* m_head;
    Label* m_name;
    Label* m_facts;
    Badge* m_role;
    QWidget* m_choice;
    QComboBox* m_config;
    QVBoxLayout* m_lines;
    NoticeBar* m_failure;
    EmptyState* m_empty;
};

} // namespace ui
