/** A report on instruments: the verdict, then the estimates with other windows and without each group. */
import { type Failure, isFailure } from '../../../core/jobs/failures.js';
import type {
  InstrumentReport,
  Variant,
} from '../../../analysis/sensitivity/instruments/result.js';
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
} from '../../tables/blocks.js';
import { fitsPage } from '../../tables/writers/layout.js';
import type { Cell, Document, TableRow, TableBlock } from '../../tables/document.js';
import { count, plural } from '../../../words/text/counts.js';
import { columnFormat, pValue, short, statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { countWords, emptyColumnWords } from '../words/instruments.js';

/** The coefficients of a table, and whether there is room for columns that follow from others. */
interface Room {
  readonly most: number;
  readonly wide: boolean;
}

/** Maximum coefficients on a page; fewer if their names are long. */
const MOST = 4;
const file: Room = { most: Infinity, wide: true };

export function instrumentsDocument(report: InstrumentReport): Document {
  const { title, depvar, count: instrumentCount, verdict, bounds } = report;
  const { columns, rank, units, ratio } = instrumentCount;
  const number = `${countWords(columns, rank)} for ${plural(units, 'unit')}, ${short(ratio)} per unit`;
  const page = pageRoom(report);
  const groups = groupTable(report, page);
  return {
    kind: 'instruments',
    title: `Instruments of the model of ${depvar} (${title})`,
    blocks: [
      ...facts([
        ['instruments', number + emptyColumnWords(instrumentCount)],
        ['concern', verdict.grade],
      ]),
      ...text(verdict.words),
      ...windowTable(report, page),
      ...(bounds === null
        ? []
        : legend(
            `position: 0 if ${bounds.coefficient} equals its within estimate, 1 if it equals that of pooled least squares`,
          )),
      ...groups,
      ...(groups.length === 0
        ? []
        : legend('coefficients: change from the estimate of the model, in its standard errors')),
      ...legend(...shownWords(page.most, Object.keys(report.own.params).length)),
      ...warnings(failedVariants(report)),
    ],
  };
}

/** As many coefficients as fit in both tables, at least one. */
function pageRoom(report: InstrumentReport): Room {
  const rooms = Array.from({ length: MOST }, (_, i): Room => ({ most: MOST - i, wide: false }));
  const fits = (room: Room) =>
    [...windowTable(report, room), ...groupTable(report, room)].every(fitsPage);
  return rooms.find(fits) ?? rooms.at(-1)!;
}

const shownWords = (most: number, coefficients: number): string[] =>
  most < coefficients ? [`the first ${most} of ${coefficients} coefficients; JSON has all`] : [];

/** The tables with all coefficients, for the CSV. */
export function instrumentsData(report: InstrumentReport): TableBlock[] {
  return [...windowTable(report, file), ...groupTable(report, file)];
}

/** The first `most` coefficients, always including the one in the verdict. */
function shownNames(
  { own: model, bounds }: Pick<InstrumentReport, 'own' | 'bounds'>,
  most: number,
): string[] {
  const names = Object.keys(model.params);
  const first = names.slice(0, most);
  if (bounds === null || first.includes(bounds.coefficient)) return first;
  return [...first.slice(0, -1), bounds.coefficient];
}

/** The estimates with other windows, those of the model first. */
function windowTable(report: InstrumentReport, room: Room): TableBlock[] {
  const { windows, own: model, bounds } = report;
  const names = shownNames({ own: model, bounds }, room.most);
  const estimated = windows.flatMap(({ outcome }) => (isFailure(outcome) ? [] : [outcome]));
  const formats = names.map((name) =>
    columnFormat([model, ...estimated].map(({ params }) => params[name] ?? 0)),
  );
  const cells = (variant: Variant) => [
    ...testCells(variant, room),
    ...names.map((name, j) => number(variant.params[name] ?? NaN, formats[j]!)),
    ...(bounds === null ? [] : [maybe(variant.position, (x) => fixed(x, 2))]),
  ];
  const row = (window: readonly Cell[], outcome: Variant | Failure): TableRow => ({
    cells: [...window, ...(isFailure(outcome) ? [words('failed')] : cells(outcome))],
  });
  const columns = [
    ...(room.wide ? ['lags', 'collapsed'] : ['lags']).map(left),
    ...[...testHeadings(room), ...names].map(right),
    ...(bounds === null ? [] : [right('position')]),
  ];
  const written = [words('as written'), ...(room.wide ? [empty] : [])];
  const rows = windows.map(({ lags, collapse, outcome }) =>
    row(windowCells(lags, collapse, room), outcome),
  );
  return table('Other windows', columns, [row(written, model), ...rows]);
}

function windowCells(lags: number, collapse: boolean, { wide }: Room): Cell[] {
  if (wide) return [number(lags, String), words(collapse ? 'yes' : 'no')];
  return [words(collapse ? `${lags}, collapsed` : String(lags))];
}

/** The estimates without each group of instruments. */
function groupTable({ groups, own: model, bounds }: InstrumentReport, room: Room): TableBlock[] {
  const names = shownNames({ own: model, bounds }, room.most);
  const rows = groups.map(({ group, outcome }): TableRow => {
    if (isFailure(outcome)) return { cells: [words(group), words('failed')] };
    const shifts = names.map((name) => maybe(outcome.shifts[name], (x) => fixed(x, 2)));
    return { cells: [words(group), ...testCells(outcome, room), ...shifts] };
  });
  const headings = [
    ...testHeadings(room),
    ...names.map((name) => (room.wide ? `shift ${name}` : name)),
  ];
  return table('Without a group', [left('without'), ...headings.map(right)], rows);
}

const testHeadings = ({ wide }: Room) => ['rank', ...(wide ? ['per unit'] : []), 'J', 'df', 'p'];

function testCells({ rank, ratio, hansen }: Variant, room: Room): Cell[] {
  const { stat, pValue: p } = hansen;
  const df = hansen.stat === null ? undefined : (hansen.df as number);
  return [
    number(rank, count),
    ...(room.wide ? [number(ratio, (x) => fixed(x, 2))] : []),
    maybe(stat, statistic),
    maybe(df, String),
    maybe(p, pValue),
  ];
}

/** Windows and groups without an estimate, with the reason. */
function failedVariants({ windows, groups }: InstrumentReport): string[] {
  const named = [
    ...windows.map(({ lags, collapse, outcome }) => ({
      what: `windows of ${plural(lags, 'lag')}${collapse ? ', collapsed' : ''}`,
      outcome,
    })),
    ...groups.map(({ group, outcome }) => ({ what: `without ${group}`, outcome })),
  ];
  return named.flatMap(({ what, outcome }) =>
    isFailure(outcome) ? [`${what}: ${outcome.message}`] : [],
  );
}
