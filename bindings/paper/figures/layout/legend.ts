/** The legend: what marks mean, in rows above the figure. */
import { type Layer, layer } from './marks.js';
import { shortened, textWidth } from './text.js';
import { LINE, WIDTH } from './theme.js';

export interface Key {
  readonly label: string;
  readonly colour: string;
  /** The shape of a point, or none for a line. */
  readonly shape?: string;
  readonly filled?: boolean;
  readonly dash?: readonly number[];
  readonly width?: number;
  /** Colours of a scale, instead of a symbol, from its low end to its high end. */
  readonly ramp?: readonly string[];
}

const SYMBOL = 14;
const GAP = 10;
/** Distance of the first key from the edge. */
const START = 5;
/** Width of a colour of a scale. */
const STEP = 9;

interface Placed extends Key {
  readonly x: number;
  readonly row: number;
}

/** The keys in rows, and their height. */
export function legend(
  keys: readonly Key[],
  left: number,
): { readonly height: number; readonly layers: (top: number) => Layer[] } {
  const placed: Placed[] = [];
  const most = WIDTH - START - 2;
  let [x, row] = [0, 0];
  for (const key of keys) {
    const symbol = symbolWidth(key);
    const label = shortened(key.label, most - symbol);
    const width = symbol + textWidth(label) + GAP;
    if (x > 0 && x + width - GAP > most) [x, row] = [0, row + 1];
    placed.push({ ...key, label, x, row });
    x += width;
  }
  const height = keys.length === 0 ? 0 : (row + 1) * LINE + 4;
  return { height, layers: (top) => placed.flatMap((key) => keyLayers(key, left, top)) };
}

function symbolWidth({ ramp }: Key): number {
  return ramp === undefined ? SYMBOL : STEP * ramp.length + 6;
}

function keyLayers(key: Placed, left: number, top: number): Layer[] {
  const start = key.x - left + START;
  const y = top + key.row * LINE + LINE / 2;
  const words = layer(
    [{ label: key.label }],
    { type: 'text', align: 'left', baseline: 'middle' },
    { x: { value: start + symbolWidth(key) - 2 }, y: { value: y }, text: { field: 'label' } },
  );
  return [...symbolLayers(key, start, y), words];
}

function symbolLayers(key: Placed, start: number, pixel: number): Layer[] {
  const { colour, shape, filled = true, dash, width = 1.5, ramp } = key;
  const y = { value: pixel };
  if (ramp !== undefined) {
    return ramp.map((color, i) =>
      layer(
        [{}],
        { type: 'rect', color, stroke: '#bbbbbb', strokeWidth: 0.3 },
        {
          x: { value: start + i * STEP },
          x2: { value: start + (i + 1) * STEP },
          y: { value: pixel - 4 },
          y2: { value: pixel + 4 },
        },
      ),
    );
  }
  if (shape !== undefined) {
    const look = { type: 'point', color: colour, shape, filled, size: 28, opacity: 1 };
    return [layer([{}], look, { x: { value: start + 4 }, y })];
  }
  const look = {
    type: 'rule',
    color: colour,
    strokeWidth: width,
    ...(dash && { strokeDash: dash }),
  };
  return [layer([{}], look, { x: { value: start - 1 }, x2: { value: start + SYMBOL - 5 }, y })];
}
