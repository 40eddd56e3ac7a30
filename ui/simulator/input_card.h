// SPDX-License-Identifier: GPL-3.0-or-later
// The inputs of a simulation: address, sender, HELO, where DNS answers come from, which config decides.
#pragma once

#include "ui/common/surface.h"
#include "ui/simulator/dns_source.h"
#include "ui/simulator/mail_input.h"

class QGridLayout;
class QPushButton;

namespace ui {

class FilePicker;
class Label;
class ProblemRow;
class Segment;
class ValidatedLineEdit;

struct MailInputs
{
    QString client;
    QString sender; ///< without angle brackets; empty for the null sender
    QString helo;
    friend bool operator==(const MailInputs&, const MailInputs&) = default;
};

class InputCard final : public QWidget
{
    Q_OBJECT

public:
    enum class ConfigChoice { Edited, Saved };

    explicit InputCard(FilePicker& filePicker, QWidget* parent = nullptr);

    [[nodiscard]] MailInputs inputs() const;
    void setInputs(const MailInputs& inputs);
    [[nodiscard]] DnsSource source() const;
    void setSource(const DnsSource& source);
    [[nodiscard]] ConfigChoice configChoice() const;
    void setConfigChoice(ConfigChoice choice);
    /// Whether everything needed for a run is there.
    [[nodiscard]] bool isComplete() const;
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void changed();      ///< any of the inputs
    void runRequested(); ///< Return in a field

private:
    struct Field
    {
        Label* label = nullptr;
        ValidatedLineEdit* edit = nullptr;
        ProblemRow* problem = nullptr;
    };

    Field addField(QGridLayout& grid, int column, int stretch, const QString& objectName);
    void buildSourceRow(QGridLayout& grid);
    void judge();
    void judgePlace();
    void showPlace();
    void browse();
    static void show(const Field& field, const InputVerdict& verdict);

    FilePicker& m_filePicker;
    Card* m_card;
    Field m_client;
    Field m_sender;
    Field m_helo;
    Label* m_sourceLabel;
    Segment* m_source;
    Label* m_configLabel;
    Segment* m_config;
    QWidget* m_placeRow;
    Label* m_placeLabel;
    ValidatedLineEdit* m_place;
    QPushButton* m_browse;
    ProblemRow* m_placeProblem;
    std::array<QString, 4> m_places; ///< typed so far, by DnsSource::Kind
};

} // namespace ui
