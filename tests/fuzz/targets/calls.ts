/** Arguments with a mistake, and the end of what a call returns. */
import type { Draw } from '../damage.js';
import { oddValue, withoutPart, withPart } from '../values.js';

/** The arguments with one of them changed, missing, or exchanged with its neighbour. */
export function changed(draw: Draw, args: readonly unknown[]): readonly unknown[] {
  const place = draw(args.length);
  switch (draw(7)) {
    case 0:
      return args.slice(0, place);
    case 1:
      return [...args].reverse();
    case 2:
    case 3:
      return args.map((arg, i) => (i === place ? oddValue(draw) : arg));
    case 4:
      return args.map((arg, i) => (i === place ? withoutPart(draw, arg) : arg));
    default: {
      const last = args.length - 1;
      return args.map((arg, i) => (i === last ? withPart(draw, arg, () => oddValue(draw)) : arg));
    }
  }
}

/** Waits for a promise, for the parts of a bootstrap, or for the end of a generator. */
export async function settled(returned: unknown): Promise<void> {
  const value = await returned;
  if (typeof value !== 'object' || value === null) return;
  if ('result' in value) await value.result;
  else if (Symbol.asyncIterator in value) await ended(value as AsyncIterable<unknown>);
  else if ('next' in value && Symbol.iterator in value) Array.from(value as Iterable<unknown>);
}

async function ended(values: AsyncIterable<unknown>): Promise<void> {
  const iterator = values[Symbol.asyncIterator]();
  while ((await iterator.next()).done !== true);
}
