// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/sources/source_patterns_dialog.h"

#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/problem_row.h"
#include "ui/common/table_view.h"
#include "ui/common/validated_line_edit.h"
#include "ui/maillog/framed_list.h"
#include "ui/maillog/sources/source_pattern_model.h"
#include "ui/maillog/sources/source_samples.h"

#include <QBoxLayout>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

constexpr int listWidth = 220;
constexpr int listRowHeight = 28;
constexpr int settledMs = 150;
constexpr qsizetype mostSamples = 40;
constexpr qint64 largestFile = 1024 * 1024;

} // namespace

PatternsDialog::PatternsDialog(QSettings& settings, FilePicker& files, std::shared_ptr<const OpenLogs> logs,
                               QWidget* parent)
    : Dialog(parent),
      m_settings(settings),
      m_files(files),
      m_patterns(readPatterns(settings)),
      m_list(new QListWidget),
      m_name(new QLineEdit),
      m_regex(new ValidatedLineEdit),
      m_problem(new ProblemRow),
      m_lines(new QPlainTextEdit),
      m_matched(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_model(new PatternModel(this))
{
    setObjectName(QStringLiteral("maillog.patterns"));
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Line patterns"));
    auto* purpose = new Label(TextRole::Secondary, &Tokens::secondaryText);
    purpose->setText(tr("For lines that are not known: tried in this order, before all other forms."));
    purpose->setElide(Qt::ElideRight);
    subtitle()->addWidget(purpose, 1);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(16);
    halves->addWidget(buildList());
    halves->addWidget(buildPattern(), 1);
    body()->addLayout(halves, 1);
    buildButtons();
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMs);
    connect(&m_settled, &QTimer::timeout, this, &PatternsDialog::showPreview);
    connect(&m_samples, &QFutureWatcherBase::finished, this, [this] {
        if (m_lines->document()->isEmpty()) {
            m_lines->setPlainText(m_samples.result().join(QLatin1Char('\n')));
        }
    });
    if (logs) {
        m_samples.setFuture(QtConcurrent::run([logs] { return sampleLines(*logs, mostSamples); }));
    }
    fillList(0);
    resize(std::min(1040, parent->width() - 60), std::min(640, parent->height() - 60));
}

PatternsDialog::~PatternsDialog()
{
    m_samples.waitForFinished();
}

QWidget* PatternsDialog::buildList()
{
    auto* side = new QWidget;
    side->setFixedWidth(listWidth);
    auto* rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_list->setObjectName(QStringLiteral("maillog.patterns.list"));
    m_list->setAccessibleName(tr("Patterns"));
    rows->addWidget(
        new FramedList(*m_list,
                       tr("No pattern yet. \"Add\" makes an empty one, or one for a form that is common.")),
        1);
    QPushButton* more = makeButton(ButtonKind::Small, QStringLiteral("add"));
    more->setText(tr("Add"));
    more->setObjectName(QStringLiteral("maillog.patterns.add"));
    auto* menu = new QMenu(more);
    buildAddMenu(*menu);
    more->setMenu(menu);
    m_remove = makeButton(ButtonKind::Small);
    m_remove->setText(tr("Remove"));
    m_remove->setObjectName(QStringLiteral("maillog.patterns.remove"));
    m_up = makeButton(ButtonKind::Small);
    m_up->setText(tr("Up"));
    m_up->setObjectName(QStringLiteral("maillog.patterns.up"));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {more, m_remove, m_up}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    rows->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &PatternsDialog::fillForm);
    connect(m_remove, &QAbstractButton::clicked, this, &PatternsDialog::remove);
    connect(m_up, &QAbstractButton::clicked, this, [this] { move(-1); });
    return side;
}

void PatternsDialog::buildAddMenu(QMenu& menu)
{
    connect(menu.addAction(tr("Empty")), &QAction::triggered, this,
            [this] { add({tr("My form").toStdString(), {}}); });
    menu.addSeparator();
    for (const maillog::UserPattern& pattern : patternTemplates()) {
        connect(menu.addAction(QString::fromStdString(pattern.name)), &QAction::triggered, this,
                [this, pattern] { add(pattern); });
    }
}

QWidget* PatternsDialog::buildPattern()
{
    auto* side = new QWidget;
    auto* rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    const auto addField = [](QVBoxLayout& layout, const QString& label, QWidget* field, int stretch = 0) {
        auto* name = new Label(TextRole::Label);
        name->setText(label);
        name->setBuddy(field);
        field->setAccessibleName(label);
        layout.addWidget(name);
        layout.addWidget(field, stretch);
    };
    m_form = new QWidget;
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(6);
    m_name->setObjectName(QStringLiteral("maillog.patterns.name"));
    m_regex->setObjectName(QStringLiteral("maillog.patterns.regex"));
    m_regex->setMono(true);
    addField(*form, tr("Name"), m_name);
    addField(*form, tr("Regular expression with named groups"), m_regex);
    form->addWidget(m_problem);
    auto* help = new Label(TextRole::Secondary, &Tokens::secondaryText);
    help->setWordWrap(true);
    QStringList names;
    for (const maillog::PatternGroup group : maillog::allPatternGroups) {
        names.append(QStringLiteral("(?<%1>…)").arg(QLatin1String(maillog::word(group).data())));
    }
    help->setTextFormat(Qt::PlainText);
    help->setText(names.join(QLatin1Char(' ')));
    form->addWidget(help);
    rows->addWidget(m_form);
    m_lines->setObjectName(QStringLiteral("maillog.patterns.lines"));
    m_lines->setFont(monoFont());
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_lines->setPlaceholderText(tr("Paste lines of the log here"));
    m_highlighter = new PatternHighlighter(m_lines->document());
    addField(*rows, tr("Lines to try it on: of the open log, unreadable ones first, or pasted"), m_lines, 1);
    auto* table = new TableView(RowHeight::Log);
    table->setObjectName(QStringLiteral("maillog.patterns.table"));
    table->setAccessibleName(tr("What is read from the lines"));
    table->setModel(m_model);
    table->setItemDelegate(new CellDelegate(table));
    table->horizontalHeader()->setDefaultSectionSize(110);
    table->horizontalHeader()->resizeSection(0, 56);
    table->horizontalHeader()->resizeSection(1, 150);
    rows->addWidget(m_matched);
    rows->addWidget(new FramedList(*table, tr("What the patterns read from the lines above stands here.")),
                    1);
    connect(m_name, &QLineEdit::textChanged, this, &PatternsDialog::takeForm);
    connect(m_regex, &QLineEdit::textChanged, this, &PatternsDialog::takeForm);
    connect(m_problem, &ProblemRow::fixRequested, this, &PatternsDialog::goToError);
    connect(m_lines, &QPlainTextEdit::textChanged, &m_settled, qOverload<>(&QTimer::start));
    return side;
}

void PatternsDialog::buildButtons()
{
    QPushButton* load = makeButton(ButtonKind::Flat, QStringLiteral("import"));
    load->setText(tr("Import..."));
    load->setObjectName(QStringLiteral("maillog.patterns.import"));
    m_export = makeButton(ButtonKind::Flat, QStringLiteral("export"));
    m_export->setText(tr("Export..."));
    m_export->setObjectName(QStringLiteral("maillog.patterns.export"));
    footer()->addWidget(load);
    footer()->addWidget(m_export);
    footer()->addStretch(1);
    QPushButton* cancel = addButton(ButtonKind::Plain, tr("Cancel"));
    m_save = addButton(ButtonKind::Primary, tr("Save patterns"), QStringLiteral("save"));
    m_save->setObjectName(QStringLiteral("maillog.patterns.save"));
    connect(load, &QAbstractButton::clicked, this, &PatternsDialog::importFile);
    connect(m_export, &QAbstractButton::clicked, this, &PatternsDialog::exportFile);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_save, &QAbstractButton::clicked, this, &PatternsDialog::save);
}

int PatternsDialog::row() const
{
    return m_list->currentRow();
}

void PatternsDialog::fillList(int row)
{
    m_filling = true;
    m_list->clear();
    for (const maillog::UserPattern& pattern : m_patterns) {
        m_list->addItem(QString::fromStdString(pattern.name));
        m_list->item(m_list->count() - 1)->setSizeHint({0, listRowHeight});
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_filling = false;
    fillForm();
}

void PatternsDialog::fillForm()
{
    const bool hasPattern = row() >= 0;
    m_form->setEnabled(hasPattern);
    m_remove->setEnabled(hasPattern);
    m_up->setEnabled(row() > 0);
    m_export->setEnabled(!m_patterns.empty());
    m_filling = true;
    const maillog::UserPattern pattern =
        hasPattern ? m_patterns.at(static_cast<std::size_t>(row())) : maillog::UserPattern();
    m_name->setText(QString::fromStdString(pattern.name));
    m_regex->setText(QString::fromStdString(pattern.regex));
    m_filling = false;
    showPreview();
}

void PatternsDialog::takeForm()
{
    if (m_filling || row() < 0) {
        return;
    }
    maillog::UserPattern& pattern = m_patterns.at(static_cast<std::size_t>(row()));
    pattern = {m_name->text().toStdString(), m_regex->text().toStdString()};
    m_list->currentItem()->setText(m_name->text());
    m_settled.start();
}

void PatternsDialog::showPreview()
{
    const auto compiled = maillog::PatternSet::compile(m_patterns);
    m_error = compiled ? std::nullopt : std::optional(compiled.error());
    QStringList names;
    for (const maillog::UserPattern& pattern : m_patterns) {
        names.append(QString::fromStdString(pattern.name));
    }
    const std::optional<maillog::PatternSet> set = compiled ? std::optional(*compiled) : std::nullopt;
    m_model->setLines(m_lines->toPlainText().split(QLatin1Char('\n')));
    m_model->setPatterns(set, names);
    {
        const QSignalBlocker colouringIsNoTyping(m_lines);
        m_highlighter->setPatterns(set);
    }
    m_matched->setText(tr("%1 of %2 lines are read")
                           .arg(QLocale().toString(m_model->matchedLines()))
                           .arg(QLocale().toString(m_model->rowCount())));
    const bool isHere = m_error && static_cast<int>(m_error->pattern) == row();
    m_regex->setState(isHere ? ValidatedLineEdit::State::Bad : ValidatedLineEdit::State::Plain);
    if (m_error) {
        const QString name = names.value(static_cast<qsizetype>(m_error->pattern));
        m_problem->setProblem(Level::Error, isHere ? QString() : name, sentenceOf(*m_error),
                              m_error->code == maillog::PatternError::Code::Empty ? QString()
                                                                                  : tr("Go to the place"));
    } else {
        m_problem->clear();
    }
    m_save->setEnabled(!m_error);
}

void PatternsDialog::goToError()
{
    if (!m_error) {
        return;
    }
    const std::size_t position = m_error->position;
    m_list->setCurrentRow(static_cast<int>(m_error->pattern));
    const std::string& regex = m_patterns.at(static_cast<std::size_t>(row())).regex;
    m_regex->setFocus();
    m_regex->setCursorPosition(
        static_cast<int>(QString::fromStdString(regex.substr(0, std::min(position, regex.size()))).size()));
}

void PatternsDialog::add(const maillog::UserPattern& pattern)
{
    m_patterns.push_back(pattern);
    fillList(static_cast<int>(m_patterns.size()) - 1);
    m_regex->setFocus();
}

void PatternsDialog::remove()
{
    const int at = row();
    m_patterns.erase(m_patterns.begin() + at);
    fillList(at);
}

void PatternsDialog::move(int by)
{
    const int at = row();
    std::swap(m_patterns.at(static_cast<std::size_t>(at)), m_patterns.at(static_cast<std::size_t>(at + by)));
    fillList(at + by);
}

void PatternsDialog::importFile()
{
    m_files.openFile(this, {tr("Import line patterns"), {}, {tr("Text (*.txt)"), tr("All files (*)")}},
                     [this](const QString& path) {
                         QFile file(path);
                         if (!file.open(QIODevice::ReadOnly)) {
                             m_problem->setProblem(Level::Error, {}, file.errorString());
                             return;
                         }
                         const UserPatterns found = patternsOfFile(file.read(largestFile));
                         if (found.empty()) {
                             m_problem->setProblem(Level::Error, {}, tr("No pattern in %1.").arg(path));
                             return;
                         }
                         m_patterns.insert(m_patterns.end(), found.begin(), found.end());
                         fillList(static_cast<int>(m_patterns.size()) - 1);
                     });
}

void PatternsDialog::exportFile()
{
    m_files.saveFile(
        this, {tr("Export line patterns"), QStringLiteral("line-patterns.txt"), {tr("Text (*.txt)")}},
        [this](const QString& path) {
            QSaveFile file(path);
            const QByteArray bytes = patternFile(m_patterns);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
                m_problem->setProblem(Level::Error, {}, file.errorString());
            }
        });
}

void PatternsDialog::save()
{
    const bool isChanged = readPatterns(m_settings) != m_patterns;
    writePatterns(m_settings, m_patterns);
    accept();
    if (isChanged) {
        Q_EMIT patternsChanged();
    }
}

} // namespace ui
