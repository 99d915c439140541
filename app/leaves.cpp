// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leaves.h"

#include <algorithm>
#include <cmath>
#include <span>

#include <QMap>

#include "engine/base/numbers.h"
#include "engine/sampling/program_sampler.h"

namespace backstep {
namespace {

constexpr std::size_t kMostElements = 9;  // of a tensor that is opened into rows
constexpr qsizetype kMostRows = 24;

LeafKey keyOf(const LeafSetting& s) { return {{s.begin, s.end}, s.occurrence}; }

const LeafSetting* settingOf(const QVector<LeafSetting>& settings, const LeafKey& key) {
    const auto found = std::find_if(settings.begin(), settings.end(), [&](const LeafSetting& s) { return keyOf(s) == key; });
    return found == settings.end() ? nullptr : &*found;
}

const ReportedLeaf* leafOf(const ProgramReport& report, const LeafKey& key) {
    const auto found =
        std::find_if(report.leaves.begin(), report.leaves.end(), [&](const ReportedLeaf& l) { return l.key.valid() && l.key == key; });
    return found == report.leaves.end() ? nullptr : &*found;
}

// Leaves of a loop have one name: which of them tells them apart. Empty: nothing can be set there.
std::vector<QString> namesOf(const ProgramReport& report) {
    std::vector<QString> names;
    QMap<QString, int> seen;
    for (const ReportedLeaf& leaf : report.leaves) {
        QString name = QString::fromStdString(leaf.name);
        if (!leaf.key.valid() || name.isEmpty()) name.clear();
        else if (const int number = ++seen[name]; number > 1) name += QStringLiteral(" (%1)").arg(number);
        names.push_back(name);
    }
    return names;
}

QString elementName(const QString& name, const Tensor& value, std::size_t element) {
    return name + QString::fromStdString(elementText(value, element));
}

// Every number that is written in the expression, in order: through lists, tuples and signs. False: something else is.
bool literalsIn(const Ast& ast, ExprId id, std::vector<Span>& out) {
    const Expr& expr = ast.exprs[id];
    if (const auto* list = std::get_if<ListExpr>(&expr.node))
        return std::all_of(list->items.begin(), list->items.end(), [&](ExprId e) { return literalsIn(ast, e, out); });
    if (const auto* tuple = std::get_if<TupleExpr>(&expr.node))
        return std::all_of(tuple->items.begin(), tuple->items.end(), [&](ExprId e) { return literalsIn(ast, e, out); });
    const Expr* number = &expr;
    if (const auto* sign = std::get_if<UnaryExpr>(&expr.node)) number = &ast.exprs[sign->operand];
    if (!std::holds_alternative<NumberExpr>(number->node) && !std::holds_alternative<IntegerExpr>(number->node)) return false;
    out.push_back(expr.span);
    return true;
}

// The first argument of the call at this place: torch.tensor([1.0, 2.0], …).
ExprId argumentAt(const Ast& ast, Span span) {
    for (std::size_t i = 0; i < ast.exprs.size(); ++i) {
        const ExprId id(i);
        const auto* call = std::get_if<CallExpr>(&ast.exprs[id].node);
        if (call == nullptr || !(ast.exprs[id].span == span) || call->arguments.empty()) continue;
        const auto* callee = std::get_if<AttributeExpr>(&ast.exprs[call->callee].node);
        const auto* name = std::get_if<NameExpr>(&ast.exprs[call->callee].node);
        const std::string_view called = callee != nullptr ? std::string_view(callee->name)
                                        : name != nullptr ? std::string_view(name->name)
                                                          : std::string_view();
        if (called == "tensor" || called == "as_tensor" || called == "Tensor" || called == "FloatTensor" || called == "DoubleTensor")
            return call->arguments.front();
    }
    return {};
}

}  // namespace

QVector<LeafRow> leafRows(const ProgramReport& report, const QVector<LeafSetting>& settings, const ElementPicks& picks) {
    QVector<LeafRow> rows;
    const std::vector<QString> names = namesOf(report);
    for (std::size_t k = 0; k < names.size(); ++k) {
        const ReportedLeaf& leaf = report.leaves[k];
        const std::span<const double> numbers = leaf.value.numbers();
        if (names[k].isEmpty() || numbers.empty() || rows.size() >= kMostRows) continue;
        const bool one = numbers.size() > kMostElements || rows.size() + static_cast<qsizetype>(numbers.size()) > kMostRows;
        const LeafSetting* setting = settingOf(settings, leaf.key);
        const bool set = setting != nullptr && static_cast<std::size_t>(setting->values.size()) == numbers.size();
        const std::size_t first = one ? std::min(picks.value(names[k], 0), numbers.size() - 1) : 0;
        for (std::size_t i = first; i < (one ? first + 1 : numbers.size()); ++i) {
            rows.append({leaf.key, i, elementName(names[k], leaf.value, i), set ? setting->values[static_cast<qsizetype>(i)] : numbers[i],
                         set, one ? names[k] : QString()});
        }
    }
    return rows;
}

const LeafRow* rowNamed(const QVector<LeafRow>& rows, const QString& name) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const LeafRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

const LeafRow* rowOf(const QVector<LeafRow>& rows, const LeafKey& key, std::size_t element) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const LeafRow& row) { return row.key == key && row.element == element; });
    return found == rows.end() ? nullptr : &*found;
}

std::optional<LeafPlace> leafNamed(const ProgramReport& report, const QString& name) {
    const auto tidy = [](QString text) { return text.remove(QLatin1Char(' ')); };
    const std::vector<QString> names = namesOf(report);
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].isEmpty() || !tidy(name).startsWith(tidy(names[k]))) continue;
        const Tensor& value = report.leaves[k].value;
        if (value.size() == 1 && tidy(name) == tidy(names[k])) return LeafPlace{report.leaves[k].key, 0};
        for (std::size_t i = 0; i < static_cast<std::size_t>(value.size()); ++i) {
            if (tidy(elementName(names[k], value, i)) == tidy(name)) return LeafPlace{report.leaves[k].key, i};
        }
    }
    return std::nullopt;
}

QStringList leafNames(const ProgramReport& report) {
    QStringList all;
    const std::vector<QString> names = namesOf(report);
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].isEmpty()) continue;
        const Tensor& value = report.leaves[k].value;
        const auto count = static_cast<std::size_t>(value.size());
        if (count == 0) continue;
        all << (value.dims() == 0 ? names[k]
                : count == 1      ? elementName(names[k], value, 0)
                                  : elementName(names[k], value, 0) + QStringLiteral(" … ") + elementName(names[k], value, count - 1));
    }
    return all;
}

QVector<LeafSetting> withLeafValue(QVector<LeafSetting> settings, const ProgramReport& report, const LeafPlace& place, double value) {
    const ReportedLeaf* leaf = leafOf(report, place.key);
    if (leaf == nullptr || place.element >= static_cast<std::size_t>(leaf->value.size())) return settings;
    const std::span<const double> numbers = leaf->value.numbers();
    auto found = std::find_if(settings.begin(), settings.end(), [&](const LeafSetting& s) { return keyOf(s) == place.key; });
    if (found == settings.end()) {
        settings.append({place.key.span.begin, place.key.span.end, place.key.occurrence, {}});
        found = settings.end() - 1;
    }
    if (static_cast<std::size_t>(found->values.size()) != numbers.size()) found->values = QVector<double>(numbers.begin(), numbers.end());
    found->values[static_cast<qsizetype>(place.element)] = value;
    return settings;
}

QVector<LeafSetting> movedLeaves(const QVector<LeafSetting>& settings, const QString& before, const QString& after) {
    if (settings.isEmpty()) return settings;
    const QByteArray a = before.toUtf8(), b = after.toUtf8();
    const qsizetype shorter = qMin(a.size(), b.size());
    qsizetype start = 0, tail = 0;
    while (start < shorter && a[start] == b[start]) ++start;
    while (tail < shorter - start && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
    QVector<LeafSetting> kept;
    for (LeafSetting s : settings) {
        if (qsizetype(s.end) <= start) {
            kept.append(s);
        } else if (qsizetype(s.begin) >= a.size() - tail) {
            s.begin = static_cast<quint32>(s.begin + b.size() - a.size());
            s.end = static_cast<quint32>(s.end + b.size() - a.size());
            kept.append(s);
        }
    }
    return kept;
}

std::vector<LeafOverride> overridesOf(const QVector<LeafSetting>& settings) {
    std::vector<LeafOverride> overrides;
    for (const LeafSetting& s : settings) {
        if (s.values.isEmpty()) continue;
        overrides.push_back({keyOf(s), Tensor(TensorShape{s.values.size()}, std::vector<double>(s.values.begin(), s.values.end()))});
    }
    return overrides;
}

bool sameOverrides(const std::vector<LeafOverride>& a, const std::vector<LeafOverride>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LeafOverride& x, const LeafOverride& y) {
        const auto xs = x.value.numbers(), ys = y.value.numbers();
        return x.key == y.key && std::equal(xs.begin(), xs.end(), ys.begin(), ys.end());
    });
}

std::optional<WrittenLeaves> textWithLeaves(const Snapshot& run, const QVector<LeafSetting>& settings) {
    std::vector<std::pair<Span, std::string>> edits;
    WrittenLeaves out;
    for (const LeafSetting& s : settings) {
        const ExprId argument = s.occurrence == 0 ? argumentAt(run.program.ast, {s.begin, s.end}) : ExprId();
        std::vector<Span> places;
        bool stands =
            argument.valid() && literalsIn(run.program.ast, argument, places) && static_cast<qsizetype>(places.size()) == s.values.size();
        // A loop that makes it several times would get the number in every turn. What is not finite is no literal.
        const auto again = [&](const ReportedLeaf& l) {
            return l.key.valid() && l.key.span == Span{s.begin, s.end} && l.key.occurrence > 0;
        };
        stands = stands && !(run.report && std::any_of(run.report->leaves.begin(), run.report->leaves.end(), again));
        stands = stands && std::all_of(s.values.begin(), s.values.end(), [](double v) { return std::isfinite(v); });
        if (!stands) {
            out.left.append(s);
            continue;
        }
        for (std::size_t i = 0; i < places.size(); ++i) edits.emplace_back(places[i], shortest(s.values[static_cast<qsizetype>(i)]));
    }
    if (edits.empty()) return std::nullopt;
    std::sort(edits.begin(), edits.end(), [](const auto& x, const auto& y) { return x.first.begin > y.first.begin; });
    std::string text = run.source.text();
    for (const auto& [span, number] : edits) {
        const std::size_t was = span.end - span.begin;
        text.replace(span.begin, was, number);
        for (LeafSetting& s : out.left) {
            if (s.begin >= span.end) s.begin += static_cast<quint32>(number.size() - was);
            if (s.end >= span.end) s.end += static_cast<quint32>(number.size() - was);
        }
    }
    out.text = QString::fromStdString(text);
    return out;
}

}  // namespace backstep
