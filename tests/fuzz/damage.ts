/** Random damage to a file, reproducible by its seed. */
import { GOLDEN, mix, streamKey } from '../../bench/random.js';

/** Whole numbers below a bound. */
export type Draw = (bound: number) => number;

export function drawsOf(seed: number, stream: number): Draw {
  let state = streamKey(seed, stream);
  return (bound) => {
    state = (state + GOLDEN) | 0;
    return Math.floor((mix(state) / 2 ** 32) * bound);
  };
}

type Damage = (bytes: Buffer, draw: Draw) => Buffer;

/** A place and a length, mostly short. */
function part({ length }: Buffer, draw: Draw): [from: number, to: number] {
  const from = draw(length);
  const longest = draw(2) === 0 ? 16 : length;
  return [from, Math.min(length, from + 1 + draw(longest))];
}

function spliced(bytes: Buffer, from: number, to: number, between: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(to)]);
}

const random = (length: number, draw: Draw) => Buffer.from(Array.from({ length }, () => draw(256)));

/** Replaces one of the pieces of the text that `pattern` matches. */
function edited(bytes: Buffer, draw: Draw, pattern: RegExp, edit: (piece: string) => string) {
  const text = bytes.toString('latin1');
  const pieces = [...text.matchAll(pattern)];
  const { index, 0: piece } = pieces[draw(pieces.length)]!;
  return spliced(bytes, index, index + piece.length, Buffer.from(edit(piece), 'latin1'));
}

const numbers = ['0', '-1', '1e400', '1e9', '0.5', 'null', '"1"', '[]', '{}', 'true', '9e15'];

/** Edits of text in JSON, which keep it JSON. */
export const edits: Readonly<Record<string, Damage>> = {
  digit: (bytes, draw) =>
    edited(bytes, draw, /\d/g, (digit) => String((Number(digit) + 1 + draw(9)) % 10)),
  number: (bytes, draw) =>
    edited(bytes, draw, /(?<=[:[,])-?\d+(\.\d+)?(e-?\d+)?(?=[,}\]])/g, () => numbers[draw(11)]!),
  string: (bytes, draw) =>
    edited(bytes, draw, /"[^"\\]*"/g, () => `"${['', 'x', 'constructor', '__proto__'][draw(4)]}"`),
  value: (bytes, draw) =>
    edited(bytes, draw, /(?<=:)(true|false|null|"[^"\\]*"|\[\]|\{\})/g, () => numbers[draw(11)]!),
};

/** Damages of any bytes, edits among them. */
export const damages: Readonly<Record<string, Damage>> = {
  flip(bytes, draw) {
    const copy = Buffer.from(bytes);
    for (let i = draw(3); i >= 0; i--) copy[draw(copy.length)]! ^= 1 << draw(8);
    return copy;
  },
  prefix(bytes, draw) {
    const copy = Buffer.from(bytes);
    copy[draw(80)]! ^= 1 << draw(8);
    return copy;
  },
  truncation: (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
  deletion: (bytes, draw) => spliced(bytes, ...part(bytes, draw), Buffer.alloc(0)),
  insertion(bytes, draw) {
    const place = draw(bytes.length + 1);
    return spliced(bytes, place, place, random(1 + draw(64), draw));
  },
  overwriting(bytes, draw) {
    const [from, to] = part(bytes, draw);
    return spliced(bytes, from, to, random(to - from, draw));
  },
  zeros(bytes, draw) {
    const [from, to] = part(bytes, draw);
    return spliced(bytes, from, to, Buffer.alloc(to - from));
  },
  swap(bytes, draw) {
    const [a, b, c] = [draw(bytes.length), draw(bytes.length), draw(bytes.length)].sort(
      (x, y) => x - y,
    ) as [number, number, number];
    return spliced(bytes, a, c, Buffer.concat([bytes.subarray(b, c), bytes.subarray(a, b)]));
  },
  ...edits,
};
