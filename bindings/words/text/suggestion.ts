/** What a wrong name may have meant: the end of a message. */
import { codePoints } from './code-points.js';
import { listed } from './messages.js';

export type Suggestion =
  /** The nearest known name. */
  | { readonly near: string }
  /** A name that looks alike, and the code points in which it and the wrong name differ. */
  | { readonly twin: string; readonly there: readonly string[]; readonly here: readonly string[] }
  /** The names that there are. */
  | { readonly among: readonly string[] };

/** ` (did you mean "wage"?)`, or a list of the names if none is near. */
export function suggested(suggestion: Suggestion): string {
  if ('near' in suggestion) return ` (did you mean "${suggestion.near}"?)`;
  if ('among' in suggestion) return ` (there are ${listed(suggestion.among)})`;
  const { twin, there, here } = suggestion;
  return ` (did you mean "${twin}", which looks alike but has ${codePoints(there)} where this has ${codePoints(here)}?)`;
}
