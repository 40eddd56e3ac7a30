// SPDX-License-Identifier: GPL-3.0-or-later
// A setting that is yes, no, or not set.
#pragma once

#include "ui/config/field.h"

namespace ui {

class Segment;

[[nodiscard]] Segment* makeYesNo(ConfigDocument& document, const FieldId& field);
void refreshYesNo(Segment& segment, FieldRow& row, const ConfigDocument& document, const FieldId& field);

} // namespace ui
