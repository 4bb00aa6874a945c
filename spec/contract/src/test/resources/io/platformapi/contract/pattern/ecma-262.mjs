// Makes ecma-262.jsonl, the table that EcmaTableTest holds our reading of regular expressions against:
//
//     node ecma-262.mjs > ecma-262.jsonl        (made with Node 20)
//
// Each line is an expression, with texts that contain a match and texts that do not, as the RegExp of the engine has
// it: with the u flag, or without where it reads only so; or with "error" where it reads neither way.

let state = 20261129;
const random = (bound) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * bound);
};
const one = (some) => some[random(some.length)];

const CHOSEN = String.raw`
^a$|^b$
a$|b$|c
^\S+$
^\s+$
^\p{Letter}+$
^\P{Letter}+$
^[\p{L}\d]+$
^[^\p{L}\d]+$
^[\P{L}]+$
^[^\P{L}]+$
^\p{Lu}\p{Ll}*$
^\p{Script=Greek}+$
^\p{sc=Grek}+$
^\p{General_Category=Decimal_Number}+$
^\p{gc=Nd}+$
^\p{White_Space}+$
^\p{ASCII_Hex_Digit}+$
^\p{Hex_Digit}+$
^\p{Any}$
^\p{Assigned}$
^\p{ASCII}+$
^\p{Alphabetic}+$
^\p{Uppercase}+$
^\p{Lowercase}+$
^\p{LC}+$
^\p{P}+$
^\p{C}$
^\p{Cn}$
^\p{Zs}$
^\p{letter}$
^\p{script=Greek}$
^\p{Script=greek}$
^\p{Script=}$
^[^[]+$
^[[]+$
^[[ab]]$
^[[ab]+]+$
^{[0-9a-f]+}$
^{a$
^a}$
^a{$
^a{,2}$
^a{1$
^a{1,$
^x{2,1}$
{1}
^[a-z&&[^b]]$
^[a-z&&b]+$
^[a-c--b]$
^[\w--b]$
((( 
(((
)
[
[a
\
^[^]$
^[^]*$
[]
^[]$
^(?:[]|a)$
^.$
^..$
^.+$
^[^a]$
^[^]$
^\D+$
^\d+$
^\w+$
^\W+$
^[\d\s]+$
^[^\d\s]+$
^[\D]+$
^[^\W]+$
^[\b]$
\ba
a\b
\Ba
^\b$
^\B$
é\b
\bé
^\ba\b$
^\u{61}+$
^\u0061+$
^\u{1F600}$
^\uD83D\uDE00$
^\uD83D$
\uD83D
\uDE00
^[\uD83D\uDE00]$
^[😀]$
^[😀-😂]$
^😀+$
^😀{2}$
^[^😀]$
^.\-$
^..\-$
^[😀]\-$
^[^a]\-$
^\uD83D\uDE00\-$
^\uD83D.\-$
^[^\uD83D]\-$
^\x41$
^\x4$
^\u004$
^\u$
^\cA$
^\ca$
^\c1$
^\c$
^[\cA]$
^[\c1]$
^[\c_]$
^[\c]$
^\0$
^\00$
^\01$
^\1$
^\8$
^\101$
^\377$
^\400$
^\18$
^[\1]$
^[\101]$
^[\8]$
^[\0]$
^\_$
^\-$
^[\-]$
^[a\-c]$
^[+--]$
^[a-]$
^[-a]$
^[\d-z]$
^[a-\d]$
^[\w-]$
^[z-a]$
^\/$
^\a$
^\A\z$
^\Qa\E$
^\e$
^\h$
^(a)\1$
^(a|b)\1$
^(a|b)+\1$
^(?:(a)|b)\1$
^(?:(a)|b)*\1$
^\1(a)$
^(a\1)$
^(?:(a)|(b))\1\2$
^(a)?\1$
^(a*)\1$
^(a*)+\1b$
^(?<x>a|b)\k<x>$
^\k<x>(?<x>a)$
^\k<x>$
^\k$
^(?<x>a)\k$
^(?<1>a)$
^(?<x>a)(?<x>b)$
^(?<$x_>a)\k<$x_>$
^(?<x)$
^(?P<x>a)$
^(?i)a$
^(?i:a)$
^(?#a)a$
^(?>a)$
^a*+$
^a++$
^a?+$
^a**$
^a???$
^a{2}{2}$
^a{2}?$
^(?:a{2}){2}$
*a
+
?
^*
$+
^a|*
^(?=a)*b$
^(?=a){2}a$
^(?!a)*b$
^(?<=a)*b$
^(?=(a+?))\1$
^(?=(a+))\1$
(?<=a)b
(?<!a)b
(?<=^a)b
(?<=a|bc)a
(?<=a{1,2})b
(?<=a+)b
(?<=a*)b
(?<!a*)b
(?<=(a))\1
(?<=\1(a))b
(?=ab)a
a(?!b)
^(?!a).
^(?!.*ab).*$
^(?=.*a)(?=.*b).+$
^(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{3,}$
^(?:^|a){2}$
^(?:^|a)*$
^(?:^|a)+$
b(?:^|a){2}
^(?:$|a){2,}$
^(?:a?){3}$
^(?:a|){2,3}$
^(?:|a)+$
^(?:|a)*?$
^(?:a*)*$
^(?:a*?)+?$
^(?:(?=a)|a){2}$
^(?:(?=a)a|b)*$
^(?:\b|a){3}$
(?:\B|a){2}$
^a{0}$
^a{0,0}b$
^(?:){3}$
()
^()$
|
^|$
^(|a)$
^a{1,2}{3}$
^a{2147483647}$
^a{99999999999}$
^a{0,99999999999}$
^a{000001}$
^[0-9]{3}-[0-9]{2}$
^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$
^[\w.-]+\-x$
^#([a-f0-9]{6}|[a-f0-9]{3})$
^(0|[1-9]\d*)\.(0|[1-9]\d*)$
^[^\s@]+@[^\s@]+$
^[^/]+$
^/a/b$
^\u2028$
^\p$
^\p{$
^\p{}$
^[\p{L}--[a]]$
^\q{a}$
^[^\n]$
^[^\r\n]*$
^a\nb$
a.b
^a$
^ $
^\t$
^[ -~]*$
^[!-\/]$
^[\u0000-\uFFFF]$
^[\u{0}-\u{10FFFF}]$
^[\u{10000}-\u{10FFFF}]$
(?<!a)(?!a)
\B(?!a)
(?<![^a])$
^\w\S\W\D$
^(?:a|ab)(?:c|bcd)$
^(a+)+$
^(?:[ab]|\p{Lu})*$
`.split("\n").filter((line) => line !== "");

const ATOMS = [
  "a", "b", "c", "-", ",", " ", "é", "😀", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "[ab]", "[^ab]", "[a-c]", "[^a-c]",
  "[^\\d]", "[\\w-]", "[\\s\\S]", "[^]", "^", "$", "\\b", "\\B", "\\n", "\\x61", "\\u0062", "\\u{63}", "\\p{L}", "\\P{L}",
  "\\p{Lu}", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)", "(?=.*c)", "(?<=^|b)", "", "[😀é]", "\\-", "\\_", "{", "]",
];
const QUANTIFIERS = ["", "", "", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "{2,}", "*?", "+?", "??", "{1,2}?"];

function expression(depth) {
  if (depth === 0 || random(4) === 0) {
    const atom = one(ATOMS);
    return random(3) === 0 ? `(?:${atom})${one(QUANTIFIERS)}` : atom + (random(2) ? one(QUANTIFIERS) : "");
  }
  const left = expression(depth - 1);
  const right = expression(depth - 1);
  switch (random(5)) {
    case 0:
      return `(?:${left}|${right})${one(QUANTIFIERS)}`;
    case 1:
      return `(${left})${one(QUANTIFIERS)}${right}`;
    case 2:
      return `(${left})${right}\\1`;
    default:
      return left + right;
  }
}

const LETTERS = ["a", "a", "b", "b", "c", "A", "z", "1", "-", ",", "_", " ", "\n", "é", "ß", "α", "😀", "{", "}", "[", "]", "&"];
const SPECIAL = [
  "", "a", "b", "c", "aa", "ab", "ba", "bb", "aab", "aba", "abc", "aaa", "aaaa", "aaaaaa", "a\n", "\na", "a\nb", "\n", "\r",
  "a\r\n", "\u2028", "\u2029", "\u0085", "\u00a0", "\ufeff", "\u3000", "\t", "\b", "\v", "\0", "\u0001", "\u0011", "\u001f", "\ud83d",
  "\ude00", "\ud83da", "😀", "😁", "😀😀", "a😀", "😀a", "a😀a", "😀-", "é", "éa", "aé", "É", "α", "Ω", "αβγ", "Я", "中", "٣", "１", "Ａ",
  "123", "12.5", "0.1", "1a", "a1", "A", "Aa", "AB", "_", "-", "a-", "-a", "a-c", "é-", "[", "[[", "[[[", "]", "a]", "[a]", "b]", "&",
  "a&&b", "{", "}", "{abc}", "{0f}", "zzz", "a{", "a}", "{a", "a{,2}", "a{1", "a{1,", "x", "x4", "u", "u004", "uuu", "c", "\\c",
  "\\c1", "\\", "c1", "k", "k<x>", "A", "Az", "Qa", "QaE", "e", "h", "p", "p{", "8", "18", "\u00018", "ÿ", " 0", "  ", " ", "/", "/a/b", "!",
  "a b", "a,b", "a@b.cd", "a@b", "#abc", "#abcdef", "1.10", "01.1", "abcd", "acbcd", "aB1", "aB1c", "d-x", "a-x", "\u0000\u0000", "@",
  "\uffff", "\u{10000}", "\u{10ffff}", "\u0378", "aac", "cab", "b,a", "a a", "a1_B", "^", "$", "a|b",
];

function text() {
  let made = "";
  for (let length = random(6); length > 0; length--) {
    made += one(LETTERS);
  }
  return made;
}

function engine(regex) {
  for (const flag of ["u", ""]) {
    try {
      return new RegExp(regex, flag);
    } catch (e) {
      // the next reading
    }
  }
  return null;
}

function some(texts, most) {
  const left = [...new Set(texts)];
  const taken = [];
  while (left.length > 0 && taken.length < most) {
    taken.push(left.splice(random(left.length), 1)[0]);
  }
  return taken;
}

function row(regex, most) {
  const read = engine(regex);
  if (read === null) {
    return { regex, error: true };
  }
  const texts = [...SPECIAL, ...Array.from({ length: 200 }, text)];
  return {
    regex,
    finds: some(texts.filter((each) => read.test(each)), most),
    not: some(texts.filter((each) => !read.test(each)), most),
  };
}

const ascii = (json) => json.replace(/[^ -~]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
const rows = CHOSEN.map((regex) => row(regex, 12));
for (let i = 0; i < 500; i++) {
  rows.push(row(random(2) ? `^${expression(3)}$` : expression(3), 5));
}
for (const each of rows) {
  console.log(ascii(JSON.stringify(each)));
}
