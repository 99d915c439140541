// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that come again and again, each kept once and known by its number.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/base/ids.h"

namespace backstep {

using NameId = Id<struct NameTag>;

class Names {
public:
    Names() = default;
    Names(const Names& other) { *this = other; }
    Names& operator=(const Names& other) {
        if (this == &other) return *this;
        texts_ = other.texts_;
        ids_.clear();
        for (std::size_t i = 0; i < texts_.size(); ++i) ids_.emplace(texts_[i], NameId(i));
        return *this;
    }
    Names(Names&&) = default;  // a deque's elements stay where they are
    Names& operator=(Names&&) = default;
    ~Names() = default;

    NameId add(std::string_view text) {
        const auto found = ids_.find(text);
        if (found != ids_.end()) return found->second;
        texts_.emplace_back(text);
        const NameId id(texts_.size() - 1);
        ids_.emplace(texts_.back(), id);
        return id;
    }
    [[nodiscard]] std::size_t size() const { return texts_.size(); }
    [[nodiscard]] bool has(std::string_view text) const { return ids_.contains(text); }
    // Empty for no name.
    [[nodiscard]] const std::string& operator[](NameId id) const {
        static const std::string kNone;
        return id.valid() ? texts_[id.index()] : kNone;
    }

private:
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, NameId> ids_;
};

}  // namespace backstep
