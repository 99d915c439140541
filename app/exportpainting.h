// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that Qt paints, in pixels and on paper: reached through a table that the window's program fills in. The command
// line alone does not load Qt's painting, which takes the system longer than a formula and its graph take us.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QByteArray>
#include <QString>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"

namespace backstep {

struct PictureLook {
    Theme theme = Theme::light;
    double scale = 1;
    bool transparent = false;
};

using Frames = std::vector<Diagram>;

struct Painting {
    QByteArray (*pdf)(const Frames& pages, const PictureLook& look, const QString& title);
    // Nothing: beyond the limits of an image; empty: it could not be made.
    std::optional<QByteArray> (*png)(const Diagram& picture, const PictureLook& look);
    // Empty: beyond the limits. `between` is called before each frame, and may throw.
    using Animation = QByteArray (*)(const Frames& frames, const PictureLook& look, int milliseconds, const std::function<void()>& between);
    Animation gif, webp;
};

// From now on pictures can be painted: whoever calls this has Qt's painting with it.
void usePainting();
void usePainting(const Painting& table);

}  // namespace backstep
