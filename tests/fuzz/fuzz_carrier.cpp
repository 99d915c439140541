// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a picture or a page that may carry a session: found, or told why not.
#include "engine/export/carrier.h"
#include "tests/fuzz/fuzz.h"

using namespace backstep;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = textOf(data, size);
    const Carried carried = sessionIn(text);
    require(carried.fault == CarrierFault::None || carried.session.empty(), "there is a session or a fault");
    const auto bytes = fromBase64(text);
    if (bytes) require(fromBase64(base64(*bytes)) == bytes, "base64 is its own way back");
    static_cast<void>(pngWithSession(text, "{}"));
    return 0;
}
