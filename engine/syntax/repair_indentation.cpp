// SPDX-License-Identifier: GPL-3.0-or-later
// Indentation that a paste changed: a margin before every line, tabs among spaces, or none left at all. It is mended only
// where the program can be read in one way and no other.
#include <algorithm>
#include <optional>

#include "engine/syntax/python_parser.h"
#include "engine/syntax/repair_text.h"

namespace backstep {
namespace {

std::optional<SyntaxFault> faultOf(const std::string& text) { return parsePython(Source(text)).fault; }

// Where each line stands in its statement.
struct Margin {
    TextLine line;
    std::size_t width = 0;   // bytes of spaces and tabs
    bool blank = false;      // nothing but them, or a comment
    bool statement = false;  // a logical line begins here
    bool header = false;     // and ends with a colon
};

// By brackets, strings and backslashes; good enough also where the text is no Python yet.
std::vector<Margin> marginsOf(const std::string& text) {
    std::vector<Margin> margins;
    int brackets = 0;
    std::string triple;
    bool continued = false;
    std::size_t first = 0;
    for (const TextLine& line : linesOf(text)) {
        Margin m;
        m.line = line;
        const std::size_t begin = std::min(text.find_first_not_of(" \t\f", line.begin), line.end);
        m.width = begin - line.begin;
        m.blank = triple.empty() && (begin == line.end || text[begin] == '#');
        m.statement = triple.empty() && brackets == 0 && !continued && !m.blank;
        if (m.statement) first = margins.size();
        char last = '\0';
        for (std::size_t i = line.begin; i < line.end; ++i) {
            const char c = text[i];
            if (!triple.empty()) {
                if (c == '\\') ++i;
                else if (text.compare(i, 3, triple) == 0) i += 2, triple.clear();
                continue;
            }
            if (c == '#') break;
            if (c != ' ' && c != '\t') last = c;
            if (c == '(' || c == '[' || c == '{') ++brackets;
            if ((c == ')' || c == ']' || c == '}') && brackets > 0) --brackets;
            if (c != '"' && c != '\'') continue;
            if (text.compare(i, 3, std::string(3, c)) == 0) {
                triple = std::string(3, c);
                i += 2;
                continue;
            }
            for (++i; i < line.end && text[i] != c; ++i) i += text[i] == '\\' ? 1 : 0;
        }
        continued = triple.empty() && last == '\\';
        margins.push_back(m);
        if (triple.empty() && brackets == 0 && !continued && !m.blank) margins[first].header = last == ':';
    }
    return margins;
}

std::size_t leastWidth(const std::vector<Margin>& margins, std::size_t from) {
    std::size_t least = std::string::npos;
    for (std::size_t i = from; i < margins.size(); ++i) {
        if (margins[i].statement) least = std::min(least, margins[i].width);
    }
    return least;
}

}  // namespace

// A margin before all lines; or before all but the first, where the selection began inside it.
void repairMargins(RepairText& text) {
    const auto fault = faultOf(text.text());
    if (!fault || fault->message != "unexpected indent") return;
    const std::vector<Margin> margins = marginsOf(text.text());
    const auto first = std::find_if(margins.begin(), margins.end(), [](const Margin& m) { return m.statement; });
    if (first == margins.end()) return;
    const auto number = static_cast<std::size_t>(first - margins.begin());
    const bool cut = first->width == 0 && !first->header;
    const std::size_t from = cut ? number + 1 : number;
    const std::size_t width = leastWidth(margins, from);
    if (width == 0 || width == std::string::npos) return;
    // The same characters before each, or there would be tabs against spaces.
    std::string prefix;
    for (std::size_t i = from; i < margins.size(); ++i) {
        if (!margins[i].statement) continue;
        const std::string here = text.text().substr(margins[i].line.begin, width);
        if (prefix.empty()) prefix = here;
        if (here != prefix) return;
    }
    bool inString = false;
    for (std::size_t i = from; i < margins.size(); ++i) {
        const Margin& m = margins[i];
        // A line inside a string over several lines stays as it is.
        inString = !m.statement && !m.blank && text.text().compare(m.line.begin, width, prefix) != 0;
        if (inString || m.width < width) continue;
        text.remove(m.line.begin, m.line.begin + width, RepairKind::Indentation, {});
    }
    RepairText trial = text;
    trial.commit();
    const auto after = faultOf(trial.text());
    if (cut && after && after->line <= fault->line) return text.drop();
    text.commit();
}

namespace {

void expandTabs(RepairText& text, std::size_t size) {
    for (const Margin& m : marginsOf(text.text())) {
        const std::string_view margin = std::string_view(text.text()).substr(m.line.begin, m.width);
        if (m.blank || margin.find('\t') == std::string_view::npos) continue;
        std::size_t column = 0;
        for (const char c : margin) column = c == '\t' ? (column / size + 1) * size : c == '\f' ? 0 : column + 1;
        text.replace(m.line.begin, m.line.begin + m.width, std::string(column, ' '), RepairKind::Tab, {});
    }
}

}  // namespace

// Tabs among spaces: an editor shows a tab every 4 or 8 columns. If both can be read, they must be read alike.
void repairTabs(RepairText& text) {
    const auto fault = faultOf(text.text());
    if (!fault || (fault->type != "TabError" && fault->type != "IndentationError") || text.text().find('\t') == std::string::npos) return;
    std::optional<std::size_t> chosen;
    std::string tree;
    for (const std::size_t size : {4U, 8U}) {
        RepairText trial = text;
        expandTabs(trial, size);
        trial.commit();
        const ParsedProgram parsed = parsePython(Source(trial.text()));
        if (!parsed.ok()) continue;
        const std::string now = toText(parsed.ast);
        if (chosen && now != tree) return;
        if (!chosen) chosen = size, tree = now;
    }
    if (!chosen) return;
    expandTabs(text, *chosen);
    text.commit();
}

// --- no indentation left ---

namespace {

// All ways to indent lines that stand at the margin, so that the program can be read: blocks end where their statements
// allow it. Nothing follows a return in its block, for nobody writes that.
class Indenter {
public:
    explicit Indenter(const std::string& text) : lexed_(lexPython(Source(text))) {
        if (lexed_.fault) return;
        const auto& tokens = lexed_.tokens;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].kind == PyKind::Indent) {
                lines_.clear();
                return;
            }
            if (tokens[i].kind != PyKind::Newline) continue;
            if (i > begin) lines_.push_back({tokens[begin].kind, tokens[i - 1].kind == PyKind::Colon, tokens[begin].line});
            begin = i + 1;
        }
    }

    // The depth of each line, if there is exactly one way.
    std::optional<std::vector<std::size_t>> only() {
        if (lines_.empty()) return std::nullopt;
        search(0);
        if (found_ != 1 || steps_ > kMaxSteps) return std::nullopt;
        return solution_;
    }
    [[nodiscard]] std::uint32_t lineOf(std::size_t i) const { return lines_[i].number; }

private:
    static constexpr int kMaxSteps = 200'000;
    struct Line {
        PyKind first;
        bool header;
        std::uint32_t number;
    };
    struct Block {
        PyKind kind;
        PyKind origin;  // of else and finally: what they belong to
        bool empty = true, dead = false;
        bool allDead = true;  // so are the clauses before it
    };
    PythonTokens lexed_;
    std::vector<Line> lines_;
    std::vector<Block> blocks_{{PyKind::EndMarker, PyKind::EndMarker, false, false, true}};  // the module
    std::vector<std::size_t> depths_, solution_;
    int found_ = 0, steps_ = 0;

    static bool isJump(PyKind k) { return k == PyKind::Return || k == PyKind::Break || k == PyKind::Continue || k == PyKind::Raise; }
    static bool isClause(PyKind k) { return k == PyKind::Elif || k == PyKind::Else || k == PyKind::Except || k == PyKind::Finally; }

    void search(std::size_t i) {
        if (found_ > 1 || ++steps_ > kMaxSteps) return;
        if (i == lines_.size()) {
            // At the end every block is closed.
            for (const Block& b : blocks_) {
                if (b.empty || b.kind == PyKind::Try) return;
            }
            if (++found_ == 1) solution_ = depths_;
            return;
        }
        const std::vector<Block> before = blocks_;
        for (;;) {
            const std::vector<Block> here = blocks_;
            if (place(lines_[i])) {
                depths_.push_back(here.size() - 1 - (isClause(lines_[i].first) ? 1 : 0));
                search(i + 1);
                depths_.pop_back();
            }
            blocks_ = here;
            const Block& top = blocks_.back();
            if (blocks_.size() == 1 || top.empty || top.kind == PyKind::Try) break;
            // Where if and else both return, nothing follows either.
            const bool ends = top.kind == PyKind::Else && top.origin == PyKind::If && top.dead && top.allDead;
            blocks_.pop_back();
            blocks_.back().dead = blocks_.back().dead || ends;
        }
        blocks_ = before;
    }

    // Puts the line into the innermost block, or lets it follow that block as its clause; false if it cannot stand there.
    bool place(const Line& line) {
        Block& top = blocks_.back();
        if (isClause(line.first)) {
            if (top.empty || blocks_.size() == 1 || !line.header || !follows(line.first, top)) return false;
            const PyKind origin = top.kind == PyKind::Else || top.kind == PyKind::Except ? top.origin : top.kind;
            const bool ofTry = top.kind == PyKind::Try || top.kind == PyKind::Except || top.origin == PyKind::Try;
            top = {line.first, ofTry ? PyKind::Try : origin == PyKind::Elif ? PyKind::If : origin, true, false, top.dead && top.allDead};
            return true;
        }
        if (top.dead) return false;
        if ((line.first == PyKind::Return || line.first == PyKind::Yield) && !inside(PyKind::Def)) return false;
        if ((line.first == PyKind::Break || line.first == PyKind::Continue) && !inside(PyKind::For)) return false;
        top.empty = false;
        top.dead = isJump(line.first);
        if (line.header) blocks_.push_back({line.first, line.first, true, false, true});
        return true;
    }
    static bool follows(PyKind clause, const Block& top) {
        switch (clause) {
            case PyKind::Elif: return top.kind == PyKind::If || top.kind == PyKind::Elif;
            case PyKind::Except: return top.kind == PyKind::Try || top.kind == PyKind::Except;
            case PyKind::Finally:
                return top.kind == PyKind::Try || top.kind == PyKind::Except || (top.kind == PyKind::Else && top.origin == PyKind::Try);
            default:
                return top.kind == PyKind::If || top.kind == PyKind::Elif || top.kind == PyKind::For || top.kind == PyKind::While ||
                       top.kind == PyKind::Except;
        }
    }
    [[nodiscard]] bool inside(PyKind kind) const {
        for (std::size_t i = blocks_.size(); i-- > 0;) {
            const PyKind k = blocks_[i].kind;
            if (k == kind || (kind == PyKind::For && k == PyKind::While)) return true;
            if (k == PyKind::Def || k == PyKind::Class) return false;
        }
        return false;
    }
};

}  // namespace

void repairLostIndentation(RepairText& text) {
    const auto fault = faultOf(text.text());
    if (!fault || !fault->message.starts_with("expected an indented block")) return;
    Indenter indenter(text.text());
    const auto depths = indenter.only();
    if (!depths) return;
    const std::vector<TextLine> lines = linesOf(text.text());
    for (std::size_t i = 0; i < depths->size(); ++i) {
        const std::size_t at = lines[indenter.lineOf(i) - 1].begin;
        if ((*depths)[i] > 0) text.replace(at, at, std::string(4 * (*depths)[i], ' '), RepairKind::Indentation, {});
    }
    RepairText trial = text;
    trial.commit();
    if (!isProgram(trial.text())) return text.drop();
    text.commit();
}

}  // namespace backstep
