/** The keys of models that hold one value or a list. Written by npm run build:schemas; do not edit. */

export interface ModelKey {
  readonly estimators: readonly string[];
  /** The path, as `vcov.type`. */
  readonly key: string;
  readonly type: 'choice' | 'flag' | 'list' | 'number' | 'text';
  readonly choices?: readonly (string | number)[];
  readonly default?: string | number | boolean;
  readonly help: KeyHelp;
  /** True if the value is the name of a column. */
  readonly isColumn?: boolean;
}

export interface KeyHelp {
  readonly text: string;
  /** The text without what follows its colon, which is about files. */
  readonly short?: string;
  /** How the accepted words follow; undefined if the text has them. */
  readonly words?: 'brackets' | 'colon';
}

export const modelKeys: readonly ModelKey[] = [
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"panel.unit","type":"text","help":{"text":"column of the units"},"isColumn":true},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"panel.time","type":"text","help":{"text":"column of the periods: numbers or dates","short":"column of the periods"},"isColumn":true},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"panel.step","type":"number","default":1,"help":{"text":"calendar distance between two neighbouring periods"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"panel.frequency","type":"choice","choices":["day","week","month","quarter","half","year"],"help":{"text":"unit of the periods, which contain the dates of time; by default the longest unit that all dates fit","words":"brackets"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"where","type":"text","help":{"text":"rows that enter: year >= 2018 && region == \"east\"","short":"rows that enter"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"split","type":"text","help":{"text":"A model for each value of this column"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"fsplit","type":"text","help":{"text":"the same after a model of all rows"}},
  {"estimators":["dpd"],"key":"transform","type":"choice","choices":["fd","fod","level"],"default":"fd","help":{"text":"how unit effects are removed: first differences, forward orthogonal deviations, or levels without a transformation","short":"how unit effects are removed","words":"brackets"}},
  {"estimators":["dpd"],"key":"system","type":"flag","default":true,"help":{"text":"estimate the level equation too: system GMM (Blundell and Bond 1998)","short":"estimate the level equation too"}},
  {"estimators":["dpd"],"key":"timeEffects","type":"flag","default":false,"help":{"text":"dummies of the periods"}},
  {"estimators":["dpd"],"key":"steps","type":"choice","choices":[1,2,"iterated","cue"],"default":2,"help":{"text":"weighting matrices in turn: 1, 2, iterated, or cue","short":"weighting matrices in turn"}},
  {"estimators":["dpd"],"key":"h","type":"choice","choices":[1,2,3],"default":3,"help":{"text":"the one-step weighting matrix H: xtabond2's h(1), h(2) or h(3)","short":"the one-step weighting matrix H"}},
  {"estimators":["dpd"],"key":"nonlinear","type":"flag","choices":["collapse"],"default":false,"help":{"text":"add the conditions of Ahn and Schmidt (1995) on serially uncorrelated errors: one per period, or their sum","short":"add the conditions of Ahn and Schmidt (1995) on serially uncorrelated errors"}},
  {"estimators":["dpd"],"key":"arLevels","type":"flag","default":false,"help":{"text":"test the level residuals of a system, not their differences"}},
  {"estimators":["dpd"],"key":"arOrders","type":"number","default":2,"help":{"text":"largest order of the Arellano-Bond tests"}},
  {"estimators":["dpd"],"key":"baselines","type":"flag","default":true,"help":{"text":"estimate the lagged outcome's coefficients also by pooled least squares, within, and by Anderson and Hsiao"}},
  {"estimators":["dpd"],"key":"gaps","type":"choice","choices":["strict","bridge"],"help":{"text":"how lags and differences treat absent periods: bridge takes differences across gaps","short":"how lags and differences treat absent periods","words":"brackets"}},
  {"estimators":["dpd"],"key":"pca","type":"text","default":false,"help":{"text":"replace the GMM-style instruments by principal components: true chooses by eigenvalue, a number says how many","short":"replace the GMM-style instruments by principal components"}},
  {"estimators":["dpd"],"key":"compat","type":"choice","choices":["xtabond2","gretl","plm","xtdpdgmm"],"default":"xtabond2","help":{"text":"the program whose conventions apply where programs differ","words":"colon"}},
  {"estimators":["dpd"],"key":"vcov.type","type":"choice","choices":["unadjusted","robust","windmeijer","windmeijer-step","doubly-corrected"],"help":{"text":"the covariance; default windmeijer after two steps or iterated, else robust","words":"brackets"}},
  {"estimators":["dpd"],"key":"vcov.cluster","type":"list","help":{"text":"columns of clusters; default the units"}},
  {"estimators":["dpd"],"key":"vcov.small","type":"flag","default":false,"help":{"text":"use Stata's small-sample factor, with t and F instead of z and chi-squared"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"collinear","type":"choice","choices":["omit","error"],"default":"omit","help":{"text":"regressors that others explain","words":"colon"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"level","type":"number","default":0.95,"help":{"text":"level of confidence intervals"}},
  {"estimators":["dpd"],"key":"bootstrap.scheme","type":"choice","choices":["cluster"],"default":"cluster","help":{"text":"what is drawn or multiplied"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.reps","type":"number","help":{"text":"number of replicates"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.seed","type":"number","default":1,"help":{"text":"seed of the random numbers"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.pValue","type":"choice","choices":["symmetric","equal-tail","greater","less"],"default":"symmetric","help":{"text":"p-values of both tails together, of the smaller tail, or one-sided","words":"colon"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.precision","type":"number","help":{"text":"stop at this Monte Carlo error of the standard errors, relative to them, as 0.01; reps is then the maximum"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.progress","type":"flag","help":{"text":"true always reports progress, false never. By default only a terminal shows it"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.rebuild","type":"flag","help":{"text":"whether each replicate builds the indices of the model again; true by default"}},
  {"estimators":["dpd"],"key":"bootstrap.ci","type":"list","choices":["percentile","basic","normal","studentized","bca"],"help":{"text":"methods of the intervals; default inverted for a wild bootstrap, otherwise percentile","words":"brackets"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.statistics","type":"list","help":{"text":"one expression, or several"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"bootstrap.jackknife","type":"flag","help":{"text":"also estimate without each unit, row or cluster in turn, and list the most influential ones"}},
  {"estimators":["dpd"],"key":"bootstrap.recenter","type":"flag","choices":["brown-newey"],"default":true,"help":{"text":"GMM only: centre moments at those of the sample, or draw units with unequal probabilities","short":"GMM only"}},
  {"estimators":["dpd","gmm","iv","ols","panel"],"key":"name","type":"text","help":{"text":"what results, tables and errors call the model"}},
  {"estimators":["gmm","iv"],"key":"effects","type":"choice","choices":["within","first-difference"],"help":{"text":"how unit effects are removed","words":"colon"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"vcov.type","type":"choice","choices":["unadjusted","robust","HC0","HC1","HC2","HC3","HC4","cluster","CV1","CV2","CV3","hac","driscoll-kraay"],"help":{"text":"robust is HC1 with small, else HC0; cluster is CV1","words":"brackets"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"vcov.cluster","type":"list","help":{"text":"columns whose values are the clusters"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"vcov.kernel","type":"choice","choices":["bartlett","parzen","qs"],"help":{"text":"kernel of hac and driscoll-kraay; default bartlett","words":"brackets"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"vcov.bandwidth","type":"number","choices":["auto"],"help":{"text":"number of lags of hac and driscoll-kraay"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"vcov.order","type":"text","help":{"text":"column that orders the rows for hac and driscoll-kraay; default the periods"},"isColumn":true},
  {"estimators":["gmm","iv"],"key":"vcov.small","type":"flag","default":false,"help":{"text":"use t and F instead of z and chi-squared, with the small-sample factor of the type, which HC1 always has"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"absorb.tolerance","type":"number","default":1e-10,"help":{"text":"stop when the root mean square of the level means in a column is below this share of the column's"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"absorb.maxIterations","type":"number","default":10000,"help":{"text":"most iterations that absorb several effects"}},
  {"estimators":["gmm","iv"],"key":"diagnostics","type":"flag","default":true,"help":{"text":"compute first stages and tests of the instruments"}},
  {"estimators":["gmm"],"key":"method","type":"choice","choices":["one-step","two-step","iterated","cue"],"default":"two-step","help":{"text":"how often the weighting matrix is estimated","words":"colon"}},
  {"estimators":["gmm"],"key":"weight.type","type":"choice","choices":["unadjusted","robust","cluster","hac","driscoll-kraay"],"help":{"text":"what the moments are assumed to be: of equal variance, heteroskedastic, clustered or autocorrelated","short":"what the moments are assumed to be","words":"brackets"}},
  {"estimators":["gmm"],"key":"weight.cluster","type":"list","help":{"text":"columns whose values are the clusters"}},
  {"estimators":["gmm"],"key":"weight.kernel","type":"choice","choices":["bartlett","parzen","qs"],"help":{"text":"kernel of hac and driscoll-kraay; default bartlett","words":"brackets"}},
  {"estimators":["gmm"],"key":"weight.bandwidth","type":"number","choices":["auto"],"help":{"text":"number of lags of hac and driscoll-kraay"}},
  {"estimators":["gmm"],"key":"weight.order","type":"text","help":{"text":"column that orders the rows for hac and driscoll-kraay; default the periods"},"isColumn":true},
  {"estimators":["gmm"],"key":"weight.center","type":"flag","default":false,"help":{"text":"whether the moments are centred in the weighting matrix"}},
  {"estimators":["gmm"],"key":"tolerance","type":"number","help":{"text":"iterated GMM and CUE stop at this relative change of the coefficients; default 1e-8"}},
  {"estimators":["gmm"],"key":"maxIterations","type":"number","help":{"text":"most iterations of iterated GMM and CUE; default 100"}},
  {"estimators":["gmm"],"key":"bootstrap.scheme","type":"choice","choices":["pairs","cluster"],"help":{"text":"what is drawn or multiplied; default cluster with units or clusters, otherwise pairs"}},
  {"estimators":["gmm","iv","ols","panel"],"key":"bootstrap.cluster","type":"text","help":{"text":"column whose values are drawn or share a multiplier; default the clusters of the model, or the units"},"isColumn":true},
  {"estimators":["gmm"],"key":"bootstrap.ci","type":"list","choices":["percentile","basic","normal","bca"],"help":{"text":"methods of the intervals; default inverted for a wild bootstrap, otherwise percentile","words":"brackets"}},
  {"estimators":["gmm"],"key":"bootstrap.recenter","type":"flag","choices":["brown-newey"],"help":{"text":"GMM only: centre moments at those of the sample, or draw units with unequal probabilities","short":"GMM only"}},
  {"estimators":["iv"],"key":"method","type":"choice","choices":["2sls","liml","fuller","kclass"],"default":"2sls","help":{"text":"the k-class estimator","words":"colon"}},
  {"estimators":["iv"],"key":"fuller","type":"number","help":{"text":"alpha of Fuller's estimator; default 1"}},
  {"estimators":["iv"],"key":"kappa","type":"number","help":{"text":"kappa of kclass"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.scheme","type":"choice","choices":["pairs","cluster","wild","wild-cluster","residual","block","stationary"],"help":{"text":"what is drawn or multiplied; default cluster with units or clusters, otherwise pairs","words":"brackets"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.subcluster","type":"text","help":{"text":"parts of the clusters that share a multiplier in a wild bootstrap; the variance stays clustered"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.weights","type":"choice","choices":["rademacher","mammen","webb","normal"],"help":{"text":"distribution of the multipliers of a wild bootstrap","words":"colon"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.imposeNull","type":"flag","help":{"text":"true if residuals are computed under the null hypothesis"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.variant","type":"choice","choices":[11,13,31,33],"help":{"text":"which residuals a wild bootstrap multiplies","words":"colon"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.blockLength","type":"number","help":{"text":"number of rows in a block, or its mean"}},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.order","type":"text","help":{"text":"column that orders the rows"},"isColumn":true},
  {"estimators":["iv","ols","panel"],"key":"bootstrap.ci","type":"list","choices":["percentile","basic","normal","studentized","bca","inverted"],"help":{"text":"methods of the intervals; default inverted for a wild bootstrap, otherwise percentile","words":"brackets"}},
  {"estimators":["ols","panel"],"key":"vcov.small","type":"flag","default":true,"help":{"text":"use t and F instead of z and chi-squared, with the small-sample factor of the type, which HC1 always has"}},
  {"estimators":["panel"],"key":"effects","type":"choice","choices":["within","twoway","random","between","first-difference","pooled"],"default":"within","help":{"text":"how the units are treated","words":"colon"}},
];

/** Help of keys with tables or lists of tables; the options that set them have a notation of their own. */
export const composedKeys: Readonly<Record<string, KeyHelp>> = {
  "data": {"text":"path of the data from the model file, a file with options of its reader, or a query"},
  "append": {"text":"other files whose rows come below those of the data"},
  "reshape": {"text":"turns columns into rows, or rows into columns"},
  "merge": {"text":"other files whose columns are added"},
  "build": {"text":"new columns by name, in order: expressions, splits and indices","short":"new columns by name, in order"},
  "samples": {"text":"A model for each row filter by its name: {all: null, east: region == \"east\"}","short":"A model for each row filter by its name"},
  "gmm": {"text":"instruments from lags of variables"},
  "roles": {"text":"variables by what they are correlated with, which sets their lags"},
  "roles.endogenous": {"text":"variables that shocks of the same period move"},
  "roles.predetermined": {"text":"variables that only past shocks move"},
  "roles.exogenous": {"text":"variables that no shock moves"},
  "roles.collapse": {"text":"one instrument per lag instead of one per lag and period"},
  "iv": {"text":"instruments that enter as they are"},
  "diffHansen": {"text":"sets of instruments to test by the difference of Hansen statistics"},
  "weights": {"text":"weights of rows"},
  "multiverse": {"text":"choices that could have been different"},
  "labels": {"text":"what reports call variables and coefficients, by name"},
  "cTests": {"text":"sets of instruments whose exogeneity is tested"},
};
