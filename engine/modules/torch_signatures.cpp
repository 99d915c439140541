// SPDX-License-Identifier: GPL-3.0-or-later
// What PyTorch says of calls that do not fit the functions that reshape, pick and join: their overloads, in the order in
// which it prints them.
#include "engine/modules/torch_parser.h"

namespace backstep::modules {
namespace {

struct Signatures {
    std::string_view name;
    std::vector<std::string> overloads;
};

const std::vector<Signatures>& signatures() {
    static const std::string out = ", *, Tensor out=None)";
    // clang-format off
    static const std::vector<Signatures> kAll{
        {"reshape", {"(Tensor input, tuple of SymInts! shape)"}},
        {"permute", {"(Tensor input, tuple of ints dims)"}},
        {"unsqueeze", {"(Tensor input, int dim)"}},
        {"squeeze", {"(Tensor input)", "(Tensor input, int dim)", "(Tensor input, name dim)"}},
        {"transpose", {"(Tensor input, int dim0, int dim1)", "(Tensor input, name dim0, name dim1)"}},
        {"flatten", {"(Tensor input, int start_dim, int end_dim, name out_dim)", "(Tensor input, int start_dim=0, int end_dim=-1)",
                     "(Tensor input, name start_dim, name end_dim, name out_dim)", "(Tensor input, tuple of names dims, name out_dim)"}},
        {"chunk", {"(Tensor input, int chunks, int dim=0)"}},
        {"unbind", {"(Tensor input, int dim=0)", "(Tensor input, name dim)"}},
        {"flip", {"(Tensor input, tuple of ints dims)"}},
        {"index_select", {"(Tensor input, int dim, Tensor index" + out, "(Tensor input, name dim, Tensor index" + out}},
        {"gather", {"(Tensor input, int dim, Tensor index, *, bool sparse_grad=False, Tensor out=None)",
                    "(Tensor input, name dim, Tensor index, *, bool sparse_grad=False, Tensor out=None)"}},
        {"masked_select", {"(Tensor input, Tensor mask" + out}},
        {"take", {"(Tensor input, Tensor index" + out}},
        {"diag", {"(Tensor input, int diagonal=0" + out}},
        {"triu", {"(Tensor input, int diagonal=0" + out}},
        {"tril", {"(Tensor input, int diagonal=0" + out}},
        {"stack", {"(tuple of Tensors tensors, int dim=0" + out}},
        {"clone", {"(Tensor input, *, torch.memory_format memory_format=None)"}},
        {"numel", {"(Tensor input)"}},
        {"detach", {"(Tensor input)"}},
        {"is_floating_point", {"(Tensor input)"}},
        {"is_complex", {"(Tensor input)"}},
        {"repeat_interleave", {"(Tensor input, Tensor repeats, int dim=None, *, int output_size=None)",
                               "(Tensor input, int repeats, int dim=None, *, int output_size=None)", "(Tensor repeats, *, int output_size=None)"}},
        {"hsplit", {"(Tensor input, int sections)", "(Tensor input, tuple of ints indices)"}},
        {"vsplit", {"(Tensor input, int sections)", "(Tensor input, tuple of ints indices)"}},
        {"dsplit", {"(Tensor input, int sections)", "(Tensor input, tuple of ints indices)"}},
    };
    // clang-format on
    return kAll;
}

// Asked only where such a call failed: methods are called too often to be bound twice.
const std::vector<Signatures>& methods() {
    static const std::vector<std::string> bare{"()"};
    static const std::vector<std::string> format{"(*, torch.memory_format memory_format=None)"};
    // clang-format off
    static const std::vector<Signatures> kAll{
        {"numel", bare}, {"detach_", bare}, {"t_", bare}, {"is_floating_point", bare}, {"is_complex", bare}, {"element_size", bare},
        {"nelement", bare}, {"ndimension", bare}, {"data_ptr", bare}, {"storage_offset", bare}, {"fliplr", bare}, {"flipud", bare},
        {"ravel", bare}, {"adjoint", bare},
        {"contiguous", format}, {"float", format}, {"double", format}, {"int", format}, {"long", format}, {"bool", format}, {"cpu", format},
        {"is_contiguous", format},
        {"numpy", {"(*, bool force=False)"}},
        {"diag", {"(int diagonal=0)"}}, {"tril", {"(int diagonal=0)"}}, {"triu", {"(int diagonal=0)"}},
        {"is_same_size", {"(Tensor other)"}}, {"is_set_to", {"(Tensor tensor)"}}, {"expand_as", {"(Tensor other)"}},
        {"chunk", {"(int chunks, int dim=0)"}}, {"narrow", {"(int dim, Tensor start, int length)", "(int dim, int start, int length)"}},
        {"roll", {"(tuple of ints shifts, tuple of ints dims=())"}},
        {"fill_diagonal_", {"(Number fill_value, bool wrap=False)"}},
        {"as_strided", {"(tuple of SymInts size, tuple of SymInts stride, int storage_offset=None)"}},
        {"masked_select", {"(Tensor mask)"}}, {"take", {"(Tensor index)"}},
        {"repeat_interleave", {"(Tensor repeats, int dim=None, *, int output_size=None)", "(int repeats, int dim=None, *, int output_size=None)"}},
        {"flatten", {"(int start_dim, int end_dim, name out_dim)", "(int start_dim=0, int end_dim=-1)",
                     "(name start_dim, name end_dim, name out_dim)", "(tuple of names dims, name out_dim)"}},
        {"size", {"(int dim)", "()", "(name dim)"}}, {"stride", {"(int dim)", "()", "(name dim)"}},
        {"view", {"(torch.dtype dtype)", "(tuple of SymInts size)"}},
        {"squeeze", {"()", "(int dim)", "(name dim)"}},
        {"transpose", {"(int dim0, int dim1)", "(name dim0, name dim1)"}},
        {"unbind", {"(int dim=0)", "(name dim)"}},
        {"index_select", {"(int dim, Tensor index)", "(name dim, Tensor index)"}},
        {"gather", {"(int dim, Tensor index, *, bool sparse_grad=False)", "(name dim, Tensor index, *, bool sparse_grad=False)"}},
        {"scatter", {"(int dim, Tensor index, Tensor src)", "(int dim, Tensor index, Tensor src, *, str reduce)", "(name dim, Tensor index, Tensor src)",
                     "(int dim, Tensor index, Number value)", "(int dim, Tensor index, Number value, *, str reduce)", "(name dim, Tensor index, Number value)"}},
    };
    // clang-format on
    return kAll;
}

// Functions that are bound in ways of their own.
const std::vector<Signatures>& functions() {
    // clang-format off
    static const std::vector<Signatures> kAll{
        {"cat", {"(tuple of Tensors tensors, int dim=0, *, Tensor out=None)", "(tuple of Tensors tensors, name dim, *, Tensor out=None)"}},
        {"concat", {"(tuple of Tensors tensors, int dim=0, *, Tensor out=None)", "(tuple of Tensors tensors, name dim, *, Tensor out=None)"}},
    };
    // clang-format on
    return kAll;
}

// The same, of which there are methods too.
const std::vector<Signatures>& both() {
    static const std::vector<Signatures> kAll{
        {"select", {"(Tensor input, int dim, int index)", "(Tensor input, name dim, int index)"}},
        {"masked_fill", {"(Tensor input, Tensor mask, Tensor value)", "(Tensor input, Tensor mask, Number value)"}},
        {"index_add",
         {"(Tensor input, int dim, Tensor index, Tensor source, *, Number alpha=1, Tensor out=None)",
          "(Tensor input, name dim, Tensor index, Tensor source, *, Number alpha=1)"}},
        {"index_fill",
         {"(Tensor input, int dim, Tensor index, Tensor value)", "(Tensor input, name dim, Tensor index, Tensor value)",
          "(Tensor input, int dim, Tensor index, Number value)", "(Tensor input, name dim, Tensor index, Number value)"}},
        {"scatter_add",
         {"(Tensor input, int dim, Tensor index, Tensor src, *, Tensor out=None)", "(Tensor input, name dim, Tensor index, Tensor src)"}},
    };
    return kAll;
}

void explainMisfits(Interpreter& vm, const Value& of, const std::vector<Signatures>& all, bool method) {
    for (const Signatures& s : all) {
        for (const char* form : {"", "_"}) {  // a method that changes x in place takes the same
            const std::string name = std::string(s.name) + form;
            const Value function = vm.findAttribute(of, vm.intern(name));
            if (auto* native = function.as<python::NativeFunction>()) {
                native->misfit = [&s, name, method](Interpreter& vm, const python::Call& call) {
                    explainMisfit(vm, name, s.overloads, method, call);
                };
            }
            if (!method) break;
        }
    }
}

}  // namespace

void bindSignatures(Interpreter& vm) {
    for (const Signatures& s : signatures()) bindAs(vm, s.name, s.overloads);
    const Value tensor(Torch::of(vm).tensor), torch(&vm.defineModule("torch"));
    explainMisfits(vm, tensor, methods(), true);
    explainMisfits(vm, tensor, both(), true);
    explainMisfits(vm, torch, functions(), false);
    explainMisfits(vm, torch, both(), false);
}

}  // namespace backstep::modules
