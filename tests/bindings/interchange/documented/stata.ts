import type { Documented } from './documented.js';
import { dynamicSyntaxes, stataSyntaxes } from './signatures.js';

const lines = (...text: readonly string[]) => text.join('\n');

const base = ['vce(robust)', 'robust', 'vce(cluster id)', 'level(90)', 'noheader', 'notable'];
// prettier-ignore
const regressOptions = [
  'noconstant', 'hascons', 'tsscons', 'vce(bootstrap, reps(9))', 'vce(jackknife)', 'vce(hc2)',
  'beta', 'eform(x)', 'depname(q)', 'plus', 'mse1', 'coeflegend', 'vce(hc3)',
];
// prettier-ignore
const ivOptions = [
  'noconstant', 'small', 'first', 'liml', 'fuller(1)', 'kclass(0.9)', 'gmm2s', 'gmm2s robust',
  'cue',
    'cue robust',
    'coviv',
    'center',
    'bw(3)',
    'robust bw(3)',
    'kernel(parzen)',
    'dkraay(3)',
  'robust bw(3) kernel(parzen)', 'kiefer', 'orthog(z1)', 'endog(w)', 'redundant(z1)',
  'partial(x)',
    'fwl(x)',
    'ffirst',
    'rf',
    'savefirst',
    'saverf',
    'noid',
    'nocollin',
    'noheader',
  'nofooter', 'b0(b)', 'wmatrix(W)', 'smatrix(S)', 'sw', 'level(90)', 'robust', 'cluster(id)',
];

/** Stata 18's manuals, and the help files of reghdfe 6, ivreg2 4.1, ivreghdfe 1.1, xtabond2 3.7, xtdpdgmm 2.6, boottest 4.4. */
export const stata: readonly Documented[] = [
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
    // prettier-ignore
    arguments: [
      ...base,
      'residuals', 'residuals(r)', 'tolerance(1e-9)', 'iterate(9)', 'maxiter(9)', 'noconstant',
      'keepsingletons', 'nosample', 'groupvar(q)', 'individual(i)', 'aggregation(sum)',
      'technique(map)', 'acceleration(cg)', 'transform(sym)', 'prune', 'dofadjustments(none)',
      'verbose(1)', 'timeit', 'compact', 'poolsize(1)', 'parallel(2)', 'summarize', 'noheader',
      'nofootnote', 'stages(first)', 'fast', 'version(5)', 'noomitted', 'old', 'sample(s)',
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
    // prettier-ignore
    arguments: [
      'fe', 'be', 'mle', 'pa', 'sa', 'theta', 'vce(robust)', 'vce(cluster g)', 'level(90)',
      'nonest', 'dfadj', 'wls', 'i(firm)', 'vce(bootstrap, reps(9))', 'coeflegend', 'nolog',
    ],
  },
  {
    command: 'ivregress 2sls',
    text: 'ivregress 2sls y x (w = z){}',
    ignored: stataSyntaxes.ivregress.ignored,
    // prettier-ignore
    arguments: [
      ...base,
      'noconstant', 'hascons', 'small', 'first', 'perfect', 'depname(q)', 'eform(q)', 'igmm',
      'center', 'wmatrix(robust)', 'vce(hac bartlett 3)', 'vce(hac parzen 3)', 'coeflegend',
    ],
  },
  {
    command: 'ivregress gmm',
    text: 'ivregress gmm y x (w = z){}',
    ignored: stataSyntaxes.ivregress.ignored,
    // prettier-ignore
    arguments: [
      'wmatrix(unadjusted)',
        'wmatrix(cluster id)',
        'center',
        'igmm',
        'eps(1e-9)',
        'weps(1e-9)',
      'iterate(9)', 'small', 'vce(unadjusted)', 'optimization_options',
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
    // prettier-ignore
    arguments: [
      'weighttype(webb)', 'boottype(score)', 'reps(99)', 'nonull', 'madjust(bonferroni)',
      'level(90)', 'bootcluster(g)', 'cluster(g)', 'robust', 'seed(1)', 'ptype(equaltail)',
      'gridmin(1)', 'gridmax(1)', 'gridpoints(9)', 'graphname(q)', 'nograph', 'noci', 'small',
      'ptolerance(1)', 'quietly', 'statistic(c)', 'svmat(t)', 'ar', 'jackknife', 'matsize(9)',
    ],
  },
  {
    command: 'xtabond2',
    text: 'xtabond2 n L.n w, gmm(n){}',
    ignored: dynamicSyntaxes.xtabond2.ignored,
    // prettier-ignore
    arguments: [
      'iv(w)', 'robust', 'twostep', 'small', 'noconstant', 'noleveleq', 'orthogonal', 'h(2)',
      'cluster(g)', 'level(90)', 'artests(3)', 'arlevels', 'pca', 'pca components(3)',
      'nodiffsargan', 'nomata', 'svmat', 'svvar', 'dpds2', 'matafavor(speed)', 'iteratedgmm',
    ],
  },
  {
    command: 'xtdpdgmm',
    text: 'xtdpdgmm L(0/1).n w, model(diff) gmm(n, lag(2 4)){}',
    ignored: { ...dynamicSyntaxes.xtdpdgmm.ignored, onestep: 'it is the default' },
    // prettier-ignore
    arguments: [
      'iv(w)',
        'collapse',
        'nolevel',
        'wmatrix(separate)',
        'onestep',
        'twostep',
        'igmm',
        'cugmm',
      'teffects', 'noconstant', 'vce(robust)', 'small', 'level(90)', 'overid', 'auxiliary',
      'noheader',
        'notable',
        'nofooter',
        'nodots',
        'nolog',
        'norescale',
        'center',
        'curtail(3)',
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
    // prettier-ignore
    arguments: [
      'delimiters(";")', 'rowrange(3:9)', 'colrange(1:3)', 'varnames(nonames)',
      'encoding("latin1")', 'decimalseparator(,)', 'case(preserve)', 'bindquote(strict)',
    ],
  },
];
