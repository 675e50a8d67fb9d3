/** Errors of arguments, arrays, jobs, results and tests in English and Chinese, with the details of real calls. */
import { beforeAll, expect, test } from 'vitest';
import {
  delta,
  diagnostics,
  EconError,
  type FitResult,
  fitModel,
  hausman,
  init,
  parseResult,
  wald,
  weakIdentification,
} from 'wasmetrics';
import { correlate, describeData as describeColumns } from 'wasmetrics/data';
import { computeJobs } from 'wasmetrics/jobs';
import { errorText, toJson } from 'wasmetrics/report';
import { normal } from 'wasmetrics/distributions';
import * as estimators from 'wasmetrics/estimators';
import { cholesky, fromRows, gemm, lstsq, ready, solve } from 'wasmetrics/linalg';
import * as resampling from 'wasmetrics/resampling';
import { data as firms, model as dynamic } from '../../analysis/sensitivity/example.js';

/** More than a function of the caller can have; it is refused before one starts. */
const workers = 1;

const data = {
  firm: [1, 1, 2, 2, 3, 3],
  year: [1, 2, 1, 2, 1, 2],
  y: [1, 3, 2, 5, 4, 7],
  x: [2, 1, 4, 3, 6, 8],
};
let fit: FitResult;
let other: FitResult;

beforeAll(async () => {
  await ready();
  await estimators.ready();
  await resampling.ready();
  fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
  other = await fitModel(data, { estimator: 'ols', formula: 'y ~ year' });
});

const rows = (...lists: number[][]) => fromRows(lists);
const wrong = (value: unknown) => value as never;
const saved = () => JSON.parse(toJson(fit)) as Record<string, unknown>;

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

test.each<readonly [use: () => unknown, english: string, chinese: string]>([
  [
    () => wald(fit, 'x = 0', { level: 5 }),
    'hypothesis: level: expected a confidence level from 0.5 to below 1, such as 0.95 (did you mean 0.95?), found 5',
    'hypothesis：level：应为不小于 0.5 且小于 1 的置信水平，例如 0.95（是否指 0.95？），实为 5',
  ],
  [
    () => describeColumns(data, wrong({ colums: ['y'] })),
    'describe: options: expected keys among columns, by, unit, time, engine, workers, signal, onProgress, workerUrl, found colums',
    'describe：options：应为以下各键之一：columns、by、unit、time、engine、workers、signal、onProgress、workerUrl，实为 colums',
  ],
  [
    () => describeColumns(data, { columns: ['y', 'y'] }),
    'describe: columns: expected each name once, found y twice',
    'describe：columns：应为不重复的名称，实为 y 出现两次',
  ],
  [
    () => describeColumns(data, { time: 'year' }),
    'describe: unit: expected the name of a column, as time is given, found nothing',
    'describe：unit：应为变量名（因为给定了 time），实为空缺',
  ],
  [
    () => diagnostics(fit, { orders: 8 }),
    'diagnostics: orders: expected at most 5, one fewer than the 6 rows, found 8',
    'diagnostics：orders：应不超过 5（比行数 6 少 1），实为 8',
  ],
  [
    () => init({ module: wrong({}) }),
    'init: module: expected a compiled module of the core, found {}',
    'init：module：应为已编译的计算核心模块，实为 {}',
  ],
  [
    () => init(wrong({})),
    'init: source: expected { module } or { url }, found {}',
    'init：source：应为 { module } 或 { url }，实为 {}',
  ],
  [
    () => solve(rows([1, 2], [2, 4]), Float64Array.of(1, 2)),
    'solve: a: expected independent columns, found column 1 (counted from 0) that depends on the others: reciprocal condition number 0.0e+0; leave the column out, or use lstsq or pinv',
    'solve：a：各列应线性无关，第 1 列（从 0 计）可由其他列线性表示：条件数的倒数为 0.0e+0；请去掉该列，或使用 lstsq 或 pinv',
  ],
  [
    () => solve(rows([1, 2], [2, 5]), Float64Array.of(1, 2, 3)),
    'solve: b: expected 2 rows, found 3',
    'solve：b：应为 2 行，实为 3',
  ],
  [
    () => cholesky(rows([1, 2], [3, 1])),
    'cholesky: a: expected a symmetric matrix, found 2 in row 0, column 1 and 3 opposite; set triangle to lower or upper to read one triangle only',
    'cholesky：a：应为对称矩阵，第 0 行第 1 列为 2，其对称位置为 3；若只读取一个三角，请将 triangle 设为 lower 或 upper',
  ],
  [
    () => cholesky(rows([1, 2], [2, 1])),
    'cholesky: a: expected a positive definite matrix, found a leading minor of order 2 that is not positive; use eigSymmetric or pinv for a matrix that is singular or indefinite',
    'cholesky：a：应为正定矩阵，2 阶顺序主子式不为正；对奇异或不定矩阵请使用 eigSymmetric 或 pinv',
  ],
  [
    () => gemm(rows([1, NaN]), rows([1], [2])),
    'gemm: a: expected finite numbers, found NaN or infinity in row 0, column 1 (counted from 0); remove or replace it first',
    'gemm：a：应为有限数值，第 0 行第 1 列（从 0 计）为 NaN 或无穷大；请先删除或替换',
  ],
  [
    () => gemm(rows([1, 2]), rows([1, 2])),
    'gemm: b: expected 2 rows, as op(A) is 1 x 2, found 1',
    'gemm：b：应为 2 行（op(A) 为 1 x 2），实为 1',
  ],
  [
    () => lstsq(rows([1, 1], [1, 1], [1, 1]), Float64Array.of(1, 2, 3), { dependent: 'throw' }),
    'lstsq: a: expected independent columns, found column 0 (counted from 0) that depends on the others: rank 1 of 2; leave the column out, set dependent to omit, or use pinv',
    'lstsq：a：各列应线性无关，第 0 列（从 0 计）可由其他列线性表示：秩为 1，共 2 列；请去掉该列，将 dependent 设为 omit，或使用 pinv',
  ],
  [
    () => normal.quantile(2),
    'normal.quantile: p: expected a probability from 0 to 1, found 2',
    'normal.quantile：p：应为 0 到 1 之间的概率，实为 2',
  ],
  [
    () => estimators.ols([1, 2, 3], [[1, 2]]),
    'ols: x[0]: expected 3 numbers, as y has, found 2',
    'ols：x[0]：应为与 y 相同的 3 个数值，实为 2',
  ],
  [
    () => estimators.ols([1, 2, NaN], [[1, 2, 4]]),
    'ols: y: expected finite numbers, found NaN or infinity in row 3; leave the row out of every array',
    'ols：y：应为有限数值，第 3 行为 NaN 或无穷大；请从所有数组中去掉该行',
  ],
  [
    () => estimators.ols([1, 2, 3], [[1, 2, 4]], { names: ['_cons'] }),
    'ols: names: expected different texts other than _cons, found ["_cons"]',
    'ols：names：应为互不相同且不为 _cons 的文本，实为 ["_cons"]',
  ],
  [
    () =>
      estimators.dpd([1, 2, 3, 4], undefined, {
        unit: [1, 1, 2, 2],
        time: [1, 2, 1, 2],
        gmm: [{ vars: 'q' }],
      }),
    'dpd: unknown variable "q"; expected one of y, or a lag, lead or difference of one, such as L2.y',
    'dpd：没有变量 "q"；应为 y 之一，或其滞后、前导或差分，例如 L2.y',
  ],
  [
    () => resampling.bootstrapStatistic([1, 2, 3], () => NaN),
    'bootstrapStatistic: fn: expected finite numbers for all rows, found the statistic returned NaN or infinity',
    'bootstrapStatistic：fn：应为全部行上的有限数值，实际为：统计量返回 NaN 或无穷大',
  ],
  [
    () => resampling.bootstrapStatistic([1, 2, 3], () => [1, 2], { workers }),
    'bootstrapStatistic: workers: expected 0 with a function, which cannot be sent to a worker; export it from a module and pass { module, name }, found 1',
    'bootstrapStatistic：workers：应为 0（函数不能发送到工作线程；请从模块中导出该函数，并传入 { module, name }），实为 1',
  ],
  [
    () => resampling.jackknife([1, 2, 3], (rows) => rows.length, { cluster: [1, 1, 1] }),
    'jackknife: cluster: expected at least two clusters, found one; resample rows instead',
    'jackknife：cluster：至少应有两个聚类，实际只有一个；请改为对行重抽样',
  ],
  [
    () => {
      let n = 0;
      return resampling.jackknife([1, 2, 3], () => {
        if (n++ > 0) throw new Error('no rows');
        return 1;
      });
    },
    'jackknife: expected finite numbers, found 3 replicates without: no rows; check the function on resampled rows',
    'jackknife：应为有限数值，3 次重抽样均未得到：no rows；请在重抽样的行上检查该函数',
  ],
  [
    () =>
      resampling.bootstrapStatistic(
        [1, 2, 3],
        wrong(() => 'a'),
      ),
    'bootstrapStatistic: fn: expected finite numbers for all rows, found the statistic did not return a number or a list of numbers',
    'bootstrapStatistic：fn：应为全部行上的有限数值，实际为：统计量没有返回数值或数值列表',
  ],
  [
    () => correlate(data, { columns: ['y'] }),
    'correlate: columns: expected two or more columns of numbers, found ["y"]',
    'correlate：columns：应为两个或更多数值变量，实为 ["y"]',
  ],
  [
    () => wald(fit, 'x = 0, 1 = 2'),
    'hypothesis: "1 = 2" contradicts x = 0; omit one of them',
    'hypothesis：“1 = 2”与 x = 0 矛盾；请去掉其中一个',
  ],
  [
    () => wald(fit, 'x > 0, _cons = 1'),
    'hypothesis: expected an inequality by itself, found x > 0, _cons = 1; test x > 0 alone, or write "=" for a joint test',
    'hypothesis：不等式应单独检验，实为 x > 0、_cons = 1；请单独检验 x > 0，或用“=”进行联合检验',
  ],
  [
    () => delta(fit, 'log(0 - 1)'),
    'function: expected a finite value of "log(0 - 1)" at the estimates, found NaN',
    'function：“log(0 - 1)”在估计值处的取值应为有限值，实为 NaN',
  ],
  [
    () => delta(fit, 'x = 1'),
    'function: expected an expression without "=", found "x = 1"; use a Wald test for hypotheses',
    'function：应为不含“=”的表达式，实为“x = 1”；检验假设请用 Wald 检验',
  ],
  [
    () => hausman(fit, other),
    'hausman: expected coefficients that both fits have, found x, _cons in one and year, _cons in the other',
    'hausman：两个估计应有共同的系数，实际一个为 x、_cons，另一个为 year、_cons',
  ],
  [
    () => hausman(fit, fit, { robust: true }),
    'hausman: expected a random effects fit for the robust test, found ols',
    'hausman：稳健检验需要随机效应估计，实为 ols',
  ],
  [
    () =>
      hausman(
        wrong({ ...saved(), kind: undefined, vcov: { names: ['x'], values: [[1], [2]] } }),
        fit,
      ),
    'hausman: fit.vcov: expected a square matrix with the names of the coefficients, found 2 rows for 1 name',
    'hausman：fit.vcov：应为以系数命名行和列的方阵，实为 2 行对应 1 个名称',
  ],
  [
    () => parseResult(wrong({ ...saved(), kind: 'wald' })),
    'result: kind: expected fit, found "wald"',
    'result：kind：应为 fit，实为 "wald"',
  ],
  [
    () => parseResult(wrong({ ...saved(), level: 'high' })),
    'result: level: expected a number, found "high"',
    'result：level：应为数值，实为 "high"',
  ],
  [
    () => parseResult(wrong({ ...saved(), statistic: 'F' })),
    'result: statistic: expected "t" or "z", found "F"',
    'result：statistic：应为 "t" 或 "z"，实为 "F"',
  ],
  [
    async () => weakIdentification(await fitModel(firms, dynamic), { coefficients: ['q'] }),
    'weak: expected coefficients among L1.n, L2.n, w, k, _cons, found q',
    'weak：应为以下系数之一：L1.n、L2.n、w、k、_cons；实为 q',
  ],
  [
    () => diagnostics(wrong(parseResult(saved() as never))),
    'diagnostics: expected a fit with its rows, found a result read from a file; fit the model again',
    'diagnostics：应为带有数据行的估计，实为从文件读取的结果；请重新估计模型',
  ],
  [
    () => computeJobs(wrong({ kind: 'dance' }), { ranges: [], take: () => undefined }),
    'computeJobs: expected a task of this build, found the kind dance; send it with the build that computes it',
    'computeJobs：应为此构建版本的任务，实际类型为 dance；请用计算它的同一构建版本发送',
  ],
  [
    () => computeJobs(wrong({ kind: 'statistic' }), { ranges: [], take: () => undefined }),
    'computeJobs: expected a task that is data, found one that names code; a statistic of yours runs in the process that you give it, with its own workers',
    'computeJobs：任务应只含数据，实际指定了代码；自定义统计量只在定义它的进程及其工作线程中运行',
  ],
  [
    () =>
      computeJobs(wrong({ kind: 'replicates' }), {
        ranges: [{ first: 2, end: 1 }],
        take: () => undefined,
      }),
    'computeJobs: ranges: expected a list of ranges {first, end} that are not empty, found [{"first":2,"end":1}]',
    'computeJobs：ranges：应为由非空范围 {first, end} 组成的列表，实为 [{"first":2,"end":1}]',
  ],
])('an error says the same in English and in Chinese: case %#', async (use, english, chinese) => {
  expect(await said(use)).toEqual([english, chinese]);
});

test('a module of another program is told apart from one of another build', async () => {
  const empty = await WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  const [english, chinese] = await said(() => init({ module: empty }));
  expect(english).toContain('found a module of another program; pass wasmetrics.wasm');
  expect(chinese).toContain('，实为其他程序的模块；请传入本软件包的 wasmetrics.wasm');
});
