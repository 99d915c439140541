// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the handbook's page on what is supported, and the part of it in the README: make_supported SOURCE_DIR.
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "app/supportedtable.h"

namespace {

std::string readText(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: make_supported SOURCE_DIR\n");
        return 2;
    }
    const std::string root = words[1];
    std::ofstream(root + "/resources/handbook/en/supported.md", std::ios::binary) << backstep::supportedPage();
    const std::string begin = "<!-- supported: written by the target of that name -->\n", end = "<!-- /supported -->";
    std::string readme = readText(root + "/README.md");
    const std::size_t from = readme.find(begin);
    const std::size_t to = readme.find(end);
    if (from == std::string::npos || to == std::string::npos) return 1;
    readme.replace(from + begin.size(), to - from - begin.size(), backstep::supportedShort());
    std::ofstream(root + "/README.md", std::ios::binary) << readme;
    return 0;
}
