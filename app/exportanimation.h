// SPDX-License-Identifier: GPL-3.0-or-later
// Steps as a moving picture, by giflib or libwebp. Frames after the first hold only what changed.
#pragma once

#include <vector>

#include <QByteArray>
#include <QImage>

namespace backstep {

struct AnimationOptions {
    int milliseconds = 1000;  // a step; the last one stays three times as long before all begins anew
    bool transparent = false;
};

// Empty where it could not be made. All frames have one size.
[[nodiscard]] QByteArray gifOf(const std::vector<QImage>& frames, const AnimationOptions& options);   // 255 colours at most
[[nodiscard]] QByteArray webpOf(const std::vector<QImage>& frames, const AnimationOptions& options);  // without loss

}  // namespace backstep
