// SPDX-License-Identifier: GPL-3.0-or-later
// The letter to the postmaster of a sender: in Japanese or English whatever the window speaks, edited here,
// then copied, saved or handed to the mail program.
#pragma once

#include "ui/common/dialog.h"
#include "ui/common/services.h"
#include "ui/maillog/sources/url_opener.h"
#include "ui/report/postmaster_letter.h"

#include <array>

class QLineEdit;
class QPlainTextEdit;

namespace ui {

class NoticeBar;
class Segment;

class PostmasterDialog final : public Dialog
{
    Q_OBJECT
public:
    using Letters = std::array<report::Letter, 2>; ///< by words::Language

    PostmasterDialog(Services& services, UrlOpener openUrl, Letters letters, QWidget* parent);

    /// As shown, edits included.
    [[nodiscard]] report::Letter letter() const;

private:
    void build();
    void showLanguage(int language);
    void keepEdits();
    void copy();
    void save();
    void openMailProgram();

    Services& m_services;
    UrlOpener m_openUrl;
    Letters m_letters;
    std::size_t m_shown;
    Segment* m_language;
    QLineEdit* m_subject;
    QPlainTextEdit* m_body;
    NoticeBar* m_told;
};

} // namespace ui
