// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outputtext.h"

#include <algorithm>

#include <QCoreApplication>

#include "widgets/programwords.h"

namespace backstep {
namespace {

constexpr int kLongest = 4000;  // characters of a line that are shown

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutputText)
};

bool isHidden(char16_t c) {
    const bool control = (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c < 0xA0);
    const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
    return control || direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

QString escapeOf(char16_t c) {
    if (c == u'\r') return QStringLiteral("\\r");
    return c < 0x100 ? QStringLiteral("\\x%1").arg(int(c), 2, 16, QLatin1Char('0'))
                     : QStringLiteral("\\u%1").arg(int(c), 4, 16, QLatin1Char('0'));
}

// What a call returns by the way: a curve that was drawn, a generator that was seeded. Nobody asked to see it.
bool isByTheWay(std::string_view repr) {
    for (const std::string_view start :
         {"<matplotlib", "[<matplotlib", "(<Figure", "<Figure", "<Axes", "Text(", "<BarContainer", "array([<Axes"}) {
        if (repr.starts_with(start)) return true;
    }
    return repr.starts_with('<') && repr.ends_with('>') && repr.find(" object at 0x") != std::string_view::npos;
}

class Writer {
public:
    explicit Writer(const ProgramReport& report) : report_(report) {}

    OutputText run() {
        const std::string_view all = report_.output;
        std::size_t at = 0;
        for (const ReportedEcho& echo : report_.echo) {
            if (isByTheWay(echo.repr)) continue;
            print(all.substr(at, echo.at - at), at);
            at = std::max(at, std::min(echo.at, all.size()));
            add(echo.repr, OutputLine::Kind::Echo, static_cast<int>(echo.line));
        }
        print(all.substr(at), at);
        for (const ReportedWarning& w : report_.warnings)
            add(w.category + ": " + w.message, OutputLine::Kind::Warning, static_cast<int>(w.line));
        if (report_.unseededRandom) add(unseededNote().toStdString(), OutputLine::Kind::Note, 0);
        return std::move(out_);
    }

private:
    const ProgramReport& report_;
    OutputText out_;
    std::size_t next_ = 0;  // of prints

    // The line that printed the byte at this place.
    int lineAt(std::size_t at) {
        while (next_ < report_.prints.size() && report_.prints[next_].at <= at) ++next_;
        return next_ == 0 ? 0 : static_cast<int>(report_.prints[next_ - 1].line);
    }

    void print(std::string_view text, std::size_t at) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            addLine(text.substr(0, end), OutputLine::Kind::Printed, lineAt(at));
            const std::size_t taken = std::min(end + 1, text.size());
            text.remove_prefix(taken);
            at += taken;
        }
    }

    // What has several lines belongs to the program's line with the first of them.
    void add(std::string_view text, OutputLine::Kind kind, int from) {
        for (bool first = true; first || !text.empty(); first = false) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            addLine(text.substr(0, end), kind, first ? from : 0);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void addLine(std::string_view text, OutputLine::Kind kind, int from) {
        QString line = escaped(text);
        if (line.size() > kLongest) {
            const auto more = static_cast<int>(line.size()) - kLongest;
            line.truncate(kLongest);
            line += Words::tr("… (%n more characters)", nullptr, more);
        }
        if (!out_.lines.isEmpty()) out_.text += QLatin1Char('\n');
        out_.text += line;
        out_.lines.append({kind, from});
    }
};

}  // namespace

QString escaped(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return isHidden(c.unicode()); })) return text;
    QString out;
    for (const QChar c : text) {
        if (isHidden(c.unicode())) out += escapeOf(c.unicode());
        else out += c;
    }
    return out;
}

OutputText outputText(const ProgramReport& report) { return Writer(report).run(); }

}  // namespace backstep
