/** Every function of arrays, with an argument, or a part of one, that is missing, odd or in the wrong place. */
import type { Target } from '../target.js';
import { pick } from '../texts.js';
import { shown } from '../values.js';
import { arrayCalls } from './array-calls.js';
import { changed, settled } from './calls.js';

export const arrays: Target = {
  name: 'arrays',
  async prepare() {
    const calls = await arrayCalls();
    for (const { call, args } of calls) await settled(call(...(args as never[])));
    return (draw) => {
      const { entry, name, call, args } = pick(draw, calls);
      const given = changed(draw, args);
      const input = `${entry}: ${name}(${given.map((arg) => shown(arg).slice(0, 120)).join(', ')})`;
      return { input, run: () => settled(call(...(given as never[]))) };
    };
  },
};
