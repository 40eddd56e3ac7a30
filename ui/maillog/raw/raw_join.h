// SPDX-License-Identifier: GPL-3.0-or-later
// Joins the raw log to the mail log page: a view beside the table of checks, from a check or a line of its
// message to the line in the log, and back from a line that is a check to its row.
#pragma once

#include "ui/common/services.h"

#include <QObject>

#include <optional>

class QAction;

namespace ui {

class MaillogPage;
class RawPanel;
struct PageParts;

class RawJoin final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the page.
    RawJoin(MaillogPage& page, PageParts& parts, Services& services);

    /// Also of a log without any check.
    void showLog();
    void showChecks();
    void focusSearch();
    [[nodiscard]] bool isShown() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void showView(int view);
    void showChosen();
    void showLine(quint16 source, quint64 offset);
    /// `hasWay`: a filter that hides it may be cleared.
    void showCheck(quint64 row, bool hasWay);
    void choose(std::size_t place);

    MaillogPage& m_page;
    PageParts& m_parts;
    RawPanel* m_panel;
    QAction* m_show;
    std::optional<std::pair<quint16, quint64>> m_shown; ///< source and byte gone to last
    int m_view;
};

} // namespace ui
