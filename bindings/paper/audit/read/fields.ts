/** The fields of a coefficient, as headings of columns or labels of lines name them. */
import type { AuditField } from '../../../results/audit/audit.js';

/** `ci` is an interval in one cell. */
export type FieldName = Exclude<AuditField, 'stars'> | 'ci' | 'beta';

const level = String.raw`(?:\d{2}(?:[.,]\d+)?\s*%?\s*)`;
const sources: readonly (readonly [FieldName, string])[] = [
  [
    'coef',
    String.raw`coef(?:f?icients?|s)?\.?|coeff\.?|estimates?|est\.?|b|parameter(?: estimate)?|point estimates?|unstandardi[sz]ed (?:b|coefficients?)|odds ratios?|ors?|hrs?|irrs?|(?:hazard|risk|incidence[ -]rate) ratios?|exp\(b\)|marginal effects?|ame|dy\/dx|系数|估计(?:值|系数)?|回归系数|边际效应`,
  ],
  ['beta', String.raw`beta|β|standardi[sz]ed (?:beta|b|coefficients?)`],
  [
    'se',
    String.raw`(?:(?:robust|clustered|cluster-robust|bootstrap(?:ped)?|hc[0-4]|稳健|聚类)\s*)?(?:std\.?\s*err(?:ors?|s)?\.?|s\.?\s?e\.?s?|standard[ -]*errors?|std\.error|标准误差?)(?: b)?`,
  ],
  [
    't',
    String.raw`\|?t\|?(?:[ -]*(?:stat(?:istic)?s?\.?|values?|ratios?))?|statistic|t\.value|t值|t统计量`,
  ],
  ['z', String.raw`\|?z\|?(?:[ -]*(?:stat(?:istic)?s?\.?|values?|ratios?))?|z值|z统计量`],
  [
    'p',
    String.raw`p|p[ .-]*values?|pval|p\s*>\s*\|?[tz]\|?|pr\s*\(>\s*\|[tz]\|\)|prob\.?|sig\.?(?: \(2-tailed\))?|significance|p值|显著性`,
  ],
  [
    'ci_low',
    String.raw`${level}?ci[ _.,:-]*\(?(?:low(?:er)?|ll)(?: bound| limit| end)?\)?|low(?:er)?[ _.-]*${level}?(?:ci|bound|limit|cl|confidence limit)?|${level}?(?:ci )?lower|ll(?:ci)?|conf\.low|\[?0[.,]0(?:25|5|05)|2[.,]5\s*%|\[?${level}conf\.?|下限`,
  ],
  [
    'ci_high',
    String.raw`${level}?ci[ _.,:-]*\(?(?:(?:upp?|high)(?:er)?|ul)(?: bound| limit| end)?\)?|(?:upper|high(?:er)?)[ _.-]*${level}?(?:ci|bound|limit|cl|confidence limit)?|${level}?(?:ci )?upper|ul(?:ci)?|conf\.high|0[.,]9(?:75|5|95)\]?|97[.,]5\s*%|interval\]?|上限`,
  ],
  [
    'ci',
    String.raw`[[(]?${level}?(?:ci|c\.i\.|conf(?:idence|\.)?[ -]*intervals?)(?: \[?${level}\]?)?(?: for b)?[\])]?|${level}?置信区间`,
  ],
];

const patterns = sources.map(
  ([name, source]) => [name, new RegExp(`^(?:${source})$`, 'i')] as const,
);

/** The number of a coefficient that a head or a label names. */
export function fieldOf(head: string): FieldName | undefined {
  const plain = head
    .slice(0, 60)
    .replace(/[$^{}\\*_]/g, (mark) => (mark === '_' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .replace(/[:.]$/, '')
    .trim();
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}
