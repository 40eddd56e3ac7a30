// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to take a simulation elsewhere: text, HTML, JSON, the DNS answers it was made from.
#pragma once

#include "core/dns/recording.h"
#include "ui/simulator/simulation.h"

#include <QByteArray>
#include <QMenu>

namespace ui {

class FilePicker;

class ExportMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit ExportMenu(FilePicker& filePicker, QWidget* parent = nullptr);

    /// `command` repeats the run.
    void setRun(std::shared_ptr<const SimulationOutcome> outcome, const QString& command,
                dns::Recording answers);
    void retranslate();

Q_SIGNALS:
    void written(const QString& path);
    void failed(const QString& path, const QString& why);

private:
    void save(const QString& suffix, const QByteArray& bytes);

    FilePicker& m_filePicker;
    std::shared_ptr<const SimulationOutcome> m_outcome;
    QString m_command;
    dns::Recording m_answers;
    QAction* m_text;
    QAction* m_html;
    QAction* m_json;
    QAction* m_copy;
    QAction* m_dns;
};

} // namespace ui
