// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <QCoreApplication>
#include <QSaveFile>

#include "app/exportpainting.h"
#include "app/exportwords.h"
#include "engine/diagram/graphpicture.h"
#include "engine/diagram/svg.h"
#include "engine/export/carrier.h"
#include "engine/export/csv.h"
#include "engine/export/derivation.h"
#include "engine/export/dot.h"
#include "engine/export/formulanotation.h"
#include "engine/export/page.h"
#include "engine/export/tikz.h"
#include "engine/export/torchcode.h"
#include "widgets/diagrampainter.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

struct FormatRow {
    ExportFormat format;
    const char* ending;
    bool paints;
};
constexpr std::array kFormats{
    FormatRow{ExportFormat::Svg, "svg", false},   FormatRow{ExportFormat::Png, "png", true},   FormatRow{ExportFormat::Pdf, "pdf", true},
    FormatRow{ExportFormat::Html, "html", false}, FormatRow{ExportFormat::Tex, "tex", false},  FormatRow{ExportFormat::Dot, "dot", false},
    FormatRow{ExportFormat::Gif, "gif", true},    FormatRow{ExportFormat::Webp, "webp", true}, FormatRow{ExportFormat::Csv, "csv", false},
    FormatRow{ExportFormat::Python, "py", false},
};

// Filled in by the program that can paint; a command that needs it is passed on to that one (main.cpp).
Painting& painting() {
    static Painting table{};
    return table;
}

QByteArray bytesOf(const std::string& text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

class Exporter {
public:
    Exporter(const ExportSubject& subject, const ExportOptions& options)
        : s_(subject.snapshot),
          subject_(subject),
          o_(options),
          stop_(std::min(options.step.value_or(s_.stops()), s_.stops())),
          state_(s_.recording) {}

    Exported run(ExportFormat format) {
        try {
            return made(format);
        } catch (const GivenUp&) {
            return {.bytes = {}, .fault = {}, .isLimit = false, .isStopped = true};
        }
    }

    Diagram picture() { return pictureAt(stop_); }

private:
    struct GivenUp {};

    Exported made(ExportFormat format) {
        Q_ASSERT_X(!needsPainting(format) || painting().png != nullptr, "exported", "usePainting() comes first");
        if (const QString refusal = exportRefusal(format, o_); !refusal.isEmpty()) return {{}, refusal};
        const bool moves = (format == ExportFormat::Gif || format == ExportFormat::Webp) && !o_.step;
        const bool everyStep = moves || format == ExportFormat::Html || o_.allSteps || o_.what == ExportWhat::Derivation;
        if (everyStep && s_.stops() > kMostFrames && o_.what != ExportWhat::Plot) {
            return {{}, Words::tr("There are %1 steps; at most %2 can be exported together.").arg(s_.stops()).arg(kMostFrames), true};
        }
        if (o_.what == ExportWhat::Derivation) return {derivation(), {}};
        switch (format) {
            case ExportFormat::Svg: return {svg(), {}};
            case ExportFormat::Png: return png();
            case ExportFormat::Pdf: return {painting().pdf(pages(), look(), QString::fromStdString(headingOf(s_))), {}};
            case ExportFormat::Html: return {page(), {}};
            case ExportFormat::Tex: return {tex(), {}};
            case ExportFormat::Dot: return {dot(), {}};
            case ExportFormat::Gif:
            case ExportFormat::Webp: return animation(format);
            case ExportFormat::Csv: return {table(), {}};
            case ExportFormat::Python: return {python(), {}};
        }
        return {};
    }

    const Snapshot& s_;
    const ExportSubject& subject_;
    const ExportOptions& o_;
    std::size_t stop_;
    State state_;
    std::optional<GraphPicture> graph_;  // of the stop asked for last

    [[nodiscard]] Theme theme() const { return o_.theme.value_or(Theme::light); }
    [[nodiscard]] PictureLook look() const { return {theme(), o_.scale, o_.transparent}; }
    [[nodiscard]] bool showsGraph() const { return o_.what != ExportWhat::Plot && subject_.layout != nullptr; }
    [[nodiscard]] bool isSheet() const { return o_.what == ExportWhat::Worksheet || o_.what == ExportWhat::Key; }
    [[nodiscard]] bool showsPlot() const {
        return (o_.what == ExportWhat::Plot || o_.what == ExportWhat::Both) && subject_.plot != nullptr;
    }
    [[nodiscard]] QByteArray session() const { return subject_.session ? subject_.session(stop_) : QByteArray(); }

    void goOn() const {
        if (subject_.stop.stop_requested()) throw GivenUp{};
    }
    std::vector<StepText> texts() const {
        std::vector<StepText> all;
        for (std::size_t stop = 0; stop <= s_.stops(); ++stop) {
            goOn();
            all.push_back(stepTextOf(s_, stop));
        }
        return all;
    }

    Diagram graphAt(std::size_t stop) {
        goOn();
        state_.moveTo(stop);
        if (!graph_) graph_.emplace(s_.graph, *subject_.layout, s_.recording, s_.source, graphWords());
        return graph_->at(state_);
    }
    [[nodiscard]] const Diagram& plot() const { return *subject_.plot; }

    // A sheet asks for what is known at the end of the last sweep, whatever the stop.
    Diagram sheet() {
        WorksheetOptions options = ordinaryWorksheet(s_.graph, s_.recording);
        if (!o_.blanks.isEmpty()) options = chosenBlanks(std::move(options));
        options.key = o_.what == ExportWhat::Key;
        Diagram picture = graphAt(s_.stops());
        return worksheet({s_.graph, s_.recording, s_.source, state_, std::move(picture), headingOf(s_), pointOf(s_)}, options,
                         worksheetWords());
    }
    WorksheetOptions chosenBlanks(WorksheetOptions all) const {
        WorksheetOptions options;
        options.partials = o_.blanks.contains(QLatin1String("partials"));
        if (o_.blanks.contains(QLatin1String("adjoints"))) options.derivatives = std::move(all.derivatives);
        for (const GraphNode& node : s_.graph.nodes) {
            const QString name = QString::fromStdString(s_.recording.tape.nameOf(node.node));
            const bool operation = node.kind != GraphNode::Kind::Constant && node.kind != GraphNode::Kind::Input;
            if (o_.blanks.contains(name)) options.derivatives.insert(node.node);
            if (o_.blanks.contains(name + QLatin1String(".value")) || (operation && o_.blanks.contains(QLatin1String("values"))))
                options.values.insert(node.node);
        }
        return options;
    }

    Diagram pictureAt(std::size_t stop) {
        if (isSheet()) return sheet();
        Diagram picture = showsGraph() && showsPlot() ? beside(graphAt(stop), plot())
                          : showsGraph()              ? graphAt(stop)
                          : showsPlot()               ? plot()
                                                      : Diagram();
        picture.description = describe(stop);
        return picture;
    }
    [[nodiscard]] std::string describe(std::size_t stop) const {
        std::string text = headingOf(s_);
        if (const std::string point = pointOf(s_); !point.empty()) text += "; " + point;
        if (o_.what == ExportWhat::Plot) return text;
        const Caption caption = captionOf(s_, stop);
        text += ". " + caption.heading;
        if (stop > 0 && !caption.lines.empty()) text += ": " + caption.lines.front();
        return text;
    }

    // Every step, each with what it does beneath; all of one size.
    std::vector<Diagram> frames() {
        std::vector<Diagram> all;
        std::vector<Caption> captions;
        std::size_t rows = 0;
        for (std::size_t stop = 0; stop <= s_.stops(); ++stop) {
            all.push_back(pictureAt(stop));
            captions.push_back(captionOf(s_, stop));
            rows = std::max(rows, captionRows(captions.back(), all.back().size.width));
        }
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = captioned(std::move(all[i]), captions[i], rows);
        return all;
    }
    std::vector<Diagram> pages() { return o_.allSteps && showsGraph() && !isSheet() ? frames() : std::vector<Diagram>{picture()}; }
    Diagram onePicture() {
        if (!o_.allSteps || !showsGraph()) return picture();
        Diagram sheet = sheetOf(frames());
        sheet.description = headingOf(s_);
        return sheet;
    }

    QByteArray svg() {
        SvgOptions svg;
        svg.theme = theme();
        svg.scale = o_.scale;
        svg.transparent = o_.transparent;
        if (const QByteArray carried = session(); !carried.isEmpty()) {
            svg.metadata = base64({carried.data(), static_cast<std::size_t>(carried.size())});
            svg.metadataId = kCarrierId;
        }
        return bytesOf(toSvg(onePicture(), svg));
    }

    static Exported tooLarge() {
        return {{}, Words::tr("The picture would be too large: at most %1 pixels a side.").arg(kLargestImageSide), true};
    }

    Exported png() {
        const std::optional<QByteArray> bytes = painting().png(onePicture(), look());
        if (!bytes) return tooLarge();
        if (bytes->isEmpty()) return {{}, Words::tr("The picture could not be made.")};
        const QByteArray carried = session();
        if (carried.isEmpty()) return {*bytes, {}};
        return {bytesOf(pngWithSession(bytes->toStdString(), {carried.data(), static_cast<std::size_t>(carried.size())})), {}};
    }

    // All steps, unless one is asked for. The memory of the frames is bounded, too.
    Exported animation(ExportFormat format) {
        const std::vector<Diagram> all = showsGraph() && !o_.step ? frames() : std::vector<Diagram>{picture()};
        const double pixels = all[0].size.width * all[0].size.height * o_.scale * o_.scale * static_cast<double>(all.size());
        if (pixels > static_cast<double>(4 * kLargestImagePixels))
            return {{}, Words::tr("The animation would be too large: %1 frames of this size.").arg(all.size()), true};
        const auto make = format == ExportFormat::Gif ? painting().gif : painting().webp;
        const QByteArray bytes = make(all, look(), o_.milliseconds, [this] { goOn(); });
        return bytes.isEmpty() ? tooLarge() : Exported{bytes, {}};
    }

    QByteArray page() {
        PageOptions page;
        page.heading = headingOf(s_);
        page.subtitle = pointOf(s_);
        if (!s_.isProgram()) page.mathematics = formulaNotation(s_.parsed.ast, s_.source, s_.recording);
        page.theme = o_.theme;
        page.words = pageWords();
        if (showsPlot()) page.pictures.push_back(plot());
        // A page opens where the window does, at the end of the forward pass, with everything before it one key away.
        page.stop = o_.allSteps ? 0 : o_.step ? stop_ : s_.endOfForward();
        stop_ = page.stop;
        if (const QByteArray carried = session(); !carried.isEmpty())
            page.session = base64({carried.data(), static_cast<std::size_t>(carried.size())});
        if (isSheet()) page.pictures.push_back(sheet());
        const bool steps = showsGraph() && !isSheet();
        const Deck deck = steps ? deckOf(s_.stops(), [this](std::size_t stop) { return graphAt(stop); }) : Deck();
        return bytesOf(toPage(deck, steps ? texts() : std::vector<StepText>(1), page));
    }

    QByteArray tex() {
        const TikzOptions tikz{o_.theme.value_or(Theme::light), o_.scale, o_.transparent};
        if (!o_.allSteps || !showsGraph()) return bytesOf(toTikz(picture(), tikz));
        std::vector<Diagram> all = frames();
        return bytesOf(toTikz(deckOf(s_.stops(), [&](std::size_t stop) { return std::move(all[stop]); }), tikz));
    }

    QByteArray dot() {
        std::string out;
        DotOptions options{theme(), subject_.direction, "backstep"};
        for (std::size_t stop = o_.allSteps ? 0 : stop_; stop <= (o_.allSteps ? s_.stops() : stop_); ++stop) {
            state_.moveTo(stop);
            if (o_.allSteps) options.name = "step " + std::to_string(stop);
            out += toDot(s_.graph, s_.recording, state_, graphWords(), options);
        }
        return bytesOf(out);
    }

    QByteArray table() {
        state_.moveTo(stop_);
        return bytesOf(tapeAsTable(s_.graph, s_.recording, s_.source, state_));
    }

    QByteArray python() const {
        if (s_.isProgram()) return bytesOf(programWithAsserts(s_.source, s_.program.diagnostics, s_.report.value_or(ProgramReport())));
        return bytesOf(formulaAsTorch(s_.source, s_.parsed.ast, s_.recording, derivatives(s_, 1).gradient));
    }

    QByteArray derivation() const {
        const auto heading = s_.isProgram() ? std::vector<Notation>() : formulaNotation(s_.parsed.ast, s_.source, s_.recording);
        return bytesOf(derivationAsLatex(heading, s_.isProgram() ? headingOf(s_) : pointOf(s_), texts()));
    }
};

}  // namespace

void usePainting(const Painting& table) { painting() = table; }

std::optional<ExportFormat> exportFormatOf(const QString& path) {
    for (const FormatRow& row : kFormats) {
        if (path.endsWith(QLatin1Char('.') + QLatin1String(row.ending), Qt::CaseInsensitive)) return row.format;
    }
    return std::nullopt;
}

QStringList exportEndings() {
    QStringList endings;
    for (const FormatRow& row : kFormats) endings << QLatin1String(row.ending);
    return endings;
}

bool needsPainting(ExportFormat format) {
    return std::any_of(kFormats.begin(), kFormats.end(), [&](const FormatRow& row) { return row.format == format && row.paints; });
}

QString unknownBlank(const Snapshot& snapshot, const QStringList& blanks) {
    QStringList known{QStringLiteral("values"), QStringLiteral("adjoints"), QStringLiteral("partials")};
    for (const GraphNode& node : snapshot.graph.nodes) {
        const QString name = QString::fromStdString(snapshot.recording.tape.nameOf(node.node));
        known << name << name + QLatin1String(".value");
    }
    for (const QString& blank : blanks) {
        if (!known.contains(blank)) return blank;
    }
    return {};
}

QString exportRefusal(ExportFormat format, const ExportOptions& options) {
    using enum ExportFormat;
    const bool table = format == Dot || format == Csv || format == Python;
    if (options.what == ExportWhat::Derivation && format != Tex) return Words::tr("The derivation is written as .tex only.");
    if (table && options.what != ExportWhat::Graph)
        return Words::tr("A .%1 file holds the graph alone.").arg(QLatin1String(kFormats[static_cast<std::size_t>(format)].ending));
    const bool sheet = options.what == ExportWhat::Worksheet || options.what == ExportWhat::Key;
    if (options.allSteps && options.what == ExportWhat::Plot) return Words::tr("A plot has no steps.");
    if (options.allSteps && sheet) return Words::tr("A worksheet has no steps.");
    if ((format == Gif || format == Webp) && (sheet || options.what == ExportWhat::Plot))
        return Words::tr("There are no steps to animate.");
    if (options.allSteps && (format == Csv || format == Python))
        return Words::tr("A .%1 file holds one step.").arg(QLatin1String(kFormats[static_cast<std::size_t>(format)].ending));
    if (options.allSteps && options.step) return Words::tr("Either one step or all of them.");
    return {};
}

Exported exported(const ExportSubject& subject, ExportFormat format, const ExportOptions& options) {
    return Exporter(subject, options).run(format);
}

Diagram exportPicture(const ExportSubject& subject, const ExportOptions& options) { return Exporter(subject, options).picture(); }

// Without Qt's buffer: it takes a write that the disk took in part for a whole one, and commit() would keep the torso.
QString writeWhole(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    errno = 0;
    bool done = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    for (qsizetype at = 0; done && at < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + at, bytes.size() - at);
        done = written > 0;
        at += written;
    }
    const int code = errno;
    if (done && file.commit()) return {};
    // On a full disk Qt knows no more than "Unknown error".
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return Words::tr("%1 cannot be written: %2").arg(path, full ? QString::fromLocal8Bit(std::strerror(code)) : file.errorString());
}

}  // namespace backstep
