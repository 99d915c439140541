// SPDX-License-Identifier: GPL-3.0-or-later
// A program, run again with one number of one leaf set: what its output and its gradient are there.
#pragma once

#include <atomic>
#include <map>

#include "engine/sampling/paths.h"
#include "engine/sampling/program_sampler.h"

namespace backstep {

class ProgramRuns : public PointSource {
public:
    ProgramRuns(const Source& source, const ParsedProgram& parsed, ProgramOptions options, const ProgramSampleRequest& request,
                std::stop_token stop);

    // Runs the program as it stands, and says why it cannot be plotted.
    SampleRefusal begin();

    // A sweep that failed or was stopped on its way has not said everything.
    [[nodiscard]] bool isDone(const ProgramRun& run, std::size_t call) const;
    // The program with x in the leaf's place.
    [[nodiscard]] ProgramRun runAt(double x) const { return runProgram(source_, parsed_, optionsAt(x)); }
    [[nodiscard]] std::vector<SamplePoint> at(const std::vector<double>& x) override;
    [[nodiscard]] BreakFlags between(const SamplePoint& a, const SamplePoint& b) const override;
    [[nodiscard]] NodeId touching(const SamplePoint&, const SamplePoint&, const SamplePoint&, const SamplePoint&) const override {
        return {};
    }
    [[nodiscard]] std::string textOf(std::size_t path, NodeId node) const override;
    [[nodiscard]] std::string undefinedAt(double) override { return {}; }
    [[nodiscard]] std::string function() const override { return function_; }
    [[nodiscard]] std::size_t most() const override { return most_; }

    void losePatience();  // where a loop of the text hardly ends for some x, that x is not worth more than the others
    void setMost(std::size_t most) { most_ = most; }
    [[nodiscard]] std::string variable() const;
    [[nodiscard]] std::size_t affordable() const;  // points, by what one run costs; 0: it is too long
    [[nodiscard]] std::size_t runs() const { return runs_; }
    [[nodiscard]] double present() const { return base_.at(static_cast<std::int64_t>(element_)); }
    [[nodiscard]] const LeafKey& leaf() const { return leaf_; }
    [[nodiscard]] std::size_t element() const { return element_; }
    [[nodiscard]] std::size_t call() const { return call_; }
    [[nodiscard]] const ProgramRun& first() const { return first_; }
    [[nodiscard]] std::optional<Tensor> gradientOf(const ProgramRun& run, const ReportedLeaf& leaf) const;
    void setLeaf(const ReportedLeaf& leaf, std::size_t element);

    // Closes in on every border between two paths, then numbers them from the left.
    void findBands(double from, double to, ProgramCurve& out);

private:
    struct Stopper {
        std::atomic<bool>* stopped;
        void operator()() const { *stopped = true; }
    };
    const Source& source_;
    const ParsedProgram& parsed_;
    ProgramOptions options_;
    ProgramSampleRequest request_;
    std::stop_token stop_;
    std::atomic<bool> stopped_ = false;
    std::stop_callback<Stopper> onStop_;
    ProgramRun first_;
    Tensor base_;
    LeafKey leaf_;
    std::size_t element_ = 0, call_ = 0;
    std::string name_, function_ = "f";
    NodeId output_;
    std::size_t runs_ = 0, most_ = kMaxSamples;
    std::map<double, std::size_t> seen_;  // the path at each x
    std::map<std::uint64_t, std::size_t> numbers_;
    std::vector<ProgramPath> paths_;
    mutable std::map<std::size_t, std::string> causes_;  // what was decided otherwise where a path begins, as written

    [[nodiscard]] std::optional<std::size_t> chosenCall(const Recording& r, SampleRefusal& why) const;
    SampleRefusal choose(const Recording& r, const ProgramReport& report);
    void values(const ProgramRun& run, SamplePoint& point) const;
    [[nodiscard]] ProgramOptions optionsAt(double x) const;
    SamplePoint pointAt(double x);
    [[nodiscard]] std::string causeOf(const ProgramPath& a, const ProgramPath& b) const;
};

}  // namespace backstep
