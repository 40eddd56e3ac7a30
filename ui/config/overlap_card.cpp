// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/overlap_card.h"

#include "ui/common/buttons.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostRows = 5;
constexpr int entryWidth = 150;

} // namespace

OverlapCard::OverlapCard(QWidget* parent)
    : QWidget(parent),
      m_card(new Card),
      m_range(new MonoLabel(&Tokens::secondaryText)),
      m_more(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_verdict(new Label)
{
    setObjectName(QStringLiteral("lists.overlap"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->setPadding(15, 12, 14);
    m_card->body()->setSpacing(8);
    m_card->body()->addWidget(m_range);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < mostRows; ++i) {
        const Row row{makeButton(ButtonKind::Link), new Label(TextRole::Secondary, &Tokens::secondaryText)};
        row.relation->setElide(Qt::ElideRight);
        grid->addWidget(row.entry, static_cast<int>(i), 0, Qt::AlignLeft);
        grid->addWidget(row.relation, static_cast<int>(i), 1);
        connect(row.entry, &QAbstractButton::clicked, this, [this, i] {
            const config::EntryOverlap& overlap = m_overlaps.entries.at(i);
            Q_EMIT entryRequested(overlap.list, QString::fromStdString(overlap.spelling));
        });
        m_rows.push_back(row);
    }
    m_card->body()->addLayout(grid);
    m_card->body()->addWidget(m_more);
    m_verdict->setObjectName(QStringLiteral("lists.overlap.verdict"));
    m_verdict->setWordWrap(true);
    m_card->body()->addWidget(m_verdict);
    retranslate();
}

void OverlapCard::show(const config::PolicyConfig& policy, const std::string& list,
                       std::span<const std::string> selected)
{
    m_list = list;
    m_selected.assign(selected.begin(), selected.end());
    m_overlaps = config::overlapsOf(policy, list, selected, mostRows);
    refresh();
}

void OverlapCard::clear()
{
    m_selected.clear();
    m_overlaps = {};
    refresh();
}

/// First and last address of one network.
QString OverlapCard::range() const
{
    if (m_selected.size() > 1)
        return tr("%Ln entries selected", nullptr, static_cast<int>(m_selected.size()));
    if (m_selected.empty())
        return {};
    const auto network = m_list.ends_with("_ip") ? net::Network::parse(m_selected.front())
                                                 : tl::unexpected(net::NetworkError{});
    if (!network || network->first() == network->last())
        return QString::fromStdString(m_selected.front());
    return QStringLiteral("%1 – %2").arg(QString::fromStdString(network->first().toString()),
                                         QString::fromStdString(network->last().toString()));
}

QString OverlapCard::relation(const config::EntryOverlap& overlap) const
{
    const bool isHere = overlap.list == m_list;
    const QString list = QString::fromStdString(overlap.list);
    switch (overlap.kind) {
    case config::EntryOverlap::Kind::Holds:
        return isHere ? tr("holds it") : tr("of %1, holds it").arg(list);
    case config::EntryOverlap::Kind::Same:
        return isHere ? tr("repeated") : tr("of %1, the same").arg(list);
    case config::EntryOverlap::Kind::Within:
        break;
    }
    return isHere ? tr("lies within") : tr("of %1, lies within").arg(list);
}

QString OverlapCard::verdict() const
{
    if (m_selected.empty())
        return tr("Select entries to see what else speaks of the same addresses or names.");
    if (m_overlaps.total == 0)
        return tr("No other entry speaks of it: it decides alone.");
    QStringList sentences;
    if (m_overlaps.isOverruled)
        sentences += tr("The approved list decides: this entry has no effect.");
    else if (m_overlaps.sharesWithOther)
        sentences += tr("Where both lists hold, the approved one decides.");
    if (m_overlaps.isRedundant)
        sentences += tr("Without this entry nothing would change.");
    else if (!m_overlaps.sharesWithOther)
        sentences += tr("What lies within adds nothing.");
    return sentences.join(QLatin1Char(' '));
}

void OverlapCard::showRow(Row& row, const config::EntryOverlap& overlap)
{
    const QString entry = QString::fromStdString(overlap.spelling);
    row.entry->setText(row.entry->fontMetrics().elidedText(entry, Qt::ElideMiddle, entryWidth));
    row.entry->setToolTip(entry);
    row.entry->setAccessibleName(tr("Show %1").arg(entry));
    row.relation->setText(relation(overlap));
}

void OverlapCard::refresh()
{
    const std::vector<config::EntryOverlap>& entries = m_overlaps.entries;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isUsed = i < entries.size();
        m_rows[i].entry->setVisible(isUsed);
        m_rows[i].relation->setVisible(isUsed);
        if (isUsed)
            showRow(m_rows[i], entries[i]);
    }
    const std::size_t named = std::min(entries.size(), mostRows);
    m_more->setVisible(m_overlaps.total > named);
    m_more->setText(tr("and %Ln more", nullptr, static_cast<int>(m_overlaps.total - named)));
    m_range->setText(range());
    m_range->setVisible(!m_selected.empty());
    m_verdict->setInk(m_overlaps.isOverruled ? &Tokens::warning : &Tokens::text);
    m_verdict->setText(verdict());
}

void OverlapCard::retranslate()
{
    m_card->setTitle(tr("Overlap of the selection"));
    refresh();
}

} // namespace ui
