/** Errors of bootstraps and comparisons of groups, in Chinese. */
import { retold, type Retold } from '../../told.js';
import { expectations } from '../expectations/index.js';
import { explainers, spaced, listed, suggested } from '../text.js';
import type { Every } from '../../vocabulary/errors.js';
import type * as bootstrap from '../../errors/bootstrap/index.js';

const again = '；请重新计算检查点';

function damaged(damage: bootstrap.checkpoints.Damage): string {
  switch (damage.kind) {
    case 'replicates':
      return `重复应有 ${damage.expected} 字节，实为 ${damage.found}${again}`;
    case 'status':
      return `应为各次重复的状态，实为 ${damage.found}${again}`;
    case 'no-bytes':
      return `应为 Uint8Array 中的字节，实为 ${damage.found}${again}`;
    case 'no-checkpoint':
      return '应为检查点，实为其他内容；请指定自助法写出的文件';
    case 'format': {
      const earlier = damage.found < damage.expected ? '（较早的版本）' : '';
      return `检查点格式应为 ${damage.expected}，实为 ${damage.found}${earlier}${again}`;
    }
    case 'header':
      return `文件头应有 ${damage.expected} 字节，实为 ${damage.found}：它被截短或损坏${again}`;
    case 'changed':
      return `内容应与写出时相同，实际不同：它被更改、损坏或截短${again}`;
  }
}

const inSeveral = (units: number, column: string) => `${column} 的 ${units} 个个体属于几个组`;

interface TooFew {
  readonly units: number;
  readonly column: string | undefined;
  readonly coefficients: number;
  readonly twoStep: boolean;
}

function tooFew({ units, column, coefficients, twoStep }: TooFew): string {
  const what = column === undefined ? `${units} 行` : `${column} 的 ${units} 个个体`;
  return twoStep
    ? `两步加权矩阵所需的不同个体与系数一样多，而从${what}中抽取时很少有 ${coefficients} 个；请用 steps 1、较少的解释变量，或 --method wald`
    : `从${what}中抽取时很少能识别 ${coefficients} 个系数；请用较少的解释变量，或 --method wald`;
}

function inGroup(name: string, explainedBy: readonly string[], group: string): string {
  const constant = explainedBy.length === 1 && explainedBy[0] === '_cons';
  if (constant) return `${name} 在组 ${group} 中为常数`;
  return explainedBy.length === 0
    ? `${name} 在组 ${group} 的每一行都为零`
    : `${name} 在组 ${group} 中与 ${listed(explainers(explainedBy))} 完全共线`;
}

const causes: Retold<typeof bootstrap.failures> = {
  'empty-sample/replicate': () => '重抽样没有完整的行',
  'too-few-clusters/replicate': () => '重抽样只有一个聚类',
  'no-degrees-of-freedom/replicate': () => '重抽样没有自由度',
  'singular-weighting/replicate': () => '加权矩阵奇异',
  'not-converged/replicate': () => '迭代没有收敛',
  'extreme-column/replicate': () => '某列过大或过小，无法计算其乘积',
  'rank-deficient/replicate': () => '参数在重抽样中不可识别',
  'under-identified/replicate': () => '重抽样的工具变量少于参数',
  'not-positive-definite/replicate': () => '某个矩阵不是正定的',
  'overflow/replicate': () => '估计值不是有限值',
};

/** Why replicates failed, by the code of their error. */
function causeOf(code: string): string | undefined {
  const all: Readonly<Record<string, () => string>> = causes;
  return all[`${code}/replicate`]?.();
}

const sums: Readonly<
  Record<bootstrap.unavailable.Unsummable, readonly [reason: string, instead: string]>
> = {
  twoway: ['时期效应由全部个体共有', '含 i(时期) 的 effects within'],
  random: ['随机效应以估计的方差为各行加权', ' effects within 或 pooled'],
  between: ['组间估计中每个个体只有一行', '个体均值的 ols'],
};

export const bootstrapErrors: Every<typeof bootstrap> = {
  'checkpoint-exists': () => '不应已有检查点，实际已有；请继续它（resume），或将其删除',
  'bad-checkpoint': ({ damage }) => damaged(damage),
  'bad-checkpoint/header': ({ expectation }) =>
    `应为${spaced(retold(expectations, expectation))}，实为其他内容；请重新计算检查点`,
  'other-run': ({ differences }) =>
    `属于另一次运行：${differences.map(({ what, expected, found }) => `${what} 应为 ${expected}，实为 ${found}`).join('；')}`,
  'insecure-page/checkpoint': () => '检查点要求网页经 https 或从 localhost 载入',
  'checkpoint-not-read': ({ reason }) => `无法读取检查点：${reason}`,
  'checkpoint-not-written': ({ reason }) => `无法写入检查点：${reason}`,
  'bad-checkpoint/replicates': ({ width }) =>
    `应为按次序、每次 ${width} 个数的重复，实为其他内容；请重新计算`,
  'no-bootstrap/switching': ({ units, column }) =>
    `${inSeveral(units, column)}，而动态面板要求每个个体的各期在一起；请用 --method bootstrap`,
  'no-bootstrap/labels': ({ column }) =>
    `动态面板在置换中按个体计算标准误，而组别将按 ${column} 交换；请用 --method bootstrap`,
  'no-bootstrap/permutations': ({ estimator }) =>
    `置换需要各行或个体之和，而它们不能确定 ${estimator}；请用 --method bootstrap`,
  'no-bootstrap/influence': ({ estimator }) =>
    `suest 需要影响函数，而 ${estimator} 没有；请用 --method bootstrap`,
  'no-bootstrap/wild': ({ estimator }) => `野生自助法用于 ols、panel 与 iv，实为 ${estimator}`,
  'no-comparison/other-estimates': () => '含交互项的合并模型有不同的估计值；请用 --method suest',
  'no-comparison/pooled': ({ cause }) => `含交互项的合并模型无法估计：${cause.text}`,
  'no-comparison/no-pooled': () => '含交互项的合并模型无法估计；请用其他方法',
  'no-comparison/suest-common': () =>
    'suest 比较分别得到的估计，而设定 common 时它们有共同的系数；请用 --method wald',
  'no-comparison/suest-errors': ({ type }) =>
    `suest 使用稳健或聚类标准误，实为 ${type}；请用 --cluster，或 --method bootstrap`,
  'no-comparison/suest-clusters': ({ columns }) =>
    `suest 只有一维聚类，实为 ${columns.join('、')}；请用 --cluster 选择其一`,
  'no-comparison/many-clusters': () => '聚类如此之多，小样本修正可以忽略；请用 --method wald',
  'no-comparison/cr2': ({ found, effects }) =>
    `cr2 用于最小二乘，实为 ${effects ? 'effects ' : ''}${found}；请用 --method suest`,
  'no-comparison/variation': () => '去除聚类后差异没有变动；请用 --method wald',
  'no-comparison/bdiff': () => 'bdiff 用于系数各自不同的 ols、panel、iv 与 gmm',
  'no-comparison/frequencies': () =>
    '带频数权重的一行代表若干行，其组别会一起交换；请改为在数据中重复该行',
  'no-comparison/same-labels': ({ column }) =>
    `${column} 中在相同时期有观测的个体属于同一组，交换它们没有变化；请用 --method bootstrap`,
  'no-comparison/few-permutations': ({ smallest }) =>
    `组别的不同置换太少，没有低于 ${smallest} 的 p 值；请用 --method wild 或 wald`,
  'no-comparison/failed-permutations': ({ failed, reps }) =>
    `${reps} 次置换中有 ${failed} 次使某个组无法估计；请用 --method bootstrap`,
  'no-comparison/few-signs': ({ units, smallest }) =>
    `${units} 个聚类的符号向量太少：没有低于 ${smallest} 的 p 值；请用 --method permutation`,
  'no-comparison/replicates': () => '没有任何一次重复可以估计',
  'no-comparison/correlated': ({ units, column }) =>
    `${inSeveral(units, column)}，其估计因而相关；请用 --method bootstrap`,
  'no-comparison/errors': ({ type }) => `类型为 ${type} 的误差在组间相关；请用 --method bootstrap`,
  'no-comparison/variance': () => '差异的方差不为正；请用其他标准误',
  'no-comparison/spread': () => '两个估计值的方差在舍入误差内为零，无法检验',
  'no-comparison/group': ({ group, cause }) => `组 ${group} 无法估计：${cause.text}`,
  'no-comparison/not-tested': () => '没有对其检验',
  'no-comparison/failed-replicates': ({
    failed,
    reps,
    group,
    cause,
    units,
    column,
    coefficients,
    twoStep,
  }) =>
    `${reps} 次重复中有 ${failed} 次在组 ${group} 失败：${cause.text}；${tooFew({ units, column, coefficients, twoStep })}`,
  ...causes,
  'empty-sample/group': ({ group }) =>
    `组 ${group} 在样本中没有任何行；请将其与其他组合并，或去掉（--levels）`,
  'too-few-clusters/group': ({ group, column }) =>
    `组 ${group} 只有 ${column} 的一个个体，没有聚类标准误；请将其与其他组合并，或去掉（--levels）`,
  'one-group/estimated': ({ group, cause }) =>
    `至少应有两个可以估计的组，实际只有 ${group}；${cause.text}`,
  'unknown-coefficient/group': ({ found, group, names }) =>
    `应为组 ${group} 的系数（${names.join('、')}），实为 ${found}`,
  'omitted-coefficient/group': ({ coefficient, explainedBy, group }) =>
    `${inGroup(coefficient, explainedBy, group)}，因而在该组没有系数；请比较其他解释变量（--of），或其他组（--levels）`,
  'rank-deficient/group': ({ coefficient, explainedBy, group }) =>
    `${inGroup(coefficient, explainedBy, group)}；请将其去掉，或令其在各组相同（--common）`,
  'bad-value/common': ({ estimator }) =>
    `估计方法 ${estimator} 应为 false，实为 true；请分别估计各组`,
  'many-groups': ({ found, count }) =>
    `应为某变量的各组，而 ${found} 有 ${count} 个不同数值；请用 --continuous 与其交互，或选择取值（--levels）`,
  'bad-value/compared-column': ({ found }) =>
    `应为所比较的解释变量以外的变量，而 ${found} 在其各组内不变；若要按其大小分组，请在 build 中用 cut()`,
  'bad-value/level': ({ found, by, values }) =>
    `应为 ${by} 的取值（${(values.length > 10 ? [...values.slice(0, 10), '…'] : values).join('、')}），实为 ${found}`,
  'one-group/values': ({ found, count }) =>
    `至少应有两个组，${found} 只有 ${count} 个；请用其他变量（--by），或指定两个取值（--levels）`,
  'unknown-coefficient/moderated': ({ found, known }) =>
    `应为解释变量（${known.join('、')}），实为 ${found}`,
  'bad-value/continuous': ({ of, by }) =>
    `应为 ols、panel、iv 或 gmm，实为 dpd；请在模型中加入 ${of}:${by} 及其工具变量，并用 margins`,
  'omitted-coefficient/product': ({ found, of }) =>
    `${found} 是其他解释变量的线性组合，因此 ${of} 的效应不能随其变化`,
  'bad-value/text-moderator': ({ found }) =>
    `设定 continuous 时应为数值变量，而 ${found} 为文本；要比较其各组，请去掉 continuous`,
  'unknown-coefficient/pair': ({ of }) => `这一对组中没有 ${of}`,
  'no-implied-probabilities': ({ instruments, units }) =>
    `brown-newey 需要使 ${instruments} 个工具变量的矩为零的 ${units} 概率，但不存在；请减少工具变量，或设 recenter 为 true`,
  'unknown-coefficient/models': ({ found, near }) =>
    `应为模型的系数，实为 ${found}${suggested(near)}`,
  'unknown-coefficient/permutation': ({ found, known }) =>
    `应为 ${listed(known)} 中的解释变量，实为 ${found}`,
  'no-test/p-value': ({ coefficient, depvar }) =>
    `${depvar} 的 ${coefficient} 没有 p 值；请将其去掉`,
  'no-test/errors': ({ depvar }) =>
    `${depvar} 的各次重复没有标准误；请用方案 cluster、pairs 或 wild-cluster`,
  'no-test/complete': () => '没有任何一次重复含全部统计量；请抽取更多次',
  'too-many-replicates/hypotheses': ({ hypotheses, reps, bytes, most }) =>
    `${hypotheses} 个假设与 ${reps} 次重复需要 ${bytes} 字节；重复至多为 ${most} 次，或用无需抽取的 adjust holm、bh 或 sharpened-q`,
  'other-rows/numbers': ({ first, rows, other, otherRows }) =>
    `应为同一估计方法、同样各行的模型，而 ${other} 有 ${otherRows} 行，${first} 有 ${rows} 行；请用 where，或 holm`,
  'other-rows/rows': ({ first, other }) =>
    `应为同一估计方法、同样各行的模型，而 ${other} 与 ${first} 使用不同的行；请用 where，或 holm`,
  'other-rows/units': () =>
    '应为同一估计方法、同样各行的模型，而这些模型抽取的单位不同；请用 where，或 holm',
  'too-many-replicates/memory': ({ reps, width, bytes, limit }) =>
    `${reps} 次重复、每次 ${width} 个数需要 ${bytes} 字节；应少于 ${limit}`,
  'not-positive-definite/lone-cluster': () =>
    '某个系数只由一个聚类识别，刀切法不能去掉该聚类；应为 variant 11',
  'not-positive-definite/moments-basis': () => '矩条件没有基',
  'missing-cluster': ({ column, row }) => `变量“${column}”在估计所用的第 ${row} 行缺失`,
  'runner-failed/width': ({ count, width, found }) =>
    `${count} 次重复应有 ${count * width} 个数，实为 ${found} 个；运行器返回了另一个自助法的结果`,
  'other-build': ({ fit, found }) =>
    `应为估计模型的构建 ${fit}，实为 ${found}；请为两个函数提供同一 engine`,
  'too-many-failed-draws': ({ failed, completed, failures }) =>
    `${completed} 次重复中有 ${failed} 次失败；至多应为一半：${failures.map(({ code, reason, replicates }) => `${causeOf(code) ?? reason}（${replicates}）`).join('；')}`,
  'no-bootstrap/ordered': ({ scheme }) =>
    `方案 ${scheme} 取决于各行的次序，不能去掉或重新标记行；应为 pairs、cluster、wild、wild-cluster 或 residual`,
  'no-bootstrap/split-units': ({ column, unit }) =>
    `动态面板要求每个个体的各期在一起，而 ${column} 的取值拆分了 ${unit} 的个体；聚类应包含完整的个体`,
  'no-bootstrap/within': () =>
    'within：聚类整体交换，而该变量在聚类内变动；请选择在聚类内不变的变量',
  'no-bootstrap/exchange': () => '没有可以交换的；至少应有两行，或两个大小相同的聚类',
  'no-bootstrap/across-levels': ({ effect }) =>
    `跨 ${effect} 的取值置换会改变其效应；应设 within 为 ${effect}，或将效应写作 i(${effect})`,
  'no-bootstrap/permutation-fit': ({ estimator }) =>
    `应为本进程中 ols 或 panel 的估计结果，实为 ${estimator} 的结果`,
  'no-bootstrap/perfect-fit': ({ of, depvar }) =>
    `应有可置换的残差，实际没有：不含 ${of} 的模型在舍入误差内完全拟合 ${depvar}；请用其他被解释变量`,
  'no-bootstrap/endogenous': () =>
    '置换内生解释变量会消除它与误差的相关；应为 ols 或 panel，例如被解释变量对工具变量的回归',
  'no-bootstrap/weighted-permutation': () => '加权的行方差不同，不能交换；不应有权重',
  'no-bootstrap/several-effects': ({ effects }) =>
    `置换只能保留一个被吸收的效应，实为 ${effects.join('、')}；请将其余的写作 i(变量)`,
  'no-bootstrap/permuted-t': ({ type }) =>
    `置换的 t 统计量需要普通、稳健或单向聚类的方差，实为 vcov ${type}；请用 statistic coefficient`,
  'no-bootstrap/cluster-of-index': ({ column, row }) =>
    `cluster：变量“${column}”在指数所用的第 ${row} 行缺失；指数的每一行都应属于某个聚类，或设 rebuild 为 false`,
  'no-bootstrap/rebuild': ({ estimator, indices }) =>
    `${estimator} 的估计不能重新构造指数 ${indices.join('、')}；应设 rebuild 为 false`,
  'no-bootstrap/kept-rows': ({ scheme, indices }) =>
    `方案 ${scheme} 保留各行，因此不能重新构造指数 ${indices.join('、')}；应用方案 pairs 或 cluster，或设 rebuild 为 false，将指数视为给定`,
  'no-bootstrap/index-units': ({ other }) =>
    `brown-newey 为估计所用的个体赋予概率，而指数还用到估计未用的 ${other}；应设 recenter 为 true 或 false，或设 rebuild 为 false`,
  'no-bootstrap/built-otherwise': ({ column }) =>
    `${column} 由与现在的数据不同的行或取值构造，不能重新构造；请最后构造它，重新估计，或设 rebuild 为 false`,
  'no-bootstrap/nonlinear': () => '非线性矩条件不能用自助法；应设 nonlinear 为 false',
  'no-bootstrap/steps': ({ steps }) => `steps ${steps} 不能用自助法；应为 steps 1 或 2`,
  'no-bootstrap/dynamic-scheme': ({ scheme }) =>
    `dpd 没有方案 ${scheme}，因为个体整体抽取；应为 cluster`,
  'no-bootstrap/dynamic-errors': ({ type, steps, clustered }) =>
    `studentized 区间与 ar 需要每次重复的标准误：一步之后为 robust，两步之后为 windmeijer、robust 或 unadjusted，按个体聚类；实为${clustered ? '其他聚类' : ` ${type}、steps ${steps}`}`,
  'no-bootstrap/test-covariance': ({ test, type, scheme }) =>
    `${test} 需要每次重复中估计结果各检验的协方差：方案 pairs 时应为 vcov unadjusted、HC0 或 HC1，方案 cluster 时应为 unadjusted 或所抽聚类的 CV1；实为 vcov ${type} 与方案 ${scheme}`,
  'no-bootstrap/frequencies': () =>
    '带频数权重的一行代表若干行，不能逐一抽取；请改为在数据中重复该行',
  'no-bootstrap/sums': ({ why, clusters }) =>
    `${sums[why][0]}；应用${clusters ? '方案 cluster，或' : ''}${sums[why][1]}`,
  'no-bootstrap/recentred': ({ method }) =>
    `method ${method} 时每次重复由所抽的行估计，其矩不能重新中心化；应设 recenter 为 brown-newey 或 false，或用没有被吸收效应且 center 为 false 的 method one-step 或 two-step`,
  'no-bootstrap/divided-units': ({ unit }) =>
    `聚类拆分了 ${unit} 的个体；聚类应包含完整的个体，例如 ${unit} 本身`,
  'no-bootstrap/test-of-rows': ({ test }) => `由行估计的重复没有 ${test}`,
  'no-bootstrap/unordered': ({ weight }) =>
    `抽取的行没有次序，而 weight ${weight} 需要次序；请用 weight robust，或在方案 cluster 时用 cluster`,
  'no-bootstrap/crossed-effects': ({ effect }) =>
    `brown-newey 要求矩为各聚类之和，而 ${effect} 的效应跨越聚类；应设 recenter 为 false`,
  'no-bootstrap/restricted': () =>
    '含工具变量的野生自助法需要 method 2sls、liml 或 fuller，实为 kclass；应为其中之一，或用方案 pairs、cluster、block 或 stationary',
  'no-bootstrap/residual': () => '方案 residual 需要独立行的最小二乘；应用估计方法 ols，或其他方案',
  'no-bootstrap/weighted': () => '加权行的残差分布不同；应用方案 pairs 或 wild',
  'no-bootstrap/method': ({ method, scheme }) =>
    `method ${method} 在方案 ${scheme} 下没有自助法；应用方案 pairs 或 cluster，或 method one-step 或 two-step`,
  'no-bootstrap/split-effects': () =>
    '该方案拆分了被吸收效应的各组；应用方案 cluster，将效应写作 i(个体)，或用 first-difference',
  'no-bootstrap/center': ({ scheme }) =>
    `weight.center 需要方案 pairs 或 cluster，实为方案 ${scheme}`,
  'no-bootstrap/weight': ({ weight, scheme }) =>
    `每次重复的加权矩阵是对所抽取者求和：方案 pairs 时应为 weight robust 或 unadjusted，方案 cluster 时应为 unadjusted 或所抽聚类的加权；实为 weight ${weight} 与方案 ${scheme}`,
  'no-bootstrap/studentized': ({ type, scheme }) =>
    `studentized 区间需要每次重复的标准误：方案 pairs 时为 unadjusted、HC0 或 HC1，方案 cluster 时为 unadjusted 或所抽聚类的 CV1；实为 vcov ${type} 与方案 ${scheme}`,
  'no-bootstrap/one-cluster': ({ key, column }) =>
    `${key}：变量“${column}”只有一个取值；至少应有两个`,
  'no-bootstrap/joint-instruments': () =>
    'wild 自助法只对最小二乘做联合检验；有工具变量时请用 Wald 检验，或各系数的 p 值',
  'no-bootstrap/subcluster-instruments': ({ key }) =>
    `有工具变量时，wild 自助法的随机权重属于方差的聚类；请去掉 ${key}`,
  'no-bootstrap/split-clusters': ({ subcluster, cluster }) =>
    `${subcluster} 的每组应属于 ${cluster} 的一个聚类；有的组含几个聚类的行`,
  'no-bootstrap/ties': ({ column, value }) =>
    `分块要求 ${column} 的每个取值只有一行，取值 ${value} 有几行；面板请用方案 cluster`,
  'no-bootstrap/changed-effects': ({ effect }) =>
    `该方案改变 ${effect} 的效应；应用方案 cluster，或只吸收一个效应，其余写作 i(${effect})`,
  'no-bootstrap/split-groups': ({ effect }) =>
    `该方案拆分了效应被吸收的 ${effect} 的各组；请在公式中写作 i(${effect})，或用方案 cluster`,
  'no-bootstrap/estimator': ({ estimator }) => `${estimator} 没有重复估计`,
  'no-bootstrap/residuals': ({ scheme, estimator }) =>
    `方案 ${scheme} 需要各行的残差，而 ${estimator} 没有；应为 pairs 或 cluster`,
};
