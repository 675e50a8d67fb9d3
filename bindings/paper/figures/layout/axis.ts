/** Scales of a figure: ends and round ticks, the same on every machine. */
import { textWidth, wrapped } from './text.js';

export interface Axis {
  readonly title: string | null;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly grid?: boolean;
  /** False for a scale without an axis. */
  readonly shown?: boolean;
  /** True if the first value is at the top. */
  readonly downwards?: boolean;
}

/** Margin at the ends of a scale, as a share of its length. */
const ROOM = 0.04;
/** Zero is included unless the values would then take less than this share of the scale. */
const SHARE = 0.2;

interface AxisOptions {
  readonly title: string | null;
  /** Whether to include 0: always, never, or if the values still have enough room. */
  readonly zero?: 'always' | 'near' | 'never';
  readonly grid?: boolean;
}

/** A scale for the finite numbers among the values. */
export function axisOf(values: readonly (number | null)[], options: AxisOptions): Axis {
  const { title, zero = 'never', grid = true } = options;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  const reach = Math.max(high, 0) - Math.min(low, 0);
  const isNear = reach < Infinity && high - low >= SHARE * reach;
  if (zero === 'always' || (zero === 'near' && isNear)) {
    [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  }
  const domain = padded(low, high);
  return { title: titleOf(title), domain, ticks: niceTicks(...domain), grid };
}

/** Room for the title of an axis. */
const TITLE_WIDTH = 220;

function titleOf(title: string | null): string | null {
  return title && wrapped(title, TITLE_WIDTH, 1)[0]!;
}

function padded(low: number, high: number): [number, number] {
  const span = high - low;
  const room = span > 0 ? ROOM * span : 0.5 * Math.abs(low) || 1;
  const domain: [number, number] = [low - room, high + room];
  // Values near the limits of doubles leave no room for a margin.
  return domain.every(Number.isFinite) && domain[0] < domain[1] ? domain : [low, high];
}

/** A scale from 0 to 1 with round ticks, for p-values and shares. */
export function unitAxis(title: string | null): Axis {
  return { title: titleOf(title), domain: [0, 1], ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], grid: true };
}

/** Rows 0 to n - 1 from the top, without an axis. */
export function rowsAxis(n: number): Axis {
  return { title: null, domain: [-0.5, n - 0.5], ticks: [], shown: false, downwards: true };
}

/** The digits of a tick, with the format that the axis has. */
const TICK_FORMAT = '.8~g';

/** Width of the ticks and the title of a vertical axis, to its left. */
export function axisWidth({ ticks, title }: Axis): number {
  const widest = Math.max(
    0,
    ...ticks.map((tick) => textWidth(String(Number(tick.toPrecision(8))))),
  );
  return widest + 8 + (title === null ? 0 : 16);
}

/** The encoding of a field on the scale. */
export function on(field: string, axis: Axis): object {
  const { title, domain, ticks, grid = false, shown = true, downwards = false } = axis;
  return {
    field,
    type: 'quantitative',
    scale: { domain, nice: false, zero: false, ...(downwards && { reverse: true }) },
    title,
    axis: shown ? { values: ticks, format: TICK_FORMAT, grid } : null,
  };
}

/** Some four to seven round numbers from `low` to `high`: multiples of 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const exponent = Number((span / 5).toExponential().split('e')[1]);
  const unit = Number(`1e${exponent}`);
  const step = [1, 2, 5, 10].find((factor) => factor * unit >= span / 6)!;
  const digits = Math.max(0, -exponent);
  const first = Math.ceil(low / (step * unit));
  const last = Math.floor(high / (step * unit));
  // Adding 0 turns -0 into 0.
  return Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step * unit).toFixed(digits)) + 0,
  );
}
