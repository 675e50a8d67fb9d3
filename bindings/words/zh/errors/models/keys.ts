/** Errors of the keys of a model and its steps, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/models/keys.js';
import { suggested } from '../../text.js';

export const keys: Retold<typeof english> = {
  'several-models/key': ({ key }) =>
    `${key} 描述多个模型，应为一个；请用 fitAll，或分别写出每个模型`,
  'column-exists/merge': ({ file, column }) =>
    `merge ${file}：rename：新名称不得与其他变量重复，实有“${column}”；请换一个名称`,
  'unknown-column/merge': ({ file, column, near }) =>
    `merge ${file}：rename：应为文件中的变量，实为“${column}”${suggested(near)}`,
  'no-bootstrap/step': ({ column, step }) =>
    `${column}（${step}）取决于其他行的指数，因此无法重新构造该指数；请设 rebuild 为 false，或在模型中直接使用该指数`,
  'no-bootstrap/filter': ({ filter, column }) =>
    `筛选条件 ${filter} 取决于其他行的 ${column}，因此无法重新构造该指数；请设 rebuild 为 false，或使用不含分组函数的筛选条件`,
};
