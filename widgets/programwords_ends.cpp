// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "widgets/enginewords.h"
#include "widgets/programwords_parts.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProgramWords)
};

QString limitWords(Sentences s) {
    if (s.is("limit", "Steps")) {
        return s
            .say({Words::tr("The loop of line {loopLine} goes on: “{condition}” stays true. Does anything in it ever "
                            "make it false?"),
                  Words::tr("The loop of line {loopLine} takes more steps than one run may take. Does it ever come to "
                            "its end?"),
                  Words::tr("The program takes more steps than one run may take. Does every loop come to its end?")})
            .say(Words::tr("A run may be given more steps (backstep run --limits steps=10000000)."))
            .text();
    }
    if (s.is("limit", "OutputBytes") || s.is("limit", "OutputLines"))
        return s.say(Words::tr("The program prints more than anybody reads. Print only every hundredth turn: if i % 100 == 0.")).text();
    if (s.is("limit", "Digits"))
        return s
            .say(Words::tr("Python's whole numbers may grow without end; here they stop at 4300 digits. Write 2.0 in "
                           "place of 2 to compute with decimal numbers."))
            .text();
    if (s.is("limit", "Elements") || s.is("limit", "StringBytes"))
        return s.say(Words::tr("A list or a text grows beyond what one run may hold. A loop over range(n) needs no list.")).text();
    if (s.is("limit", "Memory")) return s.say(Words::tr("The program holds more than one run may hold.")).text();
    if (s.is("limit", "Text")) return s.say(Words::tr("A program may have up to {most} bytes.")).text();
    if (s.is("limit", "Line")) return s.say(Words::tr("A line may have up to {most} characters.")).text();
    if (s.is("limit", "Tree"))
        return s.say(Words::tr("An expression may be nested up to {most} deep. Break it into several lines.")).text();
    return s
        .say(Words::tr("This is more than Backstep computes in one run; what ran until here can be stepped through. "
                       "Use smaller sizes: a few numbers show the same as many."))
        .text();
}

QString unexplainedWords(Sentences s) {
    return s
        .say({Words::tr("In “{expression}”, “{left}” is a {leftKind} of shape {leftShape} and “{right}” a {rightKind} "
                        "of shape {rightShape}."),
              Words::tr("In “{expression}”, “{left}” is a {leftKind} and “{right}” a {rightKind}."),
              Words::tr("In “{expression}”, “{receiver}” is a {receiverKind} of shape {receiverShape}."),
              Words::tr("In “{expression}”, “{first}” is a {firstKind} of shape {firstShape}."),
              Words::tr("It happened in “{expression}”, in line {line}."), Words::tr("It happened in line {line}."), QString()})
        .text();
}

}  // namespace

QString endWords(const ErrorExplanation& e) {
    using enum ExplanationKind;
    Sentences s(e);
    switch (e.kind) {
        case NotSupported:
            if (const auto nearest = e.facts.find("nearest"); nearest != e.facts.end())
                return Words::tr("Nearest: {nearest}.").replace(QStringLiteral("{nearest}"), engineWords(nearest->second));
            return Words::tr(
                "It is no mistake of the program: Python would run it, and Backstep does not do it "
                "wrong in silence. The handbook lists what is supported.");
        case LimitReached: return limitWords(s);
        case Stopped: return s.say(Words::tr("What ran until then can be stepped through.")).text();
        case RaisedByProgram: return s.say({Words::tr("The program raises this error itself, in line {line}."), QString()}).text();
        case Unexplained: return unexplainedWords(s);
        default: return {};
    }
}

}  // namespace backstep
