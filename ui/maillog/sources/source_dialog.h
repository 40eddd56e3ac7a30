// SPDX-License-Identifier: GPL-3.0-or-later
// "Log sources": what was read, from where, in which time zone and year; more logs from folders, this
// computer's journal and servers.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/sources/source_facts.h"

#include <QFutureWatcher>

#include <functional>

class QComboBox;
class QMenu;
class QSpinBox;

namespace ui {

class FilePicker;
class ProblemRow;
class SourceModel;
class TableView;

/// What the dialog cannot know by itself.
struct SourcePlaces
{
    FilePicker& files;
    QSettings& settings;
    /// The other files of the set that one belongs to, oldest first.
    std::function<QStringList(const QString& path)> rotated;
    QStringList hosts; ///< saved ones, as ssh takes them
    bool hasJournal = true;
};

class SourceDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `logs` may be null. `leftOut`: what was not read and why, one sentence each.
    SourceDialog(SourcePlaces places, const QStringList& paths, std::shared_ptr<const OpenLogs> logs,
                 const QStringList& leftOut, QWidget* parent);
    ~SourceDialog() override;

    [[nodiscard]] QStringList places() const;
    /// Those that are not read as all others.
    [[nodiscard]] std::vector<SourceSetting> settings() const;

Q_SIGNALS:
    void patternsRequested();

private:
    QWidget* buildTable();
    QWidget* buildForm();
    void buildAddMenu(QMenu& menu);
    void buildButtons();
    void add(const QStringList& paths);
    void addRotated();
    void addFromServer();
    void remove();
    void fillForm();
    void takeForm();
    void save();
    [[nodiscard]] int row() const;

    SourcePlaces m_places;
    std::shared_ptr<const OpenLogs> m_logs;
    SourceModel* m_model;
    TableView* m_table;
    QPushButton* m_rotated;
    QPushButton* m_remove;
    QWidget* m_form = nullptr;
    QComboBox* m_zone;
    QSpinBox* m_year;
    ProblemRow* m_problem;
    QPushButton* m_read = nullptr;
    bool m_filling = false; ///< the form follows the choice, not the user
    QFutureWatcher<std::vector<SourceFacts>> m_facts;
};

} // namespace ui
