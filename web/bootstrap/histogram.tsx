/** The replicates of a coefficient as bars that grow while they are computed. */
import type { Histogram as Bars } from '../engine/questions/bootstraps.js';
import { FigureFrame } from '../figures/frame.js';
import { Numbers } from '../figures/numbers.js';
import { ticksOf } from '../figures/ticks.js';
import { count as counted, decimal } from '../words/numbers.js';
import { words } from '../words/words.js';

const [width, height, foot] = [520, 170, 22];

export interface HistogramProps {
  readonly coefficient: string;
  readonly bars: Bars;
  /** The estimate of the sample. */
  readonly estimate: number;
  readonly interval: readonly [number, number];
}

export function Histogram(props: HistogramProps) {
  const { live, from, to, reps } = words.value.bootstrap;
  const { low, high, counts } = props.bars;
  const edge = (place: number) => decimal(low + ((high - low) * place) / counts.length);
  const label = live(props.coefficient);
  const rows = counts.map((number, i) => [edge(i), edge(i + 1), counted(number)]);
  return (
    <FigureFrame
      label={label}
      file="replicates"
      table={<Numbers label={label} heads={[from, to, reps]} rows={rows} />}
    >
      <Drawing {...props} />
    </FigureFrame>
  );
}

function Drawing({ bars: { low, high, counts }, estimate, interval }: HistogramProps) {
  const x = (value: number) => (width * (value - low)) / (high - low);
  const most = Math.max(1, ...counts);
  const wide = width / counts.length;
  return (
    <svg class="drawing histogram" viewBox={`0 0 ${width} ${height + foot}`}>
      {counts.map((count, i) => {
        const tall = ((height - 8) * count) / most;
        return (
          <rect key={i} class="bar" x={i * wide} y={height - tall} width={wide} height={tall} />
        );
      })}
      <g class="axes" font-size={11}>
        <line x1={0} x2={width} y1={height} y2={height} />
        {ticksOf(low, high).map((tick) => (
          <text key={tick} x={x(tick)} y={height + 15} text-anchor="middle">
            {tick}
          </text>
        ))}
      </g>
      <line class="whisker" x1={x(interval[0])} x2={x(interval[1])} y1={height} y2={height} />
      <line class="centre" x1={x(estimate)} x2={x(estimate)} y1={0} y2={height} />
    </svg>
  );
}
