// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/modules/torch_returns.h"

#include <map>

namespace backstep::modules {
namespace {

using python::Tuple;

struct ReturnType {
    Type* type = nullptr;
    std::vector<std::string> fields;
};

struct ReturnTypes {
    std::map<std::string, ReturnType, std::less<>> byName;
};

const ReturnType& typeOf(Interpreter& vm, const Value& self) { return vm.state<ReturnTypes>().byName.at(vm.typeOf(self)->name); }

Value reprOf(Interpreter& vm, const Value& self) {
    const ReturnType& r = typeOf(vm, self);
    const auto& items = static_cast<Tuple*>(self.object())->items;
    std::string out = "torch.return_types." + r.type->name + "(";
    for (std::size_t i = 0; i < r.fields.size(); ++i) out += (i ? ",\n" : "\n") + r.fields[i] + "=" + vm.repr(items[i]);
    return vm.text(out + ")");
}

Type* makeType(Interpreter& vm, std::string_view name, const std::vector<std::string>& fields) {
    Type* type = python::defineType(name, "torch.return_types", vm.types.tuple, &python::layoutOf<Tuple>);
    type->slots.repr = reprOf;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        python::defineProperty(*type, fields[i],
                               [i](Interpreter&, const Value& self) { return static_cast<Tuple*>(self.object())->items[i]; });
    }
    python::finishType(*type);
    vm.setAttribute(Value(&vm.defineModule("torch.return_types")), name, Value(type));
    return type;
}

}  // namespace

Value returned(Interpreter& vm, std::string_view name, std::initializer_list<std::string_view> fields, std::vector<Var> values) {
    auto& byName = vm.state<ReturnTypes>().byName;
    auto found = byName.find(name);
    if (found == byName.end()) {
        std::vector<std::string> names(fields.begin(), fields.end());
        Type* type = makeType(vm, name, names);
        found = byName.emplace(std::string(name), ReturnType{type, std::move(names)}).first;
    }
    std::vector<Value> items;
    items.reserve(values.size());
    for (Var& v : values) items.push_back(toValue(std::move(v)));
    return python::make<Tuple>(found->second.type, std::move(items));
}

}  // namespace backstep::modules
