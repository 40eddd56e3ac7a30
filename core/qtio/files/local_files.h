// SPDX-License-Identifier: GPL-3.0-or-later
// Files of this computer with the rights of the user: asked and answered in one go.
#pragma once

#include "core/qtio/files/async_file_store.h"

namespace qtio {

class LocalFiles final : public AsyncFileStore
{
    Q_OBJECT
public:
    explicit LocalFiles(FileStore& store, QObject* parent = nullptr);

    void read(const FilePlace& place, Rights rights, QObject* context, ReadDone done) override;
    void fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done) override;
    void write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
               WriteDone done) override;

    [[nodiscard]] bool knowsAdministrator(const FilePlace&) const override { return false; }

private:
    FileStore& m_store;
};

} // namespace qtio
