// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a log (syslog, mail.info) only repeats lines of others: its lines tell, not its name, for postlogd
// writes mail.log itself while the policy program still goes to syslog (MAILLOG.md).
#pragma once

#include <QString>
#include <QStringList>

#include <bitset>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace qtio {

[[nodiscard]] bool hasMailLine(std::string_view text);

/// A few lines of a log, from all over it: those of SPF checks, without any those of mail.
[[nodiscard]] std::vector<std::string> mailSamples(const QString& path, const std::function<bool()>& goOn);

/// Looks for lines of some logs in others: near their time in plain ones, in packed ones up to a bound.
class RepeatSearch
{
public:
    explicit RepeatSearch(std::function<bool()> goOn) : m_goOn(std::move(goOn)) {}

    /// Of each log given by its samples the first of `logs` that holds one of them when all of them are
    /// found; else nothing.
    [[nodiscard]] std::vector<QString> repeatedBy(const std::vector<std::vector<std::string>>& samples,
                                                  const QStringList& logs);

private:
    void lookInto(const QString& log);
    void lookAt(std::string_view line);

    static constexpr std::size_t longestSample = 4096;
    std::function<bool()> m_goOn;
    quint64 m_unpacked = 0;
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_wanted; ///< and whose samples they are
    std::bitset<longestSample> m_lengths;                                  ///< of the lines wanted
    std::vector<std::size_t> m_missing;
    std::vector<QString> m_holders;
    QString m_log; ///< looked into now
};

} // namespace qtio
