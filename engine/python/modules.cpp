// SPDX-License-Identifier: GPL-3.0-or-later
// Modules: native ones, preludes, what is refused by name; running a program as __main__.
#include <algorithm>
#include <map>
#include <mutex>

#include "engine/python/compiler.h"
#include "engine/python/machine.h"
#include "engine/syntax/python_parser.h"

namespace backstep::python {
namespace {

// exit(3), exit(): the number; exit("text") is 1.
int exitStatusOf(Interpreter& vm, const Exception& exit) {
    const Value code = vm.getAttribute(Value(const_cast<Exception*>(&exit)), "code");
    if (code.isNone()) return 0;
    return code.isInt() || code.isBool() ? static_cast<int>(code.integer() & 0xFF) : 1;
}

LimitReached textLimit(const Source& source, const TextLimit& limit) {
    const char* what = limit.kind == TextLimit::Kind::Text   ? "the program's text is longer than "
                       : limit.kind == TextLimit::Kind::Line ? "a line of the program is longer than "
                                                             : "an expression of the program is nested deeper than ";
    const char* unit = limit.kind == TextLimit::Kind::Text ? " bytes" : limit.kind == TextLimit::Kind::Line ? " characters" : " levels";
    return {Limit::Other, what + std::to_string(limit.limit) + unit, limit.span, source.placeOf(limit.span.begin).line};
}

}  // namespace

Module& Interpreter::defineModule(std::string_view name) {
    if (const auto found = modules_.find(name); found != modules_.end()) return *found->second;
    auto module = make<Module>(types.module);
    module->name = std::string(name);
    module->fields = dict();
    module->fields->set(names.name, text(module->name));
    module->fields->set(names.doc, Value::none());
    Module& result = *module;
    modules_.emplace(std::string(name), module);
    const std::size_t dot = name.rfind('.');
    if (dot != std::string_view::npos) {
        Module& parent = defineModule(name.substr(0, dot));
        parent.fields->set(intern(name.substr(dot + 1)), module);
        parent.package = true;
    }
    return result;
}

void Interpreter::addModule(std::string_view name, std::function<void(Interpreter&, Module&)> fill) {
    pending_[std::string(name)].fill = std::move(fill);
}

void Interpreter::addPrelude(std::string_view name, std::string_view source) {
    Pending& pending = pending_[std::string(name)];
    pending.source = std::string(source);
    pending.prelude = true;
}

void Interpreter::addRefused(std::string_view name) { refused_.emplace_back(name); }

Module* Interpreter::findModule(std::string_view name) {
    const auto found = modules_.find(name);
    return found == modules_.end() ? nullptr : found->second.get();
}

// Known, or a package of which parts are known.
bool Interpreter::hasModule(std::string_view name) const {
    if (modules_.contains(name) || pending_.contains(name)) return true;
    const std::string prefix = std::string(name) + ".";
    const auto part = pending_.lower_bound(prefix);
    return part != pending_.end() && part->first.starts_with(prefix);
}

std::vector<std::string> Interpreter::moduleNames() const {
    std::vector<std::string> names;
    for (const auto& [name, module] : modules_) names.push_back(name);
    for (const auto& [name, pending] : pending_) {
        if (!modules_.contains(name)) names.push_back(name);
    }
    return names;
}

// "a.b.c": a is filled, then a.b, then a.b.c, each at its first import.
Value Interpreter::importModule(std::string_view name) {
    for (std::size_t dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.', dot + 1)) {
        const std::string_view outer = name.substr(0, dot);
        if (!hasModule(outer)) refuseImport(outer, name);
        fillModule(outer);
    }
    if (!hasModule(name)) refuseImport(name, name);
    return Value(&fillModule(name));
}

Module& Interpreter::fillModule(std::string_view name) {
    Module& module = defineModule(name);
    const auto found = pending_.find(name);
    if (found == pending_.end()) return module;
    const Pending pending = found->second;
    pending_.erase(found);
    module.real = true;
    // A package's parts may be imported while it is being filled.
    const std::string prefix = std::string(name) + ".";
    const auto part = pending_.lower_bound(prefix);
    module.package = module.package || (part != pending_.end() && part->first.starts_with(prefix));
    if (pending.fill) pending.fill(*this, module);
    if (pending.prelude) runPrelude(module, pending.source);
    return module;
}

namespace {

struct ReadPrelude {
    std::shared_ptr<const Script> script;
    ParsedProgram parsed;
    Symbols symbols;
};

// A prelude never changes: it is read once, for all runs to come. Compiled it is for each, as code belongs to an interpreter, and of
// that only what is called.
std::shared_ptr<const ReadPrelude> readPrelude(const std::string& name, const std::string& source) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const ReadPrelude>> read;
    const std::lock_guard lock(mutex);
    std::shared_ptr<const ReadPrelude>& known = read[name];
    if (known && known->script->source.text() == source) return known;
    auto script = std::make_shared<Script>();
    script->source = Source(source, name + ".py");
    script->file = name + ".py";
    script->prelude = true;
    auto fresh = std::make_shared<ReadPrelude>();
    fresh->parsed = parsePython(script->source);
    if (!fresh->parsed.fault && !fresh->parsed.limit) fresh->symbols = resolve(fresh->parsed.ast);
    fresh->script = std::move(script);
    known = std::move(fresh);
    return known;
}

}  // namespace

void Interpreter::runPrelude(Module& module, const std::string& source) {
    module.prelude = true;
    const std::shared_ptr<const ReadPrelude> prelude = readPrelude(module.name, source);
    const std::shared_ptr<const Script>& script = prelude->script;
    const ParsedProgram& parsed = prelude->parsed;
    const auto fault = [&](const std::string& what, Span span) {
        raise(types.errors[static_cast<std::size_t>(ErrorType::SystemError)],
              module.name + ", line " + std::to_string(script->source.placeOf(span.begin).line) + ": " + what);
    };
    if (parsed.fault) fault(parsed.fault->message, parsed.fault->span);
    if (parsed.limit) fault("too large", parsed.limit->span);
    try {
        const Ref<Code> code = compileLasting(*this, parsed.ast, script, prelude->symbols, prelude);
        machine_->runModule(code, module.fields);
    } catch (const CompileFault& f) {
        fault(f.message, f.span);
    } catch (const PythonError&) {
        modules_.erase(module.name);
        throw;
    }
}

void Interpreter::refuseImport(std::string_view missing, std::string_view wanted) {
    for (const std::string& refused : refused_) {
        const bool within = wanted.starts_with(refused) && (wanted.size() == refused.size() || wanted[refused.size()] == '.');
        if (within) unsupported("the module " + std::string(wanted));
    }
    const std::size_t dot = missing.rfind('.');
    std::string message = "No module named '" + std::string(missing) + "'";
    if (dot != std::string_view::npos) {
        const Module* parent = findModule(missing.substr(0, dot));
        if (parent && parent->real && parent->package) unsupported("the module " + std::string(missing));
        if (parent && !parent->package) message += "; '" + parent->name + "' is not a package";
    }
    Ref<Exception> error = makeException(python::typeOf(ModuleNotFoundError), {text(message)});
    error->wanted = Ref<Str>(intern(missing));
    raise(std::move(error));
}

// ---- the program

Outcome Interpreter::run(const Source& source, std::string_view fileName) {
    const ParsedProgram parsed = parsePython(source);
    if (parsed.limit) throw textLimit(source, *parsed.limit);
    if (parsed.fault) return {syntaxError(source, *parsed.fault, fileName)};
    for (const UnsupportedSyntax& refused : parsed.unsupported) {
        if (!refused.inTree) throw Unsupported{refused.what, refused.span, source.placeOf(refused.span.begin).line, {}};
    }
    return run(source, parsed.ast, fileName);
}

Outcome Interpreter::run(const Source& source, const Ast& ast, std::string_view fileName) {
    const char here = 0;
    stackBase_ = &here;
    auto script = std::make_shared<Script>();
    script->source = source;
    script->file = std::string(fileName);
    try {
        const Ref<Code> code = compile(*this, ast, script);
        machine_->runModule(code, main_->fields);
        return {};
    } catch (const CompileFault& fault) {
        SyntaxFault syntax;
        syntax.message = fault.message;
        syntax.span = fault.span;
        return {syntaxError(source, syntax, fileName)};
    } catch (const PythonError& error) {
        if (isA(error, ErrorType::SystemExit)) return {nullptr, exitStatusOf(*this, *error.exception)};
        return {error.exception};
    }
}

Ref<Exception> Interpreter::syntaxError(const Source& source, const SyntaxFault& fault, std::string_view fileName) {
    const ErrorType kind = fault.type == "TabError"           ? ErrorType::TabError
                           : fault.type == "IndentationError" ? ErrorType::IndentationError
                                                              : ErrorType::SyntaxError;
    Ref<Exception> error = makeException(python::typeOf(kind), {text(fault.message)});
    auto script = std::make_shared<Script>();
    script->source = source;
    script->file = std::string(fileName);
    error->traceback.push_back({script, intern("<module>"), fault.span});
    return error;
}

}  // namespace backstep::python
