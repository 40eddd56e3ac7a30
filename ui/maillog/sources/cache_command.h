// SPDX-License-Identifier: GPL-3.0-or-later
// "Clear the index cache" in the menu of the logs: what was read of large logs is kept on the disk, mail
// addresses with it, and who wants it gone need not look for the folder. Logs are not touched.
#pragma once

#include "ui/maillog/page_parts.h"

#include <QObject>

class QAction;

namespace ui {

class CacheCommand final : public QObject
{
    Q_OBJECT
public:
    /// Belongs to the page.
    CacheCommand(QWidget& page, PageParts& parts);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void clear();

    PageParts& m_parts;
    QAction* m_clear;
};

} // namespace ui
