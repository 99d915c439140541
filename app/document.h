// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a file: the session's JSON (app/sessionfile.h), or a picture or a page that carries one.
#pragma once

#include <optional>

#include <QByteArray>
#include <QStringList>

#include "app/session.h"
#include "engine/export/session.h"

namespace backstep {

struct Document {
    SessionState state;
    std::optional<int> step;
};

[[nodiscard]] SavedSession savedOf(const Document& document);
[[nodiscard]] QByteArray documentText(const Document& document);

struct ReadDocument {
    std::optional<Document> document;
    QString fault;         // why not, in the reader's language
    QStringList warnings;  // what was put right
};
[[nodiscard]] ReadDocument readDocument(const QByteArray& bytes);

// Whether this looks like such a file, rather than a program or a formula.
[[nodiscard]] bool isDocument(const QByteArray& bytes);

}  // namespace backstep
