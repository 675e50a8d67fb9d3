/** Regressors that an estimate leaves out. */
import { listed } from './messages.js';

/** What ends the name of an absorbed effect among what explains a regressor: `id effects`. */
export const EFFECTS = ' effects';

/** `collinear with x1 and x2`; nothing explains a regressor that is zero in every row. */
export function omittedReason(explainedBy: readonly string[]): string {
  return explainedBy.length === 0 ? 'zero in every row' : `collinear with ${joined(explainedBy)}`;
}

/** Names as a sentence has them; many as a list that is cut. */
export function joined(names: readonly string[]): string {
  if (names.length < 2 || names.length > 12) return listed(names);
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;
}
