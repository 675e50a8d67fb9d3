/** The eigenvalues of principal components. */
import { described } from '../description.js';
import type { ComponentIndex, CompositeIndex } from '../../../results/indices/composite-index.js';
import { readable } from '../../../results/read.js';
import { short } from '../../../words/text/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { componentsOf } from '../index-result.js';
import { axisOf, axisWidth } from '../layout/axis.js';
import { across, type Layer, line, points, type Scales } from '../layout/marks.js';
import { grey, type Series, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';
import type { FigureWords } from '../../../words/en/figures.js';

const HEIGHT = 150;

/**
 * The eigenvalue of each component, those of random columns after a parallel analysis, and the limit for kept
 * components.
 *
 * @throws InputError `bad-value`, `bad-result` for an index that is not of principal components
 */
export function screeFigure(index: CompositeIndex, options: FigureOptions = {}): Figure {
  options = checkFigureOptions(options);
  const result = componentsOf(index);
  return readable(() => figureOf(result, options));
}

function figureOf(result: ComponentIndex, options: FigureOptions): Figure {
  const { words } = namesOf(options, [result.labels]);
  const { eigenvalues, cumulative, components, keep } = result;
  const title = options.title ?? words.scree.title;
  const share = (100 * cumulative[components - 1]!).toFixed(1);
  const subtitle = words.scree.subtitle(String(components), String(eigenvalues.length), share);
  const description = described(title, subtitle);
  const bound = boundOf(keep, eigenvalues);
  return {
    kind: 'scree',
    title,
    description,
    spec: specOf({ title, subtitle, description, ...drawn(result, bound, words) }),
    table: tableOf(result, title, words),
    warnings: result.warnings,
  };
}

function drawn(
  { eigenvalues, parallel = [] }: ComponentIndex,
  bound: number | undefined,
  { scree: words }: FigureWords,
) {
  const x = axisOf([0.7, eigenvalues.length + 0.3], { title: words.component, grid: false });
  const scales: Scales = {
    x: { ...x, ticks: eigenvalues.map((_, j) => j + 1) },
    y: axisOf([...eigenvalues, ...parallel], { title: words.eigenvalue, zero: 'always' }),
  };
  const dashed = { colour: grey, dash: [3, 3], width: 1 };
  const random = seriesOf(1);
  return {
    keys: [
      { label: words.eigenvalue, ...seriesOf(0) },
      ...(parallel.length === 0 ? [] : [{ label: words.parallel, ...random }]),
      ...(bound === undefined ? [] : [{ label: words.bound(short(bound, 3)), ...dashed }]),
    ],
    left: axisWidth(scales.y) + 4,
    height: HEIGHT,
    bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
    layers: [
      ...(bound === undefined
        ? []
        : [across('y', bound, scales.y, { color: grey, strokeDash: [3, 3] })]),
      ...curve(eigenvalues, scales, { ...seriesOf(0), dash: [1, 0] }),
      ...(parallel.length === 0 ? [] : curve(parallel, scales, random)),
    ],
  };
}

function curve(
  values: readonly number[],
  scales: Scales,
  { colour, shape, dash }: Pick<Series, 'colour' | 'shape' | 'dash'>,
): Layer[] {
  const places = values.map((y, j) => ({ x: j + 1, y }));
  const look = { color: colour, ...(dash.length > 1 && dash[1] !== 0 && { strokeDash: dash }) };
  return [line(places, scales, look), points(places, scales, { colour, shape }, 34)];
}

function tableOf(result: ComponentIndex, title: string, { scree: words }: FigureWords) {
  const { eigenvalues, explained, cumulative, parallel, nobs } = result;
  const random = parallel === undefined ? [] : [words.parallel];
  return numbersTable(
    title,
    [words.component, words.eigenvalue, words.share, words.cumulative, ...random],
    eigenvalues.map((value, j) => ({
      label: `PC${j + 1}`,
      cells: [value, explained[j]!, cumulative[j]!, ...(parallel ? [parallel[j]!] : [])],
    })),
    [words.rows(String(nobs))],
  );
}

/** The smallest eigenvalue kept by the rule `eigenvalue>=`, in the units of the eigenvalues. */
function boundOf(keep: string, eigenvalues: readonly number[]): number | undefined {
  if (!keep.startsWith('eigenvalue>=')) return undefined;
  const mean = eigenvalues.reduce((a, b) => a + b, 0) / eigenvalues.length;
  return Number(keep.slice('eigenvalue>='.length)) * mean;
}
