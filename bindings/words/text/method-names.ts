/** Names by which other programs and papers call methods. */

/** What a name means: a command that exists, or a method that does not. */
const names = {
  regression: 'reg regress lm felm feols areg reghdfe lm_robust hdfe',
  effects: 'xtreg plm fe re within random between lsdv fixed-effects random-effects',
  instruments: '2sls tsls ivreg ivreg2 ivregress ivreghdfe xtivreg xtivreg2 liml iv2sls',
  dynamic: 'xtabond xtabond2 xtdpdsys xtdpdgmm pgmm sysgmm system-gmm diffgmm difference-gmm abond',
  describe: 'summarize summary sum sumstats tabstat skim desc',
  correlate: 'corr pwcorr cor correlation',
  table: 'esttab estout outreg2 etable stargazer modelsummary texreg',
  index: 'entropy pca topsis',
  count: 'poisson ppml ppmlhdfe fepois nbreg negbin xtpoisson fenegbin zip zinb',
  binary:
    'logit probit logistic xtlogit xtprobit clogit feglm glm cloglog mlogit ologit oprobit tobit xttobit ivprobit ivtobit biprobit',
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

const methodsOf = (lists: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  Object.entries(lists).flatMap(([method, list]) =>
    list.split(' ').map((name) => [name, method] as const),
  );

const methods = new Map(methodsOf(names));

/** Adds names of methods, which later ones of the same name replace. */
export function addMethodNames(lists: Readonly<Record<string, string>>): void {
  for (const [name, method] of methodsOf(lists)) methods.set(name, method);
}

/** Methods that exist here; next to the name of another, as in `fixed effects logit`, their names mean little. */
const present = new Set('regression effects instruments dynamic hac'.split(' '));

/**
 * The method that a name means, in any case, with `_`, `-` or blanks, and with options as in `xtreg, fe`; undefined for
 * other words. Of several methods in a name, one that does not exist here counts.
 */
export function methodNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  const words = plain.split(/[\s_-]+/).map((word) => word.replace(/[,:(（，].*$/, ''));
  const whole = [plain, words.join('-'), words.join('')].map((one) => methods.get(one));
  const known = whole.find((method) => method !== undefined);
  if (known !== undefined) return known;
  const pairs = words.slice(1).map((word, i) => methods.get(`${words[i]!}-${word}`));
  const named = [...pairs, ...words.map((word) => methods.get(word))].filter(
    (method) => method !== undefined,
  );
  return named.find((method) => !present.has(method)) ?? named[0];
}

/** Methods whose names scripts also use for other things; these are no methods that a statement lacks. */
const plain = new Set('describe correlate table tests resampling builds files scripts'.split(' '));

/** True for a method that a statement of a script may lack here. */
export function isStatement(method: string): boolean {
  return !plain.has(method);
}
