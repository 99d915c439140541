// SPDX-License-Identifier: GPL-3.0-or-later
// Arguments of a function of torch that is also a method of Tensor, read with torch's words for what does not fit.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/modules/torch.h"

namespace backstep::modules {

class Given {
public:
    Given(Interpreter& interpreter, Arguments& arguments, std::string_view function, bool isMethod)
        : vm(interpreter), g(gradOf(interpreter)), a(arguments), name(function), method(isMethod) {}

    Interpreter& vm;
    Autograd& g;
    Arguments& a;
    std::string_view name;
    bool method;

    // `i` counts the parameters of the signature, input or self included.
    [[nodiscard]] bool has(std::size_t i) const { return a.has(i); }
    [[nodiscard]] Var self() const { return tensor(0, "input"); }
    [[nodiscard]] Var tensor(std::size_t i, const char* parameter) const;
    [[nodiscard]] Var tensorOrNumber(std::size_t i, const char* parameter) const;
    [[nodiscard]] std::int64_t integer(std::size_t i, const char* parameter) const;
    [[nodiscard]] std::int64_t integer(std::size_t i, const char* parameter, std::int64_t standard) const;
    [[nodiscard]] bool truth(std::size_t i, bool standard = false) const;
    // A list or tuple of whole numbers; one alone where `oneToo`.
    [[nodiscard]] std::vector<std::int64_t> integers(std::size_t i, const char* parameter, const char* type = "tuple of ints",
                                                     bool oneToo = true) const;
    // view(2, 3), view((2, 3)), view(size=(2, 3)) of a method whose signature ends with *args, **kw.
    [[nodiscard]] std::vector<std::int64_t> sizes(const char* parameter, const char* type = "tuple of SymInts") const;
    [[nodiscard]] std::vector<Var> tensors(std::size_t i, const char* parameter) const;
    // The value of **kw `word`, or of `i` where it was not given that way: axis for dim.
    [[nodiscard]] const Value& either(std::size_t i, std::string_view word) const;

    [[noreturn]] void wrongType(std::size_t i, const char* parameter, const char* type, const Value& value) const;
    [[noreturn]] void missing(const char* parameters, int count = 1) const;

private:
    [[nodiscard]] bool isWhole(const Value& value) const;
};

using GivenCode = std::function<Value(Given&)>;

// torch.NAME(input, …) and Tensor.NAME(self, …): `parameters` are those behind the first, "dim=..., keepdim=False".
void defineShared(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code);
void defineTensorMethod(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code);
void defineTorchFunction(Interpreter& vm, const std::string& name, const std::string& parameters, GivenCode code);

}  // namespace backstep::modules
