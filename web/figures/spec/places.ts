/** Numbers as places in pixels. */
import type { Channel, Datum, Layer, Spec } from './types.js';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

type Size = Pick<Spec, 'width' | 'height'>;

/** The place of a datum; undefined if a number of it is missing. A scale without a channel is crossed as a whole. */
export function placeOf({ encoding }: Layer, datum: Datum, size: Size): Place | undefined {
  const across = scaleOf(encoding.x, 0, size.width);
  const down = scaleOf(encoding.y, size.height, 0);
  const x = placed(encoding.x, across, datum, 0);
  const y = placed(encoding.y, down, datum, 0);
  const x2 = placed(encoding.x2, across, datum, encoding.x === undefined ? size.width : x);
  const y2 = placed(encoding.y2, down, datum, encoding.y === undefined ? size.height : y);
  return [x, y, x2, y2].every(Number.isFinite) ? { x, y, x2, y2 } : undefined;
}

/** From numbers to pixels. */
export function scaleOf(channel: Channel | undefined, start: number, end: number) {
  const { domain: [low, high] = [0, 1], reverse = false } = channel?.scale ?? {};
  const [first, last] = reverse ? [end, start] : [start, end];
  return (value: number) => first + ((last - first) * (value - low)) / (high - low);
}

function placed(
  channel: Channel | undefined,
  scale: (value: number) => number,
  datum: Datum,
  otherwise: number,
): number {
  if (channel === undefined) return otherwise;
  if (channel.value !== undefined) return channel.value;
  if (channel.datum !== undefined) return scale(channel.datum);
  const value = datum[channel.field!];
  return typeof value === 'number' ? scale(value) : NaN;
}
