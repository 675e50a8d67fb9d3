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
});
afterAll(() => place.remove());

const dpd =
  'estimator: dpd\ndata: panel.csv\nformula: y ~ L.y + x\npanel: {unit: id, time: year}\ngmm: [{vars: y, lags: [2, 4], collapse: true}]\niv: [{vars: x}]\nsystem: true\n';

const ols = ['ols', 'panel.csv', 'y ~ x + z'] as const;
const panel = ['--unit', 'id', '--time', 'year'] as const;

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
});
