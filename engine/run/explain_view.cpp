// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/explain_view.h"

#include <algorithm>

namespace backstep {
namespace {

template <class F>
void parametersOf(const std::vector<Parameter>& parameters, F&& expr) {
    for (const Parameter& p : parameters) {
        expr(p.standard);
        expr(p.annotation);
    }
}

// The expressions right below one.
template <class F>
void childrenOf(const Expr& e, F&& f) {
    const auto all = [&](const std::vector<ExprId>& list) {
        for (const ExprId id : list) f(id);
    };
    std::visit(Overloaded{
                   [&](const UnaryExpr& x) { f(x.operand); },
                   [&](const BinaryExpr& x) { f(x.left), f(x.right); },
                   [&](const CompareExpr& x) { f(x.first), all(x.rest); },
                   [&](const BoolExpr& x) { f(x.left), f(x.right); },
                   [&](const CallExpr& x) {
                       f(x.callee), all(x.arguments);
                       for (const Keyword& k : x.keywords) f(k.value);
                   },
                   [&](const ConditionalExpr& x) { f(x.condition), f(x.whenTrue), f(x.whenFalse); },
                   [&](const FieldExpr& x) { f(x.value), f(x.format); },
                   [&](const FormattedExpr& x) { all(x.parts); },
                   [&](const TupleExpr& x) { all(x.items); },
                   [&](const ListExpr& x) { all(x.items); },
                   [&](const SetExpr& x) { all(x.items); },
                   [&](const DictExpr& x) { all(x.keys), all(x.values); },
                   [&](const StarredExpr& x) { f(x.value); },
                   [&](const AttributeExpr& x) { f(x.object); },
                   [&](const SubscriptExpr& x) { f(x.object), f(x.index); },
                   [&](const SliceExpr& x) { f(x.start), f(x.stop), f(x.step); },
                   [&](const LambdaExpr& x) { parametersOf(x.parameters, f), f(x.body); },
                   [&](const ComprehensionExpr& x) {
                       f(x.element), f(x.value);
                       for (const Generator& g : x.generators) f(g.target), f(g.iterable), all(g.conditions);
                   },
                   [&](const AssignmentExpr& x) { f(x.value); },
                   [&](const YieldExpr& x) { f(x.value); },
                   [](const auto&) {},
               },
               e.node);
}

// The expressions of a statement, and its blocks.
template <class F, class B>
void partsOf(const Stmt& s, F&& f, B&& block) {
    const auto all = [&](const std::vector<ExprId>& list) {
        for (const ExprId id : list) f(id);
    };
    std::visit(Overloaded{
                   [&](const ExpressionStmt& x) { f(x.value); },
                   [&](const AssignStmt& x) { f(x.value); },
                   [&](const FunctionStmt& x) { f(x.body); },
                   [&](const StoreStmt& x) { all(x.targets), f(x.value); },
                   [&](const AugmentedStmt& x) { f(x.target), f(x.value); },
                   [&](const AnnotatedStmt& x) { f(x.target), f(x.value), f(x.annotation); },
                   [&](const IfStmt& x) {
                       all(x.conditions);
                       for (const Block& b : x.blocks) block(b);
                       block(x.otherwise);
                   },
                   [&](const WhileStmt& x) { f(x.condition), block(x.body), block(x.otherwise); },
                   [&](const ForStmt& x) { f(x.target), f(x.iterable), block(x.body), block(x.otherwise); },
                   [&](const DefStmt& x) { parametersOf(x.parameters, f), all(x.decorators), f(x.returns), block(x.body); },
                   [&](const ClassStmt& x) {
                       all(x.bases), all(x.decorators), block(x.body);
                       for (const Keyword& k : x.keywords) f(k.value);
                   },
                   [&](const ReturnStmt& x) { f(x.value); },
                   [&](const DeleteStmt& x) { all(x.targets); },
                   [&](const AssertStmt& x) { f(x.condition), f(x.message); },
                   [&](const RaiseStmt& x) { f(x.exception), f(x.cause); },
                   [&](const TryStmt& x) {
                       block(x.body);
                       for (const Handler& h : x.handlers) f(h.type), block(h.body);
                       block(x.otherwise), block(x.finally);
                   },
                   [&](const WithStmt& x) {
                       for (const WithItem& i : x.items) f(i.context), f(i.target);
                       block(x.body);
                   },
                   [](const auto&) {},
               },
               s.node);
}

std::uint32_t lengthOf(Span s) { return s.end - s.begin; }
bool around(Span outer, Span inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

Reported plain(std::string kind) {
    Reported r;
    r.kind = std::move(kind);
    return r;
}

}  // namespace

std::string sizesOf(const TensorShape& shape) {
    std::string out = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? ", " : "") + std::to_string(shape[i]);
    return out + "]";
}

std::string dtypeOf(const Tensor& tensor) { return std::string(nameOf(tensor.dtype())).substr(6); }

ProgramView::ProgramView(const ErrorContext& context)
    : source(context.source),
      ast(context.parsed.ast),
      recording(context.recording),
      report(context.report),
      error(*context.report.error),
      shownLine_(context.shownLine),
      exprParent_(context.parsed.ast.exprs.size()),
      exprStmt_(context.parsed.ast.exprs.size()),
      stmtParent_(context.parsed.ast.stmts.size()) {
    visit(ast.body, StmtId());
}

void ProgramView::visit(const std::vector<StmtId>& block, StmtId parent) {
    for (const StmtId id : block) visit(id, parent);
}

void ProgramView::visit(StmtId id, StmtId parent) {
    stmtParent_[id] = parent;
    partsOf(
        ast.stmts[id], [&](ExprId e) { visit(e, ExprId(), id); }, [&](const Block& block) { visit(block, id); });
}

void ProgramView::visit(ExprId id, ExprId parent, StmtId stmt) {
    if (!id.valid()) return;
    exprParent_[id] = parent;
    exprStmt_[id] = stmt;
    childrenOf(ast.exprs[id], [&](ExprId child) { visit(child, id, stmt); });
}

std::uint32_t ProgramView::lineStart(std::uint32_t offset) const {
    const std::string& t = source.text();
    while (offset > 0 && t[offset - 1] != '\n' && t[offset - 1] != '\r') --offset;
    return offset;
}

std::string ProgramView::indentOf(std::uint32_t offset) const {
    const std::uint32_t start = lineStart(offset);
    std::uint32_t end = start;
    while (end < source.text().size() && (source.text()[end] == ' ' || source.text()[end] == '\t')) ++end;
    return source.text().substr(start, end - start);
}

ExprId ProgramView::at(Span span) const {
    ExprId best;
    for (std::size_t i = 0; i < ast.exprs.size(); ++i) {
        const ExprId id(i);
        if (!exprStmt_[id].valid() || !around(spanOf(id), span)) continue;
        if (!best.valid() || lengthOf(spanOf(id)) < lengthOf(spanOf(best))) best = id;
    }
    return best;
}

StmtId ProgramView::statementAt(std::uint32_t offset) const {
    StmtId best;
    for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
        const Span s = spanOf(StmtId(i));
        if (offset < s.begin || offset > s.end) continue;
        if (!best.valid() || lengthOf(s) <= lengthOf(spanOf(best))) best = StmtId(i);
    }
    return best;
}

ExprId ProgramView::noGradAround(std::uint32_t offset) const {
    for (StmtId id = statementAt(offset); id.valid(); id = parent(id)) {
        const auto* with = as<WithStmt>(id);
        if (with == nullptr) continue;
        for (const WithItem& item : with->items) {
            const std::string what = text(item.context);
            if (what.find("no_grad") != std::string::npos || what.find("inference_mode") != std::string::npos) return item.context;
        }
    }
    return {};
}

StmtId ProgramView::functionAround(std::uint32_t offset) const {
    StmtId id = statementAt(offset);
    while (id.valid() && as<DefStmt>(id) == nullptr) id = parent(id);
    return id;
}

StmtId ProgramView::loopAround(std::uint32_t offset) const {
    StmtId id = statementAt(offset);
    while (id.valid() && as<ForStmt>(id) == nullptr && as<WhileStmt>(id) == nullptr) id = parent(id);
    return id;
}

ExprId ProgramView::assignedBefore(const std::string& name, std::uint32_t offset) const {
    ExprId found;
    for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
        const auto* store = as<StoreStmt>(StmtId(i));
        if (store == nullptr || spanOf(StmtId(i)).begin >= offset) continue;
        for (const ExprId target : store->targets) {
            const auto* n = as<NameExpr>(target);
            if (n != nullptr && n->name == name && (!found.valid() || spanOf(found).begin < spanOf(store->value).begin))
                found = store->value;
        }
    }
    return found;
}

ExprId ProgramView::assignedAfter(const std::string& name, std::uint32_t offset) const {
    ExprId found;
    for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
        const auto* store = as<StoreStmt>(StmtId(i));
        if (store == nullptr || spanOf(StmtId(i)).begin <= offset) continue;
        for (const ExprId target : store->targets) {
            const auto* n = as<NameExpr>(target);
            if (n != nullptr && n->name == name && (!found.valid() || spanOf(found).begin > spanOf(store->value).begin))
                found = store->value;
        }
    }
    return found;
}

std::string ProgramView::aliasOf(const std::string& module) const {
    for (std::size_t i = 0; i < ast.stmts.size(); ++i) {
        const auto* import = as<ImportStmt>(StmtId(i));
        // What is imported further down is not there yet.
        if (import == nullptr || (spanOf(StmtId(i)).begin > error.span.begin && !functionAround(error.span.begin).valid())) continue;
        for (const ImportedName& name : import->names) {
            if (name.name == module) return name.alias.empty() ? name.name : name.alias;
            if (name.alias.empty() && name.name.starts_with(module + ".")) return module;
        }
    }
    return {};
}

const CallExpr* ProgramView::callAt(Span span, ExprId* id) const {
    for (ExprId e = at(span); e.valid(); e = parent(e)) {
        const auto* call = as<CallExpr>(e);
        if (call == nullptr) continue;
        if (id != nullptr) *id = e;
        return call;
    }
    return nullptr;
}

ExprId ProgramView::receiver(const CallExpr& call) const {
    const auto* attribute = as<AttributeExpr>(call.callee);
    return attribute != nullptr ? attribute->object : ExprId();
}

std::string ProgramView::calledName(const CallExpr& call) const {
    if (const auto* attribute = as<AttributeExpr>(call.callee)) return attribute->name;
    if (const auto* name = as<NameExpr>(call.callee)) return name->name;
    return {};
}

const Reported* ProgramView::named(const std::string& name) const {
    for (const auto* list : {&error.locals, &report.variables}) {
        for (const auto& [n, value] : *list) {
            if (n == name) return &value;
        }
    }
    return nullptr;
}

NodeId ProgramView::node(ExprId id) const {
    if (!id.valid()) return {};
    const Span span = spanOf(id);
    for (std::size_t i = recording.tape.size(); i-- > 0;) {
        const NodeId n(i);
        if (recording.tape.origin(n).span == span && recording.tape.op(n) != Op::Input && recording.tape.op(n) != Op::Constant) return n;
    }
    return {};
}

std::optional<Reported> ProgramView::value(ExprId id) const {
    if (!id.valid()) return {};
    const Expr& e = ast.exprs[id];
    if (const auto* name = as<NameExpr>(id)) {
        const Reported* found = named(name->name);
        return found != nullptr ? std::optional(*found) : std::nullopt;
    }
    if (const auto* number = std::get_if<NumberExpr>(&e.node)) {
        Reported r = plain("float");
        r.number = number->value;
        return r;
    }
    if (const auto* whole = std::get_if<IntegerExpr>(&e.node)) {
        Reported r = plain("int");
        r.text = whole->digits;
        return r;
    }
    if (const auto* t = std::get_if<TextExpr>(&e.node)) {
        Reported r = plain("str");
        r.text = t->value;
        return r;
    }
    if (as<FormattedExpr>(id) != nullptr) return plain("str");
    if (const auto* constant = std::get_if<ConstantExpr>(&e.node)) {
        if (constant->value == Constant::None) return plain("NoneType");
        if (constant->value != Constant::Ellipsis) return plain("bool");
    }
    const auto container = [&](const char* kind, const std::vector<ExprId>& items) {
        Reported r = plain(kind);
        for (const ExprId item : items) r.items.push_back({std::string(), value(item).value_or(Reported())});
        r.size = items.size();
        return r;
    };
    if (const auto* list = as<ListExpr>(id)) return container("list", list->items);
    if (const auto* tuple = as<TupleExpr>(id)) return container("tuple", tuple->items);
    if (const auto* attribute = as<AttributeExpr>(id)) {
        const std::optional<Reported> object = value(attribute->object);
        if (object && object->tensor) {
            if (attribute->name == "grad") return object->grad ? *object->grad : plain("NoneType");
            if (attribute->name == "shape") return plain("torch.Size");
            if (attribute->name == "T" && object->tensor->dims() == 2) {
                Reported r = *object;
                const Tensor& t = *object->tensor;
                std::vector<double> numbers;
                for (std::int64_t j = 0; j < t.shape()[1]; ++j) {
                    for (std::int64_t i = 0; i < t.shape()[0]; ++i) numbers.push_back(t.at(i * t.shape()[1] + j));
                }
                r.tensor = Tensor::exact({t.shape()[1], t.shape()[0]}, std::move(numbers), t.dtype());
                r.grad.reset();
                return r;
            }
            if (attribute->name == "data") {
                Reported r = *object;
                r.requiresGrad = false;
                r.grad.reset();
                return r;
            }
        }
        if (object && !object->tensor) {  // a program's own object is not looked into
            return {};
        }
    }
    if (const auto* subscript = as<SubscriptExpr>(id)) {
        const std::optional<Reported> object = value(subscript->object);
        const std::optional<Reported> index = value(subscript->index);
        if (object && index && index->kind == "int" && index->text.size() < 9 && !index->text.empty() &&
            (object->kind == "list" || object->kind == "tuple")) {
            const long at = std::stol(index->text);
            const long size = static_cast<long>(object->items.size());
            if (at < size && at >= -size) return object->items[static_cast<std::size_t>(at < 0 ? at + size : at)].value;
        }
    }
    if (const NodeId n = node(id); n.valid()) {
        Reported r = plain("tensor");
        r.tensor = recording.tape.value(n);
        r.requiresGrad = true;
        r.isLeaf = false;
        return r;
    }
    return {};
}

bool ProgramView::isAtom(ExprId id) const {
    if (!id.valid()) return false;
    const Span span = spanOf(id);
    const std::string& t = source.text();
    if (as<NameExpr>(id) || as<AttributeExpr>(id) || as<CallExpr>(id) || as<SubscriptExpr>(id) || as<ListExpr>(id)) return true;
    if (span.begin == 0 || span.end >= t.size() || t[span.begin - 1] != '(' || t[span.end] != ')') return false;
    // The parentheses of a call are not its argument's.
    const auto* call = as<CallExpr>(parent(id));
    return call == nullptr || call->callee == id || spanOf(parent(id)).end != span.end + 1;
}

}  // namespace backstep
