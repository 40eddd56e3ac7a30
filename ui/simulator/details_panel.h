// SPDX-License-Identifier: GPL-3.0-or-later
// What would be written, to the letter and ready to be copied: record, reply, header, log line
// (SPEC 1.6, 2.3).
#pragma once

#include "ui/simulator/simulation.h"

#include <QWidget>

class QToolButton;

namespace ui {

class Card;
class CopyRow;
class Label;
class RecordText;

class DetailsCard final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsCard(QWidget* parent = nullptr);

    /// The record is that of `identity`.
    void setOutcome(const SimulationOutcome* outcome, policy::Identity identity);
    /// Fewer rows where there is no room for all.
    void setShort(bool isShort);
    void retranslate();

private:
    void refresh();
    void showRecord();

    std::optional<SimulationOutcome> m_outcome;
    policy::Identity m_identity = policy::Identity::None;
    bool m_isShort = false;
    Card* m_card;
    QWidget* m_recordRow;
    Label* m_recordLabel;
    RecordText* m_record;
    QToolButton* m_copyRecord;
    CopyRow* m_reply;
    CopyRow* m_header;
    CopyRow* m_log;
};

} // namespace ui
