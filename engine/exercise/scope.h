// SPDX-License-Identifier: GPL-3.0-or-later
// Expressions of an exercise, computed: in the values of one student, and in quantities of what is shown.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "engine/engine.h"
#include "engine/exercise/exercise.h"

namespace backstep::exercise {

// What {{name}} stands for, for one student.
struct Drawn {
    std::map<std::string, std::string> texts;
    std::map<std::string, double> numbers;  // those of them that are numbers
};

// The same seed gives the same values on every machine, whatever else the file holds.
[[nodiscard]] Drawn drawValues(const std::vector<ValueRule>& rules, std::uint64_t seed, Faults& faults);

// A stream of numbers in [0, 1) of a seed and a name.
class Stream {
public:
    Stream(std::uint64_t seed, std::string_view name);
    double next();
    std::size_t below(std::size_t count);

private:
    std::uint64_t state_;
};

// What an expression may speak of.
struct Scope {
    const Drawn* drawn = nullptr;
    const Snapshot* shown = nullptr;  // value(v), adjoint(v), partial(v, w), count(nodes) …
};

// Replaces every {{expression}}: `exact` for formulas and programs, else as a reader likes numbers. `extra` are further names.
struct FillOptions {
    bool exact = false;
    const std::map<std::string, std::string>* extra = nullptr;
};
[[nodiscard]] std::string filled(const std::string& text, Span span, const Scope& scope, Faults& faults, const FillOptions& options = {});

// The number that an expression of the file is; a fault where it is none.
[[nodiscard]] std::optional<double> computed(const Written& expression, const Scope& scope, Faults& faults);

// The same expression, ready to be computed in further names: {{…}} and quantities are numbers now.
[[nodiscard]] std::string resolved(const Written& expression, const Scope& scope, Faults& faults);

// An expression of a person, parsed once and tried at many points.
class Formula {
public:
    explicit Formula(const std::string& text);
    [[nodiscard]] bool readable() const { return readable_; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }  // v₁, v_1 and v1 are v1
    [[nodiscard]] std::optional<double> at(const std::map<std::string, double>& values) const;
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return parsed_.diagnostics; }
    [[nodiscard]] const Source& source() const { return source_; }

private:
    Source source_;
    Parsed parsed_;
    bool readable_ = false;
    std::vector<std::string> spelled_, names_;
};

// v₁, v_1, "v 1" -> v1.
[[nodiscard]] std::string plainName(std::string_view name);
// A node by its name, or by its text; none where there is none such, or where the text stands for several.
[[nodiscard]] NodeId findNode(const Snapshot& shown, const std::string& name);
[[nodiscard]] std::vector<NodeId> nodesOf(const Snapshot& shown);
[[nodiscard]] std::vector<std::string> nodeNames(const Snapshot& shown);
[[nodiscard]] std::string nodeName(const Snapshot& shown, NodeId id);
// The numbers of a program's variable, or of its .grad; empty where there are none.
[[nodiscard]] std::vector<double> numbersOf(const Snapshot& shown, const std::string& variable, bool gradient);

}  // namespace backstep::exercise
