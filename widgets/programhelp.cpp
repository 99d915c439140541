// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/programhelp.h"

#include <QCoreApplication>
#include <QHash>

#include "engine/syntax/functions.h"
#include "widgets/functionhelp.h"

namespace backstep {
namespace {

struct Help {
    Q_DECLARE_TR_FUNCTIONS(ProgramHelp)

public:
    // Of a function of a module and of the method of the same name alike.
    static QHash<QString, QString> shared() {
        const auto k = [](const char* name) { return QString::fromLatin1(name); };
        return {
            {k("sum"), tr("The sum of all elements, or along dim")},
            {k("mean"), tr("The mean of all elements, or along dim")},
            {k("prod"), tr("The product of all elements, or along dim")},
            {k("max"), tr("The largest element, or along dim with its index")},
            {k("min"), tr("The smallest element, or along dim with its index")},
            {k("argmax"), tr("Index of the largest element")},
            {k("argmin"), tr("Index of the smallest element")},
            {k("norm"), tr("Length of a vector; the Frobenius norm of a matrix")},
            {k("var"), tr("Variance, divided by n − 1")},
            {k("std"), tr("Standard deviation, divided by n − 1")},
            {k("dot"), tr("Inner product of two vectors")},
            {k("matmul"), tr("Matrix product, the same as @")},
            {k("mm"), tr("Product of two matrices")},
            {k("mv"), tr("Product of a matrix and a vector")},
            {k("outer"), tr("Outer product of two vectors")},
            {k("reshape"), tr("The same elements in another shape")},
            {k("view"), tr("The same memory in another shape")},
            {k("flatten"), tr("The same elements in one dimension")},
            {k("squeeze"), tr("Without dimensions of size 1")},
            {k("unsqueeze"), tr("With a dimension of size 1 put in")},
            {k("transpose"), tr("Two dimensions exchanged")},
            {k("permute"), tr("Dimensions in another order")},
            {k("softmax"), tr("exp(x), scaled to a sum of 1 along dim")},
            {k("log_softmax"), tr("The logarithm of softmax, along dim")},
            {k("logsumexp"), tr("log of the sum of exp(x), along dim")},
            {k("cumsum"), tr("Running sums along dim")},
            {k("clone"), tr("A copy that stays in the graph")},
            {k("detach"), tr("The same values, cut out of the graph")},
            {k("where"), tr("Elements of one tensor where a condition holds, otherwise of the other")},
            {k("clamp"), tr("Each element held between min and max")},
        };
    }

    static QHash<QString, QString> own() {
        const auto k = [](const char* name) { return QString::fromLatin1(name); };
        return {
            {k("torch.tensor"), tr("A tensor with these values; requires_grad=True asks for its gradient")},
            {k("torch.arange"), tr("0, 1, 2 … up to, not including, the end")},
            {k("torch.linspace"), tr("Evenly spaced numbers, both ends included")},
            {k("torch.zeros"), tr("A tensor of zeros of this shape")},
            {k("torch.ones"), tr("A tensor of ones of this shape")},
            {k("torch.full"), tr("A tensor of this shape, filled with one value")},
            {k("torch.eye"), tr("The identity matrix")},
            {k("torch.rand"), tr("Random numbers, evenly between 0 and 1")},
            {k("torch.randn"), tr("Random numbers, normally distributed")},
            {k("torch.manual_seed"), tr("Makes the random numbers the same in every run")},
            {k("torch.zeros_like"), tr("Zeros in the shape of another tensor")},
            {k("torch.ones_like"), tr("Ones in the shape of another tensor")},
            {k("torch.stack"), tr("Tensors put together along a new dimension")},
            {k("torch.cat"), tr("Tensors joined along a dimension that they have")},
            {k("torch.no_grad"), tr("Inside, nothing is recorded: with torch.no_grad():")},
            {k("torch.autograd.grad"), tr("Gradients as a result, without .grad")},
            {k("torch.autograd.backward"), tr("A sweep from several outputs at once")},
            {k("torch.optim.SGD"), tr("Gradient descent, with or without momentum")},
            {k("torch.optim.Adam"), tr("Gradient descent with steps that adapt")},
            {k(".backward"), tr("The backward sweep from here; fills .grad of the leaves")},
            {k(".grad"), tr("What has been accumulated by backward(), or None")},
            {k(".grad_fn"), tr("The node that made this tensor, or None for a leaf")},
            {k(".requires_grad"), tr("Whether operations on it are recorded")},
            {k(".requires_grad_"), tr("Switches recording on or off, in place")},
            {k(".is_leaf"), tr("Whether it was made by the program, not by a recorded operation")},
            {k(".retain_grad"), tr("Keeps .grad of a tensor that is no leaf")},
            {k(".item"), tr("The number in a tensor of one element")},
            {k(".tolist"), tr("The values as lists of numbers")},
            {k(".numpy"), tr("The values as an array of numpy")},
            {k(".shape"), tr("The size of each dimension")},
            {k(".zero_"), tr("Sets every element to 0, in place")},
            {k(".data"), tr("The values, outside of what is recorded")},
            {k("F.cross_entropy"), tr("−log softmax at the right class, averaged")},
            {k("F.mse_loss"), tr("Mean of the squared differences")},
            {k("nn.Linear"), tr("A layer x Wᵀ + b")},
            {k("nn.Sequential"), tr("Layers one after another")},
            {k("nn.MSELoss"), tr("Mean of the squared differences")},
            {k("nn.CrossEntropyLoss"), tr("−log softmax at the right class, averaged")},
            {k("plt.plot"), tr("Draws y over x in the plot pane")},
            {k("plt.scatter"), tr("Draws points in the plot pane")},
            {k("plt.legend"), tr("Names the curves in the figure")},
            {k("plt.show"), tr("Finishes the figure")},
            {k("print"), tr("Writes to the output pane")},
            {k("range"), tr("0, 1, 2 … for a loop")},
            {k("len"), tr("How many items there are")},
            {k("enumerate"), tr("Items with their number: 0, 1, 2 …")},
            {k("zip"), tr("Items of several lists, side by side")},
            {k("abs"), tr("Absolute value")},
            {k("float"), tr("A number with a decimal point")},
            {k("int"), tr("A whole number")},
        };
    }
};

}  // namespace

ProgramHelp::ProgramHelp() : whole_(Help::own()), last_(Help::shared()) {}

QString ProgramHelp::of(const QString& name) const {
    if (const auto found = whole_.find(name); found != whole_.end()) return *found;
    const qsizetype dot = name.lastIndexOf(QLatin1Char('.'));
    if (dot < 0) return {};
    QString last = name.mid(dot + 1);
    const bool inPlace = last.endsWith(QLatin1Char('_')) && last.size() > 2;
    if (inPlace) last.chop(1);
    QString help = last_.value(last);
    if (help.isEmpty()) {
        if (const FunctionInfo* function = findFunction(last.toStdString())) help = functionHelp(*function);
    }
    return inPlace && !help.isEmpty() ? Help::tr("%1, in place").arg(help) : help;
}

QString ProgramHelp::ofOwnName() { return Help::tr("Of this program"); }

}  // namespace backstep
