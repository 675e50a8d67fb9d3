/** Warnings and verdicts with labels in the place of the names of columns and coefficients. */
import type { Warning } from '../../results/common.js';

/** What gives the label of a name, or the name itself. */
type LabelOf = (name: string) => string;

/** The keys of details whose texts are names. */
const nameKeys = new Set([
  'by',
  'cluster',
  'coefficient',
  'column',
  'columns',
  'dropped',
  'explainedBy',
  'names',
  'outcome',
  'terms',
  'unit',
  'without',
]);

/** A detail with labels; errors in it keep the names, which the user types. */
export function labelledDetail<Detail>(
  detail: Detail,
  label: LabelOf,
  keys: ReadonlySet<string> = nameKeys,
): Detail {
  const labelled = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return keys.has(key) ? label(part) : part;
    if (Array.isArray(part)) return part.map((one: unknown) => labelled(one, key));
    if (typeof part !== 'object' || part === null || 'error' in part) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, one]) => [
        name,
        name === 'told' || name === 'cause' ? one : labelled(one, name),
      ]),
    );
  };
  return labelled(detail, '') as Detail;
}

/** The keys of verdicts whose texts are names: `of` is the coefficient. */
export const verdictKeys: ReadonlySet<string> = new Set([...nameKeys, 'of']);

/** A warning with labels. A name that is also a word of its sentence stays as it is in English. */
export function labelledWarning<One extends Warning>(warning: One, label: LabelOf): One {
  const { detail, message } = warning;
  if (detail === undefined) return warning;
  const uses = new Map<string, number>();
  const labelled = labelledDetail(detail, (name) => {
    uses.set(name, (uses.get(name) ?? 0) + 1);
    return label(name);
  });
  const parts = message.split(/([\p{L}\p{N}_.:]+)/u);
  const counts = (name: string) => parts.filter((part) => isName(part, name)).length;
  const said = new Map([...uses].filter(([name, count]) => counts(name) === count));
  const text = parts.map((part) => {
    const name = [...said.keys()].find((one) => isName(part, one));
    return name === undefined ? part : label(name) + part.slice(name.length);
  });
  return { ...warning, detail: labelled, message: text.join('') };
}

/** Whether a part of a sentence is a name, perhaps with a point or a colon after it. */
const isName = (part: string, name: string) =>
  part.startsWith(name) && /^[.:]?$/.test(part.slice(name.length));
