/** Random numbers from a seed: the same everywhere. */
import { mix } from '../../../../../../bench/random.js';

export interface Draw {
  /** Uniform on [0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly below: (n: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(list: readonly Item[]) => Item;
}

export function drawer(seed: number): Draw {
  let state = mix(seed + 0x51ed27);
  const uniform = () => mix((state += 0x9e3779b9)) / 4294967296;
  const below = (n: number) => Math.floor(uniform() * n);
  const normal = () =>
    Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
  return {
    uniform,
    normal,
    below,
    chance: (share) => uniform() < share,
    pick: (list) => list[below(list.length)]!,
  };
}
