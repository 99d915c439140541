// SPDX-License-Identifier: GPL-3.0-or-later
// Who watches over the work of this thread: whatever may take long tells it, and is ended by an exception where the work
// is too much or nobody wants it any more. Kernels know no more of limits and of Stop than this.
#pragma once

#include <cstdint>
#include <utility>

namespace backstep {

class Watch {
public:
    virtual ~Watch() = default;

    // Before so many multiply-adds, or what takes as long: a thousandth of a second is 10⁶ of them.
    static void work(std::int64_t steps) {
        if (current_ != nullptr && (current_->credit_ -= steps) < 0) current_->look();
    }
    // Before a tensor of so many elements is made.
    static void size(std::int64_t elements) {
        if (current_ != nullptr && elements > current_->most_) current_->tooLarge(elements);
    }

    // The watch of this thread while it lives.
    class Scope {
    public:
        explicit Scope(Watch& watch) : outer_(std::exchange(current_, &watch)) {}
        ~Scope() { current_ = outer_; }
        Scope(const Scope&) = delete;

    private:
        Watch* outer_;
    };

protected:
    Watch(std::int64_t credit, std::int64_t most) : credit_(credit), most_(most) {}
    // Throws, or gives new credit.
    virtual void look() = 0;
    [[noreturn]] virtual void tooLarge(std::int64_t elements) = 0;
    std::int64_t credit_;

private:
    std::int64_t most_;
    inline static thread_local Watch* current_ = nullptr;
};

}  // namespace backstep
