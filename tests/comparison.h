// SPDX-License-Identifier: GPL-3.0-or-later
// What a program did (programJson) against what real PyTorch did with it: output, echo, warnings, error, every variable and
// gradient, every backward call node by node, every plot. How close is close: agreement.h.
#pragma once

#include <utility>

#include <QJsonDocument>

#include "tests/agreement.h"

namespace agreement {

inline QString line(const QString& what, const QJsonValue& got, const QJsonValue& expected) {
    const auto text = [](const QJsonValue& v) {
        return QString::fromUtf8(QJsonDocument(QJsonArray{v}).toJson(QJsonDocument::Compact)).left(300);
    };
    return what + u": got "_s + text(got) + u", expected "_s + text(expected) + u'\n';
}

class Comparison {
public:
    Comparison(QJsonObject got, QJsonObject expected, double relative)
        : got_(std::move(got)), expected_(std::move(expected)), relative_(relative) {}

    QString differences() {
        error();
        if (!textAgrees(got_["stdout"].toString(), expected_["stdout"].toString())) note(u"stdout"_s, got_["stdout"], expected_["stdout"]);
        echo();
        warnings();
        variables(expected_["variables"].toObject());
        variables(expected_["other_variables"].toObject());
        // TensorFlow's stand-in was computed with torch: its nodes are not TensorFlow's.
        if (!expected_["name"].toString().startsWith(u'n')) backward();
        plots();
        return out_;
    }

private:
    QJsonObject got_, expected_;
    double relative_;
    QString out_;

    void note(const QString& what, const QJsonValue& got, const QJsonValue& expected) { out_ += line(what, got, expected); }

    void error() {
        const QJsonObject g = got_["error"].toObject();
        const QJsonObject e = expected_["error"].toObject();
        const bool same = got_["error"].isNull() == expected_["error"].isNull() && g["type"] == e["type"] && g["line"] == e["line"] &&
                          masked(g["message"].toString()) == masked(e["message"].toString());
        if (!same) note(u"error"_s, got_["error"], expected_["error"]);
    }
    void echo() {
        const QJsonArray g = got_["echo"].toArray();
        const QJsonArray e = expected_["echo"].toArray();
        bool same = g.size() == e.size();
        for (qsizetype i = 0; same && i < e.size(); ++i) {
            same = g[i]["line"] == e[i]["line"] &&
                   (!e[i].toObject().contains("repr"_L1) || textAgrees(g[i]["repr"].toString(), e[i]["repr"].toString()));
        }
        if (!same) note(u"echo"_s, g, e);
    }
    void warnings() {
        QJsonArray g;
        QJsonArray e;
        for (const auto& w : got_["warnings"].toArray()) g.append(w.toObject()["message"]);
        for (const auto& w : expected_["warnings"].toArray()) e.append(w.toObject()["message"]);
        if (g != e) note(u"warnings"_s, g, e);
    }

    void variables(const QJsonObject& expected) {
        const QJsonObject all = got_["variables"].toObject();
        for (auto it = expected.begin(); it != expected.end(); ++it) variable(it.key(), all[it.key()].toObject(), it.value().toObject());
    }
    void variable(const QString& name, const QJsonObject& g, QJsonObject e) {
        if (e.contains("sample_index"_L1)) {
            if (!sampleAgrees(g["values"], e)) note(name + u" (sample)"_s, QJsonValue(), e["sample_values"]);
            for (const char* key : {"values", "size", "sample_index", "sample_values"}) e.remove(QLatin1String(key));
        }
        if (e.contains("grad"_L1) && e.value("grad"_L1).isNull() != g.value("grad"_L1).isNull())
            note(name + u".grad"_s, g["grad"], e["grad"]);
        else if (!agrees(g, e, relative_)) note(name, g, e);
    }
    static void flatten(const QJsonValue& v, QJsonArray& out) {
        if (!v.isArray()) return out.append(v);
        for (const auto& item : v.toArray()) flatten(item, out);
    }
    bool sampleAgrees(const QJsonValue& values, const QJsonObject& e) const {
        QJsonArray all;
        flatten(values, all);
        const QJsonArray index = e["sample_index"].toArray();
        for (qsizetype i = 0; i < index.size(); ++i) {
            if (index[i].toInt() >= all.size() || !agrees(all[index[i].toInt()], e["sample_values"][i], relative_)) return false;
        }
        return true;
    }

    // The first calls; graphs and tensors that were too large to keep are not compared.
    void backward() {
        const QJsonArray g = got_["backward"].toArray();
        const QJsonArray e = expected_["backward"].toArray();
        if (g.size() < e.size()) note(u"backward calls"_s, g.size(), e.size());
        for (qsizetype i = 0; i < std::min(g.size(), e.size()); ++i) call(u"backward %1 "_s.arg(i), g[i].toObject(), e[i].toObject());
    }
    void call(const QString& what, const QJsonObject& g, const QJsonObject& e) {
        if (g["line"] != e["line"]) note(what + u"line"_s, g["line"], e["line"]);
        if (e.contains("nodes_total"_L1)) return;
        const auto shape = [](const QJsonArray& nodes) {
            QJsonArray out;
            for (const auto& n : nodes) out.append(QJsonArray{n.toObject()["name"], n.toObject()["next"]});
            return out;
        };
        if (shape(g["nodes"].toArray()) != shape(e["nodes"].toArray())) {
            return note(what + u"nodes"_s, shape(g["nodes"].toArray()), shape(e["nodes"].toArray()));
        }
        const QJsonArray a = g["steps"].toArray();
        const QJsonArray b = e["steps"].toArray();
        if (a.size() != b.size()) return note(what + u"steps"_s, a.size(), b.size());
        for (qsizetype i = 0; i < b.size(); ++i) {
            if (a[i]["node"] != b[i]["node"]) return note(what + u"order at %1"_s.arg(i), a[i]["node"], b[i]["node"]);
            for (const QLatin1String side : {"grad_out"_L1, "grad_in"_L1})
                adjoints(what + side, a[i].toObject()[side].toArray(), b[i].toObject()[side].toArray());
        }
    }
    void adjoints(const QString& what, const QJsonArray& g, const QJsonArray& e) {
        bool same = g.size() == e.size();
        for (qsizetype k = 0; same && k < e.size(); ++k) same = e[k].isObject() ? !g[k].isNull() : agrees(g[k], e[k], relative_);
        if (!same) note(what, g, e);
    }

    void plots() {
        const QJsonArray g = got_["plots"].toArray();
        const QJsonArray e = expected_["plots"].toArray();
        if (g.size() != e.size()) return note(u"plots"_s, g.size(), e.size());
        for (qsizetype i = 0; i < e.size(); ++i) {
            const QJsonArray ga = g[i]["axes"].toArray();
            const QJsonArray ea = e[i]["axes"].toArray();
            if (ga.size() != ea.size()) note(u"axes"_s, ga.size(), ea.size());
            for (qsizetype k = 0; k < std::min(ga.size(), ea.size()); ++k) axes(ga[k].toObject(), ea[k].toObject());
        }
    }
    void axes(const QJsonObject& g, const QJsonObject& e) {
        for (const char* key : {"title", "xlabel", "ylabel", "xscale", "yscale", "legend", "xlim", "ylim", "grid", "texts", "bars"}) {
            const QLatin1String k(key);
            if (!agrees(g[k], e[k], relative_)) note(u"plot "_s + k, g[k], e[k]);
        }
        const QJsonArray gl = g["lines"].toArray();
        const QJsonArray el = e["lines"].toArray();
        if (gl.size() != el.size()) return note(u"plot lines"_s, gl.size(), el.size());
        for (qsizetype i = 0; i < el.size(); ++i) {
            QJsonObject expected = el[i].toObject();
            for (const QLatin1String axis : {"x"_L1, "y"_L1}) {
                const QJsonValue values = gl[i][axis].isObject() ? gl[i][axis]["values"] : gl[i][axis];
                const QJsonObject wanted = expected[axis].toObject();
                const bool same =
                    wanted.contains("sample_index"_L1) ? sampleAgrees(values, wanted) : agrees(values, wanted["values"], relative_);
                if (!same) note(u"plot line "_s + axis, values, wanted["values"]);
                expected.remove(axis);
            }
            expected.remove("n"_L1);
            if (!agrees(gl[i], expected, relative_)) note(u"plot line"_s, gl[i], expected);
        }
    }
};

}  // namespace agreement
