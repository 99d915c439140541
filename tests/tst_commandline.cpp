// SPDX-License-Identifier: GPL-3.0-or-later
// The command line as a script uses it: the real program, its output to the byte, its exit status, no display.
#include <cmath>
#include <csignal>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/sanitized.h"

namespace {

struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Ran run(const QStringList& words, const QByteArray& input = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(20000 * backstep::kPatience);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QStringList words(std::initializer_list<const char*> list) {
    QStringList all;
    for (const char* word : list) all << QString::fromUtf8(word);
    return all;
}

QJsonObject jsonOf(const Ran& ran) { return QJsonDocument::fromJson(ran.out).object(); }

bool near(double actual, double expected) { return std::fabs(actual - expected) <= 1e-12 * std::fabs(expected); }

constexpr const char* kExample = "log(x^2)*sin(x)+1/x";

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void exercises_are_listed_validated_and_graded() {
        const Ran list = run(words({"exercise", "list", "--lang", "zh_CN"}));
        QCOMPARE(list.status, 0);
        QVERIFY(list.out.startsWith("one-multiplication      一次乘法\n"));
        QVERIFY(jsonOf(run(words({"exercise", "list", "--json"})))[QLatin1String("exercises")].toArray().size() >= 24);
        const Ran valid = run(words({"exercise", "validate", "shared-operand"}));
        QCOMPARE(valid.out, QByteArray("shared-operand: One operand, two users (tasks: 2)\n"));
        QTemporaryDir folder;
        const auto file = [&](const char* name, const QByteArray& text) {
            QFile out(folder.filePath(QString::fromUtf8(name)));
            if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) qFatal("no file");
            return out.fileName();
        };
        const QString broken = file("broken.md", "+++\nbackstep = 1\nid = \"e\"\ntitel = \"T\"\n+++\n");
        const Ran faults = run({QStringLiteral("exercise"), QStringLiteral("validate"), broken});
        QCOMPARE(faults.status, 1);
        QVERIFY2(faults.err.contains("error: There is no key “titel” here. Did you mean title?\n  --> ") &&
                     faults.err.contains("broken.md:4:1\n  |\n4 | titel = \"T\"\n  | ^^^^^\n"),
                 faults.err.constData());
        const QString answers = file("answers.toml", "seed = 2\n[answers]\nedges = 3\n");
        const Ran graded = run({QStringLiteral("exercise"), QStringLiteral("grade"), QStringLiteral("shared-operand"), answers});
        QCOMPARE(graded.status, 1);
        QCOMPARE(graded.out, QByteArray("wrong       edges: The addition does not use x itself, only the results of the two others.\n"
                                        "unreadable  adjoint-x: Nothing is written there yet.\n0 of 2 right\n"));
        const Ran json =
            run({QStringLiteral("exercise"), QStringLiteral("grade"), QStringLiteral("shared-operand"), answers, QStringLiteral("--json")});
        QCOMPARE(jsonOf(json)[QLatin1String("tasks")][0][QLatin1String("result")].toString(), QStringLiteral("wrong"));
        QCOMPARE(run(words({"exercise"})).status, 2);
        QCOMPARE(run(words({"exercise", "grade", "shared-operand"})).status, 2);
        QCOMPARE(run(words({"exercise", "validate", "nowhere.md"})).status, 3);
    }

    void eval_gives_value_and_two_derivatives() {
        const Ran ran = run(words({"eval", kExample, "--at", "x=2", "--order", "2", "--json"}));
        QCOMPARE(ran.status, 0);
        const QJsonObject json = jsonOf(ran);
        const double s = std::sin(2.0);
        const double c = std::cos(2.0);
        const double l = std::log(4.0);
        QCOMPARE(json[QLatin1String("f")].toDouble(), 1.7605538953892688);
        QCOMPARE(json[QLatin1String("inputs")][QLatin1String("x")].toDouble(), 2.0);
        QVERIFY(near(json[QLatin1String("gradient")][QLatin1String("x")].toDouble(), 2 / 2.0 * s + l * c - 1 / 4.0));
        QVERIFY(near(json[QLatin1String("order2")][QLatin1String("x,x")].toDouble(), -2 / 4.0 * s + 2 * 2 / 2.0 * c - l * s + 2 / 8.0));
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(run(words({"eval", kExample, "--at", "x=2", "--order", "2", "--json"})).out, ran.out);
    }

    void eval_writes_what_is_not_finite_as_words() {
        const Ran ran = run(words({"eval", "1/x", "--at", "x=0", "--json"}));
        QCOMPARE(ran.status, 0);
        QCOMPARE(jsonOf(ran)[QLatin1String("f")].toString(), QStringLiteral("Infinity"));
        QCOMPARE(jsonOf(ran)[QLatin1String("gradient")][QLatin1String("x")].toString(), QStringLiteral("-Infinity"));
        QVERIFY(ran.err.startsWith("warning: "));
        QCOMPARE(jsonOf(run(words({"eval", "0/x", "--at", "x=0", "--json"})))[QLatin1String("f")].toString(), QStringLiteral("NaN"));
    }

    void eval_reads_two_inputs_a_minus_and_standard_input() {
        const QJsonObject json = jsonOf(run(words({"eval", "-x^2*y", "--at", "x=3", "--at=y=-2", "--order", "2", "--json"})));
        QCOMPARE(json[QLatin1String("f")].toDouble(), 18.0);
        QCOMPARE(json[QLatin1String("gradient")][QLatin1String("x")].toDouble(), 12.0);
        QCOMPARE(json[QLatin1String("gradient")][QLatin1String("y")].toDouble(), -9.0);
        QCOMPARE(json[QLatin1String("order2")][QLatin1String("x,y")].toDouble(), -6.0);
        const Ran ran = run(words({"eval", "-", "--at", "x=2"}), "u = x^2\nf = log(u) * sin(x) + 1/x\n");
        QCOMPARE(ran.out, QByteArray("f = 1.7605538953892688\n∂f/∂x = 0.08239541392249738\n"));
    }

    void steps_lists_all_sixteen_in_order_and_their_sums_hold() {
        const Ran ran = run(words({"steps", kExample, "--at", "x=2", "--json"}));
        QCOMPARE(ran.status, 0);
        const QJsonArray steps = jsonOf(ran)[QLatin1String("steps")].toArray();
        QCOMPARE(steps.size(), 16);
        QMap<QString, double> adjoint;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const QJsonObject step = steps[i].toObject();
            QCOMPARE(step[QLatin1String("step")].toInt(), int(i));
            QCOMPARE(step[QLatin1String("phase")].toString(), i < 7 ? QStringLiteral("forward") : QStringLiteral("backward 1"));
            QVERIFY(!step[QLatin1String("text")].toString().isEmpty());
            if (step[QLatin1String("kind")].toString() == QLatin1String("seed"))
                adjoint[step[QLatin1String("node")].toString()] = step[QLatin1String("value")].toDouble();
            if (step[QLatin1String("kind")].toString() != QLatin1String("contribution")) continue;
            const QString to = step[QLatin1String("to")].toString();
            QCOMPARE(step[QLatin1String("before")].isNull(), !adjoint.contains(to));
            QVERIFY(near(step[QLatin1String("amount")].toDouble(),
                         adjoint.value(step[QLatin1String("from")].toString()) * step[QLatin1String("localPartial")].toDouble()));
            adjoint[to] = adjoint.value(to) + step[QLatin1String("amount")].toDouble();
            QCOMPARE(step[QLatin1String("after")].toDouble(), adjoint[to]);
        }
        QCOMPARE(adjoint[QStringLiteral("x")], 0.08239541392249738);
        QCOMPARE(steps[0].toObject()[QLatin1String("node")].toString(), QStringLiteral("x"));
        QCOMPARE(steps[0].toObject()[QLatin1String("op")].toString(), QStringLiteral("input"));
    }

    void steps_in_forward_mode_end_with_the_same_derivative() {
        const Ran ran = run(words({"steps", kExample, "--at", "x=2", "--mode", "forward", "--json"}));
        const QJsonObject last = jsonOf(ran)[QLatin1String("steps")].toArray().last().toObject();
        QCOMPARE(last[QLatin1String("phase")].toString(), QStringLiteral("tangent 1"));
        QCOMPARE(last[QLatin1String("to")].toString(), QStringLiteral("f"));
        QVERIFY(std::fabs(last[QLatin1String("after")].toDouble() - 0.08239541392249738) < 1e-12);
    }

    void a_program_is_stepped_like_a_formula() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.py"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("import torch\nx = torch.arange(3.0, requires_grad=True)\ny = (x * x).sum()\ny.backward()\nx.grad.zero_()\n");
        file.close();
        const Ran ran = run({QStringLiteral("steps"), path, QStringLiteral("--json")});
        const QJsonArray steps = jsonOf(ran)[QLatin1String("steps")].toArray();
        QStringList kinds;
        for (const auto& step : steps) kinds += step[QLatin1String("kind")].toString();
        for (const char* kind : {"line", "recorded", "seed", "contribution", "accumulated", "freed", "zeroed"}) {
            QVERIFY2(kinds.contains(QLatin1String(kind)), qPrintable(kinds.join(' ')));
        }
        const QJsonObject gathered = steps[kinds.indexOf(QStringLiteral("accumulated"))].toObject();
        QCOMPARE(gathered[QLatin1String("after")].toArray(), (QJsonArray{0, 2, 4}));
        const Ran refused = run({QStringLiteral("eval"), path});
        QVERIFY(refused.status != 0 && refused.out.isEmpty());
        QVERIFY(refused.err.contains("This is a program"));
    }

    void a_file_that_is_not_there_is_no_formula() {
        QTemporaryDir folder;
        const QString nowhere = folder.filePath(QStringLiteral("lesson.py"));
        for (const char* command : {"run", "steps", "check", "eval"}) {
            const Ran ran = run({QLatin1String(command), nowhere});
            QCOMPARE(ran.status, 3);
            QVERIFY(ran.out.isEmpty() && ran.err.contains("lesson.py cannot be read: there is no such file"));
        }
        QCOMPARE(run({QStringLiteral("run"), QStringLiteral("x*x")}).status, 3);
        QCOMPARE(run({QStringLiteral("run"), folder.path()}).status, 3);
        QCOMPARE(run({QStringLiteral("eval"), QStringLiteral("x*x")}).status, 0);
        QVERIFY(run({QStringLiteral("run"), QStringLiteral("-"), QStringLiteral("--limits"), QStringLiteral("patience=3")})
                    .err.contains("Limits: steps, depth"));
    }

    void leaves_of_a_program_are_inputs() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("p.py"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "import torch\nx = torch.tensor(3.0, requires_grad=True)\nw = torch.tensor([1.0, 2.0], requires_grad=True)\ny = (x * w).sum()\n"
            "if x > 1:\n    y = y * x\nprint(y.item())\n(w * 2).sum().backward()\ny.backward()\n");
        file.close();
        const auto with = [&](const char* command, std::initializer_list<const char*> more) {
            QStringList all{QLatin1String(command), path};
            return run(all + words(more));
        };
        QCOMPARE(with("run", {}).out, QByteArray("27.0\n"));
        QCOMPARE(with("run", {"--at", "x=2"}).out, QByteArray("12.0\n"));
        QCOMPARE(with("run", {"--at", "x=2", "--at", "w[1]=5"}).out, QByteArray("24.0\n"));
        QCOMPARE(with("plot", {"--range", "0:4", "--samples", "3", "--csv"}).out, QByteArray("x,f,df\n0,0,3\n2,12,12\n4,48,24\n"));
        QCOMPARE(with("plot", {"--range", "0:4", "--samples", "3", "--over", "w[0]", "--at", "x=2"}).out,
                 QByteArray("x,f,df\n0,8,4\n2,16,4\n4,24,4\n"));
        QCOMPARE(with("plot", {"--range", "0:4", "--samples", "2", "--call", "1"}).out,
                 QByteArray("x,f,df\n0,4,2\n4,12,2\n"));  // over w[0], which it needs
        const Ran check = with("check", {});
        QCOMPARE(check.status, 0);
        QCOMPARE(check.out.count("Differences agree."), 3);
        QVERIFY(check.out.startsWith("x: backward 18.0, differences 18"));
        QVERIFY(jsonOf(with("steps", {"--at", "x=2", "--json"}))[QLatin1String("inputs")][QLatin1String("x")] == 2.0);
        const auto isRefused = [&](std::initializer_list<const char*> flags, const char* reason) {
            const Ran refused = with("plot", flags);
            return refused.status == 1 && refused.out.isEmpty() && refused.err.contains(reason);
        };
        QVERIFY(isRefused({"--at", "z=1"}, "Leaves: x, w[0] \xE2\x80\xA6 w[1]"));
        QVERIFY(isRefused({"--over", "w"}, "There is no leaf"));
        QVERIFY(isRefused({"--call", "3"}, "so often"));
        QVERIFY(isRefused({"--call", "1", "--over", "x"}, "does not depend"));
        QCOMPARE(with("plot", {"--range", "0:4", "--samples", "3", "--order", "2", "--csv"}).out,
                 QByteArray("x,f,df,d2f\n0,0,3,0\n2,12,12,6\n4,48,24,6\n"));
        const QString picture = folder.filePath(QStringLiteral("p.svg"));
        QCOMPARE(run({QStringLiteral("export"), path, QStringLiteral("--what"), QStringLiteral("plot"), QStringLiteral("--at"),
                      QStringLiteral("x=2"), QStringLiteral("-o"), picture})
                     .status,
                 0);
        QCOMPARE(run({QStringLiteral("run"), picture}).out, QByteArray("12.0\n"));  // it carries the value that was set
    }

    void one_of_several_figures_is_exported() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.py")), picture = folder.filePath(QStringLiteral("out.svg"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "from matplotlib import pyplot as plt\nplt.plot([1, 2], [3, 4])\nplt.title('earlier')\nplt.figure()\nplt.plot([1, 2], [4, "
            "3])\nplt.title('later')\n");
        file.close();
        const auto drawn = [&](const QStringList& more) {
            const Ran ran = run(QStringList{QStringLiteral("export"), path, QStringLiteral("--what"), QStringLiteral("plot"),
                                            QStringLiteral("-o"), picture} +
                                more);
            QFile svg(picture);
            return ran.status == 0 && svg.open(QIODevice::ReadOnly) ? svg.readAll() : QByteArray::number(ran.status) + ran.err;
        };
        QVERIFY(drawn({}).contains(">later<"));
        const QByteArray first = drawn({QStringLiteral("--figure"), QStringLiteral("1")});
        QVERIFY2(first.contains(">earlier<") && !first.contains(">later<"), first.constData());
        QVERIFY(drawn({QStringLiteral("--figure"), QStringLiteral("2")}).contains(">later<"));
        const QByteArray none = drawn({QStringLiteral("--figure"), QStringLiteral("3")});
        QVERIFY2(none.startsWith("1") && none.contains("no figure 3") && none.contains("draws 2 figure"), none.constData());
        QVERIFY(drawn({QStringLiteral("--figure"), QStringLiteral("0")}).startsWith("2"));
        QVERIFY(
            run({QStringLiteral("export"), path, QStringLiteral("--figure"), QStringLiteral("1"), QStringLiteral("-o"), picture}).status ==
            2);  // of the graph
    }

    void plot_writes_a_table() {
        const Ran ran = run(words({"plot", "x^2", "--range", "-1:1", "--samples", "5", "--order", "2", "--csv"}));
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.out, QByteArray("x,f,df,d2f\n-1,1,-2,2\n-0.5,0.25,-1,2\n0,0,0,2\n0.5,0.25,1,2\n1,1,2,2\n"));
        const QByteArray root = run(words({"plot", "sqrt(x)", "--range", "-1:0", "--samples", "2", "--csv"})).out;
        QCOMPARE(root, QByteArray("x,f,df\n-1,nan,nan\n0,0,inf\n"));
    }

    void errors_point_at_the_place_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("unknown function") << words({"eval", "sinn(x)"}) << 1
                                          << QByteArray(
                                                 "error: There is no function “sinn”. Did you mean sin?\n  --> function:1:1\n  |\n1 | "
                                                 "sinn(x)\n  | ^^^^\n  = fix: Write sin\n");
        QTest::newRow("one letter forgotten") << words({"eval", "sn(x)"}) << 1
                                              << QByteArray("error: There is no function “sn”. Did you mean sin?\n  --> function:1:1\n");
        QTest::newRow("two readings")
            << words({"eval", "1/2x"}) << 1
            << QByteArray("error: 1/2x can be read in two ways: (1/2)*x or 1/(2*x).\n  --> function:1:1\n  |\n1 | 1/2x\n  | ^^^^\n");
        QTest::newRow("never closed") << words({"eval", "sin((x+1)"}) << 1
                                      << QByteArray("error: This “(” is never closed.\n  --> function:1:4\n  |\n1 | sin((x+1)\n  |    ^\n");
        QTest::newRow("unknown input") << words({"eval", "x^2", "--at", "z=2"}) << 1
                                       << QByteArray("error: There is no input “z”. Inputs: x.\n");
        QTest::newRow("unknown seed") << words({"steps", "x^2", "--mode", "forward", "--seed", "z\x1b"}) << 1
                                      << QByteArray("error: There is no input “z\xEF\xBF\xBD”. Inputs: x.\n");
        QTest::newRow("no inputs") << words({"eval", "3", "--at", "x=2"}) << 1
                                   << QByteArray("error: There is no input “x”. Inputs: none.\n");
        QTest::newRow("range that runs backwards") << words({"plot", "x", "--range", "5:-5"}) << 2 << QByteArray("error: --range: ");
        QTest::newRow("range too wide") << words({"plot", "x", "--range", "-1e308:1e308"}) << 2 << QByteArray("error: --range: ");
        QTest::newRow("no value") << words({"eval", "x^2", "--at", "x"}) << 2 << QByteArray("error: --at takes NAME=VALUE, not “x”.\n");
        QTest::newRow("unknown option") << words({"eval", "x^2", "--fast"}) << 2 << QByteArray("error: Unknown option --fast.\n");
        QTest::newRow("nothing to do") << words({"eval"}) << 2 << QByteArray("error: A formula or a file is missing.\n");
        QTest::newRow("other format") << words({"export", "x", "-o", "a.bmp"}) << 2
                                      << QByteArray("error: a.bmp: files are written as .svg, .png, ");
        QTest::newRow("no folder") << words({"export", "x^2", "-o", "/nowhere/a.svg"}) << 3
                                   << QByteArray("error: /nowhere/a.svg cannot be written:");
        QTest::newRow("too deep") << words({"eval", QByteArray(250, '(').constData()}) << 4
                                  << QByteArray("error: The formula is nested more than 200 deep.\n  --> function:1:201\n");
    }
    void errors_point_at_the_place() {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, begins);
        const Ran ran = run(arguments);
        QCOMPARE(ran.status, status);
        QCOMPARE(ran.out, QByteArray());
        QCOMPARE(ran.err.left(begins.size()), begins);
    }

    void control_characters_never_reach_the_terminal() {
        const Ran ran = run(words({"eval", "x + \x1b[31m"}));
        QCOMPARE(ran.status, 1);
        QVERIFY(!ran.err.contains('\x1b'));
    }

    // No runtime folder, no UTF-8 locale, no display: a script's environment. What is said is ours alone.
    void a_bare_environment_changes_nothing() {
        const QTemporaryDir folder;
        const QString png = folder.filePath(QStringLiteral("g.png"));
        for (const QStringList& line : {words({"eval", "√x"}), words({"export", "√x", "-o"}) + QStringList{png}}) {
            QProcess process;
            QProcessEnvironment environment;
            for (const auto* name : {"FONTCONFIG_FILE", "BACKSTEP_LAYOUT", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS"}) {
                if (qEnvironmentVariableIsSet(name)) environment.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
            }
            environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), line);
            QVERIFY(process.waitForFinished(20000 * backstep::kPatience));
            QCOMPARE(process.readAllStandardError(), QByteArray());
            QCOMPARE(process.exitCode(), 0);
        }
        QVERIFY(!QImage(png).isNull());
    }

    void an_output_that_takes_nothing_is_status_3() {
        if (!QFile::exists(QStringLiteral("/dev/full"))) QSKIP("no /dev/full");
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words({"eval", "x^2"}));
        QVERIFY(process.waitForFinished(20000 * backstep::kPatience));
        QCOMPARE(process.exitCode(), 3);
    }

    void an_interrupt_is_status_4() {
        QProcess process;
        process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words({"eval", "-"}));  // waits for its input
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(catchesInterrupt(process.processId()));
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(20000 * backstep::kPatience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
    }

    void export_writes_pictures_and_the_same_bytes_again() {
        const QTemporaryDir folder;
        const QString svg = folder.filePath(QStringLiteral("g.svg"));
        const QString png = folder.filePath(QStringLiteral("g.png"));
        for (const auto* what : {"graph", "plot", "both"}) {
            const QStringList line = words({"export", kExample, "--at", "x=2", "--what", what, "--theme", "dark"}) +
                                     QStringList{QStringLiteral("-o"), svg, QStringLiteral("-o"), png};
            const Ran ran = run(line);
            QCOMPARE(ran.err, QByteArray());
            QCOMPARE(ran.status, 0);
            const QByteArray first = contentsOf(svg);
            const QByteArray firstPng = contentsOf(png);
            QVERIFY(textsOf(first) > 5);
            QVERIFY(!QImage(png).isNull());
            QCOMPARE(run(line).status, 0);
            QCOMPARE(contentsOf(svg), first);
            QCOMPARE(contentsOf(png), firstPng);
        }
        const int width = QImage(png).width();
        run(words({"export", kExample, "--what", "both", "--scale", "2", "-o"}) + QStringList{png});
        QVERIFY(std::abs(QImage(png).width() - 2 * width) <= 2);
    }

    // Loading it would take longer than the work.
    void what_writes_text_loads_no_painting() {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_TRACE_LOADED_OBJECTS"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), {});
        QVERIFY(process.waitForFinished(20000 * backstep::kPatience));
        const QByteArray libraries = process.readAllStandardOutput();
        if (!libraries.contains("libc.so")) QSKIP("the loader of this system lists no libraries");
        QVERIFY2(libraries.contains("Qt6Core") && !libraries.contains("Qt6Gui") && !libraries.contains("Qt6Widgets"),
                 libraries.constData());
    }

    void help_and_version_need_nothing() {
        QVERIFY(run(words({"--help"})).out.startsWith("Usage: backstep"));
        QCOMPARE(run(words({"--version"})).out, QByteArray("backstep " BACKSTEP_VERSION "\n"));
        for (const auto* command : {"eval", "steps", "plot", "export", "check"})
            QVERIFY(run(words({command, "--help"})).out.contains(command));
    }

    void check_compares_three_methods() {
        const Ran ran = run(words({"check", kExample, "--at", "x=2"}));
        QCOMPARE(ran.status, 0);
        QVERIFY(ran.out.contains("Forward mode agrees. Differences agree."));
    }

private:
    static bool catchesInterrupt(qint64 process) {
        QFile file(QStringLiteral("/proc/%1/status").arg(process));
        if (!file.open(QIODevice::ReadOnly)) return false;
        for (const QByteArray& line : file.readAll().split('\n')) {
            if (line.startsWith("SigCgt:")) return (line.mid(7).trimmed().toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1))) != 0;
        }
        return false;
    }
    static QByteArray contentsOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static int textsOf(const QByteArray& svg) {
        QXmlStreamReader xml(svg);
        int texts = 0;
        while (!xml.atEnd()) texts += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text") ? 1 : 0;
        return xml.hasError() ? -1 : texts;
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
