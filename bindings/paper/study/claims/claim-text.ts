/** A judged claim as lines of text. */
import * as v from 'valibot';
import { checkArgument, checkKeys, oneOf } from '../../../core/arguments/arguments.js';
import { readable } from '../../../results/read.js';
import { type Language, languages } from '../../tables/paper/index.js';
import type { JudgedClaim, Verdict } from '../result.js';

/** The verdicts in Chinese. */
export const chineseVerdicts: Readonly<Record<Verdict, string>> = {
  supported: '支持',
  'not supported': '不支持',
  mixed: '不一致',
  'not testable': '无法检验',
};

const schema = v.looseObject(
  { id: v.string(), verdict: v.string(), claim: v.string(), reason: v.string() },
  'a judged claim',
);

/** The verdict, the reason, and what would change it, a line each. @throws InputError `bad-value`, `bad-result` */
export function claimText(
  claim: JudgedClaim,
  options: { readonly language?: Language | undefined } = {},
): string {
  checkArgument('claimText', 'claim', schema, claim);
  checkKeys('claimText', { language: oneOf(languages) }, options);
  return readable(() => {
    const { id, verdict, claim: text, reason, changes = [] } = claim;
    const isChinese = options.language === 'zh';
    const word = isChinese ? (chineseVerdicts[verdict] ?? verdict) : verdict;
    const lines = [
      `${id} ${word}${isChinese ? '：' : ': '}${text}`,
      `   ${reason}`,
      ...changes.map((change) => `   - ${change}`),
    ];
    return lines.join('\n');
  });
}
