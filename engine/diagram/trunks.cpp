// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diagram/trunks.h"

#include <algorithm>
#include <bit>

namespace backstep {

std::size_t Trunks::Hash::operator()(const Key& key) const {
    std::uint64_t hash = 0;
    for (const double x : key) hash = (std::rotl(hash, 5) ^ std::bit_cast<std::uint64_t>(x)) * 0x9E37'79B9'7F4A'7C15U;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

void Trunks::begin(const Stroke& stroke, double opacity) {
    const Look look{stroke, opacity};
    look_ = static_cast<std::size_t>(std::find(looks_.begin(), looks_.end(), look) - looks_.begin());
    if (look_ == looks_.size()) looks_.push_back(look);
}

bool Trunks::isNew(std::span<const Point> piece) {
    if (!looks_[look_].stroke.dash.empty()) return true;
    const Point first = piece.front(), last = piece.back();
    const Point second = piece[1], third = piece[piece.size() - 2];
    const Key key{first.x, first.y, second.x, second.y, third.x, third.y, last.x, last.y};
    const auto [at, added] = drawn_.try_emplace(key, look_);
    const bool isNew = added || at->second != look_;
    at->second = look_;
    return isNew;
}

}  // namespace backstep
