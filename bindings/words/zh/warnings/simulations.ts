/** Warnings about simulated panels, in Chinese. */
import type { SimulationWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

export const simulationWarnings: Sentences<SimulationWarnings> = {
  'rejected-process': ({ p }) =>
    `Hansen检验拒绝了该模型（p = ${p.toPrecision(2)}），数据不大可能来自所模拟的过程；请用未被拒绝的模型模拟`,
  'no-effect-variance': () => '个体效应的估计方差为零，无法模拟初始条件的偏离，已略去',
};
