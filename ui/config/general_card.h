// SPDX-License-Identifier: GPL-3.0-or-later
// General and log: check_helo and log_level (SPEC 1.3, 1.6).
#pragma once

#include "ui/common/field_row.h"
#include "ui/common/surface.h"
#include "ui/config/field.h"

class QComboBox;

namespace ui {

class Segment;

class GeneralCard final : public QWidget
{
    Q_OBJECT
public:
    explicit GeneralCard(ConfigDocument& document, QWidget* parent = nullptr);
    void setShown(const ShownFields& shown);

    /// "2  Detailed"
    [[nodiscard]] static QString levelName(int level);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();

    ConfigDocument& m_document;
    ShownFields m_shown;
    Card* m_card;
    Segment* m_checkHelo;
    QComboBox* m_logLevel;
    FieldRow* m_checkHeloRow;
    FieldRow* m_logLevelRow;
};

} // namespace ui
