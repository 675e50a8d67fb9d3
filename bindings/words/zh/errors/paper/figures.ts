/** Errors of figures, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/figures.js';
import { listed, suggested } from '../../text.js';

/** Maximum names of coefficients in a message. */
const NAMED = 4;

export const figures: Retold<typeof english> = {
  'no-interval': ({ coefficient }) =>
    `应为有标准误的系数，而 ${coefficient} 没有标准误；请选择其他系数`,
  'no-replicates': ({ coefficient }) =>
    `应有 ${coefficient} 的自助法重复结果，但没有一次成功；请增加自助法的重复次数`,
  'unknown-coefficient/figure': ({ found, meant }) =>
    `没有模型含有系数 ${found}${suggested(meant)}`,
  'no-path': ({ found }) => {
    const names = found.length === 0 ? '没有' : `实为 ${found.slice(0, NAMED).join('、')}`;
    return `应为同一数值因子的两个或更多系数（例如 i(rel, ref=-1) 的系数），或同一解释变量的各阶滞后，${names}；请用 /^rel=/ 之类的模式选择`;
  },
  'not-a-regression/leverage': ({ estimator, estimators }) =>
    `应为 ${estimators.join(' 或 ')} 的估计，实为 ${estimator} 的估计；plot influence 可显示去掉每个个体后的结果`,
  'absorbed-effects/leverage': () =>
    '应为没有吸收效应的回归，其杠杆值才是各行的杠杆值；请用 i() 写出效应，或用 plot influence',
  'no-residuals': ({ estimators, estimate, why }) => {
    const found = 'title' in estimate ? `“${estimate.title}”估计` : `“${estimate.model}”`;
    const reason = why === undefined ? '' : reasons[why];
    return `应为 ${estimators.join(' 或 ')} 的估计（每行有一个残差），实为${found}${reason}；plot influence 可显示其个体`;
  },
  'no-font': ({ file, letters }) => {
    const source = file === undefined ? '系统字体' : `“${file}”`;
    const problem =
      letters.length === 0 ? '没有字母或无法读取' : `缺少图中的文字，例如 ${listed(letters, '')}`;
    return `应为含有图中文字的字体，但${source}${problem}；请用选项 font 指定字体文件，或输出 SVG`;
  },
  'not-drawn': ({ reason }) => `Vega 无法绘制：${reason}`,
};

const reasons = {
  transformed: '，其残差不是各行的残差',
  effects: '，其水平方程的残差包含个体效应',
};
