// SPDX-License-Identifier: GPL-3.0-or-later
// One of the two files: how many lines change, the difference, copy and save-as.
#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

class Card;
class DiffView;
class Label;

class FileCard final : public QWidget
{
    Q_OBJECT
public:
    explicit FileCard(const QString& fileName, QWidget* parent = nullptr);
    void setTexts(const QString& before, const QString& after);

    [[nodiscard]] int added() const { return m_added; }

    [[nodiscard]] int removed() const { return m_removed; }

Q_SIGNALS:
    void copyRequested();
    void saveRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void fitHeight();

    QString m_fileName;
    int m_added = 0;
    int m_removed = 0;
    Card* m_card;
    Label* m_counts;
    Label* m_same;
    DiffView* m_diff;
    QToolButton* m_copy;
    QToolButton* m_save;
};

} // namespace ui
