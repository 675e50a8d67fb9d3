/** The eigenvalues of principal components. */
import type { CompositeIndex } from '../../results/indices/composite-index.js';
import { readable } from '../../results/read.js';
import { short } from '../../tables/format.js';
import type { Figure, FigureOptions } from '../figure.js';
import { componentsOf } from '../index-result.js';
import { axisOf, axisWidth } from '../layout/axis.js';
import { across, line, points, type Scales } from '../layout/marks.js';
import { grey, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';

const HEIGHT = 150;

/**
 * The eigenvalue of each component, those of random columns after a parallel analysis, and the bound of the components
 * that are kept.
 *
 * @throws InputError `bad-value`, `bad-result` for an index that is not of principal components
 */
export function screeFigure(index: CompositeIndex, options: FigureOptions = {}): Figure {
  checkFigureOptions(options);
  const result = componentsOf(index);
  return readable(() => {
    const { words } = namesOf(options, [result.labels]);
    const { eigenvalues, explained, cumulative, parallel, components, nobs } = result;
    const title = options.title ?? words.scree.title;
    const share = short(100 * cumulative[components - 1]!, 1);
    const subtitle = words.scree.subtitle(String(components), String(eigenvalues.length), share);
    const description = `${title}. ${subtitle}`;
    const places = eigenvalues.map((_, j) => j + 1);
    const bound = boundOf(result.keep, eigenvalues);
    const scales: Scales = {
      x: {
        ...axisOf([0.7, eigenvalues.length + 0.3], { title: words.scree.component, grid: false }),
        ticks: places,
      },
      y: axisOf([...eigenvalues, ...(parallel ?? [])], {
        title: words.scree.eigenvalue,
        zero: 'always',
      }),
    };
    const [own, random] = [seriesOf(0), seriesOf(1)];
    const pairs = (values: readonly number[]) => values.map((y, j) => ({ x: j + 1, y }));
    return {
      kind: 'scree',
      title,
      description,
      spec: specOf({
        title,
        subtitle,
        description,
        keys: [
          { label: words.scree.eigenvalue, ...own },
          ...(parallel === undefined ? [] : [{ label: words.scree.parallel, ...random }]),
          ...(bound === undefined
            ? []
            : [
                { label: words.scree.bound(short(bound, 3)), colour: grey, dash: [3, 3], width: 1 },
              ]),
        ],
        left: axisWidth(scales.y) + 4,
        height: HEIGHT,
        bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
        layers: [
          ...(bound === undefined
            ? []
            : [across('y', bound, scales.y, { color: grey, strokeDash: [3, 3] })]),
          line(pairs(eigenvalues), scales, { color: own.colour }),
          points(pairs(eigenvalues), scales, own, 36),
          ...(parallel === undefined
            ? []
            : [
                line(pairs(parallel), scales, { color: random.colour, strokeDash: random.dash }),
                points(pairs(parallel), scales, random, 30),
              ]),
        ],
      }),
      table: numbersTable(
        title,
        [
          words.scree.component,
          words.scree.eigenvalue,
          words.scree.share,
          words.scree.cumulative,
          ...(parallel === undefined ? [] : [words.scree.parallel]),
        ],
        eigenvalues.map((value, j) => ({
          label: `PC${j + 1}`,
          cells: [
            value,
            explained[j]!,
            cumulative[j]!,
            ...(parallel === undefined ? [] : [parallel[j]!]),
          ],
        })),
        [words.scree.rows(String(nobs))],
      ),
      warnings: result.warnings,
    };
  });
}

/** The smallest eigenvalue that the rule `eigenvalue>=` keeps, in the units of the eigenvalues. */
function boundOf(keep: string, eigenvalues: readonly number[]): number | undefined {
  if (!keep.startsWith('eigenvalue>=')) return undefined;
  const mean = eigenvalues.reduce((a, b) => a + b, 0) / eigenvalues.length;
  return Number(keep.slice('eigenvalue>='.length)) * mean;
}
