// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/ssh/ssh_command.h"

#include <algorithm>

namespace qtio {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
           c == '.' || c == '_' || c == '-' || c == ',' || c == ':' || c == '@';
}

/// 0 for what is no port.
int portOf(const QString& text)
{
    const bool isNumber = !text.isEmpty() && text.size() <= 5 &&
                          std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int port = isNumber ? text.toInt() : 0;
    return port <= 65535 ? port : 0;
}

bool isNameCharacter(QChar c)
{
    static const QString never = QStringLiteral("\"'`$\\;&<>|(){}!*?#/");
    return c.isPrint() && !c.isSpace() && !never.contains(c);
}

} // namespace

std::optional<SshDestination> SshDestination::parse(const QString& host)
{
    const qsizetype at = host.lastIndexOf(QLatin1Char('@'));
    const QString user = host.left(at + 1);
    QString name = host.mid(at + 1);
    SshDestination destination;
    if (name.startsWith(QLatin1Char('['))) {
        const qsizetype end = name.indexOf(QLatin1Char(']'));
        const QString rest = name.mid(end + 1);
        if (end < 0 || !(rest.isEmpty() || rest.startsWith(QLatin1Char(':')))) {
            return std::nullopt;
        }
        destination.port = portOf(rest.mid(1));
        if (!rest.isEmpty() && destination.port == 0) {
            return std::nullopt;
        }
        name = name.mid(1, end - 1);
    } else if (name.count(QLatin1Char(':')) == 1) { // more of them: an IPv6 address
        destination.port = portOf(name.section(QLatin1Char(':'), 1));
        if (destination.port == 0) {
            return std::nullopt;
        }
        name = name.section(QLatin1Char(':'), 0, 0);
    }
    destination.name = user + name;
    const bool isSound = !name.isEmpty() && !name.startsWith(QLatin1Char('-')) &&
                         user != QLatin1String("@") && !user.startsWith(QLatin1Char('-')) &&
                         std::ranges::all_of(destination.name, isNameCharacter);
    return isSound ? std::optional(destination) : std::nullopt;
}

QStringList SshDestination::arguments() const
{
    QStringList words;
    if (port != 0) {
        words << QStringLiteral("-p") << QString::number(port);
    }
    return words << QStringLiteral("--") << name;
}

QByteArray inOneLine(const QByteArray& script)
{
    QByteArray line;
    for (const QByteArray& part : script.split('\n')) {
        const QByteArray text = part.trimmed();
        if (!text.isEmpty() && !text.startsWith('#')) {
            line += line.isEmpty() ? text : ' ' + text;
        }
    }
    return line;
}

QByteArray escapedWord(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return "''";
    }
    QByteArray word;
    for (const char c : bytes) {
        if (isPlain(c)) {
            word += c;
        } else {
            // Outside of quotes a doubled backslash is one backslash to all shells.
            word += "\\\\0" + QByteArray::number(static_cast<unsigned char>(c), 8).rightJustified(3, '0');
        }
    }
    return word;
}

QByteArray remoteCommand(const QByteArray& script, const QByteArray& marker,
                         const QList<QByteArray>& arguments, Rights rights)
{
    QByteArray command = "exec sh -c 'echo \"$0\"; exec \"$@\"' " + marker;
    command += rights == Rights::Administrator ? " sudo -n sh -c '" : " sh -c '";
    command += script + "' spm " + marker;
    for (const QByteArray& argument : arguments) {
        command += ' ' + escapedWord(argument);
    }
    return command;
}

} // namespace qtio
