import type { Documented } from './documented.js';
import { pythonSignatures } from './signatures.js';

const formula = 'smf.ols("y ~ x", df{}).fit()';
const fit = 'smf.ols("y ~ x", df).fit({})';
const clustered = 'smf.ols("y ~ x", df).fit(cov_type="cluster", cov_kwds={"groups": df["id"]{}})';
const hac = 'smf.ols("y ~ x", df).fit(cov_type="HAC", cov_kwds={"maxlags": 3{}})';
const entity = 'PanelOLS.from_formula("y ~ 1 + x + EntityEffects", df{}).fit()';
const panelFit = (name: string, words = '') =>
  `${name}.from_formula("y ~ 1 + x${words}", df).fit({})`;
// prettier-ignore
const panelErrors = [
  'cov_type="robust"', 'debiased=False', 'cov_type="clustered", cluster_entity=True',
  'cov_type="clustered", clusters=df["g"]', 'cov_type="clustered", cluster_time=True',
  'cov_type="kernel", kernel="parzen"', 'kernel="parzen"', 'bandwidth=3', 'group_debias=True',
  'cluster_entity=True',
];
const ivText = (name: string) => `${name}.from_formula("y ~ 1 + x + [w ~ z]", df{}).fit()`;
const ivFit = (name: string) => `${name}.from_formula("y ~ 1 + x + [w ~ z]", df).fit({})`;
// prettier-ignore
const ivErrors = [
  'cov_type="unadjusted"', 'debiased=True', 'cov_type="clustered", clusters=df["g"]',
  'cov_type="kernel", kernel="qs", bandwidth=4', 'cov_type="kernel", bandwidth=4',
  'cov_type="kernel", kernel="parzen", bandwidth=4', 'cov_type="kernel"', 'kernel="qs"',
  'bandwidth=3', 'center=True',
];

/** statsmodels 0.14 and pandas 2.2 by inspect.signature(), linearmodels 6 and pyfixest 0.30 by their manuals. */
export const python: readonly Documented[] = [
  {
    command: 'ols',
    text: formula,
    ignored: pythonSignatures.formula.ignored,
    // prettier-ignore
    arguments: [
      'subset=df["z"] > 1',
        'drop_cols=["x"]',
        'missing="raise"',
        'hasconst=True',
        'eval_env=1',
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
    // prettier-ignore
    arguments: [
      'method="qr"', 'cov_type="HC1"', 'use_t=False', 'cov_type="HC1", use_t=True',
      'cov_type="fixed scale"', 'cov_type="hac-panel"', 'maxiter=3',
      'cov_type="HC1", cov_kwds={"scale": 1}',
    ],
  },
  {
    command: 'cluster of statsmodels',
    text: clustered,
    ignored: pythonSignatures.covariance.ignored,
    // prettier-ignore
    arguments: [
      '"use_correction": False', '"df_correction": False', '"maxlags": 3', '"scaling": 2',
    ],
  },
  {
    command: 'HAC of statsmodels',
    text: hac,
    ignored: pythonSignatures.covariance.ignored,
    // prettier-ignore
    arguments: [
      '"use_correction": True', '"kernel": "uniform"', '"weights_func": sw.weights_uniform',
      '"time": df["year"]',
    ],
  },
  {
    command: 'PanelOLS',
    text: entity,
    ignored: pythonSignatures.panel.ignored,
    // prettier-ignore
    arguments: [
      'weights=df["w"]', 'weights=1/df.w', 'other_effects=df[["g"]]', 'singletons=False',
      'drop_absorbed=True', 'check_rank=False',
    ],
  },
  {
    command: 'fit of PanelOLS',
    text: panelFit('PanelOLS', ' + EntityEffects'),
    ignored: pythonSignatures.panelFit.ignored,
    // prettier-ignore
    arguments: [
      ...panelErrors,
      'use_lsdv=True', 'use_lsmr=True', 'low_memory=True', 'auto_df=False',
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
    // prettier-ignore
    arguments: [
      'weights=df["v"]', 'weight_type="unadjusted"', 'weight_type="kernel"', 'center=True',
      'weight_type="clustered", clusters=df["g"]', 'kernel="parzen"', 'bandwidth=3',
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
    // prettier-ignore
    arguments: [
      'vcov="hetero"', 'vcov={"CRV1": "id"}', 'vcov="NW"', 'vcov_kwargs={"lag": 3}',
      'weights="w"', 'weights="w", weights_type="fweights"', 'weights_type="fweights"',
      'vcov="hetero", ssc=pf.ssc(adj=False)', 'vcov="hetero", ssc=pf.ssc(cluster_adj=False)',
      'ssc=pf.ssc(adj=False)', 'ssc=pf.ssc(fixef_k="full")', 'fixef_rm="perfect"',
      'collin_tol=1e-8', 'drop_intercept=True', 'copy_data=False', 'store_data=False',
      'lean=True', 'solver="np.linalg.solve"', 'demeaner=None', 'demeaner_backend="jax"',
      'use_compression=False', 'reps=10', 'context=1', 'seed=1', 'split="g"', 'fsplit="g"',
      'fixef_tol=1e-8', 'fixef_maxiter=10', 'i_ref1=1',
    ],
  },
  {
    command: 'read_csv',
    text: 'df = pd.read_csv("d.csv"{})\nsmf.ols("y ~ x", df).fit()',
    ignored: pythonSignatures.readCsv.ignored,
    // prettier-ignore
    arguments: [
      'sep=";"',
        'delimiter=";"',
        'header=None',
        'names=["y", "x"]',
        'index_col=["id", "year"]',
      'usecols=["y", "x"]', 'dtype={"g": "category"}', 'engine="c"', 'converters={"x": f}',
      'true_values=["yes"]', 'false_values=["no"]', 'skipinitialspace=True', 'skiprows=1',
      'skipfooter=1', 'nrows=10', 'na_values=["-99"]', 'na_values=[-99]', 'na_values={"x": 9}',
      'keep_default_na=False', 'na_filter=False', 'skip_blank_lines=False', 'thousands=","',
      'parse_dates=["d"]', 'date_format="%Y"', 'dayfirst=True', 'iterator=True', 'chunksize=9',
      'decimal=","', 'quotechar="|"', 'quoting=3', 'escapechar="|"', 'comment="#"',
      'encoding="latin1"', 'on_bad_lines="skip"', 'delim_whitespace=True', 'low_memory=False',
      'float_precision="high"', 'dtype_backend="pyarrow"', 'memory_map=True',
      'compression="gzip"', 'cache_dates=False', 'doublequote=False', 'lineterminator=";"',
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
