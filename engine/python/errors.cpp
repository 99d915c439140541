// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/python/errors.h"

#include "engine/python/interpreter.h"

namespace backstep::python {

Type* typeOf(ErrorType type) { return Interpreter::current().types.errors[static_cast<std::size_t>(type)]; }

Ref<Exception> makeException(Type* type, std::vector<Value> arguments) {
    const Ref<Object> made = type->layout->make(type);
    Ref<Exception> exception(cast<Exception>(made.get()));
    exception->arguments = Interpreter::current().tuple(std::move(arguments));
    return exception;
}

void raise(Ref<Exception> exception) { throw PythonError{std::move(exception)}; }
void raise(Type* type, std::vector<Value> arguments) { throw PythonError{makeException(type, std::move(arguments))}; }
void raise(Type* type, std::string message) { raise(type, {Interpreter::current().text(std::move(message))}); }
void raise(ErrorType type, std::string message) { raise(typeOf(type), std::move(message)); }

bool isA(const PythonError& error, ErrorType type) { return error.exception->type->isSubtype(typeOf(type)); }

void unsupported(std::string what, std::string hint) { throw Unsupported{std::move(what), {}, 0, std::move(hint)}; }

}  // namespace backstep::python
