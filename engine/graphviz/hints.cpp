// SPDX-License-Identifier: MIT
#include "engine/graphviz/hints.h"

#include <algorithm>

namespace backstep::wire {
namespace {

constexpr std::size_t kManyCrossedRows = 6000;  // by all edges together; above, routing curves takes seconds

// The row of each node by longest path from its operands: dot's own rows differ, but not in how far edges reach.
std::vector<std::size_t> roughRows(const Request& request) {
    std::vector<std::vector<std::uint32_t>> heads(request.sizes.size());
    std::vector<std::size_t> rows(request.sizes.size(), 0), waiting(request.sizes.size(), 0);
    for (const Edge& edge : request.edges) {
        heads[edge.from].push_back(edge.to);
        ++waiting[edge.to];
    }
    std::vector<std::uint32_t> ready;
    for (std::uint32_t v = 0; v < waiting.size(); ++v) {
        if (waiting[v] == 0) {
            ready.push_back(v);
        }
    }
    for (std::size_t done = 0; done < ready.size(); ++done) {
        const std::uint32_t from = ready[done];
        for (const std::uint32_t to : heads[from]) {
            rows[to] = std::max(rows[to], rows[from] + 1);
            if (--waiting[to] == 0) {
                ready.push_back(to);
            }
        }
    }
    return rows;
}

}  // namespace

bool needsStraightLines(const Request& request) {
    const std::vector<std::size_t> rows = roughRows(request);
    std::size_t crossed = 0;
    for (const Edge& edge : request.edges) {
        crossed += std::max(rows[edge.from], rows[edge.to]) - std::min(rows[edge.from], rows[edge.to]);
    }
    return crossed > kManyCrossedRows;
}

std::vector<bool> findConstantUsers(const Request& request) {
    std::vector<std::size_t> operands(request.sizes.size(), 0), uses(request.sizes.size(), 0);
    for (const Edge& edge : request.edges) {
        ++operands[edge.to];
        ++uses[edge.from];
    }
    std::vector<bool> users(request.sizes.size(), false);
    for (const Edge& edge : request.edges) {
        users[edge.to] = users[edge.to] || (operands[edge.from] == 0 && uses[edge.from] == 1);
    }
    return users;
}

}  // namespace backstep::wire
