// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulator/config_panel.h"

#include "core/config/ini_document.h"
#include "core/config/lint.h"
#include "ui/common/buttons.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/segment.h"
#include "ui/common/validated_line_edit.h"
#include "ui/simulator/comparison_table.h"
#include "ui/simulator/verdict_card.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

} // namespace

ConfigPanel::ConfigPanel(const PolicySource& policy, FilePicker& filePicker, QWidget* parent)
    : QWidget(parent),
      m_policy(policy),
      m_filePicker(filePicker),
      m_hint(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_choice(new Segment(Segment::Size::Small)),
      m_place(new QWidget),
      m_path(new ValidatedLineEdit),
      m_browse(makeButton(ButtonKind::Plain, QStringLiteral("open"))),
      m_problem(new ProblemRow),
      m_verdict(new VerdictCard(false)),
      m_comparison(new ComparisonTable({ComparisonTable::ActionRow, ComparisonTable::RuleRow,
                                        ComparisonTable::ResultRow, ComparisonTable::TermRow}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QVBoxLayout;
    top->setContentsMargins(15, 12, 15, 12);
    top->setSpacing(8);
    m_hint->setWordWrap(true);
    top->addWidget(m_hint);
    for (int i = 0; i < 4; ++i) {
        m_choice->addChoice({});
    }
    m_choice->setObjectName(QStringLiteral("simulator.otherConfig"));
    top->addWidget(m_choice, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout(m_place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_path->setObjectName(QStringLiteral("simulator.otherConfig.path"));
    m_path->setMono(true);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    top->addWidget(m_place);
    top->addWidget(m_problem);
    top->addWidget(m_verdict);
    column->addLayout(top);
    column->addWidget(m_comparison);
    column->addStretch(1);
    connect(m_choice, &Segment::chosen, this, [this] {
        readFile();
        Q_EMIT chosen();
    });
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        readFile();
        Q_EMIT chosen();
    });
    connect(m_browse, &QAbstractButton::clicked, this, &ConfigPanel::browse);
    retranslate();
}

void ConfigPanel::setChoice(Choice choice)
{
    m_choice->setCurrent(static_cast<int>(choice));
    readFile();
    Q_EMIT chosen();
}

void ConfigPanel::openFile(const QString& path)
{
    m_path->setText(path);
    setChoice(Choice::File);
}

std::optional<config::PolicyConfig> ConfigPanel::config() const
{
    if (!m_choice->current()) {
        return std::nullopt;
    }
    switch (static_cast<Choice>(*m_choice->current())) {
    case Choice::Edited:
        return m_policy.edited();
    case Choice::Saved:
        return m_policy.saved();
    case Choice::Defaults:
        return config::PolicyConfig::defaults();
    case Choice::File:
        break;
    }
    return m_file;
}

void ConfigPanel::readFile()
{
    m_file.reset();
    m_errors = 0;
    const bool wanted = m_choice->current() == static_cast<int>(Choice::File);
    QString problem;
    if (wanted && !m_path->text().trimmed().isEmpty()) {
        QFile file(m_path->text().trimmed());
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) {
            problem = tr("This file cannot be read.");
        } else if (file.size() > largestFile) {
            problem = tr("This file is too large for a config.ini.");
        } else {
            const auto document = config::IniDocument::parse(file.readAll().toStdString());
            const std::vector<config::Finding> findings = config::lint(document);
            m_errors = static_cast<int>(
                std::count_if(findings.begin(), findings.end(), [](const config::Finding& finding) {
                    return finding.severity == config::Severity::Error;
                }));
            m_file = config::readPolicyConfig(document);
        }
    }
    m_path->setState(problem.isEmpty() ? ValidatedLineEdit::State::Plain : ValidatedLineEdit::State::Bad);
    if (!problem.isEmpty()) {
        m_problem->setProblem(Level::Error, {}, problem);
    } else if (m_errors > 0) {
        m_problem->setProblem(Level::Warning, {},
                              tr("%n errors in this file; default values hold there.", nullptr, m_errors));
    } else {
        m_problem->clear();
    }
    m_place->setVisible(wanted);
}

void ConfigPanel::browse()
{
    FileRequest request;
    request.title = tr("Choose another config.ini");
    request.folder = m_path->text().isEmpty() ? m_policy.path() : m_path->text();
    request.filters = QStringList{tr("Config files (*.ini)"), tr("All files (*)")};
    m_filePicker.openFile(this, request, [this](const QString& path) { openFile(path); });
}

void ConfigPanel::setOutcomes(std::shared_ptr<const SimulationOutcome> decided, const QString& shown,
                              std::optional<SimulationOutcome> other)
{
    m_decided = std::move(decided);
    m_shown = shown;
    m_other = std::move(other);
    showState();
}

void ConfigPanel::setStale(bool isStale)
{
    m_verdict->setStale(isStale);
}

QString ConfigPanel::name() const
{
    if (m_choice->current() == static_cast<int>(Choice::File)) {
        return QFileInfo(m_path->text()).fileName();
    }
    return m_choice->current() ? m_choice->button(*m_choice->current())->text() : QString();
}

void ConfigPanel::showState()
{
    m_place->setVisible(m_choice->current() == static_cast<int>(Choice::File));
    m_verdict->setCaption(tr("With this config: %1").arg(name()));
    m_verdict->setOutcome(m_other);
    m_verdict->setVisible(m_other.has_value());
    m_comparison->setVisible(m_decided != nullptr && m_other.has_value());
    if (m_decided != nullptr && m_other) {
        m_comparison->setHeads(m_shown, name());
        m_comparison->setOutcomes(*m_decided, *m_other);
    }
}

void ConfigPanel::retranslate()
{
    m_hint->setText(tr("Choose a second config. The same mail is judged by both."));
    m_choice->setGroupName(tr("Second config"));
    const std::array<QString, 4> names{tr("Edited"), tr("Saved"), tr("Defaults"), tr("File…")};
    for (int i = 0; i < 4; ++i) {
        m_choice->setChoiceText(i, names.at(static_cast<std::size_t>(i)));
    }
    m_choice->setChoiceToolTip(2, tr("What holds when nothing is set"));
    m_path->setAccessibleName(tr("Path of the second config"));
    m_path->setPlaceholderText(QStringLiteral("/etc/spfpolicyd/config.ini"));
    m_browse->setText(tr("Open…"));
    m_comparison->retranslate();
    m_verdict->retranslate();
    readFile();
    showState();
}

} // namespace ui
