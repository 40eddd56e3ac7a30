// SPDX-License-Identifier: GPL-3.0-or-later
// Questions with the answers they got, to repeat a run exactly (`--save-dns`, `--dns`). Written as text that
// a person can read and that carries any byte.
#pragma once

#include "core/dns/message.h"

#include <tl/expected.hpp>

#include <unordered_map>
#include <utility>
#include <vector>

namespace dns {

struct RecordingError
{
    enum class Code {
        NotARecording, ///< the first line is not ours
        BadQuestion,
        BadStatus,
        BadField,
        BadQuoting,
    };
    Code code;
    std::size_t line = 0; ///< from 1
    friend bool operator==(const RecordingError&, const RecordingError&) = default;
};

class Recording
{
public:
    /// A later answer to the same question takes the place of the earlier one.
    void add(Question question, Answer answer);
    /// NotRecorded when the question is not among them.
    [[nodiscard]] const Answer& lookup(const Question& question) const noexcept;

    [[nodiscard]] const std::vector<std::pair<Question, Answer>>& entries() const noexcept
    {
        return m_entries;
    }

    /// One line per answer: `"name" TYPE STATUS key=value ...`; parse(serialised()) is the same recording.
    [[nodiscard]] std::string serialised() const;
    [[nodiscard]] static tl::expected<Recording, RecordingError> parse(std::string_view text);

private:
    std::vector<std::pair<Question, Answer>> m_entries;
    std::unordered_map<Question, std::size_t, QuestionHash> m_places;
};

} // namespace dns
