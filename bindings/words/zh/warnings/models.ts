/** Warnings about estimates and analyses, in Chinese. */
import { explainers, listed } from '../text.js';
import type {
  HausmanWarnings,
  PostestimationWarnings,
  SimulationWarnings,
  WeakWarnings,
} from '../../details/analyses.js';
import type { IndexWarnings } from '../../details/indices.js';
import type {
  DynamicWarnings,
  InstrumentReduction,
  InstrumentWarnings,
} from '../../details/instruments.js';
import type { EstimateWarnings, LinearWarnings, PanelWarnings } from '../../details/linear.js';
import type { Sentences } from '../../warning.js';

const noLeverage = {
  instruments: '使用工具变量时，拟合值不是被解释变量的投影',
  random: '随机效应估计使用变换后的行',
  between: '组间估计使用个体均值',
  'several-effects': '吸收的效应多于一个；请把较小的写成i()',
  'perfect-fit': '残差只是舍入误差',
};

const groupTests = { wald: 'Wald检验', suest: '似无相关检验' };

const sets = { projected: '投影', concentrated: '集中' };

const untested = {
  'perfect-fit': '残差只是舍入误差',
  'none-endogenous': '没有内生的解释变量',
  'explained-exactly': '工具变量完全解释了某个内生变量',
};

const consequences = {
  moderate: '两步标准误和Hansen检验的可靠性下降',
  high: '估计偏向最小二乘，Hansen检验的功效降低',
  'more than units': '工具变量多于个体，估计偏向最小二乘，两步加权矩阵奇异，Hansen检验没有功效',
};

function reductionWords({ collapse, lags }: InstrumentReduction): string {
  const ways = [
    ...(collapse === true ? ['折叠工具变量（collapse）'] : []),
    ...(lags === undefined ? [] : [`只用${lags}期滞后`]),
  ];
  return ways.join('并');
}

const manyInstruments: Sentences<DynamicWarnings>['many-instruments'] = ({
  instruments,
  units,
  ratio,
  grade,
  reductions,
}) => {
  const fewer = reductions.map(
    (reduction) => `${reductionWords(reduction)}后为${reduction.columns}列`,
  );
  const help = fewer.length === 0 ? '' : `；${listed(fewer)}`;
  return `${units}个个体有${instruments}个工具变量（每个个体${ratio.toFixed(2)}个）：${consequences[grade]}${help}`;
};

const remedies = {
  'wild-cluster or CV3': '野生聚类自助法（wild-cluster）或CV3',
  'cluster bootstrap': '聚类自助法',
  'studentized bootstrap': '学生化（studentized）自助法',
};

export const modelWarnings: Sentences<
  HausmanWarnings &
    PostestimationWarnings &
    SimulationWarnings &
    WeakWarnings &
    IndexWarnings &
    InstrumentWarnings &
    DynamicWarnings &
    EstimateWarnings &
    LinearWarnings &
    PanelWarnings
> = {
  'singular-difference': ({ rank, coefficients, of }) =>
    `${of === 'difference' ? 'V(b) - V(B)' : '差异的协方差矩阵'}的秩为${rank}，少于${coefficients}个系数，检验使用其广义逆`,
  'indefinite-difference': ({ negative }) =>
    `V(b) - V(B)有${negative}个负特征值，与检验的假设不符；请核对哪个估计有效，或对随机效应用稳健检验`,
  'few-added-moments': ({ added, rank }) =>
    `一个模型只比另一个多${added}个过度识别约束，检验的自由度可能少于${rank}`,
  'not-compared': ({ names }) => `${listed(names)}并非在个体内和个体间都有变化，未参与比较`,
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
  'rejected-process': ({ p }) =>
    `Hansen检验拒绝了该模型（p = ${p.toPrecision(2)}），数据不大可能来自所模拟的过程；请用未被拒绝的模型模拟`,
  'no-effect-variance': () => '个体效应的估计方差为零，无法模拟初始条件的偏离，已略去',
  'unsettled-projection': ({ score, coefficient, starts, added }) =>
    `${coefficient}的投影${score}置信集：每个格点${starts}个起点中的后一半仍增加了${added}个格点，置信集可能过小`,
  'dependent-moments': ({ moments, rank }) =>
    `${moments}个矩条件的秩为${rank}；与前面的线性相关者已略去`,
  'powerless-s': ({ clusters, critical, df, sets: ways }) =>
    `S不会超过个体或聚类的个数${clusters}，而其临界值为${critical.toFixed(1)}（自由度${df}）；其${ways.map((way) => sets[way]).join('和')}置信集包含所有取值，请用较少的工具变量`,
  'no-conditional-rank': ({ clusters, moments }) =>
    `没有CLR置信集：每个矩条件至少需要两个个体或聚类，而${moments}个矩条件只有${clusters}个；请用较少的工具变量`,
  'no-score': ({ without, rows }) => `${rows}行中有${without}行缺少指标值，没有得分`,
  'ln-periods': () => '熵除以时期数而不是行数的对数，这是已知的错误：冗余度为负，权重的次序颠倒',
  'zero-score': ({ rows }) =>
    `有${rows}行的某个指标处于最差值，几何平均为0；要给它们排序，请加一个平移量`,
  'low-kmo': ({ kmo }) =>
    `KMO为${kmo.toFixed(2)}，低于0.5：指标之间的共同成分很少，不宜合成一个指数`,
  'tied-components': ({ components }) =>
    `${listed(components.map((place) => `PC${place}`))}的特征值相等，载荷与得分不唯一，由舍入决定；请用其他列或其他方法`,
  'collinear-instruments': (detail) => {
    if ('rank' in detail) {
      return `${detail.columns}列工具变量的秩为${detail.rank}；工具变量数和自由度按秩计算`;
    }
    const { dropped, instruments } = detail;
    return `工具变量${listed(dropped)}是外生变量和其他工具变量的线性组合，已略去；${instruments}个中其余${instruments - dropped.length}个计入自由度`;
  },
  'singular-weighting': ({ rank, of, used }) => {
    if (used === undefined)
      return `矩条件的协方差矩阵奇异（秩${rank}，共${of}个），以其Moore-Penrose广义逆加权`;
    const use = used === 'estimates' ? '估计' : 'Hansen检验';
    return `两步加权矩阵奇异（秩${rank}，共${of}个），${use}使用其Moore-Penrose广义逆`;
  },
  'negative-r2': () => 'R²为负：使用工具变量时残差的变动可以大于被解释变量，R²不能度量拟合程度',
  'no-diagnostics': (detail) => {
    const why =
      detail.reason === 'few-rows'
        ? `${detail.rows}行对${detail.columns}个工具变量和内生变量太少`
        : untested[detail.reason];
    return `没有工具变量的检验：${why}`;
  },
  'partial-first-stage': ({ endogenous }) =>
    `${endogenous}的第一阶段只列出排除的工具变量，保存的结果没有其他系数；要全部系数，请传入模型`,
  'collinear-time-effects': ({ names }) => `因完全共线而略去的时间效应：${listed(names)}`,
  'no-transformed-rows': () => '没有个体具有两个可变换的完整观测，估计只使用水平方程',
  'not-converged': ({ steps, search }) =>
    `${search ? '对最小值的搜索' : '迭代'}在${steps}步后仍未收敛`,
  'uncorrected-two-step': () => '未作Windmeijer修正的两步标准误在小样本中偏小',
  'fewer-components': ({ wanted, components, columns }) =>
    `pca要求${wanted}个主成分，而${columns}列GMM式工具变量中只有${components}个主成分的方差为正，已全部使用`,
  'many-instruments': manyInstruments,
  'too-many-instruments': manyInstruments,
  'hansen-without-power': ({ p, moreThanUnits }) =>
    `${moreThanUnits ? '工具变量多于个体，' : ''}Hansen检验的p值为${p.toFixed(4)}，说明检验缺乏功效，而不说明工具变量有效`,
  'outside-bounds': ({ name, estimate, within, pooled }) =>
    `${name}的系数${estimate.toFixed(4)}${estimate < within ? '低于' : '高于'}界限：组内估计为${within.toFixed(4)}，混合最小二乘估计为${pooled.toFixed(4)}`,
  'regressor-without-instruments': ({ names, columns, outcome }) => {
    const role =
      outcome.length === 0
        ? 'endogenous、predetermined或exogenous'
        : `被解释变量${outcome.join('、')}通常为内生：--endogenous，或文件中的roles.endogenous`;
    return `${names.join('、')}没有指定外生性，也没有工具变量组包含${columns.join('、')}，由其他变量的工具变量识别；请指定（${role}），或列入gmm或iv`;
  },
  'few-clusters': (detail) => {
    const { clusters, column, fewerThan } = detail;
    if (!('scheme' in detail)) {
      const count =
        detail.noun === 'unit'
          ? `${column}只有${clusters}个个体`
          : `按${column}只有${clusters}个聚类`;
      return `${count}，少于${fewerThan}个，聚类标准误往往偏小、检验过度拒绝；请与${remedies[detail.remedy]}比较`;
    }
    const { draws, scheme } = detail;
    return scheme === 'wild-cluster'
      ? `按${column}只有${clusters}个聚类，符号向量只有${draws}个，p值是2 / ${draws}的倍数；聚类少于${fewerThan}个时请用multipliers webb（--multipliers）`
      : `按${column}只有${clusters}个聚类，不同的重抽样只有${draws}个，自助法不可靠；聚类少于${fewerThan}个时请用wild-cluster和multipliers webb（--multipliers）`;
  },
  'row-wise-errors': (detail) => {
    const { type, unit } = detail;
    const subject = `${type}标准误把同一${unit}的各行视为独立`;
    if ('tests' in detail) {
      return `${subject}，在面板中${detail.tests.map((test) => groupTests[test]).join('和')}过度拒绝；请与按${unit}聚类的检验比较，或将标准误按其聚类`;
    }
    const what = detail.effects === undefined ? `吸收${unit}` : `effects ${detail.effects}`;
    return `${subject}，而在${what}时它们并不独立；请按${unit}聚类`;
  },
  'collinear-omitted': ({ names, explainedBy }) => {
    if (explainedBy === undefined) return `${listed(names)}在样本中只有一个水平，已略去`;
    return explainedBy.length === 0
      ? `${listed(names)}在所有行中均为零，已略去`
      : `${listed(names)}与${listed(explainers(explainedBy))}完全共线，已略去`;
  },
  'indefinite-covariance': () =>
    '多重聚类的协方差矩阵（各聚类之和）不是半正定的，部分标准误可能缺失',
  saturated: ({ count }) => `${count}行或聚类的杠杆值为1：有系数恰好拟合它们，它们不影响协方差矩阵`,
  'uncentred-r2': () => '没有常数项，R²相对于零而不是均值计算',
  'constant-outcome': ({ outcome, constant }) =>
    constant ? `${outcome}在样本中只有一个值` : `去除效应后，${outcome}的变动只是舍入误差`,
  'extreme-scale': ({ columns, scaled }) =>
    scaled
      ? `${columns.join('、')}的平方超出双精度范围：系数和标准误由按2的幂缩放的列计算，但协方差矩阵、平方和与R²可能缺失`
      : `${columns.join('、')}的平方超出双精度范围，统计量可能缺失或损失精度；请更换单位`,
  'zero-variance': ({ names }) =>
    `${names.join('、')}的方差为零（得分相互抵消），没有统计量、p值和置信区间`,
  'largest-bandwidth': ({ bandwidth, periods }) =>
    `自动带宽达到上限${bandwidth}（共${periods}期），标准误不可靠`,
  'group-of-one': ({ alone, units, unit }) =>
    `${unit}的${units}个个体中有${alone}个只有一个观测，不影响斜率`,
  'no-unit-variance': () => '个体效应的估计方差为零，估计与混合最小二乘相同',
  'perfect-fit': () => '拟合几乎完全精确（残差只是舍入误差），没有统计量、p值和置信区间',
};
