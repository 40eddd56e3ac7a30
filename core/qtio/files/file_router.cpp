// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/file_router.h"

#include <utility>

namespace qtio {

FileRouter::FileRouter(AsyncFileStore& local, AsyncFileStore& elevated, AsyncFileStore& remote,
                       QObject* parent)
    : AsyncFileStore(parent), m_local(local), m_elevated(elevated), m_remote(remote)
{
}

AsyncFileStore& FileRouter::storeFor(const FilePlace& place, Rights rights) const
{
    if (place.isRemote()) {
        return m_remote;
    }
    return rights == Rights::Administrator ? m_elevated : m_local;
}

void FileRouter::read(const FilePlace& place, Rights rights, QObject* context, ReadDone done)
{
    storeFor(place, rights).read(place, rights, context, std::move(done));
}

void FileRouter::fingerprint(const FilePlace& place, Rights rights, QObject* context, LookDone done)
{
    storeFor(place, rights).fingerprint(place, rights, context, std::move(done));
}

void FileRouter::write(const FilePlace& place, Rights rights, const WriteRequest& request, QObject* context,
                       WriteDone done)
{
    storeFor(place, rights).write(place, rights, request, context, std::move(done));
}

void FileRouter::cancel()
{
    m_elevated.cancel();
    m_remote.cancel();
}

bool FileRouter::knowsAdministrator(const FilePlace& place) const
{
    return storeFor(place, Rights::Administrator).knowsAdministrator(place);
}

} // namespace qtio
