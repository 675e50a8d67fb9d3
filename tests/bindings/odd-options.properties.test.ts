/** Every public function with a Symbol, or an object that throws when it becomes text, as an argument or a part of one. */
import * as library from '../library.js';
import { EconError } from 'wasmetrics';
import { beforeAll, describe, expect, it } from 'vitest';
import { arrayCalls } from '../fuzz/targets/array-calls.js';
import { settled } from '../fuzz/targets/calls.js';
import { callsOf } from '../fuzz/targets/options.js';

interface Named {
  readonly name: string;
  readonly call: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

const refuse = () => {
  throw new Error('no text');
};
const odd: Readonly<Record<string, unknown>> = {
  'a Symbol': Symbol('odd'),
  'a list of Symbols': [Symbol('odd'), Symbol('odd')],
  'an object without text': { toString: refuse, valueOf: refuse, [Symbol.toPrimitive]: refuse },
};

/** Levels of keys below an argument, and elements of a list, that are replaced. */
const LEVELS = 3;
const ELEMENTS = 2;

const isKeyed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, Array.prototype, null].includes(Object.getPrototypeOf(value) as null);

/** Copies of a value with one part replaced. Large results are replaced at their first level only. */
function* replaced(value: unknown, part: unknown, levels = LEVELS): Generator<unknown> {
  yield part;
  if (levels === 0 || !isKeyed(value)) return;
  if (Array.isArray(value)) {
    for (let i = 0; i < Math.min(value.length, ELEMENTS); ++i) {
      for (const inner of replaced(value[i], part, levels - 1))
        yield Object.assign([...(value as unknown[])], { [i]: inner });
    }
    return;
  }
  const inside = 'kind' in value || 'params' in value ? 1 : levels;
  for (const key of Object.keys(value)) {
    for (const inner of replaced(value[key], part, inside - 1)) yield { ...value, [key]: inner };
  }
}

/** Keys that a function takes besides those given, as the error about another key names them. */
async function otherKeys({ call, args }: Named, place: number): Promise<string[]> {
  const given = args[place];
  if (!isKeyed(given) || Array.isArray(given)) return [];
  const wrong = args.map((arg, i) => (i === place ? { ...given, unknownKey: 1 } : arg));
  const message = await thrownBy(call, wrong).then((error) => String((error as Error)?.message));
  const [, names = ''] =
    /unknown (?:key|option)[^(]*\(there (?:is|are) ([^)]*)\)/.exec(message) ?? [];
  return names.split(', ').filter((name) => /^\w+$/.test(name) && !(name in given));
}

async function thrownBy(call: Named['call'], args: readonly unknown[]): Promise<unknown> {
  try {
    await settled(call(...args));
    return undefined;
  } catch (error) {
    return error;
  }
}

async function* variants(named: Named, part: unknown): AsyncGenerator<readonly unknown[]> {
  for (const [place, arg] of named.args.entries()) {
    const withArgument = (value: unknown) =>
      named.args.map((one, i) => (i === place ? value : one));
    for (const value of replaced(arg, part)) yield withArgument(value);
    for (const key of await otherKeys(named, place))
      yield withArgument({ ...(arg as object), [key]: part });
  }
}

let calls: Named[];
beforeAll(async () => {
  const functions = library as unknown as Readonly<Record<string, Named['call']>>;
  const root = (await callsOf()).map(({ name, args }) => ({ name, args, call: functions[name]! }));
  const arrays = (await arrayCalls()).map(({ entry, name, call, args }) => ({
    name: `${entry}: ${name}`,
    args,
    call: call as Named['call'],
  }));
  calls = [...root, ...arrays].filter(({ name }) => name !== 'init');
});

describe.each(Object.entries(odd))('%s', (_, part) => {
  it('is a typed error of one line in every place', async () => {
    const wrong = new Set<string>();
    for (const named of calls) {
      for await (const args of variants(named, part)) {
        const error = await thrownBy(named.call, args);
        if (error === undefined || error instanceof EconError) continue;
        const { stack = '' } = error as Error;
        wrong.add(`${named.name}: ${stack.split('\n').slice(0, 4).join(' | ')}`);
      }
    }
    expect([...wrong]).toEqual([]);
  });
});
