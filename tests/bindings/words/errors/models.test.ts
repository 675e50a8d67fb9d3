/** Errors of models, bootstraps and analyses of fits in English and Chinese, with the details of real calls. */
import { expect, test } from 'vitest';
import {
  bootstrap,
  compareGroups,
  EconError,
  type FitResult,
  fitModel,
  influence,
  margins,
  multipleTests,
  multiverse,
  parseModel,
  permutationTest,
  simulatePower,
  predict,
  withData,
} from '../../../../bindings/index.js';
import { compositeIndex } from '../../../../bindings/entries/data.js';
import { comparisonTable, errorText } from '../../../../bindings/entries/report.js';
import { data as firms, model as dynamic } from '../../analysis/sensitivity/example.js';

const data = {
  firm: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4],
  year: [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3],
  y: [1, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13],
  x: [2, 1, 4, 3, 6, 8, 5, 9, 7, 12, 11, 10],
  z: [1, 0, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5],
  w: [1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  side: ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'b', 'b'],
  flat: [0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5],
};
const panel = { unit: 'firm', time: 'year' };
const wrong = (value: unknown) => value as never;
const ols = (formula: string, more: object = {}): Promise<FitResult> =>
  fitModel(data, { estimator: 'ols', formula, ...more } as never);

/** What a call that fails says, in both languages. */
async function said(use: () => unknown): Promise<readonly [english: string, chinese: string]> {
  try {
    await use();
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    return [errorText(error), errorText(error, { language: 'zh' })];
  }
  throw new Error('nothing failed');
}

test.each<readonly [name: string, use: () => unknown, english: string, chinese: string]>([
  [
    'a collinear regressor',
    () => ols('y ~ x + i(side) + i(firm)', { collinear: 'error' }),
    'ols: regressor "firm=4" is a linear combination of side=b, firm=3; leave it out, or set collinear to omit',
    'ols：解释变量“firm=4”是 side=b、firm=3 的线性组合；请将其去掉，或将 collinear 设为 omit',
  ],
  [
    'too few rows',
    () => ols('y ~ x', { where: 'firm == 1 && year < 3' }),
    'ols: 2 rows for 2 coefficients (x, _cons); expected more rows than coefficients: leave out regressors or add rows',
    'ols：2 行对 2 个系数（x、_cons）；行数必须多于系数：请减少解释变量或增加行',
  ],
  [
    'a negative weight',
    () => ols('y ~ x', { weights: { column: 'w', type: 'analytic' } }),
    'ols: weights in column "w" must be positive, found -1 in row 3',
    'ols：权重变量“w”必须为正数，第 3 行为 -1',
  ],
  [
    'instruments of ols',
    () => ols('y ~ 1 | x ~ z'),
    'ols: formula "y ~ 1 | x ~ z" has instruments; expected only y ~ x1 + x2 | fe1 + fe2: use the estimator iv or gmm',
    'ols：公式“y ~ 1 | x ~ z”含有工具变量；应只有 y ~ x1 + x2 | fe1 + fe2：请用估计方法 iv 或 gmm',
  ],
  [
    'too few instruments',
    () => fitModel(data, { estimator: 'iv', formula: 'y ~ 1 | x + z ~ w' }),
    'iv: 1 instrument (w) for 2 endogenous regressors (x, z); expected at least 1 more',
    'iv：2 个内生解释变量（x、z）只有 1 个工具变量（w）；至少还需要 1 个',
  ],
  [
    'an unknown key',
    () => parseModel(wrong({ estimator: 'ols', formula: 'y ~ x', vcvo: 'HC1' })),
    'model: unknown key vcvo (did you mean "vcov"?)',
    'model：未知的键 vcvo（是否为“vcov”？）',
  ],
  [
    'a key of another estimator',
    () => parseModel(wrong({ estimator: 'dpd', formula: 'y ~ L.y', kappa: 1 })),
    'model: kappa is not available for the estimator dpd',
    'model：估计方法 dpd 不支持 kappa',
  ],
  [
    'a wrong value',
    () => parseModel(wrong({ estimator: 'iv', formula: 'y ~ 1 | x ~ z', kappa: -1 })),
    'model: kappa: expected a number of at least 0, found -1',
    'model：kappa：应为不小于 0 的数，实为 -1',
  ],
  [
    'a list that is none',
    () => parseModel(wrong({ estimator: 'dpd', formula: 'y ~ L.y', gmm: 3 })),
    'model: panel: expected {unit, time}, the columns of units and periods (add --unit and --time, or panel: {unit, time} in a model), found nothing',
    'model：panel：应为 {unit, time}，即个体与时期的变量（请加 --unit 与 --time，或在模型中写 panel: {unit, time}），实为空缺',
  ],
  [
    'leverages with instruments',
    () => parseModel({ estimator: 'iv', formula: 'y ~ 1 | x ~ z', vcov: { type: 'HC3' } }),
    'model: vcov.type: expected unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with instruments, as HC2 to HC4, CV2 and CV3 need the leverages of least squares, found "HC3"',
    'model：vcov.type：应为 unadjusted、HC0、HC1、CV1、hac、driscoll-kraay 之一（有工具变量时），因为 HC2 至 HC4、CV2、CV3 需要最小二乘的杠杆值，实为 "HC3"',
  ],
  [
    'an option of another method',
    () => parseModel({ estimator: 'iv', formula: 'y ~ 1 | x ~ z', fuller: 1 }),
    'model: fuller: expected nothing with method 2sls, found 1',
    'model：fuller：应为空（method 为 2sls 时），实为 1',
  ],
  [
    'lags beyond the panel',
    () =>
      fitModel(data, {
        estimator: 'dpd',
        formula: 'y ~ L.y',
        panel,
        gmm: [{ vars: ['y'], lags: [7, 8] }],
      }),
    'dpd: gmm[0] takes lags of y from 7; expected at most 2, as the panel has 3 periods, 1 to 3',
    'dpd：gmm[0] 取 y 从第 7 期起的滞后；至多为 2，因为面板只有 3 个时期，自 1 至 3',
  ],
  [
    'a program that is not followed',
    () =>
      parseModel({
        estimator: 'dpd',
        formula: 'y ~ L.y',
        panel,
        gmm: [{ vars: 'y', lags: [2, 3] }],
        compat: 'plm',
        system: true,
      }),
    'model: compat: plm is not reproduced for system models, whose other instruments it splits by equation and whose AR tests leave level residuals out; expected another model, or compat xtabond2',
    'model：compat：plm 的结果不能重现于：系统模型（它将其他工具变量按方程拆分，其 AR 检验不含水平残差）；请用其他模型，或 compat xtabond2',
  ],
  [
    'data of another fit',
    async () => withData({ ...(await ols('y ~ x')) }, data, { estimator: 'ols', formula: 'y ~ z' }),
    'withData: expected the data and the model of the fit, found another fit: coefficients was x, _cons and is now z, _cons; pass what the result was computed from',
    'withData：数据与模型应与该估计相同，实为另一个估计：系数原为 x, _cons，现为 z, _cons；请提供计算该结果时所用的数据与模型',
  ],
  [
    'a constant indicator',
    () =>
      compositeIndex(
        { a: [1, 1, 1], b: [1, 2, 3] },
        { method: 'equal', columns: { a: '+', b: '+' } },
      ),
    'index: column "a" is 1 in every row; leave it out',
    'index：变量“a”每一行都为 1；请将其去掉',
  ],
  [
    'weights that do not sum to one',
    () => compositeIndex(data, { method: 'given', columns: { x: '+', z: '+' }, weights: [1, 1] }),
    'index: weights: expected numbers that sum to 1, found a sum of 2',
    'index：weights：应为总和为 1 的数值，实为总和为 2',
  ],
  [
    'a scheme of other estimators',
    async () => bootstrap(await fitModel(firms, dynamic), { reps: 9, scheme: 'wild' }).result,
    'bootstrap: scheme wild is not available for dpd, because units are drawn whole; expected cluster',
    'bootstrap：dpd 没有方案 wild，因为个体整体抽取；应为 cluster',
  ],
  [
    'an option of another scheme',
    async () => bootstrap(await ols('y ~ x'), { reps: 9, scheme: 'pairs', variant: '11' }).result,
    'bootstrap: variant: expected nothing with scheme pairs, found 11',
    'bootstrap：variant：应为空（方案为 pairs 时），实为 11',
  ],
  [
    'a permutation of instruments',
    async () =>
      permutationTest(await fitModel(data, { estimator: 'iv', formula: 'y ~ 1 | x ~ z' }), {
        of: 'x',
        reps: 9,
      }),
    'permutation: permuting an endogenous regressor would remove its correlation with the error; expected ols or panel, for example of the outcome on the instruments',
    'permutation：置换内生解释变量会消除它与误差的相关；应为 ols 或 panel，例如被解释变量对工具变量的回归',
  ],
  [
    'an unknown coefficient',
    async () => multipleTests([await ols('y ~ x')], { of: ['xx'] }),
    'multipleTests: of: expected coefficients of the models, found xx (did you mean "x"?)',
    'multipleTests：of：应为模型的系数，实为 xx（是否为“x”？）',
  ],
  [
    'a level that no row has',
    () =>
      compareGroups(
        data,
        { estimator: 'ols', formula: 'y ~ x' },
        { by: 'side', of: 'x', levels: ['a', 'c'] },
      ),
    'groups: levels: expected values of side (a, b), found c',
    'groups：levels：应为 side 的取值（a、b），实为 c',
  ],
  [
    'one group that can be estimated',
    () =>
      compareGroups(
        data,
        { estimator: 'ols', formula: 'y ~ flat' },
        { by: 'side', of: 'flat', methods: ['wald'] },
      ),
    'groups: by: expected at least two groups that can be estimated, found b only; flat is zero in every row in group a, so it has no coefficient there; compare another regressor (--of) or the other groups (--levels)',
    'groups：by：至少应有两个可以估计的组，实际只有 b；flat 在组 a 的每一行都为零，因而在该组没有系数；请比较其他解释变量（--of），或其他组（--levels）',
  ],
  [
    'a variable that changes no effect',
    async () => margins(await ols('y ~ x + z'), { of: 'x', over: 'z' }),
    'margins: over: expected a variable that changes the effect of x, found z; the effect of x is the same everywhere; leave over out or add x:z to the formula',
    'margins：over：应为改变 x 的效应的变量，实为 z；x 的效应处处相同；请去掉 over，或在公式中加入 x:z',
  ],
  [
    'a prediction interval',
    async () => predict(await ols('y ~ x | firm'), undefined, { interval: 'prediction' }),
    'predict: interval: expected confidence, found prediction: the covariance of absorbed effects is not estimated',
    'predict：interval：应为 confidence，实为 prediction：没有估计被吸收效应的协方差',
  ],
  [
    'clusters of a dynamic panel',
    async () => influence(await fitModel(firms, dynamic), { cluster: 'firm' }),
    'influence: cluster: expected none, found firm; in a dynamic panel units are left out',
    'influence：cluster：不应指定聚类，实为 firm；动态面板中逐个去掉的是个体',
  ],
  [
    'too many specifications',
    () =>
      multiverse(
        data,
        { estimator: 'ols', formula: 'y ~ x + z' },
        { over: { controls: 'all' }, cap: 1 },
      ),
    'multiverse: expected at most 1 specifications, found 2; raise the limit with cap or --yes',
    'multiverse：设定至多为 1 个，实为 2 个；请用 cap 或 --yes 提高上限',
  ],
  [
    'a violation without a size',
    async () =>
      simulatePower(await fitModel(firms, dynamic), {
        violations: [{ kind: 'endogeneity', size: 2 }],
      }),
    'power: violations: endogeneity: expected a size between -1 and 1 other than 0, found 2',
    'power：violations: endogeneity：应为 -1 与 1 之间且不为 0 的大小，实为 2',
  ],
])('%s is told in English and in Chinese', async (_, use, english, chinese) => {
  expect(await said(use)).toEqual([english, chinese]);
});

test('a reason in a comparison is told in the language of its table', async () => {
  const comparison = await compareGroups(
    data,
    { estimator: 'iv', formula: 'y ~ 1 | x ~ z' },
    { by: 'side', of: 'x', methods: ['cr2'] },
  );
  const [difference] = comparison.differences;
  expect(difference!.reason).toBe('cr2 is for least squares, found iv; use --method suest');
  const table = comparisonTable(comparison, { language: 'zh' });
  expect(JSON.stringify(table)).toContain('cr2 用于最小二乘，实为 iv；请用 --method suest');
});
