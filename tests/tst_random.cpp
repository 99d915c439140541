// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers and ranges, bit for bit: tests/data/random_values.tsv is a script of calls, one after the other on each
// generator, with the numbers that torch 1.13, numpy 1.24 and Python 3.11 gave.
#include <cmath>
#include <cstdlib>
#include <limits>

#include <QFile>
#include <QTest>

#include "engine/tensor/print.h"
#include "engine/tensor/random_numpy.h"
#include "engine/tensor/random_pcg.h"
#include "engine/tensor/random_python.h"
#include "engine/tensor/random_torch.h"
#include "engine/tensor/ranges.h"

using namespace backstep;

namespace {

using Numbers = std::vector<double>;

// The words of a command behind its name.
class Words {
public:
    explicit Words(const QString& command) : words_(command.split(QLatin1Char(' '))) {}
    [[nodiscard]] QString name() const { return words_.first(); }
    [[nodiscard]] bool more() const { return at_ < words_.size(); }
    QString word() { return at_ < words_.size() ? words_[at_++] : QString(); }
    double number() { return std::strtod(word().toLatin1().constData(), nullptr); }
    std::int64_t whole() { return static_cast<std::int64_t>(number()); }
    DType dtype() { return static_cast<DType>(word().toInt()); }
    Numbers numbers(std::int64_t n) {
        Numbers out;
        while (n-- > 0) out.push_back(number());
        return out;
    }

private:
    QStringList words_;
    qsizetype at_ = 1;
};

Numbers numbersOf(const Tensor& tensor) {
    Numbers out;
    for (std::int64_t i = 0; i < tensor.size(); ++i) out.push_back(tensor.at(i));
    return out;
}
template <class List>
Numbers numbersOf(const List& list) {
    Numbers out;
    for (const auto x : list) out.push_back(static_cast<double>(x));
    return out;
}

Numbers ofTorch(TorchGenerator& g, Words w) {
    const QString name = w.name();
    if (name == QStringLiteral("seed")) {
        g.manualSeed(static_cast<std::uint64_t>(w.word().toLongLong()));
        return {};
    }
    const DType dtype = w.dtype();
    const std::int64_t n = w.whole();
    const TensorShape shape{n};
    const double a = w.number();
    const double b = w.number();
    if (name == QStringLiteral("uniform")) return numbersOf(g.uniform(shape, dtype, a, b));
    if (name == QStringLiteral("normal")) return numbersOf(g.normal(shape, dtype, a, b));
    if (name == QStringLiteral("ints")) return numbersOf(g.integers(shape, std::llround(a), std::llround(b), dtype));
    if (name == QStringLiteral("perm")) return numbersOf(g.permutation(n, dtype));
    if (name == QStringLiteral("bern")) return numbersOf(g.bernoulli(shape, a, dtype));
    if (name == QStringLiteral("bernt")) return numbersOf(g.bernoulli(Tensor(shape, Numbers(shape[0], a), dtype), dtype));
    if (name == QStringLiteral("drop")) return numbersOf(g.dropoutMask(shape, a, dtype));
    if (name == QStringLiteral("exp")) return numbersOf(g.exponential(shape, dtype, a));
    if (name == QStringLiteral("geo")) return numbersOf(g.geometric(shape, dtype, a));
    if (name == QStringLiteral("cauchy")) return numbersOf(g.cauchy(shape, dtype, a, b));
    if (name == QStringLiteral("logn")) return numbersOf(g.logNormal(shape, dtype, a, b));
    if (name == QStringLiteral("random")) return numbersOf(g.random(shape, dtype));
    if (name == QStringLiteral("multi")) {
        const std::int64_t categories = w.whole();
        return numbersOf(g.multinomial(Tensor({categories}, w.numbers(categories), dtype), n, a != 0));
    }
    const Tensor mean(shape, w.numbers(n), dtype);
    return numbersOf(g.normal(mean, Tensor(shape, w.numbers(n), dtype)));
}

Numbers ofPython(PythonRandom& g, Words w) {
    const QString name = w.name();
    if (name == QStringLiteral("seed")) return g.seed(w.word().toULongLong()), Numbers{};
    if (name == QStringLiteral("seedb")) {
        const std::string text = w.word().toStdString();
        return g.seedBytes(text == "-" ? "" : text), Numbers{};
    }
    const double a = w.number();
    const double b = w.number();
    const double c = w.number();
    const auto n = static_cast<std::size_t>(a);
    const auto k = static_cast<std::size_t>(b);
    if (name == QStringLiteral("random")) return {g.random()};
    if (name == QStringLiteral("below")) return {static_cast<double>(g.below(static_cast<std::uint64_t>(a)))};
    if (name == QStringLiteral("bits")) return numbersOf(g.bits(static_cast<std::uint64_t>(a)));
    if (name == QStringLiteral("shuffle")) return numbersOf(g.shuffledOrder(n));
    if (name == QStringLiteral("sample")) return numbersOf(g.sample(n, k));
    if (name == QStringLiteral("choices")) return numbersOf(g.choices(n, k));
    if (name == QStringLiteral("choicesw")) {
        Numbers sums = w.numbers(static_cast<std::int64_t>(n));
        for (std::size_t i = 1; i < n; ++i) sums[i] += sums[i - 1];
        return numbersOf(g.choices(sums, k));
    }
    if (name == QStringLiteral("uniform")) return {g.uniform(a, b)};
    if (name == QStringLiteral("tri")) return {g.triangular(a, b, c)};
    if (name == QStringLiteral("tri0")) return {g.triangular(a, b, std::nullopt)};
    if (name == QStringLiteral("normal")) return {g.normalvariate(a, b)};
    if (name == QStringLiteral("gauss")) return {g.gauss(a, b)};
    if (name == QStringLiteral("logn")) return {g.lognormvariate(a, b)};
    if (name == QStringLiteral("exp")) return {g.expovariate(a)};
    if (name == QStringLiteral("von")) return {g.vonmisesvariate(a, b)};
    if (name == QStringLiteral("gamma")) return {g.gammavariate(a, b)};
    if (name == QStringLiteral("beta")) return {g.betavariate(a, b)};
    if (name == QStringLiteral("pareto")) return {g.paretovariate(a)};
    return {g.weibullvariate(a, b)};
}

// One draw of the distributions that numpy makes number by number.
double numpyDraw(NumpyGenerator& g, const QString& name, double a, double b, double c) {
    if (name == QStringLiteral("exp")) return g.exponential(a);
    if (name == QStringLiteral("gamma")) return g.gamma(a, b);
    if (name == QStringLiteral("beta")) return g.beta(a, b);
    if (name == QStringLiteral("chi")) return g.chisquare(a);
    if (name == QStringLiteral("f")) return g.fisher(a, b);
    if (name == QStringLiteral("lap")) return g.laplace(a, b);
    if (name == QStringLiteral("logi")) return g.logistic(a, b);
    if (name == QStringLiteral("gum")) return g.gumbel(a, b);
    if (name == QStringLiteral("logn")) return g.lognormal(a, b);
    if (name == QStringLiteral("ray")) return g.rayleigh(a);
    if (name == QStringLiteral("wei")) return g.weibull(a);
    if (name == QStringLiteral("par")) return g.pareto(a);
    if (name == QStringLiteral("pow")) return g.power(a);
    if (name == QStringLiteral("cau")) return g.standardCauchy();
    if (name == QStringLiteral("t")) return g.standardT(a);
    if (name == QStringLiteral("tri")) return g.triangular(a, b, c);
    if (name == QStringLiteral("bin")) return static_cast<double>(g.binomial(static_cast<std::int64_t>(a), b));
    if (name == QStringLiteral("poi")) return static_cast<double>(g.poisson(a));
    if (name == QStringLiteral("geo")) return static_cast<double>(g.geometric(a));
    return std::numeric_limits<double>::quiet_NaN();
}

Numbers ofNumpy(NumpyGenerator& g, Words w) {
    const QString name = w.name();
    if (name == QStringLiteral("seed")) {
        std::vector<std::uint32_t> seeds;
        while (w.more()) seeds.push_back(w.word().toUInt());
        if (seeds.size() == 1) return g.seed(seeds[0]), Numbers{};
        seeds.erase(seeds.begin());  // 99: an array follows
        return g.seed(seeds), Numbers{};
    }
    const std::int64_t n = w.whole();
    const TensorShape shape{n};
    const auto count = static_cast<std::size_t>(n);
    const double a = w.number();
    const double b = w.number();
    const double c = w.number();
    const auto size = static_cast<std::size_t>(a);
    if (name == QStringLiteral("rand")) return numbersOf(g.rand(shape));
    if (name == QStringLiteral("randn")) return numbersOf(g.randn(shape));
    if (name == QStringLiteral("uniform")) return numbersOf(g.uniform(shape, a, b));
    if (name == QStringLiteral("normal")) return numbersOf(g.normal(shape, a, b));
    if (name == QStringLiteral("ints"))
        return numbersOf(g.integers(shape, std::llround(a), std::llround(b), static_cast<DType>(static_cast<int>(c))));
    if (name == QStringLiteral("shuffle")) return numbersOf(g.shuffledOrder(count));
    if (name == QStringLiteral("choice")) return numbersOf(g.choice(size, count, b != 0));
    if (name == QStringLiteral("choicep")) return numbersOf(g.choice(size, count, b != 0, w.numbers(static_cast<std::int64_t>(size))));
    if (name == QStringLiteral("multi")) return numbersOf(g.multinomial(n, {a, b, c, 1 - a - b - c}));
    if (name == QStringLiteral("dir")) return g.dirichlet({a, b, c});
    Numbers out;
    while (out.size() < count) out.push_back(numpyDraw(g, name, a, b, c));
    return out;
}

Numbers ofPcg(NumpyDefaultRng& g, Words w) {
    const QString name = w.name();
    if (name == QStringLiteral("seed")) return g = NumpyDefaultRng(w.word().toULongLong()), Numbers{};
    if (name == QStringLiteral("seeds")) {
        std::vector<std::uint32_t> seeds;
        while (w.more()) seeds.push_back(w.word().toUInt());
        return g = NumpyDefaultRng(seeds), Numbers{};
    }
    const auto n = static_cast<std::size_t>(w.whole());
    const double a = w.number();
    const double b = w.number();
    w.word();
    const auto size = static_cast<std::size_t>(a);
    if (name == QStringLiteral("shuffle")) return numbersOf(g.shuffledOrder(n));
    if (name == QStringLiteral("choice")) return numbersOf(g.choice(size, n, b != 0));
    if (name == QStringLiteral("choicep")) return numbersOf(g.choice(size, n, b != 0, w.numbers(static_cast<std::int64_t>(size))));
    Numbers out;
    while (out.size() < n) {
        if (name == QStringLiteral("rand")) out.push_back(g.random());
        if (name == QStringLiteral("randf")) out.push_back(static_cast<double>(g.randomFloat()));
        if (name == QStringLiteral("randn")) out.push_back(g.standardNormal());
        if (name == QStringLiteral("uniform")) out.push_back(g.uniform(a, b));
        if (name == QStringLiteral("normal")) out.push_back(g.normal(a, b));
        if (name == QStringLiteral("ints")) out.push_back(static_cast<double>(g.integer(std::llround(a), std::llround(b))));
    }
    return out;
}

Numbers ofRange(Words w) {
    const QString name = w.name();
    const DType dtype = w.dtype();
    const double a = w.number();
    const double b = w.number();
    const double c = w.number();
    const double d = w.number();
    const auto n = static_cast<std::int64_t>(c);
    if (name == QStringLiteral("ta")) return numbersOf(torchArange(a, b, c, dtype));
    if (name == QStringLiteral("tr")) return numbersOf(torchRange(a, b, c, dtype));
    if (name == QStringLiteral("tl")) return numbersOf(torchLinspace(a, b, n, dtype));
    if (name == QStringLiteral("tg")) return numbersOf(torchLogspace(a, b, n, d, dtype));
    if (name == QStringLiteral("na")) return numbersOf(numpyArange(a, b, c, dtype));
    if (name == QStringLiteral("nl")) return numbersOf(numpyLinspace(a, b, n, d != 0, dtype).values);
    if (name == QStringLiteral("ng")) return numbersOf(numpyLogspace(a, b, n, true, d));
    return numbersOf(numpyGeomspace(a, b, n, d != 0));
}

std::string four(const Tensor& tensor) { return tensorText(tensor); }

}  // namespace

class TestRandom : public QObject {
    Q_OBJECT

private:
    TorchGenerator torch_;
    PythonRandom python_;
    NumpyGenerator numpy_;
    NumpyDefaultRng pcg_;

private slots:
    void drawsTheOriginalsNumbers_data() {
        QTest::addColumn<QString>("generator");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("numbers");
        QFile file(QStringLiteral(BACKSTEP_SOURCE_DIR "/tests/data/random_values.tsv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(lines.size() > 900);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QStringList row = lines[i].split(QLatin1Char('\t'));
            QCOMPARE(row.size(), 3);
            const QString name = (row[0] + QLatin1Char(' ') + row[1]).left(60);
            QTest::addRow("%d: %s", static_cast<int>(i), qPrintable(name)) << row[0] << row[1] << row[2];
        }
    }
    void drawsTheOriginalsNumbers() {
        QFETCH(QString, generator);
        QFETCH(QString, command);
        QFETCH(QString, numbers);
        const Words words(command);
        Numbers drawn;
        if (generator == QStringLiteral("torch")) drawn = ofTorch(torch_, words);
        else if (generator == QStringLiteral("python")) drawn = ofPython(python_, words);
        else if (generator == QStringLiteral("numpy")) drawn = ofNumpy(numpy_, words);
        else drawn = generator == QStringLiteral("pcg") ? ofPcg(pcg_, words) : ofRange(words);
        const QStringList expected = numbers == QStringLiteral("-") ? QStringList() : numbers.split(QLatin1Char(' '));
        QCOMPARE(static_cast<qsizetype>(drawn.size()), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QCOMPARE(drawn[static_cast<std::size_t>(i)], std::strtod(expected[i].toLatin1().constData(), nullptr));
    }

    void keepsOneNormalNumberUntilTheNextSeed() {
        TorchGenerator g;
        g.manualSeed(0);
        QCOMPARE(four(g.normal({3}, DType::Float32)), std::string("tensor([ 1.5410, -0.2934, -2.1788])"));
        QCOMPARE(four(g.normal({2, 2}, DType::Float32)), std::string("tensor([[ 0.5684, -1.0845],\n        [-1.3986,  0.4033]])"));
        QCOMPARE(four(g.normal({}, DType::Float32)), std::string("tensor(0.8380)"));
        g.manualSeed(0);
        QCOMPARE(four(g.normal({}, DType::Float32)), std::string("tensor(1.5410)"));
    }

    void aCopyIsASavedState() {
        TorchGenerator g;
        g.manualSeed(42);
        const TorchGenerator saved = g;
        QCOMPARE(four(g.uniform({5}, DType::Float32)), std::string("tensor([0.8823, 0.9150, 0.3829, 0.9593, 0.3904])"));
        g = saved;
        QCOMPARE(four(g.uniform({2}, DType::Float32)), std::string("tensor([0.8823, 0.9150])"));
        QCOMPARE(g.initialSeed(), std::uint64_t{42});
    }

    void unseededProgramsDrawTheSameEveryTime() {
        TorchGenerator a;
        TorchGenerator b;
        QVERIFY(!a.wasSeeded());
        QCOMPARE(a.initialSeed(), TorchGenerator::kDefaultSeed);
        QCOMPARE(four(a.uniform({3}, DType::Float64)), four(b.uniform({3}, DType::Float64)));
        b.manualSeed(TorchGenerator::kDefaultSeed);
        QVERIFY(b.wasSeeded());
        QVERIFY(!PythonRandom().wasSeeded());
        QVERIFY(!NumpyGenerator().wasSeeded());
    }

    void linearLayersStartWithinTheirBounds() {
        // torch.manual_seed(0); torch.nn.Linear(3, 2)
        TorchGenerator g;
        g.manualSeed(0);
        const LinearBounds bounds = linearBounds(3);
        const Tensor weight = g.uniform({2, 3}, DType::Float32, -bounds.weight, bounds.weight);
        const Tensor bias = g.uniform({2}, DType::Float32, -bounds.bias, bounds.bias);
        QCOMPARE(four(weight), std::string("tensor([[-0.0043,  0.3097, -0.4752],\n        [-0.4249, -0.2224,  0.1548]])"));
        QCOMPARE(four(bias), std::string("tensor([-0.0114,  0.4578])"));
    }

    void choicesThatCannotBeAreSaid() {
        using P = std::vector<double>;
        const auto error = &NumpyGenerator::choiceError;
        QCOMPARE(error(5, 7, false, {}), std::string("Cannot take a larger sample than population when 'replace=False'"));
        QCOMPARE(error(3, 1, true, P{.5, .5}), std::string("'a' and 'p' must have same size"));
        QCOMPARE(error(2, 1, true, P{.5, .6}), std::string("probabilities do not sum to 1"));
        QCOMPARE(error(2, 1, true, P{-.5, 1.5}), std::string("probabilities are not non-negative"));
        QCOMPARE(error(3, 3, false, P{.5, .5, 0}), std::string("Fewer non-zero entries in p than size"));
        QVERIFY(error(2, 5, true, P{.5, .5}).empty());
    }

    void countsAreKnownBeforeMemoryIsTaken() {
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(torchArangeCount(0, 2 * M_PI, 0.1, DType::Float32).count, std::int64_t{63});
        QCOMPARE(torchArangeCount(-5, 5, 0.1, DType::Float32).count, std::int64_t{100});
        QCOMPARE(torchArangeCount(0, 1e15, 1, DType::Float32).count, std::int64_t{1'000'000'000'000'000});
        QCOMPARE(torchArangeCount(0, 5, 1.5, DType::Int64).count, std::int64_t{5});
        QCOMPARE(torchArangeCount(0, 5, 1.5, DType::Int32).count, std::int64_t{4});
        QCOMPARE(torchArangeCount(0, 1, 0, DType::Int64).error, std::string("step must be nonzero"));
        QCOMPARE(torchArangeCount(0, infinity, 1, DType::Float32).error, std::string("unsupported range: 0 -> inf"));
        QCOMPARE(torchArangeCount(1.5e-7, NAN, 1, DType::Float32).error, std::string("unsupported range: 1.5e-07 -> nan"));
        QCOMPARE(torchArangeCount(5, 1, 1, DType::Int64).error, std::string("upper bound and larger bound inconsistent with step sign"));
        QCOMPARE(torchArangeCount(0, 1e30, 1, DType::Float32).error, std::string("invalid size, possible overflow?"));
        QCOMPARE(torchArangeCount(0, 3, 1, DType::Bool).error, std::string("\"arange_cpu\" not implemented for 'Bool'"));
        QCOMPARE(torchLinspaceCount(-1, DType::Float32).error, std::string("number of steps must be non-negative"));
        QCOMPARE(numpyArangeCount(0, 1, 0, false, DType::Float64).error, std::string("float division by zero"));
        QCOMPARE(numpyArangeCount(0, infinity, 1, false, DType::Float64).error, std::string("Maximum allowed size exceeded"));
        QCOMPARE(numpyLinspaceCount(-1).error, std::string("Number of samples, -1, must be non-negative."));
        QCOMPARE(numpyGeomspaceCount(0, 1, 3).error, std::string("Geometric sequence cannot include zero"));
    }

    void linspaceTellsItsStep() {
        QCOMPARE(numpyLinspace(0, 1, 5, true).step, 0.25);
        QCOMPARE(numpyLinspace(0, 1, 4, false).step, 0.25);
        QVERIFY(std::isnan(numpyLinspace(0, 1, 1, true).step));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
