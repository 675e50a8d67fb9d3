/** GMM-style groups split by variable and equation, for programs that write each of them separately. */
import { parseTerms, type Term } from '../data/index.js';
import type { DpdModel, GmmGroup, GmmGroupInput, Lags } from '../models/dpd/model.js';
import { defined } from './imported.js';
import { laggedOf } from './lags.js';
import type { Difference } from './programs.js';

/** The GMM-style instruments of one variable in one equation. */
export interface OneEquationGroup {
  /** The key of the group, `gmm[0]`. */
  readonly key: string;
  /** The term as written in the group. */
  readonly term: Term;
  /** The variable without its lag, which `lags` include. */
  readonly of: Term;
  /** Lags that come from the name: 1 for `L1.n`. */
  readonly folded: number;
  readonly equation: 'diff' | 'level';
  readonly lags: Lags;
  readonly group: GmmGroup;
}

/**
 * In a system, a group of `both` equations has its window in the transformed equation. In the level equation it has the
 * difference lagged a - 1, where a is the first lag of the window. Lags in names are added to the window, which gives
 * the same instruments if no rows are absent.
 */
export function oneEquationGroups(model: DpdModel): OneEquationGroup[] {
  return model.gmm.flatMap((group, g) =>
    group.vars.flatMap(parseTerms).flatMap((term) => {
      const { of, by } = laggedOf(term);
      const { equation, lags } = group;
      const common = { key: `gmm[${g}]`, term, of, folded: by, group };
      const [first, last] = lags;
      const part = (
        where: 'diff' | 'level',
        from: number,
        to: number | null,
      ): OneEquationGroup => ({
        ...common,
        equation: where,
        lags: [from + by, to === null ? null : to + by],
      });
      if (equation === 'level') return [part('level', first, last)];
      const diff = part('diff', first, last);
      if (equation === 'diff' || !model.system) return [diff];
      return [diff, part('level', first - 1, first - 1)];
    }),
  );
}

/** A group of one variable in one equation, as in commands of other programs. */
export interface OneEquationInput extends GmmGroupInput {
  readonly vars: readonly [string];
  readonly lags: Lags;
  readonly equation: 'diff' | 'level';
}

/**
 * The inverse: joins a window and the level-equation difference lagged a - 1, where a is the first lag of the window,
 * to one group of both equations.
 */
export function joined(inputs: readonly OneEquationInput[], system: boolean): GmmGroupInput[] {
  if (!system) return inputs.map(ofBoth);
  const joinedLevels = new Set<OneEquationInput>();
  const partner = ({ vars, lags, collapse, passthru }: OneEquationInput) =>
    inputs.find(
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
  const groups = inputs.map((input): GmmGroupInput => {
    const level = input.equation === 'diff' ? partner(input) : undefined;
    if (level === undefined) return input;
    joinedLevels.add(level);
    return ofBoth(input);
  });
  return groups.filter((_, g) => !joinedLevels.has(inputs[g]!));
}

function ofBoth({ vars, lags, collapse, passthru, transform }: OneEquationInput): GmmGroupInput {
  return defined({ vars, lags, collapse, passthru, transform });
}

/** For programs that add the lags in names to the window. */
export const folding: Difference = [
  (model) => oneEquationGroups(model).some(({ folded }) => folded !== 0),
  'lags in names of instruments are added to the window, which differs if rows are absent',
];

/** True if all groups are collapsed, false if none is, undefined if only some are. */
export function collapsed({ gmm }: DpdModel): boolean | undefined {
  const all = gmm.map(({ collapse }) => collapse);
  if (all.every((one) => one)) return all.length > 0;
  return all.some((one) => one) ? undefined : false;
}
