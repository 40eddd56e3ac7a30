// SPDX-License-Identifier: GPL-3.0-or-later
// One run of ssh: frames the remote script's answer, so that banners and what shells print on their own do no
// harm, and hands over the input only to a script that said it is there.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace qtio {

struct SshOutcome
{
    enum class Reached {
        Nowhere, ///< not through ssh
        Host,    ///< a shell of the user there, but not the script (sudo)
        Script   ///< the script began and got its input
    };
    Reached reached = Reached::Nowhere;
    bool isWhole = false;     ///< the answer came to its end
    QList<QByteArray> fields; ///< of the answer
    QByteArray standardError; ///< of ssh and of the other side
    int exitCode = -1;        ///< 255: of ssh itself; -1: it did not end by itself
    QString localError;       ///< ssh could not be started, fell silent, was cancelled
    bool wasCancelled = false;
    bool isInstalled = true; ///< ssh
    bool isTimeout = false;
    std::chrono::microseconds roundTrip{0}; ///< from the input to the first field
    QDateTime answered;                     ///< when that came
};

class SshJob final : public QObject
{
    Q_OBJECT
public:
    struct Patience
    {
        std::chrono::milliseconds connecting;
        std::chrono::milliseconds working; ///< without a sign of life
    };

    /// `largestAnswer` bytes, what comes before the answer included.
    SshJob(const QByteArray& marker, QByteArray input, Patience patience, qint64 largestAnswer,
           QObject* parent = nullptr);
    ~SshJob() override;

    void start(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment);
    /// Ends ssh; finished() follows.
    void abort(const QString& why);
    /// The same, because the user wants it.
    void cancel();

Q_SIGNALS:
    void reachedHost();
    void finished(const qtio::SshOutcome& outcome);

private:
    void endGroup(int signal);
    void readOutput();
    void meetMarker();
    void finish();
    [[nodiscard]] QList<QByteArray> sections() const;

    QByteArray m_marker; ///< with its line end
    QByteArray m_input;
    Patience m_patience;
    qint64 m_largest;
    QProcess m_process;
    QTimer m_silence;
    QTimer m_kill;
    QElapsedTimer m_sent;
    QByteArray m_output;
    qsizetype m_scanned = 0;
    int m_markers = 0;
    bool m_isFinished = false;
    SshOutcome m_outcome;
};

} // namespace qtio
