// SPDX-License-Identifier: GPL-3.0-or-later
// One store for all places and rights: hands each request to the one that knows how.
#pragma once

#include "core/qtio/files/async_file_store.h"

namespace qtio {

class FileRouter final : public AsyncFileStore
{
    Q_OBJECT
public:
    FileRouter(AsyncFileStore& local, AsyncFileStore& elevated, AsyncFileStore& remote,
               QObject* parent = nullptr);

    void read(const FilePlace& place, Rights rights, QObject* context, ReadDone done) override;
    void fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done) override;
    void write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
               WriteDone done) override;
    void cancel() override;
    [[nodiscard]] bool knowsAdministrator(const FilePlace& place) const override;

private:
    [[nodiscard]] AsyncFileStore& storeFor(const FilePlace& place, Rights rights) const;

    AsyncFileStore& m_local;
    AsyncFileStore& m_elevated;
    AsyncFileStore& m_remote;
};

} // namespace qtio
