// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/enginewords.h"

#include <array>
#include <optional>

#include <QCoreApplication>
#include <QStringList>

namespace backstep {
namespace {

// %1 and %2 stand for what is the program's own; of two that fit, the one that says more stands first.
// clang-format off
constexpr std::array kPhrases{
    // limits
    QT_TRANSLATE_NOOP("EngineWords", "the program ran %1 steps without coming to its end"),
    QT_TRANSLATE_NOOP("EngineWords", "the program would print more than %1 bytes"),
    QT_TRANSLATE_NOOP("EngineWords", "the program would print more than %1 lines"),
    QT_TRANSLATE_NOOP("EngineWords", "a string would be longer than %1 bytes"),
    QT_TRANSLATE_NOOP("EngineWords", "a whole number would have more than %1 digits"),
    QT_TRANSLATE_NOOP("EngineWords", "the program's strings and numbers would take more than %1 MiB"),
    QT_TRANSLATE_NOOP("EngineWords", "the program's lists, tuples, dicts and sets would hold more than %1 elements"),
    QT_TRANSLATE_NOOP("EngineWords", "the program's tensors took more than %1 multiplications"),
    QT_TRANSLATE_NOOP("EngineWords", "a tensor of %1 elements: the limit is %2"),
    QT_TRANSLATE_NOOP("EngineWords", "a tensor of %1 dimensions: the limit is %2"),
    QT_TRANSLATE_NOOP("EngineWords", "a tensor of shape %1: the limit is %2 elements"),
    QT_TRANSLATE_NOOP("EngineWords", "the tensors that are alive take more than %1 MiB"),
    QT_TRANSLATE_NOOP("EngineWords", "the recorded values take more than %1 MiB"),
    QT_TRANSLATE_NOOP("EngineWords", "the graph has more than %1 operations"),
    QT_TRANSLATE_NOOP("EngineWords", "the program's text is longer than %1 bytes"),
    QT_TRANSLATE_NOOP("EngineWords", "a line of the program is longer than %1 characters"),
    QT_TRANSLATE_NOOP("EngineWords", "an expression of the program is nested deeper than %1 levels"),
    // what is not supported
    QT_TRANSLATE_NOOP("EngineWords", "the module %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the name %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the colour %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the scale %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the projection %1"),
    QT_TRANSLATE_NOOP("EngineWords", "complex numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "asynchronous comprehension"),
    QT_TRANSLATE_NOOP("EngineWords", "mathematical notation in a program"),
    QT_TRANSLATE_NOOP("EngineWords", "device '%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "named tensors"),
    QT_TRANSLATE_NOOP("EngineWords", "tensors of dtype %1"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy's dtype %1"),
    QT_TRANSLATE_NOOP("EngineWords", "TensorFlow's dtype %1"),
    QT_TRANSLATE_NOOP("EngineWords", "classes derived from %1"),
    QT_TRANSLATE_NOOP("EngineWords", "a class derived from %1"),
    QT_TRANSLATE_NOOP("EngineWords", "whole numbers beyond 2**53 in a tensor"),
    QT_TRANSLATE_NOOP("EngineWords", "whole numbers beyond 2**53 in an array"),
    QT_TRANSLATE_NOOP("EngineWords", "int32 arithmetic beyond 2^53"),
    QT_TRANSLATE_NOOP("EngineWords", "int64 beyond 2^53"),
    QT_TRANSLATE_NOOP("EngineWords", "range() beyond 64 bits"),
    QT_TRANSLATE_NOOP("EngineWords", "% on a string"),
    QT_TRANSLATE_NOOP("EngineWords", "decoding bytes"),
    QT_TRANSLATE_NOOP("EngineWords", "super() with one argument"),
    QT_TRANSLATE_NOOP("EngineWords", "a call with more than %1 keywords"),
    QT_TRANSLATE_NOOP("EngineWords", "a call or a display with more than %1 items"),
    QT_TRANSLATE_NOOP("EngineWords", "a product that is added into one of its own factors"),
    QT_TRANSLATE_NOOP("EngineWords", "a tensor with a dimension of negative size"),
    QT_TRANSLATE_NOOP("EngineWords", "addbmm_ into a tensor of another shape"),
    QT_TRANSLATE_NOOP("EngineWords", "changing a part of a tensor in place by another that overlaps it"),
    QT_TRANSLATE_NOOP("EngineWords", "changing a view in place whose elements share memory"),
    QT_TRANSLATE_NOOP("EngineWords", "what lies in memory behind a loss that was reduced"),
    QT_TRANSLATE_NOOP("EngineWords", "diag_embed of a tensor of inference mode that requires grad"),
    QT_TRANSLATE_NOOP("EngineWords", "the gradient of block_diag after an empty vector, which PyTorch takes from other rows"),
    QT_TRANSLATE_NOOP("EngineWords", "the gradient of a singular value that is 0: it turns with the sign of its vectors"),
    QT_TRANSLATE_NOOP("EngineWords", "_version of what was computed from tensors of inference mode"),
    QT_TRANSLATE_NOOP("EngineWords", "create_graph through once_differentiable"),
    QT_TRANSLATE_NOOP("EngineWords", "forward mode of this operation"),
    QT_TRANSLATE_NOOP("EngineWords", "differentiating the gradient of det at a singular matrix"),
    QT_TRANSLATE_NOOP("EngineWords", "differentiating the gradient of logsigmoid after its operand was changed through .data"),
    QT_TRANSLATE_NOOP("EngineWords", "differentiating the gradient of singular values"),
    QT_TRANSLATE_NOOP("EngineWords", "differentiating the gradient of %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the gradient of scatter with reduce"),
    QT_TRANSLATE_NOOP("EngineWords", "the gradient of %1"),
    QT_TRANSLATE_NOOP("EngineWords", "scatter with reduce='%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "the nuclear norm"),
    QT_TRANSLATE_NOOP("EngineWords", "index_add of a source with another number of dimensions"),
    QT_TRANSLATE_NOOP("EngineWords", "index_select of a number at several places"),
    QT_TRANSLATE_NOOP("EngineWords", "quantiles along several axes"),
    QT_TRANSLATE_NOOP("EngineWords", "the text of a tensor as numpy writes it"),
    QT_TRANSLATE_NOOP("EngineWords", "a generator of its own"),
    QT_TRANSLATE_NOOP("EngineWords", "copy.deepcopy of several parts of the same memory"),
    QT_TRANSLATE_NOOP("EngineWords", "copy.%1 of a %2"),
    QT_TRANSLATE_NOOP("EngineWords", "gradcheck's forward, batched and sparse checks"),
    QT_TRANSLATE_NOOP("EngineWords", "gradgradcheck's forward, batched and non-contiguous checks"),
    QT_TRANSLATE_NOOP("EngineWords", "loading a LazyLinear before its first call"),
    QT_TRANSLATE_NOOP("EngineWords", "moving a LazyLinear before its first call"),
    QT_TRANSLATE_NOOP("EngineWords", "the parameters of a LazyLinear before its first call"),
    QT_TRANSLATE_NOOP("EngineWords", "the state of a LazyLinear before its first call"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 of a LazyLinear's parameter before its first call"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 as the decorator of a generator"),
    QT_TRANSLATE_NOOP("EngineWords", "a gradient with respect to %1"),
    QT_TRANSLATE_NOOP("EngineWords", "RandomSampler with replacement"),
    QT_TRANSLATE_NOOP("EngineWords", "sys.setrecursionlimit above %1"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.unique with dim"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.unique_consecutive with dim"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.nn.Embedding with max_norm, scale_grad_by_freq or sparse"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.nn.functional.embedding with max_norm"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.nn.functional.instance_norm with statistics or weights"),
    QT_TRANSLATE_NOOP("EngineWords", "torch.prelu of more than two dimensions with a weight for each channel"),
    QT_TRANSLATE_NOOP("EngineWords", "hist of several data sets"),
    QT_TRANSLATE_NOOP("EngineWords", "hist with weights, stacked or horizontal"),
    QT_TRANSLATE_NOOP("EngineWords", "matplotlib's colour maps"),
    QT_TRANSLATE_NOOP("EngineWords", "matplotlib's %1"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy arrays of objects"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy arrays of %1 objects"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.%1 of %2 objects"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.%1 of bool arrays (%2)"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy indexing with one bool"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy's order='K' of an array whose memory is in neither order"),
    QT_TRANSLATE_NOOP("EngineWords", "assigning to the dtype of a numpy array"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.linalg of stacks of matrices"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 of stacks of matrices"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 of arrays of more than two dimensions"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.cov with weights"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.einsum with '...'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.einsum without subscripts"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.geomspace between arrays"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.linspace(…, retstep=True) between arrays"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.logspace(…, base=…) with several bases"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.histogram with weights and given bins"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.histogram with bins='%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.linalg.lstsq of a matrix whose columns depend on each other"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.linalg.svd with its vectors"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.linalg.qr with mode '%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.pad with mode '%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.quantile with method '%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.nditer in another order than that of memory"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.nditer of several arrays"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.poly of a matrix"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.polyfit with full or cov"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.r_ with a text"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.random.Generator.integers of another dtype than int64"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.seterr with '%1'"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.vectorize with a signature"),
    QT_TRANSLATE_NOOP("EngineWords", "TensorFlow's tensors of text"),
    QT_TRANSLATE_NOOP("EngineWords", "assigning to a part of a tf.Variable"),
    QT_TRANSLATE_NOOP("EngineWords", "negative steps in several dimensions of a TensorFlow tensor"),
    QT_TRANSLATE_NOOP("EngineWords", "tf.linspace of tensors with dimensions"),
    QT_TRANSLATE_NOOP("EngineWords", "tf.linspace of whole numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "tf.where of one argument"),
    // what is nearest
    QT_TRANSLATE_NOOP("EngineWords", "an array of numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "arrays of numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "an array of bools"),
    QT_TRANSLATE_NOOP("EngineWords", "a sorted array"),
    QT_TRANSLATE_NOOP("EngineWords", "a number of bins"),
    QT_TRANSLATE_NOOP("EngineWords", "float64, float32, int64, int32 or bool"),
    QT_TRANSLATE_NOOP("EngineWords", "'ignore', 'warn' or 'raise'"),
    QT_TRANSLATE_NOOP("EngineWords", "float(), double(), int(), long() or bool()"),
    QT_TRANSLATE_NOOP("EngineWords", "str or repr"),
    QT_TRANSLATE_NOOP("EngineWords", "tf.Variable or tf.constant"),
    QT_TRANSLATE_NOOP("EngineWords", "tf.transpose and x[::-1]"),
    QT_TRANSLATE_NOOP("EngineWords", "calling the network once before, or nn.Linear"),
    QT_TRANSLATE_NOOP("EngineWords", "calling the network once before"),
    QT_TRANSLATE_NOOP("EngineWords", "a class with an attribute"),
    QT_TRANSLATE_NOOP("EngineWords", "a backward without it"),
    QT_TRANSLATE_NOOP("EngineWords", "a new tensor as the result of forward"),
    QT_TRANSLATE_NOOP("EngineWords", "leave it out: attributes need no declaration"),
    QT_TRANSLATE_NOOP("EngineWords", "the same without the underscore"),
    QT_TRANSLATE_NOOP("EngineWords", "the function of torch"),
    QT_TRANSLATE_NOOP("EngineWords", "clone() the other part first"),
    QT_TRANSLATE_NOOP("EngineWords", "clone() it first"),
    QT_TRANSLATE_NOOP("EngineWords", "v.assign(…) of the whole"),
    QT_TRANSLATE_NOOP("EngineWords", "give the source as many dimensions as the tensor has"),
    QT_TRANSLATE_NOOP("EngineWords", "plain dimensions"),
    QT_TRANSLATE_NOOP("EngineWords", "one base"),
    QT_TRANSLATE_NOOP("EngineWords", "one hist call each"),
    QT_TRANSLATE_NOOP("EngineWords", "subscripts for every dimension"),
    QT_TRANSLATE_NOOP("EngineWords", "numpy.geomspace between two numbers"),
    QT_TRANSLATE_NOOP("EngineWords", "the value that it returns"),
    QT_TRANSLATE_NOOP("EngineWords", "the value that %1 returns"),
    QT_TRANSLATE_NOOP("EngineWords", "the result: %1"),
    QT_TRANSLATE_NOOP("EngineWords", "the transposed equation"),
    QT_TRANSLATE_NOOP("EngineWords", "an ordinary subplot"),
    QT_TRANSLATE_NOOP("EngineWords", "a colour name of CSS or #rrggbb"),
    QT_TRANSLATE_NOOP("EngineWords", "a colour name"),
    QT_TRANSLATE_NOOP("EngineWords", "%1 without it"),
    QT_TRANSLATE_NOOP("EngineWords", "with torch.%1() in it"),
};
// clang-format on

// What %1 and %2 stand for where the text is the phrase: as little as possible, the last one all the rest.
std::optional<QStringList> partsOf(const QString& phrase, const QString& text) {
    QStringList parts;
    qsizetype at = 0;
    for (qsizetype i = 0; i < phrase.size();) {
        const bool blank = phrase[i] == u'%' && i + 1 < phrase.size() && phrase[i + 1].isDigit();
        if (!blank) {
            if (at >= text.size() || text[at] != phrase[i]) return std::nullopt;
            ++at, ++i;
            continue;
        }
        i += 2;
        qsizetype next = phrase.indexOf(u'%', i);
        if (next < 0) next = phrase.size();
        const QString after = phrase.mid(i, next - i);
        const qsizetype end = next == phrase.size() ? text.size() - after.size() : text.indexOf(after, at + 1);
        if (end <= at || !QStringView(text).mid(end).startsWith(after)) return std::nullopt;
        parts << text.mid(at, end - at);
        at = end;
    }
    return at == text.size() ? std::optional(parts) : std::nullopt;
}

}  // namespace

QString engineWords(const std::string& said) {
    const QString text = QString::fromStdString(said);
    for (const char* phrase : kPhrases) {
        const std::optional<QStringList> parts = partsOf(QString::fromUtf8(phrase), text);
        if (!parts) continue;
        QString out = QCoreApplication::translate("EngineWords", phrase);
        for (qsizetype i = parts->size(); i > 0; --i) out.replace(QStringLiteral("%%1").arg(i), (*parts)[i - 1]);
        return out;
    }
    return text;
}

}  // namespace backstep
