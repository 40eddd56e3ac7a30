// SPDX-License-Identifier: GPL-3.0-or-later
// The mail log page with the sample log read and its first view shown.
#pragma once

#include "tests/support/gui_fixture.h"
#include "ui/common/filter_chip.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/maillog_page.h"

#include <QSignalSpy>
#include <QTest>

namespace test {

struct OpenPage
{
    Gui gui;
    ui::MaillogPage page{gui.services};
    ui::ValidatedLineEdit* line = page.findChild<ui::ValidatedLineEdit*>(QStringLiteral("maillog.filter"));

    OpenPage()
    {
        page.resize(1228, 832);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        QSignalSpy shown(&page.browser(), &ui::LogBrowser::viewChanged);
        page.openLogs({QStringLiteral(SPM_SOURCE_DIR "/resources/sample/maillog")});
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    /// Does something and waits for the view that follows.
    template <class Work>
    void after(const Work& work)
    {
        QSignalSpy shown(&page.browser(), &ui::LogBrowser::viewChanged);
        work();
        (void)QTest::qWaitFor([&shown] { return shown.count() > 0; });
    }

    [[nodiscard]] QList<ui::FilterChip*> chips()
    {
        settle();
        return page.findChildren<ui::FilterChip*>();
    }

    void type(const QString& text)
    {
        line->setFocus();
        QTest::keyClicks(line, text);
    }
};

} // namespace test
