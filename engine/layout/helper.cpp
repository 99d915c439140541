// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/layout/helper.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <vector>

#include "engine/layout/conversion.h"

namespace backstep {

namespace {

// dot puts a node of its own wherever an edge passes a rank, and its time grows with the square of these and more. How many
// that would be, by longest paths along edges that go from an earlier node to a later one, as they do on a tape.
std::size_t longEdges(const LayoutRequest& request) {
    std::vector<std::size_t> rank(request.nodes.size(), 0);
    std::vector<LayoutEdge> edges;
    std::copy_if(request.edges.begin(), request.edges.end(), std::back_inserter(edges),
                 [&](const LayoutEdge& e) { return e.from < e.to && e.to < rank.size(); });
    std::sort(edges.begin(), edges.end(), [](const LayoutEdge& a, const LayoutEdge& b) { return a.from < b.from; });
    for (const LayoutEdge& e : edges) rank[e.to] = std::max(rank[e.to], rank[e.from] + 1);
    std::size_t count = 0;
    for (const LayoutEdge& e : edges) count += rank[e.to] - rank[e.from] - 1;
    return count;
}

}  // namespace

std::string defaultLayoutProgram() {
    if (const char* named = std::getenv("BACKSTEP_LAYOUT"); named != nullptr && *named != '\0') {
        return named;
    }
    std::error_code error;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", error);
    constexpr std::array places{"libexec/backstep-layout", "libexec/backstep/backstep-layout"};
    for (const char* place : places) {
        std::string program = (self.parent_path().parent_path() / place).string();
        if (!error && access(program.c_str(), X_OK) == 0) {
            return program;
        }
    }
    return {};
}

LayoutHelper::LayoutHelper(Options options) : options_(std::move(options)), child_(options_.program) {}

std::optional<Layout> LayoutHelper::layout(const LayoutRequest& request, const std::stop_token& stop) {
    const bool waits = failures_ > 1 && ChildProcess::Clock::now() < retryAt_;
    const bool tooLarge = request.nodes.size() > options_.maxNodes || longEdges(request) > options_.maxLongEdges;
    std::optional<Layout> result;
    if (!stop.stop_requested() && !waits && !tooLarge && !request.nodes.empty()) {
        result = askHelper(request, stop);
    }
    if (!result && !stop.stop_requested()) {
        result = layeredLayout(request);
    }
    return stop.stop_requested() ? std::nullopt : result;
}

std::optional<Layout> LayoutHelper::askHelper(const LayoutRequest& request, const std::stop_token& stop) {
    const auto deadline = ChildProcess::Clock::now() + options_.timeLimit;
    const std::optional<wire::Request> question = toWire(request, ++lastId_);
    if (!question) {
        return std::nullopt;
    }
    if (served_ >= options_.respawnAfter) {
        child_.kill();
    }
    const pid_t before = child_.pid();
    if (!child_.ensureRunning()) {
        noteFailure();
        return std::nullopt;
    }
    served_ = child_.pid() == before ? served_ + 1 : 1;
    std::string answer;
    const ChildProcess::Result outcome = child_.ask(wire::write(*question), answer, deadline, stop);
    if (outcome == ChildProcess::Result::cancelled) {
        child_.kill();
        return std::nullopt;
    }
    const auto reply = outcome == ChildProcess::Result::complete ? wire::readReply(answer) : std::nullopt;
    std::optional<Layout> layout = reply ? fromWire(*reply, request, lastId_) : std::nullopt;
    const bool refused = reply && reply->failed && reply->id == lastId_;  // the helper is well, the graph is too hard
    if (!layout && !refused) {
        noteFailure();
        return std::nullopt;
    }
    failures_ = 0;
    return layout;
}

void LayoutHelper::noteFailure() {
    child_.kill();
    if (++failures_ > 1) {
        retryAt_ = ChildProcess::Clock::now() + options_.retryAfter;
    }
}

}  // namespace backstep
