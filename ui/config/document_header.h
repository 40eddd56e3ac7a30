// SPDX-License-Identifier: GPL-3.0-or-later
// The top of every page that shows the document: title, unsaved chip, save; below it what became of the file
// on disk and why something was refused.
#pragma once

#include "ui/common/page_header.h"
#include "ui/config/save_flow.h"

class QPushButton;

namespace ui {

class NoticeBar;

class DocumentHeader final : public QWidget
{
    Q_OBJECT
public:
    /// `page` begins the names of the buttons ("config.save").
    DocumentHeader(ConfigDocument& document, SaveFlow& flow, const QString& page, QWidget* parent = nullptr);
    /// Title and facts; empty facts show the path.
    void setTexts(const QString& title, const QString& facts);
    void retranslate();
    void refuse(const QString& sentence);

    [[nodiscard]] NoticeBar& diskNotice() { return *m_disk; }

    [[nodiscard]] NoticeBar& refusal() { return *m_refusal; }

private:
    void refresh();
    void refreshDisk();
    void keepDistance();
    void tellMissingRights();
    void compareDisk();
    void mergeWith(const config::IniDocument& disk);
    void takeMerged(const config::IniDocument& theirs, const config::IniDocument& merged);

    ConfigDocument& m_document;
    SaveFlow& m_flow;
    QString m_facts;
    PageHeader* m_header;
    QPushButton* m_discard;
    QPushButton* m_save;
    NoticeBar* m_disk;
    NoticeBar* m_refusal;
};

} // namespace ui
