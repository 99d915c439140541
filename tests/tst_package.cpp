// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed: everything that a program of the desktop brings along, valid to the desktop's own tools, and able to
// run from where it was put. Tools that are not here are skipped, said.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/sanitized.h"

namespace {

struct Ran {
    int status = -1;
    QByteArray all;
};

Ran run(const QString& program, const QStringList& words, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment(),
        int milliseconds = 120000) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setProcessEnvironment(environment);
    process.start(program, words);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(milliseconds);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {!ended ? -2 : process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

QByteArray contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString found(const char* program) { return QStandardPaths::findExecutable(QString::fromLatin1(program)); }

const QString kPackaging = QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/packaging/");

}  // namespace

class TestPackage : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    QString at(const char* path) const { return folder_.filePath(QString::fromLatin1(path)); }

private slots:
    void initTestCase() {
        const Ran ran = run(found("cmake"),
                            {QStringLiteral("--install"), QStringLiteral(BACKSTEP_BINARY_DIR), QStringLiteral("--prefix"), folder_.path()});
        QVERIFY2(ran.status == 0, ran.all.constData());
    }

    void everything_is_in_its_place() {
        for (const char* path :
             {"bin/backstep", "libexec/backstep/backstep-layout", "libexec/backstep/backstep-window",
              "share/applications/org.example.Backstep.desktop", "share/metainfo/org.example.Backstep.metainfo.xml",
              "share/mime/packages/org.example.Backstep.xml", "share/icons/hicolor/scalable/apps/org.example.Backstep.svg",
              "share/icons/hicolor/symbolic/apps/org.example.Backstep-symbolic.svg", "share/man/man1/backstep.1.gz",
              "share/bash-completion/completions/backstep", "share/zsh/vendor-completions/_backstep",
              "share/fish/vendor_completions.d/backstep.fish", "share/doc/backstep/copyright", "share/doc/backstep/changelog.gz",
              "share/backstep/handbook/en/index.html", "share/backstep/handbook/zh_CN/index.html"}) {
            QVERIFY2(QFile::exists(at(path)), path);
        }
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
            const QImage icon(at(qPrintable(QStringLiteral("share/icons/hicolor/%1x%1/apps/org.example.Backstep.png").arg(size))));
            QCOMPARE(icon.size(), QSize(size, size));
        }
    }

    // No environment of ours: the program finds its helper beside itself.
    void it_runs_from_there() {
        QProcessEnvironment bare;
        for (const char* name : {"FONTCONFIG_FILE", "XDG_RUNTIME_DIR", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS"}) {
            if (qEnvironmentVariableIsSet(name)) bare.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
        }
        QCOMPARE(run(at("bin/backstep"), {QStringLiteral("--version")}, bare).all, QByteArray("backstep " BACKSTEP_VERSION "\n"));
        const QString svg = at("a.svg");
        const QString here = at("b.svg");
        const QStringList words{QStringLiteral("export"), QStringLiteral("x^2*sin(x)"), QStringLiteral("-o")};
        const Ran ran = run(at("bin/backstep"), words + QStringList{svg}, bare);
        QVERIFY2(ran.status == 0 && ran.all.isEmpty(), ran.all.constData());
        QCOMPARE(run(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), words + QStringList{here}).status, 0);
        QFile a(svg);
        QFile b(here);
        QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
        QCOMPARE(a.readAll(), b.readAll());  // the helper laid it out, not the stand-in
        bare.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        bare.insert(QStringLiteral("HOME"), folder_.path());
        QCOMPARE(run(at("bin/backstep"), {}, bare, 2500).status, -2);  // the window stays open
    }

    void desktop_files_are_valid() {
        if (found("desktop-file-validate").isEmpty()) QSKIP("desktop-file-validate is not installed");
        const Ran ran = run(found("desktop-file-validate"), {at("share/applications/org.example.Backstep.desktop")});
        QCOMPARE(ran.all, QByteArray());
        QCOMPARE(ran.status, 0);
    }

    void appstream_is_valid() {
        if (found("appstreamcli").isEmpty()) QSKIP("appstreamcli is not installed");
        const Ran ran = run(found("appstreamcli"), {QStringLiteral("validate"), QStringLiteral("--no-net"),
                                                    at("share/metainfo/org.example.Backstep.metainfo.xml")});
        QVERIFY2(ran.status == 0, ran.all.constData());
    }

    void the_mime_types_are_known() {
        QXmlStreamReader xml;
        QFile file(at("share/mime/packages/org.example.Backstep.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        xml.setDevice(&file);
        QStringList types;
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("mime-type"))
                types << xml.attributes().value(QLatin1String("type")).toString();
        }
        QVERIFY(!xml.hasError());
        QCOMPARE(types, QStringList({QStringLiteral("application/x-backstep"), QStringLiteral("application/x-backstep-exercise")}));
        if (found("update-mime-database").isEmpty()) QSKIP("update-mime-database is not installed");
        QVERIFY2(run(found("update-mime-database"), {at("share/mime")}).status == 0, "the database takes it");
        QFile globs(at("share/mime/globs2"));
        QVERIFY(globs.open(QIODevice::ReadOnly));
        QVERIFY(globs.readAll().contains("application/x-backstep:*.backstep"));
    }

    void shells_read_the_completions() {
        QCOMPARE(run(found("bash"), {QStringLiteral("-n"), at("share/bash-completion/completions/backstep")}).status, 0);
        const QString script =
            QStringLiteral("source '%1'; COMP_WORDS=(backstep export x --what w); COMP_CWORD=4; _backstep; echo ${COMPREPLY[@]}")
                .arg(at("share/bash-completion/completions/backstep"));
        QCOMPARE(run(found("bash"), {QStringLiteral("-c"), script}).all, QByteArray("worksheet\n"));
        for (const char* shell : {"zsh", "fish"}) {
            if (found(shell).isEmpty()) continue;
            const QString file = QByteArray(shell) == "zsh" ? at("share/zsh/vendor-completions/_backstep")
                                                            : at("share/fish/vendor_completions.d/backstep.fish");
            QCOMPARE(run(found(shell), {QStringLiteral("-n"), file}).status, 0);
        }
    }

    // Every flag that the command line's own help names is offered, in every shell and in the manual.
    void completions_and_manual_know_every_flag() {
        QByteArray bash;
        QByteArray zsh;
        QByteArray fish;
        QByteArray manual;
        for (const auto& [name, text] : {std::pair("completions/backstep.bash", &bash), std::pair("completions/_backstep", &zsh),
                                         std::pair("completions/backstep.fish", &fish), std::pair("backstep.1", &manual)}) {
            QFile file(kPackaging + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            *text = file.readAll();
        }
        const QByteArray help =
            run(QStringLiteral(BACKSTEP_BINARY_DIR "/bin/backstep"), {QStringLiteral("export"), QStringLiteral("--help")}).all;
        static const QRegularExpression flag(QStringLiteral("--([a-z-]+)"));
        int flags = 0;
        for (auto it = flag.globalMatch(QString::fromUtf8(help)); it.hasNext(); ++flags) {
            const QByteArray name = it.next().captured(1).toLatin1();
            QVERIFY2(bash.contains("--" + name), name.constData());
            QVERIFY2(zsh.contains("--" + name), name.constData());
            QVERIFY2(fish.contains("-l " + name), name.constData());
            QVERIFY2(manual.contains("\\-\\-" + QByteArray(name).replace("-", "\\-")), name.constData());
        }
        QVERIFY(flags > 10);
    }

    void the_manual_is_well_formed() {
        if (found("man").isEmpty()) QSKIP("man is not installed");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("MANWIDTH"), QStringLiteral("100"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        const Ran ran =
            run(found("man"), {QStringLiteral("--warnings"), QStringLiteral("-l"), kPackaging + QStringLiteral("backstep.1")}, environment);
        QCOMPARE(ran.status, 0);
        QVERIFY2(!ran.all.contains("warning"), ran.all.left(500).constData());
    }

    // The runtime has Qt, GMP and libwebp; all else that the build looks for is a module. What is installed is what it starts.
    void the_flatpak_manifest_brings_what_the_build_needs() {
        const QByteArray manifest = contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/packaging/org.example.Backstep.yml"));
        QVERIFY(manifest.contains("\nid: org.example.Backstep\n") && manifest.contains("\ncommand: backstep\n"));
        const QHash<QByteArray, QByteArray> modules{{"GRAPHVIZ", "graphviz"},
                                                    {"TOMLPLUSPLUS", "tomlplusplus"},
                                                    {"MD4C", "md4c"},
                                                    {"GIF", "giflib"},
                                                    {"QCustomPlotQt6", "qcustomplot"}};
        const QSet<QByteArray> runtime{"Qt6", "PkgConfig", "GMP", "WEBP", "Threads"};
        QByteArray build = contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/CMakeLists.txt"));
        build += contentsOf(QStringLiteral(BACKSTEP_SOURCE_DIR "/resources/handbook/CMakeLists.txt"));
        const QRegularExpression needs(QStringLiteral("(?:find_package|pkg_check_modules|find_path)\\((\\w+) [^)]*REQUIRED"));
        int found = 0;
        for (auto it = needs.globalMatch(QString::fromUtf8(build)); it.hasNext(); ++found) {
            const QByteArray name = it.next().captured(1).toUtf8();
            if (runtime.contains(name)) continue;
            QVERIFY2(modules.contains(name), name.constData());
            QVERIFY2(manifest.contains("  - name: " + modules[name] + "\n"), name.constData());
        }
        QVERIFY(found >= 8);
    }

    void lintian_finds_no_fault() {
        if (backstep::kSanitized) QSKIP("What a sanitizer is in is not handed out.");
        if (found("lintian").isEmpty() || found("cpack").isEmpty() || found("dpkg-shlibdeps").isEmpty())
            QSKIP("lintian, cpack or dpkg-dev is not installed");
        const QString package = at("package");
        const Ran made = run(found("cpack"), {QStringLiteral("--config"), QStringLiteral(BACKSTEP_BINARY_DIR "/CPackConfig.cmake"),
                                              QStringLiteral("-B"), package});
        QVERIFY2(made.status == 0, made.all.constData());
        const QStringList files = QDir(package).entryList({QStringLiteral("*.deb")});
        QCOMPARE(files.size(), 1);
        const Ran ran = run(found("lintian"), {QStringLiteral("--allow-root"), QStringLiteral("--fail-on"), QStringLiteral("error"),
                                               QDir(package).filePath(files[0])});
        QVERIFY2(ran.status == 0, ran.all.constData());
    }
};

QTEST_MAIN(TestPackage)
#include "tst_package.moc"
