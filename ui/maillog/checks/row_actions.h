// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done from a logged check beyond looking at it: into a list of the open config.ini, a letter to
// the sender's postmaster. The same actions stand in the table's menu, on the detail card and in the palette.
#pragma once

#include "ui/common/actions.h"
#include "ui/common/services.h"
#include "ui/config/config_document.h"
#include "ui/maillog/log_view.h"
#include "ui/maillog/sources/url_opener.h"

#include <QAction>
#include <QDesktopServices>
#include <QObject>

#include <memory>
#include <optional>

namespace ui {

class MaillogPage;

/// A row of a view; the view keeps the log that the row lies in.
struct ChosenRow
{
    std::shared_ptr<const LogView> view;
    maillog::Row row = 0;

    [[nodiscard]] maillog::Check check() const { return (*view->logs->logs.log)[row]; }
};

class RowActions final : public QObject
{
    Q_OBJECT
public:
    /// Joins the table's menu; `page` owns this.
    RowActions(Services& services, MaillogPage& page);

    /// Null: no config.ini can be edited here.
    void setDocument(ConfigDocument* document) { m_document = document; }

    void setUrlOpener(UrlOpener openUrl) { m_openUrl = std::move(openUrl); }

    /// For context menus and button bars.
    [[nodiscard]] QList<QAction*> actions() const { return {m_simulate, m_addToList, m_writePostmaster}; }

    /// For the command palette.
    [[nodiscard]] QList<ActionSpec> specs();
    /// Another row was chosen: what cannot be done with it is disabled and says why.
    void refresh();

Q_SIGNALS:
    void openConfigRequested();
    /// An entry stands in the document and is to be shown.
    void entryAdded(const std::string& key, const config::ByteSpan& span);

private:
    [[nodiscard]] std::optional<ChosenRow> chosen() const;
    void simulate();
    void addToList();
    void writePostmaster();
    void retranslate();
    [[nodiscard]] QString whyNoList() const;
    [[nodiscard]] QString whyNoLetter() const;

    Services& m_services;
    UrlOpener m_openUrl = &QDesktopServices::openUrl;
    MaillogPage& m_page;
    ConfigDocument* m_document = nullptr;
    QAction* m_simulate;
    QAction* m_addToList;
    QAction* m_writePostmaster;
};

} // namespace ui
