// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/top_list_dialog.h"

#include "core/qtio/csv.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/search_field.h"
#include "ui/maillog/check_model.h"
#include "ui/maillog/long_table.h"
#include "ui/maillog/top_list_card.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr int fixedColumns = 3; ///< name, count, share
constexpr std::size_t mostEntries = 1'000'000;

const Series& seriesAt(int column)
{
    const auto& results = seriesOf(SeriesBy::Result);
    const auto at = static_cast<std::size_t>(column - fixedColumns);
    return at < results.size() ? results[at] : seriesOf(SeriesBy::Action)[at - results.size()];
}

SeriesBy seriesByAt(int column)
{
    const auto at = static_cast<std::size_t>(column - fixedColumns);
    return at < seriesOf(SeriesBy::Result).size() ? SeriesBy::Result : SeriesBy::Action;
}

} // namespace

void TopTableModel::setEntries(std::vector<TopEntry> entries, std::uint64_t checks)
{
    m_entries = std::move(entries);
    m_checks = checks;
    search(m_words);
}

void TopTableModel::search(const QString& words)
{
    beginResetModel();
    m_words = words;
    m_found.clear();
    for (std::uint32_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].name.contains(words, Qt::CaseInsensitive)) {
            m_found.push_back(i);
        }
    }
    endResetModel();
}

int TopTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

int TopTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0
                            : fixedColumns + static_cast<int>(seriesOf(SeriesBy::Result).size() +
                                                              seriesOf(SeriesBy::Action).size());
}

QString TopTableModel::cell(const TopEntry& entry, int column) const
{
    const QLocale locale;
    switch (column) {
    case 0:
        return entry.name;
    case 1:
        return locale.toString(static_cast<qulonglong>(entry.count));
    case 2:
        return locale.toString(m_checks == 0
                                   ? 0
                                   : 100.0 * static_cast<double>(entry.count) / static_cast<double>(m_checks),
                               'f', 2) +
               QStringLiteral(" %");
    default:
        return locale.toString(static_cast<qulonglong>(countOf(entry, seriesByAt(column), seriesAt(column))));
    }
}

QVariant TopTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cell(m_entries[m_found[static_cast<std::size_t>(index.row())]], index.column());
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case CellDelegate::ElideRole:
        return static_cast<int>(Qt::ElideMiddle);
    default:
        return {};
    }
}

QVariant TopTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case 0:
        return tr("Name");
    case 1:
        return tr("Checks");
    case 2:
        return tr("Share");
    default:
        return seriesAt(section).word;
    }
}

QByteArray TopTableModel::csv() const
{
    QByteArray text = "name,checks";
    for (int column = fixedColumns; column < columnCount(); ++column) {
        text += ',' + seriesAt(column).word.toUtf8();
    }
    text += "\r\n";
    for (const std::uint32_t found : m_found) {
        const TopEntry& entry = m_entries[found];
        text += qtio::csvCell(entry.name.toStdString()) + ',' +
                QByteArray::number(static_cast<qulonglong>(entry.count));
        for (int column = fixedColumns; column < columnCount(); ++column) {
            const auto count = countOf(entry, seriesByAt(column), seriesAt(column));
            text += ',' + QByteArray::number(static_cast<qulonglong>(count));
        }
        text += "\r\n";
    }
    return text;
}

TopListDialog::TopListDialog(std::shared_ptr<const LogView> view, maillog::TopField field, FilePicker& picker,
                             QWidget* parent)
    : Dialog(parent),
      m_picker(picker),
      m_field(field),
      m_checks(view->checks),
      m_search(new SearchField),
      m_count(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_model(new TopTableModel(this)),
      m_table(new LongTable)
{
    setObjectName(QStringLiteral("maillog.topDialog"));
    m_search->setObjectName(QStringLiteral("maillog.topDialog.search"));
    m_table->setObjectName(QStringLiteral("maillog.topDialog.table"));
    setTitle(nameOf(field));
    m_search->setHint(tr("Find a name"));
    m_table->setAccessibleName(nameOf(field));
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_count->setText(tr("Counting..."));
    m_table->setMinimumSize(720, 400);
    body()->addWidget(m_search);
    body()->addWidget(m_table, 1);
    footer()->addWidget(m_count);
    QPushButton* csv = addButton(ButtonKind::Plain, tr("Save as CSV..."), QStringLiteral("export"));
    QPushButton* close = addButton(ButtonKind::Primary, tr("Close"));
    connect(csv, &QPushButton::clicked, this, &TopListDialog::exportCsv);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, m_model, &TopTableModel::search);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT termChosen(topTerm(m_field, index.siblingAtColumn(0).data().toString()));
        accept();
    });
    connect(&m_counting, &QFutureWatcherBase::finished, this, &TopListDialog::showCounted);
    m_counting.setFuture(QtConcurrent::run([view = std::move(view), field] {
        return topEntries(*view->logs->logs.log, view->rows, field, mostEntries);
    }));
}

TopListDialog::~TopListDialog() = default;

void TopListDialog::showCounted()
{
    std::vector<TopEntry> entries = m_counting.result();
    m_count->setText(tr("%Ln name(s)", nullptr, static_cast<int>(entries.size())));
    m_model->setEntries(std::move(entries), m_checks);
}

void TopListDialog::exportCsv()
{
    m_picker.saveFile(
        this, {tr("Save the list"), QStringLiteral("spf-top.csv"), {tr("CSV (*.csv)")}},
        [this](const QString& path) {
            QSaveFile file(path);
            const QByteArray text = m_model->csv();
            const bool isWritten =
                file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
            m_count->setText(isWritten ? tr("Saved as %1.").arg(path)
                                       : tr("%1 could not be written: %2").arg(path, file.errorString()));
        });
}

} // namespace ui
