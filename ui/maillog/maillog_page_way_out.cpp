// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/notice_bar.h"
#include "ui/common/table_view.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/export_menu.h"
#include "ui/maillog/filter_bar.h"
#include "ui/maillog/maillog_page.h"
#include "ui/maillog/row_actions.h"

#include <QPushButton>

namespace ui {

/// What a check or all those shown can become outside this page.
void MaillogPage::buildWayOut()
{
    m_rowActions = new RowActions(
        m_services,
        [this]() -> std::optional<ChosenRow> {
            const QModelIndex index = m_table->currentIndex();
            const auto view = m_browser.view();
            if (!view || !index.isValid() || index.row() >= m_model->rowCount()) {
                return std::nullopt;
            }
            return ChosenRow{view, m_model->logRow(index.row())};
        },
        this);
    m_exports = new LogExportMenu(
        m_services,
        [this]() -> std::optional<ExportSource> {
            const auto view = m_browser.view();
            return view ? std::optional(ExportSource{view, m_filter->expression(), m_filter->filter(),
                                                     m_filter->span()})
                        : std::nullopt;
        },
        this);
    m_export->setMenu(m_exports);
    connect(m_exports, &LogExportMenu::told, this, [this](Level level, const QString& text) {
        m_notice->removeButtons();
        m_notice->show(level, text);
    });
    for (QAction* action : m_rowActions->actions()) {
        m_table->addContextAction(action);
    }
}

} // namespace ui
