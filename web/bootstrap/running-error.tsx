/** The standard error after each number of replicates, with a band of two Monte Carlo errors to each side. */
import { FigureFrame } from '../figures/frame.js';
import { Numbers } from '../figures/numbers.js';
import { ticksOf } from '../figures/ticks.js';
import { count, decimal } from '../words/numbers.js';
import { words } from '../words/words.js';
import type { RunningError } from './state.js';

const [width, height, left, foot] = [520, 130, 50, 22];

export interface RunningErrorsProps {
  readonly history: readonly RunningError[];
  readonly coefficient: string;
  readonly total: number;
}

interface Point {
  readonly done: number;
  readonly error: number;
  readonly spread: number;
}

export function RunningErrors({ history, coefficient, total }: RunningErrorsProps) {
  const say = words.value.bootstrap;
  const points = history.flatMap(({ done, stdErrors, monteCarloError }): Point[] => {
    const [error, spread] = [stdErrors[coefficient]!, monteCarloError[coefficient]!];
    return Number.isFinite(error) && Number.isFinite(spread) ? [{ done, error, spread }] : [];
  });
  // One number is no course.
  if (points.length < 2) return null;
  const label = say.running(coefficient);
  const rows = points.map(({ done, error, spread }) => [
    count(done),
    decimal(error),
    decimal(spread),
  ]);
  return (
    <FigureFrame
      label={label}
      file="running-error"
      table={<Numbers label={label} heads={[say.reps, say.stdError, say.monteCarlo]} rows={rows} />}
    >
      <Drawing points={points} total={total} />
    </FigureFrame>
  );
}

function Drawing({
  points: errors,
  total,
}: {
  readonly points: readonly Point[];
  readonly total: number;
}) {
  const points = errors.map(({ done, error, spread }) => ({
    done,
    error,
    low: error - 2 * spread,
    high: error + 2 * spread,
  }));
  // The first errors, of few replicates, would make the scale too wide for the others.
  const settled = points.slice(points.length >> 2);
  const [low, high] = padded(
    Math.min(...settled.map((point) => point.low)),
    Math.max(...settled.map((point) => point.high)),
  );
  const x = (done: number) => left + ((width - left) * done) / total;
  const y = (error: number) =>
    Math.min(height, Math.max(0, (height * (high - error)) / (high - low)));
  const path = (of: 'low' | 'error' | 'high') =>
    points.map((point) => `${x(point.done)},${y(point[of])}`);
  return (
    <svg class="drawing running-error" viewBox={`0 0 ${width} ${height + foot}`}>
      <g class="axes" font-size={11}>
        {ticksOf(low, high).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
            <text x={left - 6} y={y(tick)} text-anchor="end" dominant-baseline="central">
              {tick}
            </text>
          </g>
        ))}
        <text x={width} y={height + 15} text-anchor="end">
          {count(total)}
        </text>
        <text x={left} y={height + 15}>
          0
        </text>
      </g>
      <polygon class="spread" points={[...path('low'), ...path('high').reverse()].join(' ')} />
      <polyline class="error" points={path('error').join(' ')} />
    </svg>
  );
}

function padded(low: number, high: number): readonly [number, number] {
  const room = 0.1 * (high - low) || 0.1 * Math.abs(high) || 1;
  return [low - room, high + room];
}
