// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include "ui/common/badge.h"
#include "ui/common/budget_bar.h"
#include "ui/common/buttons.h"
#include "ui/common/checklist_step.h"
#include "ui/common/copy_row.h"
#include "ui/common/diff_view.h"
#include "ui/common/empty_state.h"
#include "ui/common/field_row.h"
#include "ui/common/filter_chip.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/page_header.h"
#include "ui/common/progress_strip.h"
#include "ui/common/search_field.h"
#include "ui/common/segment.h"
#include "ui/common/surface.h"
#include "ui/common/tab_bar.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>

namespace test {

namespace {

QHBoxLayout* row(const QList<QWidget*>& widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return layout;
}

QPushButton* button(ui::ButtonKind kind, const QString& text, const QString& icon = {})
{
    QPushButton* made = ui::makeButton(kind, icon);
    made->setText(text);
    return made;
}

ui::ValidatedLineEdit* edit(const QString& text, ui::ValidatedLineEdit::State state)
{
    auto* made = new ui::ValidatedLineEdit;
    made->setMono(true);
    made->setText(text);
    made->setAccessibleName(text);
    made->setState(state);
    return made;
}

} // namespace

Gallery::Gallery()
{
    setFixedSize(1440, 900);
    setAutoFillBackground(true);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 0, 16, 16);
    auto* header = new ui::PageHeader;
    header->setTitle(QStringLiteral("Components"));
    header->setFacts(QStringLiteral("/opt/trend/imss/postfix/etc/postfix/SPFPolicyd/config.ini"));
    header->setState(
        ui::BadgeSpec::of(QStringLiteral("5 unsaved changes"), &ui::Tokens::accent, QStringLiteral("edit")));
    header->addButton(button(ui::ButtonKind::Plain, QStringLiteral("Discard")));
    header->addButton(
        button(ui::ButtonKind::Primary, QStringLiteral("Review and save..."), QStringLiteral("save")));
    outer->addWidget(header);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addWidget(results());
    columns->addWidget(fields());
    columns->addWidget(rows(), 1);
    outer->addLayout(columns, 1);
    outer->addWidget(lists());
}

QWidget* Gallery::results()
{
    auto* card = new ui::Card;
    card->setTitle(QStringLiteral("Results"));
    card->setNote(QStringLiteral("7 words"));
    card->setPadding(14, 10, 10);
    for (const spf::Result result : spf::allResults) {
        auto* meaning = new ui::Label;
        meaning->setText(words::meaning(result));
        card->body()->addLayout(row({new ui::Badge(ui::BadgeSpec::of(result)), meaning}));
    }
    card->body()->addLayout(row({new ui::Badge(ui::BadgeSpec::of(policy::Action::Bypass)),
                                 new ui::Badge(ui::BadgeSpec::of(policy::Action::TempBlock)),
                                 new ui::Badge(ui::BadgeSpec::of(policy::Action::Block)),
                                 new ui::Badge(ui::BadgeSpec::of(policy::Action::Skip))}));
    card->body()->addWidget(new ui::Badge(ui::BadgeSpec::of(spf::Result::SoftFail, policy::Action::Block)));
    auto* lookups = new ui::BudgetBar;
    lookups->setTitle(QStringLiteral("Terms with DNS"));
    lookups->setUsed(7, 10);
    auto* voids = new ui::BudgetBar;
    voids->setTitle(QStringLiteral("Void"));
    voids->setUsed(3, 2);
    card->body()->addWidget(lookups);
    card->body()->addWidget(voids);
    return card;
}

QWidget* Gallery::fields()
{
    using State = ui::ValidatedLineEdit::State;
    auto* card = new ui::Card;
    card->setPadding(14, 10, 10);
    card->body()->setSpacing(8);
    QPushButton* disabled = button(ui::ButtonKind::Plain, QStringLiteral("Export"), QStringLiteral("export"));
    disabled->setEnabled(false);
    card->body()->addLayout(
        row({button(ui::ButtonKind::Primary, QStringLiteral("Save"), QStringLiteral("save")),
             button(ui::ButtonKind::Plain, QStringLiteral("Compare"), QStringLiteral("compare")), disabled,
             button(ui::ButtonKind::Link, QStringLiteral("Open in log"), QStringLiteral("external"))}));
    card->body()->addWidget(edit(QStringLiteral("mx1.example.co.jp"), State::Busy));
    card->body()->addWidget(edit(QStringLiteral("203.0.113.0/33"), State::Bad));
    auto* problem = new ui::ProblemRow;
    problem->setProblem(ui::Level::Error, QStringLiteral("CFG-021"),
                        QStringLiteral("The length must be 0 to 32."));
    card->body()->addWidget(problem);
    card->body()->addWidget(edit(QStringLiteral("172.16.0.0/12"), State::Risky));
    card->body()->addWidget(edit(QStringLiteral("203.0.113.7"), State::Good));
    auto* search = new ui::SearchField;
    search->setHint(QStringLiteral("Filter"));
    card->body()->addWidget(search);
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("4  Debug"), QStringLiteral("1  Standard")});
    combo->setAccessibleName(QStringLiteral("Level"));
    auto* spin = new QSpinBox;
    spin->setAccessibleName(QStringLiteral("Seconds"));
    card->body()->addLayout(row({combo, spin}));
    auto* check = new QCheckBox(QStringLiteral("Keep a copy"));
    check->setChecked(true);
    auto* radio = new QRadioButton(QStringLiteral("Choice"));
    radio->setChecked(true);
    card->body()->addLayout(row({check, new QCheckBox(QStringLiteral("Off")), radio}));
    auto* chip = new ui::FilterChip(QStringLiteral("result-fail"), spf::Result::Fail);
    chip->setText(QStringLiteral("Result: fail"));
    auto* time = new ui::FilterChip(QStringLiteral("calendar"));
    time->setText(QStringLiteral("Time: 7 days"));
    card->body()->addLayout(row({chip, time}));
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::rows()
{
    auto* card = new ui::Card;
    card->setTitle(QStringLiteral("Rows"));
    auto* filter = new ui::Segment(ui::Segment::Size::Small);
    filter->addChoice(QStringLiteral("All"));
    filter->addChoice(QStringLiteral("Modified"));
    filter->setCurrent(0);
    filter->setGroupName(QStringLiteral("Show"));
    card->addHeadWidget(filter);
    card->setPadding(4, 6, 10);
    auto* helo = new ui::Segment;
    helo->addChoice(QStringLiteral("yes"));
    helo->addChoice(QStringLiteral("no"));
    helo->setInherited(0);
    helo->setGroupName(QStringLiteral("Check HELO"));
    auto* first = new ui::FieldRow(helo);
    first->setLabel(QStringLiteral("Check HELO"));
    first->setHelp(QStringLiteral("when MAIL FROM is empty"));
    first->setDefaultText(QStringLiteral("Not set: yes"));
    card->body()->addWidget(first);
    auto* reply = new ui::FieldRow(edit(QStringLiteral("550"), ui::ValidatedLineEdit::State::Plain));
    reply->setLabel(QStringLiteral("Block &reply"));
    reply->setHelp(QStringLiteral("5xx + text"));
    reply->setModified(true);
    reply->setReset(QStringLiteral("Reset to the default"));
    reply->setProblem(ui::Level::Error, QStringLiteral("CFG-010"),
                      QStringLiteral("\"550\" alone means PERMIT."), QStringLiteral("Reset"));
    card->body()->addWidget(reply);
    auto* matrix = new ui::Segment(ui::Segment::Size::Matrix);
    matrix->addActionChoices();
    matrix->setCurrent(1);
    matrix->setGroupName(QStringLiteral("softfail"));
    auto* inherited = new ui::Segment(ui::Segment::Size::Matrix);
    inherited->addActionChoices();
    inherited->setInherited(0);
    inherited->setGroupName(QStringLiteral("pass"));
    card->body()->addLayout(row({matrix, inherited}));
    auto* notice = new ui::NoticeBar;
    notice->show(ui::Level::Warning, QStringLiteral("Opened read-only."));
    notice->addButton(QStringLiteral("Enable editing"), QStringLiteral("unlock"));
    card->body()->addSpacing(8);
    card->body()->addWidget(notice);
    auto* progress = new ui::ProgressStrip;
    progress->setTexts(QStringLiteral("Indexing maillog"), QStringLiteral("5,214,002 lines"));
    progress->setShare(0.6);
    card->body()->addSpacing(8);
    card->body()->addWidget(progress);
    auto* tabs = new ui::TabBar;
    tabs->setCount(tabs->addPage(QStringLiteral("white_ip")), QStringLiteral("9"));
    tabs->addPage(QStringLiteral("white_domain"));
    tabs->setAccessibleName(QStringLiteral("Lists"));
    card->body()->addWidget(tabs);
    auto* copy = new ui::CopyRow;
    copy->setLabel(QStringLiteral("Reply"));
    copy->setValue(
        QStringLiteral("451 Service temporarily unavailable; SPF check unsuccessful and transaction closed"));
    card->body()->addWidget(copy);
    auto* step = new ui::ChecklistStep(5);
    step->setTitle(QStringLiteral("Restart"));
    step->setDetail(QStringLiteral("postfix restart"), true);
    step->setLink(QStringLiteral("Run..."));
    step->setState(ui::ChecklistStep::State::Next);
    card->body()->addWidget(step);
    card->body()->addStretch(1);
    return card;
}

QWidget* Gallery::lists()
{
    auto* whole = new QWidget;
    whole->setFixedHeight(230);
    auto* layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* diffCard = new ui::Card;
    auto* diff = new ui::DiffView;
    diff->setHeads(QStringLiteral("On disk"), QStringLiteral("What will be saved"));
    diff->setForm(ui::DiffView::Form::TwoColumns);
    diff->setTexts(QStringLiteral("[globals]\nlog_level = 2\nfail = block\n"),
                   QStringLiteral("[globals]\nlog_level = 4\nfail = block\ntemperror = block\n"));
    diffCard->body()->addWidget(diff);
    layout->addWidget(diffCard, 1);
    auto* tableCard = new ui::Card;
    auto* table = new ui::TableView(ui::RowHeight::Log);
    table->setObjectName(QStringLiteral("table"));
    table->setAccessibleName(QStringLiteral("Checks"));
    auto* model = new QStandardItemModel(4, 3, table);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Time"), QStringLiteral("Result"), QStringLiteral("Sender")});
    for (int i = 0; i < 4; ++i) {
        model->setItem(i, 0, new QStandardItem(QStringLiteral("04:41:07.31%1").arg(i)));
        model->item(i, 0)->setData(true, ui::CellDelegate::MonoRole);
        auto* badge = new QStandardItem(QStringLiteral("fail"));
        badge->setData(
            QVariant::fromValue(ui::BadgeSpec::of(spf::allResults.at(static_cast<std::size_t>(i)))),
            ui::BadgeDelegate::SpecRole);
        model->setItem(i, 1, badge);
        model->setItem(i, 2, new QStandardItem(QStringLiteral("payroll@sakura-bank.example")));
    }
    table->setModel(model);
    table->setItemDelegateForColumn(1, new ui::BadgeDelegate(table));
    table->setColumnWidth(0, 120);
    table->setColumnWidth(1, 110);
    table->selectRow(2);
    tableCard->body()->addWidget(table);
    layout->addWidget(tableCard, 1);
    auto* emptyCard = new ui::Card;
    auto* empty = new ui::EmptyState(QStringLiteral("maillog"));
    empty->setTexts(QStringLiteral("No mail matches"), QStringLiteral("Remove a filter or widen the period."),
                    QStringLiteral("Clear filters"), QStringLiteral("filter"));
    emptyCard->body()->addWidget(empty);
    emptyCard->setMinimumWidth(300);
    layout->addWidget(emptyCard);
    return whole;
}

void picture(QWidget& window, const QString& name)
{
    const QString folder = qEnvironmentVariable("SPM_PICTURES");
    if (!folder.isEmpty())
        window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace test
