/** What a figure may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/paper/figures.js';

export const figures: Retold<typeof english> = {
  'names-or-patterns': () => '名称或模式（例如 /^x/）的列表',
  'levels-of-confidence': () => '由不小于 0.5 且小于 1 的置信水平组成的列表',
  'pca-index': () => '用 pca 方法构造的指数',
  'path-of-font': () => '字体文件的路径',
  figure: () => '图',
  'bootstrapped-result': () => 'withBootstrap 返回的含自助法的结果',
  'some-replicates': () => '自助法的重复结果',
  'names-for-models': () => '名称列表，每个模型一个',
  'names-for-rows': ({ n }) => `${n} 个名称，每行一个`,
  'name-of-moderator': () => '调节变量名',
};
