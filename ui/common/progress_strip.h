// SPDX-License-Identifier: GPL-3.0-or-later
// Long work: sentence, counts, 6 px bar, cancel. Results so far stay visible beside it.
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class Label;

class ProgressStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);
    void setTexts(const QString& sentence, const QString& counts);
    /// 0 to 1; below 0 for unknown.
    void setShare(double share);

    [[nodiscard]] double share() const { return m_share; }

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    Label* m_sentence;
    Label* m_counts;
    QPushButton* m_cancel;
    double m_share = -1;
};

} // namespace ui
