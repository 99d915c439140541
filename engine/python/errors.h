// SPDX-License-Identifier: GPL-3.0-or-later
// Raising Python exceptions from C++: raise<TypeError>("…"). In C++ every one is a PythonError.
#pragma once

#include <string>

#include "engine/python/limits.h"
#include "engine/python/object.h"

namespace backstep::python {

struct PythonError {
    Ref<Exception> exception;
};

enum class ErrorType : std::uint8_t {
    BaseException,
#define EXCEPTION(name, base) name,
#include "engine/python/exceptions.def"
};
inline constexpr std::size_t kErrorTypes = static_cast<std::size_t>(ErrorType::UserWarning) + 1;

// The tags: raise<TypeError>("…"). (Exception is the C++ struct, so its tag is AnyException.)
inline constexpr auto ArithmeticError = ErrorType::ArithmeticError;
inline constexpr auto AssertionError = ErrorType::AssertionError;
inline constexpr auto AttributeError = ErrorType::AttributeError;
inline constexpr auto ImportError = ErrorType::ImportError;
inline constexpr auto IndexError = ErrorType::IndexError;
inline constexpr auto KeyError = ErrorType::KeyError;
inline constexpr auto LookupError = ErrorType::LookupError;
inline constexpr auto ModuleNotFoundError = ErrorType::ModuleNotFoundError;
inline constexpr auto NameError = ErrorType::NameError;
inline constexpr auto NotImplementedError = ErrorType::NotImplementedError;
inline constexpr auto OverflowError = ErrorType::OverflowError;
inline constexpr auto RecursionError = ErrorType::RecursionError;
inline constexpr auto RuntimeError = ErrorType::RuntimeError;
inline constexpr auto StopIteration = ErrorType::StopIteration;
inline constexpr auto TypeError = ErrorType::TypeError;
inline constexpr auto UnboundLocalError = ErrorType::UnboundLocalError;
inline constexpr auto ValueError = ErrorType::ValueError;
inline constexpr auto ZeroDivisionError = ErrorType::ZeroDivisionError;
inline constexpr auto AnyException = ErrorType::Exception;

[[noreturn]] void raise(ErrorType type, std::string message);
[[noreturn]] void raise(Type* type, std::string message);
[[noreturn]] void raise(Type* type, std::vector<Value> arguments);
[[noreturn]] void raise(Ref<Exception> exception);
template <ErrorType E>
[[noreturn]] void raise(std::string message) {
    raise(E, std::move(message));
}
[[nodiscard]] Type* typeOf(ErrorType type);
[[nodiscard]] Ref<Exception> makeException(Type* type, std::vector<Value> arguments);
[[nodiscard]] bool isA(const PythonError& error, ErrorType type);

// Refuses what we do not do, by name; uncatchable. The span is filled in by the machine.
[[noreturn]] void unsupported(std::string what, std::string hint = {});

}  // namespace backstep::python
