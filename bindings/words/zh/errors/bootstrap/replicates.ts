/** Errors of replicates, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/bootstrap/replicates.js';
import { listed, suggested } from '../../text.js';
import { failures as causes } from './failures.js';

/** Why replicates failed, by the code of their error. */
function causeOf(code: string): string | undefined {
  const all: Readonly<Record<string, () => string>> = causes;
  return all[`${code}/replicate`]?.();
}

export const replicates: Retold<typeof english> = {
  'no-implied-probabilities': ({ instruments, units }) =>
    `brown-newey 需要使 ${instruments} 个工具变量的矩为零的 ${units} 概率，但不存在；请减少工具变量，或设 recenter 为 true`,
  'unknown-coefficient/models': ({ found, near }) =>
    `应为模型的系数，实为 ${found}${suggested(near)}`,
  'unknown-coefficient/permutation': ({ found, known }) =>
    `应为 ${listed(known)} 中的解释变量，实为 ${found}`,
  'no-test/p-value': ({ coefficient, depvar }) =>
    `${depvar} 的 ${coefficient} 没有 p 值；请将其去掉`,
  'no-test/errors': ({ depvar }) =>
    `${depvar} 的各次重复没有标准误；请用方案 cluster、pairs 或 wild-cluster`,
  'no-test/complete': () => '没有任何一次重复含全部统计量；请抽取更多次',
  'too-many-replicates/hypotheses': ({ hypotheses, reps, bytes, most }) =>
    `${hypotheses} 个假设与 ${reps} 次重复需要 ${bytes} 字节；重复至多为 ${most} 次，或用无需抽取的 adjust holm、bh 或 sharpened-q`,
  'other-rows/numbers': ({ first, rows, other, otherRows }) =>
    `应为同一估计方法、同样各行的模型，而 ${other} 有 ${otherRows} 行，${first} 有 ${rows} 行；请用 where，或 holm`,
  'other-rows/rows': ({ first, other }) =>
    `应为同一估计方法、同样各行的模型，而 ${other} 与 ${first} 使用不同的行；请用 where，或 holm`,
  'other-rows/units': () =>
    '应为同一估计方法、同样各行的模型，而这些模型抽取的单位不同；请用 where，或 holm',
  'too-many-replicates/memory': ({ reps, width, bytes, limit }) =>
    `${reps} 次重复、每次 ${width} 个数需要 ${bytes} 字节；应少于 ${limit}`,
  'not-positive-definite/lone-cluster': () =>
    '某个系数只由一个聚类识别，刀切法不能去掉该聚类；应为 variant 11',
  'not-positive-definite/moments-basis': () => '矩条件没有基',
  'missing-cluster': ({ column, row }) => `变量“${column}”在估计所用的第 ${row} 行缺失`,
  'runner-failed/width': ({ count, width, found }) =>
    `${count} 次重复应有 ${count * width} 个数，实为 ${found} 个；执行者返回了另一个自助法的结果`,
  'other-build': ({ fit, found }) =>
    `应为估计模型的构建 ${fit}，实为 ${found}；请为两个函数提供同一 engine`,
  'too-many-failed-draws': ({ failed, completed, failures }) =>
    `${completed} 次重复中有 ${failed} 次失败；至多应为一半：${failures.map(({ code, reason, replicates }) => `${causeOf(code) ?? reason}（${replicates}）`).join('；')}`,
};
