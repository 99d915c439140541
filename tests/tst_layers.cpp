// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the source, tested: who may include whom, and the habits that every file keeps.
// The compiler cannot see these edges: every folder is on the same include path.
#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

using namespace Qt::StringLiterals;

// The allowed edges. A folder may always include itself; any folder not listed may include nothing of ours.
// The engine's rows are in the order that data flows: what is below a row is never included by it.
struct Row {
    const char* folder;
    const char* mayInclude;  // folders or single headers of ours
    const char*
        outside;  // std: C++ standard library; posix; gmp; toml; graphviz; qt; qcustomplot; animation: giflib, libwebp; benchmark: Google's; torch: libtorch
};
constexpr std::array kTable{
    Row{"engine/base", "", "std"},
    Row{"engine/notation", "engine/base", "std"},
    Row{"engine/text", "engine/base", "std"},
    Row{"engine/syntax", "engine/base engine/notation engine/text", "std"},
    Row{"engine/python", "engine/base engine/text engine/syntax", "std gmp"},
    Row{"engine/tensor", "engine/base engine/text", "std"},
    Row{"engine/tape", "engine/base engine/text engine/syntax engine/tensor", "std"},
    Row{"engine/autodiff", "engine/base engine/text engine/syntax engine/tensor engine/tape", "std"},
    Row{"engine/autograd", "engine/base engine/text engine/syntax engine/python engine/tensor engine/tape engine/autodiff", "std"},
    Row{"engine/modules", "engine/base engine/text engine/syntax engine/python engine/tensor engine/tape engine/autodiff engine/autograd",
        "std"},
    Row{"engine/run",
        "engine/base engine/text engine/syntax engine/python engine/tensor engine/tape engine/autodiff engine/autograd engine/modules",
        "std"},
    Row{"engine/sampling", "engine/base engine/text engine/syntax engine/tensor engine/tape engine/autodiff engine/run",
        "std posix"},  // libmvec is loaded by dlopen
    Row{"engine/timeline", "engine/base engine/notation engine/text engine/syntax engine/tensor engine/tape engine/autodiff engine/run",
        "std"},
    Row{"engine/graph", "engine/base engine/notation engine/text engine/syntax engine/tensor engine/tape engine/timeline", "std"},
    Row{"engine/ways",
        "engine/base engine/notation engine/text engine/syntax engine/python engine/tensor engine/tape engine/autodiff engine/autograd "
        "engine/run "
        "engine/sampling engine/timeline engine/graph engine/engine.h",
        "std"},
    Row{"engine/layout", "engine/base engine/graph engine/graphviz/protocol.h", "std posix"},
    Row{"engine/diagram",
        "engine/base engine/notation engine/text engine/tape engine/run engine/graph engine/layout engine/sampling engine/timeline", "std"},
    Row{"engine/export",
        "engine/base engine/notation engine/text engine/syntax engine/tensor engine/tape engine/autodiff engine/run engine/timeline "
        "engine/graph engine/layout engine/diagram",
        "std"},
    Row{"engine/predict",
        "engine/base engine/notation engine/text engine/syntax engine/tensor engine/tape engine/autodiff engine/run engine/timeline",
        "std"},
    Row{"engine/exercise",
        "engine/base engine/text engine/syntax engine/tensor engine/tape engine/autodiff engine/run engine/timeline engine/graph "
        "engine/ways engine/diagram/figure.h engine/engine.h",
        "std toml"},
    Row{"engine/graphviz", "", "std posix graphviz"},  // a program of its own, under a licence of its own
    Row{"engine", "engine", "std"},                    // engine.h, the public face
    Row{"widgets", "engine", "std qt qcustomplot"},
    Row{"app", "engine widgets", "std qt posix animation"},
    Row{"tests", "engine widgets app", "std qt posix qcustomplot"},
    Row{"tests/bench", "engine tests", "std posix benchmark"},
    Row{"tests/bench/libtorch", "", "std posix torch"},  // a program of its own
    Row{"tests/bench/start", "app tests", "std qt posix"},
    Row{"tests/bench/window", "engine widgets app tests", "std qt qcustomplot benchmark posix"},
};

constexpr int kLongFile = 500;  // a .cpp with more lines says why, in a comment that begins "// Long because"

const Row* rowOf(const QString& path) {
    const Row* best = nullptr;
    for (const Row& row : kTable) {
        const QString folder = QString::fromLatin1(row.folder);
        const bool inside = path.startsWith(folder + u'/') && (folder != "engine"_L1 || path.count(u'/') == 1);
        if (inside && (best == nullptr || folder.size() > qsizetype(std::string_view(best->folder).size()))) {
            best = &row;
        }
    }
    return best;
}

QStringList words(const char* text) { return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts); }

// Which kind of header <name> is; an empty answer is one that nobody may include.
QString kindOf(const QString& name) {
    static const QRegularExpression standard(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression qt(u"^Q[A-Za-z0-9]+(/Q[A-Za-z0-9]+)?$"_s);
    static const QRegularExpression posix(
        u"^(sys/[a-z]+|dirent|dlfcn|errno|execinfo|fcntl|locale|malloc|poll|pthread|signal|spawn|time|unistd)\\.h$"_s);
    static const QRegularExpression graphviz(u"^(graphviz/)?(gvc|cgraph|gvplugin|gvcjob|types|cdt)\\.h$"_s);
    if (standard.match(name).hasMatch()) return u"std"_s;
    if (qt.match(name).hasMatch()) return u"qt"_s;
    if (name == "qcustomplot.h"_L1) return u"qcustomplot"_s;
    if (name == "gmpxx.h"_L1) return u"gmp"_s;
    if (name == "benchmark/benchmark.h"_L1) return u"benchmark"_s;
    if (name == "torch/torch.h"_L1) return u"torch"_s;
    if (name.startsWith("toml++/"_L1)) return u"toml"_s;
    if (name == "gif_lib.h"_L1 || name == "webp/encode.h"_L1 || name == "webp/mux.h"_L1) return u"animation"_s;
    if (posix.match(name).hasMatch()) return u"posix"_s;
    if (graphviz.match(name).hasMatch()) return u"graphviz"_s;
    return {};
}

bool mayIncludeOurs(const Row& row, const QString& path, const QString& header) {
    const QString own = path.left(path.lastIndexOf(u'/') + 1);
    if (header.startsWith(own)) return true;
    if (header.startsWith("engine/graphviz/"_L1) && row.folder != std::string_view("tests")) {
        return words(row.mayInclude).contains(header);  // of the helper program, others see its protocol at most
    }
    const QStringList allowed = words(row.mayInclude);
    return std::any_of(allowed.begin(), allowed.end(),
                       [&](const QString& folder) { return header == folder || header.startsWith(folder + u'/'); });
}

struct Include {
    int line;
    QString name;
    bool quoted;
};

QList<Include> includesOf(const QString& text) {
    static const QRegularExpression pattern(u"^\\s*#\\s*include\\s*(?:([<\"])([^>\"]*)[>\"]|(\\S+))"_s);
    QList<Include> found;
    int line = 0;
    for (const QString& content : text.split(u'\n')) {
        ++line;
        const auto match = pattern.match(content);
        if (!match.hasMatch()) continue;
        // A header whose name is a macro's would escape this test: it is kept, and matches no rule.
        found.append({line, match.hasCaptured(3) ? match.captured(3) : match.captured(2), match.captured(1) == u'"'});
    }
    return found;
}

// What is wrong with the includes of one file; `exists` says whether there is a header of that path.
QStringList includeFaults(const QString& path, const QString& text, const std::function<bool(const QString&)>& exists) {
    const Row* row = rowOf(path);
    if (row == nullptr) return {path + u": the table knows no such folder"_s};
    QStringList faults;
    for (const Include& include : includesOf(text)) {
        const QString kind = kindOf(include.name);
        QString fault;
        if (include.quoted && include.name.endsWith(".moc"_L1)) continue;  // made by the build, of this very file
        if (include.quoted && kind != "qcustomplot"_L1) {
            if (!exists(include.name)) {
                fault = u"is not written from the root, or there is no such file"_s;
            } else if (!mayIncludeOurs(*row, path, include.name)) {
                fault = u"is an edge that the table does not allow"_s;
            }
        } else if (!words(row->outside).contains(kind)) {
            fault = u"is not for this folder"_s;
        }
        if (!fault.isEmpty()) {
            faults += u"%1:%2: %3 %4"_s.arg(path, QString::number(include.line), include.name, fault);
        }
    }
    return faults;
}

// What is wrong with the form of one file, whatever its language.
QStringList formFaults(const QString& path, const QString& text) {
    const QStringList lines = text.split(u'\n');
    const QString head = lines.mid(0, 4).join(u'\n');
    const QString licence = path.startsWith("engine/graphviz/"_L1) ? u"MIT"_s : u"GPL-3.0-or-later"_s;
    QStringList faults;
    // Spelled in two pieces: otherwise this file would carry the line for every tool that looks for it.
    static const QString tag = u"SPDX-License"_s + u"-Identifier: "_s;
    if (!head.contains(tag + licence)) faults += u"%1: its head lacks \"%2%3\""_s.arg(path, tag, licence);
    const bool reasoned = !lines.mid(0, 10).filter(u"// Long because"_s).isEmpty();
    if (path.endsWith(".cpp"_L1) && lines.size() - 1 > kLongFile && !reasoned) {
        faults += u"%1: %2 lines, and no reason at its top"_s.arg(path).arg(lines.size() - 1);
    }
    if (path.endsWith(".h"_L1) && !text.contains("#pragma once"_L1)) faults += path + u": no #pragma once"_s;
    return faults;
}

QString root() { return QStringLiteral(BACKSTEP_SOURCE_DIR "/"); }

QString read(const QString& path) {
    QFile file(root() + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// Every file of ours in these folders with one of these endings, relative to the root.
QStringList ourFiles(const QStringList& patterns, const QStringList& folders) {
    QStringList files;
    for (const QString& folder : folders) {
        QDirIterator walk(root() + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) files += walk.next().mid(root().size());
    }
    files.sort();
    return files;
}

const QStringList kProgram{u"engine"_s, u"widgets"_s, u"app"_s, u"tests"_s};
const QStringList kAll = kProgram + QStringList{u"resources"_s};  // with the tools that wrote what is kept there

// The types that a file defines for all others to see, with their namespaces: "backstep::python::Value".
QStringList typesOf(const QString& text) {
    static const QRegularExpression opens(u"^(?:inline )?namespace ?([\\w:]*) ?\\{$"_s);
    static const QRegularExpression type(
        u"^(?:template <[^>]*> )?(?:struct|class|enum class|enum|union) (?:\\[\\[\\w+\\]\\] )?(\\w+)(?: final)?(?: ?:[^:;]+[^;]*)? \\{"_s);
    QStringList namespaces, types;
    for (const QString& line : text.split(u'\n')) {
        if (const auto match = opens.match(line); match.hasMatch())
            namespaces << (match.captured(1).isEmpty() ? u"(own)"_s : match.captured(1));
        else if (line.startsWith("}  // namespace"_L1) && !namespaces.isEmpty()) namespaces.removeLast();
        else if (const auto found = type.match(line); found.hasMatch() && !namespaces.contains("(own)"_L1))
            types << (namespaces + QStringList{found.captured(1)}).join("::"_L1);
    }
    return types;
}

// Two types of one name are one to the linker: it keeps one of their destructors, and calls it for both.
QStringList sharedNames(const QList<std::pair<QString, QString>>& files) {
    QMap<QString, QStringList> homes;
    for (const auto& [path, text] : files) {
        for (const QString& type : typesOf(text)) homes[type] << path;
    }
    QStringList faults;
    for (auto it = homes.cbegin(); it != homes.cend(); ++it) {
        if (it->size() > 1) faults << it.key() + u": "_s + it->join(u", "_s);
    }
    return faults;
}

bool isThere(const QString& path) { return QFile::exists(root() + path); }

}  // namespace

class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void everyIncludeIsAnEdgeOfTheTable();
    void everyFileKeepsTheForm();
    void noTwoTypesHaveOneName();
    void fail_twoTypesHaveOneName();
    void oneFileAloneKnowsQCustomPlot();
    void theTableIsInTheOrderOfTheData();
    void fail_includes_data();
    void fail_includes();
    void goodIncludes_data();
    void goodIncludes();
    void fail_form();
};

void TestLayers::everyIncludeIsAnEdgeOfTheTable() {
    const QStringList files = ourFiles({u"*.h"_s, u"*.cpp"_s, u"*.def"_s, u"*.inc"_s}, kProgram);
    QVERIFY(files.size() > 10);
    QStringList faults;
    for (const QString& path : files) faults += includeFaults(path, read(path), isThere);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestLayers::everyFileKeepsTheForm() {
    QStringList files = ourFiles({u"*.h"_s, u"*.cpp"_s, u"*.def"_s, u"*.inc"_s, u"CMakeLists.txt"_s, u"*.sh"_s, u"*.conf"_s}, kAll);
    files += {u"CMakeLists.txt"_s, u"run.sh"_s, u"test.sh"_s, u".ci/run"_s, u".clang-format"_s, u".clang-tidy"_s};
    QStringList faults;
    for (const QString& path : std::as_const(files)) faults += formFaults(path, read(path));
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestLayers::noTwoTypesHaveOneName() {
    QList<std::pair<QString, QString>> files;
    for (const QString& path : ourFiles({u"*.h"_s, u"*.cpp"_s}, {u"engine"_s, u"widgets"_s, u"app"_s})) files.append({path, read(path)});
    qsizetype types = 0;
    for (const auto& [path, text] : std::as_const(files)) types += typesOf(text).size();
    QVERIFY2(types > 500, qPrintable(QString::number(types)));
    const QStringList faults = sharedNames(files);
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestLayers::fail_twoTypesHaveOneName() {
    const QString first = u"namespace backstep {\nclass Paths : public Other {\n};\nclass Ahead;\n}  // namespace backstep\n"_s;
    const QString second = u"namespace backstep {\nstruct Paths {\n};\nclass Ahead;\n}  // namespace backstep\n"_s;
    const QString own = u"namespace backstep {\nnamespace {\nstruct Paths {\n};\n}  // namespace\n}  // namespace backstep\n"_s;
    QCOMPARE(sharedNames({{u"a.h"_s, first}, {u"b.h"_s, second}, {u"c.cpp"_s, own}}), QStringList{u"backstep::Paths: a.h, b.h"_s});
}

void TestLayers::oneFileAloneKnowsQCustomPlot() {
    QStringList users;
    for (const QString& path : ourFiles({u"*.h"_s, u"*.cpp"_s}, kProgram)) {
        const auto includes = includesOf(read(path));
        const bool uses =
            std::any_of(includes.begin(), includes.end(), [](const Include& include) { return kindOf(include.name) == "qcustomplot"_L1; });
        if (uses && !path.startsWith("tests/"_L1)) users += path;
    }
    QVERIFY2(users.size() <= 1 && users.filter(QRegularExpression(u"\\.h$"_s)).isEmpty(), qPrintable(users.join(u' ')));
}

// No row includes a row below it, but for the folders that are programs or layers of their own.
void TestLayers::theTableIsInTheOrderOfTheData() {
    QStringList above;
    for (const Row& row : kTable) {
        for (const QString& folder : words(row.mayInclude)) {
            if (folder == "engine"_L1 || folder.endsWith(".h"_L1)) continue;
            QVERIFY2(above.contains(folder), qPrintable(u"%1 -> %2"_s.arg(QLatin1StringView(row.folder), folder)));
        }
        above += QString::fromLatin1(row.folder);
    }
}

void TestLayers::fail_includes_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const char* path, const char* text) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(text);
    };
    row("Qt in the engine", "engine/tape/tape.h", "#include <QString>\n");
    row("Qt in the engine, by module", "engine/run/run.h", "#include <QtCore/QString>\n");
    row("the engine knows no widget", "engine/engine.h", "#include \"widgets/graphview.h\"\n");
    row("against the flow", "engine/tape/tape.h", "#include \"engine/run/run.h\"\n");
    row("against the flow, indented", "engine/base/ids.h", "  #  include \"engine/text/source.h\"\n");
    row("notation stands beside base", "engine/notation/notation.cpp", "#include \"engine/tape/tape.h\"\n");
    row("a layout draws nothing", "engine/layout/layout.cpp", "#include \"engine/diagram/diagram.h\"\n");
    row("Graphviz in the engine", "engine/layout/layout.cpp", "#include <gvc.h>\n");
    row("the helper is alone", "engine/graphviz/main.cpp", "#include \"engine/base/ids.h\"\n");
    row("of the helper only the protocol", "engine/layout/helper.cpp", "#include \"engine/graphviz/dot.h\"\n");
    row("the protocol only in layout", "engine/graph/graph.cpp", "#include \"engine/graphviz/protocol.h\"\n");
    row("the protocol not in app", "app/main.cpp", "#include \"engine/graphviz/protocol.h\"\n");
    row("a view knows no document", "widgets/graphview.cpp", "#include \"app/session.h\"\n");
    row("a plot only among the widgets", "app/main.cpp", "#include <qcustomplot.h>\n");
    row("nobody includes a test", "app/main.cpp", "#include \"tests/check.h\"\n");
    row("not from the root", "widgets/graphview.cpp", "#include \"graphview.h\"\n");
    row("from above", "widgets/graphview.cpp", "#include \"../engine/tape/tape.h\"\n");
    row("by a macro", "engine/tape/tape.h", "#define H <QString>\n#include H\n");
    row("an unknown library", "engine/tensor/kernel.cpp", "#include <Eigen/Dense>\n");
    row("large integers only in python", "engine/tensor/tensor.h", "#include <gmpxx.h>\n");
    row("the machine knows no tensor", "engine/python/machine.cpp", "#include \"engine/tensor/tensor.h\"\n");
    row("processes only in layout", "engine/run/run.cpp", "#include <unistd.h>\n");
    row("a folder that the table lacks", "engine/misc/misc.h", "#include <vector>\n");
    row("the second of two", "engine/tape/tape.h", "#include <vector>\n#include <QList>\n");
}

void TestLayers::fail_includes() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    const auto exists = [](const QString& name) { return name.contains(u'/') && !name.contains(".."_L1); };
    QCOMPARE(includeFaults(path, text, exists).size(), 1);
}

void TestLayers::goodIncludes_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    const auto row = [](const char* path, const char* header) {
        QTest::newRow(header) << QString::fromUtf8(path) << QString::fromUtf8(header);
    };
    row("engine/tape/tape.h", "<vector>");
    row("engine/tape/tape.cpp", "\"engine/tape/tape.h\"");
    row("engine/tape/tape.h", "\"engine/text/source.h\"");
    row("engine/layout/helper.cpp", "\"engine/graphviz/protocol.h\"");
    row("engine/layout/helper.cpp", "<spawn.h>");
    row("engine/graphviz/main.cpp", "<gvc.h>");
    row("engine/python/object.h", "<gmpxx.h>");
    row("engine/modules/torch.cpp", "\"engine/autograd/variable.h\"");
    row("engine/engine.h", "\"engine/run/run.h\"");
    row("widgets/plotview.cpp", "<qcustomplot.h>");
    row("widgets/plotview.cpp", "<QtWidgets/QWidget>");
    row("app/session.h", "\"widgets/stepcursor.h\"");
    row("tests/tst_session.cpp", "\"app/session.h\"");
    row("tests/tst_session.cpp", "\"tst_session.moc\"");
}

void TestLayers::goodIncludes() {
    QFETCH(QString, path);
    QFETCH(QString, header);
    const QStringList faults = includeFaults(path, u"#include "_s + header, [](const QString&) { return true; });
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestLayers::fail_form() {
    const QString gpl = u"// SPDX-License"_s + u"-Identifier: GPL-3.0-or-later\n"_s;
    const QString mit = u"// SPDX-License"_s + u"-Identifier: MIT\n"_s;
    const QString lines = QString(kLongFile, u'\n');
    QCOMPARE(formFaults(u"app/a.cpp"_s, gpl).size(), 0);
    QCOMPARE(formFaults(u"app/a.cpp"_s, {}).size(), 1);
    QCOMPARE(formFaults(u"app/a.cpp"_s, lines + gpl).size(), 2);  // too far down, and too long
    QCOMPARE(formFaults(u"app/a.cpp"_s, mit).size(), 1);
    QCOMPARE(formFaults(u"engine/graphviz/a.cpp"_s, mit).size(), 0);
    QCOMPARE(formFaults(u"engine/graphviz/a.cpp"_s, gpl).size(), 1);
    QCOMPARE(formFaults(u"app/a.h"_s, gpl).size(), 1);
    QCOMPARE(formFaults(u"app/a.h"_s, gpl + u"#pragma once\n"_s).size(), 0);
    QCOMPARE(formFaults(u"app/a.cpp"_s, gpl + lines).size(), 1);
    QCOMPARE(formFaults(u"app/a.cpp"_s, gpl + u"// Long because it is one table.\n"_s + lines).size(), 0);
}

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
