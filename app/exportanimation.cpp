// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportanimation.h"

#include <gif_lib.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <unordered_map>

namespace backstep {
namespace {

constexpr int kLastStays = 3;

int durationOf(std::size_t frame, std::size_t count, int milliseconds) {
    return frame + 1 == count ? kLastStays * milliseconds : milliseconds;
}

QRgb rgbOf(QRgb pixel) { return pixel & 0xFFFFFFU; }

// At most 255 of a run's colours and one for what is see-through: exactly those there are, or the most frequent and for
// each other the nearest of them. Pictures are drawn in few inks; what is beyond 255 are the edges of letters.
class Palette {
public:
    explicit Palette(const std::vector<QImage>& frames) {
        std::unordered_map<QRgb, std::uint64_t> counts;
        for (const QImage& frame : frames) {
            for (int y = 0; y < frame.height(); ++y) {
                const auto* line = reinterpret_cast<const QRgb*>(frame.constScanLine(y));
                for (int x = 0; x < frame.width(); ++x) ++counts[rgbOf(line[x])];
            }
        }
        std::vector<std::pair<QRgb, std::uint64_t>> sorted(counts.begin(), counts.end());
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
        for (std::size_t i = 0; i < std::min<std::size_t>(sorted.size(), kMost); ++i) {
            index_.emplace(sorted[i].first, static_cast<GifByteType>(colours_.size()));
            colours_.push_back(sorted[i].first);
        }
    }

    static constexpr std::size_t kMost = 255;
    static constexpr int kClear = 255;

    GifByteType indexOf(QRgb colour) {
        const auto known = index_.find(colour);
        if (known != index_.end()) return known->second;
        std::size_t best = 0;
        for (std::size_t i = 1; i < colours_.size(); ++i) {
            if (distance(colours_[i], colour) < distance(colours_[best], colour)) best = i;
        }
        return index_.emplace(colour, static_cast<GifByteType>(best)).first->second;
    }

    [[nodiscard]] std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> map() const {
        std::array<GifColorType, 256> table{};
        for (std::size_t i = 0; i < colours_.size(); ++i) {
            table[i] = {static_cast<GifByteType>(qRed(colours_[i])), static_cast<GifByteType>(qGreen(colours_[i])),
                        static_cast<GifByteType>(qBlue(colours_[i]))};
        }
        return {GifMakeMapObject(static_cast<int>(table.size()), table.data()), GifFreeMapObject};
    }

private:
    std::vector<QRgb> colours_;
    std::unordered_map<QRgb, GifByteType> index_;

    // The eye is most exact in green, least in blue.
    static int distance(QRgb a, QRgb b) {
        const int r = qRed(a) - qRed(b);
        const int g = qGreen(a) - qGreen(b);
        const int v = qBlue(a) - qBlue(b);
        return 3 * r * r + 4 * g * g + 2 * v * v;
    }
};

// The smallest rectangle outside of which both are the same; never empty, since a frame needs a pixel to stay on for.
QRect changed(const QImage& before, const QImage& after) {
    QRect rect;
    for (int y = 0; y < after.height(); ++y) {
        const auto* a = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        const auto* b = reinterpret_cast<const QRgb*>(after.constScanLine(y));
        int left = 0;
        int right = after.width() - 1;
        while (left <= right && a[left] == b[left]) ++left;
        while (right > left && a[right] == b[right]) --right;
        if (left <= right) rect |= QRect(left, y, right - left + 1, 1);
    }
    return rect.isEmpty() ? QRect(0, 0, 1, 1) : rect;
}

int appendTo(GifFileType* gif, const GifByteType* bytes, int count) {
    static_cast<QByteArray*>(gif->UserData)->append(reinterpret_cast<const char*>(bytes), count);
    return count;
}

class GifWriter {
public:
    GifWriter(const std::vector<QImage>& frames, const AnimationOptions& options) : frames_(frames), options_(options), palette_(frames) {}

    QByteArray write() {
        int error = 0;
        gif_ = EGifOpen(&bytes_, appendTo, &error);
        if (gif_ == nullptr) return {};
        EGifSetGifVersion(gif_, true);
        const auto map = palette_.map();
        bool ok = map && EGifPutScreenDesc(gif_, frames_[0].width(), frames_[0].height(), 8, 0, map.get()) == GIF_OK && loop();
        for (std::size_t i = 0; ok && i < frames_.size(); ++i) ok = frame(i);
        ok = EGifCloseFile(gif_, &error) == GIF_OK && ok;
        return ok ? bytes_ : QByteArray();
    }

private:
    const std::vector<QImage>& frames_;
    const AnimationOptions& options_;
    Palette palette_;
    QByteArray bytes_;
    GifFileType* gif_ = nullptr;

    // Without this block a GIF is played once.
    bool loop() {
        const std::array<GifByteType, 3> forEver{1, 0, 0};
        return EGifPutExtensionLeader(gif_, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
               EGifPutExtensionBlock(gif_, 11, "NETSCAPE2.0") == GIF_OK && EGifPutExtensionBlock(gif_, 3, forEver.data()) == GIF_OK &&
               EGifPutExtensionTrailer(gif_) == GIF_OK;
    }

    bool frame(std::size_t i) {
        const QImage& image = frames_[i];
        // What is see-through cannot be painted over what is not: then each frame is whole, and clears the one before.
        const QRect rect = i == 0 || options_.transparent ? image.rect() : changed(frames_[i - 1], image);
        GraphicsControlBlock control{};
        control.DisposalMode = options_.transparent ? DISPOSE_BACKGROUND : DISPOSE_DO_NOT;
        control.DelayTime = std::clamp(durationOf(i, frames_.size(), options_.milliseconds) / 10, 2, 65535);
        control.TransparentColor = options_.transparent ? Palette::kClear : NO_TRANSPARENT_COLOR;
        std::array<GifByteType, 4> extension{};
        EGifGCBToExtension(&control, extension.data());
        if (EGifPutExtension(gif_, GRAPHICS_EXT_FUNC_CODE, 4, extension.data()) != GIF_OK) return false;
        if (EGifPutImageDesc(gif_, rect.x(), rect.y(), rect.width(), rect.height(), false, nullptr) != GIF_OK) return false;
        std::vector<GifByteType> row(static_cast<std::size_t>(rect.width()));
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < rect.width(); ++x) {
                const QRgb pixel = line[rect.x() + x];
                row[static_cast<std::size_t>(x)] =
                    qAlpha(pixel) < 128 ? static_cast<GifByteType>(Palette::kClear) : palette_.indexOf(rgbOf(pixel));
            }
            if (EGifPutLine(gif_, row.data(), rect.width()) != GIF_OK) return false;
        }
        return true;
    }
};

std::vector<QImage> inFormat(const std::vector<QImage>& frames) {
    std::vector<QImage> out;
    out.reserve(frames.size());
    for (const QImage& frame : frames) out.push_back(frame.convertToFormat(QImage::Format_ARGB32));
    return out;
}

}  // namespace

QByteArray gifOf(const std::vector<QImage>& frames, const AnimationOptions& options) {
    if (frames.empty() || frames[0].width() > 65535 || frames[0].height() > 65535) return {};
    const std::vector<QImage> images = inFormat(frames);
    return GifWriter(images, options).write();
}

QByteArray webpOf(const std::vector<QImage>& frames, const AnimationOptions& options) {
    if (frames.empty() || frames[0].width() > WEBP_MAX_DIMENSION || frames[0].height() > WEBP_MAX_DIMENSION) return {};
    WebPAnimEncoderOptions settings;
    WebPConfig config;
    if (!WebPAnimEncoderOptionsInit(&settings) || !WebPConfigInit(&config) || !WebPConfigLosslessPreset(&config, 6)) return {};
    config.exact = 0;
    const std::unique_ptr<WebPAnimEncoder, void (*)(WebPAnimEncoder*)> encoder(
        WebPAnimEncoderNew(frames[0].width(), frames[0].height(), &settings), WebPAnimEncoderDelete);
    int time = 0;
    bool ok = encoder != nullptr;
    const std::vector<QImage> images = inFormat(frames);
    for (std::size_t i = 0; ok && i < images.size(); ++i) {
        WebPPicture picture;
        if (!WebPPictureInit(&picture)) return {};
        picture.use_argb = 1;
        picture.width = images[i].width();
        picture.height = images[i].height();
        // Its 32-bit pixels are QImage's own.
        ok = WebPPictureAlloc(&picture) != 0;
        for (int y = 0; ok && y < picture.height; ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(images[i].constScanLine(y));
            std::copy(line, line + picture.width, picture.argb + static_cast<std::ptrdiff_t>(y) * picture.argb_stride);
        }
        ok = ok && WebPAnimEncoderAdd(encoder.get(), &picture, time, &config) != 0;
        WebPPictureFree(&picture);
        time += durationOf(i, images.size(), options.milliseconds);
    }
    WebPData data;
    WebPDataInit(&data);
    ok = ok && WebPAnimEncoderAdd(encoder.get(), nullptr, time, nullptr) != 0 && WebPAnimEncoderAssemble(encoder.get(), &data) != 0;
    const QByteArray bytes = ok ? QByteArray(reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size)) : QByteArray();
    WebPDataClear(&data);
    return bytes;
}

}  // namespace backstep
