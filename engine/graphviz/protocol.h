// SPDX-License-Identifier: MIT
// What Backstep and its layout program say to each other: plain text, one message a request, one a reply.
//
//   request <id> <TB|LR> <rank gap> <node gap> <nodes> <edges>      layout <id> <width> <height> <nodes> <edges>
//   n <width> <height>          one line a node                     n <x> <y>                 its centre
//   e <from> <to>               one line an edge                    e <points> <x> <y> ...    3k+1 points of a Bezier
//   end                                                             end        or: error <id>, end
//
// Numbers are written by to_chars in the shortest form that reads back to the same bits. Reading is strict: another
// separator, a missing or spare field, a number that is not finite or a count past its limit makes a message invalid.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace backstep::wire {

inline constexpr std::size_t kMaxNodes = 20'000;
inline constexpr std::size_t kMaxEdges = 100'000;
inline constexpr std::size_t kMaxPoints = 250'000;                // of all curves together
inline constexpr std::size_t kMaxMessage = std::size_t{1} << 24;  // bytes
inline constexpr double kMaxSide = 2880;                          // of a node: Graphviz misbehaves far above 40 inches
inline constexpr double kMaxGap = 1000;
inline constexpr double kMaxCoordinate = 1e8;

struct Pair {
    double x = 0;
    double y = 0;
};

struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

struct Request {
    std::uint64_t id = 0;
    bool leftToRight = false;
    double rankGap = 0;
    double nodeGap = 0;
    std::vector<Pair> sizes;
    std::vector<Edge> edges;
};

struct Reply {
    std::uint64_t id = 0;
    bool failed = false;  // the layout program lives, but has no layout for this graph
    Pair size;
    std::vector<Pair> centres;
    std::vector<std::vector<Pair>> curves;
};

// The bytes of the first whole message in the buffer, or 0. No line but the last of a message is "end".
// `searched` bytes are known to hold no end, so that a message that comes in pieces is not searched again and again.
inline std::size_t messageLength(std::string_view buffer, std::size_t searched = 0) {
    constexpr std::string_view last = "\nend\n";
    const std::size_t from = searched < last.size() ? 0 : searched - last.size();
    const std::size_t at = buffer.find(last, from);
    return at == std::string_view::npos ? 0 : at + last.size();
}

// False once the first bytes of an answer show that it will never be a reply.
inline bool mayBeReply(std::string_view start) {
    constexpr std::string_view layout = "layout ", error = "error ";
    return start.substr(0, layout.size()) == layout.substr(0, start.size()) ||
           start.substr(0, error.size()) == error.substr(0, start.size());
}

class Writer {
public:
    Writer& word(std::string_view w) {
        if (!text_.empty() && text_.back() != '\n') {
            text_ += ' ';
        }
        text_ += w;
        return *this;
    }
    template <class Number>
    Writer& number(Number value) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return word({digits, static_cast<std::size_t>(end - digits)});
    }
    Writer& pair(Pair p) { return number(p.x).number(p.y); }
    void endLine() { text_ += '\n'; }
    std::string finish() {
        text_ += "end\n";
        return std::move(text_);
    }

private:
    std::string text_;
};

// Reads fields from left to right; once something is wrong it stays wrong and gives zeros.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    [[nodiscard]] bool good() const { return good_; }
    bool fail() { return good_ = false; }

    std::string_view word() {
        const std::size_t length = rest_.find_first_of(" \n");
        if (!good_ || length == 0 || length == std::string_view::npos) {
            fail();
            return {};
        }
        const std::string_view result = rest_.substr(0, length);
        separator_ = rest_[length];
        rest_.remove_prefix(length + 1);
        return result;
    }
    // Within a line a field follows, at its end a new line begins.
    void expect(char separator) { good_ = good_ && separator_ == separator; }
    void expectWord(std::string_view w) { good_ = good_ && word() == w; }

    template <class Number>
    Number number() {
        const std::string_view digits = word();
        Number value{};
        const auto [ptr, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        good_ = good_ && error == std::errc() && ptr == digits.data() + digits.size();
        return good_ ? value : Number{};
    }
    double real(double low, double high) {
        expect(' ');
        const double value = number<double>();
        good_ = good_ && std::isfinite(value) && value >= low && value <= high;
        return good_ ? value : 0.0;
    }
    std::size_t count(std::size_t limit) {
        expect(' ');
        const auto value = number<std::size_t>();
        good_ = good_ && value <= limit;
        return good_ ? value : 0;
    }
    bool end() {
        expect('\n');
        expectWord("end");
        expect('\n');
        return good_ && rest_.empty();
    }

private:
    std::string_view rest_;
    char separator_ = '\n';
    bool good_ = true;
};

inline std::string write(const Request& request) {
    Writer out;
    out.word("request").number(request.id).word(request.leftToRight ? "LR" : "TB");
    out.number(request.rankGap).number(request.nodeGap).number(request.sizes.size()).number(request.edges.size());
    out.endLine();
    for (const Pair& size : request.sizes) {
        out.word("n").pair(size).endLine();
    }
    for (const Edge& edge : request.edges) {
        out.word("e").number(edge.from).number(edge.to).endLine();
    }
    return out.finish();
}

inline std::string write(const Reply& reply) {
    Writer out;
    out.word(reply.failed ? "error" : "layout").number(reply.id);
    if (!reply.failed) {
        out.pair(reply.size).number(reply.centres.size()).number(reply.curves.size());
    }
    out.endLine();
    for (const Pair& centre : reply.centres) {
        out.word("n").pair(centre).endLine();
    }
    for (const std::vector<Pair>& curve : reply.curves) {
        out.word("e").number(curve.size());
        for (const Pair& point : curve) {
            out.pair(point);
        }
        out.endLine();
    }
    return out.finish();
}

inline std::uint32_t readEnd(Reader& in, std::size_t nodes) {
    in.expect(' ');
    const auto node = in.number<std::uint32_t>();
    if (node >= nodes) {
        in.fail();
    }
    return node;
}

inline std::optional<Request> readRequest(std::string_view text) {
    Reader in(text);
    Request request;
    in.expectWord("request");
    in.expect(' ');
    request.id = in.number<std::uint64_t>();
    in.expect(' ');
    const std::string_view direction = in.word();
    request.leftToRight = direction == "LR";
    if (!request.leftToRight && direction != "TB") {
        return std::nullopt;
    }
    request.rankGap = in.real(0, kMaxGap);
    request.nodeGap = in.real(0, kMaxGap);
    const std::size_t nodes = in.count(kMaxNodes);
    const std::size_t edges = in.count(kMaxEdges);
    for (std::size_t i = 0; in.good() && i < nodes; ++i) {
        in.expect('\n');
        in.expectWord("n");
        const double width = in.real(0, kMaxSide);
        request.sizes.push_back({width, in.real(0, kMaxSide)});
    }
    for (std::size_t i = 0; in.good() && i < edges; ++i) {
        in.expect('\n');
        in.expectWord("e");
        const std::uint32_t from = readEnd(in, nodes);
        request.edges.push_back({from, readEnd(in, nodes)});
    }
    return in.end() ? std::optional(std::move(request)) : std::nullopt;
}

inline Pair readPoint(Reader& in) {
    const double x = in.real(-kMaxCoordinate, kMaxCoordinate);
    return {x, in.real(-kMaxCoordinate, kMaxCoordinate)};
}

inline std::vector<Pair> readCurve(Reader& in, std::size_t limit) {
    in.expect('\n');
    in.expectWord("e");
    const std::size_t points = in.count(limit);
    std::vector<Pair> curve;
    for (std::size_t i = 0; in.good() && i < points; ++i) {
        curve.push_back(readPoint(in));
    }
    if (points < 4 || points % 3 != 1) {
        in.fail();
    }
    return curve;
}

inline std::optional<Reply> readReply(std::string_view text) {
    Reader in(text);
    Reply reply;
    const std::string_view kind = in.word();
    reply.failed = kind == "error";
    if (!reply.failed && kind != "layout") {
        return std::nullopt;
    }
    in.expect(' ');
    reply.id = in.number<std::uint64_t>();
    if (reply.failed) {
        return in.end() ? std::optional(std::move(reply)) : std::nullopt;
    }
    reply.size = readPoint(in);
    const std::size_t nodes = in.count(kMaxNodes);
    const std::size_t edges = in.count(kMaxEdges);
    for (std::size_t i = 0; in.good() && i < nodes; ++i) {
        in.expect('\n');
        in.expectWord("n");
        reply.centres.push_back(readPoint(in));
    }
    std::size_t points = 0;
    for (std::size_t i = 0; in.good() && i < edges; ++i) {
        reply.curves.push_back(readCurve(in, kMaxPoints - points));
        points += reply.curves.back().size();
    }
    return in.end() ? std::optional(std::move(reply)) : std::nullopt;
}

}  // namespace backstep::wire
