// SPDX-License-Identifier: GPL-3.0-or-later
// What was saved before: looked at, compared, brought back as an edit that can be undone. Nothing is written
// to the config itself.
#pragma once

#include "ui/common/dialog.h"
#include "ui/config/config_file.h"

namespace ui {

class DiffView;
class FilePicker;
class HistoryModel;
class NoticeBar;
class Segment;
class TableView;

class HistoryDialog final : public Dialog
{
    Q_OBJECT
public:
    enum Comparison { WithBefore, WithPresent };

    HistoryDialog(ConfigFile& file, FilePicker& picker, QWidget* parent);
    void setComparison(Comparison comparison);
    void selectRow(int row);

private:
    void buildEntries();
    [[nodiscard]] QWidget* buildComparison();
    void buildButtons();
    void tellDamage();
    void refresh();
    void showBefore(const qtio::HistoryEntry& entry, const QByteArray& bytes);
    void showPresent(const qtio::HistoryEntry& entry, const QByteArray& bytes);
    void restore();
    void saveCopy();
    void writeCopy(const qtio::HistoryEntry& entry, const QString& path);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QString shown(const QByteArray& bytes) const;

    ConfigFile& m_file;
    ConfigDocument& m_document;
    FilePicker& m_picker;
    HistoryModel* m_model = nullptr;
    TableView* m_table = nullptr;
    Segment* m_comparison = nullptr;
    Label* m_facts = nullptr;
    DiffView* m_diff = nullptr;
    NoticeBar* m_notice;
    int m_damaged = 0;
    QPushButton* m_restore = nullptr;
    QPushButton* m_copy = nullptr;
};

} // namespace ui
