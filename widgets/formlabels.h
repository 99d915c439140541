// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of a form beside the middle of their fields; Qt hangs them from the top.
#pragma once

class QFormLayout;

namespace backstep {

void centreLabels(const QFormLayout& form);  // once all rows are there

}  // namespace backstep
