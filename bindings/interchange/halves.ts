/** GMM-style groups taken apart by variable and equation, for programs that write each by itself. */
import { parseTerms, type Term } from '../data/index.js';
import type { DpdModel, GmmGroup, GmmGroupInput, Lags } from '../models/dpd/model/model.js';
import { defined } from './imported.js';
import { laggedOf } from './lags.js';
import type { Difference } from './programs.js';

/** The instruments that a variable is in one equation. */
export interface Half {
  /** The key of its group, `gmm[0]`. */
  readonly key: string;
  /** As the group names it. */
  readonly term: Term;
  /** The variable without its lag, which `lags` hold. */
  readonly of: Term;
  /** How many of them come from the name: `L1.n` is 1. */
  readonly folded: number;
  readonly equation: 'diff' | 'level';
  readonly lags: Lags;
  readonly group: GmmGroup;
}

/**
 * A group of `both` equations has, in a system, its window in the transformed equation and the difference lagged a - 1
 * in the level equation, where a is the first lag of the window. Lags in names are counted with the window: the same
 * instruments, but for rows that are absent.
 */
export function halvesOf(model: DpdModel): Half[] {
  return model.gmm.flatMap((group, g) =>
    group.vars.flatMap(parseTerms).flatMap((term) => {
      const { of, by } = laggedOf(term);
      const { equation, lags } = group;
      const common = { key: `gmm[${g}]`, term, of, folded: by, group };
      const [first, last] = lags;
      const half = (where: 'diff' | 'level', from: number, to: number | null): Half => ({
        ...common,
        equation: where,
        lags: [from + by, to === null ? null : to + by],
      });
      if (equation === 'level') return [half('level', first, last)];
      const diff = half('diff', first, last);
      if (equation === 'diff' || !model.system) return [diff];
      return [diff, half('level', first - 1, first - 1)];
    }),
  );
}

/** A group of one variable in one equation, as a command of another program says it. */
export interface OneEquation extends GmmGroupInput {
  readonly vars: readonly [string];
  readonly lags: Lags;
  readonly equation: 'diff' | 'level';
}

/**
 * The other way round: a window and, in the level equation, the difference lagged one less than its start become one
 * group of both equations.
 */
export function joined(halves: readonly OneEquation[], system: boolean): GmmGroupInput[] {
  if (!system) return halves.map(ofBoth);
  const joinedLevels = new Set<OneEquation>();
  const partner = ({ vars, lags, collapse, passthru }: OneEquation) =>
    halves.find(
      (other) =>
        other.equation === 'level' &&
        !joinedLevels.has(other) &&
        other.vars[0] === vars[0] &&
        other.lags[0] === lags[0] - 1 &&
        other.lags[1] === lags[0] - 1 &&
        other.collapse === collapse &&
        passthru === undefined &&
        other.passthru === undefined,
    );
  const groups = halves.map((half): GmmGroupInput => {
    const level = half.equation === 'diff' ? partner(half) : undefined;
    if (level === undefined) return half;
    joinedLevels.add(level);
    return ofBoth(half);
  });
  return groups.filter((_, g) => !joinedLevels.has(halves[g]!));
}

function ofBoth({ vars, lags, collapse, passthru, transform }: OneEquation): GmmGroupInput {
  return defined({ vars, lags, collapse, passthru, transform });
}

/** For programs that count the lags in names with the window. */
export const folding: Difference = [
  (model) => halvesOf(model).some(({ folded }) => folded !== 0),
  'lags in names of instruments are counted with the window: not the same where rows are absent',
];

/** Whether all groups are collapsed, `undefined` where some are and some are not. */
export function collapsed({ gmm }: DpdModel): boolean | undefined {
  const all = gmm.map(({ collapse }) => collapse);
  if (all.every((one) => one)) return all.length > 0;
  return all.some((one) => one) ? undefined : false;
}
