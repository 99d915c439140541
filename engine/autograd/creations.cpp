// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/autograd/creations.h"

namespace backstep {

const Tensor* Creations::overrideOf(const LeafKey& key, std::int64_t size) {
    for (std::size_t i = 0; i < overrides_.size(); ++i) {
        if (overrides_[i].key != key || overrides_[i].value.size() != size) continue;
        met_[i] = true;
        return &overrides_[i].value;
    }
    return nullptr;
}

std::vector<LeafKey> Creations::unmet() const {
    std::vector<LeafKey> out;
    for (std::size_t i = 0; i < overrides_.size(); ++i) {
        if (!met_[i]) out.push_back(overrides_[i].key);
    }
    return out;
}

}  // namespace backstep
