# SPDX-License-Identifier: GPL-3.0-or-later
# Makes OUTPUT, a C++ file with the text of every FILES (engine/modules/*.py) under its module's name.
# A file says its name in its second line: "# Module torch.nn.functional: …".
set(rows "")
foreach(file IN LISTS FILES)
    file(READ "${file}" text)
    if(NOT text MATCHES "# Module ([A-Za-z0-9_.]+)")
        message(FATAL_ERROR "${file} does not say which module it is")
    endif()
    set(name "${CMAKE_MATCH_1}")
    # A string literal is cut where compilers may have a limit; neighbours join.
    string(LENGTH "${text}" length)
    set(pieces "")
    set(at 0)
    while(at LESS length)
        string(SUBSTRING "${text}" ${at} 12000 piece)
        string(APPEND pieces "R\"__PY__(${piece})__PY__\"\n")
        math(EXPR at "${at} + 12000")
    endwhile()
    string(APPEND rows "    {\"${name}\",\n${pieces}},\n")
endforeach()
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "// Made from engine/modules/*.py
#include <array>

#include \"engine/modules/modules.h\"

namespace backstep::modules {
namespace {
constexpr std::array kPreludes{std::to_array<Prelude>({
@rows@})};
}  // namespace
std::span<const Prelude> preludes() { return kPreludes; }
}  // namespace backstep::modules
" @ONLY)
