// SPDX-License-Identifier: GPL-3.0-or-later
// What the frame has to know about the file being edited: its name for the title and the host card, whether
// bytes differ from the disk, and how to save it before closing. The config page owns the real one.
#pragma once

#include <QObject>

#include <functional>

namespace ui {

class OpenDocument : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual QString path() const = 0; ///< empty when nothing is open
    [[nodiscard]] virtual bool isModified() const = 0;
    [[nodiscard]] virtual bool isReadOnly() const = 0;
    /// Asks what it has to (the diff), saves, then says whether it was written.
    virtual void save(std::function<void(bool saved)> done) = 0;

Q_SIGNALS:
    void changed(); ///< any of the above
    void saved();
};

} // namespace ui
