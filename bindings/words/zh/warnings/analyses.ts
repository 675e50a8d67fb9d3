/** Warnings about Hausman tests, predictions, margins, simulated panels and weak instruments, in Chinese. */
import type {
  HausmanWarnings,
  PostestimationWarnings,
  SimulationWarnings,
  WeakWarnings,
} from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

export const hausmanWarnings: Sentences<HausmanWarnings> = {
  'singular-difference': ({ rank, coefficients, of }) =>
    `${of === 'difference' ? 'V(b) - V(B)' : '差异的协方差矩阵'}的秩为${rank}，少于${coefficients}个系数，检验使用其广义逆`,
  'indefinite-difference': ({ negative }) =>
    `V(b) - V(B)有${negative}个负特征值，与检验的假设不符；请核对哪个估计有效，或对随机效应用稳健检验`,
  'few-added-moments': ({ added, rank }) =>
    `一个模型只比另一个多${added}个过度识别约束，检验的自由度可能少于${rank}`,
  'not-compared': ({ names }) => `${listed(names)}并非在个体内和个体间都有变化，未参与比较`,
};

const noLeverage = {
  instruments: '使用工具变量时，拟合值不是被解释变量的投影',
  random: '随机效应估计使用变换后的行',
  between: '组间估计使用个体均值',
  'several-effects': '吸收的效应多于一个；请把较小的写成i()',
  'perfect-fit': '残差只是舍入误差',
};

export const postestimationWarnings: Sentences<PostestimationWarnings> = {
  'level-residuals': () =>
    "residual为水平残差y - x'b，包含个体效应；residualDifferenced是其一阶差分，序列相关检验使用它",
  'effects-not-split': ({ effects }) =>
    `吸收的${effects}个效应无法分别给出（只有一两个可以区分）；fitted减xb是它们的和`,
  'rows-in-differences': ({ of }) =>
    of === 'columns'
      ? 'observed、fitted和residual为一阶差分，位于较晚一期的行'
      : '拟合值为被解释变量一阶差分的拟合值',
  'rows-of-means': () => "fitted和residual是各行的x'b和y - x'b；估计量最小化的是个体均值的残差",
  'no-leverage': ({ reason }) => `没有杠杆值和影响度量：${noLeverage[reason]}`,
  'no-standard-errors': () =>
    "拟合值包含吸收的效应，其协方差未估计，因此没有标准误；要有标准误的x'b，请设effects: false（--no-effects）",
  'without-effects': () => "拟合值为x'b，不包含个体效应",
  'no-moderator': ({ of, variable }) => `${of}的效应不依赖${variable}，at中给它的值不改变任何结果`,
  'omitted-in-effect': ({ of, omitted }) =>
    `${of}的效应只含已估计的项：${listed(omitted)}因共线而略去`,
  'held-fixed': ({ of, others }) => `${of}的效应视${listed(others)}不变：滞后与差分算作其他变量`,
};

export const simulationWarnings: Sentences<SimulationWarnings> = {
  'rejected-process': ({ p }) =>
    `Hansen检验拒绝了该模型（p = ${p.toPrecision(2)}），数据不大可能来自所模拟的过程；请用未被拒绝的模型模拟`,
  'no-effect-variance': () => '个体效应的估计方差为零，无法模拟初始条件的偏离，已略去',
};

const sets = { projected: '投影', concentrated: '集中' };

export const weakWarnings: Sentences<WeakWarnings> = {
  'unsettled-projection': ({ score, coefficient, starts, added }) =>
    `${coefficient}的投影${score}置信集：每个格点${starts}个起点中的后一半仍增加了${added}个格点，置信集可能过小`,
  'dependent-moments': ({ moments, rank }) =>
    `${moments}个矩条件的秩为${rank}；与前面的线性相关者已略去`,
  'powerless-s': ({ clusters, critical, df, sets: ways }) =>
    `S不会超过个体或聚类的个数${clusters}，而其临界值为${critical.toFixed(1)}（自由度${df}）；其${ways.map((way) => sets[way]).join('和')}置信集包含所有取值，请用较少的工具变量`,
  'no-conditional-rank': ({ clusters, moments }) =>
    `没有CLR置信集：每个矩条件至少需要两个个体或聚类，而${moments}个矩条件只有${clusters}个；请用较少的工具变量`,
};
