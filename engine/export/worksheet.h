// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet of paper to fill in by hand: the graph with chosen numbers blank, the local derivatives to be found, the
// gradient; and the same sheet with the answers in.
#pragma once

#include <set>
#include <string>

#include "engine/diagram/diagram.h"
#include "engine/diagram/graphpicture.h"

namespace backstep {

struct WorksheetWords {
    std::string worksheet = "Worksheet";
    std::string key = "Answer key";
    std::string name = "Name";
    std::string date = "Date";
    std::string task = "Fill in the empty boxes: %1.";  // %1: what is blank
    std::string values = "values (left)";
    std::string adjoints = "adjoints (right)";
    std::string tangents = "tangents (right)";
    std::string partials = "local derivatives";
    std::string gradient = "Gradient";
    std::string local = "Local derivatives";
};

struct WorksheetOptions {
    std::set<NodeId> values;       // whose value is blank
    std::set<NodeId> derivatives;  // whose adjoint or tangent is blank
    bool partials = true;          // the local derivatives are asked for
    bool key = false;              // with the answers
};

// What is blank unless one says otherwise: every adjoint but the seed, and the local derivatives.
[[nodiscard]] WorksheetOptions ordinaryWorksheet(const Graph& graph, const Recording& recording);

struct WorksheetSubject {
    const Graph& graph;
    const Recording& recording;
    const Source& source;
    const State& state;          // at the end of the sweep
    Diagram picture;             // the graph at that stop
    std::string heading, point;  // the function, and where it is evaluated
};

[[nodiscard]] Diagram worksheet(WorksheetSubject subject, const WorksheetOptions& options, const WorksheetWords& words);

}  // namespace backstep
