/** What other programs call the parts of a coefficient, and the statistics of a model. */

/** The letters and digits of a name, so that `Std. Error`, `std.error` and `std_error` are one. */
export const plainName = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Names without signs, by part; `column1` is what a reader calls R's row names. */
const partNames = {
  model: 'model column eq equation models 模型',
  term: 'term parm variable var name row coefname column1 index regressor 变量',
  estimate: 'estimate coef coefs coefficient b beta params parameter 系数',
  stdError: 'stderror stderrors stderr se bse standarderror robustse 标准误',
  t: 't tvalue tstat tstatistic tvalues tratio t值',
  z: 'z zvalue zstat zstatistic zvalues z值',
  statistic: 'statistic stat testval',
  pValue: 'p pvalue pvalues pt pz prt prz pval p值',
  low: 'low conflow cilow cilower lower min95 0025 25 lowercl lci',
  high: 'high confhigh cihigh ciupper upper max95 0975 975 uppercl uci',
} as const;

export type Part = keyof typeof partNames;

const parts = new Map(
  Object.entries(partNames).flatMap(([part, names]) =>
    names.split(' ').map((name) => [name, part as Part] as const),
  ),
);

/** The part of a coefficient that a column has; undefined for other columns. */
export const partOf = (column: string): Part | undefined => parts.get(plainName(column));

/**
 * Statistics by what programs call them. Not `df`, which is that of the model in broom's glance and of the residuals in
 * other tables, nor `j`, the number of instruments or Hansen's statistic.
 */
const statisticNames: Readonly<Record<string, string>> = {
  nobs: 'n nobs obs observations nobservations numobs 观测值 样本量',
  ngroups: 'ngroups groups units nunits ng',
  nclusters: 'nclusters clusters nclust',
  ninstruments: 'ninstruments instruments ninstr',
  rsquared: 'r2 rsquared rsq',
  rsquaredAdj: 'adjr2 r2a r2adj adjrsquared rsquaredadj',
  rsquaredWithin: 'withinr2 r2within r2w rsquaredwithin',
  rmse: 'rmse sigma rootmse',
  loglik: 'loglik ll loglikelihood',
  aic: 'aic',
  bic: 'bic',
  dfResid: 'dfr dfresid dfresidual residualdf',
  depvar: 'depvar outcome dependent dependentvariable response 被解释变量',
  title: 'estimator title method cmd',
  errors: 'errors vcov vcetype covariance',
  level: 'level conflevel',
  name: 'head heading modelname',
};

const statistics = new Map(
  Object.entries(statisticNames).flatMap(([path, names]) =>
    names.split(' ').map((name) => [name, path] as const),
  ),
);

/** The path of a statistic, such as `rsquared` for `r.squared`; a name of no program is a path itself. */
export function pathOf(name: string): string {
  const known = statistics.get(plainName(name));
  if (known !== undefined) return known;
  const test = /^(ar)(\d)_?p$/i.exec(name);
  return test === null ? name : `ar[${test[2]}].p`;
}

const constants = ['cons', 'intercept', 'const', 'constant', '截距', '常数项'];

/** The term with the name that the constant has here. */
export const termOf = (term: string): string =>
  constants.includes(plainName(term)) ? '_cons' : term;
