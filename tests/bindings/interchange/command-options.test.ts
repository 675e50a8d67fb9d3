/** Every option of the commands that scripts use is translated, refused by name, or said to have no effect. */
import { expect, test } from 'vitest';
import { importStudy } from '../../../bindings/interchange/import-study.js';
import { inputErrorOf } from '../data/support.js';

const frame = `import statsmodels.formula.api as smf
from linearmodels import PanelOLS, IV2SLS, IVLIML, IVGMM
import pyfixest as pf
df = pd.read_csv("a.csv")
d = df.set_index(["id", "year"])
`;

const known = { data: 'a.csv', unit: 'id', time: 'year' };

/** The study and its sentences; an error is a sentence alone. */
function outcomeOf(from: 'stata' | 'r' | 'python', text: string) {
  try {
    const script = from === 'python' ? `${frame}${text}` : text;
    const { study, notes, notTranslated } = importStudy(script, { from, ...known });
    return { study: JSON.stringify(study), said: [...notes, ...notTranslated].join(' ') };
  } catch (error) {
    return {
      study: '',
      said: inputErrorOf(() => {
        throw error;
      }).message,
    };
  }
}

/**
 * Commands with a place for an option, and their options. After `=` are those that the model has without them, or whose
 * absence has a note.
 */
// prettier-ignore
const cases: readonly (readonly ['stata' | 'r' | 'python', command: string, options: string])[] = [
  ['stata', 'regress n w k, ?',
    `noconstant hascons tsscons beta eform(x) depname(z) mse1 plus noheader notable nolog noci nopvalues
     noomitted vsquish noemptycells baselevels allbaselevels nofvlabel cformat(%9.3f) pformat(%5.3f)
     sformat(%8.2f) nolstretch coeflegend level(90) robust r cluster(id) cl(id) vce(robust) vce(r) =vce(ols)
     vce(cluster_id) vce(hc2) vce(hc3) vce(bootstrap) vce(bootstrap,_reps(99)_seed(1))
     vce(bootstrap,_reps(99)_strata(g)) vce(bootstrap,_reps(99)_bca) vce(jackknife) vce(hac_nwest_4)
     vce(cluster_id_year) vce(hc2_id) vce(hc2_id,_dfadjust) vce(cl_id) hc3 hc2 =vce(unadjusted)`],
  ['stata', 'areg n w k, absorb(id) ?',
    `vce(robust) vce(cluster_id) r cl(id) level(90) noheader notable vce(bootstrap) vce(jackknife) noabsorb
     coeflegend noomitted cformat(%9.3f) vce(hc2)`],
  ['stata', 'xtreg n w k, fe ?',
    `robust vce(robust) vce(cluster_id) vce(cluster_year) cluster(id) cl(year) level(90) nonest dfadj
     =vce(conventional) vce(bootstrap) vce(bootstrap,_reps(50)) vce(jackknife) =i(id) t(year) rho(0.5) theta sa
     mle be re wls corr(exch) offset(o) nolog noconstant pa vce(driscoll) cre noomitted`],
  ['stata', 'xtreg n w k, re ?',
    `theta sa robust vce(cluster_id) level(90) nolog`],
  ['stata', 'xtreg n w k, be ?',
    `wls vce(bootstrap) level(90) robust`],
  ['stata', 'reghdfe n w k, absorb(id year) ?',
    `vce(cluster_id) cl(id) cluster(id_year) vce(robust) keepsingletons keepsing dofadjustments(none) dof(all)
     groupvar(x) tolerance(1e-6) maxiter(100) iterate(10) residuals(r) resid residuals verbose(1) v(1) timeit
     summarize poolsize(5) compact nofootnote noconstant noheader notable technique(lsmr) acceleration(cg)
     transform(sym) fast level(90) old version savecache usecache ffirst stages(first) suboptions(x) savefe
     nosample noregress preconditioner(no) prune parallel(4) individual(x) group(g) aggregation(mean) keepmata
     =vce(unadjusted) vce(cluster_id,_dkraay(3)) vce(robust,_bw(2)) vce(unadjusted,_bw(2)_kernel(parzen))
     eform(x) noomitted predict(a) allbaselevels`],
  ['stata', 'reghdfe n w k, ?',
    `noabsorb absorb(id,_savefe) a(fe1=id_fe2=year) a(id##c.t)`],
  ['stata', 'ivreghdfe n k (w = ys), absorb(id) ?',
    `robust cluster(id) cl(id_year) bw(3) kernel(parzen) dkraay(3) =gmm2s liml fuller(1) kclass(0.5) cue first
     ffirst savefirst savefprefix(a) rf saverf =small nosmall noid endogtest(w) orthog(ys) redundant(ys)
     partial(k) center eform(x) level(90) noheader nofooter tolerance(1e-6) maxiter(9) keepsingletons
     residuals(u) resid smatrix(S) wmatrix(W) coviv b0(b) noomitted nocons dofminus(3) sdofminus(2) plus sfirst
     accel(cg)`],
  ['stata', 'ivregress 2sls n k (w = ys), ?',
    `noconstant hascons vce(robust) vce(cluster_id) robust cl(id) small level(90) first nofooter noheader
     eform(x) depname(x) vce(hac_bartlett_3) vce(hac_nwest_opt) vce(bootstrap) vce(jackknife) =vce(unadjusted)
     perfect coeflegend noomitted`],
  ['stata', 'ivregress gmm n k (w = ys rec), ?',
    `=wmatrix(robust) wmatrix(cluster_id) wmatrix(hac_nwest_2) wmatrix(unadjusted) center igmm eps(1e-6)
     weps(1e-6) small =vce(robust) vce(unadjusted) vce(cluster_id) first iterate(3) nolog`],
  ['stata', 'ivregress liml n k (w = ys), ?',
    `vce(robust) small level(90)`],
  ['stata', 'ivreg2 n k (w = ys), ?',
    `=gmm2s liml fuller(1) kclass(0.5) coviv cue b0(b) robust cluster(id) cluster(id_year) bw(3) bw(auto)
     kernel(parzen) dkraay(2) kiefer center smatrix(S) wmatrix(W) small noconstant first ffirst savefirst
     savefprefix(a) rf saverf saverfprefix(a) noid nocollin orthog(k) endog(w) endogtest(w) redundant(k)
     partial(k) partial(_cons) fwl(k) level(90) noheader nofooter eform(x) depname(d) plus dofminus(2)
     sdofminus(2) nooutput title(x) subtitle(y) bvclean eqname(e) sfirst savesfirst saverf tvar(year) ivar(id)
     noomitted`],
  ['stata', 'xtivreg2 n k (w = ys), fe ?',
    `fd robust cluster(id) small =gmm2s liml fuller(1) bw(2) kernel(parzen) first ffirst ivar(id) tvar(year)
     nofooter endog(w) orthog(k) partial(k) level(90) noid cue dkraay(2) cluster(id_year) =i(id) t(year)`],
  ['stata', 'xtivreg n k (w = ys), fe ?',
    `re be fd ec2sls nosa regress first =small vce(robust) vce(cluster_id) level(90) theta noconstant i(id)
     vce(bootstrap)`],
  ['stata', 'xtabond n w k, ?',
    `lags(2) maxldep(3) maxlags(3) diffvars(z) inst(z) twostep =noconstant robust vce(robust) vce(gmm)
     level(90) artests(3) pre(w) pre(w,_lag(1,3)) endogenous(w) endogenous(w,_lag(1,.)) small nolog coeflegend`],
  ['stata', 'xtdpdsys n w k, ?',
    `lags(2) maxldep(3) maxlags(3) twostep noconstant vce(robust) level(90) artests(3) pre(w) endogenous(w)
     coeflegend hascons`],
  ['stata', 'xtabond2 n L.n w k, gmm(L.n) iv(w k) ?',
    `noconstant nolevel noleveleq twostep robust small orthogonal h(1) h(2) artests(3) arlevels noconstant pca
     components(3) cluster(id) level(90) svmat svvar nodiffsargan nomata nocons eform(x) ivstyle(k,_eq(level))
     gmmstyle(k,_lag(2_3)) gmm(k,_collapse) gmm(k,_passthru) gmm(k,_split) gmm(k,_orthogonal) iv(k,_mz)
     iv(k,_passthru) depname(x)`],
  ['stata', 'newey n w k, lag(2) ?',
    `noconstant level(90) force coeflegend t(year) noomitted`],
  ['r', 'm <- lm(n ~ w + k, d, ?)',
    `weights=w subset=w>0 na.action=na.omit na.action=na.exclude na.action=na.fail na.action=na.pass
     =method="qr" method="model.frame" model=FALSE x=TRUE y=TRUE qr=FALSE singular.ok=FALSE
     contrasts=list(a="contr.sum") offset=z tol=1e-7 foo=3`],
  ['r', 'm <- feols(n ~ w + k | id, d, ?)',
    `=vcov="iid" vcov="hetero" vcov=~id vcov="twoway" vcov=NW(2)~id+year vcov=DK(2)~year vcov=conley(20)
     cluster=~id cluster="id" se="cluster" se="hetero" =se="standard" ssc=ssc(adj=FALSE)
     ssc=ssc(fixef.K="full") =ssc=ssc(cluster.adj=FALSE) weights=~w offset=~w subset=~w>0 split=~rec
     fsplit=~rec split.keep=1 split.drop=1 =panel.id=~id+year =panel.id=c("id","year") fixef="year"
     =fixef.rm="none" =fixef.rm="perfect" =fixef.rm="singleton" fixef.tol=1e-8 fixef.iter=100
     fixef.algo=demeaning_algo() collin.tol=1e-9 nthreads=2 lean=TRUE verbose=1 warn=FALSE notes=FALSE
     only.coef=TRUE combine.quick=TRUE demeaned=TRUE mem.clean=TRUE only.env=TRUE env=e data.save=TRUE
     vcov_fix=FALSE dof=dof(adj=FALSE) foo=3 fixef.keep_names=TRUE`],
  ['r', 'm <- plm(n ~ w + k, d, index=c("id","year"), ?)',
    `=model="within" model="random" model="fd" model="between" model="pooling" model="ht" =effect="individual"
     effect="time" effect="twoways" effect="nested" subset=w>0 weights=w na.action=na.omit
     random.method="walhus" random.method="amemiya" random.method="nerlove" random.models=c("within","between")
     random.dfcor=c(2,2) inst.method="baltagi" restrict.matrix=NULL restrict.rhs=NULL =index="id" offset=z
     drop.index=TRUE drop.unused.levels=TRUE lhs="n" formula=f`],
  ['r', 'm <- pgmm(n ~ lag(n, 1) + w + k | lag(n, 2:99), d, index=c("id","year"), ?)',
    `=effect="twoways" effect="individual" model="twosteps" =model="onestep" transformation="ld"
     =transformation="d" collapse=TRUE fsm="I" =fsm="G" fsm="GI" fsm="full" lost.ts=1 =index=c("id","year")
     subset=w>0 na.action=na.omit lag.form=2 lag.gmm=2 gmm.inst=~n robust=FALSE lost.gaps=1`],
  ['r', 'm <- ivreg(n ~ w + k | k + ys, data=d, ?)',
    `weights=w subset=w>0 na.action=na.omit offset=z contrasts=list(a="contr.sum") model=FALSE x=TRUE y=FALSE
     =method="OLS" method="M" method="MM" instruments=~ys`],
  ['r', 'm <- felm(n ~ w + k | id | 0 | id, d, ?)',
    `exactDOF=TRUE exactDOF="rM" keepX=TRUE keepCX=TRUE keepModel=TRUE nostats=TRUE subset=w>0
     na.action=na.omit contrasts=list() weights=w psdef=FALSE cmethod="reghdfe" cmethod="cgm" cmethod="cgm2"
     nboot=20 bootexpr=x bootcluster="model" kclass="liml" kclass=0.5 fuller=1 clustervar="id" iv=list() fe=f`],
  ['r', 'm <- lm_robust(n ~ w + k, d, ?)',
    `weights=w subset=w>0 clusters=id fixed_effects=~id se_type="HC0" se_type="HC1" se_type="HC3"
     se_type="stata" se_type="classical" se_type="none" se_type="CR0" ci=FALSE alpha=0.1 return_vcov=FALSE
     try_cholesky=TRUE foo=3`],
  ['r', 'm <- lm(n ~ w + k, d)\ncoeftest(m, ?)',
    `vcov=vcovHC vcov.=vcovHC(m,type="HC1") vcov=vcovHC(m,type="HC4") vcov=vcovHC(m,type="HC4m")
     vcov=vcovHC(m,type="HC5") vcov=vcovHC(m) vcov=vcovHC(m,omega=o) vcov=vcovHC(m,sandwich=FALSE)
     vcov=vcovCL(m,cluster=~id) vcov=vcovCL(m,~id,type="HC0") vcov=vcovCL(m,~id,type="HC2")
     vcov=vcovCL(m,~id+year) vcov=vcovCL(m,~id+year,multi0=TRUE) vcov=vcovCL(m,~id,cadjust=FALSE)
     vcov=vcovCL(m,~id,fix=TRUE) vcov=NeweyWest(m) vcov=NeweyWest(m,lag=2)
     vcov=NeweyWest(m,lag=2,prewhite=FALSE) vcov=NeweyWest(m,lag=2,prewhite=FALSE,adjust=TRUE)
     vcov=NeweyWest(m,lag=2,prewhite=FALSE,order.by=~year) vcov=vcovHAC(m) vcov=vcovPL(m) vcov=vcovBS(m)
     vcov=vcovBS(m,R=99) df=Inf df=10 save=TRUE vcov=function(x)vcovHC(x,type="HC1") vcov=vcovPC(m)
     vcov=vcovCR(m,cluster=id,type="CR2") =vcov=vcov(m) vcov=V`],
  ['r', 'm <- plm(n ~ w + k, d, index=c("id","year"))\ncoeftest(m, ?)',
    `vcov=vcovHC(m) vcov=vcovHC(m,method="arellano") vcov=vcovHC(m,method="white1")
     vcov=vcovHC(m,method="white2") vcov=vcovHC(m,type="HC1") vcov=vcovHC(m,type="HC3")
     vcov=vcovHC(m,type="sss") vcov=vcovHC(m,cluster="time") vcov=vcovHC(m,cluster="group") vcov=vcovSCC(m)
     vcov=vcovSCC(m,maxlag=2) vcov=vcovSCC(m,type="HC1") vcov=vcovSCC(m,cluster="group")
     vcov=vcovSCC(m,inner="white") vcov=vcovSCC(m,wj=f) vcov=vcovBK(m) vcov=vcovBK(m,cluster="time")
     vcov=vcovNW(m) vcov=vcovNW(m,maxlag=2) vcov=vcovDC(m) df=30 vcov.=function(x)vcovHC(x,type="HC1")`],
  ['python', 'm = smf.ols("n ~ w + k", df).fit(?)',
    `cov_type="HC1" cov_type="HC3" =cov_type="nonrobust" cov_type="cluster",cov_kwds={"groups":df["id"]}
     cov_type="cluster",cov_kwds={"groups":df["id"],"use_correction":False}
     cov_type="cluster",cov_kwds={"groups":df["id"],"df_correction":False}
     cov_type="cluster",cov_kwds={"groups":df[["id","year"]]} cov_type="HAC",cov_kwds={"maxlags":2}
     cov_type="HAC",cov_kwds={"maxlags":2,"use_correction":True}
     cov_type="HAC",cov_kwds={"maxlags":2,"kernel":"uniform"}
     cov_type="hac-panel",cov_kwds={"time":df.year,"maxlags":2}
     cov_type="hac-groupsum",cov_kwds={"time":df.year,"maxlags":2} cov_type="fixed_scale" =use_t=True
     use_t=False cov_type="HC1",use_t=True method="qr" method="pinv" foo=3
     cov_type="hac-panel",cov_kwds={"groups":df.id,"maxlags":2,"df_correction":False}`],
  ['python', 'm = smf.ols("n ~ w + k", df, ?).fit()',
    `=missing="drop" missing="none" missing="raise" subset=df.w>0 hasconst=True hasconst=False drop_cols=["a"]
     weights=df.w eval_env=1 foo=2`],
  ['python', 'm = smf.wls("n ~ w + k", df, weights=df.w, ?).fit()',
    `=missing="drop" hasconst=True`],
  ['python', 'm = PanelOLS.from_formula("n ~ w + k + EntityEffects", d, ?).fit()',
    `weights=d.w other_effects=d.z singletons=False drop_absorbed=True check_rank=False foo=1`],
  ['python', 'm = PanelOLS.from_formula("n ~ w + k + EntityEffects", d).fit(?)',
    `cov_type="robust" =cov_type="unadjusted" cov_type="clustered" cov_type="clustered",cluster_entity=True
     cov_type="clustered",cluster_time=True cov_type="clustered",clusters=d.g cov_type="kernel",bandwidth=3
     debiased=False =debiased=True auto_df=False count_effects=False use_lsdv=True use_lsmr=True low_memory=True
     cov_type="clustered",cluster_entity=True,group_debias=True cov_type="driscoll-kraay",bandwidth=2 foo=1`],
  ['stata', 'ivreg2 n k (w = ys rec), ?', `=gmm2s cue liml`],
  ['stata', 'xtscc n w k, lag(3) ?', `fe re pooled ase level(90) noconstant noadjust nocons`],
  ['r', 'm <- iv_robust(n ~ w + k | k + ys, d, se_type="HC1", ?)',
    `diagnostics=TRUE clusters=id alpha=0.1 return_vcov=FALSE weights=w`],
  ['python', 'm = IV2SLS.from_formula("n ~ 1 + k + [w ~ ys]", df).fit(?)',
    `=cov_type="robust" cov_type="unadjusted" cov_type="homoskedastic" cov_type="clustered",clusters=df.id
     cov_type="kernel" cov_type="kernel",bandwidth=2 cov_type="kernel",kernel="parzen",bandwidth=2
     debiased=True =debiased=False cov_type="robust",debiased=True foo=1`],
  ['python', 'm = IVLIML.from_formula("n ~ 1 + k + [w ~ ys]", df).fit(?)',
    `=cov_type="robust" debiased=True`],
  ['python', 'm = IVLIML.from_formula("n ~ 1 + k + [w ~ ys]", df, ?).fit()',
    `fuller=1 kappa=0.5 weights=df.w`],
  ['python', 'm = IVGMM.from_formula("n ~ 1 + k + [w ~ ys + rec]", df).fit(?)',
    `iter_limit=5 =cov_type="robust" cov_type="unadjusted" tol=1e-5 initial_weight=None debiased=True`],
  ['python', 'm = IVGMM.from_formula("n ~ 1 + k + [w ~ ys + rec]", df, ?).fit()',
    `=weight_type="robust" weight_type="unadjusted" weight_type="clustered",clusters=df.id center=True
     debiased=True weight_type="kernel",bandwidth=2`],
  ['python', 'm = pf.feols("n ~ w + k | id", df, ?)',
    `vcov="iid" vcov="hetero" vcov="HC1" vcov="HC2" =vcov={"CRV1":"id"} vcov={"CRV3":"id"}
     vcov={"CRV1":"id+year"} vcov="NW" vcov="DK" vcov_kwargs={"lag":2} weights="w" ssc=pf.ssc(adj=False)
     ssc=pf.ssc(k_adj=False) ssc=pf.ssc(fixef_k="full") ssc=pf.ssc(G_adj=False) ssc=pf.ssc(cluster_adj=False)
     fixef_rm="none" =fixef_rm="singleton" fixef_tol=1e-8 fixef_maxiter=10 collin_tol=1e-9 =drop_intercept=True
     copy_data=False store_data=False lean=True =weights_type="fweights" solver="np.linalg.solve"
     demeaner_backend="jax" use_compression=True reps=10 seed=1 context=0 split="rec" fsplit="rec" split_keep=1
     i_ref1=1 separation_check=None foo=1 offset="z" panel_id="id"`],
];

test.each(cases)('%s: %s', (from, command, options) => {
  const plain = outcomeOf(from, command.replace(/,? ?\?/, ''));
  const silent = options.split(/\s+/).filter((given) => {
    const option = given.replace(/^=/, '');
    const text = from === 'stata' ? option.replaceAll('_', ' ') : option;
    const { study, said } = outcomeOf(
      from,
      command.replace('?', () => text),
    );
    const [, name = ''] = /^([\w.]+)/.exec(option)!;
    const [, value = name] = /["(=](\w+)/.exec(option.slice(name.length)) ?? [];
    const isNamed = said !== plain.said && new RegExp(`\\b(?:${name}|${value})`).test(said);
    const isTranslated = study !== '' && study !== plain.study;
    return isNamed || isTranslated ? false : !given.startsWith('=');
  });
  expect(silent).toEqual([]);
});

test.each([
  ['jackknife: reg n w', 'HC3'],
  ['svy: reg n w', 'survey designs'],
  ['mi estimate: reg n w', 'imputed'],
  ['asdoc reg n w', 'wasmetrics study'],
  ['putexcel A1 = matrix(b)', 'wasmetrics study'],
  ['dtable n w', 'wasmetrics study'],
  ['ivprobit n (w = k)', 'binary'],
  ['probit n w\ntest w', 'its model is not in the study'],
  ['permute w _b[w]: reg n w', '--method permutation'],
  ['rolling, window(5): reg n w', 'each window'],
  ['collapse (first) n, by(id)\nreg n w', 'first or last'],
  ['reg n w, vce(hc2 id, dfadjust)', 'dfadjust'],
  ['xtivreg n (w = k), fe fd', 'found both'],
])('of %s the comment says what there is', (command, words) => {
  const { said } = outcomeOf('stata', `reg n k\n${command}`);
  expect(said).toContain(words);
});

test('formulas of setFixest_fml() are written out, and unknown ones refuse the model', () => {
  const model = 'm <- feols(n ~ w + ..c | id, d)';
  const { study } = outcomeOf('r', `setFixest_fml(..c = ~ k + ys)\n${model}`);
  expect(study).toContain('"n ~ w + k + ys | id"');
  expect(outcomeOf('r', model)).toEqual({ study: '', said: expect.stringContaining('..c') });
});

test('felm() is named, and across() is written out', () => {
  const felm = 'felm(n ~ w | id | 0 | id, d, ';
  const { said } = outcomeOf('r', `m <- lm(n ~ k, d)\n${felm}kclass = "liml")`);
  expect(said).toContain('felm(): unknown or unsupported argument "kclass"');
  const kept = outcomeOf('r', `${felm}na.action = na.omit, keepX = TRUE)`);
  expect(kept.said).toContain('keepX is left out');
  expect(kept.said).not.toContain('feols');
  const columns = 'd <- read.csv("a.csv") |> mutate(across(c(w, k), ~ log(.x + 1)))';
  expect(outcomeOf('r', `${columns}\nlm(n ~ w + k, d)`).study).toContain('log(k + 1)');
  const groups = 'e <- d |> group_by(id) |> summarise(across(c(n, w), mean, na.rm = TRUE))';
  const { study } = outcomeOf('r', `d <- read.csv("a.csv")\n${groups}\nlm(n ~ w, e)`);
  expect(study).toContain('"w":"mean(w)"');
});

test('a chain in parentheses is read, and tables name columns as the study has them', () => {
  const frame = `df = (
    pd.read_csv("a.csv")
    .query("w > 0")
    .assign(lk=lambda d: np.log(d["k"]))
)`;
  const model = 'm = smf.ols("n ~ lk + w", data=df).fit()';
  const { study } = outcomeOf(
    'python',
    `${frame}\n${model}\nsummary_col([m], regressor_order=["lk"])`,
  );
  expect(study).toContain('"where":"w > 0"');
  expect(study).toContain('"lk":"log(k)"');
  expect(study).toContain('"keep":["lk","/./"]');
});

test('a model at the end of a pipe is read', () => {
  const pipe = 'm <- d |> filter(w > 0) |> lm(log(n) ~ k, data = _)';
  const { study, said } = outcomeOf('r', `d <- read.csv("a.csv")\n${pipe}`);
  expect(study).toContain('"formula":"log(n) ~ k"');
  expect([study.includes('"where":"w > 0"'), said]).toEqual([true, '']);
});

test.each([
  ['r', 'print(summary(lm(n ~ z, d)))'],
  ['r', 'suppressMessages(m <- lm(n ~ z, d))'],
  ['r', '(m <- lm(n ~ z, d))'],
  ['r', 'lm(n ~ z, d) -> m'],
  ['r', 'cat("R2", summary(lm(n ~ z, d))$r.squared)'],
  ['r', 'head(lm(n ~ z, d)$residuals)'],
  ['python', 'print(smf.ols("n ~ z", df).fit().summary())'],
  ['python', 'print("R2", smf.ols("n ~ z", df).fit().rsquared)'],
] as const)('of %s: %s is read or named', (from, line) => {
  const first = from === 'r' ? 'm0 <- lm(n ~ k, d)' : 'm0 = smf.ols("n ~ k", df).fit()';
  const { study, said } = outcomeOf(from, `${first}\n${line}`);
  expect(study.includes('"n ~ z"') || said.includes('not translated')).toBe(true);
});
