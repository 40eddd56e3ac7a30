// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/filter/filter_store.h"

#include <QSettings>

namespace ui {

namespace {

constexpr qsizetype mostRecent = 10;
const QString recentKey = QStringLiteral("maillog/recentFilters");
const QString savedKey = QStringLiteral("maillog/savedFilters");

} // namespace

QStringList FilterStore::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void FilterStore::record(const QString& expression)
{
    if (expression.trimmed().isEmpty()) {
        return;
    }
    QStringList all = recent();
    all.removeAll(expression);
    if (!all.isEmpty() && expression.startsWith(all.first() + QLatin1Char(' '))) {
        all.removeFirst();
    }
    all.prepend(expression);
    m_settings.setValue(recentKey, all.mid(0, mostRecent));
}

QMap<QString, QString> FilterStore::saved() const
{
    QMap<QString, QString> all;
    const int count = m_settings.beginReadArray(savedKey);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        all.insert(m_settings.value(QStringLiteral("name")).toString(),
                   m_settings.value(QStringLiteral("filter")).toString());
    }
    m_settings.endArray();
    all.remove(QString());
    return all;
}

void FilterStore::save(const QString& name, const QString& expression)
{
    QMap<QString, QString> all = saved();
    all.insert(name, expression);
    keep(all);
}

void FilterStore::remove(const QString& name)
{
    QMap<QString, QString> all = saved();
    all.remove(name);
    keep(all);
}

void FilterStore::keep(const QMap<QString, QString>& saved)
{
    m_settings.remove(savedKey);
    m_settings.beginWriteArray(savedKey, static_cast<int>(saved.size()));
    int i = 0;
    for (auto it = saved.begin(); it != saved.end(); ++it) {
        m_settings.setArrayIndex(i++);
        m_settings.setValue(QStringLiteral("name"), it.key());
        m_settings.setValue(QStringLiteral("filter"), it.value());
    }
    m_settings.endArray();
}

} // namespace ui
