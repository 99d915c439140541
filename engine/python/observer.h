// SPDX-License-Identifier: GPL-3.0-or-later
// Who watches a program run. Spans are of the program's text; what prelude modules do is not reported.
#pragma once

#include <string_view>

#include "engine/python/object.h"

namespace backstep::python {

class Observer {
public:
    virtual ~Observer() = default;
    virtual void lineRun(Span) {}  // a statement begins
    virtual void nameBound(std::string_view, const Value&, Span, bool /*atModuleLevel*/) {}
    virtual void branchTaken(Span /*condition*/, bool /*truth*/) {}
    virtual void iterationBegun(Span /*loop*/, std::int64_t /*turn, from 0*/) {}
    virtual void callEntered(const Function&, Span /*of the call*/) {}
    virtual void callLeft(const Function&, const Value& /*Empty: by an exception*/) {}
    virtual void printed(std::string_view) {}
    virtual void echoed(const Value&, std::string_view /*repr*/, Span) {}  // an expression statement of the module
    virtual void raised(const Exception&, Span) {}
};

}  // namespace backstep::python
