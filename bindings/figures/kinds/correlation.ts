/** Correlations of columns as coloured cells with their numbers. */
import type { Correlation } from '../../results/describe/correlation.js';
import { checkedResult, readable } from '../../results/read.js';
import { count } from '../../tables/format.js';
import { fixed } from '../../tables/rounding.js';
import type { Figure, FigureOptions } from '../figure.js';
import { on, rowsAxis } from '../layout/axis.js';
import { type Datum, labels, layer } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { LINE, TYPE } from '../layout/theme.js';
import { plotWidth, specOf } from '../layout/view.js';
import { namesOf } from '../names.js';
import { type NumberRow, numbersTable } from '../numbers.js';
import { checkFigureOptions } from '../options.js';

/** Negative in orange, positive in blue; numbers tell them apart in grey. */
const ramp = ['#a84300', '#e89a63', '#f5f5f5', '#7fb2d9', '#00548a'];
const LABEL_WIDTH = 110;
const TALLEST = 22;
/** Correlations from here on need white digits. */
const DARK = 0.65;

/**
 * Correlations below the diagonal. Columns are numbered as the rows are.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function correlationFigure(correlation: Correlation, options: FigureOptions = {}): Figure {
  checkFigureOptions(options);
  const checked = checkedResult(correlation, ['correlation']) as Correlation;
  return readable(() => figureOf(checked, options));
}

function figureOf(correlation: Correlation, options: FigureOptions): Figure {
  const { words, column } = namesOf(options, [correlation.labels]);
  const { names, r, n, method, warnings } = correlation;
  const pairs = names.flatMap((_, i) => names.slice(0, i).map((__, j) => [i, j] as const));
  const counts = pairs.map(([i, j]) => n[i]![j]!);
  const title = options.title ?? words.correlation.title(words.correlation.methods[method] ?? method);
  const subtitle = words.correlation.rows(count(Math.min(...counts)), count(Math.max(...counts)));
  const description = `${title}. ${subtitle}.`;
  const texts = names.map((name, i) => `(${i + 1}) ${column(name)}`);
  return {
    kind: 'correlation',
    title,
    description,
    spec: specOf({
      title,
      ...(counts.length > 0 && { subtitle }),
      description,
      keys: [{ label: words.heatmap.range('−1', '1'), colour: '', ramp }],
      ...drawn(texts, r),
    }),
    table: numbersTable(
      title,
      [words.correlation.first, words.correlation.second, words.correlation.correlation, words.correlation.pairs],
      pairs.map(([i, j]): NumberRow => ({ label: texts[i]!, cells: [texts[j]!, r[i]![j]!, n[i]![j]!] })),
    ),
    warnings,
  };
}

function drawn(texts: readonly string[], r: Correlation['r']) {
  const k = texts.length;
  const lines = texts.map((text) => wrapped(text, LABEL_WIDTH, 2));
  const left = Math.max(...lines.flat().map((text) => textWidth(text))) + 12;
  const cellWidth = plotWidth(left) / k;
  const height = Math.min(TALLEST, Math.max(12, cellWidth, 2 + LINE * Math.max(...lines.map(({ length }) => length))));
  const [x, y] = [{ ...rowsAxis(k), downwards: false }, rowsAxis(k)];
  const cells = r.flatMap((row, i) =>
    row.slice(0, i + 1).map((value, j): Datum => ({
      x: j - 0.5,
      right: j + 0.5,
      y: i - 0.5,
      bottom: i + 0.5,
      value,
      middle: j,
      row: i,
      label: value === null ? '.' : fixed(value, 2).replace(/^(-?)0\./, '$1.').replace('-', '−'),
    })),
  );
  const hasRoom = cellWidth >= textWidth('−.00') + 2;
  const colour = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [-1, -0.5, 0, 0.5, 1], range: ramp },
    legend: null,
  };
  // Without room for numbers a minus sign alone tells negative cells from positive ones in grey.
  const written = hasRoom
    ? cells
    : cells.flatMap((cell) => (Number(cell['value'] ?? 0) <= -0.05 ? [{ ...cell, label: '−' }] : []));
  const digits = (isDark: boolean) =>
    layer(
      written.filter(({ value }) => Math.abs(Number(value ?? 0)) >= DARK === isDark),
      { type: 'text', baseline: 'middle', align: 'center', color: isDark ? '#ffffff' : '#222222' },
      { x: on('middle', x), y: on('row', y), text: { field: 'label' } },
    );
  const numbers = texts.map((_, j): Datum => ({ x: j, label: `(${j + 1})` }));
  const every = Math.max(1, Math.ceil((textWidth(`(${k})`, TYPE.text) + 3) / cellWidth));
  return {
    left,
    height: height * k,
    bottom: LINE + 6,
    layers: [
      layer(
        cells.filter(({ value }) => value !== null),
        { type: 'rect', stroke: '#ffffff', strokeWidth: 0.6 },
        { x: on('x', x), x2: { field: 'right' }, y: on('y', y), y2: { field: 'bottom' }, color: colour },
      ),
      digits(false),
      digits(true),
      ...labels(lines.map((parts, row) => ({ y: row, lines: parts })), y),
      layer(
        numbers.filter((_, j) => j % every === 0),
        { type: 'text', align: 'center', baseline: 'top' },
        { x: on('x', x), y: { value: height * k + 4 }, text: { field: 'label' } },
      ),
    ],
  };
}
