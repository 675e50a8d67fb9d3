/** Which printed numbers determine the p-value of a coefficient. */
import type { AuditField } from '../../../results/audit/audit.js';
import { type Phrase, say } from '../../../words/phrase.js';
import type { RowView } from '../view.js';

export interface PSource {
  readonly fields: readonly AuditField[];
  readonly words: Phrase;
}

/** The printed p-value is not used if it is itself being checked. */
export function sourceOf(row: RowView, before: readonly AuditField[] = ['p', 't', 'z']): PSource {
  for (const field of before) {
    if (row.number(field) !== undefined) {
      return { fields: [field], words: `${field} = ${row.texts[field]!}` };
    }
  }
  const { coef = '', se = '', ci_low: low = '', ci_high: high = '' } = row.texts;
  if (row.number('se') !== undefined) {
    return { fields: ['coef', 'se'], words: `coef / se = ${coef} / ${se}` };
  }
  return { fields: ['coef', 'ci_low', 'ci_high'], words: say('{} in {} to {}', coef, low, high) };
}
