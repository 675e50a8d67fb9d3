/** Names by which other programs and papers call methods. */

/** What a name means: a command that exists, or a method that does not. */
const names = {
  regression: 'reg regress lm felm feols areg reghdfe xtscc newey lm_robust hdfe',
  effects: 'xtreg plm fe re within random between lsdv fixed-effects random-effects',
  instruments: '2sls tsls ivreg ivreg2 ivreg2h ivregress ivreghdfe xtivreg xtivreg2 liml iv2sls',
  dynamic: 'xtabond xtabond2 xtdpdsys xtdpdgmm pgmm sysgmm system-gmm diffgmm difference-gmm abond',
  describe: 'summarize summary sum sumstats tabstat skim desc',
  correlate: 'corr pwcorr cor correlation',
  table: 'esttab estout outreg2 etable stargazer modelsummary texreg',
  index: 'entropy pca topsis factor',
  count: 'poisson ppml ppmlhdfe fepois nbreg negbin xtpoisson fenegbin zip zinb',
  binary:
    'logit probit logistic xtlogit xtprobit clogit feglm glm cloglog mlogit ologit oprobit tobit xttobit',
  quantile: 'qreg rq xtqreg quantile quantreg sqreg qregpd',
  did: 'did csdid att_gt attgt did2s did_imputation did_multiplegt eventstudyinteract sunab etwfe xtdidregress drdid',
  'event-study': 'event-study eventstudy event_study eventdd xtevent',
  threshold: 'threshold xthreg xtptm pthreshold',
  spatial: 'spatial xsmle spml spxtregress spregress spatialreg splm sar sem sdm moran',
  mediation: 'mediation mediate medeff sobel sgmediation moderation',
  var: 'var pvar panelvar xtvar vecm',
  'unit-root':
    'unitroot unit-root xtunitroot purtest llc ips cointegration xtcointtest xtpedroni adf',
  matching: 'psmatch2 psm teffects matchit match matching kmatch ebalance',
  discontinuity: 'rd rdd rdrobust rdplot',
  duration: 'stcox coxph cox survival streg',
  penalised: 'lasso ridge elasticnet glmnet dslasso rlasso',
  frontier: 'frontier sfa sfpanel sfcross dea malmquist',
  synthetic: 'synth synthetic scm sdid gsynth',
} as const;

export type MethodName = keyof typeof names;

const methods: ReadonlyMap<string, MethodName> = new Map(
  Object.entries(names).flatMap(([method, list]) =>
    list.split(' ').map((name) => [name, method as MethodName] as const),
  ),
);

/** The method that a name means, in any case and with `_` or `-`; undefined for other words. */
export function methodNamed(name: string): MethodName | undefined {
  const lower = name.toLowerCase();
  return methods.get(lower) ?? methods.get(lower.replaceAll('_', '-'));
}
