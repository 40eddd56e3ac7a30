// SPDX-License-Identifier: GPL-3.0-or-later
// A name server on loopback that answers, stays silent, lies or breaks as it is told, name by name: the bad
// days of the DNS on any machine and without a network.
#pragma once

#include "core/dns/message.h"
#include "core/qtio/dns/nameserver.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QSet>
#include <QTcpServer>
#include <QUdpSocket>

#include <chrono>

namespace support {

enum class Behaviour {
    Answer,
    Silent,
    Late,              ///< answers after Script::delay
    LateThenAtOnce,    ///< the first question late, all others at once
    WrongId,           ///< only answers with another id
    WrongIdThenRight,  ///< a forged answer first, then the true one
    OtherQuestion,     ///< answers something that was not asked
    Truncated,         ///< TC over UDP, the whole over TCP
    TruncatedNoTcp,    ///< TC over UDP, TCP closes without an answer
    EmptyDatagram,     ///< a datagram of no octets over UDP, the answer over TCP
    ShortMessage,      ///< fewer octets than a header
    CutRecord,         ///< ends in the middle of a record
    PointerLoop,       ///< a compression pointer that leads to itself
    BadRecordLength,   ///< an A record of three octets
    NotAResponse,      ///< sends the question back
    Rcode,             ///< Script::rcode without records
    RcodeKeepingEdns,  ///< the same with an OPT record when the question had one
    RcodeWithEdnsOnly, ///< Script::rcode to questions with EDNS, else the answer: a server of old
};

struct Script
{
    Behaviour behaviour = Behaviour::Answer;
    int rcode = 0;
    std::chrono::milliseconds delay{0};
};

[[nodiscard]] QByteArray addressData(const char* address);
[[nodiscard]] QByteArray textData(const QList<QByteArray>& strings);
[[nodiscard]] QByteArray nameData(const QByteArray& name);
[[nodiscard]] QByteArray mxData(quint16 preference, const QByteArray& name);

class ScriptedNameServer final : public QObject
{
    Q_OBJECT

public:
    ScriptedNameServer();

    /// Names in lower case, without trailing dot. Unknown names are NXDOMAIN.
    void add(const QByteArray& name, dns::RecordType type, const QByteArray& data, quint32 ttl = 300);
    void script(const QByteArray& name, Script script);

    /// What a name does that has no script of its own.
    void scriptAll(Script script) { m_default = script; }

    /// Follow aliases inside one answer, as a resolving server does; on by default.
    void setFollowsAliases(bool follows) { m_followsAliases = follows; }

    /// Answers about this name are proven by DNSSEC, which is told to those who want to know (the AD bit).
    void sign(const QByteArray& name) { m_signed.insert(name); }

    [[nodiscard]] qtio::Nameserver address() const;

    /// Questions for this name so far, by UDP and TCP.
    [[nodiscard]] int questions(const QByteArray& name) const { return m_questions.value(name); }

    [[nodiscard]] int tcpQuestions() const { return m_tcpQuestions; }

    [[nodiscard]] int ednsQuestions() const { return m_ednsQuestions; }

private:
    struct Entry
    {
        quint16 type;
        QByteArray data;
        quint32 ttl;
    };

    struct Query
    {
        QByteArray message;
        QByteArray name;
        quint16 type = 0;
        int end = 0; ///< of the question section
        bool hasEdns = false;
        bool isTcp = false;
    };

    void onDatagrams();
    void onConnection();
    [[nodiscard]] Query parse(const QByteArray& message) const;
    [[nodiscard]] QList<QByteArray> repliesTo(const Query& query, const Script& script) const;
    [[nodiscard]] QByteArray reply(const Query& query, int rcode, bool truncated) const;
    [[nodiscard]] QByteArray answer(const Query& query) const;
    [[nodiscard]] QByteArray broken(const Query& query, Behaviour behaviour) const;
    Script count(const Query& query);

    QUdpSocket m_udp;
    QTcpServer m_tcp;
    QHash<QByteArray, QList<Entry>> m_entries;
    QHash<QByteArray, Script> m_scripts;
    QHash<QByteArray, int> m_questions;
    QSet<QByteArray> m_signed;
    Script m_default;
    int m_tcpQuestions = 0;
    int m_ednsQuestions = 0;
    bool m_followsAliases = true;
};

} // namespace support
