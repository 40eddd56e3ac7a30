// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/qtio/files/local_files.h"

namespace qtio {

LocalFiles::LocalFiles(FileStore& store, QObject* parent) : AsyncFileStore(parent), m_store(store) {}

void LocalFiles::read(const FilePlace& place, Rights, QObject*, ReadDone done)
{
    done(m_store.read(place.path));
}

void LocalFiles::fingerprint(const FilePlace& place, Rights, QObject*, LookDone done)
{
    done(m_store.fingerprint(place.path));
}

void LocalFiles::write(const FilePlace&, Rights, const WriteRequest& request, QObject*, WriteDone done)
{
    done(m_store.write(request));
}

} // namespace qtio
