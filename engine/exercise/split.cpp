// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exercise/split.h"

#include <algorithm>
#include <optional>

namespace backstep::exercise {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
}

struct Fence {
    char mark = '`';
    std::size_t length = 0;
    std::string_view info;
};

// A line that opens a fence: at most three spaces, three or more of one mark, what it is.
std::optional<Fence> fenceOf(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && at < 4 && line[at] == ' ') ++at;
    if (at > 3 || at == line.size() || (line[at] != '`' && line[at] != '~')) return {};
    Fence fence{line[at], 0, {}};
    while (at < line.size() && line[at] == fence.mark) ++at, ++fence.length;
    fence.info = trimmed(line.substr(at));
    if (fence.length < 3 || (fence.mark == '`' && fence.info.find('`') != std::string_view::npos)) return {};
    return fence;
}

class Splitter {
public:
    Splitter(std::string_view text, Faults& faults) : text_(text), faults_(faults) {}

    Split split() {
        frontMatter();
        while (at_ < text_.size()) line();
        endProse(static_cast<std::uint32_t>(text_.size()));
        if (fence_) faults_.push_back({FaultKind::FenceOpen, opened_, {}});
        else if (!language_.empty()) faults_.push_back({FaultKind::LanguageOpen, languageSpan_, {language_}});
        return std::move(out_);
    }

private:
    std::string_view text_;
    Faults& faults_;
    Split out_;
    std::size_t at_ = 0;
    std::uint32_t proseFrom_ = 0;
    std::optional<Fence> fence_;
    Span opened_, languageSpan_;
    std::optional<Section> block_;
    std::string language_;

    // The line at at_, without its end; moves past it.
    std::string_view next(std::uint32_t& begin) {
        begin = static_cast<std::uint32_t>(at_);
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        at_ = std::min(end + 1, text_.size());
        return text_.substr(begin, end - begin);
    }
    Span spanOf(std::string_view part) const {
        const auto begin = static_cast<std::uint32_t>(part.data() - text_.data());
        return {begin, begin + static_cast<std::uint32_t>(part.size())};
    }

    void frontMatter() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        std::uint32_t begin = 0;
        while (at_ < text_.size()) {
            const std::size_t before = at_;
            const std::string_view first = trimmed(next(begin));
            if (first.empty()) continue;
            if (first == "+++") break;
            faults_.push_back({FaultKind::NoFrontMatter, spanOf(first), {}});
            at_ = before;
            proseFrom_ = static_cast<std::uint32_t>(before);
            return;
        }
        if (at_ >= text_.size()) return void(faults_.push_back({FaultKind::NoFrontMatter, {0, 0}, {}}));
        out_.front = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(text_.size())};
        const Span opening = {begin, begin + 3};
        while (at_ < text_.size()) {
            if (trimmed(next(begin)) != "+++") continue;
            out_.front.end = begin;
            proseFrom_ = static_cast<std::uint32_t>(at_);
            return;
        }
        faults_.push_back({FaultKind::FrontMatterOpen, opening, {}});
        out_.front = {};
        proseFrom_ = static_cast<std::uint32_t>(at_);
    }

    void endProse(std::uint32_t end) {
        if (proseFrom_ < end && text_.substr(proseFrom_, end - proseFrom_).find_first_not_of(" \t\r\n") != std::string_view::npos) {
            out_.sections.push_back({Section::Kind::Prose, language_, {}, {}, {proseFrom_, end}});
        }
        proseFrom_ = static_cast<std::uint32_t>(at_);
    }

    void line() {
        std::uint32_t begin = 0;
        const std::string_view whole = next(begin);
        const std::string_view words = trimmed(whole);
        if (fence_) return insideFence(whole, words, begin);
        if (const auto fence = fenceOf(whole)) return openFence(*fence, words, begin);
        if (words.starts_with(":::")) return changeLanguage(words, begin);
        if (words != "---") return;
        endProse(begin);
        out_.sections.push_back({Section::Kind::PageBreak, {}, {}, {}, spanOf(words)});
    }

    void openFence(const Fence& fence, std::string_view words, std::uint32_t begin) {
        fence_ = fence;
        opened_ = spanOf(words);
        constexpr std::string_view kToml = "toml ";
        if (!fence.info.starts_with(kToml)) return;
        const std::string_view name = trimmed(fence.info.substr(kToml.size()));
        endProse(begin);
        block_ = Section{Section::Kind::Block, {}, std::string(name), spanOf(name), {static_cast<std::uint32_t>(at_), 0}};
    }

    void insideFence(std::string_view whole, std::string_view words, std::uint32_t begin) {
        const auto closing = fenceOf(whole);
        const bool closes = closing && closing->mark == fence_->mark && closing->length >= fence_->length && closing->info.empty();
        if (!closes || words.empty()) return;
        fence_.reset();
        if (!block_) return;
        block_->span.end = begin;
        out_.sections.push_back(*block_);
        block_.reset();
        proseFrom_ = static_cast<std::uint32_t>(at_);
    }

    void changeLanguage(std::string_view words, std::uint32_t begin) {
        const std::string_view name = trimmed(words.substr(3));
        endProse(begin);
        if (!name.empty() && !language_.empty()) faults_.push_back({FaultKind::LanguageNested, spanOf(words), {}});
        if (name.empty() && language_.empty()) faults_.push_back({FaultKind::LanguageNested, spanOf(words), {}});
        language_ = name;
        languageSpan_ = spanOf(words);
    }
};

}  // namespace

Split splitFile(std::string_view text, Faults& faults) { return Splitter(text, faults).split(); }

}  // namespace backstep::exercise
