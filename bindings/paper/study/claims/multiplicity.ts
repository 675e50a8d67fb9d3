/** What testing several claims does to each of them. */
import { holm } from '../../../analysis/bootstrap/multiple/adjustments.js';
import { pWords } from './words.js';

export interface TestedClaim {
  readonly verdict: string;
  readonly pValue: number | null;
  readonly level: number;
}

/**
 * For each claim the sentence that Holm's adjustment over all claims with a p-value takes its support away, or nothing.
 */
export function multiplicity(claims: readonly TestedClaim[]): (string | undefined)[] {
  const family = claims.flatMap(({ pValue }, i) => (pValue === null ? [] : [[i, pValue] as const]));
  const adjusted = holm(family.map(([, pValue]) => pValue));
  const byClaim = new Map(family.map(([i], place) => [i, adjusted[place]!]));
  return claims.map(({ verdict, level }, i) => {
    const p = byClaim.get(i);
    if (verdict !== 'supported' || p === undefined || p < level) return undefined;
    return `Adjusted for the ${family.length} claims of the study (Holm), ${pWords(p, level)}: not supported.`;
  });
}
