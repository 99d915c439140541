// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/repaired_run.h"

#include <algorithm>
#include <map>

namespace backstep {
namespace {

// Places of the repaired text as places of the original.
class Pointer {
public:
    Pointer(const Source& original, const Source& source, const Repaired& repaired)
        : original_(original), source_(source), repaired_(repaired) {
        for (std::uint32_t at = 0; at <= source.text().size(); ++at) {
            if (at == 0 || source.text()[at - 1] == '\n') lines_.push_back(at);
        }
    }

    Span span(Span s) {
        const auto [found, fresh] = known_.try_emplace({s.begin, s.end});
        if (fresh) found->second = repaired_.toOriginal(s);
        return found->second;
    }
    [[nodiscard]] std::uint32_t line(std::uint32_t number) const {
        if (number == 0 || number > lines_.size()) return number;
        // Where its first character that is no blank came from: what stands before may have been put in.
        std::uint32_t at = lines_[number - 1];
        while (at < source_.text().size() && (source_.text()[at] == ' ' || source_.text()[at] == '\t')) ++at;
        return original_.placeOf(repaired_.toOriginal({at, at}).begin).line;
    }

private:
    const Source& original_;
    const Source& source_;
    const Repaired& repaired_;
    std::vector<std::uint32_t> lines_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, Span> known_;
};

void point(ProgramRun& run, Pointer& to, const Source& original) {
    ProgramReport& report = run.report;
    for (ReportedPrint& print : report.prints) print.line = to.line(print.line);
    for (ReportedEcho& echo : report.echo) echo.line = to.line(echo.line);
    for (ReportedWarning& warning : report.warnings) warning.line = to.line(warning.line);
    if (report.error && report.error->line != 0) {
        ProgramError& error = *report.error;
        error.span = to.span(error.span);
        const Place place = original.placeOf(error.span.begin);
        error.line = to.line(error.line);
        if (place.line == error.line) error.column = place.column;
    }
    Recording& recording = run.recording;
    recording.tape.mapSpans([&](Span s) { return to.span(s); });
    recording.log.mapSpans([&](Span s) { return to.span(s); });
    for (BackwardCall& call : recording.backwardCalls) call.span = to.span(call.span);
    for (Diagnostic& diagnostic : recording.diagnostics) diagnostic.span = to.span(diagnostic.span);
    if (recording.savedFault) recording.savedFault->changed = to.span(recording.savedFault->changed);
}

}  // namespace

RepairedRun runRepaired(const Source& original, const Repaired& repaired, const ProgramOptions& options) {
    RepairedRun out{Source(repaired.text, original.name()), {}, {}, {}};
    out.parsed = parsePython(out.source);
    out.run = runProgram(out.source, out.parsed, options);
    Pointer to(original, out.source, repaired);
    out.explanation =
        explainError({out.source, out.parsed, out.run.recording, out.run.report, [&](std::uint32_t line) { return to.line(line); }});
    point(out.run, to, original);
    return out;
}

}  // namespace backstep
