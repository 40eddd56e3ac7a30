// SPDX-License-Identifier: GPL-3.0-or-later
// A text in both languages at once: documents are written in the language of their reader, whatever the
// window shows, and in threads, where tr() cannot be asked for another language.
#pragma once

#include "ui/words/language.h"

#include <QString>
#include <QStringView>

namespace report {

struct Phrase
{
    QStringView en;
    QStringView ja;

    [[nodiscard]] QString in(words::Language language) const
    {
        return (language == words::Language::Japanese ? ja : en).toString();
    }
};

} // namespace report
