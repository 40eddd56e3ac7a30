// SPDX-License-Identifier: GPL-3.0-or-later
// The top of the page: what is judged (a mail, many mails, a domain: one subject at a time), and under which
// conditions: where DNS answers come from, which config decides, which limits hold.
#pragma once

#include "core/spf/report.h"
#include "ui/common/surface.h"
#include "ui/simulator/dns_source.h"

#include <array>

class QGridLayout;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ui {

class FilePicker;
class Label;
class ProblemRow;
class Segment;
class ValidatedLineEdit;

/// The grid of a subject: labels in row 0, controls in row 1, problems in row 2, aligned with the card's own.
QGridLayout* makeInputGrid(QWidget& subject);

class InputCard final : public QWidget
{
    Q_OBJECT

public:
    enum class ConfigChoice { Edited, Saved };

    explicit InputCard(FilePicker& filePicker, QWidget* parent = nullptr);

    /// Taken over; the first one is shown.
    void addSubject(QWidget* subject);
    void showSubject(QWidget* subject);

    [[nodiscard]] DnsSource source() const;
    void setSource(const DnsSource& source);
    [[nodiscard]] ConfigChoice configChoice() const;
    void setConfigChoice(ConfigChoice choice);

    [[nodiscard]] const spf::Limits& limits() const { return m_limits; }

    void setLimits(const spf::Limits& limits);
    /// Opens the dialog, and gives it back.
    QWidget* changeLimits();
    /// Whether anything can be asked.
    [[nodiscard]] bool isReady() const;
    void retranslate();

Q_SIGNALS:
    void changed();      ///< any of the conditions
    void runRequested(); ///< Return in a field

private:
    void buildConditions(QGridLayout& grid);
    void buildSourceRow(QGridLayout& grid);
    void judgePlace();
    void showPlace();
    void showLimits();
    void browse();

    FilePicker& m_filePicker;
    spf::Limits m_limits;
    Card* m_card;
    QStackedWidget* m_subjects;
    Label* m_sourceLabel;
    Segment* m_source;
    Label* m_configLabel;
    Segment* m_config;
    QToolButton* m_changeLimits;
    ProblemRow* m_limitsNote;
    QWidget* m_placeRow;
    Label* m_placeLabel;
    ValidatedLineEdit* m_place;
    QPushButton* m_browse;
    ProblemRow* m_placeProblem;
    std::array<QString, 4> m_places; ///< typed so far, by DnsSource::Kind
};

} // namespace ui
