/** Reads models of dynamic panels. */
import { parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { termName } from '../../../data/formula/term.js';
import { canonicalList } from '../../../data/formula/lists/listed-terms.js';
import { checkCompat } from './compat.js';
import { completeDynamic } from './complete.js';
import type { DynamicModel, WrittenDynamic } from './model.js';

/** Fills in the defaults of a model that its schema has checked. Throws as `Estimator.read`. */
export function readDynamic<Name extends string>({
  gmm,
  iv,
  roles,
  diffHansen,
  ...rest
}: WrittenDynamic & { readonly estimator: Name }): DynamicModel & { readonly estimator: Name } {
  const written = {
    ...rest,
    gmm: gmm?.map(withCanonicalVars),
    iv: iv.map(withCanonicalVars),
    roles: roles && canonicalRoles(roles),
    diffHansen: diffHansen.map((set) => (set.vars === undefined ? set : withCanonicalVars(set))),
  };
  const model = completeDynamic(written, canonicalNames);
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
