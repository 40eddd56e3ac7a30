// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses and loads the catalogues; Qt Core only, so that the command line speaks the same words.
#pragma once

#include <QObject>
#include <QTranslator>

namespace words {

enum class Language { English, Japanese };
enum class LanguageChoice { System, English, Japanese };

[[nodiscard]] QString code(Language language);     ///< "en", "ja"
[[nodiscard]] QString code(LanguageChoice choice); ///< "system", "en", "ja": settings and --language
[[nodiscard]] LanguageChoice choiceFromCode(const QString& code);
/// From LC_ALL, LC_MESSAGES, LANG as QLocale reads them; English unless it is Japanese.
[[nodiscard]] Language systemLanguage();

class LanguageSwitch final : public QObject
{
    Q_OBJECT
public:
    /// Shows nothing but the sources until setChoice() is called.
    explicit LanguageSwitch(QObject* parent = nullptr);
    ~LanguageSwitch() override;

    /// Widgets get a LanguageChange event by the installed catalogues.
    void setChoice(LanguageChoice choice);

    [[nodiscard]] LanguageChoice choice() const { return m_choice; }

    [[nodiscard]] Language language() const;
    void toggle();

    /// A text in the language not necessarily shown now: the search over commands understands both.
    [[nodiscard]] QString in(Language language, const char* context, const char* source) const;

Q_SIGNALS:
    void changed();

private:
    LanguageChoice m_choice = LanguageChoice::System;
    QTranslator m_texts; ///< ours, of the language shown
    QTranslator m_qt;    ///< Qt's own words
    QTranslator m_japanese;
};

} // namespace words
