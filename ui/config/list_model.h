// SPDX-License-Identifier: GPL-3.0-or-later
// The entries of one list in file order, with their notes and problems.
#pragma once

#include "ui/config/config_document.h"
#include "ui/config/list_file.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace ui {

class ListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { EntryColumn, KindColumn, AddressesColumn, NoteColumn, ColumnCount };

    enum Role {
        LevelRole = Qt::UserRole + 140, ///< int of Level; Good without a problem
        ProblemRole,                    ///< "CFG-024  Host bits set ..."; empty without a problem
        FixRole,                        ///< what the link says
        ModifiedRole,
    };

    ListModel(ConfigDocument& document, std::string key, QObject* parent = nullptr);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// While nobody looks, changes of the document are not followed: long lists take their time.
    void setFollowing(bool following);

    [[nodiscard]] const std::string& key() const { return m_key; }

    [[nodiscard]] config::KeyType type() const { return m_type; }

    [[nodiscard]] bool isSet() const { return m_isSet; }

    [[nodiscard]] int total() const { return static_cast<int>(m_items.size()); } ///< also those filtered out

    [[nodiscard]] QStringList entries() const; ///< also those filtered out
    [[nodiscard]] QStringList notes() const;   ///< of each of them
    [[nodiscard]] QString entryAt(int row) const;

    [[nodiscard]] bool hasProblem(int row) const { return itemAt(row).finding >= 0; }

    /// Rows by their worst problem: errors, warnings, notes.
    [[nodiscard]] std::array<int, 3> countBySeverity() const;

    [[nodiscard]] int rowOf(const QString& entry) const; ///< -1 when it is not shown
    [[nodiscard]] int rowAt(std::size_t offset) const;   ///< in the file; -1 when it is not shown
    void setFilter(const QString& filter);
    void setProblemsOnly(bool problemsOnly);
    /// One undoable change each; false when it was refused.
    bool add(const QStringList& entries);
    bool add(const QList<ListFileEntry>& entries); ///< with their notes
    void remove(const QList<int>& rows);
    void fix(int row);
    void retranslate();

Q_SIGNALS:
    void noteRefused(int row, const QString& note, const QString& why);

private:
    struct Item
    {
        std::string_view text; ///< of m_shown
        config::ByteSpan span;
        std::string_view note;
        int finding = -1;                                   ///< the worst; index into *m_findings
        config::Severity severity = config::Severity::Info; ///< of the finding
        bool modified = false;
    };

    void follow();
    void refresh();
    void readItems();
    void readFindings();
    void markModified();
    [[nodiscard]] bool matchesFilter(const Item& item) const;
    [[nodiscard]] bool matchesFilter(std::string_view text) const;
    [[nodiscard]] QString noteAt(const Item& item) const;
    void applyFilter();

    [[nodiscard]] const Item& itemAt(int row) const { return m_items[m_rows[static_cast<std::size_t>(row)]]; }

    [[nodiscard]] const config::Finding* findingOf(const Item& item) const
    {
        return item.finding < 0 ? nullptr : &(*m_findings)[static_cast<std::size_t>(item.finding)];
    }

    bool setNote(int row, const QString& note);
    [[nodiscard]] QVariant display(const Item& item, int column) const;

    ConfigDocument& m_document;
    std::string m_key;
    config::KeyType m_type;
    bool m_isSet = false;
    config::IniDocument m_shown;
    std::vector<Item> m_items;
    std::vector<std::size_t> m_rows; ///< items shown
    std::shared_ptr<const std::vector<config::Finding>> m_findings;
    config::IniDocument m_onDisk;
    std::vector<config::ListItem> m_diskItems;
    bool m_isFollowing = true;
    bool m_isStale = false;
    bool m_problemsOnly = false;
    QString m_filter;
    std::string m_plainFilter; ///< in lower case when it is ASCII, else empty
};

} // namespace ui
