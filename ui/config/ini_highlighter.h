// SPDX-License-Identifier: GPL-3.0-or-later
// Colours of config.ini as text: comments, sections, keys, and actions in their own ink.
#pragma once

#include <QSyntaxHighlighter>

namespace ui {

class IniHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& text) override;
};

} // namespace ui
