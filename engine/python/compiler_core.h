// SPDX-License-Identifier: GPL-3.0-or-later
// The compiler's own: between compiler.cpp, compiler_statements.cpp and compiler_expressions.cpp.
#pragma once

#include <map>

#include "engine/python/compiler.h"

namespace backstep::python {

// Where a jump goes: known when it is marked.
struct Label {
    std::vector<std::size_t> uses;
    std::vector<std::size_t> ranges;  // of handlers
    int at = -1;
    int depth = -1;
};

// What encloses a statement, and has to be left when return, break or continue does.
struct Enclosing {
    enum class Kind : std::uint8_t { While, For, TryExcept, TryFinally, With, Handler, FinallyHandler };
    Kind kind{};
    Label* onBreak = nullptr;
    Label* onContinue = nullptr;
    Label* handler = nullptr;
    const Block* finally = nullptr;
    std::string name;  // of `except … as name`
    Span span;
    int depth = 0;      // of the stack where the handler begins
    int openedAt = -1;  // the protected range is open since this instruction
};

// One code object in the making.
struct Unit {
    const Scope* scope = nullptr;
    Ref<Code> code;
    std::vector<Enclosing> enclosing;
    std::map<std::string, std::uint32_t> constants;
    std::map<Str*, std::uint32_t> names;
    std::uint32_t loops = 0;
    int depth = 0;
    int nesting = 0;  // of blocks; a bare expression is echoed only in the module's own
};

// Instructions that often stand together become one (compiler_peephole.cpp).
void joinInstructions(Code& code);

class Compiler {
public:
    // `lasting` keeps tree and symbols for as long as the code lives: then functions may be compiled when they are first called.
    Compiler(Interpreter& vm, const Ast& ast, std::shared_ptr<const Script> script, const Symbols& symbols,
             std::shared_ptr<const void> lasting);
    Ref<Code> run();

private:
    // compiler.cpp: emitting
    std::size_t emit(Opcode op, std::size_t a, std::size_t b, Span span);
    void jump(Opcode op, Label& label, Span span, std::size_t a = 0);
    void mark(Label& label);
    void loadConstant(const Value& value, const std::string& key, Span span);
    std::uint32_t constant(const Value& value, const std::string& key);
    std::uint32_t name(std::string_view text);
    void loadNone(Span span) { loadConstant(Value::none(), "N", span); }
    void loadText(const std::string& text, Span span);
    void load(const std::string& plain, Span span);
    void store(const std::string& plain, Span span);
    void erase(const std::string& plain, Span span, bool mayLack = false);  // mayLack: no error if it is unbound
    void beginRange(Enclosing& e);
    void endRange(Enclosing& e);
    void enter(const Scope* scope, std::string_view plainName);
    Ref<Code> leave();
    Ref<Code> leaveForLater(const Block& body);
    void makeFunction(const Ref<Code>& code, std::size_t flags, Span span);
    [[nodiscard]] const Expr& at(ExprId id) const { return ast_.exprs[id]; }
    [[nodiscard]] const Scope& scope() { return *unit_->scope; }

    // compiler_statements.cpp
    void block(const Block& statements);
    void statement(StmtId id);
    void line(Span span) { emit(Opcode::Line, 0, 0, span); }
    void assign(const StoreStmt& n);
    void augmented(const AugmentedStmt& n, Span span);
    void annotated(const AnnotatedStmt& n, Span span);
    void ifStatement(const IfStmt& n);
    void whileStatement(const WhileStmt& n, Span span);
    void forStatement(const ForStmt& n, Span span);
    void def(StmtId id, const DefStmt& n, Span span);
    void classDef(StmtId id, const ClassStmt& n, Span span);
    void returnStatement(const ReturnStmt& n, Span span);
    void loopJump(bool isBreak, Span span);
    void leaveEnclosing(std::size_t downTo, bool keepsTop, Span span);
    void tryStatement(const TryStmt& n, Span span);
    void tryExcept(const TryStmt& n, Span span);
    void tryFinally(const TryStmt& n, Span span);
    void with(const WithStmt& n, std::size_t item, Span span);
    void importStatement(const ImportStmt& n, Span span);
    void importFrom(const ImportFromStmt& n, Span span);
    void deleteTarget(ExprId id);
    void assertStatement(const AssertStmt& n, Span span);
    void refuse(const std::string& what, Span span);
    [[nodiscard]] const TextExpr* docOf(const Block& body) const;

    // compiler_expressions.cpp
    void expr(ExprId id);
    void target(ExprId id);  // stores the top of the stack
    void unpack(const std::vector<ExprId>& items, Span span);
    void condition(ExprId id, Label& whenFalse, bool report);
    void jumpIf(ExprId id, Label& label, bool when, bool report);
    void binary(ExprId id);
    void compare(const CompareExpr& n, Span span);
    void boolean(ExprId id);
    void call(ExprId id, const CallExpr& n, Span span);
    void arguments(const CallExpr& n, Span span);
    void display(Opcode build, Opcode add, Opcode extend, const std::vector<ExprId>& items, Span span);
    void dict(const DictExpr& n, Span span);
    void field(const FieldExpr& n, Span span);
    void lambda(ExprId id, const LambdaExpr& n, Span span);
    void comprehension(ExprId id, const ComprehensionExpr& n, Span span);
    void generators(const ComprehensionExpr& n, std::size_t i, Span span);
    std::size_t defaults(const std::vector<Parameter>& list, Span span);
    void parameters(const std::vector<Parameter>& list);
    bool folded(ExprId id);  // a constant: loaded, true
    bool constantOf(ExprId id, Value& value, std::string& key);

    Interpreter& vm_;
    const Ast& ast_;
    std::shared_ptr<const Script> script_;
    const Symbols& symbols_;
    std::shared_ptr<const void> lasting_;
    std::vector<std::unique_ptr<Unit>> units_;
    Unit* unit_ = nullptr;
};

}  // namespace backstep::python
