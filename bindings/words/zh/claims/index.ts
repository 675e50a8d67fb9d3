/** The words of verdicts in Chinese. */
import type { ClaimWords, Reason } from '../../vocabulary/claims.js';
import { coded } from '../../warning.js';
import { changes } from './changes.js';
import { clauses } from './clauses.js';
import { placeText } from '../places.js';
import { tests } from './tests.js';
import { verdicts } from '../verdicts.js';

function reasonText({ place, clauses: all }: Reason): string {
  const text = all.map((clause) => coded(clauses, clause)).join('；');
  return place === undefined ? text : `${placeText(place)}：${text}`;
}

export const claimWords: ClaimWords = {
  verdicts,
  clauses,
  tests,
  changes,
  weakest: (columns, test) => `${columns}个p值中最大者：${test}`,
  reason: (reasons) => `${reasons.map(reasonText).join('；')}。`,
  place: placeText,
  placed: (place, sentence) => `${place}：${sentence}`,
  lead: (id, verdict) => `${id} ${verdict}：`,
};
