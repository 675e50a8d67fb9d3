/** The number of instruments against the p-value of Hansen's test (Roodman 2009b). */
import { described } from '../description.js';
import { isFailure } from '../../../core/jobs/failures.js';
import type {
  InstrumentReport,
  Variant,
} from '../../../analysis/sensitivity/instruments/result.js';
import { checkedResult, readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import type { Figure, FigureOptions } from '../figure.js';
import { axisOf, axisWidth, on, unitAxis } from '../layout/axis.js';
import { across, layer, type Layer, line, points, type Scales } from '../layout/marks.js';
import { grey, ink, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { type NumberRow, numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';

const HEIGHT = 170;

/** A window of lags and its test. */
interface Point {
  readonly rank: number;
  readonly p: number;
  readonly stat: number;
  readonly lags: number;
  readonly collapse: boolean;
}

/**
 * Hansen's p-value against the rank of the instruments, over windows of lags, collapsed and not. A p-value that rises to
 * one with the number of instruments is a sign that the test has lost its power.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function instrumentFigure(report: InstrumentReport, options: FigureOptions = {}): Figure {
  options = checkFigureOptions(options);
  const checked = checkedResult(report, ['instruments']) as InstrumentReport;
  return readable(() => figureOf(checked, options));
}

function figureOf(report: InstrumentReport, options: FigureOptions): Figure {
  const names = namesOf(options);
  const { words } = names;
  const tested = report.windows.flatMap(({ lags, collapse, outcome }): Point[] => {
    const test = isFailure(outcome) ? undefined : testOf(outcome);
    return test === undefined ? [] : [{ ...test, lags, collapse }];
  });
  const missing = report.windows.length - tested.length;
  const written = testOf(report.own);
  const title = options.title ?? words.instruments.title(names.column(report.depvar));
  const description = described(title, report.verdict.words);
  const series = [false, true].filter((collapse) =>
    tested.some((point) => point.collapse === collapse),
  );
  return {
    kind: 'instruments',
    title,
    description,
    spec: specOf({
      title,
      description,
      notes: missing === 0 ? [] : [words.instruments.failed(count(missing))],
      keys: [
        ...series.map((collapse) => {
          const { colour, shape } = seriesOf(Number(collapse));
          return {
            label: collapse ? words.instruments.collapsed : words.instruments.full,
            colour,
            shape,
          };
        }),
        ...(written === undefined
          ? []
          : [{ label: words.instruments.asWritten, colour: ink, shape: 'diamond', filled: false }]),
        {
          label: words.instruments.units(count(report.count.units)),
          colour: grey,
          dash: [3, 3],
          width: 0.8,
        },
      ],
      ...drawn(tested, written, report.count.units, names),
    }),
    table: tableOf(title, tested, written, names),
    warnings:
      missing === 0
        ? []
        : [
            warning(paperWarnings, 'without-estimate', {
              of: 'windows',
              failed: missing,
              windows: report.windows.length,
            }),
          ],
  };
}

function testOf({ rank, hansen }: Variant): Pick<Point, 'rank' | 'p' | 'stat'> | undefined {
  const { stat, pValue } = hansen;
  if (stat === null || pValue === null || !Number.isFinite(pValue)) return undefined;
  return { rank, p: pValue, stat };
}

type Written = ReturnType<typeof testOf>;

function drawn(tested: readonly Point[], written: Written, units: number, { words }: Names) {
  const ranks = [
    ...tested.map(({ rank }) => rank),
    units,
    ...(written === undefined ? [] : [written.rank]),
  ];
  const y = unitAxis(words.instruments.pValue);
  const scales: Scales = {
    x: axisOf(ranks, { title: words.instruments.rank, zero: 'always', grid: false }),
    y: { ...y, domain: [-0.04, 1.04] },
  };
  return {
    left: axisWidth(y) + 4,
    height: HEIGHT,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      across('x', units, scales.x, { color: grey, strokeDash: [3, 3] }),
      ...[false, true].flatMap((collapse) =>
        seriesLayers(
          tested.filter((point) => point.collapse === collapse),
          scales,
          Number(collapse),
        ),
      ),
      ...(written === undefined
        ? []
        : [
            layer(
              [{ x: written.rank, y: written.p }],
              {
                type: 'point',
                filled: false,
                color: ink,
                shape: 'diamond',
                size: 110,
                strokeWidth: 1.6,
                opacity: 1,
              },
              { x: on('x', scales.x), y: on('y', scales.y) },
            ),
          ]),
    ],
  };
}

function seriesLayers(tested: readonly Point[], scales: Scales, place: number): Layer[] {
  const { colour, shape, dash } = seriesOf(place);
  const values = tested.map(({ rank, p, lags }) => ({ x: rank, y: p, label: String(lags) }));
  return [
    line(values, scales, { color: colour, strokeDash: dash, strokeWidth: 1 }),
    points(values, scales, { colour, shape }),
  ];
}

function tableOf(title: string, tested: readonly Point[], written: Written, { words }: Names) {
  const { full, collapsed, asWritten, lags, rank, stat, pValue } = words.instruments;
  return numbersTable(
    title,
    ['', lags, rank, stat, pValue],
    [
      ...(written === undefined
        ? []
        : [{ label: asWritten, cells: [null, written.rank, written.stat, written.p] }]),
      ...tested.map((point): NumberRow => ({
        label: point.collapse ? collapsed : full,
        cells: [point.lags, point.rank, point.stat, point.p],
      })),
    ],
  );
}
