/** Warnings and verdicts with labels in the place of the names of columns and coefficients. */
import type { Warning } from '../../results/common.js';
import { warnings } from '../../words/en/warnings/index.js';
import { sentenceOf } from '../../words/sentence-of.js';
import { EFFECTS } from '../../words/text/omitted.js';
import type { WarningCode } from '../../words/warning.js';

/** What gives the label of a name, or the name itself. */
type LabelOf = (name: string) => string;

/** The keys of details whose texts are names. */
const nameKeys = [
  'by',
  'cluster',
  'coefficient',
  'column',
  'columns',
  'dropped',
  'endogenous',
  'explainedBy',
  'indices',
  'names',
  'omitted',
  'outcome',
  'terms',
  'unit',
  'variable',
  'without',
];

/** Further keys with names in warnings of a code. */
const keysByCode: Readonly<Partial<Record<WarningCode, readonly string[]>>> = {
  'confidence-set': ['name'],
  'held-fixed': ['of', 'others'],
  'no-moderator': ['of'],
  'omitted-in-effect': ['of'],
  'outside-bounds': ['name'],
  'rows-without-key': ['keys'],
  'unmatched-rows': ['keys'],
  'untested-constant': ['name'],
};

/** Warnings without names of columns under these keys: units of time, and what a user types. */
const unnamed: ReadonlySet<WarningCode> = new Set(['operator-like-name', 'period-numbers']);

/** A detail with labels; errors in it keep the names, which the user types. */
export function labelledDetail<Detail>(
  detail: Detail,
  label: LabelOf,
  others: readonly string[] = [],
): Detail {
  const keys = new Set([...nameKeys, ...others]);
  const labelled = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') {
      if (key === 'explainedBy' && part.endsWith(EFFECTS)) {
        return label(part.slice(0, -EFFECTS.length)) + EFFECTS;
      }
      return keys.has(key) ? label(part) : part;
    }
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

/** A warning with labels, which its sentence says; one of an earlier version has no detail and stays as it is. */
export function labelledWarning<One extends Warning>(warning: One, label: LabelOf): One {
  const { code, detail } = warning;
  if (detail === undefined || unnamed.has(code)) return warning;
  const labelled = { ...warning, detail: labelledDetail(detail, label, keysByCode[code]) };
  return { ...labelled, message: sentenceOf(warnings, labelled, ': ') };
}
