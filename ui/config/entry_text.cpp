// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/entry_text.h"

#include "core/net/domain_pattern.h"
#include "core/net/network.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace ui {

namespace {

struct EntryText
{
    Q_DECLARE_TR_FUNCTIONS(EntryText)
};

constexpr int countedBits = 40; ///< longer numbers are easier to read as a power

} // namespace

QStringList pastedEntries(const QString& text)
{
    static const QRegularExpression separators(
        QStringLiteral("[\\s,;\\x{3001}\\x{FF0C}\\x{FF1B}\\x{2028}\\x{2029}]+"));
    QStringList entries = text.split(separators, Qt::SkipEmptyParts);
    entries.removeDuplicates();
    return entries;
}

bool isUsable(const QString& entry, config::KeyType type)
{
    const std::string text = entry.toStdString();
    return type == config::KeyType::NetworkList ? net::Network::parse(text).has_value()
                                                : net::DomainPattern::parse(text).has_value();
}

QString kindOf(const QString& entry, config::KeyType type)
{
    const std::string text = entry.toStdString();
    if (type == config::KeyType::NetworkList) {
        const auto network = net::Network::parse(text);
        if (!network)
            return {};
        const QString family = network->address().isV4() ? QStringLiteral("IPv4") : QStringLiteral("IPv6");
        return network->prefixLength() == network->address().bitCount()
                   ? family
                   : QStringLiteral("%1 /%2").arg(family).arg(network->prefixLength());
    }
    const auto pattern = net::DomainPattern::parse(text);
    if (!pattern)
        return {};
    return pattern->kind() == net::DomainPattern::Kind::Exact ? EntryText::tr("This name only")
                                                              : EntryText::tr("With subdomains");
}

QString addressCountOf(const QString& entry, config::KeyType type)
{
    if (type != config::KeyType::NetworkList)
        return {};
    const auto network = net::Network::parse(entry.toStdString());
    if (!network)
        return {};
    const int bits = network->address().bitCount() - network->prefixLength();
    return bits > countedBits ? QStringLiteral("2^%1").arg(bits) : QLocale().toString(qint64(1) << bits);
}

} // namespace ui
