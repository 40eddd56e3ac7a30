// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/toplists/top_list_dialog.h"

#include "core/qtio/tables/csv.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/search_field.h"
#include "ui/maillog/checks/check_model.h"
#include "ui/maillog/checks/long_table.h"
#include "ui/maillog/freed_elsewhere.h"
#include "ui/maillog/message/log_text.h"
#include "ui/maillog/toplists/top_list_card.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QScrollBar>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr int fixedColumns = 3; ///< name, count, share
constexpr std::size_t mostEntries = 1'000'000;

int allColumns()
{
    return fixedColumns +
           static_cast<int>(seriesOf(SeriesBy::Result).size() + seriesOf(SeriesBy::Action).size());
}

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

FoundNames namesWith(TopEntries entries, const QString& words)
{
    FoundNames names{std::move(entries), {}};
    for (std::uint32_t i = 0; i < names.entries->size(); ++i) {
        if (words.isEmpty() || text((*names.entries)[i].name).contains(words, Qt::CaseInsensitive)) {
            names.found.push_back(i);
        }
    }
    return names;
}

QByteArray csvOf(const FoundNames& names)
{
    QByteArray csv = "name,checks";
    for (int column = fixedColumns; column < allColumns(); ++column) {
        csv += ',' + seriesAt(column).word.toUtf8();
    }
    csv += "\r\n";
    for (const std::uint32_t found : names.found) {
        const maillog::TopEntry& entry = (*names.entries)[found];
        csv += qtio::csvCell(entry.name) + ',' + QByteArray::number(static_cast<qulonglong>(entry.count));
        for (int column = fixedColumns; column < allColumns(); ++column) {
            const auto count = countOf(entry, seriesByAt(column), seriesAt(column));
            csv += ',' + QByteArray::number(static_cast<qulonglong>(count));
        }
        csv += "\r\n";
    }
    return csv;
}

void TopTableModel::setNames(FoundNames names, std::uint64_t checks)
{
    beginResetModel();
    m_names = std::move(names);
    m_checks = checks;
    endResetModel();
}

int TopTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.found.size());
}

int TopTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : allColumns();
}

QString TopTableModel::cell(const maillog::TopEntry& entry, int column) const
{
    const QLocale locale;
    switch (column) {
    case 0:
        return text(entry.name);
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
        return cell((*m_names.entries)[m_names.found[static_cast<std::size_t>(index.row())]], index.column());
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
    m_count->setText(tr("Counting..."));
    makeRoom();
    body()->addWidget(m_search);
    body()->addWidget(m_table, 1);
    footer()->addWidget(m_count);
    QPushButton* csv = addButton(ButtonKind::Plain, tr("Save as CSV..."), QStringLiteral("export"));
    QPushButton* close = addButton(ButtonKind::Primary, tr("Close"));
    connect(csv, &QPushButton::clicked, this, &TopListDialog::exportCsv);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &TopListDialog::search);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT termChosen(topTerm(m_field, index.siblingAtColumn(0).data().toString()));
        accept();
    });
    connect(&m_finding, &QFutureWatcherBase::finished, this, &TopListDialog::showFound);
    m_finding.setFuture(QtConcurrent::run([view = std::move(view), field] {
        auto entries =
            maillog::topEntries(*view->logs->logs.log, maillog::RowSet(view->rows), field, mostEntries);
        return namesWith(freedElsewhere<std::vector<maillog::TopEntry>>(
                             std::make_shared<const std::vector<maillog::TopEntry>>(std::move(entries))),
                         {});
    }));
}

TopListDialog::~TopListDialog() = default;

/// The numbers take what they need, the name all that is left; on a small screen the numbers are scrolled.
void TopListDialog::makeRoom()
{
    constexpr int narrowestName = 260;
    constexpr int lowest = 400;
    constexpr int besideTable = 60; ///< margins of the dialog
    constexpr int besideNumber = 20;
    QHeaderView* header = m_table->horizontalHeader();
    header->ensurePolished();
    header->setStretchLastSection(false);
    const QLocale locale;
    const auto widthOf = [this](const QString& text) {
        return besideNumber + m_table->fontMetrics().horizontalAdvance(text);
    };
    const int number = widthOf(locale.toString(static_cast<qulonglong>(m_checks)));
    const int share = widthOf(locale.toString(100.0, 'f', 2) + QStringLiteral(" %"));
    int wide = narrowestName + m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 1; column < header->count(); ++column) {
        header->resizeSection(column,
                              std::max(column == 2 ? share : number, header->sectionSizeHint(column)));
        wide += header->sectionSize(column);
    }
    const int most = screen()->availableGeometry().width() - besideTable;
    m_table->setMinimumSize(std::min(wide, most), lowest);
    header->resizeSection(0, narrowestName);
    header->setSectionResizeMode(0, wide <= most ? QHeaderView::Stretch : QHeaderView::Interactive);
}

/// What is typed while it is counted is looked for when that is done.
void TopListDialog::search(const QString& words)
{
    if (const auto entries = m_model->names().entries) {
        m_finding.setFuture(QtConcurrent::run([entries, words] { return namesWith(entries, words); }));
    }
}

void TopListDialog::showFound()
{
    const bool isCounted = m_model->names().entries == nullptr;
    m_model->setNames(m_finding.future().takeResult(), m_checks);
    if (isCounted) {
        m_count->setText(tr("%Ln name(s)", nullptr, m_model->rowCount()));
        if (!m_search->text().isEmpty()) {
            search(m_search->text());
        }
    }
}

void TopListDialog::exportCsv()
{
    m_picker.saveFile(this, {tr("Save the list"), QStringLiteral("spf-top.csv"), {tr("CSV (*.csv)")}},
                      [this](const QString& path) {
                          QtConcurrent::run([path, names = m_model->names()] {
                              QSaveFile file(path);
                              const QByteArray text = names.entries ? csvOf(names) : QByteArray();
                              const bool isWritten = file.open(QIODevice::WriteOnly) &&
                                                     file.write(text) == text.size() && file.commit();
                              return isWritten
                                         ? tr("Saved as %1.").arg(path)
                                         : tr("%1 could not be written: %2").arg(path, file.errorString());
                          }).then(this, [this](const QString& said) { m_count->setText(said); });
                      });
}

} // namespace ui
