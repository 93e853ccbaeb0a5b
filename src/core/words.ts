/** Dashes U+2010–U+2015 and the minus sign, which editors and note takers put for `-`. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Typographic quotes and dashes as typed on a keyboard, spaces collapsed. */
export function plainTypography(text: string): string {
  return text
    .replace(DASHES, '-')
    .replace(/[\u2018\u2019\u201B\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E]/g, '"')
    .replace(/\u2026/g, '...')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim();
}

/** `Müller & Söhne` → `muller-and-sohne`: how names, tags and folder keys are compared. */
export function slug(name: string): string {
  // Most names are plain, and are looked up again and again.
  if (/^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/.test(name)) return name.toLowerCase().replaceAll(' ', '-');
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The first `length` characters, never half of one that takes two code units. */
export function beginningOf(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/**
 * The same text on its own: a slice of a note keeps the whole note in memory for as long as it is kept itself. Joining
 * two texts and cutting the second out makes engines write it down anew.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** A 32-bit FNV-1a hash as 8 hex digits: short enough for the ledger, the same on every device. */
export function hash8(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return mixed(hash);
}

/**
 * A 64-bit hash as 16 hex digits, for whole notes: two lanes of FNV-1a, each over every other character and the second
 * fed by the first, so that a text is gone through once.
 */
export function hash16(text: string): string {
  let [left, right] = [0x811c9dc5, 0x9e3779b1 ^ text.length];
  const pairs = text.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    left = Math.imul(left ^ text.charCodeAt(i), 0x01000193);
    right = Math.imul(right ^ text.charCodeAt(i + 1) ^ (left >>> 9), 0x01000193);
  }
  if (pairs < text.length) left = Math.imul(left ^ text.charCodeAt(pairs), 0x01000193);
  right ^= left >>> 13;
  return mixed(left) + mixed(right);
}

/** One round of mixing, because FNV's low bits of short texts that differ at the end lie close together. */
function mixed(hash: number): string {
  const half = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((half ^ (half >>> 15)) >>> 0).toString(16).padStart(8, '0');
}

/**
 * What does not show: control characters, marks of direction, zero-width characters, tags and the variants of ideographs.
 * First the flags of regions (England, Scotland, Wales), which are written with tags.
 */
const INVISIBLE =
  /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}|[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E01EF}]/gu;
/** Most texts hold nothing of the kind, and are told by this without a look at what stands around it. */
const MAY_BE_INVISIBLE = /[\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E01EF}]/u;
/** Scripts in which a zero-width character changes how letters are joined, or says where a word ends. */
const JOINING =
  /^(?=[\p{L}\p{M}])[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Thai}\p{scx=Laoo}\p{scx=Tibt}\p{scx=Mymr}\p{scx=Khmr}\p{scx=Java}\p{scx=Bali}]$/u;
const [ZERO_WIDTH_SPACE, ZERO_WIDTH_JOINER, FIRST_VARIANT] = [0x200b, 0x200d, 0xe0100];
const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const IDEOGRAPH = /^\p{Ideographic}$/u;

/**
 * A text without the characters with which a note could hide words or rearrange a line of a page. Those stay that
 * scripts and pictures need: one between the letters of Persian or Hindi, one between the parts of a family's picture.
 */
export function stripInvisible(text: string): string {
  if (!mayBeInvisible(text)) return text;
  return text.replace(INVISIBLE, (found, at: number) => {
    if (found === '\t') return ' ';
    return found.length > 2 || isNeeded(found, text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3))
      ? found
      : '';
  });
}

/** Whether `stripInvisible` has to look closer. */
export function mayBeInvisible(text: string): boolean {
  return MAY_BE_INVISIBLE.test(text);
}

/** `before` and `after`: two code units, in which the neighboring characters are. */
function isNeeded(found: string, before: string, after: string): boolean {
  const last = Array.from(before).pop() ?? '';
  const code = found.codePointAt(0) ?? 0;
  if (code === ZERO_WIDTH_JOINER && PICTURE.test(last) && PICTURE.test(Array.from(after)[0] ?? '')) return true;
  if (code >= ZERO_WIDTH_SPACE && code <= ZERO_WIDTH_JOINER) return JOINING.test(last);
  return code >= FIRST_VARIANT && IDEOGRAPH.test(last);
}
