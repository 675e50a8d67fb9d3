/** What the claims of a study say, as words and numbers. */
import { digits, pValue as pText, statistic } from '../../tables/format.js';
import type { JudgedClaim } from '../result.js';
import type { NamedNumber, NumberedStudy, StudyNumber } from './number.js';

/** Significant digits of estimates in prose, which no table prints. */
const SIGNIFICANT = 3;

const word = (text: string): StudyNumber => ({ text, value: null, kind: 'text' });

/** `H1.verdict`, `H1.p`, `H1.reason`. */
export function claimNumbers({ claims = [] }: NumberedStudy): NamedNumber[] {
  return claims.flatMap((claim) =>
    partsOf(claim).map(([key, number]): NamedNumber => [`${claim.id}.${key}`, number]),
  );
}

function partsOf(claim: JudgedClaim): NamedNumber[] {
  const { verdict, claim: text, says, reason, test, estimate, stat, pValue, level } = claim;
  const { table, column, estimator } = claim;
  return [
    ['verdict', word(verdict)],
    ['claim', word(text)],
    ...(says === undefined ? [] : ([['says', word(says)]] as NamedNumber[])),
    ['reason', word(reason)],
    ['test', word(test)],
    ...(table === undefined ? [] : ([['table', word(table)]] as NamedNumber[])),
    ...(column === undefined ? [] : ([['column', word(`(${column})`)]] as NamedNumber[])),
    ...(estimator === undefined ? [] : ([['estimator', word(estimator)]] as NamedNumber[])),
    ...numbered('estimate', estimate, 'estimate', (value) => digits(value, SIGNIFICANT)),
    ...numbered('stat', stat, 'statistic', statistic),
    ...numbered('p', pValue, 'p', pText),
    ...numbered('level', level ?? null, 'statistic', String),
  ];
}

function numbered(
  key: string,
  value: number | null,
  kind: StudyNumber['kind'],
  text: (value: number) => string,
): NamedNumber[] {
  return value === null ? [] : [[key, { text: text(value), value, kind }]];
}
