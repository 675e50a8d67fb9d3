/** What the labels of rows below the coefficients mean, in the words of common table makers. */

const statistics: readonly (readonly [string, RegExp])[] = [
  [
    'adj_r2',
    /^(adj(usted|\.)?[\s.-]*r[\s-]*(2|²|sq(uared|\.)?)|r2[\s_]?a(dj)?|调整(的|后的?)?\s*r.?2?²?)\.?( adj\.?)?$|^r2 adj\.?$/i,
  ],
  ['pseudo_r2', /^(pseudo|mcfadden'?s?( pseudo)?)[\s-]*r[\s-]*(2|²|sq(uared|\.)?)$/i],
  ['r2', /^(r[\s-]*(2|²|sq(uared|\.)?)|r.?2|拟合优度|r平方)$/i],
  [
    'n',
    /^(n|nobs|obs\.?|observations|num\.? ?obs\.?|number of obs(ervations)?|no\. of obs\.?|样本量|观测值|样本数)$/i,
  ],
  [
    'groups',
    /^((number of |no\. of |num\.? )?(groups|units|individuals|ids?|firms|clusters)|ngroups|n_g|组数|个体数|聚类数)$/i,
  ],
  ['instruments', /^((number of |no\. of |num\.? )?instruments|ninstruments|工具变量(个)?数)$/i],
  ['k', /^(k|parameters|params|number of parameters)$/i],
  ['f_p', /^(p|prob)[\s>(-]*f\)?$|^p[\s-]*value \(f\)$|^f,? p$/i],
  ['f', /^f([\s-]*stat(istic|\.)?| test| statistics)?$/i],
  ['ll', /^(log[\s.-]*likelihood|log\.?lik\.?|ll)$/i],
  [
    'ar1_p',
    /^(ar\(1\)|m1|arellano-bond ar\(1\))([\s,(-]*p(-?value)?\)?)?$|^p(-?value)? (of |for )?ar\(1\)$/i,
  ],
  [
    'ar2_p',
    /^(ar\(2\)|m2|arellano-bond ar\(2\))([\s,(-]*p(-?value)?\)?)?$|^p(-?value)? (of |for )?ar\(2\)$/i,
  ],
  ['ar1_z', /^ar\(1\)[\s,(-]*(z|stat(istic)?)\)?$/i],
  ['ar2_z', /^ar\(2\)[\s,(-]*(z|stat(istic)?)\)?$/i],
  ['j_df', /^(hansen|sargan|j)([\s-]*(j|test))?[\s,(-]*(df|degrees of freedom)\)?$/i],
  [
    'j',
    /^((hansen|sargan)([\s-]*(j|test))?[\s,(-]*(stat(istic)?|chi2|chi-squared|j)\)?|j([\s-]*stat(istic)?)?)$/i,
  ],
  [
    'j_p',
    /^(hansen|sargan|j|overid(entification)?\.?)([\s-]*(j|test|statistic))?([\s,(-]*p(-?value)?\)?)?$/i,
  ],
  [
    'first_stage_f',
    /^(first[\s-]*stage f|f of the first stage|effective f|cragg-donald( f)?|kleibergen-paap( rk)?( wald)? f|第一阶段f值?)([\s-]*stat(istic)?)?$/i,
  ],
];

/** The statistic that a label names; undefined for that of a coefficient. */
export function statisticOf(label: string): string | undefined {
  const plain = label
    .replace(/[$^{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return statistics.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Statistics of variables, as heads of the columns of a descriptive table. */
const moments: readonly (readonly [string, RegExp])[] = [
  ['n', /^(n|obs\.?|observations|样本量|观测值)$/i],
  ['mean', /^(mean|average|均值|平均值)$/i],
  ['sd', /^(sd|std\.? ?dev\.?|st\.? ?dev\.?|standard deviation|s\.d\.|标准差)$/i],
  ['min', /^(min(imum)?\.?|最小值)$/i],
  ['max', /^(max(imum)?\.?|最大值)$/i],
  ['vif', /^vif$/i],
];

export function momentOf(head: string): string | undefined {
  return moments.find(([, pattern]) => pattern.test(head.trim()))?.[0];
}

/** Names of rows that only separate, such as `Fit statistics`. */
export function isHeading(cells: readonly string[]): boolean {
  return cells.slice(1).every((text) => text === '' || text === cells[0]);
}
