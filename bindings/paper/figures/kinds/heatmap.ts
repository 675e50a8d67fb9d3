/** Units by periods: where there are rows, or the values of a column. */
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import { columnName } from '../../../core/arguments/arguments.js';
import {
  anyTable,
  coarser,
  type DataInput,
  type Table,
  findColumn,
  finiteColumn,
  labelsOf,
} from '../../../data/index.js';
import { calendarOf } from '../../../analysis/describe/calendar.js';
import { reportOf } from '../../../analysis/describe/panel-report.js';
import { panelKeyRows } from '../../../analysis/describe/panel-keys.js';
import { bands, PERIOD_BANDS, UNIT_BANDS } from '../../../analysis/describe/presence.js';
import type { PanelReport } from '../../../results/describe/panel-report.js';
import { count } from '../../../words/text/counts.js';
import { measure, short } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { on, rowsAxis } from '../layout/axis.js';
import { type Datum, labels, layer, type Layer } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { LINE, TYPE } from '../layout/theme.js';
import { plotWidth, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkDrawnOptions } from '../options.js';

export interface HeatmapOptions extends FigureOptions, LocalOptions {
  /** Column of the rows of the map. */
  readonly unit: string;
  /** Column of its columns. */
  readonly time: string;
  /** The column whose values are shown; by default the share of cells with rows. */
  readonly of?: string | undefined;
}

const schemas = { unit: columnName, time: columnName, of: columnName };

/** Colours from few to many, still ordered in grey. */
const ramp = ['#e9f1f8', '#b5d1e8', '#6fa8d3', '#2f74b3', '#0b3c78'];
const LABEL_WIDTH = 90;

/** Neighbouring units by bands of periods; null where there is no value. */
interface Grid {
  readonly units: readonly string[];
  readonly periods: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * Units by periods as coloured cells. A large panel is shown in 40 bands of neighbouring units and 60 of periods, each
 * with the mean of its values.
 *
 * @throws InputError `bad-value`, `unknown-column`, `text-in-numeric-column`, `infinite-value`, `too-many-periods`, and as
 *   `anyTable`
 */
export async function heatmapFigure(data: DataInput, options: HeatmapOptions): Promise<Figure> {
  options = checkDrawnOptions(options, schemas, ['unit', 'time']);
  return inOnePiece(options, () => figureOf(anyTable(data), options));
}

function figureOf(table: Table, options: HeatmapOptions): Figure {
  const { unit, time, of } = options;
  const report = reportOf(table, { unit, time });
  const known = labelsOf(table, [unit, time, of]).labels;
  const { words, column } = namesOf(options, [known]);
  const keys = [column(unit), column(time)] as const;
  const grid =
    of === undefined ? presenceGrid(report) : valueGrid(table, report, { unit, time, of });
  const title =
    options.title ??
    (of === undefined
      ? words.heatmap.presence(...keys)
      : words.heatmap.values(column(of), ...keys));
  const subtitle = words.heatmap.sizes(count(report.units), count(report.periods));
  const widest = Math.max(1, ...report.presence.units.map(({ units }) => units));
  const notes = widest > 1 ? [words.heatmap.bands(count(widest))] : [];
  const present = grid.values.flat().filter((value) => value !== null);
  const [low, high] = of === undefined ? [0, 1] : extent(present);
  const range = `${of === undefined ? words.heatmap.share : ''}${words.heatmap.range(shownNumber(low), shownNumber(high))}`;
  const hasNone = grid.values.flat().includes(null);
  const description = described(title, subtitle, ...notes);
  return {
    kind: 'heatmap',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      notes,
      keys: [
        { label: range, colour: '', ramp },
        ...(hasNone ? [{ label: words.heatmap.none, colour: '', ramp: ['#ffffff'] }] : []),
      ],
      ...drawn(grid, [low, high]),
    }),
    table: numbersTable(
      title,
      [column(unit), ...grid.periods],
      grid.units.map((label, row) => ({ label, cells: grid.values[row]! })),
      notes,
    ),
    warnings: report.warnings,
  };
}

function shownNumber(value: number): string {
  return (Math.abs(value) < 1000 ? short(value, 3) : measure(value)).replace('-', '−');
}

function extent(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0] ?? 0, values[0] ?? 1],
  );
}

function bandText(from: string | number, to: string | number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function presenceGrid({ presence: { units, periods } }: PanelReport): Grid {
  return {
    units: units.map(({ from, to }) => bandText(from, to)),
    periods: periods.map(({ from, to }) => bandText(from, to)),
    values: units.map(({ shares }) => shares),
  };
}

/** Means of a column over the cells of the report. */
function valueGrid(
  table: ReturnType<typeof anyTable>,
  report: PanelReport,
  { unit, time, of }: { readonly unit: string; readonly time: string; readonly of: string },
): Grid {
  const values = finiteColumn(table, of, 'figure.of');
  const keys = panelKeyRows('figure', table, unit, time);
  const column = findColumn(table, time, 'figure.time');
  const dates = column.kind === 'number' ? column.frequency : undefined;
  const times = dates === undefined ? keys.times! : coarser(dates, keys.times!).values;
  const { periods, periodOfRow } = calendarOf(times, keys.units);
  const unitBands = bands(keys.levels.values.length, UNIT_BANDS);
  const periodBands = bands(periods.length, PERIOD_BANDS);
  const sums = unitBands.map(() => periodBands.map(() => ({ sum: 0, n: 0 })));
  const bandOf = (edges: typeof unitBands, place: number) =>
    edges.findIndex(([, end]) => place < end);
  keys.units.forEach((one, row) => {
    const value = values[row]!;
    if (one < 0 || Number.isNaN(value)) return;
    const cell = sums[bandOf(unitBands, one)]![bandOf(periodBands, periodOfRow[row]!)]!;
    cell.sum += value;
    cell.n += 1;
  });
  return {
    ...presenceGrid(report),
    values: sums.map((row) => row.map(({ sum, n }) => (n === 0 ? null : sum / n))),
  };
}

function drawn({ units, periods, values }: Grid, domain: readonly [number, number]) {
  const lines = units.map((text) => wrapped(text, LABEL_WIDTH, 1));
  const left = Math.max(12, ...lines.flat().map((text) => textWidth(text))) + 12;
  const cellWidth = plotWidth(left) / Math.max(1, periods.length);
  const height = units.length > 12 ? 10.5 : 14;
  const y = rowsAxis(Math.max(1, units.length));
  const x = {
    title: null,
    domain: [-0.5, Math.max(1, periods.length) - 0.5] as const,
    ticks: [],
    shown: false,
  };
  const [low, high] = domain;
  const cells = values.flatMap((row, i) =>
    row.map((value, j): Datum => ({
      x: j - 0.5,
      right: j + 0.5,
      y: i - 0.5,
      bottom: i + 0.5,
      value,
    })),
  );
  const place = { x: on('x', x), x2: { field: 'right' }, y: on('y', y), y2: { field: 'bottom' } };
  const colour = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: high > low ? [low, high] : [low - 1, high], range: ramp },
    legend: null,
  };
  return {
    left,
    height: height * Math.max(1, units.length),
    bottom: LINE + 6,
    layers: [
      layer(
        cells.filter(({ value }) => value !== null),
        { type: 'rect', stroke: '#ffffff', strokeWidth: 0.5 },
        { ...place, color: colour },
      ),
      layer(
        cells.filter(({ value }) => value === null),
        { type: 'rect', color: '#ffffff', stroke: '#d0d0d0', strokeWidth: 0.4 },
        place,
      ),
      ...labels(
        lines.map((parts, row) => ({ y: row, lines: parts })),
        y,
      ),
      periodLabels(periods, cellWidth, { x, top: height * Math.max(1, units.length) + 4 }),
    ],
  };
}

/** The periods that have room below the cells. */
function periodLabels(
  periods: readonly string[],
  cellWidth: number,
  { x, top }: { readonly x: Parameters<typeof on>[1]; readonly top: number },
): Layer {
  const texts = periods.map((period) => period.split('–')[0]!);
  const widest = Math.max(1, ...texts.map((text) => textWidth(text, TYPE.text)));
  const every = Math.max(1, Math.ceil((widest + 8) / cellWidth));
  const values = texts.flatMap((label, j): Datum[] => (j % every === 0 ? [{ x: j, label }] : []));
  return layer(
    values,
    { type: 'text', align: 'center', baseline: 'top' },
    { x: on('x', x), y: { value: top }, text: { field: 'label' } },
  );
}
