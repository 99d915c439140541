// SPDX-License-Identifier: GPL-3.0-or-later
// Lets a screen reader walk through the nodes of a GraphView: a list, with an item for every node.
#pragma once

namespace backstep {

// Called in the view's constructor; installs the factory the first time.
void makeGraphsAccessible();

}  // namespace backstep
