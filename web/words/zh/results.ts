/** Words about estimates and tests, in Chinese. */
import type { Words } from '../en/index.js';

export const results: Words['results'] = {
  result: '估计结果',
  estimating: '正在读取示例数据并估计。',
  coefficient: '系数',
  estimate: '估计值',
  stdError: '标准误',
  pValue: 'p',
  confInt: (level) => `${level} 置信区间`,
  notEstimated: '当前模型无法估计，显示的是上一次结果。',
  milliseconds: (time) => `${time} 毫秒`,
  hansen: 'Hansen J',
  sargan: 'Sargan',
  ar: (order) => `AR(${order})`,
  df: (df) => `自由度 ${df}`,
  instruments: '工具变量数',
  units: '个体数',
  observations: '观测值',
  bounds: '介于组内估计与混合估计之间（Bond 2002）',
};
