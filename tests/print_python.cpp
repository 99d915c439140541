// SPDX-License-Identifier: GPL-3.0-or-later
// Says how programs are read: for each file named, or each name on standard input, the fault or the tree.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "engine/syntax/python_parser.h"

using namespace backstep;

namespace {

// One line for each program: OK, or the fault; with --tree also the tree.
void print(const std::string& path, bool tree) {
    std::ifstream file(path, std::ios::binary);
    const Source source(std::string(std::istreambuf_iterator<char>(file), {}), path);
    const ParsedProgram parsed = parsePython(source);
    if (parsed.limit) std::cout << "LIMIT " << static_cast<int>(parsed.limit->kind) << '\n';
    else if (parsed.fault)
        std::cout << parsed.fault->type << '\t' << parsed.fault->line << '\t' << parsed.fault->column << '\t' << parsed.fault->message
                  << '\n';
    else std::cout << "OK\n";
    if (tree) std::cout << toText(parsed.ast);
    for (const SyntaxWarning& w : parsed.warnings) {
        if (tree) std::cout << "warning " << w.line << ' ' << w.message << '\n';
    }
    for (const UnsupportedSyntax& u : parsed.unsupported) {
        if (tree) std::cout << "unsupported " << u.what << '\n';
    }
    std::cout.flush();
}

}  // namespace

int main(int argc, char** argv) {
    bool tree = false;
    bool named = false;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--tree") tree = true;
        else print(word, tree), named = true;
    }
    for (std::string path; !named && std::getline(std::cin, path);) print(path, tree);
}
