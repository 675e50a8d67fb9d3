/** With `--language zh`, commands print no English: names, numbers, keys, paths and terms of the field remain. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv, panelRows } from '../panel-rows.js';
import { workplace, type Workplace } from './run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  const rows = panelRows().map((row, i) => ({ ...row, g: i % 3, s: i % 2 === 0 ? 'a' : 'b' }));
  place.file('panel.csv', csv(rows));
  place.file('dpd.yaml', dpd);
  place.file('iv.yaml', 'estimator: iv\ndata: panel.csv\nformula: y ~ 1 | x ~ z + twice\n');
  place.file('ols.yaml', 'estimator: ols\ndata: panel.csv\nformula: y ~ x + z\n');
  place.file('study.yaml', study);
  place.file('script.do', script);
  place.file('wrong.md', wrongTable);
  place.file('other.md', otherTable);
});
afterAll(() => place.remove());

const dpd =
  'estimator: dpd\ndata: panel.csv\nformula: y ~ L.y + x\npanel: {unit: id, time: year}\ngmm: [{vars: y, lags: [2, 4], collapse: true}]\niv: [{vars: x}]\nsystem: true\n';

const ols = ['ols', 'panel.csv', 'y ~ x + z'] as const;
const panel = ['--unit', 'id', '--time', 'year'] as const;

const study =
  'data: panel.csv\nlanguage: zh\npanel: {unit: id, time: year}\ntables:\n  T1:\n    models:\n      - {estimator: ols, formula: y ~ x + z}\nclaims:\n  H1: "T1: x > 0"\n';

const script =
  'use panel.dta\nrecode x (1=0)\nreg y x, vce(cluster id year)\nareg y z, absorb(id) vce(cluster id)\ncollapse y, by(id)\nesttab, foo(1)\n';

/** R2 above one, and t that is not coef / se. */
const wrongTable =
  'Table 1. y\n\n| | (1) | (2) |\n|---|---|---|\n| x | 0.0975*** | -0.12 |\n| | (0.0270) | (0.03) |\n| R2 | 1.3 | 0.5 |\n| Adj. R2 | 0.9 | 0.6 |\n| N | 100 | 100 |\n\nStandard errors in parentheses. *** p<0.01, ** p<0.05, * p<0.1\n';

const otherTable = 'Table T1\n\n| | (1) | (9) |\n|---|---|---|\n| x | 0.1 | 0.2 |\n| z | 0.1 | |\n';

/** Commands that succeed. */
const commands: readonly (readonly string[])[] = [
  [...ols, '--full', '--cluster', 'id'],
  [...ols, '--full', '--vcov', 'hac:2', ...panel],
  [...ols, '--bootstrap', '39', '--seed', '1', '--workers', '0'],
  ['ols', 'panel.csv', 'y ~ x + L.z + twice', ...panel, '--full'],
  ['panel', 'panel.csv', 'y ~ x + z', ...panel, '--effects', 'random', '--full'],
  ['panel', 'panel.csv', 'y ~ x', ...panel, '--effects', 'within', '--full'],
  ['iv', 'panel.csv', 'y ~ 1 | x ~ z + L.x', ...panel, '--full'],
  ['iv', 'panel.csv', 'y ~ 1 | x ~ z', '--vcov', 'robust', '--full'],
  ['gmm', 'panel.csv', 'y ~ 1 | x ~ z + L.x', ...panel, '--full'],
  ['fit', 'dpd.yaml'],
  ['describe', 'panel.csv'],
  ['describe', 'panel.csv', '--by', 'g'],
  ['describe', 'panel.csv', ...panel],
  ['correlate', 'panel.csv'],
  ['panel-report', 'panel.csv', ...panel],
  ['test', 'ols.yaml', 'x = 0', '--diagnostics'],
  ['test', 'ols.yaml', 'x - z', 'x * z'],
  ['margins', 'ols.yaml', '--of', 'x'],
  ['predict', 'ols.yaml', 'panel.csv'],
  ['influence', 'dpd.yaml', '--workers', '0'],
  ['power', 'dpd.yaml', '--reps', '20', '--seed', '1', '--workers', '0'],
  ['weak', 'dpd.yaml', '--places', '20', '--workers', '0'],
  ['groups', 'ols.yaml', '--by', 'g', '--of', 'x', '--workers', '0', '--reps', '99'],
  ['permute', 'ols.yaml', '--of', 'x', '--reps', '99'],
  ['multiverse', 'ols.yaml', '--of', 'x', '--workers', '0'],
];

/** Commands whose pages have names of rules, groups and columns. */
const pages: readonly (readonly string[])[] = [
  ['instruments', 'dpd.yaml'],
  ['check', 'wrong.md'],
  ['study', 'study.yaml', '--no-cache'],
  ['check', 'study.yaml', '--printed', 'T1=other.md'],
  ['import', 'script.do'],
  ['plan', '--for', 'parallel', '--parts', '2', '-o', 'job', '--', ...ols, '--bootstrap', '99'],
  ['status', 'job'],
];

/** Commands that say what they wrote. */
const notices: readonly (readonly string[])[] = [
  ['convert', 'panel.csv', 'again.csv', '--protect-formulas'],
  ['init', 'panel.csv', 'paper.yaml'],
  ['multiverse', 'ols.yaml', '--of', 'x', '--workers', '0'],
  ['bundle', 'study.yaml', '--out', 'bundle.zip'],
];

/** Commands that are refused: the words of the command line, files, data, formulas, models, options and studies. */
const refusals: readonly (readonly string[])[] = [
  ['old'],
  ['ols'],
  ['ols', 'panel.csv', 'y ~ x', 'z', 'w'],
  [...ols, '--clusters', 'id'],
  [...ols, '--cluster'],
  [...ols, '--bootstrap', 'many'],
  [...ols, '--bootstrap', '99', '--scheme', 'wilder'],
  [...ols, '--bootstrap', '99', '--scheme', 'wild-cluster'],
  [...ols, '--vcov', 'HC9'],
  [...ols, '--vcov', 'hac:2'],
  [...ols, '--level', '5'],
  [...ols, '--set', 'vcov'],
  [...ols, '--set', 'tpye=1'],
  ['ols', 'nothing.csv', 'y ~ x'],
  ['ols', 'panel.csv', 'y ~ q'],
  ['ols', 'panel.csv', 'y ~ x +'],
  ['ols', 'panel.csv', 'y ~ s'],
  ['ols', 'panel.csv', 'y ~ L.x'],
  ['ols', 'panel.csv', 'y ~ x | s |'],
  ['ols', 'panel.csv', 'y ~ x', '--where', 'x > 1e9'],
  ['ols', 'panel.csv', 'y ~ x', '--where', 'x >'],
  ['panel', 'panel.csv', 'y ~ x'],
  ['iv', 'panel.csv', 'y ~ 1 | x'],
  ['iv', 'panel.csv', 'y ~ 1 | x + z ~ twice'],
  ['dpd', 'panel.csv', 'y ~ L.y', ...panel, '--gmm', 'y:9:12'],
  ['test', 'ols.yaml', 'q = 0'],
  ['test', 'ols.yaml', 'x = = 0'],
  ['margins', 'ols.yaml', '--of', 'q'],
  ['permute', 'ols.yaml', '--of', 'q', '--reps', '99'],
  ['groups', 'ols.yaml', '--by', 'nothing', '--of', 'x'],
  ['weak', 'ols.yaml'],
  ['power', 'dpd.yaml', '--reps', '-1'],
  ['influence', 'study.yaml'],
  ['multiverse', 'ols.yaml', '--of', 'q', '--workers', '0'],
  ['predict', 'nothing.yaml', 'panel.csv'],
  ['describe', 'panel.csv', '--by', 'q'],
  ['correlate', 'panel.csv', '--columns', 'y'],
  ['index', 'panel.csv', '--columns', 'y'],
  ['convert', 'panel.csv', 'panel.doc'],
  ['export', 'ols.yaml', '--as', 'spss'],
  ['import', 'wrong.md'],
  ['study', 'ols.yaml'],
  ['study', 'study.yaml', '--only', 'T9'],
  ['init', 'panel.csv', 'study.yaml'],
  ['check', 'panel.csv'],
  ['bundle', 'ols.yaml'],
  ['verify', 'nothing.zip'],
  ['plan', 'describe', 'panel.csv'],
  ['run', 'nowhere'],
  ['status', 'nowhere'],
  ['merge', 'nowhere'],
  ['explain', 'nothing-known'],
  ['completion', 'cmd'],
];

/** Terms, abbreviations and what other programs call things. */
const terms =
  /^(OLS|GMM|IV|LIML|SLS|CUE|AR|F|t|z|p|R2|n|k|J|K|S|CLR|SW|LM|LR|AIC|BIC|HQIC|MSE|KMO|VIF|chi|df|Anderson|Rubin|Hansen|Sargan|Wald|Hausman|Wu|Durbin|Watson|Basmann|Wooldridge|Kleibergen|Paap|Cragg|Donald|Stock|Yogo|Shea|Moreira|Breusch|Pagan|Godfrey|Cook|Weisberg|White|RESET|Jarque|Bera|Windmeijer|Bartlett|Parzen|Hahn|Kuersteiner|Hsiao|Andrews|Lu|Bond|Pearson|Spearman|Hyndman|Fan|HC\d|CV\d|CR\d|HAC|HTZ|Satterthwaite|delta|theta|rho|kappa|sigma_[ue]|corr|Xb|wild|JSON|Stata|simd|relaxed|build|wasmetrics|Rademacher|Mammen|Webb|Holm|BH|Romano|Wolf|tF|chi2|N|G|u|inf|BCa|Fuller|MA|hac|unit|time|wald|cr2|suest|permutation|bootstrap|robust|studentized)$/;

/** What a page has apart from Chinese, terms and the names of the data. */
function englishIn(page: string): string[] {
  const names =
    /^(panel|csv|id|year|y|x|z|twice|one|g|s|a|b|L\d?|D\d?|_cons|ols|iv|dpd|yaml|low|high|fitted|row|stdError|control|true|false)$/;
  const withoutCodes = page.replace(
    /[\da-f]{12}|\[[a-z-]+\]|--[a-z-]+|\b[a-z]+(?:-[a-z]+)+\b/g,
    '',
  );
  const words = withoutCodes.match(/[A-Za-z_][A-Za-z_\d]*/g) ?? [];
  return [...new Set(words)].filter((word) => !terms.test(word) && !names.test(word));
}

describe('in Chinese', () => {
  it.each(commands.map((args) => [args] as const))('%j prints no English', async (args) => {
    const { status, stdout, stderr } = await place.wasmetrics([...args, '--language', 'zh']);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/\p{Script=Han}/u);
    expect(englishIn(stdout)).toEqual([]);
  });

  it.each(pages.map((args) => [args] as const))('%j prints no English sentence', async (args) => {
    const { status, stdout, stderr } = await place.wasmetrics(['--language', 'zh', ...args]);
    expect(status, stderr).toBe(0);
    expect(stdout).toMatch(/\p{Script=Han}/u);
    expect(sentencesIn(stdout)).toEqual([]);
  });

  it.each(notices.map((args) => [args] as const))('%j says what it did', async (args) => {
    const { status, stderr } = await place.wasmetrics([...args, '--language', 'zh']);
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/\p{Script=Han}/u);
    expect(sentencesIn(stderr)).toEqual([]);
  });

  it.each(refusals.map((args) => [args] as const))('%j is refused', async (args) => {
    const { status, stderr } = await place.wasmetrics([...args, '--language', 'zh']);
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/\p{Script=Han}/u);
    expect(sentencesIn(stderr)).toEqual([]);
  });
});

/** Three English words in a row, which no command, formula or option has. */
function sentencesIn(page: string): string[] {
  const said = page
    .replace(/\bwasmetrics [a-z].*/g, '')
    .split('\n')
    .filter((line) => /\p{Script=Han}/u.test(line) || !/^\s/.test(line));
  return said.flatMap((line) => line.match(/\b[a-z]{2,}(?: [a-z]{2,}){2,}\b/gi) ?? []);
}
