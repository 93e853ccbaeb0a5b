/**
 * UTF-8 text that some tool once read as Mac Roman or Windows-1252 and saved again: `today‚Äôs` for `today’s`.
 * The note itself is left as it is; only what the plugin reads is put right.
 */

/** The characters that bytes 0x80–0xFF stand for. */
const MAC_ROMAN =
  '\u00c4\u00c5\u00c7\u00c9\u00d1\u00d6\u00dc\u00e1\u00e0\u00e2\u00e4\u00e3\u00e5\u00e7\u00e9\u00e8\u00ea\u00eb\u00ed\u00ec\u00ee\u00ef\u00f1\u00f3\u00f2\u00f4\u00f6\u00f5\u00fa\u00f9\u00fb\u00fc\u2020\u00b0\u00a2\u00a3\u00a7\u2022\u00b6\u00df\u00ae\u00a9\u2122\u00b4\u00a8\u2260\u00c6\u00d8\u221e\u00b1\u2264\u2265\u00a5\u00b5\u2202\u2211\u220f\u03c0\u222b\u00aa\u00ba\u03a9\u00e6\u00f8\u00bf\u00a1\u00ac\u221a\u0192\u2248\u2206\u00ab\u00bb\u2026\u00a0\u00c0\u00c3\u00d5\u0152\u0153\u2013\u2014\u201c\u201d\u2018\u2019\u00f7\u25ca\u00ff\u0178\u2044\u20ac\u2039\u203a\ufb01\ufb02\u2021\u00b7\u201a\u201e\u2030\u00c2\u00ca\u00c1\u00cb\u00c8\u00cd\u00ce\u00cf\u00cc\u00d3\u00d4\uf8ff\u00d2\u00da\u00db\u00d9\u0131\u02c6\u02dc\u00af\u02d8\u02d9\u02da\u00b8\u02dd\u02db\u02c7';
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178\u00a0\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00af\u00b0\u00b1\u00b2\u00b3\u00b4\u00b5\u00b6\u00b7\u00b8\u00b9\u00ba\u00bb\u00bc\u00bd\u00be\u00bf\u00c0\u00c1\u00c2\u00c3\u00c4\u00c5\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00cd\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00d9\u00da\u00db\u00dc\u00dd\u00de\u00df\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f0\u00f1\u00f2\u00f3\u00f4\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe\u00ff';

interface Misreading {
  readonly name: string;
  readonly bytes: ReadonlyMap<string, number>;
  /** What a damaged character looks like: without one of these nothing is tried. */
  readonly telltale: RegExp;
}

const MISREADINGS: readonly Misreading[] = [
  {
    name: 'Mac Roman',
    bytes: byteTable(MAC_ROMAN),
    // Lead bytes E2, C2, C3 and F0 (U+F8FF, which tools drop at times, so that an emoji begins with `ü`).
    telltale: /[‚¬√][\u0080-\uffff]|\uf8ff|ü[ìîõÜè]/,
  },
  {
    name: 'Windows-1252',
    bytes: byteTable(WINDOWS_1252),
    telltale: /[âÂÃ][\u0080-\uffff]|ðŸ/,
  },
];

/** What every telltale begins with. Most notes hold none of it. */
const TELLTALE_BEGINNINGS = '‚¬√\uf8ffüâÂÃð';

export interface RepairedText {
  readonly text: string;
  /** Lines (counted from 1) that were damaged. */
  readonly lines: readonly number[];
  /** `Mac Roman`, `Windows-1252`, or null where nothing was damaged. */
  readonly misreadAs: string | null;
}

/**
 * Undoes a misreading, for the whole text where all of it was misread, else line by line.
 * A text is taken as misread only if it has a telltale, if every character has a byte in the wrong table, if these
 * bytes are strict UTF-8, and if no telltale is left then: a genuine `√` or `∑` stays as it is.
 */
export function repairEncoding(text: string): RepairedText {
  if (!mayHoldMisreading(text, 0, text.length)) return { text, lines: [], misreadAs: null };
  for (const misreading of MISREADINGS) {
    if (!misreading.telltale.test(text)) continue;
    const lines = text.split('\n');
    const damaged = lines.flatMap((line, index) => (misreading.telltale.test(line) ? [index + 1] : []));
    const whole = undo(text, misreading);
    if (whole !== null) return { text: whole, lines: damaged, misreadAs: misreading.name };
    const repaired: number[] = [];
    for (const number of damaged) {
      const line = undo(lines[number - 1] ?? '', misreading);
      if (line === null) continue;
      lines[number - 1] = line;
      repaired.push(number);
    }
    if (repaired.length > 0) return { text: lines.join('\n'), lines: repaired, misreadAs: misreading.name };
  }
  return { text, lines: [], misreadAs: null };
}

/** Whether a part of a text holds a character that damage begins with; false for most notes. */
export function mayHoldMisreading(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) >= 0x80 && TELLTALE_BEGINNINGS.includes(text.charAt(at))) return true;
  return false;
}

function undo(text: string, { bytes, telltale }: Misreading): string | null {
  const withLeadBytes = text.replace(/(^|[^\uf8ff])ü(?=[ìîõÜè])/g, '$1\uf8ffü');
  const codes: number[] = [];
  for (const char of withLeadBytes) {
    const code = char < '\x80' ? char.charCodeAt(0) : bytes.get(char);
    if (code === undefined) return null;
    codes.push(code);
  }
  const decoded = decodeUtf8(codes);
  return decoded === null || telltale.test(decoded) ? null : decoded;
}

/** Strict UTF-8 (RFC 3629): null for stray, overlong, surrogate or missing bytes. */
function decodeUtf8(bytes: readonly number[]): string | null {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) return null;
    let code = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k] ?? 0;
      if ((next & 0xc0) !== 0x80) return null;
      code = (code << 6) | (next & 0x3f);
    }
    const smallest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
    if (code < smallest || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
    parts.push(String.fromCodePoint(code));
    i += length;
  }
  return parts.join('');
}

function byteTable(characters: string): ReadonlyMap<string, number> {
  return new Map([...characters].map((char, index) => [char, 0x80 + index]));
}
