/**
 * Characters that a terminal obeys or a reader cannot see: controls, invisible and bidirectional format characters,
 * line separators, tags, lone surrogates,
 * and the two that XML forbids.
 */
const invisible =
  /[\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Cs}]/gu;

/** The escape of JSON, such as `\n` or `\u001b`; two of them for a character beyond U+FFFF. */
function escape(character: string): string {
  const short = JSON.stringify(character).slice(1, -1);
  if (/^\\[a-z]$/.test(short)) return short;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/**
 * Text of several lines with what nobody can see written as escapes of JSON, so `toJson` text stays the same JSON. Line
 * feeds stay.
 */
export function visible(text: string): string {
  return text.replace(invisible, (character) =>
    character === '\n' ? character : escape(character),
  );
}

/** `visible` text on one line: a name, a cell or a sentence. */
export function visibleLine(text: string): string {
  return text.replace(invisible, escape);
}

/** Lines of a text in which each character that nobody sees is one �, so that a caret below still points at its place. */
export function alignedLines(text: string): string {
  return text.replace(invisible, (character) => (character === '\n' ? character : '\uFFFD'));
}

/** A message: line feeds stay only before an indented line, which shows the place of an error. */
export function visibleMessage(message: string): string {
  return visible(message).replace(/\n(?! {2})/g, escape);
}
