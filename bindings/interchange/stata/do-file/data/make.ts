/** Statements of a do-file that compute columns: `generate`, `replace`, `egen`, `winsor2` and `xtile`, also by groups. */
import { computed, type Made } from '../../../derived.js';
import type { Filter, Operand, Test } from '../../../filters/filter.js';
import {
  chosen,
  extremeOf,
  type Groups,
  indicator,
  one,
  stataColumn,
  stataRows,
  summaryOf,
  zero,
} from '../../../filters/stata-values.js';
import { overRows } from '../../../static/over-rows.js';
import { failure, type Reader } from '../../../reader.js';
import { commandProblem } from '../../../../words/errors/interchange/commands.js';
import type { Frame } from '../frame.js';
import { optionOf, partsOf, type StatementParts, wordsOf } from '../parts.js';
import { recodeOf } from './recode.js';

export type MadeColumn = readonly [name: string, made: Made];

const types = '(?:byte|int|long|float|double|strL|str\\d+)';
const generate = new RegExp(
  `^g(?:e(?:n(?:e(?:r(?:a(?:te?)?)?)?)?)?)?\\s+(?:${types}\\s+)?(\\w+)(?::\\w+)?\\s*=(?!=)\\s*([^]*)$`,
);
const egen = new RegExp(`^egen\\s+(?:${types}\\s+)?(\\w+)\\s*=\\s*(\\w+)\\s*\\(([^]*)\\)$`);

interface Site {
  readonly parts: StatementParts;
  readonly groups: Groups;
  /** The rows after `if`; undefined without one. */
  readonly rows: Filter | undefined;
  readonly frame: Frame;
  readonly line: number;
}

/**
 * The columns that a statement computes; undefined for another statement.
 *
 * @throws InputError `command-syntax` for a rule that no expression has
 */
export function computedColumns(
  text: string,
  line: number,
  frame: Frame,
): MadeColumn[] | undefined {
  const parts = partsOf(text);
  const read = readers.find(([pattern]) => pattern.test(parts.body))?.[1];
  if (read === undefined) return undefined;
  const groups = groupsOf(parts, frame);
  const { condition } = parts;
  const rows = condition === undefined ? undefined : stataRows(startOf(condition), groups);
  return read({ parts, groups, rows, frame, line });
}

const readers: readonly (readonly [RegExp, (site: Site) => MadeColumn[] | undefined])[] = [
  [/^g(?:en(?:erate)?)?\s/, readGenerate],
  [/^replace\s/, readReplace],
  [/^egen\s/, readEgen],
  [/^winsor2\s/, readWinsor2],
  [/^winsor\s/, ({ parts }) => refused(parts, 'winsor', 'winsor2 is read')],
  [/^xtile\s/, readXtile],
  [/^recode\s/, readRecode],
];

function startOf(text: string): Reader {
  return { text, position: 0 };
}

/** @throws InputError `command-syntax` */
function refused({ body }: StatementParts, command: string, way: string): never {
  throw failure(startOf(body), commandProblem.making({ command, way }));
}

/** The groups of a prefix; those of the panel in the order of its periods have lags. */
function groupsOf({ by, order }: StatementParts, { known }: Frame): Groups {
  const { unit, time } = known;
  const [last] = order.slice(-1);
  const sorted = last ?? (by.length === 1 && by[0] === unit ? time : undefined);
  const isPanel = by.length === 1 && by[0] === unit && sorted === time && unit !== undefined;
  return { by, order: order.length > 1 ? undefined : sorted, isPanel };
}

/** The column, with a term that equals it where `of` has one. */
function column(name: string, value: Operand, { frame, line }: Site): MadeColumn {
  return [name, computed(name, overRows(value, frame.filters), frame.derived, line)];
}

function readGenerate(site: Site): MadeColumn[] | undefined {
  const [, name, expression] = generate.exec(site.parts.body) ?? [];
  if (name === undefined) return undefined;
  const value = stataColumn(startOf(expression!), site.groups);
  if (value.kind === 'absent')
    refused(site.parts, 'generate', 'write the values in one expression');
  if (value.kind === 'text') refused(site.parts, 'generate of a text', 'write numbers');
  const { rows } = site;
  return [
    column(name, rows === undefined ? value : { kind: 'choice', test: rows, yes: value }, site),
  ];
}

function readReplace(site: Site): MadeColumn[] | undefined {
  const [, name, expression] = /^replace\s+(\w+)\s*=(?!=)\s*([^]*)$/.exec(site.parts.body) ?? [];
  if (name === undefined) return undefined;
  const value = stataColumn(startOf(expression!), site.groups);
  const before: Operand = { kind: 'column', name };
  const { rows } = site;
  if (rows !== undefined) return [column(name, chosen(rows, value, before), site)];
  return value.kind === 'absent' ? undefined : [column(name, value, site)];
}

/** Statistics of `egen` by the names that `build` has. */
const statistics: Readonly<Record<string, string>> = {
  mean: 'mean',
  sd: 'sd',
  min: 'min',
  max: 'max',
  median: 'median',
  total: 'sum',
  sum: 'sum',
  count: 'count',
  rank: 'rank',
  std: 'std',
};

function readEgen(site: Site): MadeColumn[] | undefined {
  const [, name, word, argument] = egen.exec(site.parts.body) ?? [];
  if (name === undefined) return undefined;
  const { parts, rows, groups } = site;
  const { options } = parts;
  const by = [...parts.by, ...wordsOf(optionOf(options, /by/))];
  const rest = options.replace(/\b(?:by|p)\s*\([^()]*\)/g, '').trim();
  if (rest !== '')
    refused(parts, `egen with ${rest}`, 'leave the option out, or make the column in the data');
  const value =
    rowValue(word!, wordsOf(argument)) ??
    groupValue(word!, argument!, { by, groups, rows, options });
  if (value === undefined) return undefined;
  return [
    column(name, rows === undefined ? value : { kind: 'choice', test: rows, yes: value }, site),
  ];
}

interface Grouped {
  readonly by: readonly string[];
  readonly groups: Groups;
  readonly rows: Filter | undefined;
  readonly options: string;
}

function groupValue(word: string, argument: string, site: Grouped): Operand | undefined {
  const { by, groups, rows, options } = site;
  const percentile = word === 'pctile' ? Number(optionOf(options, /p/) ?? 50) : undefined;
  const name = percentile !== undefined ? 'quantile' : statistics[word];
  if (name === undefined || (!Object.hasOwn(statistics, word) && percentile === undefined))
    return undefined;
  const of = stataColumn(startOf(argument), { ...groups, by });
  const kept: Operand = rows === undefined ? of : { kind: 'choice', test: rows, yes: of };
  return summaryOf(name, kept, by, percentile === undefined ? undefined : `${percentile}, type: 2`);
}

/** `rowmean(a b)` and its like, which pass over missing values; undefined for another function. */
function rowValue(word: string, names: readonly string[]): Operand | undefined {
  const columns = names.map((name): Operand => ({ kind: 'column', name }));
  const [first, ...others] = columns;
  if (first === undefined || names.some((name) => !/^\w+$/.test(name))) return undefined;
  const plus = (left: Operand, right: Operand): Operand => ({
    kind: 'arithmetic',
    operator: '+',
    left,
    right,
  });
  const isThere = (of: Operand): Filter => ({ kind: 'not', of: { kind: 'absence', of: [of] } });
  const present = columns.map((of): Operand => ({
    kind: 'choice',
    test: isThere(of),
    yes: of,
    no: zero,
  }));
  const total = present.reduce(plus);
  switch (word) {
    case 'rowtotal':
      return total;
    case 'rowmean': {
      const count = columns.map((of) => indicator(isThere(of))).reduce(plus);
      return { kind: 'arithmetic', operator: '/', left: total, right: count };
    }
    case 'rowmin':
    case 'rowmax': {
      const name = word === 'rowmin' ? 'min' : 'max';
      return others.reduce((least, next) => extremeOf(name, least, next), first);
    }
    default:
      return undefined;
  }
}

/** `winsor2 x y, cuts(1 99) suffix(_w) by(year)`, whose percentiles are those of Stata. */
function readWinsor2(site: Site): MadeColumn[] | undefined {
  const { parts, rows } = site;
  const { options } = parts;
  const names = wordsOf(parts.body.replace(/^winsor2\s+/, ''));
  if (names.some((name) => !/^\w+$/.test(name))) {
    refused(parts, 'winsor2 of a pattern', 'write the names of the columns');
  }
  const [low = 1, high = 99] = wordsOf(optionOf(options, /c(?:uts?)?/)).map(Number);
  const isTrimmed = optionOf(options, /tr(?:im)?/) !== undefined;
  const replaces = optionOf(options, /r(?:eplace)?/) !== undefined;
  const suffix = replaces ? '' : (optionOf(options, /s(?:uffix)?/) ?? (isTrimmed ? '_tr' : '_w'));
  const by = wordsOf(optionOf(options, /by/));
  return names.map((name) => {
    const whole: Operand = { kind: 'column', name };
    const of: Operand = rows === undefined ? whole : { kind: 'choice', test: rows, yes: whole };
    const cut = (percentile: number) => summaryOf('quantile', of, by, `${percentile}, type: 2`);
    const bounded = (operator: '>=' | '<=', right: Operand): Filter => ({
      kind: 'holds',
      of: { kind: 'compare', operator, left: of, right },
    });
    const value: Operand = isTrimmed
      ? {
          kind: 'choice',
          test: { kind: 'and', of: [bounded('>=', cut(low)), bounded('<=', cut(high))] },
          yes: of,
        }
      : summaryOf('winsor', of, by, `${low}, ${high}, type: 2`);
    return column(`${name}${suffix}`, value, site);
  });
}

/** The columns of recode. Rows outside the condition keep their value, or have none in a new column without copyrest. */
function readRecode(site: Site): MadeColumn[] {
  const { parts, rows } = site;
  const recoded = recodeOf(parts.body, parts.options);
  if (recoded === undefined) {
    refused(parts, 'recode', 'write rules such as (1 2 = 0) (3/max = 1) (else = .)');
  }
  const copies = optionOf(parts.options, /copy(?:rest)?/) !== undefined;
  return recoded.columns.map(([from, to]) => {
    const value = recoded.valueOf(from);
    if (value.kind === 'absent') refused(parts, 'recode', 'write a rule with a value');
    const rest: Operand =
      from === to || copies ? { kind: 'column', name: from } : { kind: 'absent' };
    return column(to, rows === undefined ? value : chosen(rows, value, rest), site);
  });
}

/** `xtile q = x, nq(4)`: one more than the number of quantiles below the value. */
function readXtile({ parts, ...site }: Site): MadeColumn[] | undefined {
  const [, name, expression] = /^xtile\s+(\w+)\s*=\s*([^]*)$/.exec(parts.body) ?? [];
  if (name === undefined) return undefined;
  const count = Number(optionOf(parts.options, /n(?:q(?:uantiles)?)?/) ?? 2);
  if (!(Number.isInteger(count) && count > 1 && count <= 100))
    refused(parts, 'xtile', 'write nq() with a number from 2 to 100');
  const whole = stataColumn(startOf(expression!), site.groups);
  const of: Operand =
    site.rows === undefined ? whole : { kind: 'choice', test: site.rows, yes: whole };
  const above = Array.from({ length: count - 1 }, (_, i): Operand => {
    const right = summaryOf('quantile', of, parts.by, `${(100 * (i + 1)) / count}, type: 2`);
    const test: Test = { kind: 'compare', operator: '>', left: of, right };
    return { kind: 'choice', test, yes: one, no: zero };
  });
  const value = above.reduce<Operand>(
    (left, right) => ({ kind: 'arithmetic', operator: '+', left, right }),
    one,
  );
  return [column(name, value, { parts, ...site })];
}
