/** Columns that are parts of one sample: counts, means and differences. */
import { constantNames } from '../../constants.js';
import { type Check, type Checks, comparison } from '../../check.js';
import { list, say } from '../../../../words/phrase.js';
import { minus, plus, point, type Range, times } from '../../range.js';
import { type ColumnView, countOf, headsOf, isNo, rounded, type TableView } from '../../view.js';
import { statCheck } from '../column-rule.js';
import type { Printed, Rounding } from '../../printed.js';

const wholeNames = /^(all|full|total|whole|pooled|both|全样本|全部|总体)\b|^(全样本|全部|总体)/i;

/** The column of the whole sample and those of its parts. */
interface Parts {
  readonly whole: ColumnView;
  readonly parts: readonly ColumnView[];
  /** Whether the notes or the names of the parts say that they divide the whole. */
  readonly isSaid: boolean;
}

function isWhole(column: ColumnView): boolean {
  return headsOf(column).some((text) => wholeNames.test(text));
}

/** Told by the head of the whole sample. */
function partsOf({ columns, notes }: TableView): Parts | undefined {
  const whole = columns.find(isWhole);
  if (whole === undefined) return undefined;
  const parts = columns.filter((column) => column !== whole);
  const isSaid = notes.split || areComplements(parts);
  return parts.length < 2 ? undefined : { whole, parts, isSaid };
}

/** The observations of the parts add up to those of the whole; fewer only where the split column has missing cells. */
export function sumOfParts(table: TableView): Checks {
  const split = partsOf(table);
  if (split === undefined || !table.notes.split) return { checks: [], missing: 0 };
  const { whole, parts } = split;
  const counts = parts.map((part) => countOf(part, 'n'));
  const total = countOf(whole, 'n');
  if (total === undefined || counts.includes(undefined)) return { checks: [], missing: 1 };
  const sum = counts.reduce<number>((all, n) => all + n!, 0);
  // Several parts may overlap, such as men and exporters.
  if (parts.length > 2 && !inBlocks(counts as number[], total)) return { checks: [], missing: 1 };
  const last = parts.at(-1)!;
  const others = sum - counts.at(-1)!;
  const check = statCheck(last, 'n', last.stat('n')!, {
    involves: ['n', ...[whole, ...parts.slice(0, -1)].map(({ column }) => `${column}.n`)],
    worked: say(
      '{} = {} where {} has {}, which',
      parts.map(({ column }, i) => `${column} ${counts[i]!}`).join(' + '),
      sum,
      whole.column,
      total,
    ),
    agrees: () => inBlocks(counts as number[], total),
    possible: point(total - others),
    severity: sum > total && areComplements(parts) ? 'impossible' : 'doubtful',
    reconciles: [`${whole.column}.n ${sum}`],
  });
  return { checks: [check], missing: 0 };
}

/** Names of two parts of which no row is in both. */
const complements: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(low|below|bottom)\b|低/i, /\b(high|above|top)\b|高/i],
  [/\b(men|males?|boys)\b|男/i, /\b(women|females?|girls)\b|女/i],
  [/\b(poor|poorer)\b|贫/i, /\b(rich|richer)\b|富/i],
  [/\b(small|smaller)\b|小/i, /\b(large|larger|big)\b|大/i],
  [/\b(young|younger)\b/i, /\b(old|older)\b/i],
  [/\burban\b|城/i, /\brural\b|农|乡/i],
  [/\btreat(ed|ment)\b|处理组|实验组/i, /\bcontrols?\b|对照组|控制组/i],
  [/\b(before|pre)\b|前/i, /\b(after|post)\b|后/i],
  [/\b(east|north)\b/i, /\b(west|south)\b/i],
  [/\b(no|non|not)\b|非/i, /^(?!.*\b(no|non|not)\b)(?!.*非)/i],
];

function areComplements(parts: readonly ColumnView[]): boolean {
  const [one, other, ...more] = parts.map((part) => headsOf(part).join(' '));
  if (one === undefined || other === undefined || more.length > 0) return false;
  return complements.some(
    ([a, b]) => (a.test(one) && b.test(other)) || (a.test(other) && b.test(one)),
  );
}

/** True if consecutive parts add up to the whole, once or repeatedly if there are several splits. */
function inBlocks(counts: readonly number[], total: number): boolean {
  let sum = 0;
  for (const n of counts) {
    sum = sum === total ? n : sum + n;
    if (sum > total) return false;
  }
  return sum === total;
}

/** Rows of statistics that are means of all observations of their columns. */
const ofMeans =
  /^mean (?:of|dep)|^(?:dep\.?|dependent) var(?:iable|\.)? mean|^(?:outcome )?mean$|^(?:因变量)?(?:的)?均值$/i;

/** The mean of the whole is the mean of the parts, weighted by their observations. */
export function meanOfParts(table: TableView): Checks {
  const split = partsOf(table);
  if (split === undefined) return { checks: [], missing: 0 };
  const { whole, parts, isSaid } = split;
  const checks: Check[] = [];
  let missing = 0;
  const isWeighted = table.notes.families.has('weights');
  const ofStatistics = Object.keys(whole.texts).flatMap((row) =>
    ofMeans.test(row) ? [{ row, mean: whole.stat(row), n: undefined }] : [],
  );
  const ofVariables = whole.variables.map(({ row, stat }) => {
    return { row, mean: stat('mean'), n: countOf({ stat }, 'n') };
  });
  for (const { row, mean, n } of [...ofVariables, ...ofStatistics]) {
    if (mean === undefined) continue;
    const weighted = parts.map((part) => weightedMean(part, row));
    const total = weighted.reduce((sum, part) => sum + (part?.n ?? NaN), 0);
    if (isWeighted || total !== (n ?? countOf(whole, 'n'))) {
      missing += isSaid ? 1 : 0;
      continue;
    }
    checks.push({
      place: { table: whole.table, column: whole.column, row },
      subject: { stat: 'mean' },
      ...(!isSaid && { severity: 'doubtful' as const }),
      involves: ['mean', ...parts.flatMap(({ column }) => [`${column}.mean`, `${column}.n`])],
      printed: mean.text,
      worked: say(
        'the mean of {}, weighted by n,',
        list(
          parts.map(({ column }) => column),
          ' and ',
        ),
      ),
      ...comparison(rounded(mean), (rounding) => pooled(weighted as Weighted[], rounding)),
    });
  }
  return { checks, missing };
}

interface Weighted {
  readonly mean: Printed;
  readonly n: number;
}

function weightedMean(part: ColumnView, row: string): Weighted | undefined {
  const variable = part.variables.find((variableView) => variableView.row === row);
  const mean = variable?.stat('mean') ?? part.stat(row);
  const n = (variable && countOf(variable, 'n')) ?? countOf(part, 'n');
  return mean === undefined || n === undefined ? undefined : { mean, n };
}

function pooled(parts: readonly Weighted[], rounding: Rounding): Range {
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  return parts
    .map(({ mean, n }) => times(point(n / total), rounded(mean)(rounding)))
    .reduce((sum, range) => plus(sum, range));
}

/**
 * The coefficient of an interaction is the difference between the parts, where all regressors are interacted: each of the
 * parts has an interaction in the column, or the notes say so.
 */
export function differenceOfParts(table: TableView): Checks {
  const checks: Check[] = [];
  let missing = 0;
  const interacted = table.columns.flatMap((column) =>
    column.rows.map((row) => ({ column, row, parts: interactionOf(row.row) })),
  );
  for (const { column, row, parts } of interacted) {
    if (parts === undefined) continue;
    const coefficient = row.number('coef');
    const pair = partsNamed(table, column, parts);
    if (coefficient === undefined || pair === undefined) continue;
    const [first, second] = pair;
    const isSaid = /fully interacted|all (regressors|controls|coefficients)[^.;]*interact/i.test(
      table.notes.text,
    );
    const isFull = isSaid || isSaturated(table, column, parts.part);
    if (!isFull || !addUp(column, [first.column, second.column])) {
      missing++;
      continue;
    }
    checks.push({
      place: { table: column.table, column: column.column, row: row.row },
      subject: { field: 'coef' },
      involves: ['coef', `${first.head}.coef`, `${second.head}.coef`],
      printed: coefficient.text,
      worked: say(
        'the difference of {} between {} and {}, with all regressors interacted,',
        parts.term,
        second.head,
        first.head,
      ),
      ...comparison(rounded(coefficient), (rounding) => {
        return minus(rounded(second.b)(rounding), rounded(first.b)(rounding));
      }),
      severity: column.notes.absorbed ? 'doubtful' : 'impossible',
    });
  }
  return { checks, missing };
}

/**
 * Whether every regressor of the parts has an interaction with the part in this column, which also has the part itself, so
 * that each part has its intercept. Controls that are not printed may be common.
 */
function isSaturated({ columns }: TableView, interacted: ColumnView, part: string): boolean {
  const isPart = (text: string) => text.toLowerCase() === part.toLowerCase();
  const terms = interacted.rows.flatMap(({ row }) => {
    const parts = interactionOf(row);
    return parts !== undefined && isPart(parts.part) ? [parts.term] : [];
  });
  const hides = columns.some(({ words }) =>
    Object.entries(words).some(([label, text]) => label !== 'head' && !isNo(text)),
  );
  if (hides || !interacted.rows.some(({ row }) => isPart(row))) return false;
  const slopes = columns
    .filter((column) => column !== interacted && !isWhole(column))
    .flatMap(({ rows }) => rows.map(({ row }) => row))
    .filter((row) => !constantNames.has(row));
  return slopes.every((row) => terms.includes(row));
}

/** True if the parts have all rows of the whole; also true if a table has no counts. */
function addUp(whole: ColumnView, parts: readonly ColumnView[]): boolean {
  const counts = [whole, ...parts].map((column) => countOf(column, 'n'));
  if (counts.every((n) => n === undefined)) return true;
  return !counts.includes(undefined) && counts[0] === counts[1]! + counts[2]!;
}

/** `Gov x high` is the term Gov with the part high. */
function interactionOf(row: string): { readonly term: string; readonly part: string } | undefined {
  const match = /^(.+?)\s*(?:[×:*#]|\bx\b)\s*(.+)$/.exec(row);
  return match === null ? undefined : { term: match[1]!.trim(), part: match[2]!.trim() };
}

/** The term in the column of the part, and in the only other column that has it. */
function partsNamed(
  { columns }: TableView,
  interacted: ColumnView,
  { term, part }: { readonly term: string; readonly part: string },
) {
  const others = columns.filter((column) => column !== interacted && !isWhole(column));
  const having = others.flatMap((column) => {
    const b = column.rows.find(({ row }) => row === term)?.number('coef');
    return b === undefined ? [] : [{ head: column.column, column, b }];
  });
  const isPart = ({ column }: (typeof having)[number]) =>
    headsOf(column).some((text) => text.toLowerCase() === part.toLowerCase());
  const second = having.find(isPart);
  const [first, ...rest] = having.filter((one) => one !== second);
  return second === undefined || first === undefined || rest.length > 0
    ? undefined
    : ([first, second] as const);
}
