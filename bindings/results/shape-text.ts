/** Shapes of values, from the short texts in which the build writes them. */
import { kinds as kindsText, objects as texts } from '../generated/result-shapes.js';

/** What a value is. An object is a number: its place in the list of all. */
export type Shape =
  | 'number'
  | 'string'
  | 'boolean'
  | 'null'
  | 'unknown'
  /** A Float64Array, or a list of numbers to make one of. */
  | 'floats'
  | { readonly is: string | number | boolean }
  | { readonly any: readonly Shape[] }
  | { readonly list: Shape }
  | { readonly tuple: readonly Shape[] }
  | { readonly map: Shape }
  | { readonly object: number };

/** The keys of an object; the name of an optional one ends with a question mark. */
export type Keys = Readonly<Record<string, Shape>>;

const scalars: Readonly<Record<string, Shape>> = {
  n: 'number',
  s: 'string',
  b: 'boolean',
  o: 'null',
  '?': 'unknown',
  f: 'floats',
};

const known: Keys[] = [];

/** The keys of the object at a place. */
export function objectAt(place: number): Keys {
  return (known[place] ??= keysOf(texts[place]!));
}

let kinds: Keys | undefined;

/** The shape of each kind of result. */
export function resultKinds(): Keys {
  return (kinds ??= keysOf(kindsText));
}

function keysOf(text: string): Keys {
  return Object.fromEntries(
    text.split(';').map((pair) => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), shapeAt(pair, colon + 1)[0]];
    }),
  );
}

/**
 * The shape at a place of a text, and the place after it: `n` and other letters for scalars, `=word` for a value, `*` a
 * list, `@` a map, `[a|b]` any, `(a|b)` a tuple, and the number of an object.
 */
function shapeAt(text: string, place: number): [Shape, number] {
  const mark = text[place]!;
  const after = place + 1;
  if (mark in scalars) return [scalars[mark]!, after];
  if (mark === '*' || mark === '@') {
    const [shape, end] = shapeAt(text, after);
    return [mark === '*' ? { list: shape } : { map: shape }, end];
  }
  if (mark === '[' || mark === '(') {
    const [shapes, end] = shapesAt(text, after);
    return [mark === '[' ? { any: shapes } : { tuple: shapes }, end];
  }
  const [word] = /^=?[^|)\]]*/.exec(text.slice(place))!;
  const end = place + word.length;
  return [mark === '=' ? { is: valueOf(word.slice(1)) } : { object: Number(word) }, end];
}

/** Shapes up to a closing bracket, and the place after it. */
function shapesAt(text: string, start: number): [Shape[], number] {
  const shapes: Shape[] = [];
  for (let place = start; ; place++) {
    const [shape, end] = shapeAt(text, place);
    shapes.push(shape);
    place = end;
    if (text[place] !== '|') return [shapes, place + 1];
  }
}

function valueOf(word: string): string | number | boolean {
  const isJson = /^("|-?\d|true$|false$)/.test(word);
  return isJson ? (JSON.parse(word) as string | number | boolean) : word;
}
