// SPDX-License-Identifier: GPL-3.0-or-later
// The record lint beside the record (SPEC 7): the text with its faults marked, the findings below, fixes into
// the draft.
#pragma once

#include "core/spf/record_lint.h"

#include <QWidget>

#include <memory>
#include <vector>

class QVBoxLayout;

namespace ui {

class FindingRow;
class Label;
class MonoLabel;
class RecordText;

class FindingsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// Nothing checked yet.
    void clear();
    /// What was found about another domain goes away at once.
    void setRunning(const QString& domain);
    /// Shown with the worst first.
    void setReport(spf::LintReport report, bool isDraft);

    [[nodiscard]] const spf::LintReport* report() const { return m_report.get(); }

    [[nodiscard]] int count() const;
    void retranslate();

Q_SIGNALS:
    /// The record as it would be after a fix.
    void fixed(const QString& record);

private:
    void rebuild();
    void choose(std::size_t index);
    void showSummary();

    std::unique_ptr<const spf::LintReport> m_report; ///< the rows point into it
    bool m_isDraft = false;
    bool m_isRunning = false;
    std::vector<FindingRow*> m_findings;
    Label* m_caption;
    MonoLabel* m_domain;
    RecordText* m_record;
    Label* m_summary;
    QWidget* m_list = nullptr;
    QVBoxLayout* m_column;
};

} // namespace ui
