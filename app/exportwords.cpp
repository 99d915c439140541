// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportwords.h"

#include <QCoreApplication>
#include <QLocale>

#include "engine/base/numbers.h"
#include "engine/diagram/printable.h"
#include "widgets/phrases.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr qsizetype kLongestHeading = 200;

}  // namespace

PageWords pageWords() {
    PageWords words;
    //: The code of this language, as in the lang attribute of a web page.
    words.language = Words::tr("en", "language code").toStdString();
    words.first = Words::tr("First step").toStdString();
    words.previous = Words::tr("Previous step").toStdString();
    words.next = Words::tr("Next step").toStdString();
    words.last = Words::tr("Last step").toStdString();
    words.play = Words::tr("Play").toStdString();
    words.pause = Words::tr("Pause").toStdString();
    words.step = Words::tr("Step %1 of %2").toStdString();
    words.steps = Words::tr("Steps").toStdString();
    words.graph = Words::tr("Graph").toStdString();
    words.theme = Words::tr("Colours: light, dark, or as the system has them").toStdString();
    words.keys =
        Words::tr("Arrow keys step, Home and End go to the ends, Space plays. A click on a node goes to its next step.").toStdString();
    words.start = Words::tr("Nothing has been computed yet.").toStdString();
    return words;
}

WorksheetWords worksheetWords() {
    WorksheetWords words;
    words.worksheet = Words::tr("Worksheet").toStdString();
    words.key = Words::tr("Answer key").toStdString();
    words.name = Words::tr("Name").toStdString();
    words.date = Words::tr("Date").toStdString();
    words.task = Words::tr("Fill in the empty boxes: %1.").toStdString();
    words.values = Words::tr("values (left)").toStdString();
    words.adjoints = Words::tr("adjoints (right)").toStdString();
    words.tangents = Words::tr("tangents (right)").toStdString();
    words.partials = Words::tr("local derivatives").toStdString();
    words.gradient = Words::tr("Gradient").toStdString();
    words.local = Words::tr("Local derivatives").toStdString();
    return words;
}

std::string headingOf(const Snapshot& snapshot) {
    if (snapshot.isProgram()) return printable(snapshot.source.name());
    QString text = QString::fromStdString(snapshot.source.text()).simplified();
    if (text.size() > kLongestHeading) text = text.left(kLongestHeading - 1) + QChar(0x2026);
    return printable(text.toStdString());
}

std::string pointOf(const Snapshot& snapshot) {
    if (snapshot.isProgram()) return {};
    std::string out;
    for (const NodeId id : snapshot.recording.inputs) {
        out += (out.empty() ? "" : ", ") + printable(snapshot.recording.tape.nameOf(id)) + " = " +
               significant(snapshot.recording.tape.scalar(id), 17);
    }
    return out;
}

StepText stepTextOf(const Snapshot& snapshot, std::size_t stop) {
    StepText text;
    for (const Phase& phase : snapshot.phases) {
        if (stop > phase.firstEvent && stop <= phase.lastEvent) text.phase = phaseTitle(phase).toStdString();
    }
    if (stop == 0) return text;
    const Explanation step = explain(snapshot.recording, snapshot.source, stop, *snapshot.timeline);
    text.words = words(step, snapshot.recording, snapshot.source).toStdString();
    text.lines = step.rule;
    text.lines.insert(text.lines.end(), step.steps.begin(), step.steps.end());
    if (!step.sum.children.empty()) text.lines.push_back(step.sum);
    text.line = plainLine(step);
    for (const NodeId node : {step.node, step.from}) {
        if (node.valid()) text.about.push_back(node);
    }
    return text;
}

std::vector<StepText> stepTextsOf(const Snapshot& snapshot) {
    std::vector<StepText> texts;
    for (std::size_t stop = 0; stop <= snapshot.stops(); ++stop) texts.push_back(stepTextOf(snapshot, stop));
    return texts;
}

Caption captionOf(const Snapshot& snapshot, std::size_t stop) {
    const StepText text = stepTextOf(snapshot, stop);
    QString heading = Words::tr("Step %1 of %2").arg(stop).arg(snapshot.stops());
    if (!text.phase.empty()) heading += QStringLiteral(" · ") + QString::fromStdString(text.phase);
    Caption caption{heading.toStdString(), {}};
    if (stop == 0) caption.lines = {headingOf(snapshot) + (pointOf(snapshot).empty() ? "" : ",  " + pointOf(snapshot))};
    else if (!text.line.empty()) caption.lines = {text.line};
    return caption;
}

}  // namespace backstep
