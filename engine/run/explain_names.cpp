// SPDX-License-Identifier: GPL-3.0-or-later
// Errors of names: variables, modules, attributes; what was meant, and what is missing.
#include <algorithm>
#include <array>

#include "engine/run/explain_parts.h"
#include "engine/run/explain_slice.h"

namespace backstep {
namespace {

using enum ExplanationKind;

struct Known {
    std::string_view name, import;
};
// What programs of textbooks call the modules.
constexpr std::array kImports{
    Known{"torch", "import torch"},
    Known{"np", "import numpy as np"},
    Known{"numpy", "import numpy"},
    Known{"plt", "import matplotlib.pyplot as plt"},
    Known{"matplotlib", "import matplotlib"},
    Known{"F", "import torch.nn.functional as F"},
    Known{"nn", "from torch import nn"},
    Known{"optim", "from torch import optim"},
    Known{"autograd", "from torch import autograd"},
    Known{"Variable", "from torch.autograd import Variable"},
    Known{"Function", "from torch.autograd import Function"},
    Known{"d2l", "from d2l import torch as d2l"},
    Known{"tf", "import tensorflow as tf"},
    Known{"math", "import math"},
    Known{"random", "import random"},
    Known{"itertools", "import itertools"},
    Known{"functools", "import functools"},
    Known{"collections", "import collections"},
    Known{"copy", "import copy"},
    Known{"time", "import time"},
    Known{"display", "from IPython import display"},
    Known{"Tensor", "from torch import Tensor"},
    Known{"Parameter", "from torch.nn import Parameter"},
    Known{"defaultdict", "from collections import defaultdict"},
    Known{"namedtuple", "from collections import namedtuple"},
    Known{"Counter", "from collections import Counter"},
    Known{"dataclass", "from dataclasses import dataclass"},
    Known{"partial", "from functools import partial"},
    Known{"reduce", "from functools import reduce"},
};
// Words of other languages, and how Python writes them.
constexpr std::array kForeign{Known{"true", "True"},      Known{"TRUE", "True"}, Known{"false", "False"}, Known{"FALSE", "False"},
                              Known{"null", "None"},      Known{"NULL", "None"}, Known{"nil", "None"},    Known{"none", "None"},
                              Known{"undefined", "None"}, Known{"this", "self"}};
// Functions that live in torch, and in math for plain numbers.
constexpr std::array<std::string_view, 44> kTorchFunctions{
    "tensor", "arange",     "linspace",  "zeros",   "ones",      "full", "eye",     "rand",     "randn",  "randint", "manual_seed",
    "sin",    "cos",        "tan",       "exp",     "log",       "sqrt", "tanh",    "sigmoid",  "relu",   "softmax", "mean",
    "matmul", "mm",         "dot",       "cat",     "stack",     "norm", "no_grad", "argmax",   "argmin", "where",   "clamp",
    "outer",  "zeros_like", "ones_like", "reshape", "transpose", "grad", "einsum",  "logspace", "normal", "std",     "var"};
constexpr std::array<std::string_view, 12> kMathFunctions{"pi",   "sin",   "cos",  "tan", "exp",   "log",
                                                          "sqrt", "floor", "ceil", "inf", "isnan", "log10"};
constexpr std::array<std::string_view, 30> kModules{"torch",
                                                    "numpy",
                                                    "math",
                                                    "random",
                                                    "itertools",
                                                    "functools",
                                                    "collections",
                                                    "matplotlib",
                                                    "matplotlib.pyplot",
                                                    "tensorflow",
                                                    "d2l",
                                                    "IPython",
                                                    "torch.nn",
                                                    "torch.nn.functional",
                                                    "torch.optim",
                                                    "torch.autograd",
                                                    "copy",
                                                    "typing",
                                                    "dataclasses",
                                                    "operator",
                                                    "statistics",
                                                    "string",
                                                    "contextlib",
                                                    "warnings",
                                                    "time",
                                                    "sys",
                                                    "abc",
                                                    "enum",
                                                    "heapq",
                                                    "bisect"};

// Packages that exist: nothing else was meant.
constexpr std::array<std::string_view, 20> kElsewhere{
    "scipy", "pandas", "sklearn", "seaborn", "sympy",        "jax",       "torchvision", "torchviz", "torchinfo", "autograd",
    "mxnet", "keras",  "cv2",     "PIL",     "torchsummary", "torchtext", "functorch",   "graphviz", "plotly",    "tensorboard"};

template <class List>
bool holds(const List& list, std::string_view name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

// Where an import goes: before the first statement that is no docstring and no import from __future__.
Fix importLine(const ProgramView& view, const std::string& line) {
    std::uint32_t at = 0;
    for (const StmtId id : view.ast.body) {
        const auto* first = view.as<ExpressionStmt>(id);
        const auto* import = view.as<ImportFromStmt>(id);
        const bool skip = (first != nullptr && view.as<TextExpr>(first->value) && id == view.ast.body.front()) ||
                          (import != nullptr && import->module == "__future__");
        at = view.lineStart(view.spanOf(id).begin);
        if (!skip) break;
        at = view.spanOf(id).end;
    }
    const bool behind = at > 0 && view.source.text()[at - 1] != '\n';
    return Explaining::insert(at, behind ? "\n" + line : line + "\n");
}

void unknownName(Explaining& e) {
    const ProgramView& view = e.view;
    const std::string name = e.fact("name");
    const auto replace = [&](const std::string& with) {
        e.fact("meant", with);
        const ExprId id = view.at(view.error.span);
        if (view.as<NameExpr>(id) != nullptr && view.text(id) == name) e.offer(FixKind::Replace, {{view.spanOf(id), with}}, {name, with});
    };
    for (const Known& known : kForeign) {
        if (known.name == name) return e.fact("foreign", "yes"), replace(std::string(known.import));
    }
    if (const ExprId later = view.assignedAfter(name, view.error.span.begin);
        later.valid() && !view.functionAround(view.error.span.begin).valid()) {
        e.relate(view.spanOf(view.statementOf(later)));
        e.fact("later", "yes");
        return;
    }
    for (const Known& known : kImports) {
        if (known.name != name) continue;
        e.fact("import", std::string(known.import));
        e.offer(FixKind::Import, {importLine(view, std::string(known.import))}, {std::string(known.import)});
        return;
    }
    if (!view.error.suggestion.empty()) replace(view.error.suggestion);
    else if (const std::string constant = nearest(name, {"True", "False", "None"}, 2); !constant.empty() && name.size() > 3)
        replace(constant);
    const std::string torch = view.aliasOf("torch"), math = view.aliasOf("math");
    const auto prefix = [&](const std::string& module) {
        e.fact("prefixed", module + "." + name);
        replace(module + "." + name);
    };
    if (holds(kTorchFunctions, name) && !torch.empty()) prefix(torch);
    else if (holds(kMathFunctions, name) && !math.empty()) prefix(math);
    else if (holds(kMathFunctions, name) && torch.empty()) {
        e.fact("import", "from math import " + name);
        e.offer(FixKind::Import, {importLine(view, "from math import " + name)}, {"from math import " + name});
    }
    // A name of a function that has ended, or of another function.
    for (std::size_t i = 0; i < view.ast.stmts.size(); ++i) {
        const auto* store = view.as<StoreStmt>(StmtId(i));
        if (store == nullptr || !e.fact("meant").empty()) continue;
        const StmtId function = view.functionAround(view.spanOf(StmtId(i)).begin);
        const bool same = function == view.functionAround(view.error.span.begin);
        for (const ExprId target : store->targets) {
            if (view.text(target) == name && function.valid() && !same) e.fact("ofFunction", view.as<DefStmt>(function)->name);
        }
    }
}

void nameNotYet(Explaining& e) {
    const ProgramView& view = e.view;
    const std::string name = e.fact("name");
    const StmtId function = view.functionAround(view.error.span.begin);
    const auto* def = view.as<DefStmt>(function);
    if (def == nullptr) return;
    e.fact("function", def->name);
    // Assigned outside too: then that one may have been meant.
    bool outside = false, enclosing = false;
    for (std::size_t i = 0; i < view.ast.stmts.size(); ++i) {
        const auto* store = view.as<StoreStmt>(StmtId(i));
        if (store == nullptr) continue;
        const bool named = std::any_of(store->targets.begin(), store->targets.end(), [&](ExprId t) { return view.text(t) == name; });
        const StmtId around = view.functionAround(view.spanOf(StmtId(i)).begin);
        if (!named || around == function) continue;
        outside = outside || !around.valid();
        enclosing = enclosing || (around.valid() && view.parent(function).valid());
    }
    const std::uint32_t begin = view.spanOf(def->body.front()).begin;
    if (!outside && !enclosing) return;
    const std::string word = enclosing ? "nonlocal " : "global ";
    e.fact("outside", "yes");
    const bool ownLine = view.lineStart(begin) + view.indentOf(begin).size() == begin;
    if (ownLine) e.offer(FixKind::Global, {e.lineBefore(begin, word + name)}, {name});
}

void unknownModule(Explaining& e) {
    const std::string module = e.fact("module");
    const std::string root = module.substr(0, module.find('.'));
    if (holds(kElsewhere, root)) return;
    std::vector<std::string> candidates(kModules.begin(), kModules.end());
    std::string meant = module == "pytorch" ? "torch" : module == "nump" ? "numpy" : nearest(module, candidates, 2);
    if (meant == module) meant.clear();
    if (meant.empty()) return;
    e.fact("meant", meant);
    const StmtId statement = e.view.statementAt(e.view.error.span.begin);
    const Span span = e.view.spanOf(statement);
    const std::string text = e.view.text(span);
    const std::size_t at = text.find(module);
    if (at == std::string::npos) return;
    const auto begin = static_cast<std::uint32_t>(span.begin + at);
    e.offer(FixKind::Replace, {{{begin, begin + static_cast<std::uint32_t>(module.size())}, meant}}, {module, meant});
}

// x.grad.zero_() where there is no gradient yet; f(x).item() where f returns nothing.
void noneAttribute(Explaining& e) {
    const ProgramView& view = e.view;
    const ExprId id = view.at(view.error.span);
    ExprId object;
    for (ExprId at = id; at.valid() && !object.valid(); at = view.parent(at)) {
        if (const auto* attribute = view.as<AttributeExpr>(at); attribute != nullptr && attribute->name == e.fact("attribute"))
            object = attribute->object;
        if (const auto* call = view.as<CallExpr>(at)) {
            const auto* attribute = view.as<AttributeExpr>(call->callee);
            if (attribute != nullptr && attribute->name == e.fact("attribute")) object = attribute->object;
        }
    }
    if (!object.valid()) return;
    e.fact("object", view.text(object));
    const auto* grad = view.as<AttributeExpr>(object);
    if (grad == nullptr || grad->name != "grad") {
        const auto* name = view.as<NameExpr>(object);
        const ExprId value = name != nullptr ? view.assignedBefore(name->name, view.error.span.begin) : object;
        if (const auto* call = view.as<CallExpr>(value)) {
            e.fact("returned", view.text(call->callee));
            e.fact("returnedLine", view.line(view.spanOf(value)));
        }
        return;
    }
    e.fact("isGrad", "yes");
    e.describe("variable", grad->object);
    const std::optional<Reported> value = view.value(grad->object);
    const StmtId statement = view.statementAt(view.error.span.begin);
    const Span span = view.spanOf(statement);
    const auto* name = view.as<NameExpr>(grad->object);
    const bool swept = !view.recording.backwardCalls.empty();
    if (value && value->tensor && !value->requiresGrad) {
        e.fact("needsNoGrad", "yes");
        const ExprId creation = name != nullptr ? view.assignedBefore(name->name, span.begin) : ExprId();
        if (creation.valid()) e.offer(FixKind::RequireGrad, e.requireGrad(creation), {name->name});
    } else if (value && value->tensor && !value->isLeaf) {
        e.fact("notLeaf", "yes");
        if (swept && name != nullptr) {
            const Span call = view.recording.backwardCalls.back().span;
            const StmtId backward = view.statementAt(call.begin);
            const std::uint32_t begin = view.spanOf(backward).begin;
            if (view.lineStart(begin) + view.indentOf(begin).size() == begin) {
                e.offer(FixKind::RetainGrad, {e.lineBefore(begin, name->name + ".retain_grad()")}, {name->name});
            }
        }
    } else if (!swept) {
        e.fact("noBackward", "yes");
    }
    const auto* expression = view.as<ExpressionStmt>(statement);
    const bool ownLine = view.lineStart(span.begin) + view.indentOf(span.begin).size() == span.begin;
    if (expression != nullptr && ownLine && e.fact("attribute").ends_with('_')) {
        e.offer(FixKind::GuardNone, {Explaining::insert(span.begin, "if " + view.text(object) + " is not None: ")}, {view.text(object)});
    }
}

// The attribute of the error: its name's place.
std::optional<Span> attributePlace(const ProgramView& view, const std::string& name) {
    const ExprId start = view.at(view.error.span);
    const auto placed = [&](ExprId id) -> std::optional<Span> {
        const auto* attribute = view.as<AttributeExpr>(id);
        return attribute != nullptr && attribute->name == name ? std::optional(attribute->nameSpan) : std::nullopt;
    };
    for (ExprId id = start; id.valid(); id = view.parent(id)) {
        if (const auto place = placed(id)) return place;
        if (const auto* call = view.as<CallExpr>(id)) {
            if (const auto place = placed(call->callee)) return place;
        }
    }
    return {};
}

void attribute(Explaining& e) {
    const ProgramView& view = e.view;
    const std::string name = e.out.kind == TensorZeroGrad ? "zero_grad" : e.fact("attribute");
    const std::optional<Span> place = attributePlace(view, name);
    if (!place) return;
    if (const auto* a = view.as<AttributeExpr>(view.at(*place))) e.describe("object", a->object);
    if (e.out.kind == TensorZeroGrad) {
        e.offer(FixKind::Replace, {{*place, "grad.zero_"}}, {"zero_grad()", "grad.zero_()"});
        return;
    }
    if ((e.out.kind == NumberAttribute || e.out.kind == ArrayAttribute || e.out.kind == ListAttribute) && !e.fact("object").empty()) {
        const auto* object =
            view.as<NameExpr>(view.as<AttributeExpr>(view.at(*place)) ? view.as<AttributeExpr>(view.at(*place))->object : ExprId());
        const ExprId value = object != nullptr ? view.assignedBefore(object->name, place->begin) : ExprId();
        if (value.valid()) {
            e.fact("origin", view.text(value).size() <= 60 ? view.text(value) : "");
            e.fact("originLine", view.line(view.spanOf(value)));
            const auto* call = view.as<CallExpr>(value);
            const ExprId of = call != nullptr ? view.receiver(*call) : ExprId();
            if (call != nullptr && of.valid() && view.calledName(*call) == "item") {
                std::uint32_t from = view.spanOf(of).end;
                while (view.source.text()[from] != '.') ++from;
                const Span gone{from, view.spanOf(value).end};
                e.offer(FixKind::Remove, {{gone, ""}}, {view.text(gone)});
            }
        }
        const std::string torch = view.aliasOf("torch");
        if (e.out.kind == ListAttribute && value.valid() && view.as<ListExpr>(value) && !torch.empty()) {
            const Span s = view.spanOf(value);
            e.offer(FixKind::Replace, {Explaining::insert(s.begin, torch + ".tensor("), Explaining::insert(s.end, ")")},
                    {view.text(value), torch + ".tensor(" + view.text(value) + ")"});
        }
    }
    if (!view.error.suggestion.empty()) {
        e.fact("meant", view.error.suggestion);
        e.offer(FixKind::Replace, {{*place, view.error.suggestion}}, {name, view.error.suggestion});
    }
}

void unknownImport(Explaining& e) {
    if (!e.view.error.suggestion.empty()) e.fact("meant", e.view.error.suggestion);
}

}  // namespace

void explainNames(Explaining& e) {
    if (!e.context.parsed.ok()) return;
    switch (e.out.kind) {
        case UnknownName: return unknownName(e);
        case NameNotYet: return nameNotYet(e);
        case UnknownModule: return unknownModule(e);
        case UnknownImport: return unknownImport(e);
        case NoneAttribute: return noneAttribute(e);
        case TensorZeroGrad:
        case NumberAttribute:
        case ArrayAttribute:
        case ListAttribute:
        case ModuleAttribute:
        case MethodAttribute: return attribute(e);
        default: return;
    }
}

}  // namespace backstep
