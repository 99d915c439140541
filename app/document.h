// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a file: JSON with a version, read by this version and any later one.
#pragma once

#include <QByteArray>
#include <optional>

#include "app/session.h"

namespace backstep {

struct Document {
    SessionState state;
    std::optional<int> step;
};

[[nodiscard]] QByteArray documentText(const Document& document);

struct ReadDocument {
    std::optional<Document> document;
    QString fault;  // why not, in the reader's language
};
[[nodiscard]] ReadDocument readDocument(const QByteArray& text);

// Whether this looks like such a file, rather than a program or a formula.
[[nodiscard]] bool isDocument(const QByteArray& text);

}  // namespace backstep
