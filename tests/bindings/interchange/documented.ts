/** Arguments of the commands that import reads, from the programs' documented signatures, each with a value. */
import {
  dynamicSyntaxes,
  gretlIgnored,
  pythonSignatures,
  rSignatures,
  stataSyntaxes,
} from './signatures.js';

/** A command with a place for one more argument, and all of its documented arguments. */
export interface Documented {
  readonly command: string;
  /** `{}` is where the argument is written. */
  readonly text: string;
  readonly arguments: readonly string[];
  /** What the command ignores on purpose, with reasons. */
  readonly ignored: Readonly<Record<string, string>>;
}

const lagged = 'm <- lm(y ~ x, data = d)\ncoeftest(m, vcov = ';
const lines = (...text: readonly string[]) => text.join('\n');

/** R 4.5, plm 2.6-5, AER 1.2, sandwich 3.1, lmtest 0.9-40 by formals(), fixest 0.13 by its manual. */
const r: readonly Documented[] = [
  {
    command: 'lm',
    text: 'lm(y ~ x, data = d{})',
    ignored: rSignatures.lm.ignored,
    arguments: [
      ...['subset = z > 1', 'weights = w', 'na.action = na.exclude', 'method = "model.frame"'],
      ...['model = FALSE', 'x = TRUE', 'y = TRUE', 'qr = FALSE', 'singular.ok = FALSE'],
      ...['contrasts = list(g = "contr.sum")', 'offset = w'],
    ],
  },
  {
    command: 'plm',
    text: 'plm(y ~ x, data = d{})',
    ignored: rSignatures.plm.ignored,
    arguments: [
      ...['subset = z > 1', 'weights = w', 'na.action = na.omit', 'effect = "twoways"'],
      ...['model = "random"', 'model = "random", random.method = "amemiya"'],
      ...['model = "random", random.models = c("within", "between")'],
      ...['model = "random", random.dfcor = c(2, 2)', 'random.dfcor = c(2, 2)'],
      ...['random.method = "amemiya"', 'random.models = "within"', 'inst.method = "bmc"'],
      ...['restrict.matrix = R', 'restrict.rhs = r', 'index = c("firm", "wave")'],
    ],
  },
  {
    command: 'ivreg',
    text: 'ivreg(y ~ x + w | x + z, data = d{})',
    ignored: rSignatures.ivreg.ignored,
    arguments: [
      ...[
        'instruments = ~ q',
        'subset = z > 1',
        'na.action = na.omit',
        'weights = v',
        'offset = v',
      ],
      ...['contrasts = list(g = "contr.sum")', 'model = FALSE', 'y = FALSE', 'x = TRUE'],
      'method = "M"',
    ],
  },
  {
    command: 'feols',
    text: 'feols(y ~ x | id, d{})',
    ignored: rSignatures.feols.ignored,
    arguments: [
      ...['vcov = ~ id', 'weights = ~ w', 'offset = ~ w', 'subset = ~ z > 1', 'split = ~ g'],
      ...[
        'fsplit = ~ g',
        'split.keep = "a"',
        'split.drop = "a"',
        'cluster = ~ id',
        'se = "hetero"',
      ],
      ...['ssc = ssc(adj = FALSE)', 'ssc = ssc(fixef.K = "full")', 'ssc = ssc(t.df = 3)'],
      ...['vcov = ~ id, ssc = ssc(adj = FALSE)', 'vcov = ~ id, ssc = ssc(cluster.df = "conv")'],
      ...[
        'panel.id = ~ id + year',
        'panel.time.step = "within"',
        'panel.duplicate.method = "first"',
      ],
      ...['fixef = "g"', 'fixef.rm = "infinite_coef"', 'fixef.tol = 1e-8', 'fixef.iter = 100'],
      ...['fixef.algo = NULL', 'collin.tol = 1e-8', 'nthreads = 2', 'lean = TRUE', 'verbose = 1'],
      ...['warn = FALSE', 'notes = FALSE', 'only.coef = TRUE', 'data.save = TRUE'],
      ...[
        'combine.quick = TRUE',
        'demeaned = TRUE',
        'mem.clean = TRUE',
        'only.env = TRUE',
        'env = e',
      ],
      ...['sliding = TRUE', 'se_cluster = 1'],
    ],
  },
  {
    command: 'coeftest',
    text: 'm <- lm(y ~ x, data = d)\ncoeftest(m{})',
    ignored: rSignatures.coeftest.ignored,
    arguments: [
      ...['vcov. = vcovHC', 'vcov = vcovHC(m, "HC1"), df = Inf', 'df = 12', 'df = Inf'],
      'save = TRUE',
    ],
  },
  {
    command: 'coefci',
    text: 'm <- lm(y ~ x, data = d)\ncoefci(m{})',
    ignored: rSignatures.coefci.ignored,
    arguments: ['parm = "x"', 'level = 0.9', 'vcov. = vcovHC', 'df = 12'],
  },
  {
    command: 'summary',
    text: 'm <- ivreg(y ~ w | z, data = d)\nsummary(m{})',
    ignored: rSignatures.summary.ignored,
    arguments: ['vcov. = sandwich', 'df = 3', 'diagnostics = TRUE', 'correlation = TRUE'],
  },
  {
    command: 'vcovHC',
    text: `${lagged}vcovHC(m, type = "HC0"{}))`,
    ignored: rSignatures.vcovHC.ignored,
    arguments: ['omega = function(r, d, df) r^2', 'sandwich = FALSE'],
  },
  {
    command: 'vcovHC.plm',
    text: 'p <- plm(y ~ x, data = d)\ncoeftest(p, vcov = vcovHC(p{}))',
    ignored: rSignatures.vcovHCplm.ignored,
    arguments: ['method = "white2"', 'type = "HC3"', 'type = "HC1"', 'cluster = "time"'],
  },
  {
    command: 'vcovCL',
    text: `${lagged}vcovCL(m, cluster = ~ id{}))`,
    ignored: rSignatures.vcovCL.ignored,
    arguments: [
      ...['type = "HC2"', 'type = "HC0"', 'sandwich = FALSE', 'fix = TRUE', 'cadjust = FALSE'],
      'multi0 = TRUE',
    ],
  },
  {
    command: 'NeweyWest',
    text: `${lagged}NeweyWest(m, lag = 3, prewhite = FALSE{}))`,
    ignored: rSignatures.NeweyWest.ignored,
    arguments: [
      ...['order.by = ~ wave', 'adjust = TRUE', 'diagnostics = TRUE', 'sandwich = FALSE'],
      ...['ar.method = "ols"', 'data = list()', 'verbose = TRUE'],
    ],
  },
  {
    command: 'sandwich',
    text: `${lagged}sandwich(m{}))`,
    ignored: rSignatures.sandwich.ignored,
    arguments: ['bread. = bread', 'meat. = meatHC', 'adjust = TRUE'],
  },
  {
    command: 'pgmm',
    text: 'pgmm(n ~ lag(n, 1) + w | lag(n, 2:99), data = d, effect = "individual"{})',
    ignored: rSignatures.pgmm.ignored,
    arguments: [
      ...['subset = year > 1979', 'na.action = na.omit', 'model = "twosteps"', 'collapse = TRUE'],
      ...['lost.ts = 2', 'transformation = "ld"', 'fsm = "I"', 'index = c("firm", "wave")'],
    ],
  },
  {
    command: 'read.csv',
    text: 'd <- read.csv("d.csv"{})\nlm(y ~ x, data = d)',
    ignored: rSignatures.readCsv.ignored,
    arguments: [
      ...['header = FALSE', 'sep = ";"', 'quote = ""', 'dec = ","', 'fill = FALSE'],
      ...['comment.char = "#"', 'numerals = "no.loss"', 'row.names = 1', 'col.names = c("a", "b")'],
      ...['as.is = TRUE', 'na.strings = "-99"', 'colClasses = c(g = "factor")', 'nrows = 10'],
      ...['skip = 1', 'check.names = FALSE', 'strip.white = TRUE', 'blank.lines.skip = FALSE'],
      ...['stringsAsFactors = TRUE', 'fileEncoding = "latin1"', 'encoding = "latin1"'],
      ...[
        'allowEscapes = TRUE',
        'flush = TRUE',
        'skipNul = TRUE',
        'text = x',
        'tryLogical = FALSE',
      ],
    ],
  },
  {
    command: 'pdata.frame',
    text: 'd <- read.csv("d.csv")\nd <- pdata.frame(d{})\nplm(y ~ x, data = d)',
    ignored: rSignatures.pdata.ignored,
    arguments: [
      ...['index = c("firm", "wave")', 'drop.index = TRUE', 'row.names = FALSE'],
      ...['stringsAsFactors = FALSE', 'replace.non.finite = TRUE', 'drop.NA.series = TRUE'],
      ...['drop.const.series = TRUE', 'drop.unused.levels = TRUE'],
    ],
  },
  {
    command: 'subset',
    text: 'd <- read.csv("d.csv")\nd <- subset(d{})\nlm(y ~ x, data = d)',
    ignored: { select: 'a model names its columns' },
    arguments: ['z > 1', 'subset = z > 1', 'select = c(y, x)', 'drop = TRUE'],
  },
  {
    command: 'filter and mutate',
    text: 'd <- read.csv("d.csv")\nd <- d |> filter(z > 1{}) |> mutate(f = factor(g)) \nlm(y ~ f, data = d)',
    ignored: {},
    arguments: ['.by = g', '.preserve = TRUE', 'h < 3'],
  },
];

const formula = 'smf.ols("y ~ x", df{}).fit()';
const fit = 'smf.ols("y ~ x", df).fit({})';
const clustered = 'smf.ols("y ~ x", df).fit(cov_type="cluster", cov_kwds={"groups": df["id"]{}})';
const hac = 'smf.ols("y ~ x", df).fit(cov_type="HAC", cov_kwds={"maxlags": 3{}})';
const entity = 'PanelOLS.from_formula("y ~ 1 + x + EntityEffects", df{}).fit()';
const panelFit = (name: string, words = '') =>
  `${name}.from_formula("y ~ 1 + x${words}", df).fit({})`;
const panelErrors = [
  ...['cov_type="robust"', 'debiased=False', 'cov_type="clustered", cluster_entity=True'],
  ...['cov_type="clustered", clusters=df["g"]', 'cov_type="clustered", cluster_time=True'],
  ...['cov_type="kernel", kernel="parzen"', 'kernel="parzen"', 'bandwidth=3', 'group_debias=True'],
  'cluster_entity=True',
];
const ivText = (name: string) => `${name}.from_formula("y ~ 1 + x + [w ~ z]", df{}).fit()`;
const ivFit = (name: string) => `${name}.from_formula("y ~ 1 + x + [w ~ z]", df).fit({})`;
const ivErrors = [
  ...['cov_type="unadjusted"', 'debiased=True', 'cov_type="clustered", clusters=df["g"]'],
  ...['cov_type="kernel", kernel="qs", bandwidth=4', 'cov_type="kernel", bandwidth=4'],
  ...['cov_type="kernel", kernel="parzen", bandwidth=4', 'cov_type="kernel"', 'kernel="qs"'],
  ...['bandwidth=3', 'center=True'],
];

/** statsmodels 0.14 and pandas 2.2 by inspect.signature(), linearmodels 6 and pyfixest 0.30 by their manuals. */
const python: readonly Documented[] = [
  {
    command: 'ols',
    text: formula,
    ignored: pythonSignatures.formula.ignored,
    arguments: [
      ...[
        'subset=df["z"] > 1',
        'drop_cols=["x"]',
        'missing="raise"',
        'hasconst=True',
        'eval_env=1',
      ],
      'weights=df["w"]',
    ],
  },
  {
    command: 'wls',
    text: 'smf.wls("y ~ x", df{}).fit()',
    ignored: pythonSignatures.formula.ignored,
    arguments: ['weights=df["w"]', 'weights=1/df["w"]', 'weights=np.sqrt(df.w)'],
  },
  {
    command: 'fit of statsmodels',
    text: fit,
    ignored: pythonSignatures.fit.ignored,
    arguments: [
      ...['method="qr"', 'cov_type="HC1"', 'use_t=False', 'cov_type="HC1", use_t=True'],
      ...['cov_type="fixed scale"', 'cov_type="hac-panel"', 'maxiter=3'],
      ...['cov_type="HC1", cov_kwds={"scale": 1}'],
    ],
  },
  {
    command: 'cluster of statsmodels',
    text: clustered,
    ignored: pythonSignatures.covariance.ignored,
    arguments: [
      ...['"use_correction": False', '"df_correction": False', '"maxlags": 3', '"scaling": 2'],
    ],
  },
  {
    command: 'HAC of statsmodels',
    text: hac,
    ignored: pythonSignatures.covariance.ignored,
    arguments: [
      ...['"use_correction": True', '"kernel": "uniform"', '"weights_func": sw.weights_uniform'],
      '"time": df["year"]',
    ],
  },
  {
    command: 'PanelOLS',
    text: entity,
    ignored: pythonSignatures.panel.ignored,
    arguments: [
      ...['weights=df["w"]', 'weights=1/df.w', 'other_effects=df[["g"]]', 'singletons=False'],
      ...['drop_absorbed=True', 'check_rank=False'],
    ],
  },
  {
    command: 'fit of PanelOLS',
    text: panelFit('PanelOLS', ' + EntityEffects'),
    ignored: pythonSignatures.panelFit.ignored,
    arguments: [
      ...panelErrors,
      ...['use_lsdv=True', 'use_lsmr=True', 'low_memory=True', 'auto_df=False'],
      'count_effects=False',
    ],
  },
  {
    command: 'fit of RandomEffects',
    text: panelFit('RandomEffects'),
    ignored: {},
    arguments: [...panelErrors, 'small_sample=True'],
  },
  {
    command: 'fit of BetweenOLS',
    text: panelFit('BetweenOLS'),
    ignored: {},
    arguments: ['reweight=True', 'cov_type="robust"', 'debiased=False'],
  },
  {
    command: 'fit of PooledOLS',
    text: panelFit('PooledOLS'),
    ignored: {},
    arguments: panelErrors,
  },
  { command: 'IV2SLS', text: ivText('IV2SLS'), ignored: {}, arguments: ['weights=df["v"]'] },
  { command: 'fit of IV2SLS', text: ivFit('IV2SLS'), ignored: {}, arguments: ivErrors },
  {
    command: 'IVLIML',
    text: ivText('IVLIML'),
    ignored: {},
    arguments: ['weights=df["v"]', 'fuller=1', 'kappa=0.9'],
  },
  {
    command: 'IVGMM',
    text: ivText('IVGMM'),
    ignored: {},
    arguments: [
      ...['weights=df["v"]', 'weight_type="unadjusted"', 'weight_type="kernel"', 'center=True'],
      ...['weight_type="clustered", clusters=df["g"]', 'kernel="parzen"', 'bandwidth=3'],
      'debiased=True',
    ],
  },
  {
    command: 'fit of IVGMM',
    text: ivFit('IVGMM'),
    ignored: {},
    arguments: [...ivErrors, 'iter_limit=1', 'iter_limit=50', 'tol=1e-8', 'initial_weight=W'],
  },
  {
    command: 'fit of IVGMMCUE',
    text: ivFit('IVGMMCUE'),
    ignored: pythonSignatures.cueFit.ignored,
    arguments: [...ivErrors, 'starting=b', 'display=True', 'opt_options={}'],
  },
  {
    command: 'feols of pyfixest',
    text: 'pf.feols("y ~ x", df{})',
    ignored: { ...pythonSignatures.pyfixest.ignored, weights_type: 'there are no weights' },
    arguments: [
      ...['vcov="hetero"', 'vcov={"CRV1": "id"}', 'vcov="NW"', 'vcov_kwargs={"lag": 3}'],
      ...['weights="w"', 'weights="w", weights_type="fweights"', 'weights_type="fweights"'],
      ...['vcov="hetero", ssc=pf.ssc(adj=False)', 'vcov="hetero", ssc=pf.ssc(cluster_adj=False)'],
      ...['ssc=pf.ssc(adj=False)', 'ssc=pf.ssc(fixef_k="full")', 'fixef_rm="perfect"'],
      ...['collin_tol=1e-8', 'drop_intercept=True', 'copy_data=False', 'store_data=False'],
      ...['lean=True', 'solver="np.linalg.solve"', 'demeaner=None', 'demeaner_backend="jax"'],
      ...['use_compression=False', 'reps=10', 'context=1', 'seed=1', 'split="g"', 'fsplit="g"'],
      ...['fixef_tol=1e-8', 'fixef_maxiter=10', 'i_ref1=1'],
    ],
  },
  {
    command: 'read_csv',
    text: 'df = pd.read_csv("d.csv"{})\nsmf.ols("y ~ x", df).fit()',
    ignored: pythonSignatures.readCsv.ignored,
    arguments: [
      ...[
        'sep=";"',
        'delimiter=";"',
        'header=None',
        'names=["y", "x"]',
        'index_col=["id", "year"]',
      ],
      ...['usecols=["y", "x"]', 'dtype={"g": "category"}', 'engine="c"', 'converters={"x": f}'],
      ...['true_values=["yes"]', 'false_values=["no"]', 'skipinitialspace=True', 'skiprows=1'],
      ...['skipfooter=1', 'nrows=10', 'na_values=["-99"]', 'na_values=[-99]', 'na_values={"x": 9}'],
      ...['keep_default_na=False', 'na_filter=False', 'skip_blank_lines=False', 'thousands=","'],
      ...['parse_dates=["d"]', 'date_format="%Y"', 'dayfirst=True', 'iterator=True', 'chunksize=9'],
      ...['decimal=","', 'quotechar="|"', 'quoting=3', 'escapechar="|"', 'comment="#"'],
      ...['encoding="latin1"', 'on_bad_lines="skip"', 'delim_whitespace=True', 'low_memory=False'],
      ...['float_precision="high"', 'dtype_backend="pyarrow"', 'memory_map=True'],
      ...['compression="gzip"', 'cache_dates=False', 'doublequote=False', 'lineterminator=";"'],
    ].filter((one) => !one.startsWith('usecols')),
  },
  ...[
    ['set_index', ['["firm", "wave"]', '["firm", "wave"], append=True']],
    ['sort_values', ['"x", ascending=False', '"x", key=f', '"x", axis=1']],
    ['dropna', ['subset=["z"]', 'subset=["z"], how="all"', 'subset=["z"], thresh=1', 'axis=1', '']],
    ['query', ['"z > 1"', '"z > 1", local_dict={}']],
    ['drop', ['index=[1]', '[1, 2]']],
    ['fillna', ['0']],
    ['drop_duplicates', ['']],
    ['head', ['10']],
    ['sample', ['10']],
    ['merge', ['other']],
  ].map(([name, list]): Documented => ({
    command: `${name as string} of a data frame`,
    text: `df = pd.read_csv("d.csv")\ndf = df{}\nPooledOLS.from_formula("y ~ 1 + x", df).fit()`,
    ignored: {},
    arguments: (list as string[]).map((one) => `.${name as string}(${one})`),
  })),
];

const base = ['vce(robust)', 'robust', 'vce(cluster id)', 'level(90)', 'noheader', 'notable'];
const regressOptions = [
  ...['noconstant', 'hascons', 'tsscons', 'vce(bootstrap, reps(9))', 'vce(jackknife)', 'vce(hc2)'],
  ...['beta', 'eform(x)', 'depname(q)', 'plus', 'mse1', 'coeflegend', 'vce(hc3)'],
];
const ivOptions = [
  ...['noconstant', 'small', 'first', 'liml', 'fuller(1)', 'kclass(0.9)', 'gmm2s', 'gmm2s robust'],
  ...[
    'cue',
    'cue robust',
    'coviv',
    'center',
    'bw(3)',
    'robust bw(3)',
    'kernel(parzen)',
    'dkraay(3)',
  ],
  ...['robust bw(3) kernel(parzen)', 'kiefer', 'orthog(z1)', 'endog(w)', 'redundant(z1)'],
  ...[
    'partial(x)',
    'fwl(x)',
    'ffirst',
    'rf',
    'savefirst',
    'saverf',
    'noid',
    'nocollin',
    'noheader',
  ],
  ...['nofooter', 'b0(b)', 'wmatrix(W)', 'smatrix(S)', 'sw', 'level(90)', 'robust', 'cluster(id)'],
];

/** Stata 18's manuals, and the help files of reghdfe 6, ivreg2 4.1, ivreghdfe 1.1, xtabond2 3.7, xtdpdgmm 2.6, boottest 4.4. */
const stata: readonly Documented[] = [
  {
    command: 'regress',
    text: 'regress y x{}',
    ignored: stataSyntaxes.regress.ignored,
    arguments: [...base, ...regressOptions],
  },
  {
    command: 'areg',
    text: 'areg y x, absorb(g){}',
    ignored: stataSyntaxes.areg.ignored,
    arguments: [...base, 'noabsorb', 'coeflegend', 'vce(bootstrap, reps(9))'],
  },
  {
    command: 'reghdfe',
    text: 'reghdfe y x, absorb(g){}',
    ignored: { ...stataSyntaxes.reghdfe.ignored, noconstant: 'effects contain the constant' },
    arguments: [
      ...base,
      ...['residuals', 'residuals(r)', 'tolerance(1e-9)', 'iterate(9)', 'maxiter(9)', 'noconstant'],
      ...['keepsingletons', 'nosample', 'groupvar(q)', 'individual(i)', 'aggregation(sum)'],
      ...['technique(map)', 'acceleration(cg)', 'transform(sym)', 'prune', 'dofadjustments(none)'],
      ...['verbose(1)', 'timeit', 'compact', 'poolsize(1)', 'parallel(2)', 'summarize', 'noheader'],
      ...['nofootnote', 'stages(first)', 'fast', 'version(5)', 'noomitted', 'old', 'sample(s)'],
    ],
  },
  {
    command: 'newey',
    text: 'newey y x, lag(3){}',
    ignored: stataSyntaxes.newey.ignored,
    arguments: ['noconstant', 'force', 'level(90)', 'coeflegend'],
  },
  {
    command: 'xtreg',
    text: 'xtreg y x{}',
    ignored: stataSyntaxes.xtreg.ignored,
    arguments: [
      ...['fe', 'be', 'mle', 'pa', 'sa', 'theta', 'vce(robust)', 'vce(cluster g)', 'level(90)'],
      ...['nonest', 'dfadj', 'wls', 'i(firm)', 'vce(bootstrap, reps(9))', 'coeflegend', 'nolog'],
    ],
  },
  {
    command: 'ivregress 2sls',
    text: 'ivregress 2sls y x (w = z){}',
    ignored: stataSyntaxes.ivregress.ignored,
    arguments: [
      ...base,
      ...['noconstant', 'hascons', 'small', 'first', 'perfect', 'depname(q)', 'eform(q)', 'igmm'],
      ...['center', 'wmatrix(robust)', 'vce(hac bartlett 3)', 'vce(hac parzen 3)', 'coeflegend'],
    ],
  },
  {
    command: 'ivregress gmm',
    text: 'ivregress gmm y x (w = z){}',
    ignored: stataSyntaxes.ivregress.ignored,
    arguments: [
      ...[
        'wmatrix(unadjusted)',
        'wmatrix(cluster id)',
        'center',
        'igmm',
        'eps(1e-9)',
        'weps(1e-9)',
      ],
      ...['iterate(9)', 'small', 'vce(unadjusted)', 'optimization_options'],
    ],
  },
  {
    command: 'ivreg2',
    text: 'ivreg2 y x (w = z1 z2){}',
    ignored: { ...stataSyntaxes.ivreg2.ignored, gmm2s: 'without robust it is 2SLS' },
    arguments: ivOptions,
  },
  {
    command: 'ivreghdfe',
    text: 'ivreghdfe y x (w = z1 z2), absorb(id){}',
    ignored: {
      ...stataSyntaxes.ivreghdfe.ignored,
      gmm2s: 'without robust it is 2SLS',
      noconstant: 'effects contain the constant',
      small: 'effects have it by default',
    },
    arguments: [...ivOptions, 'residuals', 'tolerance(1e-9)'],
  },
  {
    command: 'boottest',
    text: lines('regress y x, cluster(id)', 'boottest x{}'),
    ignored: stataSyntaxes.boottest.ignored,
    arguments: [
      ...['weighttype(webb)', 'boottype(score)', 'reps(99)', 'nonull', 'madjust(bonferroni)'],
      ...['level(90)', 'bootcluster(g)', 'cluster(g)', 'robust', 'seed(1)', 'ptype(equaltail)'],
      ...['gridmin(1)', 'gridmax(1)', 'gridpoints(9)', 'graphname(q)', 'nograph', 'noci', 'small'],
      ...['ptolerance(1)', 'quietly', 'statistic(c)', 'svmat(t)', 'ar', 'jackknife', 'matsize(9)'],
    ],
  },
  {
    command: 'xtabond2',
    text: 'xtabond2 n L.n w, gmm(n){}',
    ignored: dynamicSyntaxes.xtabond2.ignored,
    arguments: [
      ...['iv(w)', 'robust', 'twostep', 'small', 'noconstant', 'noleveleq', 'orthogonal', 'h(2)'],
      ...['cluster(g)', 'level(90)', 'artests(3)', 'arlevels', 'pca', 'pca components(3)'],
      ...['nodiffsargan', 'nomata', 'svmat', 'svvar', 'dpds2', 'matafavor(speed)', 'iteratedgmm'],
    ],
  },
  {
    command: 'xtdpdgmm',
    text: 'xtdpdgmm L(0/1).n w, model(diff) gmm(n, lag(2 4)){}',
    ignored: { ...dynamicSyntaxes.xtdpdgmm.ignored, onestep: 'it is the default' },
    arguments: [
      ...[
        'iv(w)',
        'collapse',
        'nolevel',
        'wmatrix(separate)',
        'onestep',
        'twostep',
        'igmm',
        'cugmm',
      ],
      ...['teffects', 'noconstant', 'vce(robust)', 'small', 'level(90)', 'overid', 'auxiliary'],
      ...[
        'noheader',
        'notable',
        'nofooter',
        'nodots',
        'nolog',
        'norescale',
        'center',
        'curtail(3)',
      ],
      'nl(noserial, weight(0))',
    ],
  },
  {
    command: 'import delimited',
    text: 'import delimited using "d.csv", clear{}\nregress y x',
    ignored: {
      case: 'names are those of the file',
      bindquote: 'a model finds it',
      clear: 'memory',
    },
    arguments: [
      ...['delimiters(";")', 'rowrange(3:9)', 'colrange(1:3)', 'varnames(nonames)'],
      ...['encoding("latin1")', 'decimalseparator(,)', 'case(preserve)', 'bindquote(strict)'],
    ],
  },
];

const gretlText = (word: string) => `${word} y const x{}`;

/** gretl 2025a's command reference. */
const gretl: readonly Documented[] = [
  {
    command: 'ols',
    text: gretlText('ols'),
    ignored: gretlIgnored,
    arguments: [
      ...['--robust', '--cluster=id', '--jackknife', '--simple-print', '--quiet', '--anova'],
      ...['--no-df-corr', '--print-final', '--vcv', '--window'],
    ],
  },
  {
    command: 'panel',
    text: gretlText('panel'),
    ignored: gretlIgnored,
    arguments: [
      ...[
        '--robust',
        '--pooled',
        '--random-effects',
        '--nerlove',
        '--unbalanced=stata',
        '--between',
      ],
      ...['--time-dummies', '--matrix-diff', '--quiet', '--vcv', '--cluster=g', '--iterate'],
      ...['--unit-weights', '--fixed-effects --time-dummies', '--verbose'],
    ],
  },
  {
    command: 'tsls',
    text: 'tsls y const w ; const z1 z2{}',
    ignored: gretlIgnored,
    arguments: [
      ...[
        '--no-tests',
        '--no-df-corr',
        '--robust',
        '--cluster=id',
        '--liml',
        '--gmm',
        '--two-step',
      ],
      ...['--iterate', '--weights=W', '--matrix-diff', '--quiet', '--vcv'],
    ],
  },
  {
    command: 'dpanel',
    text: 'dpanel 1 ; n w ; GMM(n,2,4){}',
    ignored: gretlIgnored,
    arguments: [
      ...[
        '--quiet',
        '--vcv',
        '--two-step',
        '--system',
        '--collapse',
        '--time-dummies',
        '--dpdstyle',
      ],
      ...['--asymptotic', '--keep-extra', '--verbose', '--robust'],
    ],
  },
];

export const documented: readonly (Documented & { readonly separator: string })[] = [
  ...r.map((one) => ({ ...one, separator: ', ' })),
  ...python.map((one) => ({ ...one, separator: ', ' })),
  ...stata.map((one) => ({ ...one, separator: ' ' })),
  ...gretl.map((one) => ({ ...one, separator: ' ' })),
];
