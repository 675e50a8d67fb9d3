/** Warnings about sets that stay valid with weak instruments, in Chinese. */
import type { WeakWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

const sets = { projected: '投影', concentrated: '集中' };

export const weakWarnings: Sentences<WeakWarnings> = {
  'unsettled-projection': ({ score, coefficient, starts, added }) =>
    `${coefficient}的投影${score}置信集：每个格点${starts}个起点中的后一半仍增加了${added}个格点，置信集可能过小`,
  'dependent-moments': ({ moments, rank }) =>
    `${moments}个矩条件的秩为${rank}；与前面的线性相关者已略去`,
  'powerless-s': ({ clusters, critical, df, sets: ways }) =>
    `S不会超过个体或聚类的个数${clusters}，而其临界值为${critical.toFixed(1)}（自由度${df}）；其${ways.map((way) => sets[way]).join('和')}置信集包含所有取值，请用较少的工具变量`,
  'no-conditional-rank': ({ clusters, moments }) =>
    `没有CLR置信集：每个矩条件至少需要两个个体或聚类，而${moments}个矩条件只有${clusters}个；请用较少的工具变量`,
};
