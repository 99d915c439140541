// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handbook.h"

#include <algorithm>
#include <array>

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QScrollBar>
#include <QToolBar>

#include "widgets/appearance.h"
#include "widgets/saying.h"

namespace backstep {
namespace {

struct Place {
    const char* object;
    const char* place;
};
// The nearest of these around the control that has the focus.
constexpr std::array kPlaces{
    Place{"functionDock", "window#function"}, Place{"inputs", "window#inputs"},        Place{"graphPane", "window#graph"},
    Place{"tapeDock", "window#tape"},         Place{"outputPage", "window#output"},    Place{"stepDock", "window#step"},
    Place{"plotDock", "window#plot"},         Place{"timelineBar", "window#timeline"}, Place{"exerciseDock", "exercises"},
    Place{"waysDock", "window#ways"},         Place{"exportDialog", "howto#export"},   Place{"preferences", "window#preferences"},
};

QString languageFolder() { return QLocale().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"); }

// The part of CSS that rich text knows, in the colours of the window.
QString pageStyle() {
    const auto colour = [](Ink of) { return ink(of).name(); };
    return QStringLiteral(
               "body { color: %1; } h1 { font-size: x-large; } h2 { font-size: large; margin-top: 20px; } h3 { font-size: medium; "
               "margin-top: 14px; }"
               " a { color: %2; text-decoration: none; } p { line-height: 135%; } li { line-height: 135%; } th { text-align: left; color: "
               "%3; font-weight: normal; }"
               " td { padding-right: 10px; } code { font-family: '%4'; } pre { font-family: '%4'; background-color: %5; } .up { font-size: "
               "small; }")
        .arg(colour(Ink::text), colour(Ink::forward), colour(Ink::quiet), codeFont().family(), colour(Ink::paper));
}

}  // namespace

// Where the program was built, or where it was installed.
QString handbookFolder() {
    const QString named = qEnvironmentVariable("BACKSTEP_HANDBOOK");
    if (!named.isEmpty()) return QFileInfo(named).isDir() ? named : QString();
    for (const char* up : {"/..", "/../.."}) {
        const QString folder =
            QDir::cleanPath(QCoreApplication::applicationDirPath() + QLatin1String(up) + QStringLiteral("/share/backstep/handbook"));
        if (QFileInfo(folder).isDir()) return folder;
    }
    return {};
}

HandbookPages::HandbookPages(QWidget* parent) : QTextBrowser(parent) {
    setObjectName(QStringLiteral("handbookPages"));
    setAccessibleName(tr("Handbook"));
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(24);
    setFont(interfaceFont());
}

// Only what lies in the handbook's folder; of styles only ours.
QVariant HandbookPages::loadResource(int type, const QUrl& name) {
    if (type == QTextDocument::StyleSheetResource) return pageStyle();
    const QString folder = QFileInfo(handbookFolder()).canonicalFilePath();
    const QUrl whole = source().resolved(name);
    const QString path = QFileInfo(whole.toLocalFile()).canonicalFilePath();
    if (folder.isEmpty() || !path.startsWith(folder + QLatin1Char('/'))) return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    if (type != QTextDocument::ImageResource) return file.readAll();
    QImage picture = QImage::fromData(file.readAll());
    const int room = std::max(320, viewport()->width() - 2 * static_cast<int>(document()->documentMargin()) - 32);
    return picture.width() > room ? picture.scaledToWidth(room, Qt::SmoothTransformation) : picture;
}

void HandbookPages::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !source().isEmpty()) reload();
}

Handbook::Handbook(QWidget* parent) : QMainWindow(parent, Qt::Window), pages_(new HandbookPages(this)) {
    setObjectName(QStringLiteral("handbook"));
    setWindowTitle(tr("Handbook of Backstep"));
    setCentralWidget(pages_);
    createActions();
    resize(860, 760);
    saying(this, [this] { sayAnew(); });
}

void Handbook::createActions() {
    auto* bar = new QToolBar(this);
    bar->setObjectName(QStringLiteral("handbookBar"));
    bar->setAccessibleName(tr("Where to go in the handbook"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(bar);
    const auto add = [&](const char* name, const QString& text, QKeySequence::StandardKey key, auto act) {
        auto* action = new QAction(text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        bar->addAction(action);
        return action;
    };
    add("handbookContents", tr("Contents"), QKeySequence::UnknownKey, [this] { open(QStringLiteral("index")); });
    QAction* back = add("handbookBack", tr("Back"), QKeySequence::Back, [this] { pages_->backward(); });
    QAction* on = add("handbookForward", tr("Forward"), QKeySequence::Forward, [this] { pages_->forward(); });
    back->setEnabled(false);
    on->setEnabled(false);
    connect(pages_, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(pages_, &QTextBrowser::forwardAvailable, on, &QAction::setEnabled);
    auto* close = new QAction(this);
    close->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(QKeySequence::Close)});
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
}

void Handbook::open(const QString& place) {
    const QString folder = handbookFolder();
    if (folder.isEmpty()) return pages_->setPlainText(tr("The handbook is not installed."));
    const QString page = place.section(QLatin1Char('#'), 0, 0);
    QUrl url = QUrl::fromLocalFile(folder + QLatin1Char('/') + languageFolder() + QLatin1Char('/') + page + QStringLiteral(".html"));
    if (place.contains(QLatin1Char('#'))) url.setFragment(place.section(QLatin1Char('#'), 1));
    pages_->setSource(url);
}

QString Handbook::place() const {
    const QUrl url = pages_->source();
    if (url.isEmpty()) return {};
    return QFileInfo(url.path()).completeBaseName() + (url.hasFragment() ? QLatin1Char('#') + url.fragment() : QString());
}

// The same page in the new language.
void Handbook::sayAnew() {
    const QString now = place();
    if (!now.isEmpty()) open(now);
}

QString Handbook::placeOf(const QWidget* widget) {
    for (; widget != nullptr; widget = widget->parentWidget()) {
        const auto found =
            std::find_if(kPlaces.begin(), kPlaces.end(), [&](const Place& p) { return widget->objectName() == QLatin1String(p.object); });
        if (found != kPlaces.end()) return QString::fromLatin1(found->place);
    }
    return QStringLiteral("index");
}

}  // namespace backstep
