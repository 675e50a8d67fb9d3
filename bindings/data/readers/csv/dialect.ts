/** Detects the delimiter of a text table from its first lines. */
import { InputError } from '../../../core/errors/errors.js';
import { isEmptyLine, recordsOf } from './records.js';
import type { Dialect, Part } from './scanner.js';

const delimiters = [',', ';', '\t', '|'];

/** Eurostat separates the codes of its first column by commas, and all others by tabs. */
const eurostat = /,.*\\TIME_PERIOD$/i;

/** Lines and characters that are inspected. */
const LINES = 50;
const CHARACTERS = 1 << 16;
/** Maximum characters of the first cell of Eurostat. */
const CORNER = 1000;
/** Maximum characters of a header line that are inspected. */
const HEADER = 1 << 20;

/**
 * The delimiter with which most lines have as many cells as the header, the first non-empty line; of several, the one
 * with most cells. If none splits the header, which may be a title, the one that splits most other lines.
 */
export function delimiterOf(text: string, start: number, comment: string | undefined): string {
  if (isOfEurostat(text.slice(start, start + CORNER))) return '\t';
  const sample = sampleOf(text, start);
  const tried = delimiters.map((delimiter) => ({
    delimiter,
    ...fit(sample, delimiter, comment),
  }));
  const splits = tried.filter(({ width }) => width > 1);
  const best = splits.sort((a, b) => b.share - a.share || b.width - a.width)[0];
  const below = tried.sort((a, b) => b.split - a.split)[0]!;
  return (best ?? (below.split > 0.5 ? below : { delimiter: ',' })).delimiter;
}

/** True if the first cell before a tab lists codes and the periods. */
function isOfEurostat(text: string): boolean {
  const [line = ''] = text.split('\n', 1);
  const [corner = '', ...others] = line.split('\t', 2);
  return others.length > 0 && eurostat.test(corner);
}

/** Whole lines from the start, at least one or the start of it. */
function sampleOf(text: string, start: number): string {
  if (text.length - start <= CHARACTERS) return text.slice(start);
  const last = text.lastIndexOf('\n', start + CHARACTERS);
  const end = last > start ? last : text.indexOf('\n', start + CHARACTERS);
  return text.slice(start, Math.min(end < 0 ? text.length : end, start + HEADER));
}

/** Number of cells in the header, share of lines with as many cells, and share of lines that are split. */
function fit(sample: string, delimiter: string, comment: string | undefined) {
  const rows = linesOf(sample, { delimiter, comment }).filter((row) => !isEmptyLine(row));
  const width = rows[0]?.length ?? 0;
  const share = (matches: (row: readonly string[]) => boolean): number =>
    rows.slice(1).filter(matches).length / Math.max(1, rows.length - 1);
  return {
    width,
    share: share((row) => row.length === width),
    split: share((row) => row.length > 1),
  };
}

/** The cells of the first lines, up to the first with quotes that do not suit the delimiter. */
function linesOf(text: string, dialect: Dialect): (readonly string[])[] {
  const lines: (readonly string[])[] = [];
  const sample: Part = { text, start: 0, line: 1, subject: '', isOpen: true };
  try {
    for (const { cells } of recordsOf(sample, dialect)) {
      lines.push(cells);
      if (lines.length === LINES) break;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return lines;
}
