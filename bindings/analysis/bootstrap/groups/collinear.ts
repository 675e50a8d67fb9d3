/** Errors of regressors that others explain in the rows of a group, where they may not in all rows. */
import { type EconError, IdentificationError } from '../../../core/errors/errors.js';
import { omittedReason } from '../../../words/en/omitted.js';
import type { Omitted } from '../../../results/common.js';

/** The error of a compared coefficient that a group does not have. */
export function unidentified(omitted: Omitted, group: string): IdentificationError {
  const way = 'compare another regressor (--of) or the other groups (--levels)';
  const message = `groups: ${inGroup(omitted, group)}, so it has no coefficient there; ${way}`;
  const detail = { coefficient: omitted.name, explainedBy: omitted.explainedBy, group };
  return new IdentificationError('omitted-coefficient', message, detail);
}

/** An error of a collinear regressor in the words of the comparison; another error as it is. */
export function collinearInGroup(error: EconError, group: string, of: string): EconError {
  const redundant = (error.detail['collinear'] ?? []) as readonly Omitted[];
  const compared = redundant.find(({ name }) => name === of);
  if (compared !== undefined) return unidentified(compared, group);
  const [first] = redundant;
  if (first === undefined) return error;
  const message = `groups: ${inGroup(first, group)}; leave it out or pool it (--common)`;
  return new IdentificationError(error.code, message, error.detail, error.status);
}

/** `grpc is constant in group east`. */
function inGroup(omitted: Omitted, group: string): string {
  const { name, explainedBy } = omitted;
  const constant = explainedBy.length === 1 && explainedBy[0] === '_cons';
  return `${name} is ${constant ? 'constant' : omittedReason(omitted.explainedBy)} in group ${group}`;
}
