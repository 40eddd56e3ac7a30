// SPDX-License-Identifier: GPL-3.0-or-later
// Which log the raw panel shows, and where in it: opened and searched beside the window.
#include "ui/maillog/raw/raw_panel.h"
#include "ui/maillog/raw/raw_view.h"
#include "ui/words/log_set_words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFuture>
#include <QSignalBlocker>
#include <QtConcurrentRun>

namespace ui {

void RawPanel::setLogs(std::shared_ptr<const OpenLogs> logs)
{
    m_logs = std::move(logs);
    m_isStale = true;
    if (isVisible()) {
        takeLogs();
    }
}

void RawPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    takeLogs();
}

void RawPanel::takeLogs()
{
    if (!m_isStale) {
        return;
    }
    m_isStale = false;
    {
        const QSignalBlocker blocker(m_source);
        m_source->clear();
        for (std::size_t i = 0; m_logs && i < m_logs->logs.sources.size(); ++i) {
            if (m_logs->logs.sources[i].file) {
                const qtio::LoadedSource& source = m_logs->logs.sources[i];
                const bool isFile = source.name == source.path;
                m_source->addItem(isFile ? QFileInfo(source.path).fileName() : words::placeText(source.name),
                                  static_cast<int>(i));
                m_source->setItemData(m_source->count() - 1, source.name, Qt::ToolTipRole);
            }
        }
        const int same = m_source->findData(m_path, Qt::ToolTipRole);
        m_source->setCurrentIndex(same >= 0 ? same : m_source->count() > 0 ? 0 : -1);
        m_source->setVisible(m_source->count() > 1);
    }
    showSource(true);
}

/// `isSame`: when it is the log that was shown, it has grown.
void RawPanel::showSource(bool isSame)
{
    const int chosen = m_source->currentIndex();
    const int number = ++m_sourceNumber;
    if (chosen < 0) {
        m_place.reset();
        m_lines.reset();
        m_view->setLines(nullptr, false);
        m_list->setLines(nullptr, false);
        m_marks->setLines(nullptr, {});
        m_search.clear();
        return;
    }
    const auto source = static_cast<quint16>(m_source->itemData(chosen).toInt());
    using Opened = std::pair<std::shared_ptr<const RawReader>, QList<RawMarks::Mark>>;
    ++m_readings;
    QtConcurrent::run([logs = m_logs, source, folder = m_services.dataFolder]() -> Opened {
        auto reader = std::make_shared<const RawReader>(logs, source);
        auto marks = RawMarks::read(folder, *reader);
        return {std::move(reader), std::move(marks)};
    }).then(this, [this, number, isSame](const Opened& opened) {
        --m_readings;
        if (number == m_sourceNumber) {
            showLines(opened.first, opened.second, isSame);
        }
    });
}

void RawPanel::showLines(std::shared_ptr<const RawReader> reader, QList<RawMarks::Mark> marks, bool isSame)
{
    const QString path = reader->logs()->logs.sources[reader->source()].name;
    m_lines = std::make_shared<RawLines>(std::move(reader));
    isSame = isSame && path == m_path && m_lines->count() >= m_count;
    const bool wasAtEnd = path == m_path && m_count > 0 && m_view->isAtEnd();
    m_path = path;
    m_count = m_lines->count();
    m_view->setLines(m_lines, isSame);
    m_list->setLines(m_lines, isSame);
    // Of a log that has grown those at hand are newer than what was read meanwhile.
    m_marks->setLines(m_lines, isSame ? m_marks->marks() : std::move(marks));
    if (!isSame && wasAtEnd && m_count > 0) {
        m_view->showLine(m_count - 1); // cut by copytruncate while it was followed
    }
    if (isSame) {
        m_search.grow(m_lines->logs());
    } else {
        startSearch();
        m_isPending = false; // nobody asked to go anywhere
    }
    showState();
    seekPlace();
}

void RawPanel::showPlace(quint16 source, quint64 offset)
{
    takeLogs();
    const int entry = m_source->findData(static_cast<int>(source));
    if (entry < 0) {
        return;
    }
    m_place = {source, offset};
    m_view->setFocus();
    if (entry != m_source->currentIndex()) {
        m_source->setCurrentIndex(entry);
        showSource(false);
    } else if (m_readings == 0) {
        seekPlace();
    } // else when the log is there
}

void RawPanel::seekPlace()
{
    if (!m_place || !m_lines || m_lines->source() != m_place->first) {
        return;
    }
    ++m_readings;
    QtConcurrent::run([reader = m_lines->reader(), offset = m_place->second] {
        return reader->numberAt(offset);
    }).then(this, [this, place = *m_place](quint64 line) {
        --m_readings;
        if (m_place == place) {
            m_place.reset();
            m_view->showLine(line);
        }
    });
}

} // namespace ui
