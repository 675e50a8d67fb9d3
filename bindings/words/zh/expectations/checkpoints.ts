/** What checkpoints and stored replicates hold, in Chinese. */
import type * as english from '../../expectations/checkpoints.js';
import type { Retold } from '../../told.js';

const agreeing: Readonly<Record<english.HeaderPart, string>> = {
  ranges: '该次运行中按升序排列的重复',
  width: '该次运行的系数和统计量的个数',
  summary: '该次运行的种子和方案',
  'fit.engine': '该次运行的版本',
  fit: '其模型的估计方法',
};

export const checkpoints: Retold<typeof english> = {
  chunk: () => '一块重复抽样的结果',
  'replicate-columns': () => 'replicateColumns 返回的列',
  'chunks-to-read': () => '数据块 {missing, read}',
  'stored-replicates': () => 'bootstrapStored 返回的重复抽样结果',
  json: () => 'JSON',
  'shallow-json': ({ most }) => `至多 ${most} 层的 JSON`,
  sha256: () => 'SHA-256',
  agreement: ({ part }) => agreeing[part],
};
