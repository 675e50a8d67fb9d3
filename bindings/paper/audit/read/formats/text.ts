/** Tables in plain text: columns of fixed width, as programs print them on a screen. */
import { factsIn } from './facts.js';
import { type Grid, ligatures, tidy } from './grid.js';
import { isNumber, isRule, piecesOf } from './pieces.js';
import { withStars } from './raised-stars.js';
import { areNames, rowsOf } from './text-columns.js';
import { joinedNotes } from './wrapped.js';

interface Region {
  readonly title: string;
  readonly lines: string[];
  readonly notes: string[];
  readonly facts: string[];
}

/** Whether a text has lines of numbers in columns of fixed width, and no cells between commas, semicolons or tabs. */
export function isTextTable(text: string): boolean {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const cells = lines.map((line) => line.replace(/[[(][^\])]*[\])]/g, ''));
  // Commas between digits are those of decimals, and those in brackets of intervals.
  const isDelimited = [/(?<!\d),|,(?!\d)/, /;/, /\t/].some(
    (mark) => cells.filter((line) => mark.test(line)).length >= 0.6 * lines.length,
  );
  const tabular = lines.filter((line) => isTabular(line));
  return !isDelimited && (tabular.length > 1 || tabular.some((line) => piecesOf(line).length > 3));
}

/** With `inPlace`, each character takes one place, as in texts made from PDF files. */
export function readTextTables(text: string, name: string, inPlace = false): Grid[] {
  const regions = regionsOf(withStars(text.split(/\r?\n|\f/).map(plain)));
  const grids = regions.flatMap(({ title, lines, notes, facts }): Grid[] => {
    const rows = rowsOf(lines, inPlace);
    if (rows.length < 2) return [];
    const width = Math.max(...lines.map((line) => line.trim().length));
    const words = [title, ...facts, ...joinedNotes(notes, width)].filter(Boolean).join('\n');
    return [{ table: name, rows, title, notes: words, facts: factsIn(facts) }];
  });
  return grids.length === 1
    ? grids
    : grids.map((grid, i) => ({ ...grid, table: `${name} ${i + 1}` }));
}

/** Tabs as spaces, and the stars and letters of typesetting programs as those of a keyboard. */
function plain(line: string): string {
  return withLigatures(line)
    .replace(/\t/g, '    ')
    .replace(/[\u2217\u22C6\uFF0A]/g, '*')
    .replace(/\bR\s?[\u00AF\u0304]\s?2 {10,}/, ({ length }) => 'Adjusted R2'.padEnd(length));
}

const codes: Readonly<Record<string, string>> = Object.fromEntries(
  ligatures.flatMap((letters, i) => [
    [String.fromCharCode(0x1b + i), letters],
    [String.fromCharCode(0xfb00 + i), letters],
  ]),
);

/** Letters for ligatures, by their codes in fonts of TeX and in Unicode; spaces after them make room. */
function withLigatures(line: string): string {
  if (!/[\x1b-\x1f\ufb00-\ufb04]/.test(line)) return line;
  return line.replace(/(\S+(?: \S+)*)( *)/g, (_, piece: string, spaces: string) => {
    const letters = piece.replace(/[\x1b-\x1f\ufb00-\ufb04]/g, (sign) => codes[sign]!);
    return (
      letters +
      spaces.slice(Math.max(0, Math.min(letters.length - piece.length, spaces.length - 2)))
    );
  });
}

/** Most lines of headings before the first number. */
const mostHeads = 3;

interface Scan {
  readonly regions: Region[];
  /** Lines since the last region that are not in one. */
  before: string[];
  facts: string[];
}

/** Regions of tabular lines, rules and headings, with the line before and the lines after each. */
function regionsOf(lines: readonly string[]): Region[] {
  const scan: Scan = { regions: [], before: [], facts: [] };
  for (const line of lines) {
    if (tidy(line) !== '') readLine(line, scan);
  }
  return scan.regions;
}

function readLine(line: string, scan: Scan): void {
  const isBody = isRule(line) || isTabular(line);
  const last = scan.regions.at(-1);
  const isOpen = last !== undefined && last.notes.length === 0;
  if (isBody && !isOpen) return void begin(line, scan);
  if (isFact(line)) (last?.facts ?? scan.facts).push(tidy(line));
  else if (isBody || (isOpen && (isHead(line) || /\S {2,}\.$/.test(line.trimEnd()))))
    last!.lines.push(line);
  else {
    last?.notes.push(tidy(line));
    scan.before.push(line);
  }
}

/** Begins a region with the headings that are directly before its first number. */
function begin(line: string, scan: Scan): void {
  const heads = scan.before.slice(-mostHeads).filter(isHead);
  const title = scan.before.filter((one) => !heads.includes(one)).at(-1) ?? '';
  const { facts } = scan;
  scan.regions.push({ title: tidy(title), lines: [...heads, line], notes: [], facts });
  Object.assign(scan, { before: [], facts: [] });
}

/** `Number of obs = 120` and `R-squared: 0.31`, not a row of numbers with the label `b = c`. */
function isFact(line: string): boolean {
  const words = line.replace(/\([^()]*\)|^\s*(?:notes?|sources?)\s*:/gi, '');
  const isNamed = /[^\s:]\s*:\s+\S|\S\s+=\s+\S/.test(words) && !/p\s*[<=]|\*/.test(line);
  const value = line.slice(Math.max(line.lastIndexOf(' = '), line.lastIndexOf(': ')) + 2);
  return (
    isNamed &&
    !piecesOf(value)
      .slice(1)
      .some(({ text }) => isNumber(text))
  );
}

const beginsNotes = /^\s*(?:notes?|sources?|注|说明|资料来源|数据来源)\s*[.:：]/i;

/** Words of notes, which may contain numbers. */
const ofNotes = /\bp\s*[<\u2264]|signif|\bcodes\b|(?:errors?|statistics|values) in\b/i;

/** Words of notes, and of the heads of tests. */
const ofDegrees = /degrees of freedom/i;

/** Degrees of freedom after a number, as in `0.43 (df = 109)`. */
const withDegrees = /\s?\(\s?df\s?=[\s\d;,]{1,20}\)$/;

/** A line with a number in a separate column. */
function isTabular(line: string): boolean {
  if (isRule(line) || isFact(line) || ofNotes.test(line) || ofDegrees.test(line)) return false;
  const all = piecesOf(line);
  const numbers = all.filter(
    ({ text, start }, i) => isNumber(text.replace(withDegrees, '')) && (i > 0 || start >= 4),
  );
  const isApart = numbers.some(
    ({ start }) => start >= 4 && /\s{2}$|[|│]\s*$/.test(line.slice(0, start)),
  );
  return numbers.length > 2 || isApart;
}

/** A line of short words in columns. */
function isHead(line: string): boolean {
  const npieces = piecesOf(line).length;
  const isSentence =
    npieces < 3 && (ofDegrees.test(line) || /[.:\u3002\uFF1A\uFF1B]$/.test(line.trim()));
  if (beginsNotes.test(line) || ofNotes.test(line) || isSentence) return false;
  return areNames(line) || npieces > 1 || /^\s{6,}\S/.test(line) || tidy(line).length <= 24;
}
