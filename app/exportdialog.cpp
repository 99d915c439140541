// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportdialog.h"

#include <algorithm>
#include <array>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/exportpreview.h"
#include "widgets/appearance.h"
#include "widgets/formlabels.h"

namespace backstep {
namespace {

constexpr qsizetype kMostPreviewed = 20'000;  // characters of a text

struct FormatName {
    ExportFormat format;
    const char* name;
    const char* ending;
};
constexpr std::array kNames{
    FormatName{ExportFormat::Svg, QT_TRANSLATE_NOOP("backstep::ExportDialog", "SVG picture"), "svg"},
    FormatName{ExportFormat::Png, QT_TRANSLATE_NOOP("backstep::ExportDialog", "PNG picture"), "png"},
    FormatName{ExportFormat::Pdf, QT_TRANSLATE_NOOP("backstep::ExportDialog", "PDF document"), "pdf"},
    FormatName{ExportFormat::Html, QT_TRANSLATE_NOOP("backstep::ExportDialog", "Web page to step through"), "html"},
    FormatName{ExportFormat::Tex, QT_TRANSLATE_NOOP("backstep::ExportDialog", "LaTeX (TikZ)"), "tex"},
    FormatName{ExportFormat::Gif, QT_TRANSLATE_NOOP("backstep::ExportDialog", "GIF animation"), "gif"},
    FormatName{ExportFormat::Webp, QT_TRANSLATE_NOOP("backstep::ExportDialog", "WebP animation"), "webp"},
    FormatName{ExportFormat::Dot, QT_TRANSLATE_NOOP("backstep::ExportDialog", "Graphviz graph"), "dot"},
    FormatName{ExportFormat::Csv, QT_TRANSLATE_NOOP("backstep::ExportDialog", "Table of the tape (CSV)"), "csv"},
    FormatName{ExportFormat::Python, QT_TRANSLATE_NOOP("backstep::ExportDialog", "Python with PyTorch"), "py"},
};

bool isText(ExportFormat format, ExportWhat what) {
    return format == ExportFormat::Dot || format == ExportFormat::Csv || format == ExportFormat::Python || what == ExportWhat::Derivation;
}
bool isAnimation(ExportFormat format) { return format == ExportFormat::Gif || format == ExportFormat::Webp; }

constexpr std::array kThemes{"light", "dark", "print"};  // in the order of Theme: as the settings have them

void addChoice(QComboBox* box, const QString& text, int value) { box->addItem(text, value); }

QString settingOf(const char* choice) { return QStringLiteral("export/") + QLatin1String(choice); }

}  // namespace

ExportDialog::ExportDialog(Document document, QWidget* parent) : QDialog(parent), document_(std::move(document)) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(createChoices());
    columns->addWidget(createPreview(), 1);
    auto* buttons = new QDialogButtonBox(this);
    save_ = buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("exportSave"));
    save_->setDefault(true);
    copy_ = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy_->setObjectName(QStringLiteral("exportCopy"));
    buttons->addButton(QDialogButtonBox::Close);
    note_ = new QLabel(this);
    note_->setObjectName(QStringLiteral("exportNote"));
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    progress_ = new QProgressBar(this);
    progress_->setRange(0, 0);
    progress_->setAccessibleName(tr("The file is being made"));
    progress_->hide();
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(note_, 1);
    bottom->addWidget(progress_);
    bottom->addWidget(buttons);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(12);
    all->addLayout(columns, 1);
    all->addLayout(bottom);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(copy_, &QPushButton::clicked, this, &ExportDialog::copy);
    fillFormats();
    recall();
    refresh();
    resize(960, 620);
}

// Who exports a second time wants what they wanted the first time. The colours are the window's until some are chosen.
void ExportDialog::recall() {
    const QSettings settings;
    const QString colours = settings.value(settingOf("colours")).toString();
    const auto* const theme = std::find(kThemes.begin(), kThemes.end(), colours.toStdString());
    theme_->setCurrentIndex(
        theme_->findData(theme != kThemes.end() ? static_cast<int>(theme - kThemes.begin()) : static_cast<int>(currentTheme())));
    scale_->setValue(settings.value(settingOf("size"), scale_->value()).toDouble());
    seconds_->setValue(settings.value(settingOf("seconds"), seconds_->value()).toDouble());
    transparent_->setChecked(settings.value(settingOf("transparent"), false).toBool());
}

// Once something was made with them.
void ExportDialog::remember() const {
    QSettings settings;
    for (const FormatName& row : kNames) {
        if (row.format == format()) settings.setValue(settingOf("format"), QLatin1String(row.ending));
    }
    if (theme_->isEnabled()) settings.setValue(settingOf("colours"), QLatin1String(kThemes.at(theme_->currentData().toUInt())));
    if (scale_->isEnabled()) settings.setValue(settingOf("size"), scale_->value());
    if (seconds_->isEnabled()) settings.setValue(settingOf("seconds"), seconds_->value());
    if (transparent_->isEnabled()) settings.setValue(settingOf("transparent"), transparent_->isChecked());
}

ExportFormat ExportDialog::lastFormat() {
    const QString ending = QSettings().value(settingOf("format")).toString();
    const auto* const row =
        std::find_if(kNames.begin(), kNames.end(), [&](const FormatName& each) { return ending == QLatin1String(each.ending); });
    return row == kNames.end() ? ExportFormat::Svg : row->format;
}

ExportDialog::~ExportDialog() { worker_.request_stop(); }

QWidget* ExportDialog::createChoices() {
    auto* side = new QWidget(this);
    auto* form = new QFormLayout(side);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto box = [&](const char* name, const QString& label) {
        auto* made = new QComboBox(side);
        made->setObjectName(QString::fromLatin1(name));
        form->addRow(label, made);
        connect(made, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
        return made;
    };
    what_ = box("exportWhat", tr("S&how"));
    addChoice(what_, tr("Graph"), static_cast<int>(ExportWhat::Graph));
    if (document_.plot) {
        addChoice(what_, tr("Plot"), static_cast<int>(ExportWhat::Plot));
        addChoice(what_, tr("Graph and plot"), static_cast<int>(ExportWhat::Both));
    }
    addChoice(what_, tr("Worksheet"), static_cast<int>(ExportWhat::Worksheet));
    addChoice(what_, tr("Answer key"), static_cast<int>(ExportWhat::Key));
    addChoice(what_, tr("Derivation"), static_cast<int>(ExportWhat::Derivation));
    format_ = box("exportFormat", tr("&Format"));
    steps_ = box("exportSteps", tr("S&teps"));
    addChoice(steps_, tr("One step"), 0);
    addChoice(steps_, tr("All steps"), 1);
    step_ = new QSpinBox(side);
    step_->setObjectName(QStringLiteral("exportStep"));
    step_->setRange(0, static_cast<int>(document_.snapshot->stops()));
    step_->setValue(static_cast<int>(document_.step));
    form->addRow(tr("Ste&p"), step_);
    connect(step_, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
    theme_ = box("exportTheme", tr("&Colours"));
    addChoice(theme_, tr("Light"), static_cast<int>(Theme::light));
    addChoice(theme_, tr("Dark"), static_cast<int>(Theme::dark));
    addChoice(theme_, tr("For print"), static_cast<int>(Theme::print));
    scale_ = new QDoubleSpinBox(side);
    scale_->setObjectName(QStringLiteral("exportScale"));
    scale_->setRange(0.1, 20);
    scale_->setSingleStep(0.5);
    scale_->setValue(2);
    form->addRow(tr("Si&ze"), scale_);
    connect(scale_, &QDoubleSpinBox::valueChanged, this, &ExportDialog::refresh);
    size_ = new QLabel(side);
    size_->setObjectName(QStringLiteral("exportSize"));
    form->addRow(QString(), size_);
    seconds_ = new QDoubleSpinBox(side);
    seconds_->setRange(0.1, 60);
    seconds_->setSingleStep(0.2);
    seconds_->setValue(1);
    form->addRow(tr("Seco&nds a step"), seconds_);
    const auto check = [&](const char* name, const QString& text, bool on) {
        auto* made = new QCheckBox(text, side);
        made->setObjectName(QString::fromLatin1(name));
        made->setChecked(on);
        form->addRow(QString(), made);
        connect(made, &QCheckBox::toggled, this, &ExportDialog::refresh);
        return made;
    };
    transparent_ = check("exportTransparent", tr("T&ransparent background"), false);
    blankAdjoints_ = check("exportBlankAdjoints", tr("Ask for &adjoints"), true);
    blankPartials_ = check("exportBlankPartials", tr("Ask for &local derivatives"), true);
    blankValues_ = check("exportBlankValues", tr("Ask for &values"), false);
    side->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    centreLabels(*form);
    return side;
}

QWidget* ExportDialog::createPreview() {
    pages_ = new QStackedWidget(this);
    picture_ = new ExportPreview(pages_);
    text_ = new QPlainTextEdit(pages_);
    text_->setObjectName(QStringLiteral("exportText"));
    text_->setAccessibleName(tr("Preview"));
    text_->setReadOnly(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(codeFont());
    text_->setTabChangesFocus(true);
    pages_->addWidget(picture_);
    pages_->addWidget(text_);
    return pages_;
}

ExportWhat ExportDialog::what() const { return static_cast<ExportWhat>(what_->currentData().toInt()); }
ExportFormat ExportDialog::format() const { return static_cast<ExportFormat>(format_->currentData().toInt()); }

ExportOptions ExportDialog::options() const {
    ExportOptions options;
    options.what = what();
    const bool sheet = options.what == ExportWhat::Worksheet || options.what == ExportWhat::Key;
    const bool steps = !sheet && (options.what == ExportWhat::Graph || options.what == ExportWhat::Both);
    const bool table = format() == ExportFormat::Csv || format() == ExportFormat::Python;
    options.allSteps = steps && !table && !isAnimation(format()) && format() != ExportFormat::Html && steps_->currentData().toInt() == 1;
    if (steps && !options.allSteps && !(isAnimation(format()) && steps_->currentData().toInt() == 1))
        options.step = static_cast<std::size_t>(step_->value());
    options.theme = static_cast<Theme>(theme_->currentData().toInt());
    options.scale = format() == ExportFormat::Png || isAnimation(format()) ? scale_->value() : 1;
    options.transparent = transparent_->isChecked();
    options.milliseconds = static_cast<int>(seconds_->value() * 1000);
    if (sheet) {
        if (blankAdjoints_->isChecked()) options.blanks << QStringLiteral("adjoints");
        if (blankPartials_->isChecked()) options.blanks << QStringLiteral("partials");
        if (blankValues_->isChecked()) options.blanks << QStringLiteral("values");
    }
    return options;
}

ExportSubject ExportDialog::subject() const {
    return {*document_.snapshot, document_.layout.get(), document_.plot.get(), document_.direction, document_.session};
}

// Only what can show the choice is offered; the format at hand stays where it can.
void ExportDialog::fillFormats() {
    const QVariant before = format_->currentData();
    const QSignalBlocker quiet(format_);
    format_->clear();
    ExportOptions each;
    each.what = what();
    for (const FormatName& row : kNames) {
        if (exportRefusal(row.format, each).isEmpty()) addChoice(format_, tr(row.name), static_cast<int>(row.format));
    }
    format_->setCurrentIndex(std::max(0, format_->findData(before)));
}

void ExportDialog::choose(ExportFormat format, ExportWhat what) {
    what_->setCurrentIndex(what_->findData(static_cast<int>(what)));
    format_->setCurrentIndex(std::max(0, format_->findData(static_cast<int>(format))));
}

void ExportDialog::refresh() {
    if (format_ == nullptr || copy_ == nullptr) return;  // still being built
    fillFormats();
    const ExportFormat chosen = format();
    const ExportWhat shown = what();
    const bool sheet = shown == ExportWhat::Worksheet || shown == ExportWhat::Key;
    const bool hasSteps = shown == ExportWhat::Graph || shown == ExportWhat::Both;
    const bool table = chosen == ExportFormat::Csv || chosen == ExportFormat::Python;
    const bool text = isText(chosen, shown);
    steps_->setEnabled(hasSteps && !table && chosen != ExportFormat::Html);
    step_->setEnabled(hasSteps && chosen != ExportFormat::Python && (steps_->currentData().toInt() == 0 || !steps_->isEnabled()));
    theme_->setEnabled(!table && shown != ExportWhat::Derivation);
    scale_->setEnabled(chosen == ExportFormat::Png || isAnimation(chosen));
    seconds_->setEnabled(isAnimation(chosen));
    transparent_->setEnabled(!text && chosen != ExportFormat::Html);
    for (QCheckBox* blank : {blankAdjoints_, blankPartials_, blankValues_}) blank->setVisible(sheet);
    const ExportOptions now = options();
    if (text) {
        const QByteArray bytes = exported(subject(), chosen, now).bytes;
        text_->setPlainText(QString::fromUtf8(bytes.left(kMostPreviewed)));
        size_->setText(tr("%Ln character(s)", nullptr, static_cast<int>(bytes.size())));
    } else {
        Diagram picture = exportPicture(subject(), now);
        const QSize pixels(qRound(picture.size.width * now.scale), qRound(picture.size.height * now.scale));
        size_->setText(scale_->isEnabled()
                           ? tr("%1 × %2 pixels, %3 dpi").arg(pixels.width()).arg(pixels.height()).arg(now.scale * 96, 0, 'f', 0)
                           : tr("%1 × %2").arg(pixels.width()).arg(pixels.height()));
        picture_->show(std::move(picture), *now.theme, now.transparent);
    }
    pages_->setCurrentIndex(text ? 1 : 0);
    say({}, false);
}

void ExportDialog::say(const QString& text, bool isFault) {
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, ink(isFault ? Ink::error : Ink::quiet));
    note_->setPalette(colours);
    note_->setText(text);
}

void ExportDialog::askAndSave() {
    QString ending;
    QString filter;
    for (const FormatName& row : kNames) {
        if (row.format != format()) continue;
        ending = QLatin1String(row.ending);
        filter = tr(row.name) + QStringLiteral(" (*.%1)").arg(ending);
    }
    QString path = QFileDialog::getSaveFileName(this, tr("Export"), document_.name + QLatin1Char('.') + ending, filter);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QLatin1Char('.') + ending;
    saveTo(path);
}

void ExportDialog::saveTo(const QString& path) {
    if (working_) return;
    remember();
    setWorking(true);
    say(tr("Making %1…").arg(QFileInfo(path).fileName()), false);
    worker_ = std::jthread([this, path, document = document_, chosen = format(), now = options()](const std::stop_token& stop) {
        ExportSubject subject{*document.snapshot, document.layout.get(), document.plot.get(), document.direction, document.session};
        subject.stop = stop;
        const Exported file = exported(subject, chosen, now);
        if (file.isStopped) return;
        const QString fault = file.fault.isEmpty() ? writeWhole(path, file.bytes) : file.fault;
        QMetaObject::invokeMethod(this, [this, path, fault] {
            setWorking(false);
            say(fault.isEmpty() ? tr("Saved: %1").arg(path) : fault, !fault.isEmpty());
            if (fault.isEmpty()) emit saved(path);
            else emit failed(fault);
        });
    });
}

void ExportDialog::setWorking(bool working) {
    working_ = working;
    progress_->setVisible(working);
    save_->setEnabled(!working);
    copy_->setEnabled(!working);
}

void ExportDialog::reject() {
    if (!working_) return QDialog::reject();
    worker_.request_stop();
    worker_.join();
    setWorking(false);
    say(tr("Given up."), false);
}

// A picture as both pixels and SVG: who pastes takes what it knows. A text is a text.
void ExportDialog::copy() {
    remember();
    auto* data = new QMimeData;
    ExportOptions now = options();
    const ExportFormat chosen = format();
    if (isText(chosen, now.what) || chosen == ExportFormat::Tex || chosen == ExportFormat::Html) {
        data->setText(QString::fromUtf8(exported(subject(), chosen, now).bytes));
    } else {
        now.allSteps = false;
        if (isAnimation(chosen)) now.step = static_cast<std::size_t>(step_->value());
        const Exported svg = exported(subject(), ExportFormat::Svg, now);
        now.scale = scale_->value();
        const Exported png = exported(subject(), ExportFormat::Png, now);
        data->setData(QStringLiteral("image/svg+xml"), svg.bytes);
        if (!png.bytes.isEmpty()) data->setImageData(QImage::fromData(png.bytes, "PNG"));
    }
    QGuiApplication::clipboard()->setMimeData(data);
    say(tr("Copied."), false);
}

}  // namespace backstep
