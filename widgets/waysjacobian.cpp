// SPDX-License-Identifier: GPL-3.0-or-later
// The Jacobian page. A row of the matrix is one reverse sweep with a one-hot seed; below it stands vᵀJ, as far as it has formed.
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

#include "engine/base/numbers.h"
#include "widgets/appearance.h"
#include "widgets/gridmodel.h"
#include "widgets/quietbutton.h"
#include "widgets/wayspages.h"
#include "widgets/waywords.h"

namespace backstep {

JacobianPage::JacobianPage(QWidget* parent) : WaysPage(parent) {
    says_ = addLabel(QStringLiteral("jacobianSay"), false);
    grid_ = new GridView(QStringLiteral("jacobianGrid"), tr("Jacobian"), this);
    column_->addWidget(grid_);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(8);
    rows_ = new QSlider(Qt::Horizontal, this);
    rows_->setObjectName(QStringLiteral("jacobianRows"));
    rows_->setPageStep(1);
    rows_->setAccessibleName(tr("Rows added up"));
    rows_->setToolTip(tr("How many rows are added up so far"));
    connect(rows_, &QSlider::valueChanged, this, [this] {
        if (ways_) showRows();
    });
    row->addWidget(rows_, 1);
    ones_ = new QuietButton(this);
    ones_->setObjectName(QStringLiteral("seedOnes"));
    ones_->setText(tr("Same as .sum().backward()"));
    ones_->setToolTip(tr("Sets every number of the seed to 1"));
    ones_->setProminent(true);
    ones_->setFocusPolicy(Qt::StrongFocus);
    connect(ones_, &QAbstractButton::clicked, this, [this] {
        if (!ways_) return;
        WaysRequest next = request();
        next.seed = onesLike(ways_->seed);
        emit requested(next);
    });
    formed_ = addLabel(QStringLiteral("jacobianFormed"), false);
    column_->addLayout(row);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 0, 6, 0);
    buttons->addWidget(ones_);
    buttons->addStretch(1);
    column_->addLayout(buttons);
    column_->addStretch(1);
    connect(grid_, &GridView::pressed, this, &JacobianPage::press);
    connect(grid_->grid(), &GridModel::written, this, [this](int row, int, const QString& text) { write(row, text); });
}

QString JacobianPage::rowName(std::int64_t row) const {
    return name(ways_->root) + QString::fromStdString(placeText(ways_->seed.shape(), row));
}

void JacobianPage::refresh() {
    const Jacobian& j = ways_->jacobian;
    const bool shown = !j.tooLarge && j.row.size() == static_cast<std::size_t>(j.rows) && j.rows > 0;
    // Another run, or another output, begins with all rows; the numbers alone keep the place.
    const int rows = static_cast<int>(j.rows);
    const bool other = rows_->maximum() != rows || shownRoot_ != ways_->root;
    shownRoot_ = ways_->root;
    {
        const QSignalBlocker quiet(rows_);
        rows_->setRange(0, rows);
        if (other) rows_->setValue(rows);
    }
    rows_->setVisible(shown && rows > 1);
    ones_->setVisible(rows > 1 && !ways_->seedIsOnes);
    grid_->setVisible(shown);
    formed_->setVisible(shown);
    if (!shown) {
        const QString size = tr("The Jacobian of %1 by %2 has %3 rows and %4 columns: too large to be shown.")
                                 .arg(name(ways_->root), name(ways_->leaf))
                                 .arg(j.rows)
                                 .arg(j.columns);
        says_->setText(j.tooLarge ? size : QString());
        if (j.tooLarge && ways_->product)
            says_->setText(size + QLatin1Char('\n') + tr("vᵀJ with this seed: %1").arg(wayValue(*ways_->product)));
        return;
    }
    if (rows == 1) says_->setText(tr("One output, so one row: the gradient. v is what the backward pass begins with."));
    else if (ways_->seedIsOnes)
        says_->setText(tr("v is 1 everywhere: the same as .sum().backward(). Press a row to see it alone, or write numbers into v."));
    else if (ways_->seedIsOwn)
        says_->setText(tr("v is what backward() began with here. Press a row to see it alone, or write numbers into v."));
    else
        says_->setText(tr(
            "backward() gives vᵀJ: the rows, each times its number of v, added up. Press a row to see it alone, or write numbers into v."));
    QStringList headers{tr("v", "the seed of a backward pass"), QString()};
    const TensorShape shape = ways_->snapshot->recording.tape.value(ways_->leaf).shape();
    for (std::int64_t c = 0; c < j.columns; ++c) headers << name(ways_->leaf) + QString::fromStdString(placeText(shape, c));
    grid_->grid()->setHeaders(headers);
    showRows();
}

void JacobianPage::showRows() {
    const Jacobian& j = ways_->jacobian;
    const int upTo = rows_->value();
    QVector<QVector<GridCell>> rows;
    for (std::int64_t i = 0; i < j.rows; ++i) {
        const bool added = i < upTo;
        const Ink ink = added ? Ink::text : Ink::faint;
        const double seed = ways_->seed.at(i);
        const bool washed = i == upTo - 1 && upTo < j.rows;
        const QString tip = tr("%1: press to choose it alone").arg(rowName(i));
        QVector<GridCell> row{GridCell{wayNumber(seed), added ? Ink::backwardText : Ink::faint, seed != 0, true, washed, true,
                                       tr("v for %1: press F2 or double-click to write").arg(rowName(i)),
                                       tr("v for %1: %2").arg(rowName(i), wayNumber(seed))},
                              GridCell{rowName(i), added && seed != 0 ? Ink::forward : Ink::quiet, false, false, washed, false, tip, tip}};
        for (std::int64_t c = 0; c < j.columns; ++c) {
            const double entry = j.at(i, c);
            row.append(GridCell{j.arrives(i) ? wayNumber(entry) : QStringLiteral("0"), seed == 0 ? Ink::faint : ink, false, true, washed,
                                false, QString::fromStdString(shortest(entry))});
        }
        rows.append(std::move(row));
    }
    // The whole sum is that of one sweep with this seed; on the way there it is what has been added up.
    const bool whole = upTo == j.rows;
    const std::vector<double> sum = formed(j, ways_->seed, upTo);
    QVector<GridCell> last{GridCell{}, GridCell{QStringLiteral("vᵀJ"), Ink::backwardText, true, false}};
    for (std::int64_t c = 0; c < j.columns; ++c) {
        const double entry = !whole ? sum[static_cast<std::size_t>(c)] : ways_->product ? ways_->product->at(c) : 0;
        last.append(GridCell{wayNumber(entry), Ink::backwardText, true, true, whole, false, QString::fromStdString(shortest(entry))});
    }
    rows.append(std::move(last));
    grid_->grid()->setRows(std::move(rows));
    QStringList terms;
    constexpr qsizetype kMostTerms = 6;
    for (std::int64_t i = 0; i < upTo; ++i) {
        if (ways_->seed.at(i) != 0) terms << tr("%1 · row %2").arg(wayNumber(ways_->seed.at(i)), rowName(i));
    }
    const qsizetype more = terms.size() - kMostTerms;
    if (more > 0) terms = terms.mid(0, kMostTerms) << tr("%n more", "rows of a sum", static_cast<int>(more));
    const QString formula = QStringLiteral("vᵀJ = ") + (terms.isEmpty() ? QStringLiteral("0") : terms.join(QStringLiteral(" + ")));
    formed_->setText(whole || j.rows == 1 ? formula : tr("%1 of %2 rows: %3").arg(upTo).arg(j.rows).arg(formula));
}

void JacobianPage::press(int row, int column) {
    if (!ways_ || column != 1 || row >= ways_->jacobian.rows) return;
    WaysRequest next = request();
    next.seed = oneHot(ways_->seed, row);
    emit requested(next);
}

void JacobianPage::write(int row, const QString& text) {
    const std::string bytes = text.trimmed().replace(QChar(0x2212), QLatin1Char('-')).toStdString();
    const auto number = parseNumber(bytes);
    if (!ways_ || row >= ways_->jacobian.rows || !number) return;
    WaysRequest next = request();
    const std::int64_t place[] = {row};
    const double value[] = {*number};
    next.seed = ways_->seed.isScalar() ? Tensor(*number, ways_->seed.dtype()) : ways_->seed.with(place, value);
    emit requested(next);
}

}  // namespace backstep
