// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/review_dialog.h"

#include "ui/common/badge.h"
#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/notice_bar.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/config/change_model.h"
#include "ui/config/file_text.h"
#include "ui/config/severity_level.h"
#include "ui/words/config_words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace ui {

namespace {

constexpr int mostProblems = 3;
constexpr int mostChanges = 5;
constexpr int longestNote = 200;

} // namespace

ReviewDialog::ReviewDialog(ConfigFile& file, const TestMails& mails, Task task,
                           const config::IniDocument& before, const HostLook& host, QWidget* parent)
    : Dialog(parent), m_document(file.document()), m_mails(mails)
{
    const ConfigDocument& document = m_document;
    setObjectName(QStringLiteral("config.review"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(task == Task::Save ? tr("Review and save") : tr("Compare with the disk"));
    setBodyMargins(0);
    body()->setSpacing(8);
    auto* diff = new DiffView;
    diff->setObjectName(QStringLiteral("config.review.diff"));
    diff->setAccessibleName(tr("Text difference"));
    diff->setTexts(decoded(before.bytes(), document.encoding()),
                   decoded(document.current().bytes(), document.encoding()));
    const QDateTime written = document.source().modified;
    diff->setHeads(written.isValid() && !before.bytes().empty()
                       ? tr("On disk · %1").arg(QLocale().toString(written, QLocale::ShortFormat))
                       : tr("On disk"),
                   task == Task::Save ? tr("What will be saved") : tr("Edited"));
    buildSubtitle(host, diff->diff().added, diff->diff().removed);
    if (task == Task::Save) {
        buildProblems();
        buildChanges();
    }
    body()->addWidget(new Line);
    body()->addWidget(diff, 1);
    body()->addWidget(new Line);
    if (task == Task::Save && file.history())
        buildNote();
    if (task == Task::Save && !document.path().isEmpty()) {
        auto* backup = new Label(TextRole::Secondary, &Tokens::secondaryText);
        backup->setText(tr("A copy of the present file is kept beside it."));
        footer()->addWidget(backup);
    }
    QPushButton* cancel = addButton(ButtonKind::Plain, task == Task::Save ? tr("Cancel") : tr("Close"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    if (task == Task::Save) {
        m_save = addButton(ButtonKind::Primary,
                           m_mails.failedCount() > 0 ? tr("Save all the same") : tr("Save changes"),
                           QStringLiteral("save"));
        m_save->setObjectName(QStringLiteral("config.review.save"));
        connect(m_save, &QAbstractButton::clicked, this, &QDialog::accept);
        m_save->setFocus();
    }
    resize(std::min(1040, parent->width() - 80), std::min(700, parent->height() - 80));
}

void ReviewDialog::buildNote()
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(20, 4, 20, 0);
    row->setSpacing(10);
    auto* label = new Label;
    label->setText(tr("&Note for the history"));
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("config.review.note"));
    m_note->setPlaceholderText(tr("Why this is changed (optional)"));
    m_note->setMaxLength(longestNote);
    label->setBuddy(m_note);
    row->addWidget(label);
    row->addWidget(m_note, 1);
    body()->addLayout(row);
}

QString ReviewDialog::note() const
{
    return m_note == nullptr ? QString() : m_note->text().trimmed();
}

void ReviewDialog::buildSubtitle(const HostLook& host, int added, int removed)
{
    if (host.isRemote())
        subtitle()->addWidget(new Badge(BadgeSpec::of(
            QStringLiteral("%1 \u00b7 %2").arg(host.name, host.role), host.ink, QStringLiteral("host"))));
    auto* name = new MonoLabel;
    name->setText(m_document.path().isEmpty() ? QStringLiteral("config.ini")
                                              : QFileInfo(m_document.path()).fileName());
    auto* counts = new Label(TextRole::Secondary, &Tokens::secondaryText);
    counts->setText(tr("%1 · +%2 −%3 lines")
                        .arg(tr("%Ln changes", nullptr, static_cast<int>(m_document.changes().size())))
                        .arg(added)
                        .arg(removed));
    subtitle()->addWidget(name);
    subtitle()->addWidget(counts);
    subtitle()->addStretch(1);
}

void ReviewDialog::buildProblems()
{
    std::vector<config::Finding> problems;
    std::ranges::copy_if(
        m_document.findings(), std::back_inserter(problems),
        [](const config::Finding& finding) { return finding.severity != config::Severity::Info; });
    std::ranges::stable_sort(problems, {}, &config::Finding::severity);
    auto* rows = new QVBoxLayout;
    rows->setContentsMargins(20, 0, 20, 0);
    rows->setSpacing(6);
    int shown = 0;
    for (const config::Finding& finding : problems) {
        if (shown++ == mostProblems)
            break;
        auto* bar = new NoticeBar;
        bar->setClosable(false);
        bar->show(levelOf(finding.severity),
                  QStringLiteral("%1  %2").arg(QString::fromStdString(config::idOf(finding.rule)),
                                               words::shownMessage(finding)));
        rows->addWidget(bar);
    }
    const int more = static_cast<int>(problems.size()) - mostProblems;
    if (more > 0) {
        auto* rest = new Label(TextRole::Secondary, &Tokens::secondaryText);
        rest->setText(tr("and %Ln more problems", nullptr, more));
        rows->addWidget(rest);
    }
    addTestMails(*rows);
    body()->addLayout(rows);
}

/// Saving is never forbidden: the mails may be what is out of date.
void ReviewDialog::addTestMails(QVBoxLayout& rows)
{
    const auto add = [&rows](const char* name, Level level, const QString& sentence) {
        auto* bar = new NoticeBar;
        bar->setObjectName(QLatin1String(name));
        bar->setClosable(false);
        bar->show(level, sentence);
        rows.addWidget(bar);
    };
    const int failed = m_mails.failedCount();
    if (failed > 0)
        add("config.review.tests", Level::Warning,
            tr("%1 of %Ln test mails fail with these settings. You can save all the same.", nullptr,
               static_cast<int>(m_mails.rows().size()))
                .arg(failed));
    if (const int waiting = m_mails.waitingCount(); waiting > 0)
        add("config.review.liveTests", Level::Info,
            tr("%Ln live test mails have not been tried.", nullptr, waiting));
}

void ReviewDialog::buildChanges()
{
    auto* model = new ChangeModel(m_document, this);
    if (model->rowCount() == 0)
        return;
    auto* table = new TableView;
    table->setObjectName(QStringLiteral("config.review.changes"));
    table->setAccessibleName(tr("Changes"));
    table->setModel(model);
    table->setColumnHidden(ChangeModel::RevertColumn, true);
    table->setAlternatingRowColors(false);
    QHeaderView* header = table->horizontalHeader();
    header->hide();
    header->setSectionResizeMode(ChangeModel::ValuesColumn, QHeaderView::Stretch);
    header->resizeSection(ChangeModel::PlaceColumn, 200);
    header->resizeSection(ChangeModel::KeyColumn, 150);
    table->setFixedHeight(
        std::min(model->rowCount(), mostChanges) * table->verticalHeader()->defaultSectionSize() + 2);
    body()->addWidget(new Line);
    body()->addWidget(table);
}

} // namespace ui
