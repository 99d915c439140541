// SPDX-License-Identifier: MIT
// The one file that calls Graphviz, written for 2.42, which is easily hurt. What keeps it well:
//  * The graph is built by calls, DOT is never parsed, and no text of the user goes in: names are n0, n1, ... and
//    every attribute is a number or a constant from here. Sizes are clamped by the protocol.
//  * newrank, no edge labels, no clusters, no rank=same, no ortho: the others corrupt dot's heap now and then.
//  * gvContextPlugins with the plugin opened by ourselves: gvContext() reads a machine-wide file that may be damaged.
//  * Object ids count up from 1. By default they are addresses, and dot visits objects in the order of ids, so that
//    equal graphs would be laid out differently from run to run.
//  * gvLayout returns 0 after many an error, so whatever it says aloud counts as a failure, too.
// One point of Graphviz is one unit of ours; its y grows upwards and is turned here.
#include "engine/graphviz/dot.h"

#include <dlfcn.h>
#include <gvc.h>

#include <algorithm>
#include <deque>
#include <map>

#include "engine/graphviz/curves.h"
#include "engine/graphviz/hints.h"

namespace backstep::wire {
namespace {

constexpr double kPointsPerInch = 72;
constexpr std::size_t kLargeGraph = 100;  // above, dot's search for the best ranks and order is cut short

GVC_t* context = nullptr;
bool complained = false;

int noteComplaint(char*) {
    complained = true;
    return 0;
}

// ---- ids: names are numbered in the order of their first use ----

struct Ids {
    std::map<std::string, IDTYPE, std::less<>> numbers;
    std::deque<std::string> names;  // a deque, since Graphviz keeps pointers into it
    std::map<IDTYPE, std::size_t> nameOf;
    IDTYPE last = 0;
};

void* openIds(Agraph_t*, Agdisc_t*) { return new Ids; }

long mapId(void* state, int, char* name, IDTYPE* id, int create) {
    Ids& ids = *static_cast<Ids*>(state);
    if (name == nullptr) {
        *id = create != 0 ? ++ids.last : 0;
        return create != 0 ? 1 : 0;
    }
    if (const auto known = ids.numbers.find(std::string_view(name)); known != ids.numbers.end()) {
        *id = known->second;
        return 1;
    }
    if (create == 0) {
        return 0;
    }
    *id = ++ids.last;
    ids.names.emplace_back(name);
    ids.numbers.emplace(name, *id);
    ids.nameOf.emplace(*id, ids.names.size() - 1);
    return 1;
}

long allocateId(void*, int, IDTYPE) { return 0; }
void freeId(void*, int, IDTYPE) {}

char* printId(void* state, int, IDTYPE id) {
    Ids& ids = *static_cast<Ids*>(state);
    const auto known = ids.nameOf.find(id);
    return known == ids.nameOf.end() ? nullptr : ids.names[known->second].data();
}

void closeIds(void* state) { delete static_cast<Ids*>(state); }
void registerId(void*, int, void*) {}  // must be there, though there is nothing to do

Agiddisc_t idDiscipline{openIds, mapId, allocateId, freeId, printId, closeIds, registerId};

// ---- building ----

// Graphviz takes char* wherever it means const char*.
char* text(const char* constant) { return const_cast<char*>(constant); }

std::string inches(double points) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, points / kPointsPerInch, std::chars_format::fixed, 6);
    return {digits, end.ptr};
}

struct Graph {
    Agraph_t* g = nullptr;
    std::vector<Agnode_t*> nodes;
    std::vector<Agedge_t*> edges;
    bool laidOut = false;

    Graph() {
        static Agdisc_t discipline{&AgMemDisc, &idDiscipline, &AgIoDisc};
        g = agopen(text("g"), Agdirected, &discipline);
    }
    ~Graph() {
        if (laidOut) {
            gvFreeLayout(context, g);
        }
        agclose(g);
    }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    void set(int kind, const char* name, const char* value) { agattr(g, kind, text(name), text(value)); }
};

void setAttributes(Graph& graph, const Request& request) {
    graph.set(AGRAPH, "rankdir", request.leftToRight ? "LR" : "TB");
    graph.set(AGRAPH, "ranksep", inches(request.rankGap).c_str());
    graph.set(AGRAPH, "nodesep", inches(request.nodeGap).c_str());
    graph.set(AGRAPH, "newrank", "true");
    graph.set(AGRAPH, "splines", needsStraightLines(request) ? "line" : "true");
    if (request.sizes.size() > kLargeGraph) {
        graph.set(AGRAPH, "nslimit", "0.1");
        graph.set(AGRAPH, "nslimit1", "0.1");
        graph.set(AGRAPH, "mclimit", "0.1");
    }
    graph.set(AGNODE, "shape", "box");
    graph.set(AGNODE, "fixedsize", "true");
    graph.set(AGNODE, "label", "");
    graph.set(AGEDGE, "dir", "none");  // no arrowheads: splines go on to the border
}

void addNodes(Graph& graph, const Request& request) {
    Agsym_t* width = agattr(graph.g, AGNODE, text("width"), text("1"));
    Agsym_t* height = agattr(graph.g, AGNODE, text("height"), text("1"));
    for (const Pair& size : request.sizes) {
        std::string name = "n" + std::to_string(graph.nodes.size());
        Agnode_t* node = agnode(graph.g, name.data(), 1);
        agxset(node, width, inches(size.x).data());
        agxset(node, height, inches(size.y).data());
        graph.nodes.push_back(node);
    }
}

void addEdges(Graph& graph, const Request& request) {
    const std::vector<bool> constantUsers = findConstantUsers(request);
    Agsym_t* weight = agattr(graph.g, AGEDGE, text("weight"), text("1"));
    for (const Edge& edge : request.edges) {
        // A key of its own for each, else a second edge between two nodes is the first one again.
        std::string key = "e" + std::to_string(graph.edges.size());
        graph.edges.push_back(agedge(graph.g, graph.nodes[edge.from], graph.nodes[edge.to], key.data(), 1));
        agxset(graph.edges.back(), weight, text(constantUsers[edge.from] ? "3" : "1"));
    }
}

// ---- reading ----

std::vector<Pair> curveOf(Agedge_t* edge) {
    const splines* spline = ED_spl(edge);
    if (spline == nullptr || spline->size != 1) {
        return {};
    }
    const bezier& piece = spline->list[0];
    std::vector<Pair> curve;
    curve.reserve(static_cast<std::size_t>(std::max(piece.size, 0)));
    for (int i = 0; i < piece.size; ++i) {
        curve.push_back({piece.list[i].x, -piece.list[i].y});
    }
    return curve;
}

bool collect(Reply& reply, const Graph& graph, const Request& request) {
    for (Agnode_t* node : graph.nodes) {
        reply.centres.push_back({ND_coord(node).x, -ND_coord(node).y});
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        std::vector<Pair> curve = curveOf(graph.edges[i]);
        if (curve.size() < 4 || curve.size() % 3 != 1) {
            return false;
        }
        finishCurve(curve, request.edges[i], request, reply);
        reply.curves.push_back(std::move(curve));
    }
    if (!reply.centres.empty()) {
        shiftToOrigin(reply, request);
    }
    return true;
}

}  // namespace

bool loadGraphviz() {
    constexpr const char* symbol = "gvplugin_dot_layout_LTX_library";
    void* plugin = dlopen(BACKSTEP_DOT_PLUGIN, RTLD_NOW | RTLD_LOCAL);
    void* library = plugin != nullptr ? dlsym(plugin, symbol) : nullptr;
    if (library == nullptr) {
        return false;
    }
    static lt_symlist_t builtins[] = {{symbol, library}, {nullptr, nullptr}};
    agseterrf(noteComplaint);
    agseterr(AGWARN);
    context = gvContextPlugins(builtins, 0);
    return context != nullptr;
}

Reply layOut(const Request& request) {
    Reply reply;
    reply.id = request.id;
    Graph graph;
    setAttributes(graph, request);
    addNodes(graph, request);
    addEdges(graph, request);
    agreseterrors();
    complained = false;
    graph.laidOut = gvLayout(context, graph.g, "dot") == 0;
    reply.failed = !graph.laidOut || complained || !collect(reply, graph, request);
    if (reply.failed) {
        reply.centres.clear();
        reply.curves.clear();
    }
    return reply;
}

}  // namespace backstep::wire
