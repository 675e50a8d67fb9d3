/** Rows of notes and panels inside a table. */
import { readCell } from './cells.js';
import { isBelow, type Rows } from './heads.js';
import { isHeading } from './labels.js';

/** The rows of a table, and the words of those that are notes: by their words, or behind all others. */
export function withoutNotes(all: Rows): {
  readonly rows: Rows;
  readonly notes: readonly string[];
} {
  let last = all.length;
  while (last > 1 && isHeading(all[last - 1]!)) last--;
  const tail = all.slice(last).map((row) => row[0] ?? '');
  const body = all.slice(0, last);
  const notes = body.flatMap((row, i) => (i === 0 ? [] : (noteOf(row) ?? [])));
  const rows = body.filter((row, i) => i === 0 || noteOf(row) === undefined);
  return { rows, notes: [...notes, ...tail] };
}

/** The words of a row that is a note, such as a legend of stars over all columns; undefined for other rows. */
function noteOf(row: readonly string[]): string | undefined {
  const [label = '', ...rest] = row;
  const texts = [...new Set(rest)].filter(Boolean);
  if (texts.length > 1) return undefined;
  if (texts.some((text) => readCell(text).kind !== 'words') && !isHeading(row)) return undefined;
  const words = [...new Set([label, ...texts])].join(' ').trim();
  const isNote =
    /p\s*[<\u2264]|standard[\s-]*error|signif|^notes?\b|^source|括号|^注|\b(?:in|below) (?:parenthes|brackets|square)|statistics? in/i;
  return words.length > 40 || isNote.test(words) ? words : undefined;
}

/** A heading such as `Panel A` begins a panel, if coefficients follow. */
export function panelsOf(body: Rows): { readonly panel: string; readonly rows: Rows }[] {
  const panels: { panel: string; rows: (readonly string[])[] }[] = [{ panel: '', rows: [] }];
  for (const row of body) {
    const [label = ''] = row;
    const isPanel = isHeading(row) && /^(panel|part|面板)\b|^面板|^[A-H][.:)]\s/i.test(label);
    if (isPanel) panels.push({ panel: label, rows: [] });
    else panels.at(-1)!.rows.push(row);
  }
  return panels.reduce<typeof panels>((all, one) => {
    if (one.rows.length === 0) return all;
    const last = all.at(-1);
    if (last === undefined || one.rows.some(hasErrors)) return [...all, one];
    last.rows.push(...one.rows);
    return all;
  }, []);
}

/** Whether a row is one of errors, or has them behind its coefficients. */
function hasErrors(row: readonly string[]): boolean {
  return isBelow(row) || row.slice(1).some((text) => readCell(text).groups.length > 0);
}
