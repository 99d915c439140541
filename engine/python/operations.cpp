// SPDX-License-Identifier: GPL-3.0-or-later
// Long because it has what every value can, one function each: calls, attributes, items, operators, iteration, conversions.
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/python/class_slots.h"
#include "engine/python/core_types.h"
#include "engine/python/machine.h"
#include "engine/python/numbers.h"
#include "engine/python/sequences.h"

namespace backstep::python {
namespace {

constexpr std::array<const char*, 13> kBinarySigns{"+", "-", "*", "/", "** or pow()", "//", "%", "@", "&", "|", "^", "<<", ">>"};
constexpr std::array<const char*, 6> kCompareSigns{"<", "<=", ">", ">=", "==", "!="};
constexpr std::array<CompareOp, 6> kSwapped{CompareOp::Greater,   CompareOp::GreaterEqual, CompareOp::Less,
                                            CompareOp::LessEqual, CompareOp::Equal,        CompareOp::NotEqual};

std::string named(Interpreter& vm, const Value& v) { return "'" + vm.typeOf(v)->name + "'"; }

[[noreturn]] void badOperands(Interpreter& vm, const std::string& sign, const Value& a, const Value& b) {
    raise<TypeError>("unsupported operand type(s) for " + sign + ": " + named(vm, a) + " and " + named(vm, b));
}

}  // namespace

// ---- calls

Value Interpreter::call(const Value& callee, const Call& call) {
    if (callee.isObject()) {
        if (callee.object()->type == types.function) return machine_->call(*static_cast<Function*>(callee.object()), call);
        if (const auto slot = callee.object()->type->slots.call) return slot(*this, callee, call);
    }
    raise<TypeError>(named(*this, callee) + " object is not callable");
}

Value Interpreter::call(const Value& callee, std::initializer_list<Value> arguments) {
    return call(callee, Call{arguments.begin(), arguments.size(), {}});
}

Value Interpreter::call(const Value& callee, std::span<const Value> arguments,
                        std::span<const std::pair<std::string_view, Value>> keywords) {
    if (keywords.empty()) return call(callee, Call{arguments.data(), arguments.size(), {}});
    std::vector<Value> all(arguments.begin(), arguments.end());
    std::vector<Str*> keys;
    for (const auto& [name, value] : keywords) {
        keys.push_back(intern(name));
        all.push_back(value);
    }
    return call(callee, Call{all.data(), arguments.size(), keys});
}

Value Interpreter::callMethod(const Value& object, std::string_view name, std::initializer_list<Value> arguments) {
    return call(getAttribute(object, intern(name)), arguments);
}

// ---- attributes

Value Interpreter::getAttribute(const Value& object, Str* name) {
    const auto slot = typeOf(object)->slots.getAttribute;
    Value value = slot ? slot(*this, object, name) : genericGetAttribute(object, name);
    if (value.isEmpty()) raiseNoAttribute(*this, object, name);
    return value;
}

Value Interpreter::findAttribute(const Value& object, Str* name) {
    try {
        const auto slot = typeOf(object)->slots.getAttribute;
        return slot ? slot(*this, object, name) : genericGetAttribute(object, name);
    } catch (const PythonError& error) {
        if (!isA(error, AttributeError)) throw;
        return {};
    }
}

Value Interpreter::nativeGetAttribute(const Value& object, Str* name) {
    for (const Type* type : typeOf(object)->mro) {
        if (type->ofProgram) continue;
        if (type->slots.getAttribute) return type->slots.getAttribute(*this, object, name);
        break;
    }
    return genericGetAttribute(object, name);
}

void Interpreter::setAttribute(const Value& object, Str* name, const Value& value) {
    const auto slot = typeOf(object)->slots.setAttribute;
    if (slot) {
        slot(*this, object, name, value);
    } else {
        genericSetAttribute(object, name, value);
    }
}

Value Interpreter::findSpecial(const Value& object, Str* name) {
    Type* type = typeOf(object);
    const Value* found = type->find(name);
    if (!found) return {};
    const Value attribute = *found;
    return describe(*this, attribute, object, *type);
}

// ---- items

Value Interpreter::getItem(const Value& object, const Value& key) {
    Type* type = typeOf(object);
    if (type->slots.getItem) return type->slots.getItem(*this, object, key);
    if (object.is<Type>()) {  // list[int], in annotations
        const Value hook = findAttribute(object, names.classGetItem);
        if (!hook.isEmpty()) return call(hook, {key});
        if (object.as<Type>() == types.type) return call(getAttribute(importModule("types"), "GenericAlias"), {object, key});
        raise<TypeError>("type '" + object.as<Type>()->name + "' is not subscriptable");
    }
    raise<TypeError>(named(*this, object) + " object is not subscriptable");
}

void Interpreter::setItem(const Value& object, const Value& key, const Value& value) {
    const auto slot = typeOf(object)->slots.setItem;
    if (!slot) raise<TypeError>(named(*this, object) + " object does not support item assignment");
    slot(*this, object, key, value);
}

void Interpreter::deleteItem(const Value& object, const Value& key) {
    const auto slot = typeOf(object)->slots.deleteItem;
    if (!slot) {
        const Type* type = typeOf(object);
        const bool sequence = type->ofProgram || type->slots.getItem != nullptr;
        raise<TypeError>(named(*this, object) +
                         (sequence ? " object doesn't support item deletion" : " object does not support item deletion"));
    }
    slot(*this, object, key);
}

std::int64_t Interpreter::length(const Value& object) {
    const auto slot = typeOf(object)->slots.length;
    if (!slot) raise<TypeError>("object of type " + named(*this, object) + " has no len()");
    return slot(*this, object);
}

bool Interpreter::contains(const Value& container, const Value& item) {
    Type* type = typeOf(container);
    if (type->slots.contains) return type->slots.contains(*this, container, item);
    if (!type->slots.iterate && !type->slots.getItem) raise<TypeError>("argument of type " + named(*this, container) + " is not iterable");
    const Value it = iterate(container);
    for (Value each; next(it, each);) {
        if (equal(each, item)) return true;
    }
    return false;
}

bool Interpreter::truth(const Value& value) {
    switch (value.tag()) {
        case Tag::Empty:
        case Tag::None: return false;
        case Tag::Ellipsis:
        case Tag::NotImplemented: return true;
        case Tag::Bool:
        case Tag::Int: return value.integer() != 0;
        case Tag::Float: return value.real() != 0;
        case Tag::Object: break;
    }
    const Slots& slots = value.object()->type->slots;
    if (slots.truth) return slots.truth(*this, value);
    return slots.length ? slots.length(*this, value) != 0 : true;
}

std::uint64_t Interpreter::hash(const Value& value) {
    if (value.isInt() || value.isBool()) return hashOf(value.integer());
    const auto slot = typeOf(value)->slots.hash;
    if (!slot) raise<TypeError>("unhashable type: " + named(*this, value));
    return slot(*this, value);
}

// ---- texts

std::string Interpreter::repr(const Value& value) {
    switch (value.tag()) {
        case Tag::None: return "None";
        case Tag::Bool: return value.boolean() ? "True" : "False";
        case Tag::Int: return std::to_string(value.integer());
        case Tag::Float: return shortest(value.real());
        case Tag::Empty:
        case Tag::Ellipsis:
        case Tag::NotImplemented:
        case Tag::Object: break;
    }
    const Value text = typeOf(value)->slots.repr(*this, value);
    return text.as<Str>()->text;
}

std::string Interpreter::str(const Value& value) {
    if (const Str* s = value.as<Str>(); s && s->type == types.str) return s->text;
    const auto slot = typeOf(value)->slots.str;
    if (!slot) return repr(value);
    const Value text = slot(*this, value);
    return text.as<Str>()->text;
}

std::string Interpreter::format(const Value& value, std::string_view spec) {
    if (const auto slot = typeOf(value)->slots.format) {
        const Value text = slot(*this, value, spec);
        return text.as<Str>()->text;
    }
    if (spec.empty()) return str(value);
    raise<TypeError>("unsupported format string passed to " + typeOf(value)->name + ".__format__");
}

// ---- operators

Value Interpreter::binary(BinaryOp op, const Value& left, const Value& right) {
    checkStop();
    Type* a = typeOf(left);
    Type* b = typeOf(right);
    const bool rightFirst = a != b && b->slots.binary && b->slots.binary != a->slots.binary && b->isSubtype(a);
    const bool rightClass = a != b && b->slots.binary && b->ofProgram && b->isSubtype(a);
    if (rightFirst || rightClass) {
        Value result = b->slots.binary(*this, op, right, left, true);
        if (!result.isNotImplemented()) return result;
    }
    if (a->slots.binary) {
        Value result = a->slots.binary(*this, op, left, right, false);
        if (!result.isNotImplemented()) return result;
    }
    if (a != b && b->slots.binary && !rightFirst && !rightClass) {
        Value result = b->slots.binary(*this, op, right, left, true);
        if (!result.isNotImplemented()) return result;
    }
    badOperands(*this, kBinarySigns[static_cast<std::size_t>(op)], left, right);
}

Value Interpreter::inplace(BinaryOp op, const Value& left, const Value& right) {
    if (left.isObject()) {
        if (const auto slot = left.object()->type->slots.inplace) {
            const Value held = left;  // the program may drop it while it works
            Value result = slot(*this, op, held, right);
            if (!result.isNotImplemented()) return result;
        }
    }
    Type* a = typeOf(left);
    Type* b = typeOf(right);
    // As binary(), but the message names the augmented operator.
    if (a->slots.binary || b->slots.binary) {
        if (a != b && b->slots.binary && b->isSubtype(a)) return binary(op, left, right);
        if (a->slots.binary) {
            Value result = a->slots.binary(*this, op, left, right, false);
            if (!result.isNotImplemented()) return result;
        }
        const bool noSequence = op == BinaryOp::Multiply && (left.is<Dict>() || left.is<Set>());  // as CPython: x *= 'a' asks no further
        if (a != b && b->slots.binary && !noSequence) {
            Value result = b->slots.binary(*this, op, right, left, true);
            if (!result.isNotImplemented()) return result;
        }
    }
    badOperands(*this, op == BinaryOp::Power ? "**=" : std::string(kBinarySigns[static_cast<std::size_t>(op)]) + "=", left, right);
}

Value Interpreter::unary(UnaryOp op, const Value& operand) {
    if (op == UnaryOp::Not) return Value(!truth(operand));
    if (const auto slot = typeOf(operand)->slots.unary) {
        Value result = slot(*this, op, operand);
        if (!result.isNotImplemented()) return result;
    }
    const char* sign = op == UnaryOp::Minus ? "-" : op == UnaryOp::Plus ? "+" : "~";
    raise<TypeError>(std::string("bad operand type for unary ") + sign + ": " + named(*this, operand));
}

Value Interpreter::compare(CompareOp op, const Value& left, const Value& right) {
    checkStop();  // also for whoever compares all elements of something
    switch (op) {
        case CompareOp::Is: return Value(same(left, right));
        case CompareOp::IsNot: return Value(!same(left, right));
        case CompareOp::In: return Value(contains(right, left));
        case CompareOp::NotIn: return Value(!contains(right, left));
        case CompareOp::Less:
        case CompareOp::LessEqual:
        case CompareOp::Greater:
        case CompareOp::GreaterEqual:
        case CompareOp::Equal:
        case CompareOp::NotEqual: break;
    }
    Type* a = typeOf(left);
    Type* b = typeOf(right);
    const CompareOp swapped = kSwapped[static_cast<std::size_t>(op)];
    bool rightTried = false;
    if (a != b && b->slots.compare && b->isSubtype(a)) {
        rightTried = true;
        Value result = b->slots.compare(*this, swapped, right, left);
        if (!result.isNotImplemented()) return result;
    }
    if (a->slots.compare) {
        Value result = a->slots.compare(*this, op, left, right);
        if (!result.isNotImplemented()) return result;
    }
    if (!rightTried && b->slots.compare) {
        Value result = b->slots.compare(*this, swapped, right, left);
        if (!result.isNotImplemented()) return result;
    }
    if (op == CompareOp::Equal) return Value(same(left, right));
    if (op == CompareOp::NotEqual) return Value(!same(left, right));
    raise<TypeError>(std::string("'") + kCompareSigns[static_cast<std::size_t>(op)] + "' not supported between instances of " +
                     named(*this, left) + " and " + named(*this, right));
}

bool Interpreter::equal(const Value& left, const Value& right) {
    return same(left, right) || truth(compare(CompareOp::Equal, left, right));
}
bool Interpreter::less(const Value& left, const Value& right) { return truth(compare(CompareOp::Less, left, right)); }

// ---- iteration

Value Interpreter::iterate(const Value& iterable) {
    Type* type = typeOf(iterable);
    if (type->slots.iterate) return type->slots.iterate(*this, iterable);
    if (!type->slots.getItem || type->isSubtype(types.dict)) raise<TypeError>(named(*this, iterable) + " object is not iterable");
    return iterator([iterable, at = std::int64_t{0}](Interpreter& vm, Value& out) mutable {  // the old protocol: x[0], x[1] …
        try {
            out = vm.getItem(iterable, Value(at++));
            return true;
        } catch (const PythonError& error) {
            if (!isA(error, IndexError) && !isA(error, StopIteration)) throw;
            return false;
        }
    });
}

bool Interpreter::next(const Value& iterator, Value& out) {
    const auto slot = typeOf(iterator)->slots.next;
    if (!slot) raise<TypeError>(named(*this, iterator) + " object is not an iterator");
    return slot(*this, iterator, out);
}

std::vector<Value> Interpreter::toVector(const Value& iterable) {
    if (iterable.isObject()) {
        if (iterable.object()->type == types.list) return iterable.as<List>()->items;
        if (iterable.object()->type == types.tuple) return iterable.as<Tuple>()->items;
    }
    const Value it = iterate(iterable);
    const Ref<List> all = make<List>(types.list);  // counted while it grows
    for (Value item; next(it, item);) {
        willHold(*all, all->items.size() + 1);
        if ((all->items.size() & 1023) == 1023) countSteps(1);
        all->items.push_back(std::move(item));
    }
    return std::move(all->items);
}

// ---- conversions

bool Interpreter::asNumber(const Value& value, double& out) {
    if (value.isFloat()) {
        out = value.real();
    } else if (value.isInt() || value.isBool()) {
        out = static_cast<double>(value.integer());
    } else if (const BigInt* b = value.as<BigInt>()) {
        out = python::toDouble(b->number);
    } else {
        return false;
    }
    return true;
}

std::int64_t Interpreter::toIndex(const Value& value) {
    if (value.isInt() || value.isBool()) return value.integer();
    if (value.is<BigInt>()) raise<OverflowError>("Python int too large to convert to C ssize_t");
    const auto slot = typeOf(value)->slots.index;
    if (!slot) raise<TypeError>(named(*this, value) + " object cannot be interpreted as an integer");
    return slot(*this, value);
}

mpz_class Interpreter::toInteger(const Value& value) {
    if (const BigInt* b = value.as<BigInt>()) return b->number;
    return mpz_class(static_cast<long>(toIndex(value)));
}

double Interpreter::toDouble(const Value& value) {
    double number = 0;
    if (asNumber(value, number)) return number;
    const Slots& slots = typeOf(value)->slots;
    if (slots.real) return slots.real(*this, value);
    if (slots.index) return static_cast<double>(slots.index(*this, value));
    raise<TypeError>("must be real number, not " + typeOf(value)->name);
}

}  // namespace backstep::python
