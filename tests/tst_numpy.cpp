// SPDX-License-Identifier: GPL-3.0-or-later
// Programs with numpy against what numpy 1.24 and PyTorch 1.13 printed, byte for byte: tests/data/numpy/*.py, each with what
// it printed and the messages of its warnings. tests/data/numpy/expected.py makes that with the real ones.
#include <QDir>
#include <QFile>
#include <QTest>

#include "engine/run/program.h"

namespace {

using namespace Qt::StringLiterals;

QString folder() { return QStringLiteral(BACKSTEP_SOURCE_DIR) + u"/tests/data/numpy"_s; }

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray printedBy(const QByteArray& text) {
    const backstep::Source source(text.toStdString(), "main.py");
    const backstep::ProgramRun run = backstep::runProgram(source, backstep::parsePython(source));
    std::string out = run.report.output;
    for (const auto& warning : run.report.warnings) out += "warning: " + warning.category + ": " + warning.message + "\n";
    if (run.report.error) out += "error: " + run.report.error->type + ": " + run.report.error->message + "\n";
    return QByteArray::fromStdString(out);
}

}  // namespace

class TstNumpy : public QObject {
    Q_OBJECT

private slots:
    void a_program_prints_what_numpy_prints_data() {
        QTest::addColumn<QString>("name");
        for (const QString& file : QDir(folder()).entryList({u"*.py"_s}, QDir::Files, QDir::Name)) {
            if (file != u"expected.py"_s) QTest::newRow(qPrintable(file)) << file.chopped(3);
        }
    }
    void a_program_prints_what_numpy_prints() {
        QFETCH(QString, name);
        const QByteArrayList got = printedBy(contents(folder() + u'/' + name + u".py"_s)).split('\n');
        const QByteArrayList expected = contents(folder() + u'/' + name + u".expected"_s).split('\n');
        for (qsizetype i = 0; i < std::max(got.size(), expected.size()); ++i) QCOMPARE(got.value(i), expected.value(i));
    }

    void a_name_of_numpy_that_is_not_done_is_refused_by_name() {
        for (const char* text :
             {"import numpy as np\nnp.fft\n", "import numpy as np\nnp.uint8\n", "import numpy as np\nnp.linalg.eig\n",
              "import numpy as np\nnp.array(['a'])\n", "import numpy as np\nnp.zeros(2, dtype='complex')\n",
              "import numpy as np\nnp.sum([1, 2], where=[True, False])\n", "import numpy as np\nnp.std([1, 2], dtype=int)\n",
              "import numpy as np\nnp.searchsorted([2, 1], 1, sorter=[1, 0])\n", "import numpy as np\nnp.conj(True)\n",
              "import numpy as np\nnp.median([1., 2.], out=np.array(0.))\n", "import numpy as np\nnp.geomspace(1, [2, 8], 3)\n",
              "import numpy as np\nnp.zeros(2, dtype='U5')\n", "import numpy as np\nnp.intersect1d([1], [1], return_indices=True)\n",
              "import numpy as np\nnp.unravel_index(1, (2, 2), order='F')\n"}) {
            QVERIFY2(printedBy(text).contains("Unsupported"), text);
        }
    }
};

QTEST_GUILESS_MAIN(TstNumpy)
#include "tst_numpy.moc"
