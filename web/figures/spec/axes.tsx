/** The axes of a figure, with their grids below the marks. */
import { scaleOf } from './places.js';
import type { Channel, Spec } from './types.js';

const tick = 3;
const size = 9.5;

/** The digits of a tick, as the library's figures have them. */
const digits = (value: number) => String(Number(value.toPrecision(8)));

/** The first channel of a direction that has an axis. */
function axisOf({ layer }: Spec, direction: 'x' | 'y'): Channel | undefined {
  return layer.map(({ encoding }) => encoding[direction]).find((channel) => channel?.axis);
}

export function Axes({ spec }: { readonly spec: Spec }) {
  const x = axisOf(spec, 'x');
  const y = axisOf(spec, 'y');
  return (
    <g class="axes" font-size={size}>
      {x !== undefined && <Across channel={x} spec={spec} />}
      {y !== undefined && <Down channel={y} spec={spec} />}
    </g>
  );
}

interface AxisProps {
  readonly channel: Channel;
  readonly spec: Spec;
}

function Across({ channel, spec: { width, height } }: AxisProps) {
  const at = scaleOf(channel, 0, width);
  const { values, grid } = channel.axis!;
  return (
    <>
      {values.map((value) => (
        <g key={value}>
          {grid && <line class="grid" x1={at(value)} x2={at(value)} y1={0} y2={height} />}
          <line x1={at(value)} x2={at(value)} y1={height} y2={height + tick} />
          <text x={at(value)} y={height + tick + 9} text-anchor="middle">
            {digits(value)}
          </text>
        </g>
      ))}
      <line x1={0} x2={width} y1={height} y2={height} />
      {channel.title && (
        <text x={width / 2} y={height + 27} text-anchor="middle">
          {channel.title}
        </text>
      )}
    </>
  );
}

function Down({ channel, spec: { width, height } }: AxisProps) {
  const at = scaleOf(channel, height, 0);
  const { values, grid, titleX = -30 } = channel.axis!;
  return (
    <>
      {values.map((value) => (
        <g key={value}>
          {grid && <line class="grid" x1={0} x2={width} y1={at(value)} y2={at(value)} />}
          <line x1={-tick} x2={0} y1={at(value)} y2={at(value)} />
          <text x={-tick - 3} y={at(value)} text-anchor="end" dominant-baseline="central">
            {digits(value)}
          </text>
        </g>
      ))}
      <line x1={0} x2={0} y1={0} y2={height} />
      {channel.title && (
        <text
          transform={`translate(${titleX} ${height / 2}) rotate(-90)`}
          text-anchor="middle"
          dominant-baseline="text-after-edge"
        >
          {channel.title}
        </text>
      )}
    </>
  );
}
