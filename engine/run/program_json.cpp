// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/program_json.h"

#include <unordered_map>

#include "engine/base/json.h"

namespace backstep {
namespace {

void element(JsonWriter& json, double number, DType dtype) {
    if (dtype == DType::Bool) json.flag(number != 0);
    else if (!isFloating(dtype)) json.value(static_cast<std::int64_t>(number));
    else if (dtype == DType::Float32) json.value32(number);
    else json.value(number);
}

void nested(JsonWriter& json, const Tensor& t, std::size_t dim, std::int64_t& at) {
    if (dim == t.dims()) return element(json, t.at(at++), t.dtype());
    json.beginArray();
    for (std::int64_t i = 0; i < t.shape()[dim]; ++i) nested(json, t, dim + 1, at);
    json.endArray();
}

class ProgramWriter {
public:
    ProgramWriter(const Source& source, const ProgramRun& run, const ProgramWords& words) : source_(source), run_(run), words_(words) {}

    std::string text() {
        const ProgramReport& r = run_.report;
        json_.beginObject().key("stdout").value(std::string_view(r.output));
        json_.key("echo").beginArray();
        for (const ReportedEcho& e : r.echo) {
            json_.beginObject().key("line").value(std::int64_t{e.line}).key("repr").value(std::string_view(e.repr)).endObject();
        }
        json_.endArray().key("warnings").beginArray();
        for (const ReportedWarning& w : r.warnings) {
            json_.beginObject().key("line").value(std::int64_t{w.line}).key("category").value(std::string_view(w.category));
            json_.key("message").value(std::string_view(w.message)).endObject();
        }
        json_.endArray().key("error");
        error();
        json_.key("variables").beginObject();
        for (const auto& [name, value] : r.variables) {
            json_.key(name);
            reported(value);
        }
        json_.endObject().key("definitions").beginArray();
        for (const std::string& name : r.definitions) json_.value(std::string_view(name));
        json_.endArray().key("plots").beginArray();
        for (const ReportedFigure& figure : r.figures) plain(figure);
        json_.endArray().key("backward").beginArray();
        for (const BackwardCall& call : run_.recording.backwardCalls) backward(call);
        json_.endArray().key("counts").beginObject().key("steps").value(r.steps);
        json_.key("nodes").value(static_cast<std::int64_t>(run_.recording.tape.size())).endObject();
        return json_.endObject().text() + "\n";
    }

private:
    const Source& source_;
    const ProgramRun& run_;
    const ProgramWords& words_;
    JsonWriter json_;

    void error() {
        if (!run_.report.error) {
            json_.null();
            return;
        }
        const ProgramError& e = *run_.report.error;
        json_.beginObject().key("type").value(std::string_view(e.type)).key("message").value(std::string_view(e.message));
        json_.key("line").value(std::int64_t{e.line}).key("column").value(std::int64_t{e.column});
        json_.key("explanation").value(std::string_view(words_.explanation)).key("fix");
        if (words_.fixTitle.empty()) json_.null();
        else
            json_.beginObject()
                .key("title")
                .value(std::string_view(words_.fixTitle))
                .key("text")
                .value(std::string_view(words_.fixText))
                .endObject();
        json_.endObject();
    }

    void numbers(const Reported& v, bool numpy) {
        json_.key("dtype").value(std::string_view(nameOf(v.tensor->dtype())).substr(numpy ? 6 : 0));
        json_.key("shape").beginArray();
        for (const std::int64_t d : v.tensor->shape()) json_.value(d);
        json_.endArray().key("values");
        writeValues(json_, *v.tensor);
    }
    void tensor(const Reported& v) {
        numbers(v, false);
        json_.key("requires_grad").flag(v.requiresGrad).key("is_leaf").flag(v.isLeaf).key("grad_fn");
        if (v.gradFn.empty()) json_.null();
        else json_.value(std::string_view(v.gradFn));
        json_.key("grad");
        if (!v.grad) {
            json_.null();
            return;
        }
        json_.beginObject();
        numbers(*v.grad, false);
        if (v.grad->requiresGrad) {
            json_.key("requires_grad").flag(true).key("grad_fn");
            if (v.grad->gradFn.empty()) json_.null();
            else json_.value(std::string_view(v.grad->gradFn));
        }
        json_.endObject();
    }

    void reported(const Reported& v) {
        json_.beginObject().key("kind").value(std::string_view(v.kind));
        if (v.kind == "tensor") tensor(v);
        else if (v.kind == "ndarray") numbers(v, true);
        else if (v.kind == "NoneType") json_.key("value").null();
        else if (v.kind == "bool") json_.key("value").flag(v.number != 0);
        else if (v.kind == "float" || v.kind == "float64") json_.key("value").value(v.number);
        else if (v.kind == "float32") json_.key("value").value32(v.number);
        else if (v.kind == "int" || v.kind == "int64") json_.key("value").raw(v.text);
        else if (v.kind == "str" || v.kind.starts_with("torch.")) json_.key("value").value(std::string_view(v.text));
        else if (v.kind == "dict") dict(v);
        else if (v.kind == "list" || v.kind == "tuple" || v.kind == "set" || !v.items.empty()) items(v);  // or a class that derives
        json_.endObject();
    }
    void dict(const Reported& v) {
        json_.key("items").beginObject();
        for (const auto& [name, item] : v.items) {
            json_.key(name);
            reported(item);
        }
        json_.endObject();
    }
    void items(const Reported& v) {
        if (v.items.size() < v.size) {
            json_.key("len").value(static_cast<std::int64_t>(v.size));
            return;
        }
        json_.key("items").beginArray();
        for (const auto& [name, item] : v.items) reported(item);
        json_.endArray();
    }

    // A figure's values without their kinds.
    void plain(const Reported& v) {
        if (v.kind == "dict") {
            json_.beginObject();
            for (const auto& [name, item] : v.items) {
                json_.key(name);
                plain(item);
            }
            json_.endObject();
        } else if (v.kind == "list") {
            json_.beginArray();
            for (const auto& [name, item] : v.items) plain(item);
            json_.endArray();
        } else if (v.kind == "NoneType") json_.null();
        else if (v.kind == "bool") json_.flag(v.number != 0);
        else if (v.kind == "int") json_.raw(v.text);
        else if (v.kind == "float") json_.value(v.number);
        else json_.value(std::string_view(v.text));
    }

    void adjoints(const std::vector<std::optional<Tensor>>& list) {
        json_.beginArray();
        for (const auto& t : list) {
            if (t) writeValues(json_, *t);
            else json_.null();
        }
        json_.endArray();
    }

    void backward(const BackwardCall& call) {
        std::unordered_map<std::uint32_t, std::int64_t> number;
        const Tape& tape = run_.recording.tape;
        const std::vector<NodeId> nodes = call.nodes(tape);
        for (const NodeId node : nodes) number.emplace(node.value, static_cast<std::int64_t>(number.size()));
        json_.beginObject().key("kind").value(std::string_view(call.kind));
        json_.key("line").value(std::int64_t{source_.placeOf(call.span.begin).line}).key("retain_graph");
        if (call.retainGraph) json_.flag(*call.retainGraph);
        else json_.null();
        json_.key("create_graph").flag(call.createGraph).key("nodes").beginArray();
        for (const NodeId node : nodes) {
            json_.beginObject().key("id").value(number[node.value]).key("name").value(tape.autogradName(node)).key("next").beginArray();
            tape.forEachNext(node, [&](const Tape::Edge& edge) {
                if (edge.node.valid()) json_.value(number[edge.node.value]);
                else json_.null();
            });
            json_.endArray().endObject();
        }
        json_.endArray().key("steps").beginArray();
        call.forEachStep(tape, run_.recording.log.contributions, [&](const BackwardCall::Step& step) {
            json_.beginObject().key("node").value(number[step.node.value]).key("grad_out");
            adjoints(step.gradOut);
            json_.key("grad_in");
            adjoints(step.gradIn);
            json_.endObject();
        });
        json_.endArray().endObject();
    }
};

}  // namespace

void writeValues(JsonWriter& json, const Tensor& value) {
    std::int64_t at = 0;
    nested(json, value, 0, at);
}

std::string programJson(const Source& source, const ProgramRun& run, const ProgramWords& words) {
    return ProgramWriter(source, run, words).text();
}

}  // namespace backstep
