// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace words {

QString code(Language language)
{
    return language == Language::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
}

QString code(LanguageChoice choice)
{
    switch (choice) {
    case LanguageChoice::English:
        return QStringLiteral("en");
    case LanguageChoice::Japanese:
        return QStringLiteral("ja");
    case LanguageChoice::System:
        break;
    }
    return QStringLiteral("system");
}

LanguageChoice choiceFromCode(const QString& code)
{
    if (code == QLatin1String("ja"))
        return LanguageChoice::Japanese;
    return code == QLatin1String("en") ? LanguageChoice::English : LanguageChoice::System;
}

Language systemLanguage()
{
    return QLocale::system().language() == QLocale::Japanese ? Language::Japanese : Language::English;
}

LanguageSwitch::LanguageSwitch(QObject* parent) : QObject(parent)
{
    // Not installed: only asked by name.
    (void)m_japanese.load(QStringLiteral(":/i18n/spm_ja.qm"));
}

LanguageSwitch::~LanguageSwitch()
{
    QCoreApplication::removeTranslator(&m_texts);
    QCoreApplication::removeTranslator(&m_qt);
}

Language LanguageSwitch::language() const
{
    switch (m_choice) {
    case LanguageChoice::English:
        return Language::English;
    case LanguageChoice::Japanese:
        return Language::Japanese;
    case LanguageChoice::System:
        break;
    }
    return systemLanguage();
}

void LanguageSwitch::setChoice(LanguageChoice choice)
{
    m_choice = choice;
    const QString name = code(language());
    QLocale::setDefault(language() == Language::Japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                                                         : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_texts);
    if (m_qt.load(QStringLiteral("qtbase_") + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_texts.load(QStringLiteral(":/i18n/spm_%1.qm").arg(name)))
        QCoreApplication::installTranslator(&m_texts);
    Q_EMIT changed();
}

void LanguageSwitch::toggle()
{
    setChoice(language() == Language::Japanese ? LanguageChoice::English : LanguageChoice::Japanese);
}

QString LanguageSwitch::in(Language wanted, const char* context, const char* source) const
{
    const QString text = wanted == Language::Japanese ? m_japanese.translate(context, source) : QString();
    return text.isEmpty() ? QString::fromUtf8(source) : text;
}

} // namespace words
