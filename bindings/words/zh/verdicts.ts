/** The verdicts on claims in Chinese. */
import type { Verdict } from '../vocabulary/claims.js';

export const verdicts: Readonly<Record<Verdict, string>> = {
  supported: '支持',
  'not supported': '不支持',
  mixed: '不一致',
  'not testable': '无法检验',
};
