// SPDX-License-Identifier: GPL-3.0-or-later
// The types of torch as Python sees them: Tensor with its attributes and conversions, dtype, Size, device.
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/modules/notes.h"
#include "engine/modules/torch.h"
#include "engine/modules/torch_parser.h"

namespace backstep::modules {

using python::Str;
using python::Tuple;

namespace {

struct DeviceObject : python::Object {};

// --- dtype, device, Size ---

Value asSize(Interpreter& vm, const Value& tuple) {
    if (!tuple.isObject() || vm.typeOf(tuple) != vm.types.tuple) return tuple;
    return python::make<Tuple>(Torch::of(vm).size, std::vector<Value>(tuple.as<Tuple>()->items));
}

void defineDTypes(Interpreter& vm) {
    Torch& torch = Torch::of(vm);
    Module& module = vm.defineModule("torch");
    torch.dtype = python::defineType<DTypeObject>("torch.dtype", "torch");
    torch.dtype->slots.repr = [](Interpreter& vm, const Value& self) {
        return vm.text(nameOf(static_cast<DTypeObject*>(self.object())->dtype));
    };
    python::defineProperty(*torch.dtype, "is_floating_point", [](Interpreter&, const Value& self) {
        return Value(isFloating(static_cast<DTypeObject*>(self.object())->dtype));
    });
    python::defineProperty(*torch.dtype, "is_complex", [](Interpreter&, const Value&) { return Value(false); });
    torch.dtype->slots.create = [](Interpreter&, Type&, const python::Call&) -> Value {
        failType("cannot create 'torch.dtype' instances");
    };
    python::finishType(*torch.dtype);
    struct Alias {
        DType dtype;
        std::array<const char*, 3> names;
    };
    constexpr std::array<Alias, 5> kAliases{{{DType::Bool, {"bool", "", ""}},
                                             {DType::Int32, {"int32", "int", ""}},
                                             {DType::Int64, {"int64", "long", ""}},
                                             {DType::Float32, {"float32", "float", ""}},
                                             {DType::Float64, {"float64", "double", ""}}}};
    for (const Alias& alias : kAliases) {
        auto object = python::make<DTypeObject>(torch.dtype);
        object->dtype = alias.dtype;
        torch.dtypes[static_cast<std::size_t>(alias.dtype)] = Value(object);
        for (const char* name : alias.names) {
            if (*name != '\0') vm.setAttribute(Value(&module), name, Value(object));
        }
    }
    torch.device = python::defineType<DeviceObject>("torch.device", "torch");
    torch.device->slots.repr = [](Interpreter& vm, const Value&) { return vm.text("device(type='cpu')"); };
    torch.device->slots.str = [](Interpreter& vm, const Value&) { return vm.text("cpu"); };
    torch.device->slots.compare = [](Interpreter& vm, CompareOp op, const Value& self, const Value& other) {
        if (op != CompareOp::Equal && op != CompareOp::NotEqual) return Value::notImplemented();
        return Value(vm.isInstance(other, vm.typeOf(self)) == (op == CompareOp::Equal));
    };
    torch.device->slots.create = [](Interpreter& vm, Type&, const python::Call& call) {
        const Value& what = call.total() > 0 ? call.values[0] : Value();
        if (what.isObject() && vm.isInstance(what, Torch::of(vm).device)) return what;
        const std::string name = what.isEmpty() ? "" : vm.str(what);
        if (name == "cpu") return Torch::of(vm).cpu;
        if (!name.starts_with("cuda") && what.is<Str>()) checkDevice(vm, what);  // what is no device at all
        python::unsupported("torch.device('" + name + "')", "torch.device('cpu')");
    };
    python::defineProperty(*torch.device, "type", [](Interpreter& vm, const Value&) { return vm.text("cpu"); });
    python::defineProperty(*torch.device, "index", [](Interpreter&, const Value&) { return Value::none(); });
    python::finishType(*torch.device);
    torch.cpu = Value(python::make<DeviceObject>(torch.device));
    vm.setAttribute(Value(&module), "device", Value(torch.device));
    vm.setAttribute(Value(&module), "dtype", Value(torch.dtype));
    torch.size = python::defineType("torch.Size", "torch", vm.types.tuple, &python::layoutOf<Tuple>);
    torch.size->slots.repr = [](Interpreter& vm, const Value& self) {
        std::string out = "torch.Size([";
        for (const Value& item : static_cast<Tuple*>(self.object())->items) out += (out.back() == '[' ? "" : ", ") + vm.repr(item);
        return vm.text(out + "])");
    };
    // A part of a Size, a Size and a tuple, a Size several times are Sizes, too.
    torch.size->slots.getItem = [](Interpreter& vm, const Value& self, const Value& key) {
        return asSize(vm, vm.types.tuple->slots.getItem(vm, self, key));
    };
    torch.size->slots.binary = [](Interpreter& vm, BinaryOp op, const Value& self, const Value& other, bool reflected) {
        const Value out = vm.types.tuple->slots.binary(vm, op, self, other, reflected);
        return reflected && op == BinaryOp::Add ? out : asSize(vm, out);
    };
    torch.size->slots.create = [](Interpreter& vm, Type&, const python::Call& call) {
        if (!call.names.empty()) failType("tuple() takes no keyword arguments");
        if (call.count > 1) failType("tuple expected at most 1 argument, got " + std::to_string(call.count));
        std::vector<std::int64_t> sizes;
        if (call.count > 0) {
            for (const Value& item : vm.toVector(call.values[0])) {
                if (!item.isInt() && !item.isBool() && !isTensor(vm, item) && numpyScalar(vm, item) == nullptr) {
                    failType("torch.Size() takes an iterable of 'int' (item " + std::to_string(sizes.size()) + " is '" +
                             vm.typeOf(item)->name + "')");
                }
                sizes.push_back(vm.toIndex(item));
            }
        }
        return sizeValue(vm, sizes);
    };
    python::defineMethod(*torch.size, "numel(self)", [](Interpreter& vm, Arguments& a) { return Value(elementCount(integers(vm, a[0]))); });
    python::finishType(*torch.size);
    vm.setAttribute(Value(&module), "Size", Value(torch.size));
}

// --- Tensor ---

void setDefaultDType(Interpreter& vm, DType dtype) {
    Torch::of(vm).defaultDType = dtype;
    gradOf(vm).setDefaultDType(dtype);
}

Value textOf(Interpreter& vm, const Value& self) {
    const Var v = asVar(self);
    Autograd::checkCounted(*v);
    Autograd& g = gradOf(vm);
    TensorSuffixes suffixes;
    const NodeId node = g.gradFn(v);
    if (node.valid()) suffixes.gradFn = g.gradFnName(node);
    else suffixes.requiresGrad = v->requiresGrad;
    suffixes.parameter = v->isParameter;
    PrintOptions options = Torch::of(vm).printing;
    options.defaultDtype = Torch::of(vm).defaultDType;
    if (!v->isParameter || v->requiresGrad) return vm.text(tensorText(v->value(), options, suffixes));
    suffixes.parameter = false;  // one that is not trained
    return vm.text("Parameter containing:\n" + tensorText(v->value(), options, suffixes));
}

double oneElement(const Var& v) {
    if (v->size() != 1) failValue("only one element tensors can be converted to Python scalars");
    return v->item();
}

bool truthOf(Interpreter&, const Value& self) {
    const Var v = asVar(self);
    if (v->size() == 0) failRuntime("Boolean value of Tensor with no values is ambiguous");
    if (v->size() != 1) failRuntime("Boolean value of Tensor with more than one value is ambiguous");
    return v->item() != 0;
}

Value listOf(Interpreter& vm, const Tensor& value, std::size_t dim, std::int64_t& at) {
    if (dim == value.dims()) return pythonNumber(value.at(at++), value.dtype());
    std::vector<Value> items;
    for (std::int64_t i = 0; i < value.shape()[dim]; ++i) items.push_back(listOf(vm, value, dim + 1, at));
    return vm.list(std::move(items));
}

Value formatted(Interpreter& vm, const Value& self, std::string_view spec) {
    const Var v = asVar(self);
    if (v->dims() != 0 && spec.empty()) return textOf(vm, self);
    if (v->dims() != 0) failType("unsupported format string passed to Tensor.__format__");
    return vm.text(vm.format(pythonNumber(v->item(), v->dtype()), spec));
}

std::int64_t indexOf(Interpreter&, const Value& self) {
    const Var v = asVar(self);
    if (v->size() != 1 || isFloating(v->dtype())) failType("only integer tensors of a single element can be converted to an index");
    return static_cast<std::int64_t>(v->item());
}

void fillSlots(python::Slots& slots) {
    slots.repr = textOf;
    slots.str = textOf;
    slots.format = formatted;
    slots.truth = truthOf;
    slots.hash = [](Interpreter&, const Value& self) {
        return python::hashOf(static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(self.object())));
    };
    slots.binary = tensorBinary;
    slots.inplace = tensorInplace;
    slots.unary = tensorUnary;
    slots.compare = tensorCompare;
    slots.getItem = tensorGetItem;
    slots.setItem = tensorSetItem;
    slots.deleteItem = [](Interpreter&, const Value&, const Value&) { failType("Tensor does not support deleting items"); };
    slots.iterate = tensorIterate;
    slots.contains = tensorContains;
    slots.index = indexOf;
    slots.real = [](Interpreter&, const Value& self) { return oneElement(asVar(self)); };
    slots.length = [](Interpreter&, const Value& self) {
        const Var v = asVar(self);
        if (v->dims() == 0) failType("len() of a 0-d tensor");
        return v->shape()[0];
    };
}

void setGrad(Interpreter& vm, const Value& self, const Value& value) {
    const Var v = asVar(self);
    if (value.isEmpty() || value.isNone()) {
        if (v->extra) v->extra->grad = {};
        gradOf(vm).recording().log.happened(EventKind::Zeroed, {vm.currentSpan(), v->node, 0, "None"});
        return;
    }
    if (!isTensor(vm, value)) failType("assigned grad expected to be a Tensor or None but got grad of type" + vm.typeOf(value)->name);
    const Var grad = asVar(value);
    if (grad == v) failRuntime("can't assign Variable as its own grad");
    if (grad->dtype() != v->dtype()) failRuntime("assigned grad has data of a different type");
    if (grad->shape() != v->shape()) failRuntime("assigned grad has data of a different size");
    v->more().grad = grad;
}

Value gradOfTensor(Interpreter& vm, const Value& self) {
    const Var v = asVar(self);
    if (v->requiresGrad && !v->isLeaf && !(v->extra && v->extra->retainsGrad) && !v->grad()) {
        warn(vm, "UserWarning",
             "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during "
             "autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the "
             "non-leaf "
             "Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See "
             "github.com/pytorch/pytorch/pull/30531 for more informations. (Triggered internally at  "
             "./build/aten/src/ATen/core/TensorBody.h:480.)");
    }
    return toValue(v->grad());
}

void setData(Interpreter& vm, const Value& self, const Value& value) {
    if (!isTensor(vm, value)) failType("Variable data has to be a tensor, but got " + vm.typeOf(value)->name);
    const Var v = asVar(self);
    const Var from = asVar(value);
    if (v->dtype() != from->dtype() && v->requiresGrad && !isFloating(from->dtype())) {
        failRuntime("data set to a tensor that requires gradients must be floating point or complex dtype");
    }
    Autograd::setData(v, from);
}

// The operations that PyTorch does in steps in place, and counts these where no graph hides them. (Of those of several numbers some
// do, by ways that only PyTorch knows.)
bool countsOwnSteps(Op op) { return !isElementwise(op) || op == Op::Abs || op == Op::Deg2rad || op == Op::Rad2deg || op == Op::NanToNum; }

void defineAttributes(Interpreter& vm) {
    Type& t = *Torch::of(vm).tensor;
    const auto readOnly = [&](const char* name, python::NativeGetter getter) {
        python::defineProperty(t, name, std::move(getter), [name](Interpreter&, const Value&, const Value&) {
            python::raise<python::AttributeError>(std::string("attribute '") + name +
                                                  "' of 'torch._C._TensorBase' objects is not writable");
        });
    };
    readOnly("shape", [](Interpreter& vm, const Value& self) { return sizeValue(vm, asVar(self)->shape()); });
    readOnly("dtype", [](Interpreter& vm, const Value& self) { return dtypeValue(vm, asVar(self)->dtype()); });
    readOnly("ndim", [](Interpreter&, const Value& self) { return Value(static_cast<std::int64_t>(asVar(self)->dims())); });
    readOnly("device", [](Interpreter& vm, const Value&) { return Torch::of(vm).cpu; });
    readOnly("layout", [](Interpreter& vm, const Value&) { return vm.text("torch.strided"); });
    readOnly("is_leaf", [](Interpreter& vm, const Value& self) { return Value(!gradOf(vm).gradFn(asVar(self)).valid()); });
    readOnly("is_cuda", [](Interpreter&, const Value&) { return Value(false); });
    readOnly("is_sparse", [](Interpreter&, const Value&) { return Value(false); });
    readOnly("is_quantized", [](Interpreter&, const Value&) { return Value(false); });
    readOnly("name", [](Interpreter&, const Value&) { return Value::none(); });
    readOnly("output_nr", [](Interpreter& vm, const Value& self) {
        const NodeId node = gradOf(vm).gradFn(asVar(self));
        return Value(static_cast<std::int64_t>(node.valid() ? gradOf(vm).outputNumber(node) : 0));
    });
    readOnly("_version", [](Interpreter&, const Value& self) {
        if (asVar(self)->isInference && !asVar(self)->ownVersion) failRuntime("Inference tensors do not track version counter.");
        Autograd::checkCounted(*asVar(self));
        if (asVar(self)->ofInference && countsOwnSteps(asVar(self)->madeBy))
            python::unsupported("_version of what was computed from tensors of inference mode");
        return Value(static_cast<std::int64_t>(asVar(self)->version()));
    });
    readOnly("_base", [](Interpreter&, const Value& self) { return toValue(asVar(self)->extra ? asVar(self)->extra->base : Var()); });
    readOnly("retains_grad", [](Interpreter&, const Value& self) { return Value(asVar(self)->extra && asVar(self)->extra->retainsGrad); });
    readOnly("grad_fn", [](Interpreter& vm, const Value& self) { return gradFnValue(vm, gradOf(vm).gradFn(asVar(self))); });
    python::defineProperty(
        t, "requires_grad",
        [](Interpreter&, const Value& self) {
            Autograd::follow(*asVar(self));
            return Value(asVar(self)->requiresGrad);
        },
        [](Interpreter& vm, const Value& self, const Value& value) {
            if (!value.isBool()) failRuntime("requires_grad must be a bool");
            if (value.boolean() && !isFloating(asVar(self)->dtype()) && !gradOf(vm).gradFn(asVar(self)).valid())
                failRuntime("only Tensors of floating point and complex dtype can require gradients");
            gradOf(vm).setRequiresGrad(asVar(self), value.boolean());
        });
    python::defineProperty(t, "grad", gradOfTensor, setGrad);
    python::defineProperty(
        t, "data",
        [](Interpreter& vm, const Value& self) {
            // Shares memory, but its changes are its own business: PyTorch gives .data a version counter of its own.
            const Var x = asVar(self), out = gradOf(vm).dataOf(x);
            gradOf(vm).noteCut(Cut::By::Data, x, out);
            return toValue(out);
        },
        setData);
}

Var converted(Interpreter& vm, const Var& v, DType dtype) {
    if (v->dtype() == dtype) return v;
    Attributes to;
    to.dtype = dtype;
    return gradOf(vm).call(Op::ToCopy, {v}, to);
}

[[noreturn]] void noCuda() { python::raise<python::AssertionError>("Torch not compiled with CUDA enabled"); }

// to(dtype), to(device), to(other), to(device, dtype), to(dtype=…)
Value toMethod(Interpreter& vm, Arguments& a) {
    const Var self = asVar(a[0]);
    std::optional<DType> dtype;
    bool copy = false;
    const auto look = [&](const Value& v) {
        if (v.isObject() && vm.isInstance(v, vm.types.str)) {
            checkDevice(vm, v);
        } else if (v.isObject() && vm.isInstance(v, Torch::of(vm).tensor)) {
            dtype = asVar(v)->dtype();
        } else if (!(v.isObject() && vm.isInstance(v, Torch::of(vm).device)) && !v.isBool() && !v.isNone()) {
            dtype = dtypeArgument(vm, v);
        }
    };
    for (const Value& v : a.rest()) look(v);
    for (std::size_t i = 0; i < a.keywordNames().size(); ++i) {
        const std::string& name = a.keywordNames()[i]->text;
        if (name == "dtype" || name == "device" || name == "tensor") look(a.keywordValue(i));
        else if (name == "copy") copy = vm.truth(a.keywordValue(i));
        else if (name != "non_blocking" && name != "memory_format") failType("to() got an unexpected keyword argument '" + name + "'");
    }
    if (copy && dtype.value_or(self->dtype()) == self->dtype()) return toValue(gradOf(vm).call(Op::Clone, {self}));
    return toValue(converted(vm, self, dtype.value_or(self->dtype())));
}

Value typeMethod(Interpreter& vm, Arguments& a) {
    const Var self = asVar(a[0]);
    if (!a.has(1)) return vm.text("torch." + dtypeWord(self->dtype()) + "Tensor");
    if (a[1].isObject() && vm.isInstance(a[1], vm.types.str)) {
        const std::string& name = static_cast<Str*>(a[1].object())->text;
        for (const DType dtype : {DType::Bool, DType::Int32, DType::Int64, DType::Float32, DType::Float64}) {
            if (name == "torch." + dtypeWord(dtype) + "Tensor") return toValue(converted(vm, self, dtype));
        }
        failValue("invalid type: '" + name + "'");
    }
    if (const Type* type = a[1].as<Type>(); type && type != Torch::of(vm).tensor) failValue("invalid type: '" + type->name + "'");
    if (isTensor(vm, a[1])) failType("dtype must be a type, str, or dtype object");
    const Value attribute = vm.findAttribute(a[1], "dtype");
    return toValue(converted(vm, self, attribute.isEmpty() ? *dtypeArgument(vm, a[1]) : *dtypeArgument(vm, attribute)));
}

void defineConversions(Interpreter& vm) {
    defineMethodOf(vm, "item(self)",
                   [](Interpreter&, Arguments& a) { return pythonNumber(oneElement(asVar(a[0])), asVar(a[0])->dtype()); });
    defineMethodOf(vm, "tolist(self)", [](Interpreter& vm, Arguments& a) {
        std::int64_t at = 0;
        return listOf(vm, asVar(a[0])->value(), 0, at);
    });
    defineMethodOf(vm, "__abs__(self)", [](Interpreter& vm, Arguments& a) { return vm.callMethod(a[0], "abs"); });
    defineMethodOf(vm, "__int__(self)", [](Interpreter&, Arguments& a) {
        const double number = oneElement(asVar(a[0]));
        if (std::isnan(number)) failValue("cannot convert float NaN to integer");
        if (std::isinf(number)) python::raise<python::OverflowError>("cannot convert float infinity to integer");
        return Value(static_cast<std::int64_t>(number));
    });
    defineMethodOf(vm, "to(self, *args, **kwargs)", toMethod);
    defineMethodOf(vm, "type(self, dtype=None, non_blocking=False)", typeMethod);
    defineMethodOf(vm, "type_as(self, other)",
                   [](Interpreter& vm, Arguments& a) { return toValue(converted(vm, asVar(a[0]), asVar(a[1])->dtype())); });
    struct Cast {
        const char* name;
        DType dtype;
    };
    for (const Cast cast : {Cast{"float", DType::Float32}, Cast{"double", DType::Float64}, Cast{"int", DType::Int32},
                            Cast{"long", DType::Int64}, Cast{"bool", DType::Bool}}) {
        defineMethodOf(vm, std::string(cast.name) + "(self)",
                       [cast](Interpreter& vm, Arguments& a) { return toValue(converted(vm, asVar(a[0]), cast.dtype)); });
    }
    for (const char* refused : {"half", "bfloat16", "short", "char", "byte"}) {
        defineMethodOf(vm, std::string(refused) + "(self)", [refused](Interpreter&, Arguments&) -> Value {
            python::unsupported(std::string("Tensor.") + refused + "()", "float(), double(), int(), long() or bool()");
        });
    }
    defineMethodOf(vm, "cpu(self)", [](Interpreter&, Arguments& a) { return a[0]; });
    defineMethodOf(vm, "cuda(self, *args, **kwargs)", [](Interpreter&, Arguments&) -> Value { noCuda(); });
    defineBoth(vm, "is_floating_point(input)", [](Interpreter&, Arguments& a) { return Value(isFloating(asVar(a[0])->dtype())); });
    defineBoth(vm, "is_complex(input)", [](Interpreter&, Arguments&) { return Value(false); });
    defineFunctionOf(vm, "torch", "def is_tensor(obj)", [](Interpreter& vm, Arguments& a) { return Value(isTensor(vm, a[0])); });
    defineFunctionOf(vm, "torch", "get_default_dtype()",
                     [](Interpreter& vm, Arguments&) { return dtypeValue(vm, Torch::of(vm).defaultDType); });
    defineFunctionOf(vm, "torch", "def set_default_dtype(d)", [](Interpreter& vm, Arguments& a) {
        if (!a[0].is<DTypeObject>()) failType("invalid dtype object: only floating-point types are supported as the default type");
        const std::optional<DType> dtype = dtypeArgument(vm, a[0]);
        if (!dtype || !isFloating(*dtype)) failType("only floating-point types are supported as the default type");
        setDefaultDType(vm, *dtype);
        return Value::none();
    });
    defineFunctionOf(vm, "torch", "set_default_tensor_type(t)", [](Interpreter& vm, Arguments& a) {
        const std::string name = vm.typeOf(a[0]) == vm.types.str ? vm.str(a[0]) : vm.repr(a[0]);
        if (name.find("DoubleTensor") != std::string::npos) setDefaultDType(vm, DType::Float64);
        else if (name.find("FloatTensor") != std::string::npos) setDefaultDType(vm, DType::Float32);
        else failType("only floating-point types are supported as the default type");
        return Value::none();
    });
}

Value setPrintOptions(Interpreter& vm, Arguments& a) {
    PrintOptions& o = Torch::of(vm).printing;
    if (a.has(4)) o.setProfile(a.text(4));
    if (a.has(0)) o.precision = static_cast<int>(a.integer(0));
    if (a.has(1)) o.threshold = a.number(1);
    if (a.has(2)) o.edgeitems = static_cast<int>(a.integer(2));
    if (a.has(3)) o.linewidth = static_cast<int>(a.integer(3));
    o.sciMode = a.has(5) ? std::optional(a.truth(5)) : std::nullopt;
    return Value::none();
}

void defineModuleNames(Interpreter& vm) {
    Module& module = vm.defineModule("torch");
    vm.setAttribute(Value(&module), "__version__", vm.text("1.13.0a0"));
    vm.setAttribute(Value(&module), "inf", Value(HUGE_VAL));
    vm.setAttribute(Value(&module), "nan", Value(std::nan("")));
    vm.setAttribute(Value(&module), "pi", Value(3.141592653589793));
    vm.setAttribute(Value(&module), "e", Value(2.718281828459045));
    vm.setAttribute(Value(&module), "strided", vm.text("torch.strided"));
    defineFunctionOf(vm, "torch",
                     "def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)",
                     setPrintOptions);
    defineFunctionOf(vm, "torch", "promote_types(type1, type2)", [](Interpreter& vm, Arguments& a) {
        return dtypeValue(vm, promote(*dtypeArgument(vm, a[0]), *dtypeArgument(vm, a[1])));
    });
    defineFunctionOf(vm, "torch", "set_num_threads(n)", [](Interpreter&, Arguments&) { return Value::none(); });
    defineFunctionOf(vm, "torch", "get_num_threads()", [](Interpreter&, Arguments&) { return Value(1); });
    defineFunctionOf(vm, "torch.cuda", "is_available()", [](Interpreter&, Arguments&) { return Value(false); });
    defineFunctionOf(vm, "torch.cuda", "device_count()", [](Interpreter&, Arguments&) { return Value(0); });
}

}  // namespace

void addTorchCore(Interpreter& vm) {
    Torch& torch = Torch::of(vm);
    defineDTypes(vm);
    defineGradFn(vm);
    // Every Tensor is an instance of torch.autograd.Variable, which makes Tensors.
    torch.variable = python::defineType<Variable>("Variable", "torch.autograd.variable");
    python::finishType(*torch.variable);
    torch.tensor = python::defineType<Variable>("Tensor", "torch", torch.variable);
    torch.tensor->module = "torch";
    torch.storage = python::defineType<Storage>("Storage", "torch");
    python::finishType(*torch.storage);
    fillSlots(torch.tensor->slots);
    defineAttributes(vm);
    python::finishType(*torch.tensor);
    vm.setAttribute(Value(&vm.defineModule("torch")), "Tensor", Value(torch.tensor));
    defineConversions(vm);
    defineModuleNames(vm);
}

}  // namespace backstep::modules
