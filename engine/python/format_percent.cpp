// SPDX-License-Identifier: GPL-3.0-or-later
// 'text' % arguments, after CPython's unicode_format.
#include <cmath>

#include "engine/base/numbers.h"
#include "engine/python/format.h"
#include "engine/python/numbers.h"
#include "engine/python/types_library.h"
#include "engine/python/types_text.h"

namespace backstep::python {
namespace {

struct Field {
    bool left = false, plus = false, space = false, alternate = false, zero = false;
    std::int64_t width = -1, precision = -1;
    char32_t code = 0;
};

// What one conversion gives: sign and 0x are told apart, because zeros go behind them.
struct Piece {
    std::string text;
    bool number = false;
};

class Percent {
public:
    Percent(Interpreter& vm, std::u32string_view format, const Value& arguments)
        : vm_(vm), format_(format), arguments_(arguments), given_(arguments) {
        const Tuple* tuple = arguments.as<Tuple>();
        count_ = tuple ? static_cast<std::int64_t>(tuple->items.size()) : -1;
        next_ = tuple ? 0 : -2;
        isMapping_ = !tuple && !arguments.is<Str>() && vm.typeOf(arguments)->slots.getItem != nullptr;
    }

    std::string run() {
        while (at_ < format_.size()) {
            const char32_t c = format_[at_++];
            if (c != '%') {
                appendUtf8(out_, c);
            } else if (at_ < format_.size() && format_[at_] == '%') {
                out_ += '%';
                ++at_;
            } else {
                conversion();
            }
            vm_.checkString(out_.size());
        }
        if (next_ < count_ && !isMapping_) raise<TypeError>("not all arguments converted during string formatting");
        return std::move(out_);
    }

private:
    Value nextArgument() {
        if (next_ >= count_) raise<TypeError>("not enough arguments for format string");
        const auto i = static_cast<std::size_t>(next_++);
        if (count_ < 0) return given_;
        return given_.as<Tuple>()->items[i];
    }

    char32_t character() {
        if (at_ >= format_.size()) raise<ValueError>("incomplete format");
        return format_[at_++];
    }

    void key() {
        if (!isMapping_) raise<TypeError>("format requires a mapping");
        const std::size_t begin = ++at_;
        int depth = 1;
        for (; at_ < format_.size() && depth > 0; ++at_) depth += format_[at_] == '(' ? 1 : format_[at_] == ')' ? -1 : 0;
        if (depth > 0) raise<ValueError>("incomplete format key");
        given_ = vm_.getItem(arguments_, vm_.text(encodeText(format_.substr(begin, at_ - 1 - begin))));
        count_ = -1;
        next_ = -2;
    }

    // A number in the format or, for *, among the arguments.
    bool count(std::int64_t& out, const char* tooBig) {
        if (at_ < format_.size() && format_[at_] == '*') {
            ++at_;
            const Value value = nextArgument();
            if (!isInteger(value)) raise<TypeError>("* wants int");
            out = vm_.toIndex(value);
            return true;
        }
        for (; at_ < format_.size() && format_[at_] >= '0' && format_[at_] <= '9'; ++at_) {
            out = std::max<std::int64_t>(out, 0) * 10 + static_cast<std::int64_t>(format_[at_] - '0');
            if (out > (std::int64_t{1} << 40)) raise<ValueError>(tooBig);
        }
        return false;
    }

    Field parse() {
        Field f;
        if (at_ < format_.size() && format_[at_] == '(') key();
        for (bool flags = true; flags && at_ < format_.size();) {
            switch (format_[at_]) {
                case '-': f.left = true; break;
                case '+': f.plus = true; break;
                case ' ': f.space = true; break;
                case '#': f.alternate = true; break;
                case '0': f.zero = true; break;
                default: flags = false; break;
            }
            if (flags) ++at_;
        }
        if (count(f.width, "width too big") && f.width < 0) {
            f.left = true;
            f.width = -f.width;
        }
        if (at_ < format_.size() && format_[at_] == '.') {
            ++at_;
            f.precision = 0;
            if (count(f.precision, "precision too big") && f.precision < 0) f.precision = 0;
        }
        f.code = character();
        if (f.code == 'h' || f.code == 'l' || f.code == 'L') f.code = character();
        return f;
    }

    std::string whole(const Field& f, const Value& value) {
        const std::string code(1, static_cast<char>(f.code));
        const bool decimal = f.code == 'd' || f.code == 'i' || f.code == 'u';
        Value number = value;
        if (!isInteger(value)) {
            Value converted;
            if (decimal && value.isFloat()) {
                converted = truncated(vm_, value.real());
            } else if (!(decimal && callSpecialMethod(vm_, value, "__int__", {}, converted)) &&
                       !callSpecialMethod(vm_, value, "__index__", {}, converted)) {
                if (vm_.typeOf(value)->slots.index == nullptr) {
                    raise<TypeError>("%" + code + " format: " + (decimal ? "a real number" : "an integer") + " is required, not " +
                                     typeName(vm_, value));
                }
                converted = Value(vm_.toIndex(value));
            }
            number = converted;
        }
        const mpz_class n = vm_.toInteger(number);
        std::string digits = digitsOf(n, decimal ? 10 : f.code == 'o' ? 8 : 16, f.code == 'X');
        if (f.precision > static_cast<std::int64_t>(digits.size())) {
            vm_.checkString(static_cast<std::size_t>(f.precision));
            digits.insert(0, static_cast<std::size_t>(f.precision) - digits.size(), '0');
        }
        if (f.alternate && !decimal) digits = "0" + code + digits;
        return n < 0 ? "-" + digits : digits;
    }

    std::string one(const Value& value) {
        if (const Str* s = value.as<Str>(); s && s->length == 1) return s->text;
        if (value.is<Str>() || (!isInteger(value) && vm_.typeOf(value)->slots.index == nullptr))
            raise<TypeError>("%c requires int or char");
        const mpz_class code = value.is<BigInt>() ? mpz_class(-1) : mpz_class(static_cast<long>(vm_.toIndex(value)));
        if (code < 0 || code > 0x10ffff) raise<OverflowError>("%c arg not in range(0x110000)");
        std::string out;
        appendUtf8(out, static_cast<char32_t>(code.get_ui()));
        return out;
    }

    Piece convert(const Field& f, const Value& value) {
        switch (f.code) {
            case 's':
            case 'r':
            case 'a': {
                std::string text = f.code == 's' ? vm_.str(value) : f.code == 'r' ? vm_.repr(value) : asciiRepr(vm_, value);
                if (f.precision >= 0) text.resize(byteOffset(text, static_cast<std::size_t>(f.precision)));
                return {std::move(text), false};
            }
            case 'd':
            case 'i':
            case 'u':
            case 'o':
            case 'x':
            case 'X': return {whole(f, value), true};
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G': {
                DoubleStyle style;
                style.code = static_cast<char>(f.code);
                style.precision = f.precision < 0 ? 6 : static_cast<int>(std::min<std::int64_t>(f.precision, 1 << 30));
                style.alternate = f.alternate;
                return {formatDouble(vm_, vm_.toDouble(value), style), true};
            }
            case 'c': return {one(value), false};
            default: break;
        }
        std::string code = "?";
        if (f.code >= 32 && f.code < 127) code = static_cast<char>(f.code);
        raise<ValueError>("unsupported format character '" + code + "' (0x" + mpz_class(static_cast<unsigned long>(f.code)).get_str(16) +
                          ") at index " + std::to_string(at_ - 1));
    }

    void conversion() {
        const Field f = parse();
        const Value value = nextArgument();
        Piece piece = convert(f, value);
        std::string sign, prefix;
        if (piece.number) {
            if (piece.text.starts_with('-')) {
                sign = "-";
                piece.text.erase(0, 1);
            } else if (f.plus || f.space) {
                sign = f.plus ? "+" : " ";
            }
            if (f.alternate && (f.code == 'x' || f.code == 'X' || f.code == 'o')) {
                prefix = piece.text.substr(0, 2);
                piece.text.erase(0, 2);
            }
        }
        const auto length = static_cast<std::int64_t>(sign.size() + prefix.size() + codePoints(piece.text));
        const std::int64_t padding = std::max<std::int64_t>(0, f.width - length);
        vm_.checkString(out_.size() + static_cast<std::size_t>(padding) + piece.text.size());
        const bool zeros = f.zero && piece.number && !f.left;
        if (!f.left && !zeros) out_.append(static_cast<std::size_t>(padding), ' ');
        out_ += sign + prefix;
        if (zeros) out_.append(static_cast<std::size_t>(padding), '0');
        out_ += piece.text;
        if (f.left) out_.append(static_cast<std::size_t>(padding), ' ');
    }

    Interpreter& vm_;
    std::u32string_view format_;
    const Value arguments_;
    Value given_;
    bool isMapping_ = false;
    std::int64_t count_ = 0, next_ = 0;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

Value percentFormat(Interpreter& vm, const Value& format, const Value& arguments) {
    const std::u32string text = decodeText(format.as<Str>()->text);
    return vm.text(Percent(vm, text, arguments).run());
}

}  // namespace backstep::python
