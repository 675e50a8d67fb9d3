/** Warnings about instruments, in Chinese. */
import type { InstrumentWarnings } from '../../details/instruments.js';
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
