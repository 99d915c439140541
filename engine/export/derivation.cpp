// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/derivation.h"

#include "engine/export/latextext.h"

namespace backstep {
namespace {

// Broken by TeX where it is long: every line of mathematics is a paragraph of its own.
std::string lineOf(const std::string& latex) { return "\\par\\noindent\\hspace*{2em}$\\displaystyle " + latex + "$\n"; }

// "= 2² " and "= 4" go on where the rule, the first line, ends.
std::vector<std::string> joined(const std::vector<Notation>& lines) {
    std::vector<std::string> out;
    for (const Notation& line : lines) {
        const bool goesOn = !out.empty() && !line.children.empty() && line.children[0].kind == Notation::Kind::relation;
        if (goesOn) out.front() += " " + toLatex(line);
        else out.push_back(toLatex(line));
    }
    return out;
}

}  // namespace

std::string derivationAsLatex(const std::vector<Notation>& heading, const std::string& subtitle, const std::vector<StepText>& texts) {
    std::string out =
        "% Compile it, or \\input it into a document: no package is needed.\n"
        "\\expandafter\\ifx\\csname @nodocument\\endcsname\\relax\n\\let\\backstepend\\relax\n\\else\n"
        "\\documentclass{article}\n\\begin{document}\n\\def\\backstepend{\\end{document}}\n\\fi\n";
    out += std::string(kLatexPreamble) + "\\begingroup\\raggedright\\parindent=0pt \\parskip=3pt plus 1pt \\sloppy\n";
    for (const Notation& line : heading) out += lineOf(toLatex(line));
    if (!subtitle.empty()) out += "\\par\\smallskip\\noindent " + latexText(subtitle) + "\n";
    std::string phase;
    for (std::size_t stop = 1; stop < texts.size(); ++stop) {
        const StepText& text = texts[stop];
        if (text.phase != phase) out += "\\subsection*{" + latexText(text.phase) + "}\n";
        phase = text.phase;
        if (text.lines.empty() && text.words.empty()) continue;
        out += "\\par\\medskip\\noindent\\textbf{" + std::to_string(stop) + ".} " + latexText(text.words) + "\n";
        for (const std::string& line : joined(text.lines)) out += lineOf(line);
    }
    return out + "\\endgroup\n\\backstepend\n";
}

}  // namespace backstep
