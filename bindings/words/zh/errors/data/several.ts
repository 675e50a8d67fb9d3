/** Errors of formulas and models that describe several models, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/data/several.js';

export const several: Retold<typeof english> = {
  'formula-syntax/steps': ({ name }) =>
    name === 'c'
      ? 'c() 列出多个模型的被解释变量；应单独写在“~”之前，例如 c(y1, y2) ~ x'
      : `${name}() 列出多个模型的项；应作为“+”之后的一项，例如 y ~ x + ${name}(a, b)`,
  'formula-syntax/no-step': ({ part }) =>
    `${part}：每个模型都应有变量，其中一个没有；请写没有空步骤的 sw() 或 csw()`,
  'too-many-models': ({ found, most }) =>
    `一个公式至多 ${most} 个模型，实为 ${found} 个；请减少步骤`,
};
