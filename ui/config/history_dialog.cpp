// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/history_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/config/file_text.h"
#include "ui/config/history_model.h"
#include "ui/words/file_words.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPointer>

#include <algorithm>

namespace ui {

namespace {

constexpr int entriesWidth = 470;

} // namespace

HistoryDialog::HistoryDialog(ConfigFile& file, FilePicker& picker, QWidget* parent)
    : Dialog(parent), m_file(file), m_document(file.document()), m_picker(picker), m_notice(new NoticeBar)
{
    setObjectName(QStringLiteral("config.history"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("History"));
    setBodyMargins(0);
    body()->setSpacing(0);
    auto* name = new MonoLabel;
    name->setText(m_document.path());
    subtitle()->addWidget(name, 1);
    auto* notices = new QVBoxLayout;
    notices->setContentsMargins(20, 0, 20, 8);
    notices->addWidget(m_notice);
    body()->addLayout(notices);
    body()->addWidget(new Line);
    buildEntries();
    body()->addWidget(new Line);
    buildButtons();
    resize(std::min(1240, parent->width() - 80), std::min(760, parent->height() - 80));
    if (m_model->rowCount() > 0)
        selectRow(0);
}

void HistoryDialog::buildEntries()
{
    auto listing = m_file.history()->list(m_document.path());
    m_damaged = listing.damaged;
    tellDamage();
    m_model = new HistoryModel(std::move(listing.entries), m_document.encoding(), this);
    if (m_model->rowCount() == 0) {
        auto* empty = new EmptyState(QStringLiteral("history"));
        empty->setTexts(tr("Nothing was saved yet"),
                        tr("From the first save on every version is kept here, with time, user and note."));
        body()->addWidget(empty, 1);
        return;
    }
    m_table = new TableView;
    m_table->setObjectName(QStringLiteral("config.history.entries"));
    m_table->setAccessibleName(tr("Saved versions"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFixedWidth(entriesWidth);
    m_table->horizontalHeader()->setSectionResizeMode(HistoryModel::NoteColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->resizeSection(HistoryModel::TimeColumn, 138);
    m_table->horizontalHeader()->resizeSection(HistoryModel::UserColumn, 104);
    m_table->horizontalHeader()->resizeSection(HistoryModel::LinesColumn, 72);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryDialog::refresh);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_table);
    row->addWidget(new Line(Qt::Vertical));
    row->addWidget(buildComparison(), 1);
    body()->addLayout(row, 1);
}

void HistoryDialog::tellDamage()
{
    if (m_damaged > 0)
        m_notice->show(Level::Warning, tr("%Ln entries are damaged and left out.", nullptr, m_damaged));
    else
        m_notice->hide();
}

QWidget* HistoryDialog::buildComparison()
{
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_comparison = new Segment(Segment::Size::Small);
    m_comparison->setObjectName(QStringLiteral("config.history.comparison"));
    m_comparison->addChoice(tr("What this save changed"));
    m_comparison->addChoice(tr("What restoring would change"));
    m_comparison->setGroupName(tr("Comparison"));
    m_comparison->setCurrent(WithBefore);
    connect(m_comparison, &Segment::chosen, this, &HistoryDialog::refresh);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 6, 12, 6);
    head->addWidget(m_comparison);
    head->addStretch(1);
    column->addLayout(head);
    m_facts = new Label(TextRole::Secondary, &Tokens::secondaryText);
    m_facts->setObjectName(QStringLiteral("config.history.facts"));
    m_facts->setWordWrap(true);
    m_facts->setContentsMargins(14, 0, 14, 8);
    column->addWidget(m_facts);
    column->addWidget(new Line);
    m_diff = new DiffView;
    m_diff->setObjectName(QStringLiteral("config.history.diff"));
    column->addWidget(m_diff, 1);
    return side;
}

void HistoryDialog::buildButtons()
{
    auto* hint = new Label(TextRole::Secondary, &Tokens::secondaryText);
    hint->setText(tr("Restoring is an edit: it can be undone, and nothing is written until you save."));
    hint->setElide(Qt::ElideRight);
    footer()->addWidget(hint);
    QPushButton* close = addButton(ButtonKind::Plain, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    m_copy = addButton(ButtonKind::Plain, tr("Save a copy..."), QStringLiteral("export"));
    m_copy->setObjectName(QStringLiteral("config.history.copy"));
    connect(m_copy, &QAbstractButton::clicked, this, &HistoryDialog::saveCopy);
    m_restore = addButton(ButtonKind::Primary, tr("Restore"), QStringLiteral("reset"));
    m_restore->setObjectName(QStringLiteral("config.history.restore"));
    connect(m_restore, &QAbstractButton::clicked, this, &HistoryDialog::restore);
    m_copy->setEnabled(false);
    m_restore->setEnabled(false);
}

void HistoryDialog::setComparison(Comparison comparison)
{
    m_comparison->setCurrent(comparison);
    refresh();
}

void HistoryDialog::selectRow(int row)
{
    m_table->selectRow(row);
    m_table->setFocus();
}

int HistoryDialog::currentRow() const
{
    return m_table->currentIndex().row();
}

QString HistoryDialog::shown(const QByteArray& bytes) const
{
    return decoded({bytes.constData(), static_cast<std::size_t>(bytes.size())}, m_document.encoding());
}

void HistoryDialog::refresh()
{
    const qtio::HistoryEntry& entry = m_model->entryAt(currentRow());
    const auto bytes = qtio::ConfigHistory::bytes(entry);
    m_copy->setEnabled(bytes.has_value());
    const bool isPresent = bytes && bytes->toStdString() == m_document.current().bytes();
    m_restore->setEnabled(bytes && !m_document.isReadOnly() && !isPresent);
    m_facts->setText(m_model->facts(currentRow()) +
                     (isPresent ? QLatin1Char('\n') + tr("This is the present text.") : QString()));
    m_diff->setVisible(bytes.has_value());
    tellDamage();
    if (!bytes)
        m_notice->show(Level::Error, tr("This version is damaged: %1").arg(words::message(bytes.error())));
    else if (m_comparison->current() == WithPresent)
        showPresent(entry, *bytes);
    else
        showBefore(entry, *bytes);
}

void HistoryDialog::showBefore(const qtio::HistoryEntry& entry, const QByteArray& bytes)
{
    const int row = currentRow() + 1;
    const auto before = row < m_model->rowCount() ? qtio::ConfigHistory::bytes(m_model->entryAt(row))
                                                  : tl::unexpected(qtio::FileError{});
    // The oldest is shown whole, as nothing is known of what it changed.
    m_diff->setContextLines(before ? 3 : -1);
    m_diff->setTexts(shown(before.value_or(bytes)), shown(bytes));
    m_diff->setHeads(before ? historyTime(m_model->entryAt(row)) : tr("The oldest version kept"),
                     historyTime(entry));
}

void HistoryDialog::showPresent(const qtio::HistoryEntry& entry, const QByteArray& bytes)
{
    m_diff->setContextLines(3);
    m_diff->setTexts(shown(QByteArray::fromStdString(m_document.current().bytes())), shown(bytes));
    m_diff->setHeads(tr("Now"), tr("After restoring %1").arg(historyTime(entry)));
}

void HistoryDialog::restore()
{
    const qtio::HistoryEntry& entry = m_model->entryAt(currentRow());
    if (const auto bytes = qtio::ConfigHistory::bytes(entry))
        m_document.replaceText(bytes->toStdString(),
                               {.what = EditName::What::RestoreVersion,
                                .value = entry.time.toUTC().toString(Qt::ISODate).toStdString()});
    accept();
}

void HistoryDialog::saveCopy()
{
    const qtio::HistoryEntry entry = m_model->entryAt(currentRow());
    const qtio::FilePlace& place = m_document.source().place;
    const QString suggestion = (place.isRemote() ? QFileInfo(place.path).fileName() : place.path) +
                               entry.time.toLocalTime().toString(QStringLiteral("'.'yyyy-MM-dd"));
    m_picker.saveFile(this, {tr("Save a copy"), suggestion, {tr("All files (*)")}},
                      [this, entry](const QString& path) { writeCopy(entry, path); });
}

void HistoryDialog::writeCopy(const qtio::HistoryEntry& entry, const QString& path)
{
    const auto bytes = qtio::ConfigHistory::bytes(entry);
    if (!bytes) {
        m_notice->show(Level::Error, words::message(bytes.error()));
        return;
    }
    const QPointer<HistoryDialog> guard(this);
    m_file.writeCopy(qtio::FilePlace::fromText(path), *bytes,
                     [guard, path](const std::optional<qtio::FileError>& error) {
                         if (guard && error)
                             guard->m_notice->show(Level::Error, words::message(*error));
                         else if (guard)
                             guard->m_notice->show(Level::Info, tr("Written to %1.").arg(path));
                     });
}

} // namespace ui
