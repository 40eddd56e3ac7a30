// SPDX-License-Identifier: GPL-3.0-or-later
// The results of many mails as a file, written in slices between which the window goes on. Destroying it
// leaves what was there before.
#pragma once

#include "ui/simulator/batch_results.h"

#include <QSaveFile>
#include <QTimer>

namespace ui {

enum class BatchFormat {
    Csv,      ///< for spreadsheets; can be opened again as a table of mails
    JsonLines ///< as `spfpolicy check --batch --json` prints (INTERFACES.md)
};

class BatchExport final : public QObject
{
    Q_OBJECT

public:
    /// `rows` of `results`, in this order; mails without a result are left out.
    BatchExport(BatchResults results, std::vector<std::uint32_t> rows, BatchFormat format,
                const QString& path, QObject* parent = nullptr);

    /// One of the signals follows from the event loop.
    void start();

Q_SIGNALS:
    void written(const QString& path, std::size_t rows);
    void failed(const QString& path, const QString& why);

private:
    void writeSlice();
    [[nodiscard]] QByteArray line(std::size_t row) const;
    void fail();

    BatchResults m_results;
    std::vector<std::uint32_t> m_rows;
    BatchFormat m_format;
    QSaveFile m_file;
    QTimer m_slice;
    std::size_t m_next = 0;
};

[[nodiscard]] QByteArray batchCsvHeader();
[[nodiscard]] QByteArray batchCsvLine(const BatchResults& results, std::size_t row);

} // namespace ui
