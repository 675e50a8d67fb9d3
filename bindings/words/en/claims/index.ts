/** The words of verdicts in English. */
import type { Clause, ClaimWords, Reason } from '../../vocabulary/claims.js';
import { coded } from '../../warning.js';
import { changes } from './changes.js';
import { clauses } from './clauses.js';
import { placeText } from '../../places.js';
import { tests } from './tests.js';

/** A sentence starts with a capital unless it starts with a name. */
function reason(reasons: readonly Reason[]): string {
  const text = reasons.map(reasonText).join('; ');
  const [first] = reasons;
  const starts = first?.place === undefined && startsWithWord(first?.clauses[0]);
  const begun = starts ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function reasonText({ place, clauses: all }: Reason): string {
  const text = all.map((clause) => coded(clauses, clause)).join('; ');
  return place === undefined ? text : `${placeText(place)}: ${text}`;
}

const startsWithWord = (clause: Clause | undefined) =>
  clause?.code === 'all-support' ||
  clause?.code === 'not-kept' ||
  (clause?.code === 'failed' && clause.error === 'unknown-table');

export const claimWords: ClaimWords = {
  verdicts: {
    supported: 'supported',
    'not supported': 'not supported',
    mixed: 'mixed',
    'not testable': 'not testable',
  },
  clauses,
  tests,
  changes,
  weakest: (columns, test) => `largest p of ${columns}: ${test}`,
  reason,
  place: placeText,
  placed: (place, sentence) => `${place}: ${sentence}`,
  lead: (id, verdict) => `${id} ${verdict}: `,
};
