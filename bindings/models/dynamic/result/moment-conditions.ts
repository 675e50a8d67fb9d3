/** The moment conditions behind the instruments, as formulas and in words. */
import type { MomentCondition } from '../../../results/dynamic.js';
import type { DynamicModel, GmmGroup, IvGroup, Lags, Transform } from '../model/model.js';
import { type Assumption, momentAssumption } from '../../../words/errors/models/moments.js';
import { groupNames } from '../design/instrument-specs.js';

/** One entry for each group and equation, in the order of the groups. */
export function momentConditions(model: DynamicModel): MomentCondition[] {
  const names = groupNames(model);
  const gmm = model.gmm.flatMap((group, g) => gmmConditions(group, names[g]!, model));
  const iv = model.iv.map((group, g) =>
    ivCondition(group, names[model.gmm.length + g]!, model, group.vars),
  );
  const linear = [...gmm, ...iv, ...timeConditions(model, names)];
  return model.nonlinear === false ? linear : [...linear, nonlinearCondition(model.nonlinear)];
}

function timeConditions(model: DynamicModel, names: readonly string[]): MomentCondition[] {
  if (!model.timeEffects) return [];
  const equation = model.system ? 'level' : 'diff';
  const effects: IvGroup = { vars: ['d'], equation, passthru: false, mz: false };
  return [ivCondition(effects, names.at(-1)!, model)];
}

/** Ahn and Schmidt (1995), equation 4. */
function nonlinearCondition(kind: true | 'collapse'): MomentCondition {
  return {
    group: NONLINEAR,
    equation: 'both',
    condition: `E[(u + e(T)) D.e(t)] = 0, ${kind === 'collapse' ? 'summed over t' : 'each t'} < T`,
    ...assuming({ error: 'nonlinear' }),
  };
}

/** Name of the nonlinear conditions in tables and tests. */
export const NONLINEAR = 'nonlinear moment conditions';

function gmmConditions(group: GmmGroup, name: string, model: DynamicModel): MomentCondition[] {
  const { equation, role } = group;
  const base = { group: name, ...(role !== undefined && { role }) };
  const transformed =
    equation === 'level' || model.transform === 'level'
      ? []
      : [{ ...base, ...transformedCondition(group, group.transform ?? model.transform) }];
  const placed = model.transform === 'level' ? { ...group, equation: 'level' as const } : group;
  const level =
    equation === 'diff' || !model.system ? [] : [{ ...base, ...levelCondition(placed) }];
  return [...transformed, ...level];
}

type Condition = Pick<MomentCondition, 'equation' | 'condition' | 'words' | 'told'>;

/** The assumption in English, and as data. */
function assuming(assumption: Assumption) {
  const told = momentAssumption(assumption);
  return { words: told.text, told };
}

/** The deviation of t is stored at t+1, so its lag s is lag s-1 of its period. */
function transformedCondition({ vars, lags, collapse }: GmmGroup, transform: Transform): Condition {
  const window = transform === 'fod' ? shifted(lags, -1) : lags;
  const error = transform === 'fod' ? 'FOD.e(t)' : 'D.e(t)';
  const note = transform === 'fod' ? ` (lags ${range(lags)} as written)` : '';
  return {
    equation: 'diff',
    condition: expectation(vars, (x) => `${dated(x, window)} ${error}`, window, collapse) + note,
    ...assuming({ error: transform === 'fod' ? 'deviation' : 'change', vars, lags: window }),
  };
}

/** A group for both equations has one difference, dated one period after its first lag. */
function levelCondition({ vars, lags, collapse, equation, passthru }: GmmGroup): Condition {
  const window = equation === 'level' ? lags : levelLag(lags);
  return {
    equation: 'level',
    condition: expectation(
      vars,
      (x) => `${passthru ? '' : 'D.'}${dated(x, window)} (u + e(t))`,
      window,
      collapse,
    ),
    ...assuming({ error: 'level', vars, lags: window, ...(!passthru && { as: 'changes' }) }),
  };
}

/** Dates the difference as the core does: lag 0 where the window contains it. */
function levelLag([from, to]: Lags): Lags {
  const lag = from > 0 ? from - 1 : (to ?? 1) > 0 ? 0 : to! - 1;
  return [lag, lag];
}

function ivCondition(
  { vars, equation, transform, passthru }: IvGroup,
  group: string,
  model: DynamicModel,
  named?: readonly string[],
): MomentCondition {
  const operator = (transform ?? model.transform) === 'fod' ? 'FOD' : 'D';
  const value = (x: string) => (passthru ? `${x}(t)` : `${operator}.${x}(t)`);
  const transformed = (x: string) => `${value(x)} ${operator}.e(t)`;
  const level = (x: string) => `${x}(t) (u + e(t))`;
  const where = model.transform === 'level' ? 'level' : model.system ? equation : 'diff';
  const parts = {
    diff: transformed,
    level,
    both: (x: string) => `(${transformed(x)} + ${level(x)})`,
  };
  const condition = vars.map((x) => `E[sum over t of ${parts[where](x)}] = 0`).join('; ');
  const assumption = {
    error: where,
    ...(named && { vars: named }),
    ...(where === 'diff' && !passthru && { as: 'transformed' as const }),
  };
  return { group, equation: where, condition, ...assuming(assumption) };
}

function expectation(
  vars: readonly string[],
  product: (x: string) => string,
  lags: Lags,
  collapse: boolean,
): string {
  const sum = collapse ? 'sum over t of ' : '';
  const each = vars.map((x) => `E[${sum}${product(x)}] = 0`).join('; ');
  const single = lags[0] === lags[1] ? '' : `, s = ${range(lags)}`;
  return `${each}${single}${collapse ? '' : ', each t'}`;
}

/** Writes `n(t-s)`, or `n(t-1)` for a single lag. */
function dated(x: string, [from, to]: Lags): string {
  if (from !== to) return `${x}(t-s)`;
  if (from === 0) return `${x}(t)`;
  return from > 0 ? `${x}(t-${from})` : `${x}(t+${-from})`;
}

function shifted([from, to]: Lags, by: number): Lags {
  return [from + by, to === null ? null : to + by];
}

function range([from, to]: Lags): string {
  if (to === null) return `${from}, ${from + 1}, ...`;
  return from === to ? String(from) : `${from} to ${to}`;
}
