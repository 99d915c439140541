// SPDX-License-Identifier: GPL-3.0-or-later
// backstep exercise list | validate FILE | grade FILE ANSWERS.
#include <QCoreApplication>
#include <QFileInfo>

#include "app/arguments.h"
#include "app/commandline.h"
#include "app/diagnostictext.h"
#include "app/exercisefiles.h"
#include "engine/base/json.h"
#include "engine/diagram/printable.h"
#include "engine/exercise/answers.h"
#include "engine/exercise/validate.h"
#include "widgets/exercisewords.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// A file, or one of those that are shipped by its id.
Source sourceOf(const QString& word) {
    if (!QFileInfo::exists(word)) {
        for (const QString& path : shippedExercises()) {
            auto source = readExerciseFile(path);
            if (source && QString::fromStdString(exercise::readExercise(*source).exercise.id) == word) return *source;
        }
    }
    QString why;
    auto source = readExerciseFile(word, &why);
    if (!source) throw CommandError{Exit::File, why};
    return *source;
}

void complainOf(const Source& source, const exercise::Faults& faults) {
    for (const exercise::Fault& fault : faults) {
        const std::string pad(std::to_string(source.placeOf(fault.span.begin).line).size(), ' ');
        std::string out =
            (fault.isError() ? "error: " : "warning: ") + printable(sentence(fault).toStdString()) + "\n" + excerptText(source, fault.span);
        if (const QString more = help(fault); !more.isEmpty()) out += pad + " = help: " + printable(more.toStdString()) + "\n";
        complain(out);
    }
}

void list(const QString& language, bool json) {
    JsonWriter out;
    out.beginObject().key("exercises").beginArray();
    for (const QString& path : shippedExercises()) {
        const auto source = readExerciseFile(path);
        if (!source) continue;
        const exercise::Exercise e = exercise::readExercise(*source).exercise;
        const std::string title = e.title.of(language.toStdString());
        out.beginObject().key("id").value(e.id).key("title").value(title).key("level").value(e.level);
        out.key("tasks").value(static_cast<std::int64_t>(e.tasks.size())).endObject();
        if (!json) say(e.id + std::string(e.id.size() < 24 ? 24 - e.id.size() : 1, ' ') + printable(title) + "\n");
    }
    if (json) say(out.endArray().endObject().text() + "\n");
}

void validateFile(const QString& word) {
    const Source source = sourceOf(word);
    const exercise::Validation validation = exercise::validate(source);
    complainOf(source, validation.faults);
    if (exercise::hasErrors(validation.faults)) throw CommandError{Exit::Wrong, {}};
    const auto tasks = static_cast<int>(validation.exercise->tasks.size());
    say(Words::tr("%1: %2 (tasks: %3)")
            .arg(QString::fromStdString(validation.exercise->id),
                 QString::fromStdString(printable(in(validation.exercise->title, QStringLiteral("en")).toStdString())))
            .arg(tasks)
            .toStdString() +
        "\n");
}

const char* wordOf(exercise::Verdict::Kind kind) {  // machines read the same words in every language
    switch (kind) {
        case exercise::Verdict::Kind::Right: return "right";
        case exercise::Verdict::Kind::Wrong: return "wrong";
        case exercise::Verdict::Kind::Compare: return "compare";
        case exercise::Verdict::Kind::Unreadable: return "unreadable";
    }
    return "";
}

void grade(const QString& word, const QString& answersPath, const QString& language, bool json) {
    const Source source = sourceOf(word);
    exercise::Read read = exercise::readExercise(source);
    complainOf(source, read.faults);
    if (!read.ok()) throw CommandError{Exit::Wrong, {}};
    QString why;
    const auto file = readExerciseFile(answersPath, &why);
    if (!file) throw CommandError{Exit::File, why};
    const exercise::Answers answers = exercise::readAnswers(*file, read.exercise);
    complainOf(*file, answers.faults);
    if (exercise::hasErrors(answers.faults)) throw CommandError{Exit::Wrong, {}};
    if (!answers.exercise.empty() && answers.exercise != read.exercise.id) {
        throw CommandError{Exit::Wrong, Words::tr("These are answers to “%1”, not to “%2”.")
                                            .arg(QString::fromStdString(answers.exercise), QString::fromStdString(read.exercise.id))};
    }
    const exercise::Sheet sheet(std::make_shared<const exercise::Exercise>(std::move(read.exercise)), answers.seed);
    complainOf(source, sheet.faults());
    if (!sheet.ready()) throw CommandError{Exit::Wrong, {}};
    std::map<std::size_t, exercise::Answer> given(answers.given.begin(), answers.given.end());
    std::int64_t right = 0;
    std::int64_t asked = 0;  // free text is compared by a person
    JsonWriter out;
    out.beginObject()
        .key("exercise")
        .value(sheet.exercise().id)
        .key("seed")
        .value(static_cast<std::int64_t>(answers.seed))
        .key("tasks")
        .beginArray();
    for (std::size_t i = 0; i < sheet.exercise().tasks.size(); ++i) {
        const exercise::Task& task = sheet.exercise().tasks[i];
        const exercise::Verdict verdict = sheet.judge(i, given[i]);
        const std::string said = printable(reply(sheet, i, given[i], verdict, language).toStdString());
        right += verdict.right();
        asked += task.type != exercise::TaskType::FreeText;
        out.beginObject().key("id").value(task.id).key("result").value(wordOf(verdict.kind)).key("reply").value(said).endObject();
        const std::string result = wordOf(verdict.kind);
        if (!json) say(result + std::string(12 - result.size(), ' ') + task.id + (verdict.right() ? "" : ": " + said) + "\n");
    }
    out.endArray().key("right").value(right).key("of").value(asked).endObject();
    say(json ? out.text() + "\n" : Words::tr("%1 of %2 right").arg(right).arg(asked).toStdString() + "\n");
    if (right < asked) throw CommandError{Exit::Wrong, {}};
}

}  // namespace

void commandExercise(const QStringList& words) {
    QStringList subjects;
    QStringList flags;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool flag = words[i].startsWith(QLatin1String("--"));
        (flag ? flags : subjects) << words[i];
        if (words[i] == QLatin1String("--lang") && i + 1 < words.size()) flags << words[++i];
    }
    const Arguments arguments(flags, {QStringLiteral("--lang")}, {QStringLiteral("--json")});
    const QString language = arguments.value(QStringLiteral("--lang"), QStringLiteral("en"));
    const bool json = arguments.has(QStringLiteral("--json"));
    const QString verb = subjects.value(0);
    const auto wants = [&](qsizetype count) {
        if (subjects.size() != count) throw CommandError{Exit::Usage, Words::tr("“exercise %1” takes %2 files.").arg(verb).arg(count - 1)};
    };
    if (language != QLatin1String("en") && language != QLatin1String("zh_CN"))
        throw CommandError{Exit::Usage, Words::tr("--lang is en or zh_CN, not “%1”.").arg(language)};
    if (verb == QLatin1String("list")) wants(1), list(language, json);
    else if (verb == QLatin1String("validate")) wants(2), validateFile(subjects[1]);
    else if (verb == QLatin1String("grade")) wants(3), grade(subjects[1], subjects[2], language, json);
    else
        throw CommandError{Exit::Usage, verb.isEmpty() ? Words::tr("What is to be done: list, validate or grade?")
                                                       : Words::tr("“exercise %1” is not part of this version.").arg(verb)};
}

}  // namespace backstep
