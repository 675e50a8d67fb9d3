/** An estimate and its interval on a line with zero, and dots where the estimate stood before. */

export interface IntervalProps {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly before: readonly number[];
  /** Ends of the line; by default as far as this interval reaches, to both sides of zero. */
  readonly scale?: readonly [number, number] | undefined;
  /** A range in which the estimate is expected. */
  readonly band?: readonly [number, number] | undefined;
}

const width = 160;
const height = 22;
const middle = height / 2;

export function Interval({ value, low, high, before, scale, band }: IntervalProps) {
  const [first, last] = scale ?? ownScale([value, low, high, ...before, ...(band ?? [])]);
  const at = (number: number) => (width * (number - first)) / (last - first);
  return (
    <svg
      class="interval"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden
    >
      {band !== undefined && (
        <rect
          class="band"
          x={at(Math.min(...band))}
          width={Math.abs(at(band[1]) - at(band[0]))}
          y={1}
          height={height - 2}
          rx={2}
        />
      )}
      {first <= 0 && last >= 0 && <line class="zero" x1={at(0)} x2={at(0)} y1={0} y2={height} />}
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

/** As far to one side of zero as to the other. */
function ownScale(values: readonly number[]): readonly [number, number] {
  const reach = values.reduce(
    (most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  return reach > 0 ? [-1.06 * reach, 1.06 * reach] : [-1, 1];
}
