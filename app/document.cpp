// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace backstep {
namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMostInputs = 1000;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Document)
};

QString key(const char* name) { return QString::fromLatin1(name); }

void setNumber(QJsonObject& object, const char* name, double value) {
    if (std::isfinite(value)) object[key(name)] = value;  // JSON has no others
}

double number(const QJsonObject& object, const char* name, double otherwise) {
    const double value = object[key(name)].toDouble(otherwise);
    return std::isfinite(value) ? value : otherwise;
}

QJsonObject inputsObject(const QMap<QString, InputSetting>& inputs) {
    QJsonObject object;
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        QJsonObject one;
        setNumber(one, "value", it->value);
        setNumber(one, "minimum", it->minimum);
        setNumber(one, "maximum", it->maximum);
        object[it.key()] = one;
    }
    return object;
}

QMap<QString, InputSetting> inputsOf(const QJsonObject& object) {
    QMap<QString, InputSetting> inputs;
    for (auto it = object.begin(); it != object.end() && inputs.size() < kMostInputs; ++it) {
        const QJsonObject one = it->toObject();
        const InputSetting usual;
        InputSetting setting{number(one, "value", usual.value), number(one, "minimum", usual.minimum), number(one, "maximum", usual.maximum)};
        if (!(setting.minimum < setting.maximum)) setting.minimum = usual.minimum, setting.maximum = usual.maximum;
        inputs[it.key()] = setting;
    }
    return inputs;
}

}  // namespace

bool isDocument(const QByteArray& text) {
    const QByteArray start = text.left(4096).trimmed();
    return start.startsWith('{') && start.contains("\"backstep\"");
}

QByteArray documentText(const Document& document) {
    const SessionState& s = document.state;
    QJsonObject plot;
    plot[key("over")] = s.plotOver;
    setNumber(plot, "from", s.plotFrom);
    setNumber(plot, "to", s.plotTo);
    plot[key("order")] = s.plotOrder;
    QJsonObject root;
    root[key("backstep")] = kVersion;
    root[key("kind")] = s.kind == TextKind::Program ? key("program") : key("formula");
    root[key("kindChosen")] = s.kindChosen;
    root[key("text")] = s.text;
    root[key("inputs")] = inputsObject(s.inputs);
    root[key("plot")] = plot;
    root[key("mode")] = s.mode == SweepMode::Forward ? key("forward") : key("reverse");
    root[key("seedInput")] = s.seedInput;
    root[key("direction")] = s.direction == Direction::leftToRight ? key("leftToRight") : key("topToBottom");
    root[key("showConstants")] = s.showConstants;
    if (document.step) root[key("step")] = *document.step;
    return QJsonDocument(root).toJson();
}

ReadDocument readDocument(const QByteArray& text) {
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(text, &error).object();
    if (error.error != QJsonParseError::NoError) return {{}, Words::tr("The file is damaged: %1.").arg(error.errorString())};
    const int version = root[key("backstep")].toInt();
    if (version < 1) return {{}, Words::tr("This is no document of Backstep.")};
    if (version > kVersion) return {{}, Words::tr("This document was written by a newer version of Backstep.")};
    Document document;
    SessionState& s = document.state;
    s.kind = root[key("kind")].toString() == key("program") ? TextKind::Program : TextKind::Formula;
    s.kindChosen = root[key("kindChosen")].toBool();
    s.text = root[key("text")].toString();
    s.inputs = inputsOf(root[key("inputs")].toObject());
    const QJsonObject plot = root[key("plot")].toObject();
    s.plotOver = plot[key("over")].toString();
    s.plotFrom = number(plot, "from", s.plotFrom);
    s.plotTo = number(plot, "to", s.plotTo);
    if (!(s.plotFrom < s.plotTo)) s.plotFrom = SessionState().plotFrom, s.plotTo = SessionState().plotTo;
    s.plotOrder = qBound(1, plot[key("order")].toInt(1), 2);
    s.mode = root[key("mode")].toString() == key("forward") ? SweepMode::Forward : SweepMode::Reverse;
    s.seedInput = root[key("seedInput")].toString();
    s.direction = root[key("direction")].toString() == key("leftToRight") ? Direction::leftToRight : Direction::topToBottom;
    s.showConstants = root[key("showConstants")].toBool();
    if (root.contains(key("step"))) document.step = qMax(0, root[key("step")].toInt());
    return {document, {}};
}

}  // namespace backstep
