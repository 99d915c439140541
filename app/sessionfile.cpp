// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sessionfile.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

#include "app/textfile.h"
#include "engine/base/numbers.h"
#include "engine/export/carrier.h"
#include "engine/text/limits.h"

namespace backstep {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionFile)
};

constexpr int kDeepest = 64;
constexpr int kMostElements = 150'000;
constexpr int kMostKeys = 10'000;
constexpr qsizetype kLongestText = qsizetype{1024} * 1024;
constexpr qsizetype kLongestFold = 512;
constexpr double kMostPlot = 1e15;  // beyond this the axis has no ticks
constexpr double kLeastPlot = 1e-12;

struct Fault {
    QString text;
};

QString placeIn(const QByteArray& text, qsizetype at) {
    const QByteArray before = text.left(at);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size() + 1;
    return QStringLiteral("%1:%2").arg(line).arg(column);
}

// What a reader of JSON must not be given: it would answer with a stack that is too deep, or with minutes of sorting.
void requireModest(const QByteArray& text) {
    int depth = 0;
    int elements = 0;
    int keys = 0;
    qsizetype textBegan = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (textBegan >= 0) {
            if (c == '\\') ++i;
            else if (c == '"') {
                if (i - textBegan > kLongestText) throw Fault{Words::tr("A text in it is longer than %1 characters.").arg(kLongestText)};
                textBegan = -1;
            }
            continue;
        }
        if (c == '"') textBegan = i;
        else if (c == '[' || c == '{') ++depth;
        else if (c == ']' || c == '}') --depth;
        else if (c == ',') ++elements;
        else if (c == ':') ++keys;
        if (depth > kDeepest) throw Fault{Words::tr("It is nested more than %1 deep.").arg(kDeepest)};
        if (elements > kMostElements) throw Fault{Words::tr("It has more than %1 elements.").arg(kMostElements)};
        if (keys > kMostKeys) throw Fault{Words::tr("It has more than %1 keys.").arg(kMostKeys)};
    }
}

// A mark of the byte order at the beginning of a text Qt's reader drops: two keys could become one.
void escapeMarks(QByteArray& json) { json.replace("\xEF\xBB\xBF", "\\ufeff"); }

QJsonObject parsed(QByteArray text) {
    if (text.startsWith("\xEF\xBB\xBF")) text.remove(0, 3);
    if (text.trimmed().isEmpty()) throw Fault{Words::tr("The file is empty.")};
    if (const auto fault = encodingFault(text)) throw Fault{fault->sentence};
    requireModest(text);
    escapeMarks(text);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    const qsizetype at = std::clamp<qsizetype>(error.offset, 0, text.size());  // Qt looks one byte beyond the end of an open string
    const bool unterminated = error.error == QJsonParseError::UnterminatedObject || error.error == QJsonParseError::UnterminatedArray ||
                              error.error == QJsonParseError::UnterminatedString;
    if (unterminated && QByteArrayView(text).sliced(at).trimmed().isEmpty()) {
        throw Fault{Words::tr("It ends too early; the file may be incomplete.")};
    }
    // The reader stands behind the character that it could not take.
    if (error.error != QJsonParseError::NoError)
        throw Fault{Words::tr("It is not JSON at %1: %2.").arg(placeIn(text, std::max<qsizetype>(0, at - 1)), error.errorString())};
    if (!document.isObject()) throw Fault{Words::tr("It is JSON, but no session: an object is wanted.")};
    return document.object();
}

class SessionReader {
public:
    explicit SessionReader(QJsonObject object) : o_(std::move(object)) {}

    SessionRead run() {
        requireFormat();
        source();
        step();
        inputs();
        leaves();
        plot();
        choices();
        rest();
        SessionRead read;
        read.session = std::move(s_);
        read.warnings = std::move(warnings_);
        return read;
    }

private:
    QJsonObject o_;
    SavedSession s_;
    QStringList warnings_;

    void warn(const QString& text) { warnings_ << text; }
    QJsonValue take(const char* key) { return o_.take(QLatin1String(key)); }

    void requireFormat() {
        const QJsonValue format = take("format");
        if (format.toString() == QLatin1String("backstep-exercise")) throw Fault{Words::tr("This is an exercise, not a session.")};
        if (format.toString() != QLatin1String(kSessionFormat)) throw Fault{Words::tr("It is JSON, but no session of Backstep.")};
        const QJsonValue version = take("version");
        if (version.isUndefined()) throw Fault{Words::tr("It does not say which version it has.")};
        if (!version.isDouble() || version.toDouble() != std::floor(version.toDouble()) || version.toDouble() < 1)
            throw Fault{Words::tr("Its version is not a whole number.")};
        if (version.toDouble() > kSessionVersion) {
            throw Fault{Words::tr("A newer Backstep has made it (version %1; this one reads version %2).")
                            .arg(version.toDouble(), 0, 'f', 0)
                            .arg(kSessionVersion)};
        }
    }

    void source() {
        const QJsonValue source = take("source");
        if (source.isUndefined()) throw Fault{Words::tr("It has no source text.")};
        if (!source.isString()) throw Fault{Words::tr("Its source is not a text.")};
        QString text = source.toString();
        // Whatever an editor holds could be saved: it is opened, and where it is read it is said to be too long.
        if (text.size() > kMostCharacters)
            throw Fault{Words::tr("Its source has %1 characters; at most %2 are read.").arg(text.size()).arg(kMostCharacters)};
        if (!text.isValidUtf16()) {
            for (qsizetype i = 0; i < text.size(); ++i) {
                if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) ++i;
                else if (text[i].isSurrogate()) text[i] = QChar::ReplacementCharacter;
            }
            warn(Words::tr("Half characters in the source were replaced."));
        }
        if (text.contains(QChar(0))) warn(Words::tr("The source has a character with the code 0."));
        s_.text = text.toStdString();
        const QString kind = take("kind").toString();
        if (kind == QLatin1String("program")) s_.kind = TextKind::Program;
        else if (kind == QLatin1String("function") || kind == QLatin1String("formula")) s_.kind = TextKind::Formula;
        else s_.kind = kindOfText(s_.text);
        s_.kindChosen = take("kindChosen").toBool();
    }

    void step() {
        const QJsonValue value = take("step");
        if (value.isUndefined()) return;
        constexpr double kMost = 1e9;
        const double step = value.toDouble(-1);
        const double right = std::isfinite(step) ? std::clamp(std::round(step), 0.0, kMost) : 0;
        s_.step = static_cast<std::uint64_t>(right);
        if (!value.isDouble() || right != step) warn(Words::tr("The step was no step; it is %1 now.").arg(s_.step));
    }

    // Numbers, and the words for what is not finite.
    static std::optional<double> numberOf(const QJsonValue& value) {
        if (value.isDouble()) return value.toDouble();
        if (value.toString() == QLatin1String("NaN")) return std::nan("");
        if (value.toString() == QLatin1String("Infinity")) return HUGE_VAL;
        if (value.toString() == QLatin1String("-Infinity")) return -HUGE_VAL;
        return std::nullopt;
    }

    void inputs() {
        const QJsonValue all = take("inputs");
        if (!all.isUndefined() && !all.isObject()) warn(Words::tr("The inputs were not understood."));
        const QJsonObject object = all.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonObject row = it.value().toObject();
            const auto value = numberOf(row.value(QLatin1String("value")));
            SavedInput input;
            if (!value || it.key().isEmpty() || it.key().size() > 64) {
                warn(Words::tr("An input was not understood."));
                continue;
            }
            input.value = *value;
            const auto least = numberOf(row.value(QLatin1String("min")));
            const auto most = numberOf(row.value(QLatin1String("max")));
            if (least && most && std::isfinite(*least) && std::isfinite(*most) && *least < *most && std::isfinite(*most - *least)) {
                input.minimum = *least;
                input.maximum = *most;
            } else if (least || most) {
                warn(Words::tr("The range of an input was put right."));
            }
            s_.inputs[it.key().toStdString()] = input;
        }
    }

    // Places of the text: what lies outside it, or in the wrong order, cannot be meant.
    void leaves() {
        const QJsonValue all = take("leaves");
        if (all.isUndefined()) return;
        constexpr qsizetype kMostLeaves = 1000;
        bool understood = all.isArray() && all.toArray().size() <= kMostLeaves;
        for (const QJsonValue row : understood ? all.toArray() : QJsonArray()) {
            const QJsonObject o = row.toObject();
            const double from = o.value(QLatin1String("from")).toDouble(-1), to = o.value(QLatin1String("to")).toDouble(-1);
            const double occurrence = o.value(QLatin1String("occurrence")).toDouble(-1);
            SavedLeaf leaf;
            bool good = from >= 0 && from < to && to <= static_cast<double>(s_.text.size()) && occurrence >= 0 && occurrence < 1e6 &&
                        std::floor(from) == from && std::floor(to) == to && std::floor(occurrence) == occurrence;
            for (const QJsonValue value : o.value(QLatin1String("values")).toArray()) {
                const auto number = numberOf(value);
                good = good && number;
                leaf.values.push_back(number.value_or(0));
            }
            if (!good || leaf.values.empty()) {
                understood = false;
                continue;
            }
            leaf.begin = static_cast<std::uint32_t>(from);
            leaf.end = static_cast<std::uint32_t>(to);
            leaf.occurrence = static_cast<std::uint32_t>(occurrence);
            s_.leaves.push_back(std::move(leaf));
        }
        if (!understood) warn(Words::tr("A changed value of the program was not understood."));
    }

    void plot() {
        const QJsonValue value = take("plot");
        if (value.isUndefined()) return;
        const QJsonObject plot = value.toObject();
        s_.plotOver = plot.value(QLatin1String("over")).toString().left(64).toStdString();
        const auto from = numberOf(plot.value(QLatin1String("xmin")));
        const auto to = numberOf(plot.value(QLatin1String("xmax")));
        const auto sane = [](const std::optional<double>& x) { return x && std::isfinite(*x) && std::fabs(*x) <= kMostPlot; };
        if (sane(from) && sane(to) && *to - *from >= kLeastPlot * std::max({1.0, std::fabs(*from), std::fabs(*to)})) {
            s_.plotFrom = *from;
            s_.plotTo = *to;
        } else {
            warn(Words::tr("The range of the plot was put right."));
        }
        const double order = plot.value(QLatin1String("order")).toDouble(1);
        s_.plotOrder = order == 0 || order == 1 || order == 2 ? static_cast<int>(order) : 1;
    }

    void choices() {
        s_.mode = take("mode").toString() == QLatin1String("forward") ? SweepMode::Forward : SweepMode::Reverse;
        s_.seedInput = take("seed").toString().left(64).toStdString();
        s_.direction = take("direction").toString() == QLatin1String("right") ? Direction::leftToRight : Direction::topToBottom;
        s_.showConstants = take("constants").toBool();
        const double graph = take("graph").toDouble(1);
        s_.graphOrder = graph == 2 || graph == 3 ? static_cast<int>(graph) : 1;
        const QJsonObject folds = take("folds").toObject();
        for (auto it = folds.begin(); it != folds.end(); ++it) {
            if (it.value().isBool() && it.key().size() <= kLongestFold) s_.folds[it.key().toStdString()] = it.value().toBool();
        }
    }

    // Fields of other versions are kept as they are, those that are known to be wrong are not.
    void rest() {
        if (const QJsonValue view = o_.value(QLatin1String("view")); !view.isUndefined()) {
            const double zoom = view.toObject().value(QLatin1String("zoom")).toDouble(0);
            if (!view.isObject() || !(zoom >= 0.01 && zoom <= 100)) {
                o_.remove(QLatin1String("view"));
                warn(Words::tr("The view was reset."));
            }
        }
        if (const QJsonValue lines = o_.value(QLatin1String("breakpoints")); !lines.isUndefined()) breakpoints(lines);
        QByteArray json = QJsonDocument(o_).toJson(QJsonDocument::Compact);
        escapeMarks(json);
        if (!o_.isEmpty()) s_.more = json.mid(1, json.size() - 2).toStdString();
    }
    void breakpoints(const QJsonValue& value) {
        const double last = static_cast<double>(std::count(s_.text.begin(), s_.text.end(), '\n')) + 1;
        std::vector<double> lines;
        for (const QJsonValue line : value.toArray()) {
            const double number = line.toDouble(0);
            if (number >= 1 && number <= last && number == std::floor(number)) lines.push_back(number);
        }
        std::sort(lines.begin(), lines.end());
        lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
        if (static_cast<qsizetype>(lines.size()) == value.toArray().size() && value.isArray()) return;
        QJsonArray kept;
        for (const double line : lines) kept.append(line);
        o_.insert(QLatin1String("breakpoints"), kept);
        warn(Words::tr("Only breakpoints on lines that exist were kept."));
    }
};

bool isCarrier(const QByteArray& bytes) {
    return sessionIn({bytes.data(), static_cast<std::size_t>(bytes.size())}).fault != CarrierFault::NotACarrier;
}

QByteArray unpacked(const QByteArray& bytes) {
    Carried carried = sessionIn({bytes.data(), static_cast<std::size_t>(bytes.size())});
    switch (carried.fault) {
        case CarrierFault::None: return QByteArray::fromStdString(carried.session);
        case CarrierFault::NotACarrier: return bytes;
        case CarrierFault::NoSession: throw Fault{Words::tr("It carries no session.")};
        case CarrierFault::Damaged: throw Fault{Words::tr("The session that it carries is damaged.")};
        case CarrierFault::TooLarge: throw Fault{Words::tr("The session that it carries is too large.")};
    }
    return {};
}

}  // namespace

bool looksLikeSession(const QByteArray& bytes) {
    QByteArray head = bytes.left(4096);
    if (head.startsWith("\xEF\xBB\xBF")) head.remove(0, 3);
    head = head.trimmed();
    return (head.startsWith('{') && head.contains("\"format\"")) || isCarrier(bytes);
}

SessionRead readSession(const QByteArray& bytes) {
    try {
        if (bytes.size() > kMostSessionBytes && !isCarrier(bytes))
            throw Fault{Words::tr("It is larger than %1 MiB.").arg(kMostSessionBytes / 1024 / 1024)};
        return SessionReader(parsed(unpacked(bytes))).run();
    } catch (const Fault& fault) {
        return {std::nullopt, fault.text, {}};
    }
}

FileRead readRegularFile(const QString& path, qint64 most) {
    const QFileInfo info(path);
    if (!info.exists()) return {{}, Words::tr("%1 does not exist.").arg(path)};
    if (!info.isFile()) return {{}, Words::tr("%1 is not a file.").arg(path)};
    if (info.size() > most) return {{}, Words::tr("%1 is larger than %2 MiB.").arg(path).arg(static_cast<double>(most) / 1024 / 1024)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {{}, Words::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError) return {{}, Words::tr("%1 cannot be read: %2").arg(path, file.errorString())};
    if (bytes.size() > most) return {{}, Words::tr("%1 is larger than %2 MiB.").arg(path).arg(static_cast<double>(most) / 1024 / 1024)};
    return {bytes, {}};
}

}  // namespace backstep
