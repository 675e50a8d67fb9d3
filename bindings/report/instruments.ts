/** A report on instruments: the verdict, then the estimates with other windows and without each group. */
import { type Failure, isFailure } from '../jobs/failures.js';
import type { InstrumentReport, Variant } from '../sensitivity/instruments/result.js';
import {
  empty,
  facts,
  left,
  legend,
  maybe,
  number,
  right,
  table,
  text,
  warnings,
  words,
} from '../tables/blocks.js';
import type { Cell, Document, TableRow, TableBlock } from '../tables/document.js';
import { columnFormat, count, plural, pValue, short, statistic } from '../tables/format.js';
import { countWords, emptyColumnWords } from './words/instruments.js';

/** Coefficients that a table has room for. */
const MOST = 4;

export function instrumentsDocument(report: InstrumentReport): Document {
  const { title, depvar, count: instrumentCount, verdict, bounds } = report;
  const { columns, rank, units, ratio } = instrumentCount;
  const number = `${countWords(columns, rank)} for ${plural(units, 'unit')}, ${short(ratio)} per unit`;
  const groups = groupTable(report, MOST);
  const nnames = Object.keys(report.own.params).length;
  return {
    kind: 'instruments',
    title: `Instruments of the model of ${depvar} (${title})`,
    blocks: [
      ...facts([
        ['instruments', number + emptyColumnWords(instrumentCount)],
        ['concern', verdict.grade],
      ]),
      ...text(verdict.words),
      ...windowTable(report, MOST),
      ...(bounds === null
        ? []
        : legend(
            `position: 0 if ${bounds.coefficient} equals its within estimate, 1 if it equals that of pooled least squares`,
          )),
      ...groups,
      ...(groups.length === 0
        ? []
        : legend('shift: change from the estimate of the model, in its standard errors')),
      ...(nnames <= MOST ? [] : legend(`${MOST} of ${nnames} coefficients; the CSV has all`)),
      ...warnings(failedVariants(report)),
    ],
  };
}

/** The tables with all coefficients, for the CSV. */
export function instrumentsData(report: InstrumentReport): TableBlock[] {
  return [...windowTable(report, Infinity), ...groupTable(report, Infinity)];
}

/** The first `most` coefficients, always with the one that the verdict speaks of. */
function shownNames({ own: model, bounds }: InstrumentReport, most: number): string[] {
  const names = Object.keys(model.params);
  const first = names.slice(0, most);
  if (bounds === null || first.includes(bounds.coefficient)) return first;
  return [...first.slice(0, -1), bounds.coefficient];
}

/** The estimates with other windows, those of the model first. */
function windowTable(report: InstrumentReport, most: number): TableBlock[] {
  const { windows, own: model, bounds } = report;
  const names = shownNames(report, most);
  const estimated = windows.flatMap(({ outcome }) => (isFailure(outcome) ? [] : [outcome]));
  const formats = names.map((name) =>
    columnFormat([model, ...estimated].map(({ params }) => params[name] ?? 0)),
  );
  const cells = (variant: Variant) => [
    ...testCells(variant),
    ...names.map((name, j) => number(variant.params[name] ?? NaN, formats[j]!)),
    ...(bounds === null ? [] : [maybe(variant.position, (x) => x.toFixed(2))]),
  ];
  const row = (lags: Cell, collapse: Cell, outcome: Variant | Failure): TableRow => ({
    cells: [lags, collapse, ...(isFailure(outcome) ? [words('failed')] : cells(outcome))],
  });
  const columns = [
    left('lags'),
    left('collapsed'),
    ...[...testHeadings, ...names].map(right),
    ...(bounds === null ? [] : [right('position')]),
  ];
  const rows = windows.map(({ lags, collapse, outcome }) =>
    row(number(lags, String), words(collapse ? 'yes' : 'no'), outcome),
  );
  return table('Other windows', columns, [row(words('as written'), empty, model), ...rows]);
}

/** The estimates without each group of instruments. */
function groupTable(report: InstrumentReport, most: number): TableBlock[] {
  const { groups } = report;
  const names = shownNames(report, most);
  const rows = groups.map(({ group, outcome }): TableRow => {
    if (isFailure(outcome)) return { cells: [words(group), words('failed')] };
    const shifts = names.map((name) => maybe(outcome.shifts[name], (x) => x.toFixed(2)));
    return { cells: [words(group), ...testCells(outcome), ...shifts] };
  });
  const headings = [...testHeadings, ...names.map((name) => `shift ${name}`)];
  return table('Without a group', [left('without'), ...headings.map(right)], rows);
}

const testHeadings = ['rank', 'per unit', 'J', 'df', 'p'];

function testCells({ rank, ratio, hansen }: Variant): Cell[] {
  const { stat, pValue: p } = hansen;
  const df = hansen.stat === null ? undefined : (hansen.df as number);
  return [
    number(rank, count),
    number(ratio, (x) => x.toFixed(2)),
    maybe(stat, statistic),
    maybe(df, String),
    maybe(p, pValue),
  ];
}

/** Windows and groups without an estimate, with the reason. */
function failedVariants({ windows, groups }: InstrumentReport): string[] {
  const named = [
    ...windows.map(({ lags, outcome }) => ({ what: `windows of ${lags}`, outcome })),
    ...groups.map(({ group, outcome }) => ({ what: `without ${group}`, outcome })),
  ];
  return named.flatMap(({ what, outcome }) =>
    isFailure(outcome) ? [`${what}: ${outcome.message}`] : [],
  );
}
