// SPDX-License-Identifier: GPL-3.0-or-later
// "Line patterns": the user's own log forms as regular expressions, tried on lines of the open log while they
// are written.
#pragma once

#include "ui/common/dialog.h"
#include "ui/maillog/sources/source_patterns.h"

#include <QFutureWatcher>
#include <QStringList>
#include <QTimer>

class QLineEdit;
class QListWidget;
class QMenu;
class QPlainTextEdit;

namespace ui {

struct OpenLogs;
class FilePicker;
class Label;
class PatternHighlighter;
class PatternModel;
class ProblemRow;
class ValidatedLineEdit;

class PatternsDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `logs` may be null: lines can be pasted.
    PatternsDialog(QSettings& settings, FilePicker& files, std::shared_ptr<const OpenLogs> logs,
                   QWidget* parent);
    ~PatternsDialog() override;

Q_SIGNALS:
    /// Saved, and other than before: logs have to be read again.
    void patternsChanged();

private:
    QWidget* buildList();
    QWidget* buildPattern();
    void buildAddMenu(QMenu& menu);
    void buildButtons();
    void fillList(int row);
    void fillForm();
    void takeForm();
    void showPreview();
    void goToError();
    void add(const maillog::UserPattern& pattern);
    void remove();
    void move(int by);
    void importFile();
    void exportFile();
    void save();
    [[nodiscard]] int row() const;

    QSettings& m_settings;
    FilePicker& m_files;
    UserPatterns m_patterns;
    std::optional<maillog::PatternError> m_error;
    QListWidget* m_list;
    QPushButton* m_remove = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_save = nullptr;
    QWidget* m_form = nullptr;
    QLineEdit* m_name;
    ValidatedLineEdit* m_regex;
    ProblemRow* m_problem;
    QPlainTextEdit* m_lines;
    Label* m_matched;
    PatternModel* m_model;
    PatternHighlighter* m_highlighter = nullptr;
    bool m_filling = false; ///< the form follows the choice, not the user
    QTimer m_settled;
    QFutureWatcher<QStringList> m_samples;
};

} // namespace ui
