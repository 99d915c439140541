// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/latextext.h"

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "engine/notation/latexsigns.h"

namespace backstep {
namespace {

constexpr char32_t kMacron = 0x0304;
constexpr char32_t kDot = 0x0307;

// Also what ligatures are made of.
std::string asciiText(char c) {
    switch (c) {
        case '\\': return "\\textbackslash{}";
        case '{': return "\\{";
        case '}': return "\\}";
        case '$': return "\\$";
        case '&': return "\\&";
        case '#': return "\\#";
        case '%': return "\\%";
        case '_': return "\\_";
        case '^': return "\\textasciicircum{}";
        case '~': return "\\textasciitilde{}";
        case '<': return "\\textless{}";
        case '>': return "\\textgreater{}";
        case '|': return "\\textbar{}";
        case '"': return "{\\char34}";
        case '`': return "{\\char96}";
        case '\'': return "{'}";
        case '-': return "{-}";
        case ',': return "{,}";
        case '!': return "{!}";
        case '?': return "{?}";
        default: return {c};
    }
}

// Punctuation of running text; nullptr for any other character.
const char* punctuation(char32_t code) {
    switch (code) {
        case U'—': return "---";
        case U'–': return "--";
        case U'…': return "\\ldots{}";
        case U'“': return "``";
        case U'”': return "''";
        case U'‘': return "`";
        case U'’': return "'";
        case 0xFFFD: return "{?}";
        default: return nullptr;
    }
}

bool isIndex(char32_t code) { return code >= U'₀' && code <= U'₉'; }

class Text {
public:
    explicit Text(std::string_view utf8) : text_(printable(utf8)) {}

    std::string run() {
        for (std::size_t at = 0; at < text_.size();) {
            const char32_t code = decodeUtf8(text_, at);
            std::size_t behind = at;
            const char32_t above = at < text_.size() ? decodeUtf8(text_, behind) : 0;
            if (above == kMacron || above == kDot) {
                mathematics(std::string(above == kDot ? "\\dot{" : "\\bar{") + letter(code) + "}");
                at = behind;
            } else if (isIndex(code)) {
                index(at, code);
            } else if (code < 0x80) {
                words(asciiText(static_cast<char>(code)));
            } else if (const char* mark = punctuation(code)) {
                words(mark);
            } else {
                sign(code);
            }
        }
        mathematicsEnds();
        return std::move(out_);
    }

private:
    std::string text_;
    std::string out_;
    std::string math_;  // being collected

    static std::string letter(char32_t code) { return code < 0x80 ? "\\mathsf{" + latexSign(code) + "}" : latexSign(code); }

    void index(std::size_t& at, char32_t code) {
        std::string digits(1, static_cast<char>('0' + (code - U'₀')));
        for (std::size_t next = at; next < text_.size(); at = next) {
            const char32_t more = decodeUtf8(text_, next);
            if (!isIndex(more)) break;
            digits += static_cast<char>('0' + (more - U'₀'));
        }
        mathematics("_{" + digits + "}");
    }

    void sign(char32_t code) {
        const std::string latex = latexSign(code);
        if (latex.find("U{+}") == std::string::npos) return mathematics(latex);
        std::string text;
        appendUtf8(text, code);
        // The name of the character, for an engine without Unicode.
        const std::size_t from = latex.find("U{+}") + 4;
        words("\\backstepchar{" + text + "}{U+" + latex.substr(from, latex.find('}', from) - from) + "}");
    }

    void mathematics(const std::string& latex) { appendLatex(math_, latex); }
    void mathematicsEnds() {
        if (!math_.empty()) out_ += "$" + math_ + "$";
        math_.clear();
    }
    void words(const std::string& latex) {
        mathematicsEnds();
        out_ += latex;
    }
};

}  // namespace

std::string latexText(std::string_view utf8) { return Text(utf8).run(); }

const char* const kLatexPreamble =
    "\\ifdefined\\Umathcode\\def\\backstepchar#1#2{#1}\\else\\def\\backstepchar#1#2{#2}\\fi\n"
    "\\providecommand\\operatorname[1]{\\mathop{\\mathrm{#1}}\\nolimits}\n";

const char* const kLatexAlone =
    "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n"
    "\\let\\backstepend\\relax\n"
    // Made smaller where it would not fit; a frame's title takes its part of Beamer's height.
    "\\def\\backstepship{\\leavevmode{\\setbox0=\\hbox{\\backsteppicture}\\dimen0=\\linewidth \\dimen2=\\textheight\n"
    "\\ifcsname ver@beamer.cls\\endcsname\\dimen2=0.8\\dimen2 \\fi\n"
    "\\ifdim\\dimexpr\\ht0+\\dp0\\relax>\\dimen2 \\setbox0=\\hbox{\\resizebox{!}{\\dimen2}{\\box0}}\\fi\n"
    "\\ifdim\\wd0>\\dimen0 \\setbox0=\\hbox{\\resizebox{\\dimen0}{!}{\\box0}}\\fi\n"
    "\\box0 }}\n"
    "\\else\n"
    "\\documentclass{article}\n"
    "\\usepackage{tikz}\n"
    "\\begin{document}\n"
    "\\def\\backstepend{\\end{document}}\n"
    "\\def\\backstepship{\\setbox0=\\hbox{\\backsteppicture}\\hoffset=-1in \\voffset=-1in\n"
    "\\ifdefined\\pdfpagewidth\\pdfpagewidth=\\wd0 \\pdfpageheight=\\dimexpr\\ht0+\\dp0\\relax\n"
    "\\else\\ifdefined\\pagewidth\\pagewidth=\\wd0 \\pageheight=\\dimexpr\\ht0+\\dp0\\relax\\fi\\fi\n"
    "\\shipout\\box0 }\n"
    "\\fi\n";

}  // namespace backstep
