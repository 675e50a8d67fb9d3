/**
 * Characters that control a terminal or that readers cannot see: controls, invisible and bidirectional format
 * characters, line separators, tags, lone surrogates, and the two that XML forbids.
 */
const invisible =
  /[\p{Cc}\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Cs}]/gu;

/** The JSON escape of a character, such as `\n` or `\u001b`; two escapes beyond U+FFFF. */
function escape(character: string): string {
  const short = JSON.stringify(character).slice(1, -1);
  if (/^\\[a-z]$/.test(short)) return short;
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

/** Writes invisible characters as JSON escapes, so the text of `toJson` stays the same JSON. Line feeds stay. */
export function visible(text: string): string {
  return text.replace(invisible, (character) =>
    character === '\n' ? character : escape(character),
  );
}

/** Like `visible`, for one line: a name, a cell or a sentence. */
export function visibleLine(text: string): string {
  return text.replace(invisible, escape);
}

/** Lines of a text with each invisible character replaced by one �, so that a caret below still points at its place. */
export function alignedLines(text: string): string {
  return text.replace(invisible, (character) => (character === '\n' ? character : '\uFFFD'));
}

/** Like `visible`, for a message: line feeds stay only before an indented line, which shows the place of an error. */
export function visibleMessage(message: string): string {
  return visible(message).replace(/\n(?! {2})/g, escape);
}
