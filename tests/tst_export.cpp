// SPDX-License-Identifier: GPL-3.0-or-later
// What goes out as text: nothing that a person typed is ever a command there, and all of it can be read again.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "app/exportwords.h"
#include "engine/diagram/svg.h"
#include "engine/engine.h"
#include "engine/export/carrier.h"
#include "engine/export/compose.h"
#include "engine/export/csv.h"
#include "engine/export/deck.h"
#include "engine/export/derivation.h"
#include "engine/export/dot.h"
#include "engine/export/formulanotation.h"
#include "engine/export/latextext.h"
#include "engine/export/mathml.h"
#include "engine/export/page.h"
#include "engine/export/pythontext.h"
#include "engine/export/tikz.h"
#include "engine/export/torchcode.h"
#include "engine/layout/layout.h"

using namespace backstep;

namespace {

Snapshot snapshotOf(const char* text, double x = 2) {
    Request request;
    request.text = text;
    request.inputs.values["x"] = x;
    request.check = false;
    return *evaluate(request);
}

// Texts that are commands somewhere.
const std::vector<std::string>& hostileTexts() {
    static const std::vector<std::string> texts{
        "</text><script>alert(1)</script>",
        "<img src=http://example.org/x onerror=alert(1)>",
        "]]><!--&amp;&lt;&#60;",
        "\"; onload=\"alert(1)",
        "' onload='alert(1)",
        "$\\input{/etc/passwd}$ \\write18{id} ^^5cinput #1 %d ~",
        "\\end{document}\\begin{foo}{{{",
        "\"] n9 [label=\"evil\\N\\G\\l",
        "=cmd|' /C calc'!A0",
        "\u202Eevil\u202C",  // right-to-left override
        "a\x01\x1b[31mb\nc\rd\te",
        "\xFF\xFE broken \xC3",
        "``?`!`--,,<<>>",
        "\xE4\xB8\xAD\xE6\x96\x87 \xCE\xB1\xCC\x84 v\xE2\x82\x81\xE2\x82\x82",
    };
    return texts;
}

Diagram pictureOfTexts() {
    Diagram diagram;
    diagram.size = {400, 40.0 * static_cast<double>(hostileTexts().size())};
    diagram.title = hostileTexts()[0];
    diagram.description = hostileTexts()[3];
    double y = 20;
    for (const std::string& text : hostileTexts()) {
        Group group{
            "text-" + std::to_string(diagram.groups.size()), "node", text, NodeId(diagram.groups.size()), {0, y, 400, 30}, false, {}};
        group.items.push_back({TextShape{{10, y}, Anchor::start, 13, {{text, false, false, Ink::text}}}, 1, Part::none});
        diagram.groups.push_back(std::move(group));
        y += 40;
    }
    return diagram;
}

// A formula's graph whose every name is hostile.
Snapshot withNames() {
    Snapshot s = snapshotOf("sin(x)*x");
    std::size_t next = 0;
    for (GraphNode& node : s.graph.nodes) {
        node.name = hostileTexts()[next++ % hostileTexts().size()];
        node.expression = hostileTexts()[next++ % hostileTexts().size()];
    }
    return s;
}

QString found(const char* program) { return QStandardPaths::findExecutable(QString::fromLatin1(program)); }

struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray err;
};
Ran run(const QString& program, const QStringList& arguments, const QString& folder, const QByteArray& input = {}) {
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

void write(const QString& path, const std::string& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
}

std::string page(const Snapshot& s) {
    const Layout layout = layeredLayout(layoutRequest(s.graph, Direction::topToBottom));
    State state(s.recording);
    const Deck deck = deckOf(s.stops(), [&](std::size_t stop) {
        state.moveTo(stop);
        return graphDiagram(s.graph, layout, s.recording, s.source, state);
    });
    PageOptions options;
    options.heading = headingOf(s);
    options.mathematics = formulaNotation(s.parsed.ast, s.source, s.recording);
    options.session = base64("{\"format\": \"x\"}");
    return toPage(deck, stepTextsOf(s), options);
}

// /usr/bin/python3 as Debian has it: another one on the path may lack the library.
QString pythonWithTorch() {
    for (const QString& python : {QStringLiteral("/usr/bin/python3"), found("python3")}) {
        if (QFile::exists(python) &&
            run(python, {QStringLiteral("-I"), QStringLiteral("-c"), QStringLiteral("import torch")}, QDir::rootPath()).status == 0)
            return python;
    }
    return {};
}

}  // namespace

class TestExport : public QObject {
    Q_OBJECT

private slots:
    void a_deck_shows_at_every_stop_what_was_put_in() {
        const Snapshot s = snapshotOf("log(x^2)*sin(x)+1/x");
        const Layout layout = layeredLayout(layoutRequest(s.graph, Direction::topToBottom));
        State state(s.recording);
        const auto frame = [&](std::size_t stop) {
            state.moveTo(stop);
            return graphDiagram(s.graph, layout, s.recording, s.source, state);
        };
        const Deck deck = deckOf(s.stops(), frame);
        std::size_t groups = 0;
        for (std::size_t stop = 0; stop <= s.stops(); ++stop) {
            std::vector<Group> shown;
            for (const Layer& layer : deck.layers) {
                if (stop >= layer.first && stop <= layer.last) shown.push_back(layer.group);
            }
            const Diagram whole = frame(stop);
            QVERIFY2(shown == whole.groups, qPrintable(QStringLiteral("stop %1").arg(stop)));
            groups += whole.groups.size();
        }
        QVERIFY(deck.layers.size() * 2 < groups);  // what does not change is kept once
    }

    void svg_holds_hostile_texts_as_texts() {
        const std::string svg = toSvg(pictureOfTexts());
        QXmlStreamReader xml(QByteArray::fromStdString(svg));
        int texts = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            QVERIFY2(xml.name() != QLatin1String("script") && xml.name() != QLatin1String("img") && xml.name() != QLatin1String("image"),
                     qPrintable(xml.name().toString()));
            for (const auto& attribute : xml.attributes()) QVERIFY(!attribute.name().startsWith(QLatin1String("on")));
            texts += xml.name() == QLatin1String("text");
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(texts, static_cast<int>(hostileTexts().size()));
    }

    void a_page_has_two_scripts_and_nothing_outside() {
        const std::string text = page(snapshotOf("f(x) = {x^2 if x > 1 and x < 3, |x| otherwise} + 1/x"));
        const QString html = QString::fromStdString(text);
        QCOMPARE(html.count(QLatin1String("<script")), 2);  // the page's own, and the session's text
        QCOMPARE(html.count(QLatin1String("</script>")), 2);
        QVERIFY(!html.contains(QLatin1String("http:")) ||
                html.count(QLatin1String("http:")) == html.count(QLatin1String("\"http://www.w3.org/2000/svg\"")));
        QVERIFY(!html.contains(QLatin1String("https:")));
        QVERIFY(!html.contains(QLatin1String("src=")));
        QCOMPARE(text, page(snapshotOf("f(x) = {x^2 if x > 1 and x < 3, |x| otherwise} + 1/x")));
        const Carried carried = sessionIn(text);
        QCOMPARE(carried.session, std::string("{\"format\": \"x\"}"));
    }

    void a_page_holds_hostile_texts_as_texts() {
        const Diagram picture = pictureOfTexts();
        const Deck deck = deckOf(1, [&](std::size_t) { return picture; });
        std::vector<StepText> texts(2);
        Notation all;
        for (const std::string& text : hostileTexts()) {
            for (const auto kind : {Notation::Kind::symbol, Notation::Kind::upright, Notation::Kind::number, Notation::Kind::relation,
                                    Notation::Kind::prefix}) {
                Notation leaf;
                leaf.kind = kind;
                leaf.text = text;
                all.children.push_back(leaf);
            }
            texts[1].words += text;
            texts[1].phase += text;
        }
        texts[1].lines.push_back(all);
        PageOptions options;
        options.heading = options.subtitle = hostileTexts()[0] + hostileTexts()[1];
        options.pictures = {picture};
        options.words.next = hostileTexts()[3];
        options.words.language = hostileTexts()[3];
        const QString html = QString::fromStdString(toPage(deck, texts, options));
        QCOMPARE(html.count(QLatin1String("<script")), 1);
        QVERIFY(!html.contains(QLatin1String("<img")));
        static const QRegularExpression handler(QStringLiteral("<[^>]*\\son[a-z]+\\s*="));
        static const QRegularExpression value(QStringLiteral("=\"[^\"]*\""));
        QVERIFY(!QString(html).replace(value, QStringLiteral("=\"\"")).contains(handler));
        for (const char16_t mark : {0x202E, 0x1b, 0x01}) QVERIFY(!html.contains(QChar(mark)));
    }

    void mathml_is_well_formed_whatever_it_holds() {
        for (const char* formula :
             {"{x^2 if x > 1 and x < 3, |x| otherwise}", "sqrt(cbrt(x))/(x_1*2.5e-8)", "-(-x)^2^x", "e^(x/2)*log_base(x, 2)"}) {
            const Snapshot s = snapshotOf(formula);
            for (const Notation& line : formulaNotation(s.parsed.ast, s.source, s.recording)) {
                QXmlStreamReader xml(QByteArray::fromStdString(toMathml(line)));
                while (!xml.atEnd()) xml.readNext();
                QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            }
            for (std::size_t stop = 1; stop <= s.stops(); ++stop) {
                for (const Notation& line : stepTextOf(s, stop).lines) {
                    QXmlStreamReader xml(QByteArray::fromStdString(toMathml(line)));
                    while (!xml.atEnd()) xml.readNext();
                    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
                }
            }
        }
    }

    void latex_text_is_no_command() {
        QCOMPARE(latexText("\\input{x}"), std::string("\\textbackslash{}input\\{x\\}"));
        QCOMPARE(latexText("v₁₂ = 50 %"), std::string("v$_{12}$ = 50 \\%"));
        QCOMPARE(latexText("x̄ ← 1"), std::string("$\\bar{\\mathsf{x}}$ $\\leftarrow$ 1"));
        QCOMPARE(latexText("中"), std::string("\\backstepchar{中}{U+4E2D}"));
        QCOMPARE(latexText("a--b"), std::string("a{-}{-}b"));
        QCOMPARE(latexText("\n\n"), std::string("{?}{?}"));
    }

    void hostile_pictures_compile() {
        const QString latex = found("pdflatex");
        if (latex.isEmpty()) QSKIP("pdflatex is not installed");
        const QTemporaryDir folder;
        const Diagram picture = pictureOfTexts();
        write(folder.filePath(QStringLiteral("one.tex")), toTikz(picture));
        write(folder.filePath(QStringLiteral("all.tex")), toTikz(deckOf(2, [&](std::size_t stop) {
                  Diagram part = picture;
                  part.groups.resize(2 + stop);
                  return part;
              })));
        for (const char* name : {"one", "all"}) {
            const Ran ran =
                run(latex, {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), QString::fromLatin1(name)},
                    folder.path());
            QVERIFY2(ran.status == 0, ran.out.right(1500).constData());
        }
        if (found("pdftotext").isEmpty()) return;
        const Ran text =
            run(found("pdftotext"), {QStringLiteral("-layout"), QStringLiteral("one.pdf"), QStringLiteral("-")}, folder.path());
        QVERIFY2(text.out.contains("input") && text.out.contains("/etc/passwd"), text.out.constData());
        QVERIFY(!text.out.contains("root:"));
    }

    void derivations_compile_and_say_every_step() {
        const Snapshot s = snapshotOf("log(x^2)*sin(x)+1/x");
        const std::string tex = derivationAsLatex(formulaNotation(s.parsed.ast, s.source, s.recording), pointOf(s), stepTextsOf(s));
        for (std::size_t stop = 1; stop <= s.stops(); ++stop)
            QVERIFY(tex.find("\\textbf{" + std::to_string(stop) + ".}") != std::string::npos);
        const QString latex = found("pdflatex");
        if (latex.isEmpty()) QSKIP("pdflatex is not installed");
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("d.tex")), tex);
        const Ran ran =
            run(latex, {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), QStringLiteral("d")}, folder.path());
        QVERIFY2(ran.status == 0, ran.out.right(1500).constData());
    }

    void dot_keeps_hostile_names_in_their_labels() {
        const Snapshot s = withNames();
        State state(s.recording);
        state.moveTo(s.stops());
        const std::string dot = toDot(s.graph, s.recording, state, {});
        QCOMPARE(dot, toDot(s.graph, s.recording, state, {}));
        const QString program = found("dot");
        if (program.isEmpty()) QSKIP("dot is not installed");
        const Ran plain = run(program, {QStringLiteral("-Tplain")}, QDir::tempPath(), QByteArray::fromStdString(dot));
        QCOMPARE(plain.status, 0);
        QCOMPARE(plain.err, QByteArray());
        QCOMPARE(plain.out.count("\nnode "), static_cast<int>(s.graph.nodes.size()));
        QCOMPARE(plain.out.count("\nedge "), static_cast<int>(s.graph.edges.size()));
        const Ran svg = run(program, {QStringLiteral("-Tsvg")}, QDir::tempPath(), QByteArray::fromStdString(dot));
        QXmlStreamReader xml(svg.out);
        QString texts;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::Characters) texts += xml.text();
        }
        QVERIFY2(texts.contains(QLatin1String("</text><script>alert(1)</script>")), qPrintable(texts));
        QVERIFY2(texts.contains(QLatin1String("&amp;&lt;&#60;")), qPrintable(texts));  // entities are letters here
    }

    void a_table_has_no_formulas() {
        QCOMPARE(csvText("=cmd|' /C calc'!A0"), std::string("'=cmd|' /C calc'!A0"));
        QCOMPARE(csvText("-0.5"), std::string("-0.5"));
        QCOMPARE(csvText("@x"), std::string("'@x"));
        QCOMPARE(csvText("a,\"b\""), std::string("\"a,\"\"b\"\"\""));
        const Snapshot s = snapshotOf("log(x^2)*sin(x)+1/x");
        State state(s.recording);
        state.moveTo(s.stops());
        const QString table = QString::fromStdString(tapeAsTable(s.graph, s.recording, s.source, state));
        QCOMPARE(table.section(QStringLiteral("\r\n"), 0, 0), QStringLiteral("node,op,expression,operands,value,partials,adjoint"));
        QCOMPARE(table.section(QStringLiteral("\r\n"), 1, 1), QStringLiteral("x,input,,,2.0,,0.08239541392249738"));
        state.moveTo(0);
        QCOMPARE(QString::fromStdString(tapeAsTable(s.graph, s.recording, s.source, state)).section(QStringLiteral("\r\n"), 1, 1),
                 QStringLiteral("x,input,,,,,"));
    }

    void names_become_identifiers() {
        std::set<std::string> taken;
        QCOMPARE(pythonName("x", taken), std::string("x"));
        QCOMPARE(pythonName("x", taken), std::string("x_"));
        QCOMPARE(pythonName("λ", taken), std::string("lambda_"));
        QCOMPARE(pythonName("v₁₂", taken), std::string("v12"));
        QCOMPARE(pythonName("Ω", taken), std::string("Omega"));
        QCOMPARE(pythonName("中", taken), std::string("u4e2d"));
        QCOMPARE(pythonComment("a\nb\x0c"
                               "c"),
                 std::string("# a\n# b\xEF\xBF\xBD"
                             "c\n"));
    }

    void torch_finds_the_same_gradients_data() {
        QTest::addColumn<QByteArray>("formula");
        QTest::addColumn<double>("x");
        const auto row = [](const char* formula, double x) { QTest::newRow(formula) << QByteArray(formula) << x; };
        row("f(x) = log(x^2)*sin(x) + 1/x", 2);
        row("{x^2 if x > 1 and not x > 3, -x otherwise} + (x < 2)*x", 1.5);
        row("cbrt(x) + sec(x)*csc(x) - cot(x) + log_base(x, 3)", 0.7);
        row("a = 1/0\nb = x\nx = b^2 + a*0\nf = x", 3);
        row("g(t, x) = t*x^2\nh(u) = g(u, 3) + 1\nh(x) - g(2, x)", 1.25);
        row("e^x + exp(-x) + pi*x + τ + 2^x + x^x", 1.1);
        row("λ*x + lambda*x^2", 2);
        row("max(x, 2) + min(x, 2) + clamp(x, 0, 1) + |x - 2|", 2);
        row("atan2(x, 2) + hypot(3, x) + mod(x, 2) + fmod(x, 3)", 5);
        row("softplus(x)+relu(x)+leaky_relu(x)+leaky_relu(x, 0.2)+elu(x)+gelu(x)+silu(x)+sigmoid(x)", -0.4);
        row("erf(x)+erfc(x/2)+lgamma(x)+digamma(x)+polygamma(2, x)", 1.3);
        row("where(x > 1, x^2, x) + frac(x) + sign(x)*floor(x)", 1.7);
        row("log(x)", -1);
        row("1/x", 0);
        row("-x^2 - (-x)^2 - 2^-x^2 - (x - (1 - x)) / (x / (2 / x))", 0.3);
        row("3 + 4", 1);
    }
    void torch_finds_the_same_gradients() {
        static const QString python = pythonWithTorch();
        if (python.isEmpty()) QSKIP("there is no python3 with torch");
        QFETCH(QByteArray, formula);
        QFETCH(double, x);
        Request request;
        request.text = formula.toStdString();
        request.inputs.otherwise = 0.75;
        request.inputs.values["x"] = x;
        const Snapshot s = *evaluate(request);
        QVERIFY(s.ok());
        const std::string program = formulaAsTorch(s.source, s.parsed.ast, s.recording, derivatives(s, 1).gradient);
        const Ran ran = run(python, {QStringLiteral("-I"), QStringLiteral("-")}, QDir::rootPath(), QByteArray::fromStdString(program));
        QVERIFY2(ran.status == 0, (ran.err + QByteArray::fromStdString(program)).constData());
        // A wrong gradient does not pass.
        QByteArray wrong = QByteArray::fromStdString(program);
        const qsizetype at = wrong.lastIndexOf("assert close(");
        wrong.insert(wrong.indexOf(')', wrong.indexOf(", ", at)), " + 1e-3 + (1 if True else 0)");
        if (formula.contains("f(x)"))
            QVERIFY(run(python, {QStringLiteral("-I"), QStringLiteral("-")}, QDir::rootPath(), wrong).status != 0);
    }

    void torch_finds_the_same_gradients_of_a_program() {
        const Source source(
            "%matplotlib inline\nimport torch\nx = torch.arange(4.0, requires_grad=True)\nw = torch.ones(2, 4, dtype=torch.float64, "
            "requires_grad=True)\n"
            "%time y = (w @ (x * x).double()).sum()\ny.backward()");
        const ParsedProgram parsed = parsePython(source);
        const std::string program = programWithAsserts(source, parsed.diagnostics, runProgram(source, parsed).report);
        QVERIFY(program.find(
                    "assert backstep_torch.allclose(x.grad, backstep_torch.tensor([0.0, 4.0, 8.0, 12.0], dtype=backstep_torch.float32)") !=
                std::string::npos);
        QVERIFY(program.starts_with("# %matplotlib inline\n"));
        static const QString python = pythonWithTorch();
        if (python.isEmpty()) QSKIP("there is no python3 with torch");
        const Ran ran = run(python, {QStringLiteral("-I"), QStringLiteral("-")}, QDir::rootPath(), QByteArray::fromStdString(program));
        QVERIFY2(ran.status == 0, (ran.err + QByteArray::fromStdString(program)).constData());
    }

    void base64_reads_back() {
        for (const std::string& text :
             {std::string(), std::string("a"), std::string("ab"), std::string("abc"), std::string("\0\xFF\x80z", 4)}) {
            QCOMPARE(fromBase64(base64(text)).value_or("?"), text);
        }
        QCOMPARE(fromBase64("YW\nI =").value_or("?"), std::string("ab"));
        for (const char* wrong : {"YWI", "YW=I", "====", "Y W!I", "YWI=YWI="}) QVERIFY2(!fromBase64(wrong), wrong);
    }

    void carriers_are_read_and_nothing_else() {
        const std::string session = "{\"format\":\"backstep-session\",\"source\":\"</metadata><script>\"}";
        SvgOptions options;
        options.metadata = base64(session);
        options.metadataId = kCarrierId;
        const std::string svg = toSvg(pictureOfTexts(), options);
        QCOMPARE(sessionIn(svg).session, session);
        QCOMPARE(sessionIn(toSvg(pictureOfTexts())).fault, CarrierFault::NoSession);
        QCOMPARE(sessionIn("").fault, CarrierFault::NotACarrier);
        QCOMPARE(sessionIn("x = 2").fault, CarrierFault::NotACarrier);
        QCOMPARE(sessionIn("<svg><metadata id=\"backstep-session\">YW").fault, CarrierFault::Damaged);
        QCOMPARE(sessionIn("<svg><metadata id=\"backstep-session\">%%%%</metadata>").fault, CarrierFault::Damaged);
        QCOMPARE(sessionIn("<svg><metadata\n id='backstep-session' x='1'>\n eA==\n</metadata>").session, std::string("x"));
        std::string large;
        large.resize(13'000'000, 'A');
        QCOMPARE(sessionIn("<svg><metadata id=\"backstep-session\">" + large + "</metadata>").fault, CarrierFault::TooLarge);
    }

    void a_png_carries_a_session_and_stays_a_png() {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, "PNG"));
        const std::string png = bytes.toStdString();
        const std::string with = pngWithSession(png, "{\"a\": \"中\"}");
        QCOMPARE(sessionIn(with).session, std::string("{\"a\": \"中\"}"));
        QCOMPARE(QImage::fromData(QByteArray::fromStdString(with), "PNG"), QImage::fromData(bytes, "PNG"));
        QCOMPARE(sessionIn(png).fault, CarrierFault::NoSession);
        // Cut off anywhere, or one byte wrong: a fault, or no session; never another one.
        for (std::size_t length = 0; length < with.size(); ++length)
            QVERIFY(sessionIn(with.substr(0, length)).session.empty() || length > 8 + 25 + 30);
        for (std::size_t i = 0; i < with.size(); ++i) {
            std::string damaged = with;
            damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
            const std::string read = sessionIn(damaged).session;
            QVERIFY(read.empty() || read == "{\"a\": \"中\"}");
        }
    }

    void sheets_and_captions_hold_everything() {
        const Diagram picture = pictureOfTexts();
        const Diagram sheet = sheetOf({picture, picture, picture});
        QVERIFY(sheet.groups.size() == 3 * picture.groups.size() + 3);
        std::set<std::string> ids;
        for (const Group& group : sheet.groups) QVERIFY(ids.insert(group.id).second);
        const Caption caption{"Step 1", {"a very long line that has to be broken because it does not fit beneath the picture at all"}};
        const std::size_t rows = captionRows(caption, picture.size.width);
        QVERIFY(rows > 2);
        QCOMPARE(captioned(picture, caption, rows).groups.back().items.size(), rows);
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
