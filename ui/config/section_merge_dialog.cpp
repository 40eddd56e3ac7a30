// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/section_merge_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/config/file_text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QGridLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int sideMargin = 20;

} // namespace

SectionMergeDialog::SectionMergeDialog(ConfigDocument& document, std::vector<std::string> sections,
                                       QWidget* parent)
    : Dialog(parent),
      m_document(document),
      m_sections(std::move(sections)),
      m_name(new QComboBox),
      m_lost(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_diff(new DiffView)
{
    setObjectName(QStringLiteral("config.sectionMerge"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Merge sections"));
    setBodyMargins(0);
    body()->setSpacing(8);
    buildName();
    buildKeys();
    body()->addWidget(new Line);
    m_diff->setObjectName(QStringLiteral("config.sectionMerge.diff"));
    m_diff->setAccessibleName(tr("What would change"));
    m_diff->setHeads(tr("Now"), tr("Then"));
    body()->addWidget(m_diff, 1);
    body()->addWidget(new Line);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    QPushButton* apply = addButton(ButtonKind::Primary, tr("Merge"));
    apply->setObjectName(QStringLiteral("config.sectionMerge.apply"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(apply, &QAbstractButton::clicked, this, &SectionMergeDialog::finish);
    resize(std::min(820, parent->width() - 80), std::min(640, parent->height() - 80));
    nameChanged();
}

void SectionMergeDialog::buildName()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->setSpacing(10);
    auto* head = new Label(TextRole::Label);
    head->setText(tr("&Name and place that stay"));
    head->setBuddy(m_name);
    m_name->setObjectName(QStringLiteral("config.sectionMerge.name"));
    for (const std::string& section : m_sections)
        m_name->addItem(QStringLiteral("[%1]").arg(QString::fromStdString(section)));
    m_name->setEnabled(m_sections.size() > 1);
    connect(m_name, &QComboBox::currentIndexChanged, this, &SectionMergeDialog::nameChanged);
    row->addWidget(head);
    row->addWidget(m_name);
    row->addStretch(1);
    body()->addLayout(row);
    m_lost->setObjectName(QStringLiteral("config.sectionMerge.lost"));
    m_lost->setWordWrap(true);
    m_lost->setContentsMargins(sideMargin, 0, sideMargin, 0);
    body()->addWidget(m_lost);
}

QString SectionMergeDialog::shown(const std::optional<std::string>& value) const
{
    return value ? decoded(*value, m_document.encoding()) : tr("not set: as [globals]");
}

void SectionMergeDialog::buildKeys()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(sideMargin, 4, sideMargin, 4);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    for (config::MergedKey& key : config::keysToMerge(m_document.current(), m_sections))
        addKey(*grid, std::move(key));
    grid->setColumnStretch(2, 1);
    body()->addLayout(grid);
}

void SectionMergeDialog::addKey(QGridLayout& grid, config::MergedKey key)
{
    const int row = grid.rowCount();
    auto* name = new MonoLabel;
    name->setText(decoded(key.key, m_document.encoding()));
    name->setElide(Qt::ElideNone);
    grid.addWidget(name, row, 0);
    KeyRow made{std::move(key)};
    if (std::ranges::adjacent_find(made.key.values, std::ranges::not_equal_to()) == made.key.values.end()) {
        auto* same = new Label(TextRole::Body, &Tokens::secondaryText);
        same->setText(m_sections.size() > 1 ? tr("%1, the same in all").arg(shown(made.key.values.front()))
                                            : tr("%1, the later value").arg(shown(made.key.values.front())));
        grid.addWidget(same, row, 1, 1, 2);
    } else {
        made.choice = new QComboBox;
        made.choice->setObjectName(
            QStringLiteral("config.sectionMerge.%1").arg(QString::fromStdString(made.key.key)));
        made.choice->setAccessibleName(tr("Value of %1").arg(name->text()));
        for (std::size_t i = 0; i < m_sections.size(); ++i)
            made.choice->addItem(
                tr("%1 (from [%2])").arg(shown(made.key.values[i]), QString::fromStdString(m_sections[i])));
        name->setBuddy(made.choice);
        grid.addWidget(made.choice, row, 1);
        const std::size_t place = m_keys.size();
        connect(made.choice, &QComboBox::activated, this, [this, place] {
            m_keys[place].isChosen = true;
            refresh();
        });
    }
    m_keys.push_back(std::move(made));
}

/// What the section of that name sets stays, unless another value was chosen.
void SectionMergeDialog::nameChanged()
{
    const auto into = static_cast<std::size_t>(std::max(0, m_name->currentIndex()));
    for (KeyRow& row : m_keys) {
        if (row.choice == nullptr || row.isChosen)
            continue;
        const auto& values = row.key.values;
        const auto first = std::ranges::find_if(values, [](const auto& value) { return value.has_value(); });
        row.choice->setCurrentIndex(
            static_cast<int>(values[into] ? into : static_cast<std::size_t>(first - values.begin())));
    }
    QStringList lost;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (i != into)
            lost += QStringLiteral("[%1]").arg(QString::fromStdString(m_sections[i]));
    }
    m_lost->setText(
        lost.isEmpty()
            ? tr("The file holds this section in several parts. They become one; what it means stays.")
            : tr("%1 will be gone: mail of a domain that no other section covers gets the "
                 "actions of [globals].")
                  .arg(lost.join(QStringLiteral(", "))));
    refresh();
}

config::SectionMerge SectionMergeDialog::merge() const
{
    config::SectionMerge merge{m_sections, m_sections[static_cast<std::size_t>(m_name->currentIndex())], {}};
    for (const KeyRow& row : m_keys) {
        if (row.choice != nullptr)
            merge.kept.emplace_back(row.key.key,
                                    m_sections[static_cast<std::size_t>(row.choice->currentIndex())]);
    }
    return merge;
}

void SectionMergeDialog::refresh()
{
    const config::IniDocument& now = m_document.current();
    const config::Edited plan = config::mergeSections(now, merge());
    m_diff->setTexts(decoded(now.bytes(), m_document.encoding()),
                     plan ? decoded(config::applied(now.bytes(), *plan), m_document.encoding()) : QString());
}

void SectionMergeDialog::finish()
{
    const config::SectionMerge wanted = merge();
    m_document.edit(config::mergeSections(m_document.current(), wanted),
                    {.what = EditName::What::MergeSections,
                     .section = wanted.into,
                     .count = static_cast<int>(m_sections.size())});
    accept();
}

} // namespace ui
