// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/filled_text.h"

namespace words {

QString filled(const QString& pattern, const std::vector<std::string>& args)
{
    QString sentence;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isPlace =
            pattern[i] == u'%' && i + 1 < pattern.size() && pattern[i + 1] >= u'1' && pattern[i + 1] <= u'9';
        const auto number = isPlace ? static_cast<std::size_t>(pattern[i + 1].unicode() - u'1') : args.size();
        if (isPlace && number < args.size()) {
            sentence += QString::fromUtf8(args[number].data(), static_cast<qsizetype>(args[number].size()));
            ++i;
        } else {
            sentence += pattern[i];
        }
    }
    return sentence;
}

} // namespace words
