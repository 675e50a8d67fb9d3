/** Words of a command line that no command takes, and values that no option takes, in Chinese. */
import { methodAdvice } from '../../methods.js';
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/usage.js';

const meant = (similar: readonly string[]) =>
  similar.length === 0 ? '' : `（是否指 ${similar.join('、')}？）`;

export const usage: Retold<typeof english> = {
  'usage/missing-argument': ({ argument }) => `缺少参数“${argument}”`,
  'usage/missing-value': ({ option }) => `选项“${option}”缺少取值`,
  'usage/missing-option': ({ option }) => `必须给出选项“${option}”`,
  'usage/conflicting': ({ option, other }) => `选项“${option}”不能与选项“${other}”同时使用`,
  'usage/unknown-option': ({ found, similar }) => `未知的选项“${found}”${meant(similar)}`,
  'usage/unknown-command': ({ found, similar }) => {
    const advice = methodAdvice(found);
    const sent = advice ?? 'wasmetrics --help 列出所有命令';
    const isSimilar = advice === undefined && similar.length > 0;
    return `未知的命令“${found}”${isSimilar ? meant(similar) : `：${sent}`}`;
  },
  'usage/excess-arguments': ({ command, expected, found }) =>
    `${command === undefined ? '' : `命令“${command}”的`}参数过多：应为 ${expected} 个，实有 ${found} 个`,
  'usage/value': ({ option, isOption, found, reason }) =>
    `${isOption ? '选项' : '参数'}“${option}”的取值“${found}”无效：${reason.text}`,
  'usage/language': ({ found, known }) =>
    `WASMETRICS_LANGUAGE：应为 ${known.join('、')} 之一，实为 ${found}`,
  'usage-value/choices': ({ choices }) => `可选值为 ${choices.join('、')}`,
  'usage-value/number': () => '应为数值',
  'usage-value/count': () => '应为不小于 0 的整数',
  'usage-value/amount': ({ most }) => `应为大于 0 且不超过 ${most} 的数`,
  'usage-value/labels': () => '应为 变量=标签,变量=标签',
  'usage-value/levels': () => '应为不超过 0.2 的显著性水平，如 0.1,0.05,0.01',
  'usage-value/replicates': () => '应为以 .csv 或 .arrow 结尾的文件',
  'usage-value/set': () => '应为 键=值，如 vcov.type=HC3',
  'usage-value/set-twice': ({ path }) => `${path} 设定了两次；请去掉一次`,
  'usage-value/set-yaml': ({ cause }) => `${cause.text}；取值请按 YAML 书写`,
  'usage-value/duration': () => '应为时长，如 90s、55m 或 1h30m',
  'usage-value/shard': () => '应为 i/N，其中 i 从 1 到 N，如 2/4',
  'usage-value/violation': () => '应为 KIND 或 KIND=SIZE，如 endogeneity.k=0.5',
  'interrupted/command': ({ before }) => {
    const words = {
      replicates: '完成任何重复',
      table: '完成第一张表',
      study: '完成研究',
      work: '确定计算内容',
      units: '完成任何个体',
      specifications: '完成任何设定',
      test: '完成检验',
      panels: '完成任何模拟面板',
      sets: '算出置信集',
    };
    return `在${words[before]}之前已停止`;
  },
  'usage-value/at': () => '应为各变量的取值，如“z=1,2,3”或“z=1; g=a”',
};
