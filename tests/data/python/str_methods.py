def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


s = "  Hello, World  "
t(lambda: s.strip()); t(lambda: s.lstrip()); t(lambda: s.rstrip()); t(lambda: "xxhixx".strip("x")); t(lambda: "abcba".strip("ab"))
t(lambda: "abc".strip(1)); t(lambda: "abc".lstrip(1))
t(lambda: "a b  c".split()); t(lambda: "a,b,,c".split(",")); t(lambda: "a,b,c".split(",", 1)); t(lambda: "a,b,c".rsplit(",", 1))
t(lambda: "  a b c  ".rsplit(None, 1)); t(lambda: "  a b c  ".rsplit(None, 0)); t(lambda: "  a b c  ".split(None, 0)); t(lambda: " a b c ".split(None, 1))
t(lambda: "".split()); t(lambda: "".split(",")); t(lambda: "abc".split("")); t(lambda: "abc".split(1)); t(lambda: "a".split(maxsplit="x"))
t(lambda: "a\nb\r\nc\n".splitlines()); t(lambda: "a\nb\r\nc".splitlines(True)); t(lambda: "".splitlines()); t(lambda: "\n\n".splitlines())
t(lambda: "a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines())
t(lambda: ",".join(["a", "b"])); t(lambda: "".join("abc")); t(lambda: "-".join([])); t(lambda: "a".join(5)); t(lambda: "a".join([1])); t(lambda: ",".join(str(i) for i in range(3)))
t(lambda: "hello".replace("l", "L")); t(lambda: "hello".replace("l", "L", 1)); t(lambda: "abc".replace("", "-")); t(lambda: "abc".replace("", "-", 2)); t(lambda: "".replace("", "x")); t(lambda: "aaa".replace("aa", "b")); t(lambda: "a".replace(1, "a"))
t(lambda: "hello".find("l")); t(lambda: "hello".rfind("l")); t(lambda: "hello".find("z")); t(lambda: "hello".index("z")); t(lambda: "hello".find("l", 3)); t(lambda: "hello".find("", 10)); t(lambda: "hello".find("", 5)); t(lambda: "hello".find("l", -2)); t(lambda: "hello".rindex("l")); t(lambda: "hello".find("lo", 0, 4))
t(lambda: "a".find(1)); t(lambda: "a".find("a", "b")); t(lambda: "a".find("a", None, None))
t(lambda: "banana".count("a")); t(lambda: "banana".count("ana")); t(lambda: "banana".count("")); t(lambda: "banana".count("a", 2)); t(lambda: "éa".count("")); t(lambda: "a".count(1))
t(lambda: "hello".startswith("he")); t(lambda: "hello".startswith(("x", "he"))); t(lambda: "hello".endswith("lo")); t(lambda: "hello".startswith("l", 2)); t(lambda: "a".startswith(1)); t(lambda: "a".startswith((1,))); t(lambda: "a".startswith("")); t(lambda: "".endswith("a"))
t(lambda: "Hello".upper()); t(lambda: "Hello".lower()); t(lambda: "hello world".title()); t(lambda: "they're bill's".title()); t(lambda: "hELLO".capitalize()); t(lambda: "Hello".swapcase()); t(lambda: "ß".upper()); t(lambda: "İ".lower()); t(lambda: "ΑΣ".lower()); t(lambda: "straße".casefold()); t(lambda: "ǆ".title()); t(lambda: "ﬁ".capitalize())
t(lambda: "ab".center(7)); t(lambda: "abc".center(6, "*")); t(lambda: "abc".center(7, "*")); t(lambda: "ab".center(5, "-")); t(lambda: "ab".ljust(5, ".")); t(lambda: "ab".rjust(5)); t(lambda: "-42".zfill(6)); t(lambda: "+5".zfill(4)); t(lambda: "abc".zfill(2)); t(lambda: "a".center(5, 5)); t(lambda: "a".center(5, "ab"))
t(lambda: "a-b-c".partition("-")); t(lambda: "a-b-c".rpartition("-")); t(lambda: "abc".partition("-")); t(lambda: "abc".rpartition("-")); t(lambda: "a".partition(1)); t(lambda: "a".partition(""))
t(lambda: "prefix_x".removeprefix("prefix_")); t(lambda: "x.py".removesuffix(".py")); t(lambda: "a".removeprefix(1)); t(lambda: "a".removesuffix(""))
t(lambda: "a\tb".expandtabs()); t(lambda: "a\tbc\td".expandtabs(4)); t(lambda: "\t".expandtabs(0)); t(lambda: "ab\ncd\te".expandtabs())
t(lambda: str.maketrans("abc", "xyz")); t(lambda: "aabbcc".translate(str.maketrans("abc", "xyz", "b"))); t(lambda: "abc".translate({97: "xx", 98: None, 99: 100})); t(lambda: str.maketrans("ab", "c")); t(lambda: str.maketrans(1)); t(lambda: str.maketrans({"ab": 1})); t(lambda: "a".translate(5)); t(lambda: str.maketrans({"a": "b", 99: None}))
for w in ["abc", "abc1", "123", "", " ", "ABC", "Abc", "١٢", "²", "½", "a b", "é", "_x", "1x", "ａ", "Ab Cd", "ab Cd", "\n", "ǅ", "漢字"]:
    print(repr(w), w.isalpha(), w.isalnum(), w.isdigit(), w.isdecimal(), w.isnumeric(), w.isspace(), w.islower(), w.isupper(), w.istitle(), w.isidentifier(), w.isascii(), w.isprintable())
t(lambda: "abc"[1]); t(lambda: "abc"[-1]); t(lambda: "abc"[5]); t(lambda: "abc"[::-1]); t(lambda: "héllo"[1:3]); t(lambda: "abc"["a"]); t(lambda: "abcdef"[1:5:2]); t(lambda: "abc" * 3); t(lambda: 2 * "ab"); t(lambda: "abc" * -1); t(lambda: "a" + "b"); t(lambda: "a" + 1); t(lambda: "a" * 1.5); t(lambda: "b" in "abc"); t(lambda: 1 in "abc"); t(lambda: "a" < "b"); t(lambda: "a" < 1); t(lambda: "abc"[1:2:0])
t(lambda: "it's"); t(lambda: 'say "hi"'); t(lambda: "it's \"x\""); t(lambda: "tab\tnl\ncr\rbs\\"); t(lambda: "\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\ud800\U0001f600\U000e0001"); t(lambda: ascii("é漢😀"))
t(lambda: "a".foo); t(lambda: "a".upper(1)); t(lambda: "a".zfill("1")); t(lambda: "a".expandtabs("1"))
t(lambda: str(5)); t(lambda: str()); t(lambda: str(None)); t(lambda: str([1, "a"])); t(lambda: str("a", "utf-8")); t(lambda: str(object="x"))
t(lambda: "a" "b"); t(lambda: len("😀é")); t(lambda: list("😀é")); t(lambda: sorted("hello")); t(lambda: "".join(reversed("abc"))); t(lambda: max("hello")); t(lambda: hash("a") == hash("a"))
t(lambda: "%s" % "x".ljust(3) + "|"); t(lambda: "abc".__len__()); t(lambda: "abc".__contains__("b")); t(lambda: "a".__add__("b")); t(lambda: str.upper("abc")); t(lambda: list(map(str.strip, [" a ", "b "]))); t(lambda: str.join(",", ["a"])); t(lambda: str.upper(5))
