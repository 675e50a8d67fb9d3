/** Progress of the draws of a comparison: one count for all its methods. */
import type { GroupCompat, GroupMethod } from '../../../results/groups.js';
import type { ChosenOptions } from './options.js';

export interface GroupProgress {
  /** Called when a method starts whose draws run in this many parts. */
  readonly start: (method: GroupMethod | GroupCompat, parts: number) => void;
  /** Called with the share of the current part that is done. */
  readonly report: (share: number) => void;
  readonly endPart: () => void;
}

/** The methods that draw samples. */
export const drawnMethods: readonly string[] = ['permutation', 'bootstrap', 'wild', 'bdiff'];

export function groupProgress({ methods, compat, reps, onProgress }: ChosenOptions): GroupProgress {
  const drawn = [...methods, compat].filter((method) => drawnMethods.includes(method ?? ''));
  const total = drawn.length * reps;
  const start = performance.now();
  let [place, part, parts] = [0, 0, 1];
  const report = (share: number) => {
    if (onProgress === undefined) return;
    const done = Math.round(reps * (place + (part + share) / parts));
    const secondsElapsed = Math.max(performance.now() - start, 0.001) / 1000;
    const secondsLeft = done === 0 ? Infinity : (secondsElapsed * (total - done)) / done;
    onProgress({ done, total, failed: 0, secondsElapsed, secondsLeft });
  };
  return {
    start(method, count) {
      [place, part, parts] = [Math.max(0, drawn.indexOf(method)), 0, Math.max(1, count)];
    },
    report,
    endPart: () => void (part += 1),
  };
}
