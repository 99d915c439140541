// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSettings>
#include <QVBoxLayout>

#include "app/language.h"
#include "app/mainwindow.h"
#include "widgets/formlabels.h"

namespace backstep {
namespace {

QString directionKey() { return QStringLiteral("new/leftToRight"); }
QString constantsKey() { return QStringLiteral("new/constants"); }
QString orderKey() { return QStringLiteral("new/secondDerivative"); }
QString motionKey() { return QStringLiteral("motion"); }

}  // namespace

SessionState newSessionState() {
    const QSettings settings;
    SessionState state;
    state.direction = settings.value(directionKey(), false).toBool() ? Direction::leftToRight : Direction::topToBottom;
    state.showConstants = settings.value(constantsKey(), false).toBool();
    state.plotOrder = settings.value(orderKey(), false).toBool() ? 2 : 1;
    return state;
}

bool motionWanted() { return QSettings().value(motionKey(), true).toBool(); }

Preferences::Preferences(MainWindow* window) : QDialog(window) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto* form = new QFormLayout;
    form->setSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* colours = new QComboBox(this);
    colours->setObjectName(QStringLiteral("preferenceColours"));
    colours->addItem(tr("As the desktop"), static_cast<int>(AppearanceMode::automatic));
    colours->addItem(tr("Light"), static_cast<int>(AppearanceMode::light));
    colours->addItem(tr("Dark"), static_cast<int>(AppearanceMode::dark));
    colours->setCurrentIndex(std::max(0, colours->findData(QSettings().value(QStringLiteral("theme"), 0).toInt())));
    connect(colours, &QComboBox::currentIndexChanged, this,
            [window, colours] { window->setAppearance(static_cast<AppearanceMode>(colours->currentData().toInt())); });
    form->addRow(tr("&Colours"), colours);
    auto* languages = new QComboBox(this);
    languages->setObjectName(QStringLiteral("preferenceLanguage"));
    languages->addItem(tr("As the desktop"), QString());
    for (const QString& code : Language::codes()) languages->addItem(Language::nameOf(code), code);
    languages->setCurrentIndex(std::max(0, languages->findData(Language::chosen())));
    connect(languages, &QComboBox::currentIndexChanged, this,
            [window, languages] { window->setLanguage(languages->currentData().toString()); });
    form->addRow(tr("&Language"), languages);
    const auto check = [&](const char* name, const QString& text, const QString& key) {
        auto* box = new QCheckBox(text, this);
        box->setObjectName(QString::fromLatin1(name));
        box->setChecked(QSettings().value(key, false).toBool());
        connect(box, &QCheckBox::toggled, this, [key](bool on) { QSettings().setValue(key, on); });
        return box;
    };
    form->addRow(tr("New documents"), check("preferenceDirection", tr("Draw the graph from &left to right"), directionKey()));
    form->addRow(QString(), check("preferenceConstants", tr("Show co&nstants"), constantsKey()));
    form->addRow(QString(), check("preferenceOrder", tr("Plot the &second derivative, too"), orderKey()));
    // At once; it is no part of a document.
    auto* motion = new QCheckBox(tr("Let contributions &travel along their edges"), this);
    motion->setObjectName(QStringLiteral("preferenceMotion"));
    motion->setChecked(motionWanted());
    connect(motion, &QCheckBox::toggled, this, [window](bool on) {
        QSettings().setValue(motionKey(), on);
        window->setMotion(on);
    });
    form->addRow(tr("Motion"), motion);
    centreLabels(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(16);
    all->addLayout(form);
    all->addWidget(buttons);
}

}  // namespace backstep
