// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/source.h"

#include <utility>

namespace backstep {

Source::Source(std::string text, std::string name) : text_(std::move(text)), name_(std::move(name)), starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
}

std::string_view Source::slice(Span span) const {
    const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
    const std::size_t end = std::min<std::size_t>(span.end, text_.size());
    return std::string_view(text_).substr(begin, end - begin);
}

Place Source::placeOf(std::uint32_t offset) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
    const auto line = static_cast<std::uint32_t>(after - starts_.begin());
    std::uint32_t column = 1;
    for (std::size_t i = starts_[line - 1]; i < offset && i < text_.size(); ++i) {
        if ((static_cast<unsigned char>(text_[i]) & 0xC0U) != 0x80) ++column;
    }
    return {line, column};
}

std::string_view Source::line(std::uint32_t number) const {
    if (number == 0 || number > starts_.size()) return {};
    const std::size_t begin = starts_[number - 1];
    std::size_t end = text_.find('\n', begin);
    if (end == std::string::npos) end = text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return std::string_view(text_).substr(begin, end - begin);
}

}  // namespace backstep
