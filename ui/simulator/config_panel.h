// SPDX-License-Identifier: GPL-3.0-or-later
// What if another config decided: the same mail under the saved one, the defaults or any file, side by side.
#pragma once

#include "core/config/policy_config.h"
#include "ui/simulator/simulation.h"

#include <QWidget>

class QPushButton;

namespace ui {

class ComparisonTable;
class FilePicker;
class Label;
class ProblemRow;
class Segment;
class ValidatedLineEdit;
class VerdictCard;

/// The configs a mail can be judged by.
struct PolicySource
{
    std::function<config::PolicyConfig()> edited;
    std::function<config::PolicyConfig()> saved;
    std::function<QString()> path;         ///< for the command; empty when nothing is saved
    std::function<bool()> isModified = {}; ///< edited() is another than saved()
};

class ConfigPanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Choice { Edited, Saved, Defaults, File };

    /// `policy` must outlive the panel.
    ConfigPanel(const PolicySource& policy, FilePicker& filePicker, QWidget* parent = nullptr);

    void setChoice(Choice choice);
    void openFile(const QString& path);
    /// The config to judge by as well; nothing while there is none.
    [[nodiscard]] std::optional<config::PolicyConfig> config() const;
    /// `shown` is the name of the config that decides on the page.
    void setOutcomes(std::shared_ptr<const SimulationOutcome> decided, const QString& shown,
                     std::optional<SimulationOutcome> other);
    void setStale(bool isStale);
    void retranslate();

Q_SIGNALS:
    void chosen(); ///< another config

private:
    [[nodiscard]] QString name() const;
    void readFile();
    void browse();
    void showState();

    const PolicySource& m_policy;
    FilePicker& m_filePicker;
    std::optional<config::PolicyConfig> m_file;
    int m_errors = 0; ///< of the file
    std::shared_ptr<const SimulationOutcome> m_decided;
    std::optional<SimulationOutcome> m_other;
    QString m_shown;
    Label* m_hint;
    Segment* m_choice;
    QWidget* m_place;
    ValidatedLineEdit* m_path;
    QPushButton* m_browse;
    ProblemRow* m_problem;
    VerdictCard* m_verdict;
    ComparisonTable* m_comparison;
};

} // namespace ui
