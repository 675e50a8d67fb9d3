/** What commands refuse before they begin, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/commands.js';

export const commands: Retold<typeof english> = {
  'usage/needs-bootstrap': ({ option }) =>
    `${option} 需要自助法；请设定键 bootstrap 或选项 --bootstrap`,
  'usage/needs-option': ({ option, needed }) => `${option} 需要与 ${needed} 一起使用`,
  'usage/need-bootstrap': () => '--scheme、--seed、--ci 和 --p-value 需要与 --bootstrap 一起使用',
  'usage/published': () => '--published 需要与 --their-engine 一起使用：它为复现包中的计算引擎作证',
  'usage/signature': () => '--signature 需要与 --signed-by（签名者的公钥）一起使用',
  'usage/printed': () => '使用 --printed 时，文件中应有研究文件（.yaml、.yml 或 .json）',
  'usage/together': ({ option, other }) => `${option} 不能与 ${other} 同时使用`,
  'usage/stream': ({ reason }) => {
    const what = {
      bootstrap: '自助法',
      query: '查询',
      'standard-input': '标准输入',
      save: '选项 --save',
    };
    return `--stream 不能用于${what[reason]}`;
  },
  'usage/confidential': () => '--confidential 不能与 --data 同时使用：它提供的是合成数据',
  'usage/check-text': () => '--check-text 不能与输出研究结果的 --json 同时使用',
  'usage/claim': () => 'plan：--claim 不能与 --store 同时使用；请去掉其中一个',
  'usage/trust': () => '--trust-queue 不能与 WASMETRICS_QUEUE_KEY 中的密钥同时使用；请取消其中一个',
  'usage/bundle': () => '--check、--seal 和 --outputs-only 只能使用其中一个',
  'usage/bundle-input': () => 'bundle 需要文件或文件夹，不能是标准输入',
  'usage/watch-input': () => '--watch 需要文件，不能是标准输入',
  'usage/init': () => '应为研究文件能够引用的数据文件',
  'usage/venue': ({ takes, title, found }) =>
    takes === 'folder'
      ? `--out：${title} 不接受 zip 文件，应为文件夹，实为 ${found}`
      : `--out：${title} 要求以 .zip 结尾的文件，实为 ${found}`,
  'usage/one-table': ({ argument, table, found }) =>
    `${argument}：要命名为 ${table}，文件中应只有一张表，实有 ${found} 张`,
  'usage/one-data-file': ({ command, more, option }) => {
    const advice = option === undefined ? '' : `；请用 ${option} ${more.join(',')} 指定变量`;
    return `${command}：应为一个数据文件，实际还有 ${more.join(' ')}${advice}`;
  },
  'usage/one-model': ({ subject, found, isEach }) => {
    const each = isEach === true ? '，并分别规划' : '';
    return `${subject}：只能用于一个模型，实有${found === undefined ? '多个' : ` ${found} 个`}；请用 --model 选择一个${each}`;
  },
  'usage/one-formula': ({ option, found }) =>
    `${option}：公式应只描述一个模型，实有 ${found} 个，后一个会覆盖文件；请逐个运行`,
  'usage/save': () => '--save 需要一个模型；请用 --model 选择',
  'usage/adjust': ({ found }) => `--adjust：应为某个系数等于 0 的假设，实为 ${found}`,
  'usage/set-result': ({ path }) => `--set：应为模型，实为结果 ${path}；请给出其模型文件`,
  'usage/result': ({ subject, lacks }) =>
    `${subject} 需要模型文件，因为保存的结果中没有${lacks === 'data' ? '数据' : '各次重复'}`,
  'usage/no-model': () => '缺少参数 model，或数据和公式',
  'usage/no-formula': ({ command, file, isNamed }) =>
    `${command}：${isNamed ? `--estimator 和 ${file}` : `数据文件 ${file}`} 之后应有公式，如“y ~ x”，实际没有；请写“${command} ${file} 公式”，或给出模型文件`,
  'usage/formula-option': ({ option, file }) =>
    `${option}：应与数据和公式一起使用，实为模型文件 ${file}；请写在该文件中，或使用 --set`,
  'usage/after-model': ({ command, found }) =>
    `${command}：模型之后不应再有参数，实为 ${found}；公式要写 ~`,
  'usage/model-of-formula': () => '--model：应与模型文件一起使用，实为公式；请去掉该选项',
  'usage/no-data': () => '缺少参数 data，或选项 --sql',
  'usage/data-and-query': ({ path }) => `数据文件与 --sql 只能给出其一，实际两者都有：${path}`,
  'usage/option-of-files': ({ option, isModel }) =>
    isModel
      ? `${option} 是文件的选项，而 data.sql 不读取文件`
      : `${option} 是文件的选项，而 --sql 不读取文件；请写在查询中`,
  'usage/no-shard': () => 'run：应有 --shard，或用 --redis 计算所有部分，实际两者都没有',
  'usage/no-address': () => 'run：--redis 之后或 REDIS_URL 中应有地址，实际两者都没有',
  'usage/plan-command': ({ command }) =>
    `plan：应为重复计算的命令，${command} 没有自助法、置换或模拟；请设定键 bootstrap 或选项 --bootstrap`,
  'usage/plan-place': (detail) => {
    const { place } = detail;
    if (detail.found === 'files') return `plan：应为新文件夹或空文件夹，${place} 中已有文件`;
    return detail.found === 'plan'
      ? `plan：文件夹应只用于这一次规划，${place} 中已有另一次规划`
      : `plan：${place} 之下应没有内容，实有 ${detail.object}；请用 --store 指定其他文件夹`;
  },
  'usage/scheduler': ({ option, schedulers, found }) =>
    `plan：--${option} 需要 --for ${schedulers.join('、')}，实为 ${found}；请去掉该选项`,
  'usage/script-option': ({ option, expected, found }) => {
    const words = {
      name: '不含空白的名称',
      image: '镜像的名称',
      store: '地址 s3://bucket/prefix',
      shell: '一行 shell 命令',
      claim: '存储卷声明的名称，可带其中的文件夹，如 econ/jobs/7',
      user: '用户和组的数字编号，不小于 1，如 1000:1000',
      label: '标签，如 team=econ',
    };
    return `plan：--${option}：应为${words[expected]}，实为 ${JSON.stringify(found)}`;
  },
};
