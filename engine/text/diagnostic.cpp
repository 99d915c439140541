// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/text/diagnostic.h"

#include <numeric>

namespace backstep {

Severity severityOf(DiagnosticKind kind) {
    switch (kind) {
// clang-format off
#define DIAGNOSTIC(kind, severity) \
    case DiagnosticKind::kind: return Severity::severity;
#include "engine/text/diagnostic.def"
        // clang-format on
    }
    return Severity::Error;
}

const char* nameOf(DiagnosticKind kind) {
    switch (kind) {
// clang-format off
#define DIAGNOSTIC(kind, severity) \
    case DiagnosticKind::kind: return #kind;
#include "engine/text/diagnostic.def"
        // clang-format on
    }
    return "";
}

bool hasErrors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.isError(); });
}

namespace {

// Levenshtein distance, a swap of neighbours counting as one edit.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before, last, row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = last;
        last = row;
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row[b.size()];
}

std::size_t commonStart(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

std::string nearest(std::string_view name, const std::vector<std::string>& candidates, std::size_t most) {
    if (name.size() > 40) return {};
    std::size_t best = std::min<std::size_t>(most, name.size() <= 2 ? 1 : name.size() <= 5 ? 2 : 3);
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t d = distance(name, candidate);
        const bool first = found.empty() && d == best && name.size() > 2;
        // Of two as near, the one that begins more like it: sinn is sin rather than sign.
        const bool alike = !found.empty() && d == best && commonStart(name, candidate) > commonStart(name, found);
        if (d < best || first || alike) {
            best = d;
            found = candidate;
        }
    }
    return found;
}

}  // namespace backstep
