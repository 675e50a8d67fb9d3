/** Words about how far an estimate holds, in Chinese. */
import type { Words } from '../../en/index.js';

export const checks: Words['checks'] = {
  ofCoefficient: '系数',
  seed: '随机种子',
  reps: '重复次数',
  panels: '模拟面板数',
  groups: {
    title: '组间比较',
    about: '各组系数是否相同？检验的是差异本身，而不是比较两个 p 值。',
    run: '比较',
    by: '分组变量',
    figure: '各方法下的组间差异及其区间',
  },
  influence: {
    title: '个体影响',
    about: '逐一剔除每个个体后的估计。',
    run: '逐一剔除',
  },
  weak: {
    title: '弱识别',
    about: '无论工具变量多弱，检验都不拒绝的取值集合。',
    run: '计算集合',
    figure: (coefficient) => `${coefficient} 的置信集`,
    estimate: '估计值',
    projectedS: 'S（投影）',
    s: 'S',
    k: 'K',
    kj: 'K-J',
    clr: 'CLR',
    inResult: '估计结果自带的置信集（检验反演）。',
  },
  power: {
    title: '检验功效',
    about: '在与此类似的面板中，检验拒绝有效与无效工具变量的频率。',
    run: '模拟',
    figure: '各检验在各种违背下的拒绝率',
    tests: { hansen: 'Hansen', sargan: 'Sargan', ar2: 'AR(2)', levelHansen: '水平方程工具变量' },
  },
  instruments: {
    title: '工具变量',
    about: '改变滞后窗口长短、折叠与否、以及逐组剔除后的估计。',
    run: '改变工具变量',
  },
};
