// SPDX-License-Identifier: GPL-3.0-or-later
// Filters that are kept for the user: the last ten, and those saved under a name.
#pragma once

#include <QMap>
#include <QStringList>

class QSettings;

namespace ui {

class FilterStore
{
public:
    /// `settings` must outlive it.
    explicit FilterStore(QSettings& settings) : m_settings(settings) {}

    [[nodiscard]] QStringList recent() const; ///< the newest first
    /// One that only goes on from the newest takes its place.
    void record(const QString& expression);

    [[nodiscard]] QMap<QString, QString> saved() const; ///< name to expression
    void save(const QString& name, const QString& expression);
    void remove(const QString& name);

private:
    void keep(const QMap<QString, QString>& saved);
    QSettings& m_settings;
};

} // namespace ui
