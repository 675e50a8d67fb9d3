/** Errors of simulated panels, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/analysis/simulations.js';

export const simulations: Retold<typeof english> = {
  'cannot-simulate/error-variance': ({ errorVariance, single }) =>
    `误差方差的估计值应大于 0，${single ? '而每个个体只有一行' : `实为 ${errorVariance}`}`,
  'cannot-simulate/coefficient': ({ name }) => `每个系数都应有取值，${name} 没有取值`,
  'cannot-simulate/not-lagged': ({ term }) => `应只有被解释变量的滞后，实为 ${term}`,
  'cannot-simulate/no-lags': () => 'persistence：模型应含被解释变量的滞后，实际没有',
  'cannot-simulate/not-stationary': ({ sum }) =>
    `过程应为平稳的，而滞后被解释变量的系数之和为 ${sum}；请将 persistence 设为小于 1 的值`,
  'cannot-simulate/function': ({ term, of, simulated }) =>
    `应只有 ${simulated.join('、')} 的滞后与差分，实有 ${term}，它是模拟变量 ${of} 的其他函数`,
};
