// SPDX-License-Identifier: GPL-3.0-or-later
// The syntax tree that every front end builds: expressions and statements in arenas, children by id, a span on each.
// A formula uses the first few kinds; a program may use all of them. The kinds are Python's, as its `ast` module has them.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "engine/base/ids.h"
#include "engine/text/diagnostic.h"
#include "engine/text/source.h"

namespace backstep {

enum class UnaryOp : std::uint8_t { Minus, Not, Plus, Invert };
enum class BinaryOp : std::uint8_t {
    // clang-format off
    Add, Subtract, Multiply, Divide, Power, FloorDivide, Modulo, MatrixMultiply, BitAnd, BitOr, BitXor, ShiftLeft, ShiftRight
    // clang-format on
};
enum class CompareOp : std::uint8_t { Less, LessEqual, Greater, GreaterEqual, Equal, NotEqual, In, NotIn, Is, IsNot };
enum class BoolOp : std::uint8_t { And, Or };

struct NumberExpr {
    double value = 0;
};
struct NameExpr {
    std::string name;
};
struct UnaryExpr {
    UnaryOp op{};
    ExprId operand;
};
struct BinaryExpr {
    BinaryOp op{};
    ExprId left, right;
};
struct CompareExpr {  // a chain: first ops[0] rest[0] ops[1] rest[1] …
    ExprId first;
    std::vector<CompareOp> ops;
    std::vector<ExprId> rest;
};
struct BoolExpr {
    BoolOp op{};
    ExprId left, right;
};
struct Keyword {
    std::string name;  // empty: **value
    Span nameSpan;
    ExprId value;
};
struct CallExpr {
    ExprId callee;                  // a NameExpr in math notation
    std::vector<ExprId> arguments;  // a StarredExpr is *values
    std::vector<Keyword> keywords;
};
struct ConditionalExpr {  // piecewise: only the branch taken is evaluated
    ExprId condition, whenTrue, whenFalse;
};
struct BadExpr {};  // where the text could not be read; a diagnostic says why

// Of programs only.
struct IntegerExpr {
    std::string digits;  // decimal, without sign or underscores; unbounded
};
struct TextExpr {
    std::string value;  // UTF-8, escapes resolved, neighbours joined
};
struct FieldExpr {  // {value!r:format} of an f-string
    ExprId value;
    char conversion = 0;  // 'r', 's', 'a' or 0
    ExprId format;        // a FormattedExpr; invalid if there is none
    std::string label;    // of {value=}: the text to print before it, "value="
};
struct FormattedExpr {  // f"…": TextExpr and FieldExpr in turn
    std::vector<ExprId> parts;
};
enum class Constant : std::uint8_t { None, True, False, Ellipsis };
struct ConstantExpr {
    Constant value{};
};
struct TupleExpr {
    std::vector<ExprId> items;
};
struct ListExpr {
    std::vector<ExprId> items;
};
struct SetExpr {
    std::vector<ExprId> items;
};
struct DictExpr {  // an invalid key: **value
    std::vector<ExprId> keys, values;
};
struct StarredExpr {
    ExprId value;
};
struct AttributeExpr {
    ExprId object;
    std::string name;
    Span nameSpan;
};
struct SubscriptExpr {
    ExprId object, index;  // x[1:2, ::3] has a TupleExpr of SliceExpr
};
struct SliceExpr {
    ExprId start, stop, step;  // invalid where left out
};
struct Parameter {
    enum class Kind : std::uint8_t { PositionalOnly, Ordinary, Variadic /* *args */, KeywordOnly, Keywords /* **kwargs */ };
    std::string name;
    Span span;
    Kind kind = Kind::Ordinary;
    ExprId standard;    // the default; invalid if there is none
    ExprId annotation;  // of def; evaluated when the def is; may be invalid
};
struct LambdaExpr {
    std::vector<Parameter> parameters;
    ExprId body;
};
struct Generator {  // for target in iterable if … if …
    ExprId target, iterable;
    std::vector<ExprId> conditions;
};
struct ComprehensionExpr {
    enum class Kind : std::uint8_t { List, Set, Dict, Generator };
    Kind kind{};
    ExprId element;  // of Dict: the key
    ExprId value;    // of Dict only
    std::vector<Generator> generators;
};
struct AssignmentExpr {  // name := value
    std::string name;
    Span nameSpan;
    ExprId value;
};
struct YieldExpr {
    ExprId value;  // may be invalid
    bool from = false;
};
struct UnsupportedExpr {  // valid Python that is no part of ours: refused by name when it is reached
    std::string what;
};

struct Expr {
    Span span;
    std::variant<BadExpr, NumberExpr, NameExpr, UnaryExpr, BinaryExpr, CompareExpr, BoolExpr, CallExpr, ConditionalExpr, IntegerExpr,
                 TextExpr, FieldExpr, FormattedExpr, ConstantExpr, TupleExpr, ListExpr, SetExpr, DictExpr, StarredExpr, AttributeExpr,
                 SubscriptExpr, SliceExpr, LambdaExpr, ComprehensionExpr, AssignmentExpr, YieldExpr, UnsupportedExpr>
        node;
};

struct AssignStmt {
    std::string name;
    Span nameSpan;
    ExprId value;
};
struct FunctionStmt {  // f(x, y) = body
    std::string name;
    Span nameSpan;
    std::vector<std::string> parameters;
    ExprId body;
};
struct ExpressionStmt {
    ExprId value;
};

// Of programs only.
using Block = std::vector<StmtId>;
struct StoreStmt {  // a = b = value; each target a name, attribute, subscript, tuple, list or starred
    std::vector<ExprId> targets;
    ExprId value;
};
struct AugmentedStmt {  // target op= value
    ExprId target;
    BinaryOp op{};
    ExprId value;
};
struct AnnotatedStmt {  // target: annotation [= value]
    ExprId target;
    ExprId value;        // may be invalid
    ExprId annotation;   // evaluated outside a function, as Python does
    bool simple = true;  // a bare name; (x): int is not, and declares nothing
};
struct IfStmt {  // an elif chain is kept flat: conditions[i] guards blocks[i]
    std::vector<ExprId> conditions;
    std::vector<Block> blocks;
    Block otherwise;
};
struct WhileStmt {
    ExprId condition;
    Block body, otherwise;
};
struct ForStmt {
    ExprId target, iterable;
    Block body, otherwise;
};
struct DefStmt {
    std::string name;
    Span nameSpan;
    std::vector<Parameter> parameters;
    Block body;
    std::vector<ExprId> decorators;
    ExprId returns;  // -> annotation; may be invalid
};
struct ClassStmt {
    std::string name;
    Span nameSpan;
    std::vector<ExprId> bases;
    std::vector<Keyword> keywords;
    Block body;
    std::vector<ExprId> decorators;
};
struct ReturnStmt {
    ExprId value;  // may be invalid
};
struct DeleteStmt {
    std::vector<ExprId> targets;
};
struct AssertStmt {
    ExprId condition, message;  // the message may be invalid
};
struct RaiseStmt {
    ExprId exception, cause;  // both may be invalid
};
struct Handler {
    Span span;
    ExprId type;       // invalid: except:
    std::string name;  // empty: no `as`
    Block body;
};
struct TryStmt {
    Block body;
    std::vector<Handler> handlers;
    Block otherwise, finally;
};
struct WithItem {
    ExprId context, target;  // the target may be invalid
};
struct WithStmt {
    std::vector<WithItem> items;
    Block body;
};
struct ScopeStmt {  // global or nonlocal
    bool global = false;
    std::vector<std::string> names;
};
struct ImportedName {
    std::string name;   // a.b.c, or x of `from m import x`, or *
    std::string alias;  // empty: none
    Span span;
};
struct ImportStmt {
    std::vector<ImportedName> names;
};
struct ImportFromStmt {
    std::string module;
    int level = 0;  // leading dots
    Span moduleSpan;
    std::vector<ImportedName> names;
};
struct PassStmt {};
struct BreakStmt {};
struct ContinueStmt {};
struct MagicStmt {  // a notebook's %line or !command: accepted, with a note
    std::string text;
};
struct UnsupportedStmt {  // valid Python that is no part of ours: refused by name when it is reached
    std::string what;
};

struct Stmt {
    Span span;
    std::variant<ExpressionStmt, AssignStmt, FunctionStmt, StoreStmt, AugmentedStmt, AnnotatedStmt, IfStmt, WhileStmt, ForStmt, DefStmt,
                 ClassStmt, ReturnStmt, DeleteStmt, AssertStmt, RaiseStmt, TryStmt, WithStmt, ScopeStmt, ImportStmt, ImportFromStmt,
                 PassStmt, BreakStmt, ContinueStmt, MagicStmt, UnsupportedStmt>
        node;
};

struct Ast {
    Table<ExprId, Expr> exprs;
    Table<StmtId, Stmt> stmts;
    std::vector<StmtId> body;

    template <class T>
    [[nodiscard]] const T* as(ExprId id) const {
        return std::get_if<T>(&exprs[id].node);
    }
};

// Parsing never fails: it gives a tree (with BadExpr where it must) and diagnostics.
struct Parsed {
    Ast ast;
    std::vector<Diagnostic> diagnostics;
};

// For tests and for looking: (+ (* 2 x) 1).
[[nodiscard]] std::string toText(const Ast& ast, ExprId id);
[[nodiscard]] std::string toText(const Ast& ast);

}  // namespace backstep
