/** A p-value on a scale from 0 to 1 that is wide where decisions are made, with the level and an earlier value. */

export interface PScaleProps {
  readonly value: number;
  readonly level: number;
  /** Where the value was with the author's choices. */
  readonly before?: number | undefined;
}

const width = 220;
const height = 26;
const line = 13;
const margin = 6;

/** The fourth root spreads small values: 0.05 is half-way. */
const at = (p: number) => margin + (width - 2 * margin) * Math.sqrt(Math.sqrt(p));

export function PScale({ value, level, before }: PScaleProps) {
  return (
    <svg class="p-scale" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line class="significant" x1={at(0)} x2={at(level)} y1={line} y2={line} />
      <line class="track" x1={at(level)} x2={at(1)} y1={line} y2={line} />
      <line class="level" x1={at(level)} x2={at(level)} y1={4} y2={height - 4} />
      {before !== undefined && <circle class="before" cx={at(before)} cy={line} r={5} />}
      <circle class={value < level ? 'below' : 'above'} cx={at(value)} cy={line} r={5} />
    </svg>
  );
}
