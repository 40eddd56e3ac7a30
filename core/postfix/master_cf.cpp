// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/postfix/master_cf.h"

#include "core/base/ascii.h"

#include <algorithm>

namespace postfix {

namespace {

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    while (true) {
        text = base::trimmed(text);
        if (text.empty()) {
            return words;
        }
        const auto end = std::ranges::find_if(text, base::isSpace);
        words.emplace_back(text.begin(), end);
        text.remove_prefix(words.back().size());
    }
}

/// `^#\s+\S`, and not a sentence: one blank and a word is how people write remarks, more is how entries go
/// on.
bool isCommentedContinuation(std::string_view line)
{
    if (!line.starts_with('#')) {
        return false;
    }
    const std::string_view rest = line.substr(1);
    const auto start = static_cast<std::size_t>(std::ranges::find_if_not(rest, base::isSpace) - rest.begin());
    if (start == 0 || start == rest.size()) {
        return false;
    }
    const auto words = wordsOf(rest);
    const auto equals = words.front().find('=');
    const bool isAttribute = equals != std::string::npos && equals > 0;
    return start > 1 || rest.front() == '\t' || isAttribute || words.front() == "-o";
}

} // namespace

std::optional<std::string> Service::option(std::string_view key) const
{
    std::optional<std::string> value;
    for (std::size_t i = 1; i < command.size(); ++i) {
        std::string_view word = command[i];
        if (word == "-o" && i + 1 < command.size()) {
            word = command[++i];
        } else if (word.starts_with("-o")) {
            word.remove_prefix(2);
        } else {
            continue;
        }
        if (word.starts_with(key) && word.substr(key.size()).starts_with('=')) {
            value = word.substr(key.size() + 1);
        }
    }
    return value;
}

std::optional<std::string> Service::attribute(std::string_view key) const
{
    for (std::size_t i = 1; i < command.size(); ++i) {
        const std::string_view word = command[i];
        if (!word.starts_with(key) || !word.substr(key.size()).starts_with('=')) {
            continue;
        }
        std::string value(word.substr(key.size() + 1));
        for (++i; key == "argv" && i < command.size(); ++i) {
            value += (value.empty() ? "" : " ") + command[i];
        }
        return value;
    }
    return std::nullopt;
}

std::vector<Service> MasterCf::services() const
{
    std::vector<Service> result;
    for (auto& logical : m_document.logicalLines()) {
        std::vector<std::string> words;
        for (const std::size_t line : logical.lines) {
            auto more = wordsOf(m_document.at(line));
            std::ranges::move(more, std::back_inserter(words));
        }
        if (words.size() < 8) {
            continue; // Postfix stops at such a line; we leave it alone
        }
        result.push_back({words[0],
                          words[1],
                          words[2],
                          words[3],
                          words[4],
                          words[5],
                          words[6],
                          {words.begin() + 7, words.end()},
                          std::move(logical)});
    }
    return result;
}

std::optional<Service> MasterCf::find(std::string_view name, std::string_view type) const
{
    const auto all = services();
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const Service& service) {
        return service.name == name && service.type == type;
    });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

std::optional<std::size_t> MasterCf::findTemplate(std::string_view name, std::string_view type) const
{
    for (std::size_t line = 0; line < m_document.size(); ++line) {
        const std::string& text = m_document.at(line);
        if (!text.starts_with('#')) {
            continue;
        }
        const auto words = wordsOf(std::string_view(text).substr(1));
        if (words.size() < 2 || words[0] != name || words[1] != type) {
            continue;
        }
        std::size_t last = line;
        while (last + 1 < m_document.size() && isCommentedContinuation(m_document.at(last + 1))) {
            ++last;
        }
        if (!m_document.isInsideLogicalLine(last)) {
            return line;
        }
    }
    return std::nullopt;
}

void MasterCf::uncomment(std::size_t templateLine)
{
    // A blank left in front would make the entry a continuation of whatever stands above.
    const std::string& text = m_document.at(templateLine);
    m_document.replace(templateLine, text.substr(text.find_first_not_of(" \t", 1)));
    for (auto line = templateLine + 1;
         line < m_document.size() && isCommentedContinuation(m_document.at(line)); ++line) {
        m_document.replace(line, m_document.at(line).substr(1));
    }
}

void MasterCf::comment(const Service& service)
{
    for (const std::size_t line : service.lines.lines) {
        m_document.replace(line, "#" + m_document.at(line));
    }
}

} // namespace postfix
