/** Errors of YAML and JSON, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/yaml.js';

export const yaml: Retold<typeof english> = {
  'syntax/yaml': ({ words, isNested }) =>
    `YAML 语法有误：${words}${isNested ? '；含冒号的文本请写在引号内' : ''}`,
  'syntax/value': ({ words }) => `YAML 有误：${words}`,
  'syntax/key': ({ written, isScalar }) => {
    const shown = isScalar ? written : written?.slice(0, 40);
    if (shown === undefined) return `键应为文本，实际没有内容${isScalar ? '；请写在引号内' : ''}`;
    return `键应为文本，实为 ${shown}${isScalar ? '；请写在引号内' : ''}`;
  },
  'syntax/key-twice': ({ key }) => `每个键只能出现一次，“${key}”出现了两次`,
  'syntax/alias': ({ alias }) => `应为上文锚点的名称，实为 *${alias}`,
  'syntax/alias-circle': ({ alias, inside }) =>
    `应为值，实为别名 *${alias}，它位于自己所指的${inside === 'map' ? '映射' : '列表'}之内`,
  'too-many-aliases/nested': () => '别名不能重复其他别名；请将值写全',
  'too-many-aliases/count': ({ most, aliases }) =>
    `别名应不超过 ${most} 个，实有 ${aliases} 个；请将值写全`,
  'too-deep/yaml': ({ limit }) =>
    `列表和映射的嵌套应不超过 ${limit} 层，实际更深；请检查括号和短横线`,
  'bad-value/keys': ({ example, found }) => `应为带值的键，如 ${example}，实为 ${found}`,
  'syntax/model': ({ words }) => `YAML 有误：${words}`,
};
