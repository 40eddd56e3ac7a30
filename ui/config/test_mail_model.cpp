// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/test_mail_model.h"

#include "ui/common/badge.h"
#include "ui/common/icons.h"
#include "ui/common/table_view.h"
#include "ui/words/policy_words.h"
#include "ui/words/result_words.h"
#include "ui/words/test_words.h"

namespace ui {

namespace {

std::optional<qtio::CaseColumn> cellOf(int column)
{
    switch (column) {
    case TestMailModel::SenderColumn:
        return qtio::CaseColumn::Sender;
    case TestMailModel::AddressColumn:
        return qtio::CaseColumn::Ip;
    case TestMailModel::HeloColumn:
        return qtio::CaseColumn::Helo;
    case TestMailModel::ResultColumn:
        return qtio::CaseColumn::Result;
    case TestMailModel::ExpectedColumn:
        return qtio::CaseColumn::Action;
    case TestMailModel::NoteColumn:
        return qtio::CaseColumn::Note;
    default:
        return std::nullopt;
    }
}

QVariant badgeOf(const TestMails::Row& row, int column)
{
    if (column == TestMailModel::ExpectedColumn && row.test)
        return QVariant::fromValue(BadgeSpec::of(row.test->expected));
    if (column == TestMailModel::GotColumn && row.verdict)
        return QVariant::fromValue(BadgeSpec::of(row.verdict->decision.action));
    return {};
}

QIcon iconOf(const TestMails::Row& row)
{
    if (row.isWaiting())
        return themedIcon(QStringLiteral("pending"), &Tokens::secondaryText);
    return row.hasFailed() ? themedIcon(QStringLiteral("error"), &Tokens::error)
                           : themedIcon(QStringLiteral("ok"), &Tokens::good);
}

} // namespace

TestMailModel::TestMailModel(TestMails& mails, QObject* parent)
    : QAbstractTableModel(parent), m_mails(mails), m_count(mails.rows().size())
{
    connect(&m_mails, &TestMails::rowsChanged, this, &TestMailModel::refreshRows);
    connect(&m_mails, &TestMails::judged, this, &TestMailModel::refreshCells);
}

int TestMailModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_count);
}

int TestMailModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const TestMails::Row& TestMailModel::rowAt(const QModelIndex& index) const
{
    return m_mails.rows().at(static_cast<std::size_t>(index.row()));
}

QStringList TestMailModel::choicesOf(int column)
{
    QStringList choices;
    if (column == ResultColumn) {
        for (const spf::Result result : spf::allResults)
            choices += words::word(result);
        choices += QStringLiteral("live");
    } else if (column == ExpectedColumn) {
        for (const policy::Action action :
             {policy::Action::Bypass, policy::Action::TempBlock, policy::Action::Block, policy::Action::Skip})
            choices += words::word(action);
    }
    return choices;
}

QString TestMailModel::why(const TestMails::Row& row) const
{
    if (!row.test)
        return words::message(row.test.error());
    if (!row.verdict)
        return tr("SPF is evaluated when you try the live mails.");
    return words::reason(row.verdict->decision);
}

QString TestMailModel::text(const TestMails::Row& row, int column) const
{
    switch (column) {
    case OutcomeColumn:
        return row.isWaiting() ? tr("not tried") : words::testOutcome(!row.hasFailed());
    case GotColumn:
        return row.verdict ? words::word(row.verdict->decision.action) : QString();
    case RuleColumn:
        return row.verdict ? QString::fromStdString(row.verdict->decision.rule) : why(row);
    case ResultColumn:
        if (row.test && !row.test->assumed) {
            const auto result = row.verdict ? row.verdict->decision.result : std::nullopt;
            return result ? QStringLiteral("live: %1").arg(words::word(*result)) : QStringLiteral("live");
        }
        break;
    default:
        break;
    }
    const auto cell = cellOf(column);
    return cell ? qtio::cell(row.cells, *cell) : QString();
}

QVariant TestMailModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TestMails::Row& row = rowAt(index);
    const int column = index.column();
    const bool isMono = column == SenderColumn || column == AddressColumn || column == HeloColumn ||
                        (column == RuleColumn && row.verdict);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        if (const auto cell = cellOf(column))
            return qtio::cell(row.cells, *cell);
        return {};
    case Qt::ToolTipRole:
        return column == OutcomeColumn || column == RuleColumn ? QVariant(why(row)) : QVariant();
    case Qt::DecorationRole:
        return column == OutcomeColumn ? QVariant(iconOf(row)) : QVariant();
    case CellDelegate::MonoRole:
        return isMono;
    case CellDelegate::SecondaryRole:
        return column == RuleColumn || column == NoteColumn;
    case BadgeDelegate::SpecRole:
        return badgeOf(row, column);
    default:
        return {};
    }
}

QVariant TestMailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OutcomeColumn:
        return tr("Outcome");
    case SenderColumn:
        return tr("Sender");
    case AddressColumn:
        return tr("Client address");
    case HeloColumn:
        return tr("HELO");
    case ResultColumn:
        return tr("SPF result");
    case ExpectedColumn:
        return tr("Expected");
    case GotColumn:
        return tr("Got");
    case RuleColumn:
        return tr("Decided by");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags TestMailModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && cellOf(index.column()) && m_mails.isEditable() ? flags | Qt::ItemIsEditable
                                                                             : flags;
}

bool TestMailModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const auto column = cellOf(index.column());
    if (role != Qt::EditRole || !index.isValid() || !column || !m_mails.isEditable())
        return false;
    qtio::CaseCells cells = rowAt(index).cells;
    qtio::cell(cells, *column) = value.toString().trimmed();
    m_mails.change(static_cast<std::size_t>(index.row()), cells);
    return true;
}

/// An edited row stays chosen, and its editor can go on to the next cell.
void TestMailModel::refreshRows()
{
    if (m_mails.rows().size() == m_count) {
        refreshCells();
        return;
    }
    beginResetModel();
    m_count = m_mails.rows().size();
    endResetModel();
}

void TestMailModel::refreshCells()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TestMailModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refreshCells();
}

} // namespace ui
