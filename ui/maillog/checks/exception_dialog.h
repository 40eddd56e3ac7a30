// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the client or the domain of a logged check into a list of the open config.ini: what exactly, into
// which list, what that means for the log that is loaded, and what the file will look like. One undoable
// edit; nothing is saved.
#pragma once

#include "ui/common/dialog.h"
#include "ui/config/config_document.h"
#include "ui/maillog/checks/exception_choice.h"

#include <QFutureWatcher>
#include <QTimer>

#include <atomic>
#include <memory>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace ui {

class DiffView;
class ExceptionRow;
class Label;
class NoticeBar;
class Segment;

class ExceptionDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `log` is a snapshot that the check lies in; the check must have something to choose.
    ExceptionDialog(ConfigDocument& document, std::shared_ptr<const maillog::Log> log,
                    const maillog::Check& check, QWidget* parent);
    ~ExceptionDialog() override;

    /// Still counting in the log or looking at the file.
    [[nodiscard]] bool isBusy() const { return m_effects.empty() || !m_plan; }

Q_SIGNALS:
    /// The entry stands in the document.
    void added(const std::string& key, const config::ByteSpan& span);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void buildScroll();
    void grow();
    void buildHead(const maillog::Check& check);
    void buildChoices();
    void buildRest();
    void countAside();
    void showEffects();
    void planAside();
    void showPlan();
    void showWarning();
    void finish();
    void setRowTexts();
    [[nodiscard]] const ExceptionChoice& chosen() const;
    [[nodiscard]] std::size_t chosenIndex() const;
    [[nodiscard]] ListSide side() const;
    [[nodiscard]] std::string key() const;
    [[nodiscard]] QString effectText() const;

    ConfigDocument& m_document;
    std::shared_ptr<const maillog::Log> m_log;
    std::vector<ExceptionChoice> m_choices;
    std::vector<ExceptionRow*> m_rows;
    std::vector<ExceptionEffect> m_effects; ///< empty until counted
    std::shared_ptr<const ExceptionPlan> m_plan;
    config::IniDocument m_planned; ///< the text that m_plan is for
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QFutureWatcher<std::vector<ExceptionEffect>> m_counting;
    QFutureWatcher<std::shared_ptr<const ExceptionPlan>> m_planning;
    QTimer m_typing;
    QWidget* m_content;
    QVBoxLayout* m_rest = nullptr; ///< of the content
    QScrollArea* m_scroll;
    Segment* m_side;
    Label* m_effect;
    NoticeBar* m_warning;
    NoticeBar* m_problems;
    QLineEdit* m_note;
    DiffView* m_diff;
    QPushButton* m_add;
};

} // namespace ui
