// SPDX-License-Identifier: GPL-3.0-or-later
// The view of the checks: badges, widths and fonts of its columns.
#pragma once

namespace ui {

class CheckModel;
class TableView;

/// Without a parent; shows `model`, which must outlive it.
[[nodiscard]] TableView* makeCheckTable(CheckModel& model);

} // namespace ui
