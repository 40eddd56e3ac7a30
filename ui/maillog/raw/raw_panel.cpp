// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maillog/raw/raw_panel.h"

#include "ui/common/buttons.h"
#include "ui/common/file_picker.h"
#include "ui/common/label.h"
#include "ui/common/surface.h"
#include "ui/common/table_view.h"
#include "ui/maillog/raw/raw_search_bar.h"
#include "ui/maillog/raw/raw_view.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFuture>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpressionValidator>
#include <QSaveFile>
#include <QSplitter>
#include <QtConcurrentRun>

namespace ui {

namespace {

constexpr int markTableWidth = 320;

QString number(quint64 value)
{
    return QLocale().toString(value);
}

} // namespace

RawPanel::RawPanel(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_source(new QComboBox),
      m_bar(new RawSearchBar),
      m_more(makeIconButton(QStringLiteral("more"))),
      m_menu(new QMenu(this)),
      m_goBar(new QWidget),
      m_goField(new QLineEdit),
      m_goLabel(new Label(TextRole::Secondary, &Tokens::secondaryText)),
      m_columns(new QSplitter(Qt::Horizontal)),
      m_rows(new QSplitter(Qt::Vertical)),
      m_view(new RawView),
      m_list(new RawView),
      m_marks(new RawMarks(services.dataFolder, this)),
      m_markTable(new TableView(RowHeight::Log)),
      m_find(addCommand("maillog.raw.find", {QKeySequence::Find})),
      m_next(addCommand("maillog.raw.findNext", {Qt::Key_F3})),
      m_previous(addCommand("maillog.raw.findPrevious", {Qt::SHIFT | Qt::Key_F3})),
      m_goTo(addCommand("maillog.raw.goToLine", {Qt::CTRL | Qt::Key_G})),
      m_mark(addCommand("maillog.raw.mark", {Qt::Key_F2, Qt::CTRL | Qt::Key_B})),
      m_nextMark(addCommand("maillog.raw.nextMark", {Qt::ALT | Qt::Key_Down})),
      m_previousMark(addCommand("maillog.raw.previousMark", {Qt::ALT | Qt::Key_Up})),
      m_showMarks(addCommand("maillog.raw.showMarks", {})),
      m_exportMarks(addCommand("maillog.raw.exportMarks", {})),
      m_wrap(addCommand("maillog.raw.wrap", {}))
{
    build();
    buildMenu();
    connectParts();
    retranslate();
}

RawPanel::~RawPanel() = default;

QAction* RawPanel::addCommand(const char* name, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void RawPanel::build()
{
    setObjectName(QStringLiteral("maillog.raw"));
    m_view->setObjectName(QStringLiteral("maillog.raw.view"));
    m_list->setObjectName(QStringLiteral("maillog.raw.hits"));
    m_source->setObjectName(QStringLiteral("maillog.raw.source"));
    m_more->setObjectName(QStringLiteral("maillog.raw.more"));
    m_goField->setObjectName(QStringLiteral("maillog.raw.line"));
    m_markTable->setObjectName(QStringLiteral("maillog.raw.marks"));
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(16);
    m_goField->setFixedWidth(140);
    m_goField->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{1,15}")), m_goField));
    auto* goRow = new QHBoxLayout(m_goBar);
    goRow->setContentsMargins(12, 0, 12, 6);
    goRow->addWidget(m_goField);
    goRow->addWidget(m_goLabel, 1);
    m_goBar->hide();
    m_markTable->setModel(m_marks);
    m_markTable->setItemDelegate(new CellDelegate(m_markTable));
    m_markTable->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_markTable->setColumnWidth(RawMarks::Line, 84);
    m_markTable->setColumnWidth(RawMarks::Note, 110);
    m_markTable->horizontalHeader()->setStretchLastSection(true);
    m_rows->addWidget(m_view);
    m_rows->addWidget(m_list);
    m_rows->setStretchFactor(0, 2);
    m_rows->setStretchFactor(1, 1);
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_markTable);
    m_columns->setStretchFactor(0, 1);
    m_columns->setChildrenCollapsible(false);
    m_list->setRows({});
    m_list->hide();
    m_markTable->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_goBar);
    layout->addWidget(new Line);
    layout->addWidget(m_columns, 1);
}

void RawPanel::buildMenu()
{
    m_wrap->setCheckable(true);
    m_showMarks->setCheckable(true);
    m_menu->addActions({m_find, m_next, m_previous, m_goTo});
    m_menu->addSeparator();
    m_menu->addActions({m_mark, m_nextMark, m_previousMark, m_showMarks, m_exportMarks});
    m_menu->addSeparator();
    m_menu->addAction(m_wrap);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_bar->addButton(m_source);
    m_bar->addButton(m_more);
}

void RawPanel::connectParts()
{
    connect(m_source, &QComboBox::activated, this, [this] { showSource(false); });
    connect(m_bar, &RawSearchBar::queryChanged, this, &RawPanel::startSearch);
    connect(m_bar, &RawSearchBar::nextRequested, this, [this] { goToHit(true); });
    connect(m_bar, &RawSearchBar::previousRequested, this, [this] { goToHit(false); });
    connect(m_bar, &RawSearchBar::cancelRequested, &m_search, &RawSearch::cancel);
    connect(m_bar, &RawSearchBar::listToggled, m_list, &QWidget::setVisible);
    connect(m_bar, &RawSearchBar::left, m_view, [this] { m_view->setFocus(); });
    connect(&m_search, &RawSearch::progressed, this, &RawPanel::showHits);
    connect(m_view, &RawView::currentChanged, this, &RawPanel::showState);
    connect(m_list, &RawView::currentChanged, m_view, &RawView::showLine);
    for (RawView* view : {m_view, m_list}) {
        connect(view, &RawView::activated, this, &RawPanel::activate);
        connect(view, &RawView::markRequested, m_marks, &RawMarks::toggle);
    }
    connect(m_marks, &RawMarks::marksChanged, this, [this] {
        m_view->setMarks(m_marks->lines());
        m_list->setMarks(m_marks->lines());
    });
    connect(m_markTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) {
                    m_view->showLine(m_marks->lineOf(index.row()));
                }
            });
    connect(m_find, &QAction::triggered, this, [this] { m_bar->focusField(m_view->selectedWords()); });
    connect(m_next, &QAction::triggered, this, [this] { goToHit(true); });
    connect(m_previous, &QAction::triggered, this, [this] { goToHit(false); });
    connect(m_mark, &QAction::triggered, this, [this] { m_marks->toggle(m_view->currentLine()); });
    connect(m_nextMark, &QAction::triggered, this, [this] { goToMark(true); });
    connect(m_previousMark, &QAction::triggered, this, [this] { goToMark(false); });
    connect(m_showMarks, &QAction::toggled, m_markTable, &QWidget::setVisible);
    connect(m_exportMarks, &QAction::triggered, this, &RawPanel::exportMarks);
    connect(m_wrap, &QAction::toggled, m_view, &RawView::setWrapped);
    connect(m_wrap, &QAction::toggled, m_list, &RawView::setWrapped);
    connect(m_goTo, &QAction::triggered, this, [this] {
        m_goBar->setVisible(m_goBar->isHidden());
        m_goBar->isHidden() ? m_view->setFocus() : m_goField->setFocus();
    });
    connect(m_goField, &QLineEdit::returnPressed, this, &RawPanel::goToTypedLine);
}

void RawPanel::startSearch()
{
    m_search.clear();
    m_isPending = false;
    const RawQuery query = m_bar->query();
    if (query.text.isEmpty() || !m_lines || m_lines->count() == 0) {
        m_view->setPattern(std::nullopt);
        m_list->setPattern(std::nullopt);
        showHits();
        return;
    }
    const auto pattern = query.pattern();
    if (!pattern) {
        m_view->setPattern(std::nullopt);
        m_list->setPattern(std::nullopt);
        showHits();
        m_bar->setState(tr("Wrong at character %1: %2")
                            .arg(pattern.error().position + 1)
                            .arg(QString::fromStdString(pattern.error().reason)),
                        true);
        return;
    }
    m_view->setPattern(*pattern);
    m_list->setPattern(*pattern);
    m_isPending = true;
    m_search.start(m_lines->logs(), m_lines->source(), *pattern, m_view->currentLine());
    showHits();
}

void RawPanel::showHits()
{
    const RawHits& hits = m_search.hits();
    m_view->setTicks(hits);
    m_list->setRows(hits);
    m_bar->setRunning(m_search.isRunning());
    if (m_isPending && hits.size() > 0) {
        const quint64 index = hits.indexAt(m_view->currentLine());
        if (index < hits.size() || !m_search.isRunning()) {
            m_isPending = false;
            m_view->showLine(hits[index < hits.size() ? index : 0]);
        }
    }
    m_isPending = m_isPending && m_search.isRunning();
    showState();
}

/// "12 of 3,456", "3,456 so far, 42 %".
void RawPanel::showState()
{
    const RawHits& hits = m_search.hits();
    if (m_bar->query().text.isEmpty() || !m_lines) {
        m_bar->setState(
            m_lines ? tr("line %1 of %2").arg(number(m_view->currentLine() + 1), number(m_lines->count()))
                    : QString(),
            false);
        return;
    }
    if (m_search.isRunning()) {
        m_bar->setState(
            tr("%1 so far, %2 %").arg(number(hits.size())).arg(static_cast<int>(m_search.share() * 100)),
            false);
        return;
    }
    if (!m_bar->query().pattern()) {
        return; // what is wrong stays said
    }
    const quint64 index = hits.indexAt(m_view->currentLine());
    if (hits.size() == 0) {
        m_bar->setState(tr("not found"), false);
    } else if (index < hits.size() && hits[index] == m_view->currentLine()) {
        m_bar->setState(tr("%1 of %2").arg(number(index + 1), number(hits.size())), false);
    } else {
        m_bar->setState(tr("%1 found").arg(number(hits.size())), false);
    }
}

void RawPanel::goToHit(bool isForward)
{
    const RawHits& hits = m_search.hits();
    const quint64 line = m_view->currentLine();
    if (hits.size() == 0) {
        m_isPending = m_search.isRunning();
        return;
    }
    const quint64 index = hits.indexAt(isForward ? line + 1 : line);
    if (isForward) {
        m_view->showLine(hits[index < hits.size() ? index : 0]);
    } else {
        m_view->showLine(hits[index > 0 ? index - 1 : hits.size() - 1]);
    }
}

void RawPanel::goToMark(bool isForward)
{
    const quint64 line = m_view->currentLine();
    if (const auto mark = isForward ? m_marks->next(line) : m_marks->previous(line)) {
        m_view->showLine(*mark);
    }
}

void RawPanel::goToTypedLine()
{
    const quint64 line = m_goField->text().toULongLong();
    if (line > 0 && m_lines && m_lines->count() > 0) {
        m_view->showLine(std::min(line, m_lines->count()) - 1);
        m_goBar->hide();
        m_view->setFocus();
    }
}

void RawPanel::activate(quint64 line)
{
    if (!m_lines) {
        return;
    }
    m_lines->fetch(line, [this, logs = m_lines->logs(), source = m_lines->source()](const RawLine& raw) {
        ++m_readings;
        QtConcurrent::run([logs, source, offset = raw.offset] {
            return rowAt(*logs->logs.log, source, offset);
        }).then(this, [this](std::optional<maillog::Row> row) {
            --m_readings;
            if (row) {
                Q_EMIT checkRequested(*row);
            }
        });
    });
}

void RawPanel::exportMarks()
{
    m_services.filePicker.saveFile(
        this, {tr("Export the marks"), QStringLiteral("marks.txt"), {tr("Text (*.txt)")}},
        [this](const QString& path) {
            QSaveFile file(path);
            const bool isWritten = file.open(QIODevice::WriteOnly) &&
                                   file.write(m_marks->exported().toUtf8()) >= 0 && file.commit();
            m_bar->setState(isWritten ? tr("Saved as %1.").arg(path)
                                      : tr("%1 could not be written: %2").arg(path, file.errorString()),
                            !isWritten);
        });
}

void RawPanel::retranslate()
{
    setNamed(m_more, tr("More"));
    m_source->setAccessibleName(tr("Log file"));
    m_goField->setAccessibleName(tr("Line number"));
    m_goField->setPlaceholderText(tr("Line number"));
    m_goLabel->setText(tr("Enter goes to the line."));
    m_list->setAccessibleName(tr("Lines found"));
    m_markTable->setAccessibleName(tr("Marks"));
    m_find->setText(tr("Search"));
    m_next->setText(tr("Next line found"));
    m_previous->setText(tr("Previous line found"));
    m_goTo->setText(tr("Go to line..."));
    m_mark->setText(tr("Mark this line"));
    m_nextMark->setText(tr("Next mark"));
    m_previousMark->setText(tr("Previous mark"));
    m_showMarks->setText(tr("List of marks"));
    m_exportMarks->setText(tr("Export the marks..."));
    m_wrap->setText(tr("Wrap long lines"));
    m_marks->retranslate();
    showState();
}

void RawPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

std::optional<maillog::Row> rowAt(const maillog::Log& log, quint16 source, quint64 offset)
{
    const maillog::Columns& columns = log.columns();
    for (maillog::Row row = 0; row < log.size(); ++row) {
        if (columns.lineOffset[row] == offset && columns.source[row] == source) {
            return row;
        }
    }
    return std::nullopt;
}

} // namespace ui
