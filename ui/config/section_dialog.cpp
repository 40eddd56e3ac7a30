// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/section_dialog.h"

#include "core/config/values.h"
#include "core/config/wildcard_spelling.h"
#include "core/net/domain_pattern.h"
#include "ui/common/icon_view.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"
#include "ui/config/field.h"
#include "ui/words/config_words.h"
#include "ui/words/result_words.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <array>

namespace ui {

SectionDialog::SectionDialog(ConfigDocument& document, Task task, std::string section, QWidget* parent)
    : Dialog(parent), m_document(document), m_task(task), m_section(std::move(section))
{
    setObjectName(QStringLiteral("config.sectionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(task == Task::Add         ? tr("Add a domain override")
             : task == Task::Duplicate ? tr("Duplicate the domain override")
                                       : tr("Change the domain override"));
    buildName();
    buildActions();
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_apply = addButton(ButtonKind::Primary, task == Task::Edit ? tr("Change") : tr("Add"));
    m_apply->setObjectName(QStringLiteral("config.sectionDialog.apply"));
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QAbstractButton::clicked, this, &SectionDialog::finish);
    check();
}

void SectionDialog::buildName()
{
    auto* head = new Label(TextRole::Label);
    head->setText(tr("Sender &domain"));
    m_name = new ValidatedLineEdit;
    m_name->setObjectName(QStringLiteral("config.sectionDialog.name"));
    m_name->setMono(true);
    m_name->setPlaceholderText(QStringLiteral("example.com, *.example.com"));
    m_name->setText(m_task == Task::Edit ? QString::fromStdString(m_section) : QString());
    m_name->setAccessibleName(tr("Sender domain"));
    m_name->setMinimumWidth(420);
    head->setBuddy(m_name);
    m_problem = new ProblemRow;
    auto* help = new Label(TextRole::Secondary, &Tokens::secondaryText);
    help->setText(
        tr("With “*.” in front it also holds for all subdomains; “*” without the dot means the same. The "
           "exact name wins over the wildcard."));
    help->setWordWrap(true);
    body()->addWidget(head);
    body()->addWidget(m_name);
    body()->addWidget(m_problem);
    buildSpelling();
    body()->addWidget(help);
    connect(m_name, &QLineEdit::textChanged, this, &SectionDialog::check);
}

void SectionDialog::buildSpelling()
{
    m_spelling = new Segment(Segment::Size::Small);
    m_spelling->setObjectName(QStringLiteral("config.sectionDialog.spelling"));
    m_spelling->addChoice(QStringLiteral("example.com"));
    m_spelling->addChoice(QStringLiteral("*.example.com"));
    m_spelling->addChoice(QStringLiteral("*example.com"));
    m_spelling->setChoiceToolTip(0, tr("This domain alone"));
    m_spelling->setChoiceToolTip(1, tr("This domain and all below it"));
    m_spelling->setChoiceToolTip(2,
                                 tr("The same in the other spelling, for scripts that know only that one"));
    m_spelling->setGroupName(tr("Form of the name"));
    connect(m_spelling, &Segment::chosen, this, &SectionDialog::spell);
    auto* row = new QHBoxLayout;
    row->addWidget(m_spelling);
    row->addStretch(1);
    body()->addLayout(row);
}

void SectionDialog::spell(int form)
{
    constexpr std::array marks{"", "*.", "*"};
    const std::string domain(config::domainPartOf(typedName()));
    m_name->setText(QString::fromStdString(marks.at(static_cast<std::size_t>(form)) + domain));
    m_name->setFocus();
}

void SectionDialog::buildActions()
{
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 10, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    int row = 0;
    for (const spf::Result result : spf::allResults) {
        const config::FieldValue value = config::fieldValue(
            m_document.current(), m_section.empty() ? "globals" : m_section, spf::word(result));
        auto* word = new Label(TextRole::Strong, result);
        word->setText(words::word(result));
        auto* segment = new Segment(Segment::Size::Matrix);
        segment->addActionChoices();
        segment->setGroupName(tr("Action for %1").arg(words::word(result)));
        segment->setObjectName(QStringLiteral("config.sectionDialog.%1").arg(words::word(result)));
        segment->setInherited(choiceOf(m_section.empty() ? value.effective : value.defaultValue));
        if (!m_section.empty() && value.written)
            segment->setCurrent(choiceOf(*value.written));
        connect(segment, &Segment::cleared, this, [this, segment] {
            segment->setCurrent(std::nullopt);
            check();
        });
        connect(segment, &Segment::chosen, this, &SectionDialog::check);
        auto* clear = makeIconButton(QStringLiteral("reset"));
        setNamed(clear, tr("Not set: as [globals]"));
        connect(clear, &QAbstractButton::clicked, this, [segment] { Q_EMIT segment->cleared(); });
        grid->addWidget(new IconView(iconName(result), result, 16), row, 0);
        grid->addWidget(word, row, 1);
        grid->addWidget(segment, row, 2);
        grid->addWidget(clear, row, 3);
        ++row;
        m_segments.push_back(segment);
    }
    grid->setColumnMinimumWidth(1, 90);
    grid->setColumnStretch(4, 1);
    body()->addLayout(grid);
    auto* legend = new Label(TextRole::Secondary, &Tokens::secondaryText);
    legend->setText(tr("Dashed: not set, as [globals]."));
    body()->addWidget(legend);
}

std::string SectionDialog::typedName() const
{
    return m_name->text().trimmed().toStdString();
}

void SectionDialog::check()
{
    const std::string name = typedName();
    const config::SectionName typed = config::classifySection(name);
    const bool isSame =
        m_task == Task::Edit && typed.canonical == config::classifySection(m_section).canonical;
    const auto spelling = config::spellingOf(name);
    m_spelling->setCurrent(!spelling ? 0 : *spelling == config::WildcardSpelling::StarDot ? 1 : 2);
    QString sentence;
    if (!name.empty() && typed.kind != config::SectionKind::Domain)
        sentence = tr("This is not a domain name.");
    else if (!isSame && m_document.current().sectionByCanonicalName(typed.canonical) != nullptr)
        sentence = words::message(config::EditError::Code::SectionExists);
    if (sentence.isEmpty())
        m_problem->clear();
    else
        m_problem->setProblem(Level::Error, {}, sentence);
    m_name->setState(!sentence.isEmpty() ? ValidatedLineEdit::State::Bad
                     : name.empty()      ? ValidatedLineEdit::State::Plain
                                         : ValidatedLineEdit::State::Good);
    if (m_apply != nullptr)
        m_apply->setEnabled(!name.empty() && sentence.isEmpty());
}

config::Edited SectionDialog::plan() const
{
    // Step by step on documents, given back as one change.
    const config::IniDocument& start = m_document.current();
    const std::string name = typedName();
    config::Edited step = m_task == Task::Add         ? config::addSection(start, name)
                          : m_task == Task::Duplicate ? config::duplicateSection(start, m_section, name)
                          : name == m_section         ? config::Edited(config::EditPlan())
                                                      : config::renameSection(start, m_section, name);
    if (!step)
        return step;
    config::IniDocument result = config::applied(start, *step);
    std::size_t at = 0;
    std::vector<std::pair<std::string, std::string>> values;
    for (const spf::Result each : spf::allResults) {
        const std::optional<int> choice = m_segments[at++]->current();
        const config::FieldValue before = config::fieldValue(result, name, spf::word(each));
        if (choice) {
            if (before.written != actionOf(*choice))
                values.emplace_back(spf::word(each), actionOf(*choice));
        } else if (before.written) {
            step = config::unsetKey(result, name, spf::word(each));
            if (!step)
                return step;
            result = config::applied(result, *step);
        }
    }
    step = config::setKeys(result, name, values);
    if (!step)
        return step;
    return config::planBetween(start.bytes(), config::applied(result, *step).bytes());
}

void SectionDialog::finish()
{
    const std::string name = typedName();
    using What = EditName::What;
    const What what = m_task == Task::Add         ? What::AddSection
                      : m_task == Task::Duplicate ? What::DuplicateSection
                      : name == m_section         ? What::EditSection
                                                  : What::RenameSection;
    const config::Edited edited = plan();
    if (!edited) {
        m_problem->setProblem(Level::Error, {}, words::message(edited.error().code));
        return;
    }
    m_document.edit(edited, {.what = what, .section = m_task == Task::Add ? name : m_section, .value = name});
    accept();
}

} // namespace ui
