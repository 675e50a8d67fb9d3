/** A drawing as shapes in pixels, which become SVG or layers of Vega-Lite. */
import { type Datum, type Layer, layer } from '../layout/marks.js';
import { TYPE } from '../layout/theme.js';
import { path, round, text } from '../svg.js';

/** Lines of one look: x and y of both ends of each. */
interface Lines {
  readonly kind: 'lines';
  readonly ends: readonly (readonly [number, number, number, number])[];
  readonly stroke: string;
  readonly thick: number;
  readonly dash?: readonly [number, number];
  readonly opacity?: number;
}

/** Round dots of one look; those with an outline are white inside. */
interface Dots {
  readonly kind: 'dots';
  readonly centres: readonly (readonly [number, number])[];
  readonly colour: string;
  readonly diameter: number;
  readonly outlined?: boolean;
}

interface Words {
  readonly kind: 'words';
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly anchor?: 'start' | 'end';
  readonly isTitle?: boolean;
}

/** What a shape shows, by the names of fields, one datum for each line or dot. */
export type Shape = (Lines | Dots | Words) & { readonly shows?: readonly Datum[] };

const OUTLINE = 1.4;

export function lines(
  ends: Lines['ends'],
  look: Pick<Lines, 'stroke' | 'thick' | 'dash' | 'opacity'>,
  shows?: readonly Datum[],
): Shape {
  return { kind: 'lines', ends, ...look, ...(shows && { shows }) };
}

export function dots(
  centres: Dots['centres'],
  look: Pick<Dots, 'colour' | 'diameter' | 'outlined'>,
  shows?: readonly Datum[],
): Shape {
  return { kind: 'dots', centres, ...look, ...(shows && { shows }) };
}

export function words(x: number, y: number, said: string, anchor?: 'start' | 'end'): Shape {
  return { kind: 'words', x, y, words: said, ...(anchor && { anchor }) };
}

/** The shape as elements of SVG. */
export function svgOf(shape: Shape): string {
  switch (shape.kind) {
    case 'words':
      return shape.isTitle === true
        ? text(shape.x, shape.y, shape.words).replace(
            '<text',
            `<text font-size="${TYPE.title}" font-weight="bold"`,
          )
        : text(shape.x, shape.y, shape.words, shape.anchor);
    case 'lines': {
      const { ends, stroke, thick, dash, opacity } = shape;
      const rest = `${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}${opacity === undefined ? '' : ` opacity="${opacity}"`}`;
      return path(ends.map(segment), stroke, thick, rest);
    }
    case 'dots': {
      const { centres, colour, diameter, outlined } = shape;
      if (outlined !== true) {
        const points = centres.map(([x, y]) => `M${round(x)} ${round(y)}h0`);
        return path(points, colour, diameter, ' stroke-linecap="round"');
      }
      const look = `r="${diameter / 2}" fill="#fff" stroke="${colour}" stroke-width="${OUTLINE}"`;
      return centres
        .map(([x, y]) => `<circle cx="${round(x)}" cy="${round(y)}" ${look}/>`)
        .join('');
    }
  }
}

function segment([x1, y1, x2, y2]: Lines['ends'][number]): string {
  const end =
    x1 === x2 ? `V${round(y2)}` : y1 === y2 ? `H${round(x2)}` : `L${round(x2)} ${round(y2)}`;
  return `M${round(x1)} ${round(y1)}${end}`;
}

const pixels = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null });

/** The shape as a layer of Vega-Lite: pixels are fields of the data, next to what the shape shows. */
export function layerOf(shape: Shape): Layer {
  const shown = (i: number): Datum => shape.shows?.[i] ?? {};
  switch (shape.kind) {
    case 'words': {
      const { x, y, words: label, anchor = 'start', isTitle = false } = shape;
      const look = {
        type: 'text',
        align: anchor === 'end' ? 'right' : 'left',
        baseline: 'alphabetic',
        fontSize: isTitle ? TYPE.title : TYPE.text,
        ...(isTitle && { fontWeight: 'bold' }),
      };
      return layer([{ x: round(x), y: round(y), label }], look, {
        x: pixels('x'),
        y: pixels('y'),
        text: { field: 'label' },
      });
    }
    case 'lines': {
      const { ends, stroke, thick, dash, opacity } = shape;
      const data = ends.map(([x, y, x2, y2], i) => {
        return { x: round(x), y: round(y), x2: round(x2), y2: round(y2), ...shown(i) };
      });
      const look = {
        type: 'rule',
        color: stroke,
        strokeWidth: round(thick),
        ...(dash && { strokeDash: dash }),
        ...(opacity !== undefined && { opacity }),
      };
      return layer(data, look, {
        x: pixels('x'),
        y: pixels('y'),
        x2: { field: 'x2' },
        y2: { field: 'y2' },
      });
    }
    case 'dots': {
      const { centres, colour, diameter, outlined = false } = shape;
      const data = centres.map(([x, y], i) => ({ x: round(x), y: round(y), ...shown(i) }));
      const look = {
        type: 'point',
        shape: 'circle',
        filled: true,
        fill: outlined ? '#ffffff' : colour,
        size: round(diameter * diameter),
        opacity: 1,
        ...(outlined && { stroke: colour, strokeWidth: OUTLINE }),
      };
      return layer(data, look, { x: pixels('x'), y: pixels('y') });
    }
  }
}
