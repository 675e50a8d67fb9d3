/** The meaning of row labels that are not regressors, in the words of common table makers. */

const r2 = String.raw`r[\s-]*(?:2|²|sq(?:uared|\.)?)`;
const count = String.raw`(?:number of |no\. of |num\.? |# )?`;
const p = String.raw`(?:[\s,(-]*p[\s-]*(?:values?)?\)?)`;

/** What panels and clusters consist of. */
const units =
  'units|individuals|ids?|clusters|countries|nations|economies|states|provinces|prefectures|cities|counties|municipalities|villages|firms|companies|enterprises|plants|banks|funds|stocks|schools|students|households|persons|respondents|participants|subjects|workers|hospitals|entities|cross-sections';
const unitsInChinese =
  '个体|截面|国家|地区|省份|省|城市|市|县|企业|公司|银行|学校|学生|家庭|住户|村|医院';

/** R2 of a kind: `within R2`, `R2 (within)`, `组内R2`. */
function shareOf(english: string, chinese: string): string {
  return String.raw`(?:${english}[\s-]*${r2}|${r2}[\s_(,-]*${english}\)?|${chinese}\s*${r2})`;
}

const statistics: readonly (readonly [string, string])[] = [
  [
    'adj_r2',
    String.raw`(?:adj(?:usted|\.)?[\s.-]*${r2}|${r2}[\s_,(]*(?:adj(?:usted|\.)?|a)\)?|\\?bar ?r2|korr\.? r2|调整(?:的|后的?)?\s*r.?2?²?)`,
  ],
  ['pseudo_r2', String.raw`(?:pseudo|mcfadden'?s?(?: pseudo)?)[\s-]*${r2}`],
  ['within_r2', shareOf('within', '组内')],
  ['between_r2', shareOf('between', '组间')],
  ['overall_r2', shareOf('overall', '(?:总体|整体)')],
  ['transformed_r2', String.raw`(?:${r2} of (?:the )?transformed data|变换后数据的\s*${r2})`],
  [
    'adj_transformed_r2',
    String.raw`(?:adj(?:usted|\.)?[\s.-]*${r2} of (?:the )?transformed data|变换后数据的调整\s*${r2})`,
  ],
  ['r2', String.raw`(?:${r2}|r.?2|拟合优度|r平方)`],
  [
    'n',
    String.raw`(?:n|nobs|obs|obs\.|observations|num\.? ?obs\.?|${count}obs(?:ervations|\.)?|no\. observations|sample size|样本量|观测值(?:数)?|样本数)`,
  ],
  [
    'groups',
    String.raw`(?:${count}(?:groups|${units})(?:: \w+| \([\w ]+\))?|n[\s_]*(?:of )?\(?(?:groups|${units})\)?|ngroups|n_g|组数|聚类数|(?:${unitsInChinese})(?:个)?数(?:量|目)?|省份|企业|银行|国家|城市|学校)`,
  ],
  ['instruments', String.raw`(?:${count}(?:instruments|ivs)|ninstruments|工具变量(?:个)?数)`],
  ['periods', String.raw`${count}(?:periods|years|waves)`],
  ['k', '(?:k|parameters|params|number of parameters)'],
  [
    'f_p',
    String.raw`(?:p|prob)[\s>(-]*f\)?|p[\s-]*value \(f\)|f,? p|f[\s-]*test p|prob \(f[\s-]*stat(?:istic)?\)`,
  ],
  [
    'f',
    String.raw`f(?:[\s-]*stat(?:istic|\.)?| test| statistics|值|统计量)?(?:\s*\(\s*\d+\s*,\s*\d+\s*\))?`,
  ],
  ['df1', 'df1'],
  ['df2', 'df2'],
  ['chi2_p', String.raw`prob[\s>]*(?:chi2|χ²|chi-?squared)|p[\s-]*value \(chi2\)`],
  ['chi2', String.raw`(?:(?:wald|lr)[\s-]*)?(?:chi2|χ²|χ2|chi-?squared)(?:[\s-]*stat(?:istic)?)?`],
  ['df', '(?:df|degrees of freedom)'],
  ['aic', String.raw`(?:aic|akaike(?:['’]?s)?(?: (?:inf(?:ormation|o|\.)?|criterion|crit\.?))*)`],
  [
    'bic',
    String.raw`(?:bic|(?:schwarz|bayesian)(?:['’]?s)?(?: (?:inf(?:ormation|o|\.)?|criterion|crit\.?))*)`,
  ],
  ['ll', String.raw`(?:log[\s.-]*(?:pseudo)?likelihood|log\.?lik\.?|ll|ln l)`],
  ['rmse', String.raw`(?:rmse|root mse|s\.?e\.? of regression|residual std\.? error|sigma hat)`],
  [
    'ar1_p',
    String.raw`(?:ar\(1\)|m1|arellano-bond ar\(1\))${p}?|p(?:[\s-]*value)? (?:of |for )?ar\(1\)`,
  ],
  [
    'ar2_p',
    String.raw`(?:ar\(2\)|m2|arellano-bond ar\(2\))${p}?|p(?:[\s-]*value)? (?:of |for )?ar\(2\)`,
  ],
  ['ar1_z', String.raw`ar\(1\)[\s,(-]*(?:z|stat(?:istic)?)\)?`],
  ['ar2_z', String.raw`ar\(2\)[\s,(-]*(?:z|stat(?:istic)?)\)?`],
  [
    'j_df',
    String.raw`(?:hansen|sargan|j)(?:[\s-]*(?:j|test))?[\s,(-]*(?:df|degrees of freedom)\)?`,
  ],
  [
    'j',
    String.raw`(?:(?:hansen|sargan)(?:[\s-]*(?:j|test))?[\s,(-]*(?:stat(?:istic)?|chi2|chi-squared|j)\)?|j(?:[\s-]*stat(?:istic)?)?)`,
  ],
  [
    'j_p',
    String.raw`(?:hansen|sargan|j|overid(?:entification)?\.?)(?:[\s-]*(?:j|test|statistic))?(?:${p}|检验)?|p[\s-]*values? of (?:hansen|sargan)(?:[\s-]*j)?`,
  ],
  [
    'first_stage_f',
    String.raw`(?:first[\s-]*stage f|f of the first stage|effective f|cragg-donald(?: f)?|kleibergen-paap(?: rk)?(?: wald)? f|第一阶段f值?)(?:[\s-]*stat(?:istic)?)?`,
  ],
];

const patterns = statistics.map(
  ([name, source]) => [name, new RegExp(`^(?:${source})$`, 'i')] as const,
);

/** Labels are short; a longer text is no statistic. */
const longest = 60;

/** The label without marks of math and a colon at its end. */
function plainLabel(label: string): string {
  return label
    .slice(0, 2 * longest)
    .replace(/R\u0304/g, 'adj. R')
    .replace(/[$^{}\\*_]/g, (mark) => (mark === '_' ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .replace(/\s*[:=]$/, '')
    .trim();
}

/** The statistic that a label names; undefined for a coefficient's label. */
export function statisticOf(label: string): string | undefined {
  const plain = plainLabel(label);
  if (plain.length > longest) return undefined;
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Tests, whose numbers in brackets are mostly p-values, and sums of coefficients. */
const tests =
  /\b(?:tests?|f[\s-]?(?:stat|test)|chi2|wald|p[\s-]?val|joint|equality|hausman|sargan|hansen|breusch|ramsey|durbin|overid|weak|anderson|stock|cragg|kleibergen|difference|mean of|mean dep|dep\. var|sum of|total effect|net effect|combined|overall effect|long[- ]run|linear combination)|[χ=]|\S \+ \S|检验|之和/i;

/** Rows that describe a sample, whose brackets hold quartiles, deviations or shares, not intervals or errors. */
const described =
  /\bmedian\s*[,;([\u2013\u2014-]|\bIQR\b|interquartile|\bmean\s*(?:\(\s*SD|,\s*SD|\u00B1|\+\/-)|\u00B1\s*SD|\((?:no\.?|n)?[,;\s]*%\)|\bno\.\s*\(|四分位|中位数\s*[（(]|均值\s*[（(]标准差/i;

/** True if a label names a description, such as `Age, median (IQR)`. */
export function isDescription(label: string): boolean {
  return described.test(label.slice(0, 2 * longest));
}

/** A dummy of one level, such as `year=1978`. */
const dummy = /^[\p{L}_][\p{L}\p{N}_.]*=[^=\s][^=]*$/u;

/** True if a label may name a test or a sum instead of a regressor. */
export function isTest(label: string): boolean {
  const start = label.slice(0, longest);
  return tests.test(dummy.test(start) ? start.replace('=', ' ') : start);
}

/** Parameters that are estimated but multiply no regressor: their stars have no meaning, and many tables omit them. */
const ancillary =
  /^\/|^(?:ln|log|ath)?[\s_-]*(?:sigma|rho|alpha|theta|lambda|kappa|tau|phi)[\s_^0-9²]*$|^[σρλαθτκφ][\s_0-9²^]*$|\bcut[\s_-]*(?:point)?s?[\s_-]*\d|threshold|\bmills\b|^(?:var|sd|cov|corr)\(|^-?\d+\s*\|\s*-?\d+$|overdispersion|\bscale\b|切点|临界/i;

export function isAncillary(label: string): boolean {
  return ancillary.test(plainLabel(label)) || ancillary.test(label.slice(0, longest));
}

/** Statistics of variables, as heads of the columns of a descriptive table. */
const moments: readonly (readonly [string, RegExp])[] = [
  ['n', /^(n|obs\.?|observations|样本量|观测值)$/i],
  ['mean', /^(mean|average|均值|平均值)$/i],
  ['sd', /^(sd|std\.? ?dev\.?|st\.? ?dev\.?|standard deviation|s\.\s?d\.|标准差)$/i],
  ['min', /^(min(imum)?\.?|最小值)$/i],
  ['max', /^(max(imum)?\.?|最大值)$/i],
  ['vif', /^(vif|方差膨胀因子)$/i],
  ['tolerance', /^(1\s?\/\s?vif|tolerance|容差|容忍度)$/i],
  ['entropy', /^((information )?entropy|(信息)?熵值?)$/i],
  ['redundancy', /^(redundancy|divergence|(信息)?冗余度|差异系数|信息效用值)$/i],
  ['weight', /^(weights?|权重)\s*(\(?%\)?)?$/i],
  ['eigenvalue', /^(eigenvalues?|特征[值根])$/i],
  ['share', /^(proportion|percent|share of variance|% of variance|(方差)?贡献率)\s*(\(?%\)?)?$/i],
  [
    'cumulative',
    /^(cumulative|cum\.?)\s*(share|proportion|percent)?\s*(\(?%\)?)?$|^累[计积](方差)?贡献率\s*(\(?%\)?)?$/i,
  ],
];

export function momentOf(head: string): string | undefined {
  return moments.find(([, pattern]) => pattern.test(head.trim()))?.[0];
}

/** Names of rows that only separate, such as `Fit statistics`. */
export function isHeading(cells: readonly string[]): boolean {
  return cells
    .slice(1)
    .every((text) => text === '' || text === cells[0] || /^[-_=\u2500\u2014]{2,}$/.test(text));
}
