/** `collapse` and `reshape` as the key `reshape`, which makes the rows before anything else. */
import { withCondition } from '../../../bounds.js';
import { copyOf, meaningOf, resolvedFilter, withMade } from '../../../derived.js';
import type { Filter, Operand } from '../../../filters/filter.js';
import { stataFilter } from '../../../filters/stata.js';
import { summaryOf } from '../../../filters/stata-values.js';
import { inRows } from '../../../static/groups.js';
import { nothingMade } from '../../../made.js';
import { dataColumn } from '../../../static/joins.js';
import { type DoFile, type Frame, keepsFrame } from '../frame.js';
import { readAppend } from './append.js';
import { readMerge } from './merge.js';
import { optionMap, partsOf, wordsOf } from '../parts.js';

/** `preserve`, `restore`, `merge`, `append`, `collapse` and `reshape`; false for another statement. */
export function readRows(text: string, line: number, file: DoFile): boolean {
  return (
    keepsFrame(text, file) ||
    readMerge(text, line, file) ||
    readAppend(text, file) ||
    readReshape(text, line, file)
  );
}

/** Reads the statement; false for another one, and for one that cannot come before all other steps. */
function readReshape(text: string, line: number, frame: Frame): boolean {
  if (!/^(?:collapse|reshape)\b/.test(text)) return false;
  if (frame.reshape !== undefined || frame.merges.length > 0) return false;
  return text.startsWith('c') ? readCollapse(text, line, frame) : readShape(text, frame);
}

/** Statistics of collapse by the names that `build` has, with their options. */
const statistics: Readonly<Record<string, readonly [name: string, options?: string]>> = {
  mean: ['mean'],
  sum: ['sum'],
  count: ['count'],
  sd: ['sd'],
  min: ['min'],
  max: ['max'],
  median: ['median'],
  rawsum: ['sum'],
};

function statisticOf(word: string): readonly [name: string, options?: string] | undefined {
  const percentile = /^p([1-9]\d?)$/.exec(word)?.[1];
  if (percentile !== undefined) return ['quantile', `${percentile}, type: 2`];
  return Object.hasOwn(statistics, word) ? statistics[word] : undefined;
}

/** A column after collapse: `n = y` with (count). */
interface Target {
  readonly name: string;
  readonly of: string;
  readonly statistic: string;
}

/** `(mean) y x (count) n=y`; undefined for patterns of names. */
function targetsOf(body: string): Target[] | undefined {
  const words = body.match(/\(\s*\w+\s*\)|[A-Za-z_]\w*\s*=\s*[A-Za-z_]\w*|\S+/g) ?? [];
  const targets: Target[] = [];
  let statistic = 'mean';
  for (const word of words) {
    const [, chosen] = /^\(\s*(\w+)\s*\)$/.exec(word) ?? [];
    const [, name, of] = /^([A-Za-z_]\w*)(?:\s*=\s*([A-Za-z_]\w*))?$/.exec(word) ?? [];
    if (chosen !== undefined) statistic = chosen;
    else if (name === undefined) return undefined;
    else targets.push({ name, of: of ?? name, statistic });
  }
  return targets;
}

const columnOf = (name: string): Operand => ({ kind: 'column', name });

const arithmetic = (operator: '*' | '/' | '-', left: Operand, right: Operand): Operand => ({
  kind: 'arithmetic',
  operator,
  left,
  right,
});

/** The statistic of a column, weighted by another one; undefined if it is not translated. */
function valueOf(of: Operand, word: string, weight: Weight | undefined): Operand | undefined {
  const plain = plainValue(of, word);
  if (weight === undefined || word === 'rawsum') return plain;
  const by = columnOf(weight.column);
  const there: Filter = { kind: 'not', of: { kind: 'absence', of: [of] } };
  const weights = summaryOf('sum', { kind: 'choice', test: there, yes: by }, []);
  if (word === 'count') return weight.isAnalytic ? plain : weights;
  if (word !== 'mean' && (word !== 'sum' || weight.isAnalytic)) return undefined;
  const total = summaryOf('sum', arithmetic('*', by, of), []);
  return word === 'sum' ? total : arithmetic('/', total, weights);
}

function plainValue(of: Operand, word: string): Operand | undefined {
  if (word === 'iqr') return arithmetic('-', plainValue(of, 'p75')!, plainValue(of, 'p25')!);
  if (word === 'semean') {
    const root: Operand = { kind: 'call', name: 'sqrt', of: plainValue(of, 'count')! };
    return arithmetic('/', plainValue(of, 'sd')!, root);
  }
  const [name, options] = statisticOf(word) ?? [];
  return name === undefined ? undefined : summaryOf(name, of, [], options);
}

interface Weight {
  readonly column: string;
  readonly isAnalytic: boolean;
}

const weighted = /\[\s*(aw|fw|pw|iw)\w*\s*=\s*([A-Za-z_]\w*)\s*\]/;

function readCollapse(text: string, line: number, frame: Frame): boolean {
  const [bracket, kind, column] = weighted.exec(text) ?? [];
  const { body, condition, options } = partsOf(text.replace(bracket ?? '', ''));
  const targets = targetsOf(body.replace(/^collapse\s*/, ''));
  const given = optionMap(options);
  const names = wordsOf(given.get('by'));
  const by = names.map((name) => dataColumn(name, frame));
  const isKnown = [...given.keys()].every((name) => /^(?:by|fast|cw)$/.test(name));
  if (targets === undefined || targets.length === 0 || by.length === 0) return false;
  if (!isKnown || given.has('cw') || by.includes(undefined) || /\[/.test(body)) return false;
  const weight = column === undefined ? undefined : { column, isAnalytic: kind === 'aw' };
  const rows =
    condition === undefined
      ? frame.filters
      : withCondition(
          frame.filters,
          resolvedFilter(stataFilter({ text: condition, position: 0 }), frame.derived).filter,
        );
  const values = targets.map(({ of, statistic }) => valueOf(columnOf(of), statistic, weight));
  const written = inRows(values, rows, frame.derived);
  if (written === undefined) return false;
  const columns = Object.fromEntries(targets.map(({ name }, i) => [name, written.values[i]!]));
  const { where } = written;
  const ids = by as string[];
  startFrom(frame, { groups: { by: ids, columns, ...(where === undefined ? {} : { where }) } });
  frame.known = { ...frame.known, columns: [...ids, ...Object.keys(columns)] };
  names.forEach((name, i) => {
    if (name === ids[i]) return;
    frame.derived = withMade(frame.derived, name, copyOf(ids[i]!, undefined, line));
  });
  return true;
}

/** The frame of the rows that `reshape` makes. */
function startFrom(frame: Frame, reshape: object): void {
  frame.reshape = reshape;
  frame.filters = [];
  frame.derived = nothingMade();
  frame.known = { ...frame.known, columns: undefined };
}

/** `reshape long gdp pop, i(id) j(year)` and `reshape wide gdp, i(id) j(year)` of a file as it is. */
function readShape(text: string, frame: Frame): boolean {
  const { body, options } = partsOf(text);
  const [, to, list] = /^reshape\s+(long|wide)\s+([\w@\s]+)$/.exec(body) ?? [];
  const given = optionMap(options);
  const id = wordsOf(given.get('i'));
  const [by, ...others] = wordsOf(given.get('j'));
  if (to === undefined || id.length === 0 || by === undefined || others.length > 0) return false;
  if (![...given.keys()].every((name) => /^(?:i|j|string)$/.test(name))) return false;
  const stubs = wordsOf(list);
  const names = [...id, by, ...stubs];
  const isPlain = names.every((name) => meaningOf(frame.derived, name) === undefined);
  if (!isPlain || frame.derived.until > 0 || frame.filters.length > 0) return false;
  if (to === 'wide') {
    if (list!.includes('@')) return false;
    startFrom(frame, { wide: { columns: stubs, by, id } });
    return true;
  }
  const patterns = stubs.map((stub) => [
    stub.replace('@', ''),
    (stub.includes('@') ? stub : `${stub}@`).replace('@', `{${by}}`),
  ]);
  const texts = given.has('string') ? { text: true } : {};
  startFrom(frame, { long: { columns: Object.fromEntries(patterns) as object, id, ...texts } });
  return true;
}
