// SPDX-License-Identifier: GPL-3.0-or-later
// A session inside a picture or a page, unseen, and out of it again. Whoever reads trusts nothing: a carrier comes from
// anywhere. What is carried is text; what it says is somebody else's to judge.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backstep {

// A larger session is not carried, and a larger one is not taken out.
inline constexpr std::size_t kMostCarried = std::size_t{8} * 1024 * 1024;
inline constexpr const char* kCarrierId = "backstep-session";

// As SVG's metadata and a page's script element hold it.
[[nodiscard]] std::string base64(std::string_view bytes);
// Nothing unless all of it is base64; white space is passed over.
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

// The PNG with the session in a text chunk; unchanged where it is no PNG.
[[nodiscard]] std::string pngWithSession(std::string png, std::string_view session);

enum class CarrierFault { None, NotACarrier, NoSession, Damaged, TooLarge };
struct Carried {
    CarrierFault fault = CarrierFault::None;
    std::string session;
};
// Of an SVG picture, a PNG or a page, told apart by what they begin with.
[[nodiscard]] Carried sessionIn(std::string_view file);

}  // namespace backstep
