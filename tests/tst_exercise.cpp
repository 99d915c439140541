// SPDX-License-Identifier: GPL-3.0-or-later
// Exercises: the files that are shipped, solved and answered wrongly; the format and its faults; judging; practice.
// Long because the faults of the format, the ways to type an answer and the shipped files are tables here.
#include <cmath>
#include <random>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "engine/base/numbers.h"
#include "engine/exercise/answers.h"
#include "engine/exercise/fields.h"
#include "engine/exercise/practice.h"
#include "engine/exercise/validate.h"
#include "widgets/exercisewords.h"

using namespace backstep;
using namespace backstep::exercise;
using namespace Qt::StringLiterals;

namespace {

const QString kFolder = QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/exercises/");
const QStringList kLanguages{u"en"_s, u"zh_CN"_s};

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Source shipped(const QString& name) { return Source(contentsOf(kFolder + name).toStdString(), name.toStdString()); }

std::shared_ptr<const Exercise> exerciseOf(const Source& source) { return std::make_shared<const Exercise>(readExercise(source).exercise); }

// "Kind line:column" of each fault.
QStringList told(const Source& source, const Faults& faults) {
    QStringList out;
    for (const Fault& fault : faults) {
        const Place place = source.placeOf(fault.span.begin);
        out << u"%1 %2:%3"_s.arg(QLatin1String(nameOf(fault.kind))).arg(place.line).arg(place.column);
    }
    return out;
}

QString why(const Task& task, const exercise::Verdict& verdict) {
    return QString::fromStdString(task.id) +
           u": mistake %1 %2"_s.arg(static_cast<int>(verdict.mistake))
               .arg(verdict.arguments.empty() ? QString() : QString::fromStdString(verdict.arguments.front()));
}

const QByteArray kHead = "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\n+++\n";
QByteArray withTask(const QByteArray& body, const QByteArray& show = "```toml show\nformula = \"f(x) = x^2\"\nat = { x = 3 }\n```\n") {
    return kHead + show + "```toml task\n" + body + "\n```\n";
}

std::shared_ptr<const Sheet> sheetOf(const QByteArray& text, std::uint64_t seed = 0) {
    return std::make_shared<const Sheet>(exerciseOf(Source(text.toStdString())), seed);
}

void files() {
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(kFolder).entryList({u"*.md"_s}, QDir::Files, QDir::Name)) QTest::newRow(qPrintable(name)) << name;
}

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
    double number() { return (static_cast<double>(engine_()) / 4294967295.0 - 0.5) * std::pow(10.0, below(9) - 3); }
    QByteArray junk() {
        static const QByteArrayList kPieces{"x",   "1",  "+",   "(",   ")",     "^",    "sin",         "\xF0\x9F\x98\x80",
                                            "\0x", "\n", "if",  "=",   "1e999", "--",   "{{",          "}}",
                                            "a,",  "∞",  ",",   "\"",  "<b>",   "log(", "0/0 ",        "f(x)=",
                                            ";",   "\\", "nan", "inf", "π",     "def ", "import os\n", "]"};
        QByteArray out;
        for (int i = below(12); i >= 0; --i) out += kPieces[below(static_cast<int>(kPieces.size()))];
        return out;
    }

private:
    std::mt19937 engine_;
};

// An answer that is wrong by how it was made.
Answer wrongAnswer(const Sheet& sheet, std::size_t i, Random& random) {
    const Task& task = sheet.exercise().tasks[i];
    Answer answer;
    const auto junk = [&] { return "?" + random.junk().toStdString(); };
    const auto far = [&](double right) {
        double value = random.number();
        while (!std::isfinite(right) ? !std::isfinite(value) : std::fabs(value - right) <= 0.05 * std::fabs(right) + 1e-6)
            value += 1 + std::fabs(value);
        return shortest(value);
    };
    const bool nonsense = random.below(2) == 0;
    switch (task.type) {
        case TaskType::Sweep:
        case TaskType::Table: {
            answer = sheet.model(i, "en");
            const auto& cells = sheet.expected(i);
            const Expected& spoiled = cells[static_cast<std::size_t>(random.below(static_cast<int>(cells.size())))];
            answer.cells[spoiled.name] = nonsense ? junk() : far(spoiled.value);
            break;
        }
        case TaskType::Expression:
            answer.text = nonsense ? junk() : "(" + sheet.model(i, "en").text + ") + " + shortest(0.01 + std::fabs(random.number()));
            break;
        case TaskType::Choice:
        case TaskType::Choices: {
            if (nonsense) {
                answer.text = junk();
                break;
            }
            const auto order = sheet.optionOrder(i);
            bool right = true;
            while (right) {
                answer.text.clear(), right = true;
                for (std::size_t k = 0; k < order.size(); ++k) {
                    const bool ticked = random.below(2) == 0;
                    right = right && ticked == task.options[order[k]].right;
                    if (ticked) answer.text += std::string(1, static_cast<char>('a' + k)) + " ";
                }
            }
            break;
        }
        case TaskType::Step: {
            int stop = random.below(2000) - 20;
            while (std::find(sheet.stops(i).begin(), sheet.stops(i).end(), static_cast<std::size_t>(std::max(0, stop))) !=
                   sheet.stops(i).end())
                ++stop;
            answer.text = nonsense ? junk() : std::to_string(stop);
            break;
        }
        case TaskType::Program:
            answer.text = nonsense ? junk() : "x = " + shortest(random.number()) + "\n" + random.junk().toStdString();
            break;
        case TaskType::FreeText: answer.text = std::string(static_cast<std::size_t>(random.below(5)), ' '); break;
        default: answer.text = nonsense ? junk() : far(sheet.expected(i).front().value); break;
    }
    return answer;
}

}  // namespace

class TestExercise : public QObject {
    Q_OBJECT

    QSet<QString> told_;  // kinds of faults
    int rows_ = 0;

private slots:
    // The shipped ones.
    void there_are_at_least_24_and_all_are_in_the_program();
    void each_is_valid_data() { files(); }
    void each_is_valid();
    void each_is_solved_by_its_model_answers_data() { files(); }
    void each_is_solved_by_its_model_answers();
    void each_recognised_mistake_gets_its_reply_data() { files(); }
    void each_recognised_mistake_gets_its_reply();
    void every_text_is_there_in_both_languages_data() { files(); }
    void every_text_is_there_in_both_languages();
    void a_thousand_wrong_answers_are_never_accepted_data() { files(); }
    void a_thousand_wrong_answers_are_never_accepted();

    // The format.
    void a_fault_is_told_at_its_place_data();
    void a_fault_is_told_at_its_place();
    void every_kind_of_fault_was_told();
    void every_fault_has_a_sentence();
    void damaged_files_are_only_wrong();
    void a_title_is_one_clean_line();
    void reading_runs_nothing();
    void a_program_that_never_ends_is_a_fault();
    void the_same_seed_gives_the_same_values();

    // Judging.
    void a_number_may_be_typed_in_many_ways_data();
    void a_number_may_be_typed_in_many_ways();
    void an_expression_is_judged_by_its_values_data();
    void an_expression_is_judged_by_its_values();
    void usual_mistakes_of_an_adjoint_are_known_data();
    void usual_mistakes_of_an_adjoint_are_known();
    void a_program_may_change_as_it_likes_as_long_as_it_is_right();
    void a_long_answer_is_not_read();
    void answers_can_be_written_and_read_again();

    void practice_makes_tasks_that_can_be_solved_data();
    void practice_makes_tasks_that_can_be_solved();
};

void TestExercise::there_are_at_least_24_and_all_are_in_the_program() {
    const QStringList names = QDir(kFolder).entryList({u"*.md"_s});
    QVERIFY(names.size() >= 24);
    const QByteArray list = contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/exercises.qrc"));
    QSet<QString> ids;
    int before = 0;
    for (const QString& name : names) {
        QVERIFY2(list.contains("exercises/" + name.toUtf8() + "<"), qPrintable(name));
        const Exercise e = *exerciseOf(shipped(name));
        ids.insert(QString::fromStdString(e.id));
        QVERIFY2(e.order > before, qPrintable(name));
        before = static_cast<int>(e.order);
    }
    QCOMPARE(ids.size(), names.size());
}

void TestExercise::each_is_valid() {
    QFETCH(QString, name);
    const Source source = shipped(name);
    const Validation validation = validate(source);
    QCOMPARE(told(source, validation.faults), QStringList());
    for (const Task& task : validation.exercise->tasks) {
        QVERIFY2(task.hints.size() >= 2, task.id.c_str());
        const auto replies = task.wrong.size() + static_cast<std::size_t>(std::count_if(task.options.begin(), task.options.end(),
                                                                                        [](const Option& o) { return !o.reply.empty(); }));
        QVERIFY2(replies >= 2, task.id.c_str());
        QVERIFY2(task.type == TaskType::FreeText || !task.explanation.empty(), task.id.c_str());
    }
}

void TestExercise::each_is_solved_by_its_model_answers() {
    QFETCH(QString, name);
    const auto exercise = exerciseOf(shipped(name));
    for (const std::uint64_t seed : {0U, 1U, 7U, 20'000U}) {
        const Sheet sheet(exercise, seed);
        QVERIFY(sheet.ready());
        for (const QString& language : kLanguages) {
            for (std::size_t i = 0; i < exercise->tasks.size(); ++i) {
                const Task& task = exercise->tasks[i];
                const Answer model = sheet.model(i, language.toStdString());
                const exercise::Verdict verdict = sheet.judge(i, model);
                QVERIFY2(task.type == TaskType::FreeText ? verdict.kind == exercise::Verdict::Kind::Compare : verdict.right(),
                         qPrintable(why(task, verdict)));
                if (task.type == TaskType::Program) QVERIFY2(!sheet.judge(i, {sheet.shown(task.show)->text, {}}).right(), task.id.c_str());
                QVERIFY(!sheet.walk(i).empty() || sheet.shown(task.show) == nullptr);
            }
        }
    }
}

void TestExercise::each_recognised_mistake_gets_its_reply() {
    QFETCH(QString, name);
    const auto exercise = exerciseOf(shipped(name));
    for (const std::uint64_t seed : {0U, 3U}) {
        const Sheet sheet(exercise, seed);
        for (std::size_t i = 0; i < exercise->tasks.size(); ++i) {
            const Task& task = exercise->tasks[i];
            for (std::size_t w = 0; w < task.wrong.size(); ++w) {
                const auto sample = sampleOf(sheet, i, w);
                QVERIFY2(sample.has_value(), task.id.c_str());
                const exercise::Verdict verdict = sheet.judge(i, *sample);
                QVERIFY2(!verdict.right() && verdict.reply == &task.wrong[w].reply, qPrintable(why(task, verdict)));
                for (const QString& language : kLanguages) QVERIFY(reply(sheet, i, *sample, verdict, language).size() > 3);
            }
            for (std::size_t o = 0; o < task.options.size(); ++o) {
                if (task.options[o].reply.empty()) continue;
                const exercise::Verdict verdict = sheet.judge(i, answerOfOption(sheet, i, o));
                QVERIFY2(!verdict.right() && verdict.reply == &task.options[o].reply, qPrintable(why(task, verdict)));
            }
        }
    }
}

void TestExercise::every_text_is_there_in_both_languages() {
    QFETCH(QString, name);
    const auto exercise = exerciseOf(shipped(name));
    const Sheet sheet(exercise, 5);
    const auto both = [&](const Text& text, std::size_t task) {
        if (text.empty()) return;
        QStringList seen;
        for (const QString& language : kLanguages) {
            const QString words = said(sheet, text, task, language);
            QVERIFY2(!words.isEmpty() && !words.contains("{{"_L1) && !words.contains("}}"_L1), qPrintable(words));
            // Markdown takes a number with a full stop for a list, whose first item is numbered 1: "0. So" would be shown as "1. So".
            static const QRegularExpression kListed(u"^\\s*\\d+[.)]\\s"_s, QRegularExpression::MultilineOption);
            QVERIFY2(!words.contains(kListed), qPrintable(words));
            seen << words;
        }
        const bool chinese =
            std::any_of(seen[1].begin(), seen[1].end(), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() < 0xA000; });
        const bool onlySigns = !seen[0].contains(QRegularExpression(u"[A-Za-z]{5}"_s)) || seen[0] == seen[1];  // mathematics needs no words
        QVERIFY2(chinese || onlySigns, qPrintable(seen[1]));
    };
    QVERIFY(in(exercise->title, u"en"_s) != in(exercise->title, u"zh_CN"_s));
    for (std::size_t i = 0; i < exercise->tasks.size(); ++i) {
        const Task& task = exercise->tasks[i];
        both(task.prompt, i), both(task.explanation, i), both(task.model, i);
        for (const Text& hint : task.hints) both(hint, i);
        for (const Wrong& wrong : task.wrong) both(wrong.reply, i);
        for (const Option& option : task.options) both(option.text, i), both(option.reply, i);
    }
    for (const QString& language : kLanguages) {
        bool prose = false;
        for (const Piece& piece : exercise->pages.front().pieces)
            prose = prose || (piece.kind == Piece::Kind::Prose && piece.language == language.toStdString());
        QVERIFY2(prose, qPrintable(language));
    }
}

void TestExercise::a_thousand_wrong_answers_are_never_accepted() {
    QFETCH(QString, name);
    const Sheet sheet(exerciseOf(shipped(name)), 11);
    Random random(4711);
    for (std::size_t i = 0; i < sheet.exercise().tasks.size(); ++i) {
        for (int n = 0; n < 1000; ++n) {
            const Answer answer = wrongAnswer(sheet, i, random);
            const exercise::Verdict verdict = sheet.judge(i, answer);
            QVERIFY2(verdict.kind == exercise::Verdict::Kind::Wrong || verdict.kind == exercise::Verdict::Kind::Unreadable,
                     answer.text.c_str());
            if (n < 20) QVERIFY(!reply(sheet, i, answer, verdict, u"en"_s).isEmpty());
        }
    }
}

void TestExercise::a_fault_is_told_at_its_place_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char* name, const QByteArray& text, const QStringList& faults) { QTest::newRow(name) << text << faults; };
    row("nothing at all", "", {u"NoFrontMatter 1:1"_s});
    row("no front matter", "# Title\n", {u"NoFrontMatter 1:1"_s});
    row("front matter left open", "+++\nbackstep = 1\n", {u"FrontMatterOpen 1:1"_s});
    row("no text at all", "\xFF\xFE\x00\x00", {u"NotText 1:1"_s});
    row("a session is no exercise", "{\"format\": \"backstep\"}", {u"NoFrontMatter 1:1"_s});
    row("missing keys", "+++\nbackstep = 1\n+++\n", {u"MissingKey 2:1"_s, u"MissingKey 2:1"_s});
    row("a newer format", "+++\nbackstep = 2\nid = \"e\"\ntitle = \"T\"\n+++\n", {u"NewerFormat 2:12"_s});
    row("an unknown key", "+++\nbackstep = 1\nid = \"e\"\ntitel = \"T\"\ntitle = \"T\"\n+++\n", {u"UnknownKey 4:1"_s});
    for (const char* c : {"é", "я", "。", "，", "　", "🙂"})
        row(c, "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\norder = 2" + QByteArray(c) + "\n+++\n",
            {u"BadToml 5:10"_s});  // none of them is a blank
    row("a list of tables without a name", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\n[[* x]]"), {u"BadToml 14:3"_s});
    row("a table without a name", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\n[，]"), {u"BadToml 14:2"_s});
    row("no TOML", "+++\nbackstep = = 1\n+++\n", {u"BadToml 2:12"_s});
    row("a value named as a constant", "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\n[values]\npi = 3\n+++\n", {u"BadName 6:1"_s});
    row("an empty range", "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\n[values]\nq = { from = 3, to = 1 }\n+++\n", {u"OutOfRange 6:5"_s});
    row("an unknown block", kHead + "```toml tsak\n```\n", {u"UnknownBlock 6:9"_s});
    row("a block left open", kHead + "```toml task\nid = 1\n", {u"FenceOpen 6:1"_s});
    row("a language left open", kHead + "::: en\nHello\n", {u"LanguageOpen 6:1"_s});
    row("a language within a language", kHead + "::: en\n::: zh_CN\n:::\n", {u"LanguageNested 7:1"_s});
    row("no question is no fault", kHead + "Just text, and ```` ```toml ```` in it.\n", {});
    row("a type misspelt", withTask("id = \"t\"\ntype = \"numbr\""), {u"BadChoice 12:8"_s});
    row("a prompt of the wrong type", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\nprompt = 4"), {u"WrongType 14:10"_s});
    row("an answer that is a table", withTask("id = \"t\"\ntype = \"number\"\nanswer = { run = \"while True: pass\" }"),
        {u"WrongType 13:10"_s, u"MissingKey 11:1"_s});
    row("no answer", withTask("id = \"t\"\ntype = \"number\""), {u"MissingKey 11:1"_s});
    row("an answer that is no expression", withTask("id = \"t\"\ntype = \"number\"\nanswer = \"4 +\""), {u"BadExpression 13:10"_s});
    row("an answer in unknown names", withTask("id = \"t\"\ntype = \"number\"\nanswer = \"4 + q\""), {u"UnknownValue 13:10"_s});
    row("options as a table", withTask("id = \"t\"\ntype = \"choice\"\noptions = { a = 1 }"), {u"WrongType 13:11"_s, u"MissingKey 11:1"_s});
    row("a negative tolerance", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\ntolerance = -1"), {u"OutOfRange 14:13"_s});
    row("an endless tolerance", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\ntolerance = 1e308"), {u"AnythingIsRight 10:9"_s});
    row("a key of another type of task", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\nnode = \"x\""), {u"ForeignKey 14:1"_s});
    row("the same id twice",
        withTask("id = \"t\"\ntype = \"number\"\nanswer = 4") + "```toml task\nid = \"t\"\ntype = \"number\"\nanswer = 4\n```\n",
        {u"Repeated 16:6"_s});
    row("an id with blanks", withTask("id = \"a b\"\ntype = \"number\"\nanswer = 4"), {u"BadName 11:6"_s});
    row("a node that is not there", withTask("id = \"t\"\ntype = \"adjoint\"\nnode = \"z\""), {u"UnknownNode 13:8"_s});
    row("nothing is shown", withTask("id = \"t\"\ntype = \"adjoint\"\nnode = \"x\"", ""), {u"NothingShown 9:8"_s});
    row("a formula that is none", kHead + "```toml show\nformula = \"f(x) = x +\"\n```\n", {u"ShownFails 7:11"_s});
    row("formula and program", kHead + "```toml show\nformula = \"x\"\nprogram = \"x = 1\"\n```\n", {u"Repeated 8:11"_s});
    row("an input that is not there", kHead + "```toml show\nformula = \"f(x) = x\"\nat = { y = 1 }\n```\n", {u"UnknownValue 8:12"_s});
    row("no right option", withTask("id = \"t\"\ntype = \"choice\"\n[[options]]\ntext = \"a\"\n[[options]]\ntext = \"b\""),
        {u"NoRightOption 10:9"_s});
    row("two right options",
        withTask("id = \"t\"\ntype = \"choice\"\n[[options]]\ntext = \"a\"\nright = true\n[[options]]\ntext = \"b\"\nright = true"),
        {u"SeveralRight 10:9"_s});
    row("a wrong answer that is right", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\n[[wrong]]\nvalue = \"2 + 2\"\nreply = \"no\""),
        {u"WrongIsRight 14:1"_s});
    row("a wrong answer that another one hides",
        withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\n[[wrong]]\nvalue = 5\nreply = \"no\"\n[[wrong]]\nvalue = \"10/2\"\nreply = "
                 "\"no, no\""),
        {u"WrongNotKnown 17:1"_s});
    row("a placeholder in prose", kHead + "Here is {{nothing}}.\n", {u"UnknownValue 6:9"_s});
    row("a step that does not happen", withTask("id = \"t\"\ntype = \"step\"\nstep = { event = \"freed\" }"), {u"NoSuchStep 13:8"_s});
    row("languages of different length",
        withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\nhints.en = [\"a\", \"b\"]\nhints.zh_CN = [\"a\"]"),
        {u"LanguagesDiffer 15:15"_s});
    row("a solution that does not solve",
        withTask("id = \"t\"\ntype = \"program\"\nsolution = \"print(1)\"\n[[must]]\nprints = \"2\"",
                 "```toml show\nprogram = \"print(3)\"\n```\n"),
        {u"ModelNotRight 9:9"_s});
    row("a task that is solved already",
        withTask("id = \"t\"\ntype = \"program\"\nsolution = \"print(2)\"\n[[must]]\nprints = \"2\"",
                 "```toml show\nprogram = \"print(2)\"\n```\n"),
        {u"AlreadyRight 9:9"_s});
    row("more hints than anybody reads",
        withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\nhints = [" + QByteArrayList(101, "\"a\"").join(", ") + "]"),
        {u"TooMany 14:9"_s});
    row("a text of endless length", withTask("id = \"t\"\ntype = \"number\"\nanswer = 4\nprompt = \"" + QByteArray(30'000, 'a') + "\""),
        {u"TextTooLong 14:10"_s});
    row("a title that turns the line around", "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\xE2\x80\xAEx\"\n+++\n", {u"TextCleaned 4:9"_s});
    row("a title of endless length", "+++\nbackstep = 1\nid = \"e\"\ntitle = \"" + QByteArray(1000, 'T') + "\"\n+++\n", {u"TextCut 4:9"_s});
    row("a file of endless length", QByteArray(static_cast<int>(kMaxFileBytes) + 1, 'x'), {u"FileTooLarge 1:1"_s});
    row("a prompt in one language of two",
        "+++\nbackstep = 1\nid = \"e\"\ntitle.en = \"T\"\ntitle.zh_CN = \"T\"\n+++\n```toml task\nid = \"t\"\ntype = \"number\"\nanswer = "
        "4\n"
        "prompt.en = \"P\"\n```\n",
        {u"LanguageMissing 7:9"_s});
    row("an element that a number does not have", withTask("id = \"t\"\ntype = \"number\"\nanswer = \"value(x, 7)\""),
        {u"UnknownQuantity 13:10"_s});
    row("an edge that is not there",
        withTask("id = \"t\"\ntype = \"number\"\nanswer = \"partial(f, x)\"",
                 "```toml show\nformula = \"f(x) = sin(x^2)\"\nat = { x = 3 }\n```\n"),
        {u"NotAnOperand 13:10"_s});
    row("the adjoint of what leads nowhere",
        withTask("id = \"t\"\ntype = \"adjoint\"\nnode = \"u\"",
                 "```toml show\nprogram = \"\"\"\nimport torch\nx = torch.tensor(3.0, requires_grad=True)\nu = x * 2\n"
                 "v = x * 3\nv.backward()\n\"\"\"\n```\n"),
        {u"NoDerivative 18:8"_s});
    row("an expression without a value anywhere",
        withTask("id = \"t\"\ntype = \"expression\"\nanswer = \"sqrt(-1 - x^2)\"\nnames = [\"x\"]"), {u"NoPoints 13:10"_s});
    row("a value that must differ from all it may be",
        "+++\nbackstep = 1\nid = \"e\"\ntitle = \"T\"\n[values]\na = { from = 1, to = 1, unequal = [1] }\n+++\n", {u"NoValueLeft 6:1"_s});
}

void TestExercise::a_fault_is_told_at_its_place() {
    QFETCH(QByteArray, text);
    QFETCH(QStringList, faults);
    const Source source(text.toStdString());
    QStringList found = told(source, validate(source).faults);
    found.sort(), faults.sort();
    QCOMPARE(found, faults);
    for (const QString& fault : found) told_.insert(fault.section(u' ', 0, 0));
    ++rows_;
}

// A kind that no row above shows is one that nobody has seen told. Of a file of answers: answers_can_be_written_and_read_again.
void TestExercise::every_kind_of_fault_was_told() {
    if (rows_ < 50) QSKIP("only where every row was read");
    for (int kind = 0; kind < static_cast<int>(FaultKind::UnknownTask); ++kind) {
        const auto* name = nameOf(static_cast<FaultKind>(kind));
        QVERIFY2(told_.contains(QLatin1String(name)), name);
    }
}

void TestExercise::every_fault_has_a_sentence() {
    for (int kind = 0; kind <= static_cast<int>(FaultKind::UnknownTask); ++kind) {
        const Fault fault{static_cast<FaultKind>(kind), {}, {"one", "two", "three"}};
        const QString words = sentence(fault);
        QVERIFY2(words != QLatin1String(nameOf(fault.kind)) && !words.contains("%"_L1), nameOf(fault.kind));
    }
    const Fault hostile{FaultKind::UnknownKey, {}, {std::string("a\x1b[31m\n\xE2\x80") + "\xAE" + "b", "id"}};
    QVERIFY(!sentence(hostile).contains(QChar(0x1B)) && !sentence(hostile).contains(QChar(0x202E)) && !sentence(hostile).contains(u'\n'));
    QVERIFY(sentence(hostile).contains("Did you mean id?"_L1));
}

// Cut anywhere, or with any byte changed, a file is wrong or right, and nothing else.
void TestExercise::damaged_files_are_only_wrong() {
    const QByteArray whole = contentsOf(kFolder + u"030-shared-operand.md"_s);
    for (qsizetype cut = 0; cut < whole.size(); cut += 7) {
        const Source source(whole.left(cut).toStdString());
        for (const Fault& fault : readExercise(source).faults)
            QVERIFY(fault.span.end <= source.text().size() && fault.span.begin <= fault.span.end);
    }
    Random random(1);
    for (int i = 0; i < 2000; ++i) {
        QByteArray text = whole;
        for (int n = random.below(4); n >= 0; --n)
            text[random.below(static_cast<int>(text.size()))] = "\"'[]{}=\n`+-:#\\\0x"[random.below(17)];
        const Source source(text.toStdString());
        for (const Fault& fault : readExercise(source).faults) QVERIFY(fault.span.end <= source.text().size());
    }
    QCOMPARE(told(Source("x"), readExercise(Source(std::string(kMaxFileBytes + 1, 'x'))).faults), QStringList{u"FileTooLarge 1:1"_s});
    QByteArray many = kHead;
    for (int i = 0; i < 1000; ++i) many += "```toml task\nid = \"t" + QByteArray::number(i) + "\"\ntype = \"number\"\nanswer = 1\n```\n";
    const Read read = readExercise(Source(many.toStdString()));
    QCOMPARE(read.exercise.tasks.size(), kMaxTasks);
    QVERIFY(!read.ok());
    const std::string deep = kHead.toStdString() + "```toml task\nid = " + std::string(100'000, '[') + "\n```\n";
    QVERIFY(!readExercise(Source(deep)).ok());
}

void TestExercise::a_title_is_one_clean_line() {
    const auto title = [](const QByteArray& written) {
        return readExercise(Source(("+++\nbackstep = 1\nid = \"e\"\ntitle = " + written + "\n+++\n").toStdString()));
    };
    QCOMPARE(title("\"<img src=x onerror=alert(1)><b>T</b>\"").exercise.title.of("en"),
             std::string("<img src=x onerror=alert(1)><b>T</b>"));
    QCOMPARE(title("\"a\\nb\\u0007c\"").exercise.title.of("en"), std::string("a b c"));
    QCOMPARE(title("\"report\\u202Egnp.exe\"").exercise.title.of("en"), std::string("report gnp.exe"));
    const Read longOne = title("\"" + QByteArray(5000, 'T') + "\"");
    QCOMPARE(longOne.exercise.title.of("en").size(), kMaxTitle);
    QCOMPARE(longOne.faults.size(), std::size_t(1));
    QCOMPARE(longOne.faults[0].kind, FaultKind::TextCut);
    QVERIFY(longOne.ok());
}

void TestExercise::reading_runs_nothing() {
    const Read read = readExercise(Source((kHead + "```toml show\nprogram = \"while True: pass\"\n```\n").toStdString()));
    QVERIFY(read.ok());
}

void TestExercise::a_program_that_never_ends_is_a_fault() {
    const Source source((kHead + "```toml show\nprogram = \"while True: pass\"\n```\n").toStdString());
    QCOMPARE(told(source, validate(source).faults), QStringList{u"ShownFails 7:11"_s});
    const auto sheet = sheetOf(withTask("id = \"t\"\ntype = \"program\"\nsolution = \"print(1)\"\n[[must]]\nprints = \"1\"",
                                        "```toml show\nprogram = \"print(0)\"\n```\n"));
    for (const char* hostile : {"while True: pass", "x = [0] * 10**9", "def f(): return f()\nf()", "import os\nos.system('true')",
                                "open('/etc/passwd')", "print('1' * 10**9)", "\x01",
                                ("1\n"
                                 "2")}) {
        const exercise::Verdict verdict = sheet->judge(0, {hostile, {}});
        QVERIFY2(verdict.kind == exercise::Verdict::Kind::Wrong, hostile);
        QVERIFY(!reply(*sheet, 0, {hostile, {}}, verdict, u"en"_s).isEmpty());
    }
    QVERIFY(sheet->judge(0, {"print(2 - 1)", {}}).right());
}

void TestExercise::the_same_seed_gives_the_same_values() {
    Faults faults;
    std::vector<ValueRule> rules(2);
    rules[0].name = "a", rules[0].from = 1, rules[0].to = 6;
    rules[1].name = "b", rules[1].from = 1, rules[1].to = 6, rules[1].unequal = {"a"};
    QStringList drawn;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        const Drawn values = drawValues(rules, seed, faults);
        QVERIFY(values.texts.at("a") != values.texts.at("b"));
        drawn << QString::fromStdString(values.texts.at("a") + values.texts.at("b"));
        const Drawn alone = drawValues({rules[0]}, seed, faults);  // what else is drawn does not matter
        QCOMPARE(alone.texts.at("a"), values.texts.at("a"));
    }
    QVERIFY(faults.empty());
    QCOMPARE(drawn.join(u' '), u"56 56 53 12 42 31 53 12"_s);
}

void TestExercise::a_number_may_be_typed_in_many_ways_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("right");
    const auto row = [](const char* typed, const char* answer, bool right) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(answer) << right;
    };
    row("0.75", "3/4", true);
    row(" 3/4 ", "0.75", true);
    row("−0.75", "-3/4", true);
    row("2 ln 2", "log(4)", true);
    row("1.386", "log(4)", true);
    row("1.39", "log(4)", false);
    row("6", "6", true);
    row("6.001", "6", false);
    row("6.0000001", "6", true);
    row("inf", "1/0", true);
    row("∞", "1/0", true);
    row("-inf", "1/0", false);
    row("nan", "0/0", true);
    row("0", "0/0", false);
    row("1e-9", "1e-9", true);
    row("0", "1e-9", false);
    row("x", "4", false);
    row("f(x) = 4", "4", false);
    row("4)", "4", false);
    row("", "4", false);
}

void TestExercise::a_number_may_be_typed_in_many_ways() {
    QFETCH(QString, typed);
    QFETCH(QString, answer);
    QFETCH(bool, right);
    const auto sheet = sheetOf(withTask("id = \"t\"\ntype = \"number\"\nanswer = \"" + answer.toUtf8() + "\""));
    QVERIFY(sheet->ready());
    QCOMPARE(sheet->judge(0, {typed.toStdString(), {}}).right(), right);
}

void TestExercise::an_expression_is_judged_by_its_values_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<exercise::Verdict::Kind>("kind");
    using enum exercise::Verdict::Kind;
    const auto row = [](const char* typed, const char* answer, exercise::Verdict::Kind kind) {
        QTest::newRow(qPrintable(QString::fromUtf8(typed) + u" for "_s + QString::fromUtf8(answer)))
            << QString::fromUtf8(typed) << QString::fromUtf8(answer) << kind;
    };
    row("4x", "4*x", Right);
    row("2x + 2x", "4*x", Right);
    row("x(1+3)", "4*x", Right);
    row("4x + 0.0001", "4*x", Wrong);
    row("|x|", "x", Wrong);
    row("sqrt(x^2)", "x", Wrong);
    row("cos²x", "1 - sin(x)^2", Right);
    row("v₁ · y", "v1 * y", Right);
    row("v_1 y", "v1 * y", Right);
    row("-4x", "4*x", Wrong);
    row("4z", "4*x", Unreadable);
    row("4x +", "4*x", Unreadable);
    row("1/x", "1/x", Right);
    row("log(x^2)/2", "log(x)", Right);  // equal wherever the answer has a value
    row("x^2/x", "x", Right);
    row("0/0", "x", Wrong);
}

void TestExercise::an_expression_is_judged_by_its_values() {
    QFETCH(QString, typed);
    QFETCH(QString, answer);
    QFETCH(exercise::Verdict::Kind, kind);
    const auto sheet =
        sheetOf(withTask("id = \"t\"\ntype = \"expression\"\nnames = [\"x\", \"y\", \"v1\"]\nanswer = \"" + answer.toUtf8() + "\""));
    QVERIFY(sheet->ready());
    QCOMPARE(sheet->judge(0, {typed.toStdString(), {}}).kind, kind);
}

void TestExercise::usual_mistakes_of_an_adjoint_are_known_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Mistake>("mistake");
    using enum Mistake;
    // f = (x + 5)·x² at 3: f̄ = 1; v₁ = 8, v₂ = 9; x̄ = 9 + 8·6 = 57
    const auto row = [](const char* name, const char* typed, Mistake mistake) {
        QTest::newRow(name) << QString::fromUtf8(typed) << mistake;
    };
    row("right", "57", None);
    row("the sign", "-57", Sign);
    row("one contribution only", "9", MissedTerm);
    row("the other one only", "48", MissedTerm);
    row("one twice", "66", OneTermTwice);
    row("local derivatives only", "7", ForgotUpstream);
    row("adjoints from above only", "17", ForgotLocal);
    row("the value", "3", GaveValue);
    row("nearly", "57.5", MoreDigits);
    row("a word", "many", NotANumber);
    row("a name", "x", UnknownName);
    row("nothing", "  ", Empty);
    row("something else", "1000", None);
}

void TestExercise::usual_mistakes_of_an_adjoint_are_known() {
    QFETCH(QString, typed);
    QFETCH(Mistake, mistake);
    const auto sheet = sheetOf(
        withTask("id = \"t\"\ntype = \"adjoint\"\nnode = \"x\"", "```toml show\nformula = \"(x + 5) * x^2\"\nat = { x = 3 }\n```\n"));
    QVERIFY(sheet->ready());
    QCOMPARE(sheet->expected(0).front().value, 57.0);
    const exercise::Verdict verdict = sheet->judge(0, {typed.toStdString(), {}});
    QCOMPARE(verdict.right(), QLatin1String(QTest::currentDataTag()) == QLatin1String("right"));
    if (typed == "many"_L1) QVERIFY(verdict.mistake == mistake || verdict.mistake == Mistake::UnknownName);
    else QCOMPARE(verdict.mistake, mistake);
}

void TestExercise::a_program_may_change_as_it_likes_as_long_as_it_is_right() {
    const Sheet sheet(exerciseOf(shipped(u"110-sine-without-cosine.md"_s)), 0);
    const auto verdict = [&](const QByteArray& text) { return sheet.judge(0, {text.toStdString(), {}}); };
    const QByteArray begin = "import torch\nfrom matplotlib import pyplot as plt\n";
    const QByteArray x = begin + "x = torch.linspace(0, 6, 7, requires_grad=True)\n";
    const QByteArray slopes = x + "torch.sin(x).backward(gradient=torch.ones(7))\n";
    QVERIFY(verdict(slopes + "plt.plot(x.detach().numpy(), x.grad.numpy())\n").right());
    QVERIFY(verdict(begin + "x = torch.arange(6.0, requires_grad=True)\nx.sin().sum().backward()\nfig, ax = "
                            "plt.subplots()\nax.plot(x.detach(), x.grad, 'o--')\n")
                .right());
    QVERIFY(!verdict(x + "x.grad = torch.cos(x.detach())\nplt.plot(x.detach(), x.grad)\n").right());  // it says cos
    QVERIFY(!verdict(begin + "x = torch.tensor([1.0])\n").right());
    for (const char* drawn : {"", "plt.plot(x.detach(), torch.sin(x).detach())\n", "plt.plot(x.detach(), 2 * x.grad)\n",
                              "plt.plot(x.detach()[:3], x.grad[:3])\n"}) {
        QVERIFY2(!verdict(slopes + drawn).right(), drawn);  // no curve, another one, twice as steep, too few points
    }
}

void TestExercise::a_long_answer_is_not_read() {
    const auto sheet = sheetOf(withTask("id = \"t\"\ntype = \"number\"\nanswer = 4"));
    QCOMPARE(sheet->judge(0, {std::string(kMaxAnswer + 1, '1'), {}}).mistake, Mistake::TooLong);
    QCOMPARE(sheet->judge(0, {std::string(kMaxAnswer, '('), {}}).kind, exercise::Verdict::Kind::Unreadable);
}

void TestExercise::answers_can_be_written_and_read_again() {
    const Exercise exercise = *exerciseOf(shipped(u"040-whole-sweep.md"_s));
    const std::map<std::size_t, Answer> given{{0, {"", {{"x", "1 \"q\" \\ \n\t\x01"}, {"v1", "2"}}}}};
    const Source written(writeAnswers(exercise, 9, given));
    const Answers read = readAnswers(written, exercise);
    QCOMPARE(told(written, read.faults), QStringList());
    QCOMPARE(read.seed, std::uint64_t(9));
    QCOMPARE(read.exercise, exercise.id);
    QVERIFY(read.given.size() == 1 && read.given[0].second == given.at(0));
    const Source unknown("[answers]\nswep = 1\n");
    QCOMPARE(told(unknown, readAnswers(unknown, exercise).faults), QStringList{u"UnknownTask 2:1"_s});
}

void TestExercise::practice_makes_tasks_that_can_be_solved_data() {
    QTest::addColumn<int>("difficulty");
    for (int difficulty = 1; difficulty <= kHardest; ++difficulty) QTest::newRow(qPrintable(QString::number(difficulty))) << difficulty;
}

void TestExercise::practice_makes_tasks_that_can_be_solved() {
    QFETCH(int, difficulty);
    QSet<QString> formulas;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const auto exercise = practiceExercise(difficulty, seed);
        const Sheet sheet(exercise, 0);
        QVERIFY(sheet.ready());
        QVERIFY(sheet.judge(0, sheet.model(0, "en")).right());
        QVERIFY(!sheet.judge(0, {"12345.678", {}}).right());
        QVERIFY(!question(sheet, 0, u"en"_s).isEmpty());
        formulas.insert(QString::fromStdString(exercise->shows[0].formula.text));
    }
    QVERIFY2(formulas.size() > (difficulty == 1 ? 15 : 40), qPrintable(QString::number(formulas.size())));
}

QTEST_APPLESS_MAIN(TestExercise)
#include "tst_exercise.moc"
