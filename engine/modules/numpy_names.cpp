// SPDX-License-Identifier: GPL-3.0-or-later
// Names of numpy that are not simply there: those of the prelude are fetched when first used, what numpy has removed is an
// AttributeError in its words. (What numpy has and is not done here is refused by name: known_names.def.)
#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

// Written in Python: numpy_prelude.py.
constexpr std::string_view kPrelude =
    "RankWarning allclose angle apply_along_axis argwhere array_equal array_equiv average base_repr binary_repr block broadcast_arrays "
    "broadcast_shapes c_ can_cast choose convolve copyto corrcoef correlate count_nonzero cov cross delete diag "
    "diag_indices diagflat diff digitize dsplit ediff1d einsum errstate extract fill_diagonal finfo fix flatnonzero frexp "
    "fromfunction frompyfunc gradient hamming hanning histogram histogram_bin_edges iinfo imag in1d index_exp indices "
    "insert intersect1d isclose iscomplex iscomplexobj isin isneginf isposinf isreal isrealobj isscalar issubdtype iterable "
    "ix_ kron ldexp may_share_memory median meshgrid mgrid nan_to_num nanargmax nanargmin nancumsum nanmax nanmean "
    "nanmedian nanmin nanprod nanstd nansum nanvar ndenumerate ndindex nditer ogrid pad percentile piecewise place poly poly1d "
    "polyadd polyder polydiv polyfit polyint polymul polysub polyval printoptions put_along_axis putmask quantile r_ "
    "ravel_multi_index real resize rollaxis rot90 s_ select setdiff1d setxor1d shares_memory sinc take_along_axis tensordot "
    "trace trapz tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from union1d "
    "unravel_index unwrap vander vectorize ";
constexpr std::string_view kLinAlgPrelude = "norm cholesky qr eigvalsh svd cond matrix_rank lstsq pinv multi_dot ";

bool among(std::string_view words, const std::string& name) {
    const std::string spaced = " " + std::string(words);
    return spaced.find(" " + name + " ") != std::string::npos;
}

Value fromPrelude(Interpreter& vm, Module& module, const std::string& name, const std::string& nameThere) {
    const Value value = vm.getAttribute(vm.importModule("numpy._prelude"), nameThere);
    module.fields->set(vm.intern(name), value);
    return value;
}

// np.float and its kin: aliases that numpy 1.24 no longer has.
void refuseRemoved(Interpreter& vm, const std::string& name) {
    const bool known = name == "float" || name == "int" || name == "bool" || name == "object" || name == "str" || name == "complex";
    if (!known) return;
    if (name == "bool" || name == "object" || name == "str") {
        warn(vm, "FutureWarning", "In the future `np." + name + "` will be defined as the corresponding NumPy scalar.");
    }
    std::string instead;
    if (name == "int") {
        instead =
            "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review "
            "your current "
            "use, check the release note link for additional information.";
    } else if (name != "object") {
        const std::string type = name == "float" ? "float64" : name == "bool" ? "bool_" : name == "str" ? "str_" : "complex128";
        instead = "If you specifically wanted the numpy scalar type, use `np." + type + "` here.";
    }
    python::raise<python::AttributeError>(
        "module 'numpy' has no attribute '" + name + "'.\n`np." + name + "` was a deprecated alias for the builtin `" + name +
        "`. To avoid this error in existing code, use `" + name + "` by itself. Doing this will not modify any behavior and is safe. " +
        instead +
        "\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n"
        "    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations");
}

// The hook of attributes that a module has not: nothing where the prelude has none either.
void whenMissing(Module& module, std::string_view prelude, const std::string& prefix) {
    Module* target = &module;
    python::defineFunction(module, "__getattr__(name)", [=](Interpreter& vm, Arguments& a) -> Value {
        const std::string& name = a.text(0);
        if (among(prelude, name)) return fromPrelude(vm, *target, name, name == "norm" ? prefix + name : name);
        if (prefix.empty()) refuseRemoved(vm, name);
        return {};
    });
}

}  // namespace

void addNumpyNames(Interpreter& vm) {
    Module& numpy = vm.defineModule("numpy");
    numpy.fields->set(vm.intern("True_"), scalarValue(vm, 1, DType::Bool));
    numpy.fields->set(vm.intern("False_"), scalarValue(vm, 0, DType::Bool));
    whenMissing(numpy, kPrelude, "");
    whenMissing(vm.defineModule("numpy.linalg"), kLinAlgPrelude, "linalg_");
    defineArrayMethod(vm, "trace(self, offset=0, axis1=0, axis2=1, dtype=None, out=None)", [](Interpreter& vm, Arguments& a) {
        refuseOut(a, 5, "trace");
        const Value diagonal = vm.callMethod(a[0], "diagonal", {a[1], a[2], a[3]});
        return vm.callMethod(diagonal, "sum", {Value(-1), a[4]});
    });
}

}  // namespace backstep::modules
