// SPDX-License-Identifier: GPL-3.0-or-later
// What would be written, to the letter and ready to be copied: record, reply, header, log line
// (SPEC 1.6, 2.3).
#pragma once

#include "ui/simulator/simulation.h"

#include <QWidget>

class QToolButton;

namespace ui {

class CopyRow;
class Label;
class RecordText;

class DetailsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPanel(QWidget* parent = nullptr);

    /// The record is that of `identity`.
    void setOutcome(const SimulationOutcome* outcome, policy::Identity identity);
    /// How much of a long record is shown.
    void setRecordLines(int lines);
    void retranslate();

private:
    void refresh();
    void showRecord();

    std::optional<SimulationOutcome> m_outcome;
    policy::Identity m_identity = policy::Identity::None;
    QWidget* m_recordRow;
    Label* m_recordLabel;
    RecordText* m_record;
    QToolButton* m_copyRecord;
    CopyRow* m_reply;
    CopyRow* m_header;
    CopyRow* m_log;
};

} // namespace ui
