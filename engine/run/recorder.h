// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a program run and writes what it does into the recording's log.
#pragma once

#include <array>

#include "engine/python/observer.h"
#include "engine/run/reported.h"

namespace backstep {

class Recorder : public python::Observer {
public:
    Recorder(const Source& source, Recording& recording, ProgramReport& report) : source_(source), recording_(recording), report_(report) {}

    void lineRun(Span span) override;
    void nameBound(std::string_view name, const python::Value& value, Span span, bool atModuleLevel) override;
    void branchTaken(Span condition, bool truth) override;
    void iterationBegun(Span loop, std::int64_t turn) override;
    void callEntered(const python::Function& function, Span call) override;
    void callLeft(const python::Function& function, const python::Value& result) override;
    void printed(std::string_view text) override;
    void echoed(const python::Value& value, std::string_view repr, Span span) override;
    void raised(const python::Exception& error, Span span) override;

    // The names of the function where the last exception was raised, with what they were then; empty: in the module.
    [[nodiscard]] const std::vector<std::pair<std::string, python::Value>>& locals() const { return locals_; }

private:
    // A name of the program's text, as the log and the tape know it.
    struct Known {
        const std::string* text = nullptr;  // of the log's names
        NameId inLog, inTape;
    };
    const Known& known(std::string_view name);
    [[nodiscard]] bool isFull();
    void add(EventKind kind, const Happening& happening);
    void goOn(Span span, std::uint64_t what);  // along the path

    const Source& source_;
    Recording& recording_;
    ProgramReport& report_;
    std::array<Known, 256> known_{};  // by a hash of the text
    std::size_t told_ = 0;
    std::int64_t depth_ = 0;
    std::vector<std::pair<std::string, python::Value>> locals_;
    Span line_;  // at hand
};

}  // namespace backstep
