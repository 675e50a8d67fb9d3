/** The two implementations of a replicate in plain JavaScript. */
import type { Blocks } from './blocks.js';
import { factorise } from './cholesky.js';
import * as simply from './simple.js';
import { addMoments, weightedSums } from './unrolled.js';
import type { Workspace } from './workspace.js';

type Sums = (blocks: Blocks, weights: Float64Array, work: Workspace, count: number) => void;

/** The parts of a replicate that take most of its time. */
export interface Loops {
  readonly weightedSums: Sums;
  readonly addMoments: Sums;
  readonly factorise: (m: Float64Array, rows: number, l: number) => boolean;
}

export const simple: Loops = simply;
export const unrolled: Loops = { weightedSums, addMoments, factorise };
