/**
 * Roles of variables. The errors that a variable may be correlated with decide which of its lags are valid instruments.
 * Suppose that e has no serial correlation. Then an endogenous x(t) is correlated with e(t), a predetermined x(t) with
 * e(t-1) at the latest, and a strictly exogenous x(t) with no error.
 */
import * as said from '../../../words/errors/models/dynamic-model.js';
import type { Told } from '../../../words/told.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Equation, GmmGroup, IvGroup, Lags, Roles, WrittenGroup } from './model.js';
import type { Role } from '../../schema/dynamic-words.js';

export interface Instruments<Group extends WrittenGroup = GmmGroup> {
  readonly gmm: readonly Group[];
  readonly iv: readonly IvGroup[];
}

/** The names of the variables in a text: `L.n` and `L1.n` are one variable; `L(1:2).n` is two. */
export type NamesIn = (text: string) => readonly string[];

/** `level` means a model without a transformed equation, in which deeper differences are not redundant. */
export type Equations = 'transformed' | 'level';

const roleNames = ['endogenous', 'predetermined', 'exogenous'] as const;

/**
 * First valid lag. The transformed equation contains the error of t-1, so x(t-2) is the first valid lag of an
 * endogenous variable. Lags of deviations have the same dates, as the deviation of t is stored at t+1. In the level
 * equation the instrument is the difference x(t-s) - x(t-s-1), and only e(t) matters.
 */
const firstLags = {
  endogenous: { transformed: 2, level: 1 },
  predetermined: { transformed: 1, level: 0 },
} as const;

/**
 * Fills in every lag window: from the role of a group, and for variables without a group from their roles.
 *
 * @throws InputError `role-conflict` where a variable has two roles, or a lag window or an ordinary instrument that
 *   its role forbids
 */
export function instrumentsOf(
  written: Instruments<WrittenGroup>,
  roles: Roles | undefined,
  equations: Equations,
  namesIn: NamesIn,
): Instruments {
  const assigned = roles === undefined ? new Map<string, Role>() : assign(roles, namesIn);
  const groups = written.gmm.map((group, g) =>
    window(group, g, { assigned, equations, names: group.vars.flatMap(namesIn) }),
  );
  written.iv.forEach((group, g) =>
    checkOrdinary(group, g, { assigned, names: group.vars.flatMap(namesIn) }),
  );
  if (roles === undefined) return { gmm: groups, iv: written.iv };
  const covered = new Set([...groups, ...written.iv].flatMap(({ vars }) => vars.flatMap(namesIn)));
  const rest = (role: Role) =>
    (roles[role] ?? []).filter((name) => !namesIn(name).every((one) => covered.has(one)));
  const equation: Equation = equations === 'level' ? 'level' : 'both';
  const gmm = (['endogenous', 'predetermined'] as const).flatMap((role) => {
    const vars = rest(role);
    if (vars.length === 0) return [];
    const lags: Lags = [firstLags[role][equations], null];
    return [{ vars, lags, collapse: roles.collapse, equation, passthru: false, role }];
  });
  const exogenous = rest('exogenous');
  const iv =
    exogenous.length === 0 ? [] : [{ vars: exogenous, equation, passthru: false, mz: false }];
  return { gmm: [...groups, ...gmm], iv: [...written.iv, ...iv] };
}

function assign(roles: Roles, namesIn: NamesIn): Map<string, Role> {
  const assigned = new Map<string, Role>();
  for (const role of roleNames) {
    for (const name of (roles[role] ?? []).flatMap(namesIn)) {
      const other = assigned.get(name);
      if (other !== undefined) {
        throw conflict(said.twoRoles({ variable: name, roles: [other, role] }));
      }
      assigned.set(name, role);
    }
  }
  return assigned;
}

interface Assigned {
  readonly assigned: ReadonlyMap<string, Role>;
  /** Variables of the group. */
  readonly names: readonly string[];
}

/** Returns the group with its lags, which are checked against the roles of its variables. */
function window(
  group: WrittenGroup,
  g: number,
  { assigned, names, equations }: Assigned & { readonly equations: Equations },
): GmmGroup {
  const { role, equation } = group;
  const rows = equation === 'level' ? 'level' : equations;
  for (const name of names) {
    const its = role ?? assigned.get(name);
    if (its === undefined || its === 'exogenous' || group.lags === undefined) continue;
    const first = firstLags[its][rows];
    if (group.lags[0] >= first) continue;
    const detail = { variable: name, role: its, first, group: g, equation: rows };
    throw conflict(said.earlyLags({ ...detail, found: group.lags }));
  }
  if (group.lags !== undefined) return { ...group, lags: group.lags };
  if (role === undefined || role === 'exogenous') {
    const told = said.noLags({ path: `gmm[${g}].lags`, role });
    throw new InputError(told, { of: 'model', key: `gmm[${g}]` });
  }
  const first = firstLags[role][rows];
  return { ...group, lags: [first, rows === 'level' ? first : null] };
}

/** Ordinary instruments are dated t. Predetermined variables are then valid in levels only, endogenous ones nowhere. */
function checkOrdinary({ equation }: IvGroup, g: number, { assigned, names }: Assigned): void {
  for (const name of names) {
    const role = assigned.get(name);
    if (role === undefined || role === 'exogenous') continue;
    if (role === 'predetermined' && equation === 'level') continue;
    throw conflict(said.correlatedValue({ variable: name, role, group: g }));
  }
}

function conflict(told: Told): InputError {
  return new InputError(told, 'model');
}
