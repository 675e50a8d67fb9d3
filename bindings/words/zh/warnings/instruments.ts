/** Warnings about instruments and dynamic panels, in Chinese. */
import type {
  DynamicWarnings,
  InstrumentReduction,
  InstrumentWarnings,
} from '../../details/instruments.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

const untested = {
  'perfect-fit': '残差只是舍入误差',
  'none-endogenous': '没有内生的解释变量',
  'explained-exactly': '工具变量完全解释了某个内生变量',
};

export const instrumentWarnings: Sentences<InstrumentWarnings> = {
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
};

const consequences = {
  moderate: '两步标准误和Hansen检验的可靠性下降',
  high: '估计偏向最小二乘，Hansen检验的功效降低',
  'more than units': '工具变量多于个体，估计偏向最小二乘，两步加权矩阵奇异，Hansen检验没有功效',
};

function reductionWords({ collapse, lags }: InstrumentReduction): string {
  const ways = [
    ...(collapse === true ? ['合并工具变量（collapse）'] : []),
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

export const dynamicWarnings: Sentences<DynamicWarnings> = {
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
};
