/** Residuals against fitted values. */
import { type LocalOptions } from '../../../core/jobs/run-options.js';
import { described } from '../description.js';
import type { FitResult } from '../../../results/fit.js';
import { count } from '../../../words/text/counts.js';
import type { Figure, FigureOptions } from '../figure.js';
import { axisOf, axisWidth } from '../layout/axis.js';
import { across, line, points, type Scales } from '../layout/marks.js';
import { scatter } from '../layout/scatter.js';
import { grey, seriesOf } from '../layout/theme.js';
import { AXIS_HEIGHT, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { numbersTable } from '../numbers.js';
import { checkedFit, checkDrawnOptions, computed } from '../options.js';
import { type FittedRows, fittedRows } from '../rows.js';

const HEIGHT = 170;
/** Maximum number of groups of rows whose means are drawn, and minimum rows per group. */
const GROUPS = { most: 10, rows: 5 } as const;

/**
 * Residuals against fitted values, with their means over groups of rows by fitted value: a bend shows a wrong form, a
 * widening cloud heteroskedasticity. Above 2,000 rows the figure shows the number of rows in cells.
 *
 * @throws InputError `bad-value`, `bad-result`, `result-without-data` for a saved result, `no-residuals`
 */
export async function residualFigure(
  fit: FitResult,
  options: FigureOptions & LocalOptions = {},
): Promise<Figure> {
  options = checkDrawnOptions(options);
  checkedFit(fit);
  return computed(options, () => figureOf(fit, fittedRows(fit), options));
}

function figureOf(fit: FitResult, rows: FittedRows, options: FigureOptions): Figure {
  const { words, column } = namesOf(options, [fit.labels]);
  const { fitted, residuals, rowNumbers } = rows;
  const means = groupMeans(fitted, residuals);
  const title = options.title ?? words.residuals.title(column(fit.depvar));
  const scales: Scales = {
    x: axisOf([...fitted], { title: words.residuals.fitted, grid: false }),
    y: axisOf([...residuals], { title: words.residuals.residual, zero: 'always' }),
  };
  const { layers, fullest } = scatter(fitted, residuals, scales);
  const subtitle =
    words.residuals.rows(count(residuals.length)) +
    (fullest === undefined ? '' : `${words.comma}${words.residuals.cells}: 1–${count(fullest)}`);
  const { colour, shape } = seriesOf(1);
  const groups = words.residuals.means(String(means.length));
  const description = described(title, subtitle);
  return {
    kind: 'residuals',
    title,
    description,
    spec: specOf({
      title,
      subtitle,
      description,
      keys: means.length > 1 ? [{ label: groups, colour, shape }] : [],
      left: axisWidth(scales.y) + 4,
      height: HEIGHT,
      bottom: AXIS_HEIGHT.ticks + AXIS_HEIGHT.title,
      layers: [
        ...layers,
        across('y', 0, scales.y, { color: grey }),
        ...(means.length > 1
          ? [
              line(means, scales, { color: colour, strokeWidth: 1.2 }),
              points(means, scales, { colour, shape }, 24),
            ]
          : []),
      ],
    }),
    table: numbersTable(
      title,
      [words.residuals.row, words.residuals.fitted, words.residuals.residual],
      rowNumbers.map((row, i) => ({ label: String(row), cells: [fitted[i]!, residuals[i]!] })),
    ),
    warnings: fit.warnings,
  };
}

/** Means of groups of rows with neighbouring fitted values, of sizes that differ by at most one row. */
function groupMeans(fitted: Float64Array, residuals: Float64Array) {
  const n = fitted.length;
  const order = Array.from(fitted, (_, i) => i).sort((a, b) => fitted[a]! - fitted[b]! || a - b);
  const groups = Math.min(GROUPS.most, Math.floor(n / GROUPS.rows));
  const mean = (rows: readonly number[], values: Float64Array) =>
    rows.reduce((sum, i) => sum + values[i]!, 0) / rows.length;
  return Array.from({ length: groups }, (_, g) => {
    const rows = order.slice(Math.floor((g * n) / groups), Math.floor(((g + 1) * n) / groups));
    return { x: mean(rows, fitted), y: mean(rows, residuals) };
  });
}
