// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/three_way_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/config/file_text.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostRows = 7; ///< more scroll inside the table

} // namespace

ThreeWayDialog::ThreeWayDialog(const config::IniDocument& base, const config::IniDocument& mine,
                               const config::IniDocument& theirs, const QString& name, QWidget* parent)
    : Dialog(parent),
      m_merge(base, mine, theirs),
      m_model(new MergeModel(m_merge, this)),
      m_table(new TableView),
      m_sentence(new Label(TextRole::Strong)),
      m_answer(new Segment(Segment::Size::Small)),
      m_preview(new Segment(Segment::Size::Small)),
      m_diff(new DiffView),
      m_open(new Label(TextRole::Secondary, &Tokens::secondaryText))
{
    setObjectName(QStringLiteral("config.threeWay"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Compare and merge"));
    setBodyMargins(0);
    body()->setSpacing(0);
    buildSubtitle(name);
    buildChanges();
    body()->addWidget(buildAnswer());
    body()->addWidget(new Line);
    buildPreview();
    body()->addWidget(new Line);
    buildButtons();
    resize(std::min(1180, parent->width() - 60), std::min(780, parent->height() - 60));
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ThreeWayDialog::refresh);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showRow();
    refresh();
}

void ThreeWayDialog::buildSubtitle(const QString& name)
{
    auto* file = new MonoLabel;
    file->setText(name);
    const auto count = [this](config::ChangedBy by) {
        return static_cast<int>(
            std::ranges::count_if(m_merge.changes(), [by](const config::MergeChange& change) {
                return change.by == by && !change.isAtOdds; // those are the conflicts
            }));
    };
    QStringList parts;
    if (const auto conflicts = static_cast<int>(m_merge.questions().size()); conflicts > 0)
        parts += tr("%Ln conflicts", nullptr, conflicts);
    if (const int mine = count(config::ChangedBy::Me); mine > 0)
        parts += tr("%Ln changes by you alone", nullptr, mine);
    if (const int theirs = count(config::ChangedBy::Them); theirs > 0)
        parts += tr("%Ln changes by somebody else alone", nullptr, theirs);
    if (const int both = count(config::ChangedBy::Both); both > 0)
        parts += tr("%Ln changes by both", nullptr, both);
    auto* counts = new Label(TextRole::Secondary, &Tokens::secondaryText);
    counts->setText(parts.join(QStringLiteral(" · ")));
    subtitle()->addWidget(file);
    subtitle()->addWidget(counts);
    subtitle()->addStretch(1);
}

void ThreeWayDialog::buildChanges()
{
    m_table->setObjectName(QStringLiteral("config.threeWay.changes"));
    m_table->setAccessibleName(tr("Changes"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->resizeSection(MergeModel::WhoColumn, 150);
    header->resizeSection(MergeModel::PlaceColumn, 150);
    header->resizeSection(MergeModel::KeyColumn, 124);
    header->resizeSection(MergeModel::BaseColumn, 150);
    header->setSectionResizeMode(MergeModel::MineColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(MergeModel::TheirsColumn, QHeaderView::Stretch);
    header->resizeSection(MergeModel::TakenColumn, 110);
    const int rows = std::clamp(m_model->rowCount(), 1, mostRows);
    m_table->setFixedHeight(header->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() + 2);
    body()->addWidget(new Line);
    body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ThreeWayDialog::showRow);
    auto* next = new QShortcut(Qt::Key_F8, this);
    connect(next, &QShortcut::activated, this, &ThreeWayDialog::goToNextOpen);
}

QWidget* ThreeWayDialog::buildAnswer()
{
    auto* strip = new Surface(&Tokens::sunken);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(20, 8, 20, 8);
    row->setSpacing(10);
    m_sentence->setObjectName(QStringLiteral("config.threeWay.sentence"));
    m_sentence->setElide(Qt::ElideRight);
    m_answer->setObjectName(QStringLiteral("config.threeWay.answer"));
    m_answer->addChoice(tr("Yours"));
    m_answer->addChoice(tr("On disk"));
    m_answer->addChoice(tr("Both"));
    m_answer->setGroupName(tr("Which version is taken"));
    row->addWidget(m_sentence, 1);
    row->addWidget(m_answer);
    connect(m_answer, &Segment::chosen, this, &ThreeWayDialog::choose);
    return strip;
}

void ThreeWayDialog::buildPreview()
{
    m_preview->setObjectName(QStringLiteral("config.threeWay.preview"));
    m_preview->addChoice(tr("What the disk would get"));
    m_preview->addChoice(tr("What you changed"));
    m_preview->addChoice(tr("What they changed"));
    m_preview->setGroupName(tr("Comparison"));
    m_preview->setCurrent(Merged);
    connect(m_preview, &Segment::chosen, this, &ThreeWayDialog::showPreview);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 8, 20, 8);
    head->addWidget(m_preview);
    head->addStretch(1);
    head->addWidget(m_open);
    m_open->setObjectName(QStringLiteral("config.threeWay.open"));
    m_diff->setObjectName(QStringLiteral("config.threeWay.diff"));
    m_diff->setAccessibleName(tr("Text difference"));
    body()->addLayout(head);
    body()->addWidget(m_diff, 1);
}

void ThreeWayDialog::buildButtons()
{
    auto* hint = new Label(TextRole::Secondary, &Tokens::secondaryText);
    hint->setText(tr("Nothing is written until you save."));
    hint->setElide(Qt::ElideRight);
    footer()->addWidget(hint);
    const auto all = [this](const QString& text, const char* name, base::MergePick pick) {
        QPushButton* button = addButton(ButtonKind::Plain, text);
        button->setObjectName(QLatin1String(name));
        button->setVisible(!m_merge.questions().empty());
        connect(button, &QAbstractButton::clicked, this, [this, pick] { takeAll(pick); });
    };
    all(tr("All conflicts as yours"), "config.threeWay.allMine", base::MergePick::Mine);
    all(tr("All conflicts as on disk"), "config.threeWay.allTheirs", base::MergePick::Theirs);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    m_use = addButton(ButtonKind::Primary, tr("Use the merged text"), QStringLiteral("check"));
    m_use->setObjectName(QStringLiteral("config.threeWay.use"));
    connect(m_use, &QAbstractButton::clicked, this, &QDialog::accept);
}

void ThreeWayDialog::showRow()
{
    const int row = m_table->currentIndex().row();
    const std::optional<std::size_t> question = m_model->questionAt(row);
    m_sentence->setText(row < 0 ? tr("Nobody changed what the file means.") : m_model->sentence(row));
    m_answer->setVisible(question.has_value());
    if (!question)
        return;
    m_answer->button(2)->setVisible(m_merge.questions()[*question].offersBoth);
    const auto answer = m_model->answers()[*question];
    m_answer->setCurrent(answer ? std::optional(static_cast<int>(*answer)) : std::nullopt);
}

void ThreeWayDialog::choose(int pick)
{
    if (const auto question = m_model->questionAt(m_table->currentIndex().row()))
        m_model->answer(*question, static_cast<base::MergePick>(pick));
}

void ThreeWayDialog::takeAll(base::MergePick pick)
{
    for (std::size_t question = 0; question < m_merge.questions().size(); ++question)
        m_model->answer(question, pick);
    showRow();
}

void ThreeWayDialog::goToNextOpen()
{
    const MergeModel::Answers& answers = m_model->answers();
    const std::optional<std::size_t> present = m_model->questionAt(m_table->currentIndex().row());
    const std::size_t start = present ? *present + 1 : 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const std::size_t question = (start + i) % answers.size();
        if (!answers[question]) {
            m_table->selectRow(m_model->rowOf(question));
            return;
        }
    }
}

config::IniDocument ThreeWayDialog::merged() const
{
    std::vector<base::MergePick> picks;
    for (const auto& answer : m_model->answers())
        picks.push_back(answer.value_or(base::MergePick::Theirs));
    return m_merge.merged(picks);
}

bool ThreeWayDialog::isComplete() const
{
    return std::ranges::all_of(m_model->answers(), [](const auto& answer) { return answer.has_value(); });
}

void ThreeWayDialog::showPreview()
{
    const auto text = [](const config::IniDocument& document) {
        return decoded(document.bytes(), config::detectEncoding(document.bytes()));
    };
    switch (m_preview->current().value_or(Merged)) {
    case Mine:
        m_diff->setHeads(tr("As you opened it"), tr("Yours"));
        m_diff->setTexts(text(m_merge.base()), text(m_merge.mine()));
        return;
    case Theirs:
        m_diff->setHeads(tr("As you opened it"), tr("On disk now"));
        m_diff->setTexts(text(m_merge.base()), text(m_merge.theirs()));
        return;
    default:
        m_diff->setHeads(tr("On disk now"), tr("Merged"));
        m_diff->setTexts(text(m_merge.theirs()), text(merged()));
    }
}

void ThreeWayDialog::refresh()
{
    const auto open = static_cast<int>(
        std::ranges::count_if(m_model->answers(), [](const auto& answer) { return !answer.has_value(); }));
    m_open->setText(
        open > 0 ? tr("%Ln conflicts are not decided: shown as on disk. F8 goes to the next.", nullptr, open)
                 : QString());
    m_use->setEnabled(open == 0);
    if (m_preview->current() == Merged)
        showPreview();
}

} // namespace ui
