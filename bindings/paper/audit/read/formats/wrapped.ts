/** Sentences below tables that were broken into lines. */

/** A line and the number of characters that it takes. */
interface Line {
  readonly text: string;
  readonly length: number;
}

/** Lines fill at least this share of the width before the next word is on another one. */
const filled = 0.9;
/** Starts of lines that begin a note: marks, and what brackets hold. */
const begins =
  /^(?:[^\p{Ll}\d(]|(?:\S+ ){0,3}(?:errors?|statistics|values|intervals) (?:are )?in\b|[tpz]\s?[<>=\u2264])/u;

/** Joins the lines of a sentence; `width` is that of the table. */
export function joinedNotes(lines: readonly string[], width: number): string[] {
  const widest = Math.max(width, ...lines.map(({ length }) => length));
  const notes: Line[] = [];
  for (const text of lines) {
    const last = notes.at(-1);
    const [word = ''] = text.split(' ');
    const isBroken = last !== undefined && last.length + 1 + word.length > filled * widest;
    if (!isBroken || begins.test(text)) notes.push({ text, length: text.length });
    else notes[notes.length - 1] = { text: joined(last.text, text), length: text.length };
  }
  return notes.map(({ text }) => text);
}

/** A hyphen at the end of a line after two letters or more divides a word. */
function joined(first: string, second: string): string {
  return /\p{L}{2}-$/u.test(first) && /^\p{Ll}/u.test(second)
    ? first.slice(0, -1) + second
    : `${first} ${second}`;
}
