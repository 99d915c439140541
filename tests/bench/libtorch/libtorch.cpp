// SPDX-License-Identifier: GPL-3.0-or-later
// PyTorch without Python, as a peer: prints what libtorch takes for one job, in seconds of the processor, one thread. A program of its
// own, so that neither its library nor how that was compiled touches what is measured against it.
//     backstep-bench-libtorch curve|products|mixed|network|tensors N
#include <time.h>
#include <torch/torch.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using torch::Tensor;

Tensor number(double value) { return torch::tensor(value, torch::requires_grad()); }

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The quickest of some: the first touch memory that nobody had before.
template <class F>
double least(int times, F&& job) {
    double best = 1e9;
    for (int i = 0; i < times; ++i) {
        const double begin = processorSeconds();
        job();
        best = std::min(best, processorSeconds() - begin);
    }
    return best;
}

double curve(int n) {
    const Tensor x = (-10 + 20 * (torch::arange(n) + 0.5) / n).requires_grad_();
    return least(30, [&] {
        const Tensor y = torch::log(x.pow(2)) * torch::sin(x) + 1 / x;
        torch::autograd::grad({y.sum()}, {x});
    });
}

// The chains of bench_tape.cpp.
double chain(int n, bool isMixed) {
    const Tensor x = number(1.0000001);
    return least(3, [&] {
        Tensor b = x;
        for (int i = 0; i < n; ++i) b = isMixed && i % 3 == 0 ? b.sin() : isMixed && i % 3 == 2 ? b + x : b * x;
        b.backward();
    });
}

constexpr std::array<std::array<double, 3>, 4> kSamples{{{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}}};
constexpr std::array<double, 4> kWanted{1, -1, -1, 1};

// The network of bench_peers.cpp on numbers, operation by operation.
Tensor lossOf(const std::vector<Tensor>& weights) {
    Tensor loss;
    for (std::size_t s = 0; s < kSamples.size(); ++s) {
        std::vector<Tensor> values;
        for (const double x : kSamples[s]) values.push_back(torch::tensor(x));
        std::size_t next = 0;
        for (const int width : {4, 4, 1}) {
            std::vector<Tensor> layer;
            for (int k = 0; k < width; ++k) {
                Tensor sum = weights[next++];
                for (const Tensor& v : values) sum = sum + weights[next++] * v;
                layer.push_back(sum.tanh());
            }
            values = layer;
        }
        const Tensor off = values[0] - torch::tensor(kWanted[s]);
        loss = loss.defined() ? loss + off * off : off * off;
    }
    return loss;
}

double network(int times) {
    std::vector<Tensor> weights;
    for (int i = 0; i < 41; ++i) weights.push_back(number(0.05 * (i % 19) - 0.4));
    return least(times, [&] { lossOf(weights).backward(); });
}

// The same as matrices.
double tensors(int times) {
    const auto weight = [](int rows, int columns) {
        return torch::linspace(-0.4, 0.5, rows * columns).reshape({rows, columns}).requires_grad_();
    };
    const auto bias = [](int n) { return torch::zeros({n}, torch::requires_grad()); };
    const Tensor a = weight(3, 4), b = weight(4, 4), c = weight(4, 1), p = bias(4), q = bias(4), r = bias(1);
    Tensor x = torch::empty({4, 3}), wanted = torch::empty({4, 1});
    for (int s = 0; s < 4; ++s) {
        for (int i = 0; i < 3; ++i) x[s][i] = kSamples[static_cast<std::size_t>(s)][static_cast<std::size_t>(i)];
        wanted[s][0] = kWanted[static_cast<std::size_t>(s)];
    }
    return least(times, [&] {
        const Tensor out = torch::tanh(torch::tanh(torch::tanh(x.mm(a) + p).mm(b) + q).mm(c) + r);
        (out - wanted).pow(2).sum().backward();
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    at::set_num_threads(1);
    torch::set_default_dtype(caffe2::TypeMeta::Make<double>());
    const std::string job = argv[1];
    const int n = std::atoi(argv[2]);
    const double seconds = job == "curve"      ? curve(n)
                           : job == "products" ? chain(n, false)
                           : job == "mixed"    ? chain(n, true)
                           : job == "network"  ? network(n)
                           : job == "tensors"  ? tensors(n)
                                               : -1;
    std::printf("%.9g\n", seconds);
    return seconds > 0 ? 0 : 1;
}
