/** Errors of models that the command line reads, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/models.js';

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

export const models: Retold<typeof english> = {
  'bad-value/models-none': () => 'models：应为模型列表，实际没有模型；请将每个模型写在“- ”之后',
  'bad-value/models-item': ({ place, found }) =>
    `models[${place}]：应为键和值，实为 ${JSON.stringify(found)}`,
  'bad-value/models-twice': ({ name }) =>
    `models：每个名称只能用一次，“${name}”用了两次；请改其中一个`,
  'bad-value/models-several': ({ names }) =>
    `models：应为一个模型，实有 ${names.length} 个；请用 --model 从 ${names.join('、')} 中选择一个`,
  'bad-value/model-choice': ({ names, file, found }) =>
    `应为 ${file} 中的 ${names.join('、')} 之一，实为 ${found}`,
  'bad-value/set': ({ path, found, way, most }) => {
    const expected =
      most === undefined ? `${way} 中应有键` : `应为 ${way} 中第 0 至 ${most} 项之一`;
    return `--set ${path}：${expected}，实为 ${shown(found)}；请整体设定 ${way}`;
  },
  'unknown-estimator/option': ({ names, found }) => `应为 ${names.join('、')} 之一，实为 ${found}`,
  'not-dynamic/command': ({ estimator, dynamic, hasInstruments }) => {
    const expected = dynamic.join('、');
    const advice = hasInstruments
      ? '其工具变量的检验由 wasmetrics fit 给出'
      : `请指定估计方法为 ${expected} 的模型`;
    return `应为动态面板模型（estimator: ${expected}），实为 estimator: ${estimator}；${advice}`;
  },
  'bad-option/set': () =>
    '应为 NAME: vars VARS[; diff|level] 或 NAME: groups GROUP[; diff|level]。',
  'bad-option/gmm': () =>
    '应为 VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both]，如“n w,2:4”。',
  'bad-option/cluster': () => '聚类变量只能在一个选项中给出，--vcov 中也有；请去掉一处',
  'bad-value/table-spec': () => '应为 keep、labels、stats 等键，实为没有键的值',
  'bad-option/weights': ({ column }) =>
    `应写明 ${column} 列权重的含义，例如 ${column}:analytic（方差的倒数）、${column}:frequency（相同行的个数）或 ${column}:probability（抽样权重）`,
};
