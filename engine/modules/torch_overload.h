// SPDX-License-Identifier: GPL-3.0-or-later
// An overload of a function of torch, read from the text that torch prints: "(Tensor input, *, Number alpha=1, Tensor out=None)";
// and a call's arguments bound to one of several, or what torch says of a call that fits none.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/modules/torch.h"

namespace backstep::modules {

struct TorchParameter {
    enum class Kind : std::uint8_t {
        Tensor,
        Number,
        Int,
        Float,
        Bool,
        Text,
        DType,
        Dims,
        Sizes,
        Names,
        Tensors,
        Device,
        Layout,
        Generator,
        Object,
        Any
    };
    Kind kind = Kind::Any;
    std::string type;  // as torch prints it: "Tensor", "Number", "tuple of ints"
    python::Str* name = nullptr;
    python::Str* numpyName = nullptr;  // another name for it: `axis` for `dim`, `x` for `input`
    bool optional = false, allowNone = false, keywordOnly = false;
};

struct TorchOverload {
    std::string text;
    std::vector<TorchParameter> parameters;
    std::size_t positional = 0;
    std::ptrdiff_t input = -1;  // where a method's self goes
    std::size_t number = 0;     // among those of the definition
    bool numbersAsTensors = false;
};

// What one call can mean.
struct TorchOverloads {
    std::string name;
    std::vector<TorchOverload> overloads;
    bool hasOld = false;  // torch has deprecated ones besides, which it does not print
};

[[nodiscard]] TorchOverload readOverload(Interpreter& vm, std::string_view text);
// The text for the method: without self and `out`.
[[nodiscard]] std::string methodText(std::string_view text);
[[nodiscard]] bool hasInput(std::string_view overload);
// The overload that takes the call, and the arguments by its parameters; raises what torch says where none does.
const TorchOverload& bindArguments(Interpreter& vm, const TorchOverloads& overloads, std::span<const Value> given,
                                   std::span<python::Str* const> names, const Value* keywords, std::vector<Value>& bound);
// What counts as a whole number among sizes.
[[nodiscard]] bool isSize(Interpreter& vm, const Value& value);
// A Python number of any kind that torch takes for one: bool, int, float, numpy scalar.
[[nodiscard]] bool isPythonNumber(Interpreter& vm, const Value& value);

}  // namespace backstep::modules
