/** An estimate and its interval on a line with zero, and dots where the estimate stood before. */

export interface IntervalProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly before: readonly number[];
}

const width = 160;
const height = 22;
const middle = height / 2;

export function Interval({ value, low, high, before }: IntervalProps) {
  const reach = Math.max(Math.abs(low), Math.abs(high), ...before.map(Math.abs)) * 1.08 || 1;
  const at = (number: number) => (width / 2) * (1 + number / reach);
  return (
    <svg
      class="interval"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      <line class="zero" x1={width / 2} x2={width / 2} y1={0} y2={height} />
      {before.map((past, i) => (
        <circle
          key={i}
          class="past"
          cx={at(past)}
          cy={middle}
          r={2.5}
          opacity={(i + 1) / (before.length + 2)}
        />
      ))}
      <line class="whisker" x1={at(low)} x2={at(high)} y1={middle} y2={middle} />
      <circle class="estimate" cx={at(value)} cy={middle} r={4} />
    </svg>
  );
}
