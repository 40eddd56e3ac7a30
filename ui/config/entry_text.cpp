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

QString halfWidth(QString text)
{
    for (QChar& c : text) {
        const char16_t code = c.unicode();
        if (code >= 0xFF01 && code <= 0xFF5E)
            c = QChar(static_cast<char16_t>(code - 0xFEE0));
        else if (code == 0x3002 || code == 0xFF61)
            c = QLatin1Char('.');
        else if (code == 0x2010 || code == 0x2011 || code == 0x2013 || code == 0x2212)
            c = QLatin1Char('-');
    }
    return text;
}

QStringList pastedEntries(const QString& pasted)
{
    static const QRegularExpression quotes(QStringLiteral("[\"'`\\x{2018}-\\x{201F}]"));
    // "192.0.2.1 - 192.0.2.9", also with a wave dash
    static const QRegularExpression range(
        QStringLiteral("(?<=[0-9A-Fa-f:])(?:[ \\t]+-[ \\t]*|-[ \\t]+|[ \\t]*[~\\x{301C}][ \\t]*)"
                       "(?=[0-9]{1,3}\\.[0-9]|[0-9A-Fa-f]{1,4}:)"));
    static const QRegularExpression separators(
        QStringLiteral("[\\s,;\\x{3001}\\x{FF0C}\\x{FF1B}\\x{2028}\\x{2029}]+"));
    QString text = halfWidth(pasted);
    text.remove(quotes).replace(range, QStringLiteral("-"));
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

QStringList usableEntries(const QString& entry, config::KeyType type)
{
    if (isUsable(entry, type))
        return {entry};
    if (type != config::KeyType::NetworkList)
        return {};
    const std::string text = entry.toStdString();
    const auto network = net::Network::parse(text);
    if (network || (network.error().code != net::NetworkError::Code::Range &&
                    network.error().code != net::NetworkError::Code::Netmask))
        return {};
    QStringList entries;
    for (const net::Network& each : net::Network::understood(text))
        entries += QString::fromStdString(each.toString());
    return entries;
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
