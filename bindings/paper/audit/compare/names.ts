/** The names of statistics: those of results, those of the audit, and those of variables. */

/** Paths of results by the statistics of the long form. */
export const auditNames: Readonly<Record<string, string>> = {
  ...{ nobs: 'n', ngroups: 'groups', ninstruments: 'instruments' },
  ...{ rsquared: 'r2', rsquaredAdj: 'adj_r2', loglik: 'll', f: 'f', 'f.p': 'f_p' },
  ...{ hansen: 'j', 'hansen.p': 'j_p', 'hansen.df': 'j_df' },
  ...{ jTest: 'j', 'jTest.p': 'j_p', 'jTest.df': 'j_df' },
  ...{ wald: 'chi2', 'wald.p': 'chi2_p', 'wald.df': 'df' },
  ...{ 'ar[1]': 'ar1_z', 'ar[1].p': 'ar1_p', 'ar[2]': 'ar2_z', 'ar[2].p': 'ar2_p' },
  ...{ partialF: 'first_stage_f', 'firstStage.partialF': 'first_stage_f' },
};

/** Statistics of variables. */
export const momentNames: Readonly<Record<string, string>> = {
  ...{ n: 'n', nobs: 'n', mean: 'mean', sd: 'sd', min: 'min', max: 'max' },
};
