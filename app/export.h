// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that goes out, as bytes: which formats there are, what each can show, and how it is made. The window and the
// command line ask for the same, so the same input gives the same bytes.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "engine/diagram/diagram.h"
#include "engine/diagram/theme.h"
#include "engine/engine.h"
#include "engine/export/deck.h"
#include "engine/layout/layout.h"

namespace backstep {

enum class ExportFormat { Svg, Png, Pdf, Html, Tex, Dot, Gif, Webp, Csv, Python };
enum class ExportWhat { Graph, Plot, Both, Worksheet, Key, Derivation };

// By the name's ending; nothing for an ending that is none of these.
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(const QString& path);
[[nodiscard]] QStringList exportEndings();  // "svg", "png", …
// Whether making it needs Qt's painting, and that its platform.
[[nodiscard]] bool needsPainting(ExportFormat format);

struct ExportOptions {
    ExportWhat what = ExportWhat::Graph;
    std::optional<std::size_t> step;  // the stop; the last one if none
    bool allSteps = false;
    std::optional<Theme> theme;  // none: light; a page follows its reader
    double scale = 1;            // pixels of an image, or 1/96 inch on paper, a scene unit
    bool transparent = false;
    int milliseconds = 1000;  // a step of an animation
    QStringList blanks;       // of a worksheet: values, adjoints, partials, a node's name (its adjoint), NAME.value
};

// What is exported. The session is carried by pictures and pages: the document at the stop, as a file would hold it.
struct ExportSubject {
    const Snapshot& snapshot;
    const Layout* layout = nullptr;  // of the snapshot's graph; needed for whatever shows it
    const Diagram* plot = nullptr;   // needed for whatever shows the plot: a curve's or a program's figure
    Direction direction = Direction::topToBottom;
    std::function<QByteArray(std::size_t stop)> session = {};
    std::stop_token stop = {};  // looked at between two steps
};

struct Exported {
    QByteArray bytes;
    QString fault;           // why there are none
    bool isLimit = false;    // a limit was reached
    bool isStopped = false;  // it was given up
};

// A word of `blanks` that names nothing; empty if there is none.
[[nodiscard]] QString unknownBlank(const Snapshot& snapshot, const QStringList& blanks);

// Empty if the format can show this; otherwise why not.
[[nodiscard]] QString exportRefusal(ExportFormat format, const ExportOptions& options);

// The size of a plot among pictures.
inline constexpr Size kPlotSize{640, 480};

[[nodiscard]] Exported exported(const ExportSubject& subject, ExportFormat format, const ExportOptions& options);

// The picture that a file of one step shows.
[[nodiscard]] Diagram exportPicture(const ExportSubject& subject, const ExportOptions& options);

// Replaces the file whole or not at all. Empty when written; otherwise why not.
[[nodiscard]] QString writeWhole(const QString& path, const QByteArray& bytes);

}  // namespace backstep
