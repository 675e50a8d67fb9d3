/** A point of a series, whose shape tells series apart in print. */
import { themedColour } from './colours.js';
import type { Mark } from './types.js';

/** Corners of shapes with a side of 2 around 0. */
const shapes: Readonly<Record<string, string>> = {
  square: 'M-1,-1H1V1H-1Z',
  diamond: 'M0,-1.25L1.25,0L0,1.25L-1.25,0Z',
  'triangle-up': 'M0,-1.15L1.15,1H-1.15Z',
  'triangle-down': 'M0,1.15L1.15,-1H-1.15Z',
  cross: 'M-1.2,-0.4H-0.4V-1.2H0.4V-0.4H1.2V0.4H0.4V1.2H-0.4V0.4H-1.2Z',
  stroke: 'M-1.2,-0.3H1.2V0.3H-1.2Z',
};

interface PointProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: number;
}

/** `size` is an area in square pixels, as in Vega. */
export function Point({ mark, x, y }: PointProps) {
  const { size = 30, shape = 'circle', filled = false, opacity } = mark;
  const colour = themedColour(mark.fill ?? mark.color ?? '#222222');
  const look = filled
    ? {
        fill: colour,
        stroke: mark.stroke && themedColour(mark.stroke),
        'stroke-width': mark.strokeWidth,
      }
    : { fill: 'none', stroke: colour, 'stroke-width': mark.strokeWidth ?? 1 };
  const path = shapes[shape];
  if (path === undefined) {
    return <circle cx={x} cy={y} r={Math.sqrt(size / Math.PI)} opacity={opacity} {...look} />;
  }
  const half = Math.sqrt(size) / 2;
  const placed = `translate(${x} ${y}) scale(${half})`;
  const thin = look['stroke-width'] === undefined ? undefined : look['stroke-width'] / half;
  return <path d={path} transform={placed} opacity={opacity} {...look} stroke-width={thin} />;
}
