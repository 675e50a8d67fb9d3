/** The specification curve of a multiverse (Simonsohn, Simmons and Nelson 2020), with its choices and sample sizes. */
import { described } from '../description.js';
import type { Warning } from '../../../results/common.js';
import type { MultiverseResult } from '../../../analysis/sensitivity/multiverse/result.js';
import { checkedResult, readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { percent } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { type Axis, axisOf, axisWidth, on } from '../layout/axis.js';
import {
  across,
  type Datum,
  finite,
  layer,
  type Layer,
  type Scales,
  whiskers,
} from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { grey, ink, pale, seriesOf } from '../layout/theme.js';
import { plotWidth, specOf } from '../layout/view.js';
import { type Names, namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';
import { inOrder, multiverseSvg } from '../specification/curve.js';
import { paperWarnings } from '../../../words/en/warnings/papers.js';
import { warning } from '../../../words/warning.js';

const HEIGHT = 120;
/** Height of the strip of sample sizes, of a row of choices, and of the gaps between them. */
const STRIP = { nobs: 24, row: 11, gap: 8 } as const;
const LABEL_WIDTH = 120;

/** A specification with its position, in ascending order of estimates. */
interface Place {
  readonly x: number;
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
  readonly admissible: boolean;
  readonly written: boolean;
  readonly nobs: number;
  readonly choices: Readonly<Record<string, unknown>>;
}

/**
 * The specification curve. `svg` is the drawing of `multiverseSvg`, which shows the tests of each specification too; the
 * specification of Vega-Lite has the strip of sample sizes.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function curveFigure(multiverse: MultiverseResult, options: FigureOptions = {}): Figure {
  checkFigureOptions(options);
  const checked = checkedResult(multiverse, ['multiverse']) as MultiverseResult;
  return readable(() => figureOf(checked, options));
}

function figureOf(result: MultiverseResult, options: FigureOptions): Figure {
  const names = namesOf(options, [result.labels]);
  const { words } = names;
  const places = placesOf(result);
  const failed = result.specifications.length - places.length;
  const title =
    options.title ?? words.curve.title(names.term(result.coefficient), names.column(result.depvar));
  const subtitle = described(
    words.curve.subtitle(
      count(places.length),
      count(places.filter(({ admissible }) => admissible).length),
    ),
    words.intervals([percent(result.level)]),
  );
  const description = described(title, subtitle);
  const notes = failed === 0 ? [] : [words.curve.failed(count(failed))];
  const [blue, red] = [seriesOf(0), seriesOf(1)];
  return {
    kind: 'curve',
    title,
    description,
    svg: multiverseSvg(result, { language: options.language }),
    spec: specOf({
      title,
      subtitle,
      description,
      notes,
      keys: [
        { label: words.curve.admissible, colour: blue.colour, shape: 'circle' },
        { label: words.curve.refused, colour: grey, shape: 'cross' },
        { label: words.curve.asWritten, colour: red.colour, shape: 'diamond' },
      ],
      ...drawn(places, result.choices, names),
    }),
    table: tableOf(title, places, result, names),
    warnings: undrawn(failed),
  };
}

function undrawn(failed: number): Warning[] {
  if (failed === 0) return [];
  return [warning(paperWarnings, 'without-estimate', { of: 'specifications', failed })];
}

function tableOf(
  title: string,
  places: readonly Place[],
  { choices, level }: MultiverseResult,
  { words }: Names,
) {
  const names = choices.map(({ name }) => name);
  const { specification, admissible, nobs, asWritten, yes, no } = words.curve;
  const ends = [words.low(percent(level)), words.high(percent(level))];
  return numbersTable(
    title,
    [specification, words.estimate, ...ends, admissible, nobs, ...names],
    places.map((place) => ({
      label: `${place.x + 1}${place.written ? ` (${asWritten})` : ''}`,
      cells: [
        place.estimate,
        ...(place.interval ?? [null, null]),
        place.admissible ? yes : no,
        place.nobs,
        ...names.map((name) => String(place.choices[name])),
      ],
    })),
  );
}

function placesOf(result: MultiverseResult): Place[] {
  return inOrder(result).map(({ specification, estimate, interval }, x) => {
    const { admissible, own: written, choices } = specification;
    const { estimate: value, nobs } = estimate;
    const ends = interval?.every(Number.isFinite) === true ? interval : null;
    return { x, estimate: value, interval: ends, admissible, written, nobs, choices };
  });
}

function drawn(places: readonly Place[], choices: MultiverseResult['choices'], { words }: Names) {
  const x: Axis = {
    title: null,
    domain: [-0.5, Math.max(1, places.length) - 0.5],
    ticks: [],
    shown: false,
  };
  const y = axisOf(
    places.flatMap(({ estimate, interval }) => [estimate, ...(interval ?? [])]),
    { title: null, zero: 'always' },
  );
  const rows = choices.flatMap(({ name, values }) =>
    values.map((value) => ({ name, value, label: `${name}: ${String(value)}` })),
  );
  const sizes = places.map(({ nobs }) => nobs);
  const range = [...new Set([Math.min(...sizes), Math.max(...sizes)])].map(count).join('–');
  const texts = [`${words.curve.nobs} ${range}`, ...rows.map(({ label }) => label)].map(
    (text) => wrapped(text, LABEL_WIDTH, 1)[0]!,
  );
  const left = Math.max(axisWidth(y), ...texts.map((text) => textWidth(text) + 10)) + 4;
  const step = plotWidth(left) / Math.max(1, places.length);
  const nobsTop = HEIGHT + STRIP.gap;
  const rowsTop = nobsTop + STRIP.nobs + STRIP.gap;
  return {
    left,
    height: HEIGHT,
    bottom: STRIP.nobs + 2 * STRIP.gap + rows.length * STRIP.row + 6,
    layers: [
      ...estimateLayers(places, { x, y }, step),
      label(texts[0]!, nobsTop + STRIP.nobs / 2),
      ...nobsLayers(places, x, nobsTop, step),
      ...rows.flatMap(({ name, value }, i) => {
        const pixel = rowsTop + i * STRIP.row + STRIP.row / 2;
        const marked = places.filter((place) => place.choices[name] === value);
        return [label(texts[i + 1]!, pixel), ...ticks(marked, x, pixel, step)];
      }),
    ],
  };
}

function estimateLayers(places: readonly Place[], scales: Scales, step: number): Layer[] {
  const width = Math.min(Math.max(0.5 * step, 0.4), 1.2);
  const size = Math.min(Math.max(3 * step, 4), 26);
  const dots = (chosen: readonly Place[]) =>
    chosen.map(({ x, estimate, interval }): Datum => ({
      x,
      y: finite(estimate),
      low: interval && interval[0],
      high: interval && interval[1],
    }));
  const group = (chosen: readonly Place[], colour: string, shape: string, thin: string) => [
    whiskers(dots(chosen), scales, { colour: thin, width }),
    layer(
      dots(chosen),
      { type: 'point', filled: true, fill: colour, shape, size, opacity: 1 },
      { x: on('x', scales.x), y: on('y', scales.y) },
    ),
  ];
  const writtenPlaces = places.filter((place) => place.written);
  const [blue, red] = [seriesOf(0), seriesOf(1)];
  return [
    across('y', 0, scales.y, { color: grey }),
    ...group(
      places.filter((one) => !one.admissible),
      grey,
      'cross',
      pale,
    ),
    ...group(
      places.filter((one) => one.admissible),
      blue.colour,
      'circle',
      '#a8cbe4',
    ),
    ...writtenPlaces.map(({ x }) =>
      across('x', x, scales.x, { color: red.colour, strokeDash: [2, 2] }),
    ),
    layer(
      dots(writtenPlaces),
      {
        type: 'point',
        filled: true,
        fill: red.colour,
        stroke: '#ffffff',
        shape: 'diamond',
        size: 60,
        opacity: 1,
      },
      { x: on('x', scales.x), y: on('y', scales.y) },
    ),
  ];
}

/** Sample sizes as bars from 0 to the largest. */
function nobsLayers(places: readonly Place[], x: Axis, top: number, step: number): Layer[] {
  const largest = Math.max(1, ...places.map(({ nobs }) => nobs));
  const values = places.map((place): Datum => ({
    x: place.x,
    top: top + STRIP.nobs * (1 - place.nobs / largest),
  }));
  const pixels = { field: 'top', type: 'quantitative', scale: null, axis: null };
  return [
    layer(
      values,
      { type: 'rule', color: '#9a9a9a', strokeWidth: Math.min(Math.max(0.8 * step, 0.4), 6) },
      { x: on('x', x), y: pixels, y2: { value: top + STRIP.nobs } },
    ),
  ];
}

function ticks(chosen: readonly Place[], x: Axis, pixel: number, step: number): Layer[] {
  return [
    layer(
      chosen.map((place) => ({ x: place.x })),
      { type: 'rule', color: ink, strokeWidth: Math.min(Math.max(0.7 * step, 0.4), 5) },
      { x: on('x', x), y: { value: pixel - 3.5 }, y2: { value: pixel + 3.5 } },
    ),
  ];
}

function label(text: string, pixel: number): Layer {
  return layer(
    [{ label: text }],
    { type: 'text', align: 'right', baseline: 'middle' },
    { x: { value: -6 }, y: { value: pixel }, text: { field: 'label' } },
  );
}
