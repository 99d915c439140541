// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a tape can be: four arrays, one test of room an operation, one loop back.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "tests/bench/bench.h"

namespace bench {
namespace {

enum Op : std::uint8_t { Input, Add, Mul, Sin };

class Tape {
public:
    Tape() = default;
    Tape(const Tape&) = delete;
    ~Tape() {
        std::free(op_);
        std::free(a_);
        std::free(b_);
        std::free(value_);
    }
    std::uint32_t push(Op op, std::uint32_t a, std::uint32_t b, double value) {
        if (size_ == room_) grow();
        op_[size_] = op;
        a_[size_] = a;
        b_[size_] = b;
        value_[size_] = value;
        return size_++;
    }
    std::uint32_t input(double v) { return push(Input, 0, 0, v); }
    std::uint32_t add(std::uint32_t a, std::uint32_t b) { return push(Add, a, b, value_[a] + value_[b]); }
    std::uint32_t mul(std::uint32_t a, std::uint32_t b) { return push(Mul, a, b, value_[a] * value_[b]); }
    std::uint32_t sin(std::uint32_t a) { return push(Sin, a, a, std::sin(value_[a])); }
    [[nodiscard]] std::vector<double> gradient(std::uint32_t of) const {
        std::vector<double> adjoint(of + 1, 0.0);
        adjoint[of] = 1;
        for (std::uint32_t i = of + 1; i-- > 0;) {
            const double v = adjoint[i];
            switch (op_[i]) {
                case Input: break;
                case Add:
                    adjoint[a_[i]] += v;
                    adjoint[b_[i]] += v;
                    break;
                case Mul:
                    adjoint[a_[i]] += v * value_[b_[i]];
                    adjoint[b_[i]] += v * value_[a_[i]];
                    break;
                case Sin: adjoint[a_[i]] += v * std::cos(value_[a_[i]]); break;
            }
        }
        return adjoint;
    }

private:
    std::uint8_t* op_ = nullptr;
    std::uint32_t *a_ = nullptr, *b_ = nullptr;
    double* value_ = nullptr;
    std::uint32_t size_ = 0, room_ = 0;
    void grow() {
        room_ = room_ == 0 ? 1024 : 2 * room_;
        op_ = static_cast<std::uint8_t*>(std::realloc(op_, room_));
        a_ = static_cast<std::uint32_t*>(std::realloc(a_, room_ * sizeof(std::uint32_t)));
        b_ = static_cast<std::uint32_t*>(std::realloc(b_, room_ * sizeof(std::uint32_t)));
        value_ = static_cast<double*>(std::realloc(value_, room_ * sizeof(double)));
    }
};

}  // namespace

double soaChain(Chain chain, std::size_t n) {
    Tape tape;
    const std::uint32_t x = tape.input(1.0000001);
    std::uint32_t b = x;
    for (std::size_t i = 0; i < n; ++i) {
        if (chain == Chain::Mul) b = tape.mul(b, x);
        else b = i % 3 == 0 ? tape.sin(b) : i % 3 == 1 ? tape.mul(b, x) : tape.add(b, x);
    }
    return tape.gradient(b)[x];
}

}  // namespace bench
