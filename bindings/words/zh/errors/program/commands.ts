/** Errors of commands and what they name, in Chinese. */
import { adviceOn } from '../../methods.js';
import type { Together } from '../../../vocabulary/errors.js';
import type * as commands from '../../../errors/program/commands.js';
import type * as models from '../../../errors/program/models.js';
import type * as parts from '../../../errors/program/parts.js';
import type * as study from '../../../errors/program/study.js';
import { isFile } from '../../../errors/program/usage.js';
import type * as usage from '../../../errors/program/usage.js';
import type * as yaml from '../../../errors/program/yaml.js';

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const meant = (similar: readonly string[]) =>
  similar.length === 0 ? '' : `（是否指 ${similar.join('、')}？）`;

export const commandErrors: Together<
  typeof commands | typeof models | typeof parts | typeof study | typeof usage | typeof yaml
> = {
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
  'usage/bench-input': () => 'bench 的数据应在其他程序能读取的文件中，不能来自标准输入',
  'usage/bundle-input': () => 'bundle 需要文件或文件夹，不能是标准输入',
  'usage/watch-input': () => '--watch 需要文件，不能是标准输入',
  'usage/data-not-given': ({ file, data }) =>
    `${file} 用到 ${data}，但命令没有给出该文件；只会打开命令给出的文件，请一并写上`,
  'usage/port-in-use': ({ port }) => `端口 ${port} 已被其他程序占用；请换一个，或去掉 --port`,
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
    if (detail.found === 'file') return `plan：应为新文件夹或空文件夹，${place} 是文件`;
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
  'unknown-estimator/option': ({ names, found, method }) => {
    const advice = adviceOn(method);
    return `应为 ${names.join('、')} 之一，实为 ${found}${advice === undefined ? '' : `；${advice}`}`;
  },
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
  'bad-value/queue-result': ({ most, bytes }) =>
    `一份结果应不超过 ${most} 字节，实为 ${bytes} 字节；请将计算分成更多部分`,
  'bad-task/kind': ({ kind, expected }) => `应为 ${expected} 类任务，实为 ${kind}；不予计算`,
  'bad-task/job': ({ key }) =>
    `应为运行器发出的作业，所收作业的${key === undefined ? '范围' : ` ${key} `}有误；不予计算`,
  'bad-task/seal': () => '应为运行器发出的作业，所收作业没有此密钥的签章；不予计算',
  'queue-result/damaged': () => '结果已损坏，或不是由工作进程写入',
  'queue-result/build': ({ worker, found, expected }) =>
    `工作进程 ${worker} 的计算核心为 ${found}，应为 ${expected}`,
  'queue-result/seal': ({ worker }) => `工作进程 ${worker} 的结果没有此密钥的签章`,
  'queue-result/other': ({ worker }) => `工作进程 ${worker} 计算的是其他内容`,
  'queue-failed/result': ({ first, end, because, times }) =>
    `作业 ${first} 至 ${end - 1} 的结果被拒绝：${because.text}，已是第 ${times} 次；请查明是谁在写入队列`,
  'queue-worker/unreadable': () => '有一个工作进程的登记无法读取，已忽略',
  'queue-worker/key': ({ worker }) => `工作进程 ${worker} 被拒绝：其队列密钥不同，或没有密钥`,
  'queue-worker/build': ({ worker, found, version, expected }) =>
    `工作进程 ${worker} 被拒绝：其计算核心为 ${found}（版本 ${version}），应为 ${expected}`,
  'queue-failed/no-worker': ({ seconds, others }) =>
    [
      `需要同一版本、同一密钥的工作进程，${seconds} 秒内没有找到`,
      ...others.map(({ text }) => text),
    ].join('；'),
  'queue-failed/worker': ({ worker, reason }) => `工作进程 ${worker} 失败：${reason}`,
  'runner-failed/queue': ({ error }) => `运行器失败：${error.text}`,
  'bad-value/output': (detail) => {
    const { found } = detail;
    switch (detail.expected) {
      case 'key':
        return `应为 ${detail.keys.join('、')} 之一，实为 ${found}`;
      case 'ending':
        return `文件应以 ${detail.endings.join('、')} 之一结尾，实为 ${found}`;
      case 'no-bundle':
        return `作业文件夹中不应制作复现包，实为 ${found}；请单独为该研究制作复现包`;
      case 'numbers':
        return `应为数值文件，实为 ${found}`;
      case 'writable':
        return `应为可以写出的输出，实为 ${found}`;
    }
  },
  'bad-value/template': ({ found }) => `模板应以 .tmpl 结尾，如 results.md.tmpl，实为 ${found}`,
  'file-not-writable/folder': ({ found, reason }) =>
    `无法建立 ${found} 所在的文件夹：${reason ?? '路径中有一部分是文件'}`,
  'bundle-outside/output': ({ found, folder }) =>
    `研究位于复现包中，文件应在 ${folder} 之下，实为 ${found}；请更改路径，或使用不在那里写文件的 wasmetrics verify`,
  'text/checked': ({ path, named, compared, findings }) =>
    `${path}：比较了${named}个标明名称的数和${compared}个其他数，其中${findings}个已不相符`,
  'usage/missing-argument': ({ argument, usage: line }) => `缺少参数“${argument}”；请写 ${line}`,
  'usage/missing-value': ({ option }) => `选项“${option}”缺少取值；请将取值写在其后`,
  'usage/missing-option': ({ option }) => `必须给出选项“${option}”`,
  'usage/conflicting': ({ option, other }) => `选项“${option}”不能与选项“${other}”同时使用`,
  'usage/needs': ({ option, other }) => `${option} 须与 ${other} 同用`,
  'usage/no-hypotheses': () =>
    '应有假设（如 "w = k"）、--function、--diagnostics 或 --hausman，实无一项',
  'usage/unknown-option': ({ found, similar, usage: line }) =>
    `未知的选项“${found}”${meant(similar)}${line === undefined ? '' : `；请写 ${line}`}`,
  'usage/unknown-command': ({ found, similar, method }) => {
    const advice = adviceOn(method);
    const sent =
      advice ??
      (isFile(found)
        ? `这是文件名；请在其前写命令，例如 wasmetrics describe ${found}`
        : 'wasmetrics --help 列出所有命令');
    const isSimilar = advice === undefined && similar.length > 0;
    return `未知的命令“${found}”${isSimilar ? meant(similar) : `：${sent}`}`;
  },
  'usage/excess-arguments': ({ command, expected, found, extra, takesFormula }) =>
    `${command === undefined ? '' : `命令“${command}”的`}参数过多：应为 ${expected} 个，实有 ${found} 个；${
      takesFormula
        ? `公式是引号中的一个参数，例如 wasmetrics ${command} data.csv "y ~ x1 + x2"`
        : `请去掉 ${extra.join(' ')}，或把连在一起的词写在引号中`
    }`,
  'usage/value': ({ option, isOption, found, reason }) =>
    `${isOption ? '选项' : '参数'}“${option}”的取值“${found}”无效：${reason.text}`,
  'usage/language': ({ found, known }) =>
    `WASMETRICS_LANGUAGE：应为 ${known.join('、')} 之一，实为 ${found}`,
  'usage-value/choices': ({ choices }) => `可选值为 ${choices.join('、')}`,
  'usage-value/number': () => '应为数值',
  'usage-value/count': () => '应为不小于 0 的整数',
  'usage-value/positive': () => '应为不小于 1 的整数',
  'usage-value/port': ({ most }) => `应为端口：不超过 ${most} 的整数`,
  'usage-value/amount': ({ most }) => `应为大于 0 且不超过 ${most} 的数`,
  'usage-value/labels': () => '应为 name=label,name=label',
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
};
