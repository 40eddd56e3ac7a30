// SPDX-License-Identifier: GPL-3.0-or-later
// The config files opened lately, newest first, kept in the settings.
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

class QSettings;

namespace ui {

struct RecentFile
{
    QString path;
    QDateTime opened;
    friend bool operator==(const RecentFile&, const RecentFile&) = default;
};

class RecentFiles final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 12;
    explicit RecentFiles(QSettings& settings, QObject* parent = nullptr);
    [[nodiscard]] QList<RecentFile> files() const;
    void add(const QString& path, const QDateTime& when);
    void remove(const QString& path);

Q_SIGNALS:
    void changed();

private:
    void write(const QList<RecentFile>& files);
    QSettings& m_settings;
};

} // namespace ui
