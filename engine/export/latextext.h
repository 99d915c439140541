// SPDX-License-Identifier: GPL-3.0-or-later
// Text of the person's, or of a picture, as LaTeX text mode: nothing of it is a command, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace backstep {

// One line. Mathematics and Greek come out as signs, v₃ and x̄ as they look; characters that a plain LaTeX cannot set are
// handed to \backstepchar (kLatexPreamble), which sets them where the engine has Unicode.
[[nodiscard]] std::string latexText(std::string_view utf8);

// What the source needs besides; it can be read any number of times.
extern const char* const kLatexPreamble;

// Begins a document where none is begun. After it \backstepship sets \backsteppicture, by itself on a page of its size
// or in place, and \backstepend ends the document that was begun.
extern const char* const kLatexAlone;

}  // namespace backstep
