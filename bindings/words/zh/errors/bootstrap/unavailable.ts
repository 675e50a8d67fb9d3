/** Why a fit has no bootstrap or permutation, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/bootstrap/unavailable.js';

const sums: Readonly<Record<english.Unsummable, readonly [reason: string, instead: string]>> = {
  twoway: ['时期效应由全部个体共有', '含 i(时期) 的 effects within'],
  random: ['随机效应以估计的方差为各行加权', ' effects within 或 pooled'],
  between: ['组间估计中每个个体只有一行', '个体均值的 ols'],
};

export const unavailable: Retold<typeof english> = {
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
    `置换的 t 统计量需要未调整、稳健或单向聚类的方差，实为 vcov ${type}；请用 statistic coefficient`,
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
