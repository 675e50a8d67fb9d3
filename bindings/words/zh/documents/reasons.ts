/** Why a number does not exist, and what else results say, in Chinese. */
import type { Reason } from '../../vocabulary/documents/reasons.js';

export const reasons: Readonly<Record<Reason, string>> = {
  'both have values in {}': '两者只在{}中同时有值',
  'in simulated samples like this one ({}) it rejects equal coefficients in {} of the samples at 5%':
    '在与本样本相似的模拟样本（{}）中，它在5%水平拒绝系数相等的比例为{}',
  'no method is reliable here: in simulated samples like this one ({}) it, the least wrong, rejects equal coefficients in {} of the samples at 5%':
    '此处没有可靠的方法：在与本样本相似的模拟样本（{}）中，偏差最小的它在5%水平拒绝系数相等的比例为{}',
  'no pair of {} residuals {} apart': '没有相隔{2}的{1}残差对',
  'no row': '0行',
  'one row': '1行',
  'only {} of {} lags of the residuals are independent of the other columns':
    '残差的{2}期滞后中只有{1}期独立于其他列',
  'the covariance of the hypotheses has rank {} instead of {}': '假设的协方差的秩为{}，应为{}',
  'the covariance of the {} differences has rank {}': '{}个差异的协方差的秩为{}',
  'the covariance of {} differences has rank {}, as there are too few units':
    '{}个差异的协方差的秩为{}，因为个体过少',
  'the effects are {}': '效应为{}',
  'the estimated variance of the statistic is {}': '统计量的方差估计为{}',
  'the estimator is {}': '估计方法为{}',
  'the largest group is {} times as large as the smallest': '最大的组是最小的组的{}倍',
  'the other coefficients are common': '其他系数相同',
  'the smallest group has {} {}; no sample like this one is simulated, as {}':
    '最小的组有{}个{}；没有模拟与本样本相似的样本，因为{}',
  'the statistic is negative ({}), because V(b) - V(B) is not positive definite; check which fit is efficient, or use the robust test for random effects':
    '统计量为负（{}），因为V(b) - V(B)不正定；请确认哪个估计有效，或对随机效应使用稳健检验',
  'the test has {} for {}, more than the {} numbers allowed': '该检验有{}、{}，超过允许的{}个数值',
  'the test is not defined with {} weights': '该检验不适用于{}权重',
  'the test needs a single time series, but the sample has {}':
    '该检验需要单一时间序列，但样本有{}',
  'the test needs an order in time; {}, or use a hac covariance':
    '该检验需要时间顺序；请{}，或使用hac协方差',
  'the test needs unadjusted covariances, but one fit has {}; use the robust test':
    '检验需要普通协方差，但其中一个估计为{}；请使用稳健检验',
  'the two-step weighting matrix has rank {}, below the {} parameters':
    '两步加权矩阵的秩为{}，小于参数个数{}',
  'there are too few observations ({}) for the powers of the fitted values':
    '观测值过少（{}），不足以加入拟合值的高次项',
  'there are too few observations ({}) for {}': '观测值过少（{}），不足以估计{}',
  'there are too few observations ({}) for {} of the residuals':
    '观测值过少（{}），不足以加入残差的{}',
  'there are weights': '有权重',
  'there are {} groups': '有{}个组',
  'there are {} {}': '有{}个{}',
  'without it the instruments have rank {}, below the {} parameters':
    '去掉该组后工具变量的秩为{}，小于参数个数{}',
  'without the tested instruments the model is not identified: {} for {}':
    '去掉所检验的工具变量后模型不可识别：{}对{}',
  '{} groups, {} {} in all, {}': '{1}组，共{2}个{3}，{4}',
  '{} groups, {} {} in the smallest, {}': '{1}组，最小的组有{2}个{3}，{4}',
  '{} has a value in {}': '{1}只在{2}中有值',
  '{} is constant': '{}没有变异',
  '{} terms': '{}项',
};
