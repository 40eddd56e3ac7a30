// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/list_tidy_dialog.h"

#include "ui/common/diff_view.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/config/file_text.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>

namespace ui {

namespace {

constexpr int sideMargin = 20;
constexpr std::size_t mostLines = 2000; ///< of the preview

/// The first lines: nobody reads thousands, and comparing shuffled ones takes long.
std::string_view beginningOf(std::string_view text)
{
    std::size_t end = 0;
    for (std::size_t line = 0; line < mostLines && end < text.size(); ++line)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    return text.substr(0, end);
}

} // namespace

ListTidyDialog::ListTidyDialog(ConfigDocument& document, std::string key, QWidget* parent)
    : Dialog(parent),
      m_document(document),
      m_key(std::move(key)),
      m_counts(new Label(TextRole::Body)),
      m_diff(new DiffView)
{
    setObjectName(QStringLiteral("lists.tidy"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Sort and tidy %1").arg(QString::fromStdString(m_key)));
    setBodyMargins(0);
    body()->setSpacing(8);
    const bool isNetworks = config::typeOfKey(m_key) == config::KeyType::NetworkList;
    m_sort = addChoice(QStringLiteral("sort"), tr("&Sort"),
                       isNetworks ? tr("By address; comments go with their entries")
                                  : tr("By domain, from the right; comments go with their entries"));
    m_dropCovered = addChoice(QStringLiteral("dropCovered"), tr("Remove &repeated and covered entries"),
                              tr("Their comments go to the entry that covers them"));
    m_aggregate = addChoice(QStringLiteral("aggregate"), tr("&Merge to the fewest networks"),
                            tr("Exactly the same addresses in fewer entries"));
    m_aggregate->setVisible(isNetworks);
    m_onePerLine = addChoice(QStringLiteral("onePerLine"), tr("&One entry a line"),
                             tr("Each entry can then have a note of its own"));
    m_counts->setObjectName(QStringLiteral("lists.tidy.counts"));
    m_counts->setContentsMargins(sideMargin, 0, sideMargin, 0);
    body()->addWidget(m_counts);
    m_diff->setObjectName(QStringLiteral("lists.tidy.diff"));
    m_diff->setAccessibleName(tr("What would change"));
    m_diff->setHeads(tr("Now"), tr("Then"));
    body()->addWidget(new Line);
    body()->addWidget(m_diff, 1);
    body()->addWidget(new Line);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_apply = addButton(ButtonKind::Primary, tr("Tidy the list"));
    m_apply->setObjectName(QStringLiteral("lists.tidy.apply"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QAbstractButton::clicked, this, &ListTidyDialog::finish);
    m_sort->setChecked(true);
    m_dropCovered->setChecked(true);
    for (QCheckBox* box : {m_sort, m_dropCovered, m_aggregate, m_onePerLine})
        connect(box, &QCheckBox::toggled, this, &ListTidyDialog::refresh);
    refresh();
    resize(std::min(900, parent->width() - 80), std::min(640, parent->height() - 80));
}

QCheckBox* ListTidyDialog::addChoice(const QString& name, const QString& text, const QString& help)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->setSpacing(12);
    auto* box = new QCheckBox(text);
    box->setObjectName(QStringLiteral("lists.tidy.%1").arg(name));
    box->setToolTip(help);
    box->setAccessibleDescription(help);
    row->addWidget(box);
    row->addStretch(1);
    body()->addLayout(row);
    return box;
}

void ListTidyDialog::refresh()
{
    m_result = config::tidied(m_document.current(), "globals", m_key,
                              {m_sort->isChecked(), m_dropCovered->isChecked(), m_aggregate->isChecked(),
                               m_onePerLine->isChecked()});
    QStringList counts{tr("%Ln entries now", nullptr, static_cast<int>(m_result.before)),
                       tr("%Ln then", nullptr, static_cast<int>(m_result.after))};
    if (m_result.dropped > 0)
        counts += tr("%Ln repeated or covered", nullptr, static_cast<int>(m_result.dropped));
    if (m_result.merged > 0)
        counts += tr("%Ln merged", nullptr, static_cast<int>(m_result.merged));
    if (m_result.plan.empty())
        counts += tr("nothing to do");
    const std::string_view before = beginningOf(m_result.oldText);
    const std::string_view after = beginningOf(m_result.newText);
    if (before.size() < m_result.oldText.size() || after.size() < m_result.newText.size())
        counts += tr("the first %Ln lines are shown", nullptr, static_cast<int>(mostLines));
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    m_diff->setTexts(decoded(before, m_document.encoding()), decoded(after, m_document.encoding()));
    m_apply->setEnabled(!m_result.plan.empty() && !m_document.isReadOnly());
}

void ListTidyDialog::finish()
{
    refresh(); // the list may be another one by now
    m_document.edit(m_result.plan, {.what = EditName::What::TidyList, .key = m_key});
    accept();
}

} // namespace ui
