// SPDX-License-Identifier: GPL-3.0-or-later
// "What happens to this mail?": sender, address and HELO name give the chain that was asked and the action
// for each of the seven results, without any DNS (SPEC 2.1).
#pragma once

#include "core/policy/explanation.h"
#include "core/qtio/tables/case_table.h"
#include "ui/config/config_document.h"

#include <QWidget>

class QPushButton;

namespace ui {

class Badge;
class Label;
class ProblemRow;
class ValidatedLineEdit;

class EffectiveView final : public QWidget
{
    Q_OBJECT
public:
    explicit EffectiveView(ConfigDocument& document, QWidget* parent = nullptr);
    void setMail(const QString& sender, const QString& address, const QString& helo = {});
    [[nodiscard]] QString chain() const;

Q_SIGNALS:
    /// The mail typed, failing SPF, with what happens to it now.
    void keepRequested(const qtio::CaseCells& mail);
    /// Nothing is open: what is shown are the defaults.
    void openRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QWidget* buildFields();
    [[nodiscard]] policy::Request request() const;
    void refresh();
    void keep();
    void showChain(const policy::Explanation& explanation);
    void retranslate();

    ConfigDocument& m_document;
    ValidatedLineEdit* m_sender;
    ValidatedLineEdit* m_address;
    ValidatedLineEdit* m_helo; ///< asked about when there is no sender (SPEC A13)
    Label* m_senderHead;
    Label* m_addressHead;
    Label* m_heloHead;
    ProblemRow* m_defaults; ///< said while no file is open
    Label* m_decides;
    Label* m_asked;
    QPushButton* m_keep;
    std::vector<Badge*> m_actions;
};

} // namespace ui
