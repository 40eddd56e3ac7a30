// SPDX-License-Identifier: GPL-3.0-or-later
// The start: open a config.ini here or on a server, try with sample data, begin a new one, go on with a
// recent file, or drop files.
#pragma once

#include "ui/common/services.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace ui {

class Card;
class EmptyState;
class Label;
class RecentFiles;
class SearchField;

/// A way to begin: drawing, bold line, second line, key.
class StartButton final : public QAbstractButton
{
    Q_OBJECT
public:
    StartButton(QString icon, bool main, QWidget* parent = nullptr);
    void setTexts(const QString& what, const QString& detail, const QString& key = {});

    [[nodiscard]] QSize sizeHint() const override { return {520, 68}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_detail;
    QString m_key;
    bool m_main;
};

class WelcomePage final : public QWidget
{
    Q_OBJECT
public:
    WelcomePage(RecentFiles& recent, const Services& services, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void serverRequested();
    void logsRequested();
    void sampleRequested();
    void newRequested();
    void configRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void fillRecent();
    void retranslate();

    RecentFiles& m_recent;
    const Services& m_services;
    Label* m_title;
    Label* m_purpose;
    StartButton* m_open;
    StartButton* m_server;
    StartButton* m_logs;
    StartButton* m_sample;
    StartButton* m_new;
    Card* m_recentCard;
    SearchField* m_filter;
    QVBoxLayout* m_rows;
    EmptyState* m_none;
    Label* m_drop;
};

} // namespace ui
