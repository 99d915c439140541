// SPDX-License-Identifier: GPL-3.0-or-later
// Names of numpy that are not simply there: those of the prelude are fetched when first used, what real numpy has and this one
// has not is refused by name, what numpy has removed is an AttributeError in its words.
// Long because of the list of numpy's names.
#include "engine/modules/numpy.h"

namespace backstep::modules {
namespace {

// Written in Python: numpy_prelude.py.
constexpr std::string_view kPrelude =
    "allclose angle apply_along_axis argwhere array_equal array_equiv average base_repr binary_repr block broadcast_arrays "
    "broadcast_shapes c_ can_cast choose convolve copyto corrcoef correlate count_nonzero cov cross delete diag "
    "diag_indices diagflat diff digitize dsplit ediff1d einsum errstate extract fill_diagonal finfo fix flatnonzero frexp "
    "fromfunction frompyfunc gradient hamming hanning histogram histogram_bin_edges iinfo imag in1d index_exp indices "
    "insert intersect1d isclose iscomplex iscomplexobj isin isneginf isposinf isreal isrealobj isscalar issubdtype iterable "
    "ix_ kron ldexp may_share_memory median meshgrid mgrid nan_to_num nanargmax nanargmin nancumsum nanmax nanmean "
    "nanmedian nanmin nanprod nanstd nansum nanvar ndenumerate ndindex ogrid pad percentile piecewise place poly poly1d "
    "polyadd polyder polydiv polyfit polyint polymul polysub polyval printoptions put_along_axis putmask quantile r_ "
    "ravel_multi_index real resize rollaxis rot90 s_ select setdiff1d setxor1d shares_memory sinc take_along_axis tensordot "
    "trace trapz tri tril tril_indices tril_indices_from trim_zeros triu triu_indices triu_indices_from union1d "
    "unravel_index unwrap vander vectorize ";
constexpr std::string_view kLinAlgPrelude = "norm cholesky qr eigh eigvalsh svd cond matrix_rank lstsq pinv multi_dot eig ";

// All that real numpy has.
constexpr std::string_view kNumpy =
    "ALLOW_THREADS AxisError BUFSIZE CLIP ComplexWarning DataSource ERR_CALL ERR_DEFAULT ERR_IGNORE ERR_LOG ERR_PRINT "
    "ERR_RAISE ERR_WARN FLOATING_POINT_SUPPORT FPE_DIVIDEBYZERO FPE_INVALID FPE_OVERFLOW FPE_UNDERFLOW False_ Inf Infinity "
    "MAXDIMS MAY_SHARE_BOUNDS MAY_SHARE_EXACT ModuleDeprecationWarning NAN NINF NZERO NaN PINF PZERO RAISE RankWarning "
    "SHIFT_DIVIDEBYZERO SHIFT_INVALID SHIFT_OVERFLOW SHIFT_UNDERFLOW ScalarType Tester TooHardError True_ "
    "UFUNC_BUFSIZE_DEFAULT UFUNC_PYVALS_NAME VisibleDeprecationWarning WRAP abs absolute add add_docstring add_newdoc "
    "add_newdoc_ufunc all alltrue amax amin any append apply_over_axes arange arccos arccosh arcsin arcsinh arctan arctan2 "
    "arctanh argmax argmin argpartition argsort around array array2string array_repr array_split array_str asanyarray "
    "asarray asarray_chkfinite ascontiguousarray asfarray asfortranarray asmatrix atleast_1d atleast_2d atleast_3d bartlett "
    "bincount bitwise_and bitwise_not bitwise_or bitwise_xor blackman bmat bool_ broadcast broadcast_to busday_count "
    "busday_offset busdaycalendar byte byte_bounds bytes_ cast cbrt cdouble ceil cfloat char character chararray clip "
    "clongdouble clongfloat column_stack common_type compare_chararrays complex128 complex256 complex64 complex_ "
    "complexfloating compress concatenate conj conjugate copy copysign core cos cosh csingle ctypeslib cumprod cumproduct "
    "cumsum datetime64 datetime_as_string datetime_data deg2rad degrees deprecate deprecate_with_doc diag_indices_from "
    "diagonal disp divide divmod dot double dstack dtype e einsum_path emath empty empty_like equal euler_gamma exp exp2 "
    "expand_dims expm1 eye fabs fastCopyAndTranspose fft find_common_type flatiter flexible flip fliplr flipud float128 "
    "float16 float32 float64 float_ float_power floating floor floor_divide fmax fmin fmod format_float_positional "
    "format_float_scientific format_parser from_dlpack frombuffer fromfile fromiter fromregex fromstring full full_like gcd "
    "generic genfromtxt geomspace get_array_wrap get_include get_printoptions getbufsize geterr geterrcall geterrobj "
    "greater greater_equal half heaviside histogram2d histogramdd hsplit hstack hypot i0 identity inexact inf info infty "
    "inner int16 int32 int64 int8 int_ intc integer interp intp invert is_busday isfinite isfortran isinf isnan isnat "
    "issctype issubclass_ issubsctype kaiser kernel_version lcm left_shift less less_equal lexsort lib linalg linspace "
    "little_endian load loadtxt log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor "
    "logspace longcomplex longdouble longfloat longlong lookfor ma mask_indices mat math matmul matrix max maximum "
    "maximum_sctype mean memmap min min_scalar_type minimum mintypecode mod modf moveaxis msort multiply nan nancumprod "
    "nanpercentile nanquantile nbytes ndarray ndim nditer negative nested_iters newaxis nextafter nonzero not_equal number "
    "obj2sctype object_ ones ones_like outer packbits partition pi polynomial positive power prod product promote_types ptp "
    "put rad2deg radians random ravel real_if_close rec recarray recfromcsv recfromtxt reciprocal record remainder repeat "
    "require reshape result_type right_shift rint roll roots round round_ row_stack safe_eval save savetxt savez "
    "savez_compressed sctype2char sctypeDict sctypes searchsorted set_numeric_ops set_printoptions set_string_function "
    "setbufsize seterr seterrcall seterrobj shape short show_config show_runtime sign signbit signedinteger sin single "
    "singlecomplex sinh size sometrue sort sort_complex source spacing split sqrt square squeeze stack std str_ string_ "
    "subtract sum swapaxes take tan tanh test testing tile timedelta64 tracemalloc_domain transpose true_divide trunc "
    "typecodes typename ubyte ufunc uint uint16 uint32 uint64 uint8 uintc uintp ulonglong unicode_ unique unpackbits "
    "unsignedinteger use_hugepage ushort var vdot version void vsplit vstack where who zeros zeros_like ";
constexpr std::string_view kLinAlg =
    "LinAlgError cholesky cond det eig eigh eigvals eigvalsh inv linalg lstsq matrix_power matrix_rank multi_dot norm pinv "
    "qr slogdet solve svd tensorinv tensorsolve test ";
constexpr std::string_view kRandom =
    "BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial bit_generator bytes "
    "chisquare choice default_rng dirichlet exponential f gamma geometric get_bit_generator get_state gumbel hypergeometric "
    "laplace logistic lognormal logseries mtrand multinomial multivariate_normal negative_binomial noncentral_chisquare "
    "noncentral_f normal pareto permutation poisson power rand randint randn random random_integers random_sample ranf "
    "rayleigh sample seed set_bit_generator set_state shuffle standard_cauchy standard_exponential standard_gamma "
    "standard_normal standard_t test triangular uniform vonmises wald weibull zipf ";

bool among(std::string_view words, const std::string& name) {
    const std::string spaced = " " + std::string(words);
    return spaced.find(" " + name + " ") != std::string::npos;
}

Value fromPrelude(Interpreter& vm, Module& module, const std::string& name, const std::string& nameThere) {
    const Value value = vm.getAttribute(vm.importModule("numpy._prelude"), nameThere);
    module.fields->set(vm.intern(name), value);
    return value;
}

[[noreturn]] void missing(const std::string& module, const std::string& name) {
    python::raise<python::AttributeError>("module '" + module + "' has no attribute '" + name + "'");
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
        instead = "When replacing `np.int`, you may wish to use e.g. `np.int64` or `np.int32` to specify the precision. If you wish to review your current "
                  "use, check the release note link for additional information.";
    } else if (name != "object") {
        const std::string type = name == "float" ? "float64" : name == "bool" ? "bool_" : name == "str" ? "str_" : "complex128";
        instead = "If you specifically wanted the numpy scalar type, use `np." + type + "` here.";
    }
    python::raise<python::AttributeError>("module 'numpy' has no attribute '" + name + "'.\n`np." + name + "` was a deprecated alias for the builtin `" + name +
        "`. To avoid this error in existing code, use `" + name + "` by itself. Doing this will not modify any behavior and is safe. " + instead +
        "\nThe aliases was originally deprecated in NumPy 1.20; for more details and guidance see the original release note at:\n"
        "    https://numpy.org/devdocs/release/1.20.0-notes.html#deprecations");
}

void whenMissing(Module& module, const std::string& what, std::string_view prelude, const std::string& prefix, std::string_view known) {
    Module* target = &module;
    python::defineFunction(module, "__getattr__(name)", [=](Interpreter& vm, Arguments& a) -> Value {
        const std::string name = a.text(0);
        if (among(prelude, name)) return fromPrelude(vm, *target, name, name == "norm" ? prefix + name : name);
        if (among(known, name)) python::unsupported(what + "." + name);
        if (what == "numpy") refuseRemoved(vm, name);
        missing(what, name);
    });
}

}  // namespace

void addNumpyNames(Interpreter& vm) {
    Module& numpy = vm.defineModule("numpy");
    numpy.fields->set(vm.intern("True_"), scalarValue(vm, 1, DType::Bool));
    numpy.fields->set(vm.intern("False_"), scalarValue(vm, 0, DType::Bool));
    whenMissing(numpy, "numpy", kPrelude, "", kNumpy);
    whenMissing(vm.defineModule("numpy.linalg"), "numpy.linalg", kLinAlgPrelude, "linalg_", kLinAlg);
    whenMissing(vm.defineModule("numpy.random"), "numpy.random", "", "", kRandom);
    defineArrayMethod(vm, "trace(self, offset=0, axis1=0, axis2=1)", [](Interpreter& vm, Arguments& a) {
        const Value diagonal = vm.callMethod(a[0], "diagonal", {a[1], a[2], a[3]});
        return vm.callMethod(diagonal, "sum", {Value(-1)});
    });
}

}  // namespace backstep::modules
