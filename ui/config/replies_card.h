// SPDX-License-Identifier: GPL-3.0-or-later
// Replies and header: block_res, tempblock_res with what Postfix will send, and prepend_header (SPEC 1.3,
// A17).
#pragma once

#include "ui/common/field_row.h"
#include "ui/common/surface.h"
#include "ui/config/field.h"

namespace ui {

class MonoLabel;
class Segment;
class ValidatedLineEdit;

class RepliesCard final : public QWidget
{
    Q_OBJECT
public:
    explicit RepliesCard(ConfigDocument& document, QWidget* parent = nullptr);
    void setShown(const ShownFields& shown);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Reply
    {
        FieldId field;
        ValidatedLineEdit* edit = nullptr;
        FieldRow* row = nullptr;
        Label* previewHead = nullptr;
        MonoLabel* preview = nullptr;
        QWidget* previewRow = nullptr;
    };

    [[nodiscard]] Reply buildReply(const FieldId& field);
    void refresh();
    void refreshReply(Reply& reply);
    void retranslate();

    ConfigDocument& m_document;
    ShownFields m_shown;
    Card* m_card;
    Segment* m_prepend;
    FieldRow* m_prependRow;
    Reply m_block;
    Reply m_tempblock;
};

/// The line of the SMTP session: Postfix puts the enhanced code and the refused address in front of the text.
[[nodiscard]] QString smtpReply(const std::string& reply);

} // namespace ui
