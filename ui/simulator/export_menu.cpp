// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/export_menu.h"

#include "ui/common/file_picker.h"
#include "ui/simulator/trace_export.h"
#include "ui/words/trace_words.h"

#include <QApplication>
#include <QClipboard>
#include <QSaveFile>

namespace ui {

ExportMenu::ExportMenu(FilePicker& filePicker, QWidget* parent) : QMenu(parent), m_filePicker(filePicker)
{
    m_text = addAction({}, this,
                       [this] { save(QStringLiteral("txt"), textReport(*m_outcome, m_command).toUtf8()); });
    m_html = addAction({}, this,
                       [this] { save(QStringLiteral("html"), htmlReport(*m_outcome, m_command).toUtf8()); });
    m_json = addAction({}, this, [this] { save(QStringLiteral("json"), jsonReport(*m_outcome)); });
    m_copy = addAction({}, this,
                       [this] { QApplication::clipboard()->setText(textReport(*m_outcome, m_command)); });
    addSeparator();
    m_dns = addAction(
        {}, this, [this] { save(QStringLiteral("dns"), QByteArray::fromStdString(m_answers.serialised())); });
    m_text->setObjectName(QStringLiteral("simulator.export.text"));
    m_html->setObjectName(QStringLiteral("simulator.export.html"));
    m_json->setObjectName(QStringLiteral("simulator.export.json"));
    m_copy->setObjectName(QStringLiteral("simulator.export.copy"));
    m_dns->setObjectName(QStringLiteral("simulator.export.dns"));
    setRun(nullptr, {}, {});
    retranslate();
}

void ExportMenu::setRun(std::shared_ptr<const SimulationOutcome> outcome, const QString& command,
                        dns::Recording answers)
{
    m_outcome = std::move(outcome);
    m_command = command;
    m_answers = std::move(answers);
    for (QAction* action : actions()) {
        action->setEnabled(m_outcome != nullptr);
    }
    m_dns->setEnabled(!m_answers.entries().empty());
}

void ExportMenu::save(const QString& suffix, const QByteArray& bytes)
{
    FileRequest request;
    request.title = tr("Export the simulation");
    request.folder = QStringLiteral("spf-%1.%2").arg(words::shown(m_outcome->decision.domain), suffix);
    request.filters = {QStringLiteral("*.%1").arg(suffix)};
    m_filePicker.saveFile(parentWidget(), request, [this, bytes](const QString& path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
            Q_EMIT written(path);
        } else {
            Q_EMIT failed(path, file.errorString());
        }
    });
}

void ExportMenu::retranslate()
{
    m_text->setText(tr("As &text…"));
    m_html->setText(tr("As &HTML report…"));
    m_json->setText(tr("As &JSON…"));
    m_copy->setText(tr("&Copy as text"));
    m_dns->setText(tr("Save &DNS answers…"));
}

} // namespace ui
