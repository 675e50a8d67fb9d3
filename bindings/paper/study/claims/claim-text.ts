/** A judged claim as text, line by line. */
import * as v from 'valibot';
import { checkArgument, checkKeys, oneOf } from '../../../core/arguments/arguments.js';
import { readable } from '../../../results/read.js';
import { type Language, languages } from '../../tables/paper/index.js';
import type { JudgedClaim } from '../result.js';
import { spoken } from './spoken.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { expects } from '../../../words/expects.js';
import { aJudgedClaim } from '../../../words/expectations/paper/studies.js';

const schema = v.looseObject(
  { id: v.string(), verdict: v.string(), claim: v.string(), reason: v.string() },
  expects(aJudgedClaim()),
);

/** The verdict, the reason and what would change it, one line each. @throws InputError `bad-value`, `bad-result` */
export function claimText(
  claim: JudgedClaim,
  options: { readonly language?: Language | undefined } = {},
): string {
  checkArgument('claimText', 'claim', schema, claim);
  options = checkKeys('claimText', { language: oneOf(languages) }, options);
  return readable(() => {
    const { id, verdict, claim: text, detail } = claim;
    const words = vocabularyOf(options.language ?? 'en').claims;
    const { reason, changes = [] } = detail === undefined ? claim : spoken(words, detail);
    const lines = [
      words.lead(id, words.verdicts[verdict] ?? verdict) + text,
      `   ${reason}`,
      ...changes.map((change) => `   - ${change}`),
    ];
    return lines.join('\n');
  });
}
