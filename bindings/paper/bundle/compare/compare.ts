/** The outputs of two runs of a study, item by item. */
import { badArgument, isKeyed } from '../../../core/arguments/arguments.js';
import { type BundleFiles, paths } from '../facts.js';
import { byPath } from '../manifest.js';
import { type Change, changeOf, plus, same } from './changes.js';
import { outputsJson } from './outputs-json.js';
import { typed } from '../typed.js';
import type { WrongStatement } from './statements.js';
import { aMap } from '../../../words/expectations/paper/reports.js';

export interface ComparedItem {
  /**
   * A file is compared byte by byte, all others number by number. A document is a text that its author may have edited:
   * only statements of the program are compared.
   */
  readonly kind: 'table' | 'figure' | 'claim' | 'numbers' | 'file' | 'document';
  readonly id: string;
  readonly outcome: 'identical' | 'differs' | 'missing';
  /** Number of printed cells or numbers that differ. */
  readonly printed: number;
  /** The largest absolute difference of the underlying numbers. */
  readonly largest: number;
  /** Number of underlying numbers that differ although they print alike. */
  readonly hidden: number;
  readonly words: string;
  /** For in-text numbers, how many were compared. */
  readonly count?: number;
  /** Statements of the program that are missing in an edited document. */
  readonly wrong?: readonly WrongStatement[];
}

export interface BundleComparison {
  readonly kind: 'bundle-comparison';
  readonly items: readonly ComparedItem[];
  readonly identical: boolean;
}

type Parts = Readonly<Record<string, unknown>>;

/**
 * Compares the outputs of a bundle with those of a run, both by their paths in the bundle.
 *
 * @throws InputError `bundle-output` for outputs that cannot be read
 */
export function compareOutputs(expected: BundleFiles, actual: BundleFiles): BundleComparison {
  return typed('compareOutputs', () => comparisonOf(expected, actual));
}

function comparisonOf(expected: BundleFiles, actual: BundleFiles): BundleComparison {
  for (const [name, files] of Object.entries({ expected, actual })) {
    if (!(files instanceof Map)) throw badArgument('compareOutputs', name, aMap(), files);
  }
  const [before, after] = [expected, actual].map((files) => outputsJson(files, paths.results)) as [
    Parts,
    Parts,
  ];
  const items = [
    ...compareParts('table', before['tables'], after['tables'], tableChange),
    ...compareParts('figure', before['figures'], after['figures'], plainChange),
    ...compareParts('claim', byId(before['claims']), byId(after['claims']), claimChange),
    compareNumbers(outputsJson(expected, paths.numbers), outputsJson(actual, paths.numbers)),
    ...compareFiles(expected, actual),
  ];
  return {
    kind: 'bundle-comparison',
    items,
    identical: items.every(({ outcome }) => outcome === 'identical'),
  };
}

interface Changes {
  readonly printed: Change;
  readonly hidden: Change;
}

type ChangeOf = (before: unknown, after: unknown) => Changes;

function compareParts(
  kind: keyof typeof units,
  before: unknown,
  after: unknown,
  changes: ChangeOf,
): readonly ComparedItem[] {
  const [old, now] = [before, after].map((parts) => (isKeyed(parts) ? parts : {})) as [
    Parts,
    Parts,
  ];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].map((id) =>
    old[id] === undefined || now[id] === undefined
      ? absent(kind, id, now[id] === undefined)
      : compared(kind, id, changes(old[id], now[id])),
  );
}

function absent(kind: ComparedItem['kind'], id: string, isLost: boolean): ComparedItem {
  const words = isLost ? 'not made by the run' : 'not in the bundle';
  return { kind, id, outcome: 'missing', printed: 0, largest: 0, hidden: 0, words };
}

const units = {
  table: ['cell differs', 'cells differ'],
  figure: ['number differs', 'numbers differ'],
  claim: ['part differs', 'parts differ'],
  numbers: ['number differs', 'numbers differ'],
} as const;

function compared(
  kind: keyof typeof units,
  id: string,
  { printed, hidden }: Changes,
): ComparedItem {
  const largest = Math.max(printed.largest, hidden.largest);
  const [count, more] = [printed.count, hidden.count];
  const outcome = count + more === 0 ? 'identical' : 'differs';
  const size = largest === 0 ? '' : `, largest ${largest.toExponential(0)}`;
  const [one, many] = units[kind];
  const words =
    count > 0
      ? `${count} ${count === 1 ? one : many}${size}`
      : more > 0
        ? `identical as printed, ${more} ${more === 1 ? 'number differs' : 'numbers differ'} behind the printed digits${size}`
        : 'identical';
  return { kind, id, outcome, printed: count, largest, hidden: more, words };
}

const plainChange: ChangeOf = (before, after) => ({
  printed: changeOf(before, after),
  hidden: same,
});

/**
 * Counts cells whose text differs, and other cells whose number differs. Everything else in a table counts as printed.
 */
const tableChange: ChangeOf = (before, after) => {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  let [printed, hidden] = [changeOf(frameOf(before), frameOf(after)), same];
  for (let i = 0; i < Math.max(old.length, now.length); i++) {
    const [a, b] = [old[i], now[i]];
    const change = changeOf(a, b);
    if (change.count === 0) continue;
    const cell = { ...change, count: 1 };
    if (a?.['text'] === b?.['text']) hidden = plus(hidden, cell);
    else printed = plus(printed, cell);
  }
  return { printed, hidden };
};

function cellsOf(table: unknown): readonly Parts[] {
  const rows = isKeyed(table) && Array.isArray(table['body']) ? (table['body'] as unknown[]) : [];
  return rows.flatMap((row) =>
    isKeyed(row) && Array.isArray(row['cells']) ? (row['cells'] as Parts[]) : [],
  );
}

/** A table without its cells and without the hashes of the results behind it. */
function frameOf(table: unknown): unknown {
  if (!isKeyed(table) || !Array.isArray(table['body'])) return table;
  const body = (table['body'] as unknown[]).map((row) =>
    isKeyed(row) ? { label: row['label'], kind: row['kind'] } : row,
  );
  return { ...table, body };
}

/** The verdict and the reason count as printed; their numbers do not. */
const claimChange: ChangeOf = (before, after) => {
  const printedOf = (claim: unknown) =>
    isKeyed(claim) ? [claim['claim'], claim['verdict'], claim['reason']] : claim;
  const printed = changeOf(printedOf(before), printedOf(after));
  const all = changeOf(before, after);
  return printed.count > 0
    ? { printed: { ...printed, largest: all.largest }, hidden: same }
    : { printed: same, hidden: all };
};

function byId(claims: unknown): Parts {
  const list = Array.isArray(claims) ? (claims as unknown[]).filter(isKeyed) : [];
  return Object.fromEntries(list.map((claim) => [String(claim['id']), claim]));
}

/**
 * Compares named numbers, which texts quote: those whose text differs, and those with only a different underlying
 * number.
 */
function compareNumbers(before: Parts, after: Parts): ComparedItem {
  let [printed, hidden] = [same, same];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const name of names) {
    const [a, b] = [before[name], after[name]] as [Parts | undefined, Parts | undefined];
    const change = changeOf(a, b);
    if (change.count === 0) continue;
    const number = { ...change, count: 1 };
    if (a?.['text'] === b?.['text']) hidden = plus(hidden, number);
    else printed = plus(printed, number);
  }
  return { ...compared('numbers', 'in-text', { printed, hidden }), count: names.size };
}

/** All outputs as files, byte by byte. */
function compareFiles(expected: BundleFiles, actual: BundleFiles): readonly ComparedItem[] {
  const names = [...new Set([...expected.keys(), ...actual.keys()])].sort(byPath);
  return names.map((path) => compareFile(path, expected.get(path), actual.get(path)));
}

/** A file of a bundle next to that of a run. */
export function compareFile(
  path: string,
  before: Uint8Array | undefined,
  after: Uint8Array | undefined,
): ComparedItem {
  if (before === undefined || after === undefined) {
    return absent('file', path, after === undefined);
  }
  const line = firstDifference(before, after);
  const item = { kind: 'file' as const, id: path, largest: 0, hidden: 0 };
  return line === undefined
    ? { ...item, outcome: 'identical', printed: 0, words: 'identical' }
    : { ...item, outcome: 'differs', printed: 1, words: `differs from line ${line} on` };
}

/** The line, from 1, with the first byte that differs. */
function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  let line = 1;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if (a[i] !== b[i]) return line;
    if (a[i] === 10) line++;
  }
  return undefined;
}
