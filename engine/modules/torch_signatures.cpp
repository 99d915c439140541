// SPDX-License-Identifier: GPL-3.0-or-later
// What PyTorch says of calls that do not fit the functions that reshape, pick and join: their overloads, in the order in
// which it prints them. Their methods see to themselves.
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
    };
    // clang-format on
    return kAll;
}

}  // namespace

void bindSignatures(Interpreter& vm) {
    for (const Signatures& s : signatures()) bindAs(vm, s.name, s.overloads);
}

}  // namespace backstep::modules
