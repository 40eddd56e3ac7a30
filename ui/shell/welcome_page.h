// SPDX-License-Identifier: GPL-3.0-or-later
// The start: open a config.ini, try with sample data, go on with a recent file, or drop files.
#pragma once

#include <QAbstractButton>
#include <QDateTime>
#include <QWidget>

#include <functional>

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
    WelcomePage(RecentFiles& recent, std::function<QDateTime()> now, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested();
    void sampleRequested();
    void configRequested(const QString& path);
    void filesDropped(const QStringList& paths);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* buildLeft();
    QWidget* buildRight();
    void fillRecent();
    void retranslate();

    RecentFiles& m_recent;
    std::function<QDateTime()> m_now;
    Label* m_title;
    Label* m_purpose;
    StartButton* m_open;
    StartButton* m_sample;
    Card* m_recentCard;
    SearchField* m_filter;
    QVBoxLayout* m_rows;
    EmptyState* m_none;
    Label* m_drop;
};

} // namespace ui
