// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/export/carrier.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace backstep {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view kPngMagic("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kEnd = "IEND";
constexpr std::string_view kText = "tEXt";

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | static_cast<unsigned char>(bytes[at + i]);
    return number;
}
std::string bytesOf(std::uint32_t number) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
    return out;
}

// The checksum of PNG (ISO 3309).
std::uint32_t crc(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : bytes) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

Carried fault(CarrierFault what) { return {what, {}}; }

Carried decoded(std::string_view text) {
    if (text.size() / 4 * 3 > kMostCarried) return fault(CarrierFault::TooLarge);
    auto session = fromBase64(text);
    if (!session || session->empty()) return fault(CarrierFault::Damaged);
    return {CarrierFault::None, std::move(*session)};
}

// Chunk after chunk; a length that leads out of the file ends the reading.
Carried fromPng(std::string_view file) {
    std::size_t at = kPngMagic.size();
    while (file.size() - at >= 12) {
        const std::size_t length = numberAt(file, at);
        if (length > file.size() - at - 12) return fault(CarrierFault::Damaged);
        const std::string_view chunk = file.substr(at + 4, 4 + length);
        const std::string_view kind = chunk.substr(0, 4);
        const std::string_view data = chunk.substr(4);
        const std::string_view keyword = data.substr(0, data.find('\0'));
        if (kind == kText && keyword == kCarrierId) {
            if (crc(chunk) != numberAt(file, at + 8 + length) || keyword.size() == data.size()) return fault(CarrierFault::Damaged);
            return decoded(data.substr(keyword.size() + 1));
        }
        if (kind == kEnd) break;
        at += 12 + length;
    }
    return fault(CarrierFault::NoSession);
}

// <metadata id="backstep-session">…</metadata>, or a page's <script …>; other programs write attributes anew, but an id
// stays an id. Text of the person's cannot look like this: its quotes and brackets are escaped.
Carried fromMarkup(std::string_view file) {
    for (const std::string_view quote : {"\"", "'"}) {
        const std::string mark = "id=" + std::string(quote) + kCarrierId + std::string(quote);
        const std::size_t id = file.find(mark);
        if (id == std::string_view::npos) continue;
        const std::size_t begin = file.find('>', id);
        const std::size_t end = begin == std::string_view::npos ? begin : file.find('<', begin);
        if (end == std::string_view::npos) return fault(CarrierFault::Damaged);
        return decoded(file.substr(begin + 1, end - begin - 1));
    }
    return fault(CarrierFault::NoSession);
}

bool looksLikeMarkup(std::string_view file) {
    if (file.starts_with("\xEF\xBB\xBF")) file.remove_prefix(3);
    while (!file.empty() && isSpace(file.front())) file.remove_prefix(1);
    if (!file.starts_with('<')) return false;
    std::string head(file.substr(0, 4096));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return head.find("<svg") != std::string::npos || head.find("<html") != std::string::npos ||
           head.find("<!doctype html") != std::string::npos;
}

}  // namespace

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() / 3 * 4 + 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k) group = (group << 8U) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) out += k <= count ? kDigits[(group >> (18U - 6U * static_cast<unsigned>(k))) & 63U] : '=';
    }
    return out;
}

std::optional<std::string> fromBase64(std::string_view text) {
    std::string out;
    std::uint32_t group = 0;
    int digits = 0;
    int padding = 0;
    for (const char c : text) {
        if (isSpace(c)) continue;
        const std::size_t digit = kDigits.find(c);
        if (c == '=') ++padding;
        else if (digit == std::string_view::npos || padding > 0) return std::nullopt;
        group = (group << 6U) | (c == '=' ? 0U : static_cast<std::uint32_t>(digit));
        if (++digits % 4 != 0) continue;
        if (padding > 2) return std::nullopt;
        for (int k = 0; k < 3 - padding; ++k) out += static_cast<char>((group >> (16U - 8U * static_cast<unsigned>(k))) & 0xFFU);
        group = 0;
    }
    if (digits % 4 != 0 || padding > 2) return std::nullopt;
    return out;
}

std::string pngWithSession(std::string png, std::string_view session) {
    if (!png.starts_with(kPngMagic) || png.size() < kPngMagic.size() + 25 || session.size() > kMostCarried) return png;
    const std::string chunk = std::string(kText) + kCarrierId + '\0' + base64(session);
    const std::string whole = bytesOf(static_cast<std::uint32_t>(chunk.size() - 4)) + chunk + bytesOf(crc(chunk));
    png.insert(kPngMagic.size() + 25, whole);  // behind the header, whose size never varies
    return png;
}

Carried sessionIn(std::string_view file) {
    if (file.starts_with(kPngMagic)) return fromPng(file);
    if (looksLikeMarkup(file)) return fromMarkup(file);
    return fault(CarrierFault::NotACarrier);
}

}  // namespace backstep
