/** The table of coefficients; with a bootstrap, each coefficient has a second row in the same columns. */
import type { BootstrapResult, FitResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import { listed } from '../../../words/text/messages.js';
import { EFFECTS } from '../../../words/text/omitted.js';
import { omittedGroups } from '../../../results/omitted.js';
import {
  decimal,
  decimals,
  empty,
  left,
  leftNamed,
  legend,
  number,
  rights,
  table,
  variable,
  words,
} from '../../tables/blocks.js';
import type { Block, Cell, TableColumn, TableRow } from '../../tables/draft.js';
import { count } from '../../../words/text/counts.js';
import { errorFormat, percent, pValue, short, statistic } from '../../../words/text/format.js';
import { full } from '../../tables/forms.js';
import type { DocumentOptions } from '../options.js';
import { known, list, type Phrase, type Said, say, type Word } from '../../../words/phrase.js';

type Format = (x: number) => string;
type Values = Readonly<Record<string, number>>;

/** True if the replicates are all possible draws, so that they have no Monte Carlo error. */
function isComplete({ enumerated = false, partial }: BootstrapResult): boolean {
  return enumerated && !partial;
}

/** A p-value from replicates. As an exact share it can be 0: `0 of 8` sign vectors. */
export function replicatePValue(p: number, bootstrap: BootstrapResult): Phrase {
  if (p > 0 || !Number.isFinite(p)) return pValue(p);
  const replicates = count(bootstrap.completed - bootstrap.failed);
  return isComplete(bootstrap) ? say('0 of {}', replicates) : `<1/${replicates}`;
}

function columns(result: FitResult, heading: Word | undefined): TableColumn[] {
  const analytic = [
    heading === undefined
      ? { ...leftNamed(result.depvar), variable: true as const }
      : left(heading),
    ...decimals('estimate', 'std. error'),
    ...rights(result.statistic, 'p'),
    ...decimals(say('{} from', percent(result.level)), 'to'),
  ];
  if (result.bootstrap === undefined) return analytic;
  const details = [decimal('bias'), ...(isComplete(result.bootstrap) ? [] : [decimal('MC error')])];
  return [...analytic, ...details.map((column) => ({ ...column, forms: full }))];
}

/** A row per interval of a coefficient; the first row also has the numbers that do not depend on the interval. */
function bootstrapRows(name: string, bootstrap: BootstrapResult, format: Format): TableRow[] {
  const methods = Object.keys(bootstrap.confInt) as IntervalMethod[];
  const interval = (method: IntervalMethod | undefined): Cell[] =>
    (method && bootstrap.confInt[method]?.[name])?.map((end) => number(end, format)) ?? [
      empty,
      empty,
    ];
  const cell = (values: Values, show: (x: number) => Phrase = format) =>
    number(values[name] ?? NaN, show);
  const [first, ...others] = methods;
  const cells = [
    words(known(first ?? 'bootstrap')),
    empty,
    cell(bootstrap.stdErrors),
    empty,
    cell(bootstrap.pValues, (p) => replicatePValue(p, bootstrap)),
    ...interval(first),
    cell(bootstrap.bias),
    ...(isComplete(bootstrap) ? [] : [cell(bootstrap.monteCarloError, measured)]),
  ];
  return [
    { level: 1, cells },
    ...others.map((method) => ({
      level: 1,
      cells: [words(known(method)), empty, empty, empty, empty, ...interval(method)],
      forms: full,
    })),
  ];
}

/** Formats each number by its own magnitude. */
const measured: Format = (x) => errorFormat([x, x])(x);

/**
 * Names in rows; estimate, standard error, statistic, p-value and interval in columns. The heading of the names is that of
 * the outcome, unless another one is given.
 */
export function coefficientTable(
  caption: Word,
  result: FitResult,
  { digits, stars }: DocumentOptions,
  heading?: Word,
): Block[] {
  const { params, stdErrors, statistics, pValues, confInt, bootstrap } = result;
  const rows = Object.keys(params).flatMap((name): TableRow[] => {
    const format = errorFormat([params[name] ?? NaN, stdErrors[name] ?? NaN], digits);
    const cell = (values: Values, show: (x: number) => Phrase = format) =>
      number(values[name] ?? NaN, show);
    const marks = starsOf(pValues[name] ?? NaN, stars);
    const analytic = [
      variable(name),
      cell(params, (x) => format(x) + marks),
      cell(stdErrors),
      cell(statistics, statistic),
      cell(pValues, pValue),
      ...(confInt[name] ?? [NaN, NaN]).map((end) => number(end, format)),
    ];
    const row = { cells: analytic };
    return bootstrap === undefined ? [row] : [row, ...bootstrapRows(name, bootstrap, format)];
  });
  return [...table(caption, columns(result, heading), rows), ...legend(...starLegend(stars))];
}

/** Names the omitted collinear regressors, below the table of coefficients. */
export function omittedLine({ omitted = [] }: FitResult): Block[] {
  if (omitted.length === 0) return [];
  const parts = omittedGroups(omitted).map(({ names, explainedBy }) => {
    const reason =
      explainedBy.length === 0
        ? say('zero in every row')
        : say('collinear with {}', explainers(explainedBy));
    return say('{} ({})', listed(names), reason);
  });
  return legend(say('omitted: {}', list(parts, '; ')));
}

/** What explains a regressor; results name an absorbed effect as `id effects`. */
function explainers(names: readonly string[]): Phrase {
  if (!names.some((name) => name.endsWith(EFFECTS))) return listed(names);
  const parts = names.map((name) =>
    name.endsWith(EFFECTS) ? say('{} effects', name.slice(0, -EFFECTS.length)) : name,
  );
  return list(parts, ', @names');
}

/** Stars of significance, printed only on request. */
type Stars = DocumentOptions['stars'];

/** Levels in descending order; the largest gives one star. */
function levelsOf(stars: Stars): readonly number[] {
  if (stars === undefined || typeof stars === 'boolean')
    return stars === true ? [0.1, 0.05, 0.01] : [];
  return [...stars].sort((a, b) => b - a);
}

/** A star for each level that p is below. */
function starsOf(p: number, stars: Stars): string {
  return '*'.repeat(levelsOf(stars).filter((level) => p < level).length);
}

/** `* p < 0.1, ** p < 0.05, *** p < 0.01`, or nothing. */
function starLegend(stars: Stars): Said[] {
  const marks = levelsOf(stars).map((level, i) => `${'*'.repeat(i + 1)} p < ${short(level, 6)}`);
  return marks.length === 0 ? [] : [list(marks, ', ')];
}
