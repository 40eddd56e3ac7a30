// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/config/open_flow.h"

#include "ui/common/prompter.h"
#include "ui/common/waiting.h"
#include "ui/words/file_words.h"

#include <QWidget>

#include <memory>
#include <utility>

namespace ui {

OpenFlow::OpenFlow(ConfigFile& file, Services& services, QWidget* window)
    : QObject(window), m_file(file), m_services(services), m_window(window)
{
}

void OpenFlow::open(const qtio::FilePlace& place, std::function<void()> done)
{
    open(place, qtio::Rights::User, false, std::move(done));
}

void OpenFlow::open(const qtio::FilePlace& place, qtio::Rights rights, bool look, std::function<void()> done)
{
    const auto waiting = std::make_shared<std::unique_ptr<Waiting>>(std::make_unique<Waiting>(
        m_window, tr("Opening %1 ...").arg(place.text()), [this] { m_file.cancel(); }));
    m_file.open(
        place, rights,
        [this, waiting, place, look, done = std::move(done)](const std::optional<qtio::FileError>& error) {
            waiting->reset();
            if (!error)
                done();
            else if (error->code != qtio::FileError::Code::Cancelled)
                tell(place, look, *error, done);
        },
        look);
}

void OpenFlow::tell(const qtio::FilePlace& place, bool look, const qtio::FileError& error,
                    const std::function<void()>& done)
{
    const bool canElevate =
        error.code == qtio::FileError::Code::NoPermission && m_file.store().knowsAdministrator(place);
    Question question{tr("config.ini was not opened"), words::message(error), {tr("Close")}, {}};
    if (canElevate) {
        question.answers = {tr("Open with administrator rights")};
        question.cancel = tr("Cancel");
    }
    m_services.prompter.ask(m_window, question, [this, canElevate, place, look, done](int answer) {
        if (canElevate && answer == 0)
            open(place, qtio::Rights::Administrator, look, done);
    });
}

} // namespace ui
