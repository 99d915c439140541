// SPDX-License-Identifier: GPL-3.0-or-later
// What str, list, tuple, dict, set and range share: indices, slices, iterators, and the slots that operators need.
#pragma once

#include "engine/python/interpreter.h"

namespace backstep::python {

// A slice laid on a length: start, start + step, … count times.
struct SliceRange {
    std::int64_t start = 0, stop = 0, step = 1, count = 0;
};
SliceRange sliceOn(Interpreter& vm, const Slice& slice, std::int64_t length);
[[nodiscard]] inline bool isIndex(Interpreter& vm, const Value& v) {
    return v.isInt() || v.isBool() || vm.typeOf(v)->slots.index != nullptr;
}
// The place of key in a sequence of this length; raises "list index out of range" …
std::int64_t placeOf(Interpreter& vm, const Value& key, std::int64_t length, const char* outOfRange);

[[nodiscard]] std::string quoted(std::string_view text);     // 'it''s repr', with escapes
[[nodiscard]] std::string asciiOnly(std::string_view text);  // of ascii(): the rest as \x, \u, \U
[[nodiscard]] std::string codePointAt(const Str& text, std::int64_t place);
[[nodiscard]] std::string sliceOf(const Str& text, const SliceRange& range);
[[nodiscard]] std::size_t byteOffset(const Str& text, std::int64_t place);  // of a code point

// The shapes of iterators that loops step through without a call.
struct SequenceIterator : Object {  // over a list or a tuple; an exhausted one drops it
    Ref<Object> sequence;
    std::size_t at = 0;
};
struct RangeIterator : Object {
    std::int64_t next = 0, step = 1, left = 0;
};
struct DictIterator : Object {
    enum class Part : std::uint8_t { Keys, Values, Items };
    Ref<Dict> dict;
    std::size_t at = 0, count = 0;
    Part part = Part::Keys;
};
[[nodiscard]] Value iterateDict(Interpreter& vm, const Ref<Dict>& dict, DictIterator::Part part);

// Joined reprs of items, guarded against an object that holds itself.
std::string reprOfItems(Interpreter& vm, const Value& self, std::span<const Value> items, const char* open, const char* close);

void installSequences(Interpreter& vm);

}  // namespace backstep::python
