// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/supported.h"

#include <array>
#include <string_view>

#include "engine/modules/modules.h"
#include "engine/modules/torch.h"
#include "engine/python/interpreter.h"
#include "engine/syntax/python_parser.h"

namespace backstep {
namespace {

using python::Value;

// One of each kind of statement and expression: the parser says whether it is done.
struct Sample {
    std::string_view name, text;
};
constexpr std::array kSamples{
    Sample{"assignment: chained, of several, starred", "a = b = 1\n(a, *b), c[0], d.e = f"},
    Sample{"augmented assignment", "a += 1"},
    Sample{"annotated assignment", "a: int = 1"},
    Sample{"walrus :=", "(a := 1)"},
    Sample{"import, from … import", "import a.b as c\nfrom a import b as c, d"},
    Sample{"if, elif, else", "if a: pass\nelif b: pass\nelse: pass"},
    Sample{"while … else", "while a: break\nelse: pass"},
    Sample{"for … else, break, continue", "for a, b in c: continue\nelse: pass"},
    Sample{"def with defaults, *args, **kwargs, keyword-only and positional-only parameters", "def f(a, /, b=1, *c, d, **e): return a"},
    Sample{"lambda", "lambda a, *b, c=1: a"},
    Sample{"decorators", "@a\ndef f(): pass"},
    Sample{"yield, yield from", "def f():\n    yield 1\n    yield from a"},
    Sample{"class with single and several bases", "class A(B, C):\n    x = 1"},
    Sample{"global, nonlocal", "def f():\n    global a\n    def g():\n        nonlocal b\n    b = 1"},
    Sample{"try, except, else, finally", "try: pass\nexcept (A, B) as e: pass\nelse: pass\nfinally: pass"},
    Sample{"raise … from", "raise A from B"},
    Sample{"with", "with a as b, c: pass"},
    Sample{"assert, del, pass", "assert a, b\ndel a, b[0]\npass"},
    Sample{"magics of notebooks: %matplotlib, !pip", "%matplotlib inline\n!pip install torch\n"},
    Sample{"match", "match a:\n    case 1: pass"},
    Sample{"except*", "try: pass\nexcept* A: pass"},
    Sample{"async and await", "async def f():\n    await a"},
    Sample{"arithmetic, @, //, %, **", "-a + b - c * d / e // f % g ** h @ i"},
    Sample{"comparison in chains, in, is", "a < b <= c != d in e not in f is g is not h == i"},
    Sample{"and, or, not, a if b else c", "a and b or not c if d else e"},
    Sample{"bits: & | ^ ~ << >>", "a & b | c ^ ~d << e >> f"},
    Sample{"index and slice", "a[1:2, ::3, None, ...]"},
    Sample{"list, tuple, dict and set, with * and **", "[1, *a], (1, *a), {1: 2, **a}, {1, *a}"},
    Sample{"comprehensions and generators", "[a for b in c if d], {a: b for a, b in c}, {a for a in b}, (a for a in b)"},
    Sample{"f-strings with formats", "f'{a!r:>{b}.2f} {c=}'"},
    Sample{"text: raw, triple, joined", "'a' \"b\" r'\\c' '''d'''"},
    Sample{"whole numbers of any size, hexadecimal, _", "1_000 + 0xFF + 0b1 + 0o7"},
    Sample{"bytes", "b'a'"},
    Sample{"complex numbers", "1j"},
};

bool isPublic(const std::string& name) { return !name.empty() && name[0] != '_'; }

class Asking {
public:
    explicit Asking(Supported& out) : out_(out), vm_(limits()) {}

    void run() {
        modules::addModules(vm_, recording_);
        for (const Value& name : list(vm_.builtins().fields.get())) builtin(textOf(name));
        // Some modules come into being with others.
        for (const char* name : {"torch", "numpy", "tensorflow", "d2l.torch", "matplotlib.pyplot"}) vm_.importModule(name);
        for (const std::string& name : vm_.moduleNames()) module(name);
        for (const std::string& name : vm_.refusedModules()) out_.refusedModules.insert(name);
        const python::BuiltinTypes& t = vm_.types;
        modules::Torch& torch = modules::Torch::of(vm_);
        for (const auto& [name, type] : {std::pair<const char*, python::Type*>{"Tensor", torch.tensor},
                                         {"ndarray", torch.array},
                                         {"str", t.str},
                                         {"list", t.list},
                                         {"tuple", t.tuple},
                                         {"dict", t.dict},
                                         {"set", t.set},
                                         {"int", t.integer},
                                         {"float", t.real}}) {
            if (type == nullptr) continue;
            for (const python::Type* each : type->mro) {
                for (const Value& key : list(each->attributes.get())) {
                    if (isPublic(textOf(key)) && !refusesMethod(name, textOf(key))) out_.types[name].insert(textOf(key));
                }
            }
        }
    }

private:
    Supported& out_;
    Recording recording_;
    python::Interpreter vm_;

    static python::Limits limits() {
        python::Limits l;
        l.steps = 50'000'000;
        return l;
    }
    static std::string textOf(const Value& key) {
        const auto* text = key.as<python::Str>();
        return text != nullptr ? text->text : std::string();
    }
    static std::vector<Value> list(const python::Dict* dict) {
        std::vector<Value> keys;
        if (dict == nullptr) return keys;
        for (const auto& entry : dict->entries) {
            if (!entry.key.isEmpty()) keys.push_back(entry.key);
        }
        return keys;
    }
    [[nodiscard]] bool isA(const Value& value, const python::Type* type) const { return value.isObject() && vm_.isInstance(value, type); }

    // Called without arguments a function that only refuses says so; others find something missing, or do no harm. (Of the
    // native ones only built-ins are there to refuse.)
    bool refuses(const Value& value, bool native) {
        const auto* type = value.as<python::Type>();
        const bool written = isA(value, vm_.types.function) || (type != nullptr && type->ofProgram);
        if (native ? !isA(value, vm_.types.nativeFunction) : !written) return false;
        try {
            vm_.call(value);
        } catch (const python::Unsupported&) {
            return true;
        } catch (const python::PythonError&) {
        }
        return false;
    }

    // The same of a method, on a value of its type; of tensors only those that turn them into what we have not.
    bool refusesMethod(const std::string& type, const std::string& method) {
        static const std::set<std::string> kConversions{"half", "bfloat16", "byte", "char", "short", "cfloat", "cdouble", "chalf"};
        Value value;
        if (type == "str") value = vm_.text("a");
        else if (type == "int") value = Value(std::int64_t{1});
        else if (type == "float") value = Value(1.0);
        else if (type == "Tensor" && kConversions.contains(method))
            value = vm_.callMethod(vm_.importModule("torch"), "ones", {Value(std::int64_t{1})});
        else return false;
        try {
            const Value bound = vm_.getAttribute(value, method);
            if (vm_.findAttribute(bound, "__call__").isEmpty()) return false;
            vm_.call(bound);
        } catch (const python::Unsupported&) {
            return true;
        } catch (const python::PythonError&) {
        }
        return false;
    }

    void builtin(const std::string& name) {
        const Value value = vm_.getAttribute(Value(&vm_.builtins()), name);
        if (!isPublic(name)) return;
        const auto* type = value.as<python::Type>();
        if (type != nullptr && type->isSubtype(python::typeOf(python::ErrorType::BaseException))) out_.exceptions.insert(name);
        else if (refuses(value, true)) out_.refused.insert("builtins." + name);
        else out_.builtins.insert(name);
    }

    // A module's own names. What it imported for itself is none, unless the original has it too.
    void module(const std::string& name) {
        if (!isPublic(name) || name.find("._") != std::string::npos || name == "builtins" || name.starts_with("__")) return;
        Value value;
        try {
            value = vm_.importModule(name);
        } catch (const python::PythonError&) {
            return;
        } catch (const python::Unsupported&) {
            return;
        }
        const auto* m = value.as<python::Module>();
        if (m == nullptr) return;
        std::set<std::string>& names = out_.modules[name];
        for (const Value& key : list(m->fields.get())) {
            const std::string each = textOf(key);
            if (!isPublic(each)) continue;
            const Value held = vm_.getAttribute(value, each);
            if (isA(held, vm_.types.module) && !vm_.hasModule(name + "." + each)) continue;
            if (refuses(held, false)) out_.refused.insert(name + "." + each);
            else names.insert(each);
        }
    }
};

Supported ask() {
    Supported out;
    Asking(out).run();
    for (const Sample& sample : kSamples) {
        const ParsedProgram parsed = parsePython(Source(std::string(sample.text)));
        out.syntax.push_back({std::string(sample.name), parsed.ok() && parsed.unsupported.empty()});
    }
    return out;
}

}  // namespace

const Supported& supported() {
    static const Supported table = ask();
    return table;
}

}  // namespace backstep
