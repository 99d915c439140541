// SPDX-License-Identifier: GPL-3.0-or-later
// backstep export.
#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QRegularExpression>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/export.h"
#include "app/leaves.h"
#include "app/programinputs.h"
#include "app/range.h"
#include "app/translation.h"
#include "engine/diagram/chartdiagram.h"
#include "engine/diagram/figurediagram.h"
#include "engine/diagram/graphpicture.h"
#include "engine/export/session.h"
#include "engine/layout/helper.h"
#include "widgets/pathwords.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString text(const char* ascii) { return QString::fromLatin1(ascii); }

template <class T>
struct Choice {
    const char* word;
    T value;
};

// The choice with that word; another word is wrong usage, and the message lists those there are.
template <class T>
T chosen(const Arguments& arguments, const char* flag, const std::vector<Choice<T>>& choices, T otherwise) {
    if (!arguments.has(text(flag))) return otherwise;
    const QString given = arguments.value(text(flag), {});
    QStringList known;
    for (const Choice<T>& choice : choices) {
        if (given == QLatin1String(choice.word)) return choice.value;
        known << text(choice.word);
    }
    throw CommandError{Exit::Usage, Words::tr("%1 is one of %2, not “%3”.").arg(text(flag), known.join(QStringLiteral(", ")), given)};
}

ExportOptions optionsOf(const Arguments& arguments) {
    ExportOptions options;
    options.what = chosen<ExportWhat>(arguments, "--what",
                                      // clang-format off
                                      {{"graph", ExportWhat::Graph}, {"plot", ExportWhat::Plot}, {"both", ExportWhat::Both}, {"worksheet", ExportWhat::Worksheet}, {"key", ExportWhat::Key}, {"derivation", ExportWhat::Derivation}}, ExportWhat::Graph);
    // clang-format on
    if (arguments.has(text("--theme"))) {
        options.theme =
            chosen<Theme>(arguments, "--theme", {{"light", Theme::light}, {"dark", Theme::dark}, {"print", Theme::print}}, Theme::light);
    }
    if (arguments.has(text("--scale")) && arguments.has(text("--dpi")))
        throw CommandError{Exit::Usage, Words::tr("Either --scale or --dpi.")};
    options.scale = arguments.has(text("--dpi")) ? arguments.real(text("--dpi"), 96) / 96 : arguments.real(text("--scale"), 1);
    if (!(options.scale >= 0.1 && options.scale <= 20))
        throw CommandError{Exit::Usage, Words::tr("--scale takes a number from 0.1 to 20.")};
    options.allSteps = arguments.has(text("--all-steps"));
    options.milliseconds = arguments.number(text("--delay"), 1000, 20, 60000);
    options.blanks = arguments.value(text("--blank"), {}).split(QLatin1Char(','), Qt::SkipEmptyParts);
    options.transparent = arguments.has(text("--transparent"));
    return options;
}

// graph-%d.svg is a file a step: graph-0.svg, graph-1.svg …; %03d has leading zeros.
const QRegularExpression& numbering() {
    static const QRegularExpression pattern(QStringLiteral("%(0[1-9])?d"));
    return pattern;
}
QString numbered(const QString& path, std::size_t step) {
    const auto match = numbering().match(path);
    const int width = match.captured(1).isEmpty() ? 0 : match.captured(1).mid(1).toInt();
    return path.left(match.capturedStart()) + QStringLiteral("%1").arg(step, width, 10, QLatin1Char('0')) + path.mid(match.capturedEnd());
}

struct Target {
    QString path;
    ExportFormat format;
    bool isNumbered;
};

std::vector<Target> targetsOf(const Arguments& arguments, const ExportOptions& options) {
    const QStringList paths = arguments.values(text("-o"));
    if (paths.isEmpty()) throw CommandError{Exit::Usage, Words::tr("-o FILE is missing.")};
    std::vector<Target> targets;
    for (const QString& path : paths) {
        const auto format = exportFormatOf(path);
        if (!format)
            throw CommandError{Exit::Usage,
                               Words::tr("%1: files are written as .%2.").arg(path, exportEndings().join(QStringLiteral(", .")))};
        targets.push_back({path, *format, options.allSteps && numbering().match(path).hasMatch()});
        ExportOptions each = options;
        each.allSteps = options.allSteps && !targets.back().isNumbered;
        if (const QString refusal = exportRefusal(*format, each); !refusal.isEmpty())
            throw CommandError{Exit::Usage, path + QStringLiteral(": ") + refusal};
    }
    return targets;
}

// The output of a program over one of its leaves.
Diagram curveOf(const Snapshot& s, const SavedSession& session, std::optional<std::size_t> call) {
    ProgramSampleRequest request;
    request.call = call;
    request.from = session.plotFrom;
    request.to = session.plotTo;
    request.order = session.plotOrder;
    if (const auto place = leafNamed(*s.report, QString::fromStdString(session.plotOver))) {
        request.leaf = place->key;
        request.element = place->element;
    }
    const auto curve = sampleProgram(s.source, s.program, s.request.program, request);
    if (!curve || curve->refusal != SampleRefusal::None) {
        throw CommandError{Exit::Wrong, Words::tr("The program draws no figure, and it has no curve: %1")
                                            .arg(refusalSentence(curve ? curve->refusal : SampleRefusal::Failed))};
    }
    return chartDiagram(curve->chart, kPlotSize, chartWords());
}

// `ofLeaf`: a leaf or a call was named, so that a figure is not meant.
// A figure that the program drew: the one asked for, or the last.
Diagram drawnFigure(const Snapshot& s, std::optional<int> which) {
    const int count = s.report ? static_cast<int>(s.report->figures.size()) : 0;
    if (which.value_or(1) > count)
        throw CommandError{Exit::Wrong,
                           Words::tr("There is no figure %1: the program draws %n figure(s).", nullptr, count).arg(which.value_or(1))};
    return figureDiagram(figureOf(s.report->figures[static_cast<std::size_t>(which.value_or(count) - 1)]), kPlotSize);
}

Diagram plotOf(const Snapshot& s, const SavedSession& session, bool ofLeaf, std::optional<std::size_t> call, std::optional<int> figure) {
    if (figure && (!s.isProgram() || ofLeaf))
        throw CommandError{Exit::Usage, Words::tr("--figure is one that a program draws: not with a formula, --over or --call.")};
    if (s.isProgram() && !ofLeaf && (figure || (s.report && !s.report->figures.empty()))) return drawnFigure(s, figure);
    if (s.isProgram()) return curveOf(s, session, call);
    SampleRequest request;
    request.variable = session.plotOver;
    request.from = session.plotFrom;
    request.to = session.plotTo;
    request.order = session.plotOrder;
    std::optional<Chart> chart = sampleFormula(s.source, s.parsed.ast, inputsOf(s), request, {});
    if (!chart) throw CommandError{Exit::Wrong, Words::tr("There is nothing to plot.")};
    for (const NodeId id : s.recording.inputs) {
        if (s.recording.tape.nameOf(id) != request.variable) continue;
        const auto at = valuesAt(s.source, s.parsed.ast, inputsOf(s), request.variable, {s.recording.tape.scalar(id)}, 1);
        chart->hasPoint = true;
        chart->at = s.recording.tape.scalar(id);
        chart->value = at[0][0];
        chart->slope = at[1][0];
    }
    return chartDiagram(*chart, kPlotSize, chartWords());
}

// A step that there is none of is the last one, said.
std::size_t stepOf(const SavedSession& session, const Snapshot& s) {
    if (session.step <= s.stops()) return session.step;
    complain("warning: " + Words::tr("There is no step %1; it is the last one, %2.").arg(session.step).arg(s.stops()).toStdString() + "\n");
    return s.stops();
}

Request requestOf(const Arguments& arguments) {
    Request request = arguments.request();
    if (!arguments.session()) request.kind = std::nullopt;
    request.check = false;
    request.showConstants = request.showConstants || arguments.has(text("--constants"));
    request.mode = chosen<SweepMode>(arguments, "--mode", {{"reverse", SweepMode::Reverse}, {"forward", SweepMode::Forward}}, request.mode);
    if (arguments.has(text("--seed"))) request.seedInput = arguments.value(text("--seed"), {}).toStdString();
    return request;
}

// The document as the window would save it: what the session said, if one was opened, and what the flags say.
SavedSession sessionOf(const Arguments& arguments, const Snapshot& s, Direction direction) {
    SavedSession session = arguments.session().value_or(SavedSession());
    session.kind = s.kind;
    session.text = s.request.text;
    session.mode = s.request.mode;
    session.seedInput = s.request.seedInput;
    session.showConstants = s.request.showConstants;
    session.direction = direction;
    const bool plots = arguments.has(text("--range")) || !arguments.session();
    if (plots) {
        const AskedRange range = rangeOf(arguments);
        session.plotFrom = range.from;
        session.plotTo = range.to;
    }
    if (s.isProgram()) {
        if (arguments.has(text("--over"))) {
            session.plotOver = arguments.value(text("--over"), {}).toStdString();
            if (!s.report || !leafNamed(*s.report, QString::fromStdString(session.plotOver))) {
                throw CommandError{Exit::Wrong, Words::tr("There is no leaf “%1”. Leaves: %2.")
                                                    .arg(QString::fromStdString(session.plotOver),
                                                         s.report ? leafNames(*s.report).join(text(", ")) : QString())};
            }
        }
        session.plotOrder = arguments.number(text("--order"), session.plotOrder, 0, 2);
        session.leaves.clear();
        for (const LeafOverride& o : s.request.program.overrides) {
            session.leaves.push_back(
                {o.key.span.begin, o.key.span.end, o.key.occurrence, {o.value.numbers().begin(), o.value.numbers().end()}});
        }
        return session;
    }
    if (arguments.has(text("--over")) || session.plotOver.empty())
        session.plotOver = s.recording.inputs.empty() ? std::string() : variableOf(arguments, s);
    session.plotOrder = arguments.number(text("--order"), session.plotOrder, 0, 2);
    for (const NodeId id : s.recording.inputs) {
        const double value = s.recording.tape.scalar(id);
        SavedInput& input = session.inputs[s.recording.tape.nameOf(id)];
        input.value = value;
        if (std::isfinite(value)) {  // its slider reaches it
            input.minimum = std::min(input.minimum, value);
            input.maximum = std::max(input.maximum, value);
        }
    }
    return session;
}

// The words in files are English unless another language is asked for; what is said on standard error stays as it is.
class InLanguage {
public:
    explicit InLanguage(const QString& language) {
        if (language == QLatin1String("en")) return;
        if (language != QLatin1String("zh_CN"))
            throw CommandError{Exit::Usage, Words::tr("--lang is one of en, zh_CN, not “%1”.").arg(language)};
        translator_ = translationTo(language);
        if (translator_->isEmpty())
            throw CommandError{Exit::File, Words::tr("The translation %1 is not part of this build.").arg(language)};
        QCoreApplication::installTranslator(translator_.get());
    }
    ~InLanguage() { QCoreApplication::removeTranslator(translator_.get()); }
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

private:
    std::shared_ptr<QTranslator> translator_;
};

void write(const ExportSubject& subject, const QString& path, ExportFormat format, const ExportOptions& options) {
    const Exported file = exported(subject, format, options);
    if (!file.fault.isEmpty()) throw CommandError{file.isLimit ? Exit::Limit : Exit::Wrong, path + QStringLiteral(": ") + file.fault};
    if (const QString problem = writeWhole(path, file.bytes); !problem.isEmpty()) throw CommandError{Exit::File, problem};
}

}  // namespace

void commandExport(const QStringList& words) {
    const Arguments arguments(words,
                              {text("-o"), text("--at"), text("--step"), text("--what"), text("--theme"), text("--scale"), text("--dpi"),
                               text("--range"), text("--over"), text("--order"), text("--mode"), text("--seed"), text("--direction"),
                               text("--delay"), text("--blank"), text("--lang"), text("--call"), text("--figure")},
                              {text("--all-steps"), text("--transparent"), text("--constants")});
    ExportOptions options = optionsOf(arguments);
    if (options.allSteps && arguments.has(text("--step"))) throw CommandError{Exit::Usage, Words::tr("Either --step or --all-steps.")};
    const std::vector<Target> targets = targetsOf(arguments, options);
    Request request = requestOf(arguments);
    overrideLeaves(request);
    const Snapshot snapshot = evaluateOrSay(request);
    const Direction before = arguments.session() ? arguments.session()->direction : Direction::topToBottom;
    const Direction direction =
        chosen<Direction>(arguments, "--direction", {{"down", Direction::topToBottom}, {"right", Direction::leftToRight}}, before);
    SavedSession session = sessionOf(arguments, snapshot, direction);
    const int last = static_cast<int>(snapshot.stops());
    if (const QString unknown = unknownBlank(snapshot, options.blanks); !unknown.isEmpty()) {
        throw CommandError{Exit::Wrong,
                           Words::tr("--blank takes values, adjoints, partials and names of nodes; there is no “%1”.").arg(unknown)};
    }
    if (arguments.has(text("--step"))) options.step = static_cast<std::size_t>(arguments.number(text("--step"), last, 0, last));
    else if (arguments.session() && !options.allSteps) options.step = stepOf(*arguments.session(), snapshot);

    std::optional<int> figure;
    if (arguments.has(text("--figure"))) figure = arguments.number(text("--figure"), 1, 1, 1'000'000);
    if (figure && options.what != ExportWhat::Plot && options.what != ExportWhat::Both)
        throw CommandError{Exit::Usage, Words::tr("--figure goes with --what plot or --what both.")};

    const auto carried = [&session](std::size_t stop) {
        session.step = stop;
        return QByteArray::fromStdString(sessionJson(session));
    };
    ExportSubject subject{snapshot, nullptr, nullptr, direction, carried};
    std::optional<Layout> layout;
    if (options.what != ExportWhat::Plot) {
        // Nobody waits at a window: a busy machine must not put the stand-in's picture in place of the helper's.
        LayoutHelper helper({.program = defaultLayoutProgram(), .timeLimit = std::chrono::seconds(10)});
        layout = *helper.layout(layoutRequest(snapshot.graph, direction), {});
        subject.layout = &*layout;
    }
    const InLanguage language(arguments.value(text("--lang"), QStringLiteral("en")));
    std::optional<Diagram> plot;
    if (options.what == ExportWhat::Plot || options.what == ExportWhat::Both) {
        plot = plotOf(snapshot, session, arguments.has(text("--over")) || arguments.has(text("--call")), callOf(arguments), figure);
        subject.plot = &*plot;
    }
    for (const Target& target : targets) {
        if (!target.isNumbered) {
            write(subject, target.path, target.format, options);
            continue;
        }
        ExportOptions one = options;
        one.allSteps = false;
        for (std::size_t stop = 0; stop <= snapshot.stops(); ++stop) {
            one.step = stop;
            write(subject, numbered(target.path, stop), target.format, one);
        }
    }
}

}  // namespace backstep
