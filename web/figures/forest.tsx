/** Estimates below each other, each with its interval or its set on one scale; an arrow stands for an end at infinity. */
import { decimal } from '../words/numbers.js';
import { words } from '../words/words.js';
import { FigureFrame } from './frame.js';
import { ticksOf } from './ticks.js';

export interface ForestRow {
  readonly label: string;
  /** Absent for a set without an estimate. */
  readonly value?: number | undefined;
  /** Ends of the intervals; null is infinity. */
  readonly intervals: readonly (readonly [number | null, number | null])[];
}

export interface ForestProps {
  readonly label: string;
  readonly file: string;
  readonly rows: readonly ForestRow[];
  /** A value that the rows are compared with; by default 0. */
  readonly at?: number;
}

const [plot, line, foot] = [380, 24, 26];
/** Letters of a label that are drawn; the table has all of them. */
const letters = 52;
const letterWidth = 6.2;

const shortened = (label: string) =>
  label.length > letters ? `${label.slice(0, letters - 1)}…` : label;

/** Room for the labels. */
const roomFor = (rows: readonly ForestRow[]) =>
  16 + letterWidth * Math.max(...rows.map(({ label }) => Math.min(letters, label.length)));

export function Forest({ label, file, rows, at = 0 }: ForestProps) {
  const [low, high] = scaleOf(rows, at);
  const left = roomFor(rows);
  const x = (value: number) => left + (plot * (value - low)) / (high - low);
  const height = rows.length * line;
  return (
    <FigureFrame
      label={label}
      file={file}
      spec={specOf(label, rows, at)}
      table={<Numbers rows={rows} />}
    >
      <svg class="drawing forest" viewBox={`0 0 ${left + plot + 12} ${height + foot}`}>
        <g class="axes" font-size={11}>
          {ticksOf(low, high).map((tick) => (
            <g key={tick}>
              <line class="grid" x1={x(tick)} x2={x(tick)} y1={0} y2={height} />
              <text x={x(tick)} y={height + 16} text-anchor="middle">
                {tick}
              </text>
            </g>
          ))}
          <line x1={x(at)} x2={x(at)} y1={0} y2={height} />
        </g>
        {rows.map((row, i) => (
          <Row key={i} row={row} left={left} y={(i + 0.5) * line} x={x} ends={[low, high]} />
        ))}
      </svg>
    </FigureFrame>
  );
}

interface RowProps {
  readonly row: ForestRow;
  readonly left: number;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly ends: readonly [number, number];
}

function Row({ row: { label, value, intervals }, left, y, x, ends }: RowProps) {
  return (
    <g>
      <text x={left - 10} y={y} text-anchor="end" dominant-baseline="central" font-size={12}>
        {shortened(label)}
      </text>
      {intervals.map(([from, to], i) => (
        <g key={i}>
          <line class="whisker" x1={x(from ?? ends[0])} x2={x(to ?? ends[1])} y1={y} y2={y} />
          {from === null && <Arrow x={x(ends[0])} y={y} towards={-1} />}
          {to === null && <Arrow x={x(ends[1])} y={y} towards={1} />}
        </g>
      ))}
      {value !== undefined && <circle class="estimate" cx={x(value)} cy={y} r={4} />}
    </g>
  );
}

function Arrow({
  x,
  y,
  towards,
}: {
  readonly x: number;
  readonly y: number;
  readonly towards: number;
}) {
  const back = x - 7 * towards;
  return <path class="estimate" d={`M${x},${y}L${back},${y - 4}V${y + 4}Z`} />;
}

/** Wide enough for every finite end, with some room for arrows. */
function scaleOf(rows: readonly ForestRow[], at: number): readonly [number, number] {
  const ends = rows.flatMap(({ value, intervals }) => [value, ...intervals.flat()]);
  const finite = ends.filter((end) => typeof end === 'number' && Number.isFinite(end)) as number[];
  const [low, high] = [Math.min(at, ...finite), Math.max(at, ...finite)];
  const room = 0.06 * (high - low) || 1;
  return [low - room, high + room];
}

function Numbers({ rows }: Pick<ForestProps, 'rows'>) {
  const { estimate, interval, unavailable } = words.value.figures;
  const end = (value: number | null, infinite: string) =>
    value === null ? infinite : decimal(value);
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col" />
          <th scope="col">{estimate}</th>
          <th scope="col">{interval}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, intervals }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value === undefined ? '' : decimal(value)}</td>
            <td>
              {intervals.length === 0
                ? unavailable
                : intervals.map(([from, to]) => `${end(from, '−∞')} – ${end(to, '∞')}`).join('; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figure in Vega-Lite, with its numbers inside. */
function specOf(description: string, rows: readonly ForestRow[], at: number): object {
  const y = { field: 'label', type: 'nominal', sort: null, title: null };
  const values = rows.flatMap(({ label, value, intervals }) => [
    ...intervals.map(([low, high]) => ({ label, low, high })),
    ...(value === undefined ? [] : [{ label, estimate: value }]),
  ]);
  const quantitative = (field: string) => ({ field, type: 'quantitative', title: null });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    data: { values },
    layer: [
      { mark: 'rule', encoding: { x: { datum: at } } },
      { mark: 'rule', encoding: { y, x: quantitative('low'), x2: { field: 'high' } } },
      { mark: { type: 'point', filled: true }, encoding: { y, x: quantitative('estimate') } },
    ],
  };
}
