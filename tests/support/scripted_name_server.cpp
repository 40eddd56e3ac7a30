// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripted_name_server.h"

#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QTimer>
#include <QtEndian>

namespace support {

namespace {

constexpr int headerSize = 12;
constexpr quint16 cname = 5;

QByteArray big16(int value)
{
    QByteArray out(2, '\0');
    qToBigEndian(static_cast<quint16>(value), out.data());
    return out;
}

QByteArray big32(quint32 value)
{
    QByteArray out(4, '\0');
    qToBigEndian(value, out.data());
    return out;
}

void set16(QByteArray& message, int offset, int value)
{
    message.replace(offset, 2, big16(value));
}

QByteArray record(const QByteArray& owner, quint16 type, const QByteArray& data, quint32 ttl)
{
    return nameData(owner) + big16(type) + big16(1) + big32(ttl) + big16(static_cast<int>(data.size())) +
           data;
}

void bump(QByteArray& message, int offset)
{
    set16(message, offset, qFromBigEndian<quint16>(message.constData() + offset) + 1);
}

} // namespace

QByteArray addressData(const char* address)
{
    const QHostAddress host(QString::fromLatin1(address));
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        return big32(host.toIPv4Address());
    }
    const Q_IPV6ADDR raw = host.toIPv6Address();
    return {reinterpret_cast<const char*>(raw.c), 16};
}

QByteArray textData(const QList<QByteArray>& strings)
{
    QByteArray out;
    for (const QByteArray& piece : strings) {
        out += static_cast<char>(piece.size());
        out += piece;
    }
    return out;
}

QByteArray nameData(const QByteArray& name)
{
    QByteArray out;
    if (!name.isEmpty()) {
        out = textData(name.split('.'));
    }
    return out + '\0';
}

QByteArray mxData(quint16 preference, const QByteArray& name)
{
    return big16(preference) + nameData(name);
}

ScriptedNameServer::ScriptedNameServer()
{
    // The same port for both: taken by TCP first, then hopefully free for UDP.
    for (int attempt = 0; attempt < 20; ++attempt) {
        if (m_tcp.listen(QHostAddress::LocalHost) &&
            m_udp.bind(QHostAddress::LocalHost, m_tcp.serverPort())) {
            break;
        }
        m_tcp.close();
    }
    connect(&m_udp, &QUdpSocket::readyRead, this, &ScriptedNameServer::onDatagrams);
    connect(&m_tcp, &QTcpServer::newConnection, this, &ScriptedNameServer::onConnection);
}

void ScriptedNameServer::add(const QByteArray& name, dns::RecordType type, const QByteArray& data,
                             quint32 ttl)
{
    m_entries[name].append({static_cast<quint16>(type), data, ttl});
}

void ScriptedNameServer::script(const QByteArray& name, Script script)
{
    m_scripts.insert(name, script);
}

qtio::Nameserver ScriptedNameServer::address() const
{
    return {*net::IpAddress::parse("127.0.0.1"), m_tcp.serverPort()};
}

void ScriptedNameServer::onDatagrams()
{
    while (m_udp.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_udp.receiveDatagram();
        const Query query = parse(datagram.data());
        const Script script = count(query);
        const auto send = [this, datagram, query, script] {
            const auto replies = repliesTo(query, script);
            for (const QByteArray& message : replies) {
                m_udp.writeDatagram(message, datagram.senderAddress(),
                                    static_cast<quint16>(datagram.senderPort()));
            }
        };
        if (script.delay.count() > 0) {
            QTimer::singleShot(script.delay, this, send);
        } else {
            send();
        }
    }
}

void ScriptedNameServer::onConnection()
{
    QTcpSocket* socket = m_tcp.nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        while (socket->bytesAvailable() >= 2) {
            const QByteArray head = socket->peek(2);
            const int size = qFromBigEndian<quint16>(head.constData());
            if (socket->bytesAvailable() < 2 + size) {
                return;
            }
            socket->skip(2);
            Query query = parse(socket->read(size));
            query.isTcp = true;
            const Script script = count(query);
            if (script.behaviour == Behaviour::TruncatedNoTcp) {
                socket->close();
                return;
            }
            const auto replies = repliesTo(query, script);
            for (const QByteArray& message : replies) {
                socket->write(big16(static_cast<int>(message.size())) + message);
            }
        }
    });
}

ScriptedNameServer::Query ScriptedNameServer::parse(const QByteArray& message) const
{
    Query query;
    query.message = message;
    int at = headerSize;
    while (at < message.size() && message[at] != '\0') {
        const int length = static_cast<unsigned char>(message[at]);
        query.name +=
            (query.name.isEmpty() ? QByteArray() : QByteArray(".")) + message.mid(at + 1, length).toLower();
        at += length + 1;
    }
    query.type = qFromBigEndian<quint16>(message.constData() + at + 1);
    query.end = at + 5;
    query.hasEdns = qFromBigEndian<quint16>(message.constData() + 10) > 0;
    return query;
}

Script ScriptedNameServer::count(const Query& query)
{
    ++m_questions[query.name];
    m_tcpQuestions += query.isTcp ? 1 : 0;
    m_ednsQuestions += query.hasEdns ? 1 : 0;
    Script script = m_scripts.value(query.name, m_default);
    if (script.behaviour == Behaviour::LateThenAtOnce && m_questions[query.name] > 1) {
        script.delay = std::chrono::milliseconds(0);
    }
    return script;
}

QList<QByteArray> ScriptedNameServer::repliesTo(const Query& query, const Script& script) const
{
    switch (script.behaviour) {
    case Behaviour::Silent:
        return {};
    case Behaviour::WrongId:
    case Behaviour::WrongIdThenRight: {
        QByteArray forged = answer(query);
        forged[0] = static_cast<char>(forged[0] ^ 0x55);
        QList<QByteArray> replies{forged};
        if (script.behaviour != Behaviour::WrongId)
            replies.append(answer(query));
        return replies;
    }
    case Behaviour::Truncated:
    case Behaviour::TruncatedNoTcp:
        return {query.isTcp ? answer(query) : reply(query, 0, true)};
    case Behaviour::EmptyDatagram:
        return {query.isTcp ? answer(query) : QByteArray("")};
    case Behaviour::Rcode:
        return {reply(query, script.rcode, false)};
    case Behaviour::RcodeKeepingEdns: {
        QByteArray message = query.message; // with the OPT record it came with
        set16(message, 2, 0x8180 | script.rcode);
        return {message};
    }
    case Behaviour::RcodeWithEdnsOnly:
        return {query.hasEdns ? reply(query, script.rcode, false) : answer(query)};
    case Behaviour::Answer:
    case Behaviour::Late:
    case Behaviour::LateThenAtOnce:
        return {answer(query)};
    default:
        return {broken(query, script.behaviour)};
    }
}

QByteArray ScriptedNameServer::reply(const Query& query, int rcode, bool truncated) const
{
    QByteArray message = query.message.left(query.end);
    set16(message, 2, 0x8180 | rcode | (truncated ? 0x0200 : 0));
    set16(message, 6, 0);
    set16(message, 8, 0);
    set16(message, 10, 0);
    return message;
}

QByteArray ScriptedNameServer::answer(const Query& query) const
{
    if (!m_entries.contains(query.name)) {
        QByteArray message = reply(query, 3, false);
        const QByteArray soa = nameData("ns.test") + nameData("host.test") + big32(1) + big32(2) + big32(3) +
                               big32(4) + big32(60);
        bump(message, 8);
        return message + record("test", 6, soa, 900);
    }
    QByteArray message = reply(query, 0, false);
    QByteArray name = query.name;
    for (int hops = 0; hops < 30; ++hops) {
        QByteArray next;
        for (const Entry& entry : m_entries.value(name)) {
            if (entry.type != query.type && entry.type != cname) {
                continue;
            }
            message += record(name, entry.type, entry.data, entry.ttl);
            bump(message, 6);
            if (entry.type == cname && query.type != cname) {
                Query target;
                next = parse(QByteArray(headerSize, '\0') + entry.data + QByteArray(4, '\0')).name;
            }
        }
        if (next.isEmpty() || !m_followsAliases) {
            break;
        }
        name = next;
        if (!m_entries.contains(name)) {
            set16(message, 2, 0x8183);
            break;
        }
    }
    constexpr char authentic = 0x20;
    if (m_signed.contains(query.name) && (query.message[3] & authentic) != 0) {
        message[3] = static_cast<char>(message[3] | authentic);
    }
    const int limit = query.hasEdns ? 1232 : 512;
    return query.isTcp || message.size() <= limit ? message : reply(query, 0, true);
}

QByteArray ScriptedNameServer::broken(const Query& query, Behaviour behaviour) const
{
    QByteArray message = reply(query, 0, false);
    bump(message, 6);
    switch (behaviour) {
    case Behaviour::ShortMessage:
        return message.left(7);
    case Behaviour::CutRecord: {
        const QByteArray whole = message + record(query.name, query.type, textData({"v=spf1 -all"}), 5);
        return whole.left(whole.size() - 4);
    }
    case Behaviour::PointerLoop:
        return message + big16(0xc000 | query.end) + big16(query.type) + big16(1) + big32(5) + big16(0);
    case Behaviour::BadRecordLength:
        return message + record(query.name, query.type, QByteArray(3, '\xff'), 5);
    case Behaviour::OtherQuestion: {
        Query other = query;
        other.message[headerSize + 1] = static_cast<char>(other.message[headerSize + 1] ^ 0x01);
        return answer(other);
    }
    default:
        return query.message;
    }
}

} // namespace support
