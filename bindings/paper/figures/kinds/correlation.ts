/** Correlations of columns as coloured cells with their numbers. */
import { described } from '../description.js';
import type { Correlation } from '../../../results/describe/correlation.js';
import { checkedResult, readable } from '../../../results/read.js';
import { count } from '../../../words/text/counts.js';
import { fixed } from '../../../words/text/rounding.js';
import type { Figure, FigureOptions } from '../figure.js';
import { on, rowsAxis } from '../layout/axis.js';
import { type Datum, labels, layer, type Layer, type Scales } from '../layout/marks.js';
import { textWidth, wrapped } from '../layout/text.js';
import { ink, LINE } from '../layout/theme.js';
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
/** Correlations up to here have a minus sign where numbers have no room. */
const SIGNED = -0.05;

/**
 * Correlations below the diagonal. Columns are numbered as the rows are.
 *
 * @throws InputError `bad-value`, `bad-result`
 */
export function correlationFigure(correlation: Correlation, options: FigureOptions = {}): Figure {
  options = checkFigureOptions(options);
  const checked = checkedResult(correlation, ['correlation']) as Correlation;
  return readable(() => figureOf(checked, options));
}

function figureOf(correlation: Correlation, options: FigureOptions): Figure {
  const { words, column } = namesOf(options, [correlation.labels]);
  const { names, r, n, method, warnings } = correlation;
  const pairs = names.flatMap((_, i) => names.slice(0, i).map((__, j) => [i, j] as const));
  const counts = pairs.map(([i, j]) => n[i]![j]!);
  const title =
    options.title ?? words.correlation.title(words.correlation.methods[method] ?? method);
  const subtitle = words.correlation.rows(count(Math.min(...counts)), count(Math.max(...counts)));
  const description = described(title, subtitle);
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
      [
        words.correlation.first,
        words.correlation.second,
        words.correlation.correlation,
        words.correlation.pairs,
      ],
      pairs.map(([i, j]): NumberRow => ({
        label: texts[i]!,
        cells: [texts[j]!, r[i]![j]!, n[i]![j]!],
      })),
    ),
    warnings,
  };
}

function drawn(texts: readonly string[], r: Correlation['r']) {
  const k = texts.length;
  const lines = texts.map((text) => wrapped(text, LABEL_WIDTH, 2));
  const left = Math.max(...lines.flat().map((text) => textWidth(text))) + 12;
  const cellWidth = plotWidth(left) / k;
  const tallest = LINE * Math.max(...lines.map(({ length }) => length)) + 2;
  const height = k * Math.min(TALLEST, Math.max(12, cellWidth, tallest));
  const scales: Scales = { x: { ...rowsAxis(k), downwards: false }, y: rowsAxis(k) };
  const every = Math.max(1, Math.ceil((textWidth(`(${k})`) + 3) / cellWidth));
  const numbers = texts.flatMap((_, j): Datum[] =>
    j % every === 0 ? [{ x: j, label: `(${j + 1})` }] : [],
  );
  return {
    left,
    height,
    bottom: LINE + 6,
    layers: [
      ...cellLayers(cellsOf(r, cellWidth >= textWidth('−.00') + 2), scales),
      ...labels(
        lines.map((parts, row) => ({ y: row, lines: parts })),
        scales.y,
      ),
      layer(
        numbers,
        { type: 'text', align: 'center', baseline: 'top' },
        { x: on('x', scales.x), y: { value: height + 4 }, text: { field: 'label' } },
      ),
    ],
  };
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  readonly label: string;
}

/**
 * Cells on and below the diagonal. If there is no room for numbers, a minus sign marks negative cells, for grey prints.
 */
function cellsOf(r: Correlation['r'], hasRoom: boolean): Cell[] {
  const labelOf = (value: number | null) => {
    if (!hasRoom) return value !== null && value <= SIGNED ? '−' : '';
    return value === null
      ? '.'
      : fixed(value, 2)
          .replace(/^(-?)0\./, '$1.')
          .replace('-', '−');
  };
  return r.flatMap((values, row) =>
    values
      .slice(0, row + 1)
      .map((value, column) => ({ row, column, value, label: labelOf(value) })),
  );
}

function cellLayers(cells: readonly Cell[], { x, y }: Scales): Layer[] {
  const colour = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [-1, -0.5, 0, 0.5, 1], range: ramp },
    legend: null,
  };
  const boxes = cells.flatMap(({ row, column, value }): Datum[] =>
    value === null
      ? []
      : [{ x: column - 0.5, right: column + 0.5, y: row - 0.5, bottom: row + 0.5, value }],
  );
  const texts = (isDark: boolean) =>
    layer(
      cells
        .filter(({ value, label }) => label !== '' && Math.abs(value ?? 0) >= DARK === isDark)
        .map(({ row, column, label }) => ({ x: column, y: row, label })),
      { type: 'text', baseline: 'middle', align: 'center', color: isDark ? '#ffffff' : ink },
      { x: on('x', x), y: on('y', y), text: { field: 'label' } },
    );
  return [
    layer(
      boxes,
      { type: 'rect', stroke: '#ffffff', strokeWidth: 0.6 },
      {
        x: on('x', x),
        x2: { field: 'right' },
        y: on('y', y),
        y2: { field: 'bottom' },
        color: colour,
      },
    ),
    texts(false),
    texts(true),
  ];
}
