import { parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { termName } from '../../../data/formula/term.js';
import { canonicalList } from '../../../data/formula/lists/listed-terms.js';
import type { ModelReader } from '../../describe.js';
import { checked } from '../../schema/check.js';
import { checkCompat } from './compat.js';
import { completeDpd } from './complete.js';
import type { DpdModel } from './model.js';
import { dpdSchema } from './schema.js';

/** How models of dynamic panels are read. */
export const dpdReader: ModelReader<DpdModel> = { name: 'dpd', schema: dpdSchema, read: readDpd };

/** Checks a dynamic panel model and fills in its defaults. Throws as `Estimator.read`. */
export function readDpd(value: unknown): DpdModel {
  const { gmm, iv, roles, diffHansen, ...rest } = checked(dpdSchema, value, 'dpd');
  const written = {
    ...rest,
    gmm: gmm?.map(withCanonicalVars),
    iv: iv.map(withCanonicalVars),
    roles: roles && canonicalRoles(roles),
    diffHansen: diffHansen.map((set) => (set.vars === undefined ? set : withCanonicalVars(set))),
  };
  const model = completeDpd(written, canonicalNames);
  checkCompat(model);
  return model;
}

/** Canonical names of the variables in a text. */
export function canonicalNames(text: string): string[] {
  return parseCanonicalTerms(text).map(termName);
}

function withCanonicalVars<Group extends { readonly vars?: readonly string[] | undefined }>(
  group: Group,
): Group {
  return { ...group, vars: group.vars?.map(canonicalList) };
}

function canonicalRoles<Roles extends object>(roles: Roles): Roles {
  const entries = Object.entries(roles).map(([role, vars]: [string, unknown]) => [
    role,
    Array.isArray(vars) ? (vars as string[]).map(canonicalList) : vars,
  ]);
  return Object.fromEntries(entries) as Roles;
}
