// SPDX-License-Identifier: GPL-3.0-or-later
// Exported files as others open them: written by the command line, read by programs that know nothing of Backstep. A
// reader that is not installed is skipped, said.
#include <sys/stat.h>
#include <unistd.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "app/sessionfile.h"
#include "engine/export/carrier.h"

using namespace backstep;

namespace {

struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Ran run(const QString& program, const QStringList& words, const QString& folder = {}) {
    QProcess process;
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(program, words);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000)) process.kill();
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}
Ran ours(const QStringList& words) { return run(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words); }

QStringList list(std::initializer_list<const char*> words) {
    QStringList all;
    for (const char* word : words) all << QString::fromUtf8(word);
    return all;
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString found(const char* program) { return QStandardPaths::findExecutable(QString::fromLatin1(program)); }

constexpr const char* kExample = "f(x) = log(x^2)*sin(x)+1/x";

}  // namespace

#define NEEDS(program) \
    if (found(program).isEmpty()) QSKIP(program " is not installed")

class TestExportFiles : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(QString::fromLatin1(name)); }

    // Exports the example and gives the path; nothing may be said on the way.
    QString made(const char* name, std::initializer_list<const char*> more = {}) {
        const QString file = path(name);
        const Ran ran = ours(list({"export", kExample, "--at", "x=2", "-o"}) << file << list(more));
        if (ran.status != 0 || !ran.err.isEmpty()) qWarning("%d %s", ran.status, ran.err.constData());
        return ran.status == 0 && ran.err.isEmpty() ? file : QString();
    }

private slots:
    void every_format_has_the_same_bytes_again() {
        for (const char* name : {"a.svg", "a.png", "a.pdf", "a.html", "a.tex", "a.dot", "a.gif", "a.webp", "a.csv", "a.py"}) {
            const QByteArray first = contentsOf(made(name));
            QVERIFY2(first.size() > 100, name);
            QCOMPARE(contentsOf(made(name)), first);
        }
        for (const char* what : {"worksheet", "key"}) {
            for (const char* name : {"s.svg", "s.png", "s.pdf", "s.html", "s.tex"}) {
                const QByteArray first = contentsOf(made(name, {"--what", what}));
                QVERIFY2(first.size() > 100, name);
                QCOMPARE(contentsOf(made(name, {"--what", what})), first);
            }
        }
    }

    void librsvg_draws_the_svg_as_the_png_is() {
        NEEDS("rsvg-convert");
        const QImage png(made("g.png"));
        const Ran drawn = run(found("rsvg-convert"), {made("g.svg")});
        QCOMPARE(drawn.status, 0);
        const QImage svg = QImage::fromData(drawn.out, "PNG");
        QVERIFY(std::abs(svg.width() - png.width()) <= 1 && std::abs(svg.height() - png.height()) <= 1);
        // Letters differ by their edges; all else is the same picture.
        int far = 0;
        for (int y = 0; y < std::min(svg.height(), png.height()); ++y) {
            for (int x = 0; x < std::min(svg.width(), png.width()); ++x) {
                far += std::abs(qGray(svg.pixel(x, y)) - qGray(png.pixel(x, y))) > 96;
            }
        }
        QVERIFY2(far < png.width() * png.height() / 100, qPrintable(QString::number(far)));
    }

    // What a teacher asks for first: the plot of f and f′, of a formula and of a program, as a file.
    void the_plot_of_f_and_its_derivative_is_saved_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("function");
        QTest::newRow("formula") << QByteArray("f(x) = log(x^2) * sin(x) + 1/x") << QByteArray("f");
        QTest::newRow("program") << QByteArray(
                                        "import torch\nx = torch.tensor(2.0, requires_grad=True)\ny = torch.sin(x) * x\ny.backward()\n")
                                 << QByteArray("y");
    }
    void the_plot_of_f_and_its_derivative_is_saved() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, function);
        QFile source(path("curve.txt"));
        QVERIFY(source.open(QIODevice::WriteOnly) && source.write(text) == text.size());
        source.close();
        for (const int order : {1, 2}) {
            const QString svg = path("curve.svg"), png = path("curve.png");
            const Ran ran = ours({QStringLiteral("export"), path("curve.txt"), QStringLiteral("-o"), svg, QStringLiteral("-o"), png,
                                  QStringLiteral("--what"), QStringLiteral("plot"), QStringLiteral("--order"), QString::number(order)});
            QVERIFY2(ran.status == 0, ran.err.constData());
            const QByteArray drawn = contentsOf(svg);
            QCOMPARE(drawn.count("class=\"curve\""), order + 1);
            QVERIFY(drawn.contains(function + "′") && drawn.contains(function + "″") == (order == 2));
            QVERIFY(QImage(png).width() >= 600);
            if (found("rsvg-convert").isEmpty()) continue;
            QCOMPARE(run(found("rsvg-convert"), {QStringLiteral("-o"), path("again.png"), svg}).status, 0);
            const QImage again = QImage(path("again.png")),
                         ours = QImage(png).scaled(again.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            int far = 0;
            for (int y = 0; y < ours.height(); ++y) {
                for (int x = 0; x < ours.width(); ++x) far += std::abs(qGray(ours.pixel(x, y)) - qGray(again.pixel(x, y))) > 96;
            }
            QVERIFY2(far < ours.width() * ours.height() / 200, qPrintable(QString::number(far)));
        }
    }

    void an_svg_has_title_description_and_text() {
        QXmlStreamReader xml(contentsOf(made("t.svg", {"--step", "12"})));
        QString title;
        QString description;
        QStringList texts;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            if (xml.name() == QLatin1String("title") && title.isEmpty()) title = xml.readElementText();
            else if (xml.name() == QLatin1String("desc")) description = xml.readElementText();
            else if (xml.name() == QLatin1String("text")) texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
            for (const auto& attribute : xml.attributes())
                QVERIFY2(!attribute.name().contains(QLatin1String("href")), "nothing outside is referred to");
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(title, QStringLiteral("Computation graph"));
        QVERIFY2(description.contains(QLatin1String("x = 2")) && description.contains(QLatin1String("Step 12 of 16")),
                 qPrintable(description));
        QVERIFY(texts.contains(QStringLiteral("v₃ = sin x")));
        QVERIFY(texts.contains(QStringLiteral("0.9093")));
    }

    void a_pdf_has_fonts_and_text_and_no_date() {
        NEEDS("pdftotext");
        const QString pdf = made("p.pdf", {"--what", "both"});
        const Ran fonts = run(found("pdffonts"), {pdf});
        QVERIFY(fonts.out.contains("DejaVuSans"));
        for (const QByteArray& line : fonts.out.split('\n').mid(2)) {
            if (!line.isEmpty()) QVERIFY2(line.contains(" yes "), line.constData());  // embedded
        }
        const Ran text = run(found("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        QVERIFY2(text.out.contains("sin x") && text.out.contains("0.0824"), text.out.constData());
        const Ran info = run(found("pdfinfo"), {pdf});
        QVERIFY(!info.out.contains("Date"));
        QVERIFY(run(found("pdfinfo"), {made("all.pdf", {"--all-steps"})}).out.contains("Pages:           17"));
    }

    void latex_sets_the_pictures() {
        NEEDS("pdflatex");
        made("g.tex");
        made("steps.tex", {"--all-steps"});
        made("deriv.tex", {"--what", "derivation"});
        QFile slides(path("slides.tex"));
        QVERIFY(slides.open(QIODevice::WriteOnly));
        slides.write(
            "\\documentclass{beamer}\n\\usepackage{tikz}\n\\begin{document}\n\\begin{frame}{A title}A "
            "line.\n\n\\input{steps.tex}\\end{frame}\n"
            "\\begin{frame}\\resizebox{!}{0.8\\textheight}{\\input{steps.tex}}\\end{frame}\n\\end{document}\n");
        slides.close();
        const bool beamer = run(QStringLiteral("kpsewhich"), {QStringLiteral("beamer.cls")}).status == 0;
        for (const char* name : {"g", "steps", "deriv", "slides"}) {
            if (QByteArray(name) == "slides" && !beamer) continue;
            const Ran ran = run(found("pdflatex"), list({"-interaction=nonstopmode", "-halt-on-error", name}), folder_.path());
            QVERIFY2(ran.status == 0, ran.out.right(1000).constData());
            QVERIFY2(!ran.out.contains("Overfull"), ran.out.constData());
        }
        if (found("pdftotext").isEmpty()) return;
        const auto pages = [&](const char* name) { return run(found("pdfinfo"), {path(name)}).out; };
        QVERIFY(pages("steps.pdf").contains("Pages:           17"));
        if (beamer) QVERIFY(pages("slides.pdf").contains("Pages:           34"));
        QVERIFY(run(found("pdftotext"), list({"-layout", "g.pdf", "-"}), folder_.path()).out.contains("1.386"));
    }

    void graphviz_reads_every_step() {
        NEEDS("dot");
        const Ran ran = run(found("dot"), {QStringLiteral("-Tplain"), made("all.dot", {"--all-steps"})});
        QCOMPARE(ran.status, 0);
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.out.count("graph "), 17);
    }

    void an_animation_has_a_frame_a_step() {
        const QString gif = made("m.gif");
        QImageReader reader(gif);
        QVERIFY2(reader.supportsAnimation(), "Qt reads GIF");
        int frames = 0;
        QImage last;
        for (QImage frame = reader.read(); !frame.isNull(); frame = reader.read()) {
            ++frames;
            last = frame;
        }
        QCOMPARE(frames, 17);
        QCOMPARE(reader.loopCount(), -1);
        QVERIFY(last.width() > 400);
        const QImage still(made("m.png", {"--step", "16"}));
        int far = 0;
        for (int y = 0; y < still.height(); ++y) {
            for (int x = 0; x < still.width(); ++x) far += std::abs(qGray(still.pixel(x, y)) - qGray(last.pixel(x, y))) > 24;
        }
        QVERIFY2(far < 50, qPrintable(QString::number(far)));
        NEEDS("webpinfo");
        const Ran info = run(found("webpinfo"), {QStringLiteral("-summary"), made("m.webp")});
        QVERIFY2(info.out.contains("Number of frames: 17") && info.out.contains("No error detected"), info.out.constData());
    }

    void a_browser_steps_through_the_page() {
        NEEDS("chromium");
        // The page itself is driven from within another one's script: keys and clicks arrive as a person's do.
        const QString html = made("page.html", {"--what", "both"});
        QByteArray page = contentsOf(html);
        const QByteArray probe =
            "<script>\n"
            "const log = [], key = k => document.dispatchEvent(new KeyboardEvent('keydown', {key: k, bubbles: true}));\n"
            "const now = () => [...document.querySelectorAll('#steps>li')].findIndex(e => e.classList.contains('now'));\n"
            "const shown = () => document.querySelectorAll('#graph>g:not(.off)').length;\n"
            "log.push('start=' + now());\n"
            "key('ArrowRight'); log.push('right=' + now());\n"
            "key('End'); log.push('end=' + now() + ' disabled=' + document.getElementById('next').disabled);\n"
            "key('Home'); log.push('home=' + now());\n"
            "document.getElementById('next').click(); log.push('button=' + now());\n"
            "document.querySelector('.node[data-node]:not(.off)').dispatchEvent(new MouseEvent('click', {bubbles: true})); "
            "log.push('node=' + now());\n"
            "key('End'); log.push('chips=' + document.querySelectorAll('.chip:not(.off)').length);\n"
            "log.push('math=' + (document.querySelector('math').getBoundingClientRect().width > 20));\n"
            "log.push('outside=' + performance.getEntriesByType('resource').length);\n"
            "document.title = log.join(';');\n"
            "</script></body>";
        page.replace("</body>", probe);
        QFile driven(path("driven.html"));
        QVERIFY(driven.open(QIODevice::WriteOnly));
        driven.write(page);
        driven.close();
        const Ran ran = run(found("chromium"),
                            list({"--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom"})
                                << QStringLiteral("--user-data-dir=") + path("profile") << QStringLiteral("file://") + driven.fileName());
        const QString dom = QString::fromUtf8(ran.out);
        const QString title = QRegularExpression(QStringLiteral("<title>(.*?)</title>")).match(dom).captured(1);
        QCOMPARE(title, QStringLiteral("start=7;right=8;end=16 disabled=true;home=0;button=1;node=11;chips=1;math=true;outside=0"));
    }

    void python_reads_the_table() {
        NEEDS("python3");
        const Ran ran = run(found("python3"), list({"-I", "-c",
                                                    "import csv,sys\nfor r in csv.DictReader(open(sys.argv[1], newline='', "
                                                    "encoding='utf-8')): print(r['node'], r['value'], r['adjoint'])"})
                                                  << made("t.csv"));
        QCOMPARE(ran.status, 0);
        QVERIFY2(ran.out.contains("x 2.0 0.08239541392249738\n"), ran.out.constData());
    }

    void a_session_comes_out_of_a_picture_as_it_went_in_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"c.svg", "c.png", "c.html"}) QTest::newRow(name) << QString::fromLatin1(name);
    }
    void a_session_comes_out_of_a_picture_as_it_went_in() {
        QFETCH(QString, name);
        const QByteArray plain = name.toLatin1();
        const QString first =
            made(plain.constData(), {"--step", "11", "--direction", "right", "--constants", "--range", "-3:3", "--order", "2"});
        const QByteArray bytes = contentsOf(first);
        const SessionRead read = readSession(bytes);
        QVERIFY2(read.session.has_value(), qPrintable(read.fault));
        QCOMPARE(read.warnings, QStringList());
        QCOMPARE(read.session->step, std::uint64_t{11});
        QCOMPARE(read.session->text, std::string(kExample));
        QCOMPARE(read.session->inputs.at("x").value, 2.0);
        QCOMPARE(read.session->plotTo, 3.0);
        // Opened and exported again it is the same file.
        const QString again = folder_.filePath(QStringLiteral("again-") + name);
        const Ran ran = ours(list({"export"}) << first << QStringLiteral("-o") << again);
        QCOMPARE(ran.err, QByteArray());
        QCOMPARE(ran.status, 0);
        QCOMPARE(contentsOf(again), bytes);
    }

    void sessions_of_strangers_are_read_or_refused_in_words_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("outcome");
        const QString folder = QStringLiteral(BACKSTEP_SHARED_DIR "/hostile/");
        QFile expectations(folder + QStringLiteral("EXPECT.tsv"));
        if (!expectations.open(QIODevice::ReadOnly)) QTest::newRow("none") << QString() << QString();
        for (const QByteArray& line : expectations.readAll().split('\n')) {
            const QList<QByteArray> columns = line.split('\t');
            if (columns.size() > 2 && columns[0].startsWith("sess_"))
                QTest::newRow(columns[0].constData()) << folder + QString::fromLatin1(columns[0]) << QString::fromLatin1(columns[2]);
        }
    }
    void sessions_of_strangers_are_read_or_refused_in_words() {
        QFETCH(QString, file);
        QFETCH(QString, outcome);
        if (file.isEmpty()) QSKIP("the corpus is not here");
        const SessionRead read = readSession(contentsOf(file));
        if (outcome == QLatin1String("load_error")) {
            QVERIFY(!read.session.has_value());
            QVERIFY(!read.fault.isEmpty() && read.fault.size() < 500);
        } else if (outcome == QLatin1String("load_warn") && !file.endsWith(QLatin1String("sess_step_huge.txt")) &&
                   !file.endsWith(QLatin1String("sess_plot_huge_tick.txt"))) {
            QVERIFY2(read.session.has_value(), qPrintable(read.fault));
            QVERIFY(!read.warnings.isEmpty());
        } else if (outcome == QLatin1String("ok")) {
            QVERIFY2(read.session.has_value(), qPrintable(read.fault));
            QVERIFY2(read.warnings.isEmpty(), qPrintable(read.warnings.join(QLatin1Char(' '))));
        }
        if (!read.session) return;
        // Written and read again it is the same, what is unknown included.
        const SessionRead again = readSession(QByteArray::fromStdString(sessionJson(*read.session)));
        QVERIFY2(again.session.has_value(), qPrintable(again.fault));
        QVERIFY(*again.session == *read.session);
    }

    void what_cannot_be_written_is_said() {
        if (::geteuid() != 0) {
            QDir().mkdir(path("locked"));
            QFile::setPermissions(path("locked"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
            QCOMPARE(ours(list({"export", "x^2", "-o"}) << path("locked/a.svg")).status, 3);
        }
        for (const char* ending : {"svg", "png", "pdf", "html", "gif", "py"}) {
            const QString missing = QStringLiteral("/nowhere/a.") + QString::fromLatin1(ending);
            const Ran ran = ours(list({"export", "x^2", "-o"}) << missing);
            QCOMPARE(ran.status, 3);
            QVERIFY2(ran.err.startsWith("error: /nowhere/a."), ran.err.constData());
        }
        const Ran folder = ours(list({"export", "x^2", "-o"}) << (QDir().mkdir(path("d.svg")), path("d.svg")));
        QCOMPARE(folder.status, 3);
    }

    void a_full_disk_leaves_the_old_file() {
        // A file-size limit is what a full disk is to a writer; the shell sets it.
        const QString file = made("old.svg");
        const QByteArray before = contentsOf(file);
        const Ran ran =
            run(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 1; exec \"$0\" export 'x^2+sin(x)' --what both -o \"$1\""),
                 QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), file});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.err.contains("cannot be written") && !ran.err.contains("Unknown"), ran.err.constData());
        QCOMPARE(contentsOf(file), before);
    }

    void wrong_usage_is_told_before_anything_is_computed_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("status");
        QTest::newRow("no ending") << list({"-o", "a"}) << 2;
        QTest::newRow("plot as dot") << list({"--what", "plot", "-o", "a.dot"}) << 2;
        QTest::newRow("steps of a plot") << list({"--what", "plot", "--all-steps", "-o", "a.svg"}) << 2;
        QTest::newRow("steps of a table") << list({"--all-steps", "-o", "a.csv"}) << 2;
        QTest::newRow("one step and all") << list({"--all-steps", "--step", "1", "-o", "a.svg"}) << 2;
        QTest::newRow("no such step") << list({"--step", "999", "-o", "a.svg"}) << 2;
        QTest::newRow("unknown what") << list({"--what", "tree", "-o", "a.svg"}) << 2;
        QTest::newRow("unknown theme") << list({"--theme", "pink", "-o", "a.svg"}) << 2;
        QTest::newRow("unknown language") << list({"--lang", "xx", "-o", "/tmp/backstep-unused.svg"}) << 2;
        QTest::newRow("unknown blank") << list({"--what", "worksheet", "--blank", "zz", "-o", "a.svg"}) << 1;
        QTest::newRow("derivation as picture") << list({"--what", "derivation", "-o", "a.svg"}) << 2;
        QTest::newRow("too large") << list({"--scale", "1000", "-o", "a.png"}) << 2;
        QTest::newRow("scale and dpi") << list({"--scale", "2", "--dpi", "96", "-o", "a.png"}) << 2;
    }
    void wrong_usage_is_told_before_anything_is_computed() {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        const Ran ran = ours(list({"export", "x^2"}) + words);
        QCOMPARE(ran.status, status);
        QVERIFY(ran.err.startsWith("error: "));
        QCOMPARE(ran.out, QByteArray());
    }

    void a_file_a_step_is_numbered() {
        QVERIFY(!made("n-%03d.svg", {"--all-steps"}).isEmpty());
        QCOMPARE(QDir(folder_.path(), QStringLiteral("n-*.svg")).entryList().size(), 17);
        QVERIFY(contentsOf(path("n-011.svg")).contains("Step 11 of 16"));
    }

    void a_worksheet_hides_what_its_key_shows() {
        const QByteArray sheet = contentsOf(made("w.svg", {"--what", "worksheet"}));
        const QByteArray key = contentsOf(made("k.svg", {"--what", "key"}));
        for (const char* answer : {"0.2273", "0.0824", "cos x", "0.082395"}) {
            QVERIFY2(!sheet.contains(answer), answer);
            QVERIFY2(key.contains(answer), answer);
        }
        QVERIFY(sheet.contains(">1.261<"));  // a value is given
        const QByteArray chosen = contentsOf(made("v.svg", {"--what", "worksheet", "--blank", "v4.value,x"}));
        QVERIFY(!chosen.contains(">1.261<"));
        QVERIFY(!chosen.contains(">0.0824<"));
        QVERIFY(chosen.contains(">0.2273<"));
    }
};

QTEST_MAIN(TestExportFiles)
#include "tst_exportfiles.moc"
