/** Errors of clusters, queues and stores, in Chinese. */
import type { Together } from '../../../vocabulary/errors.js';
import type * as cluster from '../../../errors/program/cluster.js';
import type * as queue from '../../../errors/program/queue.js';
import type * as stores from '../../../errors/program/stores.js';

const again = '请用 wasmetrics plan 建立该文件夹';

const NAMED = 8;

const faults: Readonly<Record<cluster.PlanFault, string>> = {
  pieces: '某项工作的每份作业数大于其全部作业数',
  jobs: '作业数与各项工作之和不符',
  folder: '份数超过一个文件夹的容量',
  parts: '部分数大于份数',
  twice: '有一项工作出现两次',
};

function faultWords(fault: cluster.PartFault): string {
  switch (fault.kind) {
    case 'no-file':
      return '应为 wasmetrics run 写出的部分，实际不是文件';
    case 'other':
      return '应为 wasmetrics run 写出的部分，实为其他内容';
    case 'damaged':
      return '内容应与写出时相同，实际已被更改或损坏';
    case 'format':
      return `应为格式 ${fault.expected} 的部分，实为格式 ${fault.found}`;
    case 'large':
      return `每段应不超过 ${fault.most} 字节，实为 ${fault.bytes} 字节`;
    case 'range':
      return `应为作业的范围，实为 ${fault.first} 至 ${fault.end}`;
    case 'piece':
      return `应为 ${fault.jobs} 个作业中每段 ${fault.piece} 个的分段，实为作业 ${fault.first} 至 ${fault.end - 1}`;
    case 'unreadable':
      return `应为作业的结果，实为无法读取的字节（${fault.reason}）`;
    case 'subject':
      return `应为 ${fault.subject} 的结果，实为其他内容`;
  }
}

export const clusterErrors: Together<typeof cluster | typeof queue | typeof stores> = {
  'bad-value/plan-parts': ({ most, found }) =>
    `应为 1 到 ${most} 之间的整数（作业最多可分成的份数），实为 ${found}`,
  'bad-value/plan-memory': ({ least, found }) =>
    `应大于 ${least} GB（每一部分无论有多少作业都需要这么多内存），实为 ${found}；请减少工作线程或增加内存`,
  'bad-value/begun': () => '计算应尚未开始，实际已有部分作业完成；请去掉检查点和缓存',
  'file-not-found/input': () => '找不到文件，它是该命令的输入',
  'file-not-readable/input': ({ words }) => `无法固定文件：${words}；它是该命令的输入`,
  'file-not-found/planned': ({ what }) =>
    `找不到文件，它是作业文件夹的${what === 'input' ? '输入' : '任务'}；请重新规划该文件夹`,
  'other-data/input': ({ expected, found }) =>
    `内容应与规划时相同（SHA-256 ${expected}），实际不同（${found}）；请重新规划该文件夹`,
  'other-data/task': ({ expected, found }) =>
    `内容应与规划时相同（${expected}），实际不同（${found}）；请重新规划该文件夹`,
  'other-data/unplanned': () => '应为规划过的文件，实为规划中没有的文件；请重新规划该文件夹',
  'output-outside': ({ root, file }) =>
    `输出应在 ${root} 之下，实为 ${file}；请用 --out 指定其他文件夹`,
  'other-engine/plan': ({ expected, found }) =>
    `应为计算核心 ${expected.sha256} 的 wasmetrics ${expected.version}，实为计算核心 ${found.sha256} 的 ${found.version}；请使用规划该文件夹的版本，或重新规划`,
  'not-a-plan/none': ({ file, name }) => `${file}：应为含 ${name} 的作业文件夹，实际没有；${again}`,
  'not-a-plan/large': ({ file, most, bytes }) =>
    `${file}：应不超过 ${most} 字节，实为 ${bytes} 字节；${again}`,
  'not-a-plan/json': ({ file }) =>
    `${file}：应为 wasmetrics plan 写出的 JSON，实为其他内容；${again}`,
  'plan-fault': ({ kind }) => faults[kind],
  'not-a-plan/key': ({ file, key, fault }) =>
    `${file}：${key === '' ? '' : `${key}：`}应为 wasmetrics plan 写出的内容${fault === undefined ? '' : `：${fault.text}`}；${again}`,
  'usage/not-repeating': ({ known, found }) =>
    `应为重复计算的命令（${known.join('、')}），${found === undefined ? '实际没有命令' : `实为 ${found}`}`,
  'usage/job-folder': ({ option }) =>
    `${option} 不能用于作业文件夹，它自行保存各部分的结果；请去掉该选项`,
  'missing-package/queue': () =>
    '未安装软件包 bullmq 和 ioredis；请运行 npm install bullmq ioredis',
  'missing-replicates/merge': ({ completed, reps, missing, subject, partly }) => {
    const names = missing.slice(0, NAMED).map(({ first, end }) => `${first} 至 ${end - 1}`);
    const more = missing.length > NAMED ? `，另有 ${missing.length - NAMED} 段` : '';
    const wayOut = completed > 0 && partly ? '请计算这些部分，或允许部分结果' : '请计算这些部分';
    const what = subject === 'bootstrap' ? ' 次重复' : ` 个 ${subject} 的作业`;
    return `应有 ${reps}${what}，实有 ${completed}：缺少 ${names.join('、')}${more}；${wayOut}`;
  },
  'bad-checkpoint/part': ({ fault }) => `${faultWords(fault)}；请删除该文件，再重新运行相应部分`,
  'unequal-parts': ({ files: [a, b], first, end }) =>
    `作业 ${first} 至 ${end - 1} 在 ${a} 和 ${b} 中的字节应相同，实际不同；请重新计算以判断哪个文件有误，并将其删除`,
  'other-run/part': ({ task }) =>
    `属于另一次运行：应为 plan.json 中任务的结果，实为${task === undefined ? '没有摘要的任务' : `任务 ${task}`} 的结果；请删除该文件`,
  'bad-value/redis-address': ({ reason, protocol }) => {
    const found = {
      'no-protocol': '地址没有协议',
      protocol: `实为 ${protocol}://`,
      unreadable: '地址无法读取；请将 / 写作 %2F，# 写作 %23，@ 写作 %40',
    }[reason];
    return `应为形如 rediss://host:6379 的地址，${found}（其余部分可能是密码，不予显示）`;
  },
  'bad-value/queue-number': ({ path }) => {
    const expected = {
      parts: '不小于 1 的整数',
      priority: '1 到 2097152 之间的整数',
      keep: '1 秒到十年之间的整数秒数',
      patience: '秒数',
    }[path];
    return `应为${expected}，实为其他值`;
  },
  'bad-value/queue-name': ({ path }) =>
    path === 'queue'
      ? '应为 1 至 100 个字符且不含冒号的名称，实为其他名称'
      : '应为 1 至 200 个字符，实为其他名称',
  'no-queue-key': () =>
    '需要密钥，但没有给出；请为运行器及其工作进程将 WASMETRICS_QUEUE_KEY 设为同一密钥（openssl rand -hex 32）；若无他人能访问服务器，可用 --trust-queue（程序中为 trust: true）',
  'bad-value/queue-key': (detail) => {
    if (detail.path === 'trust') return '应为 true 或 false，实为其他值';
    if (detail.found === 'both') return '密钥与 trust 只能给出其一，实际两者都有';
    if (detail.found === 'type') return `应为文本，实为 ${detail.type} 类型的值`;
    const { least, length } = detail;
    return `应至少有 ${least} 个字符，实有 ${length} 个；openssl rand -hex 32 可生成密钥`;
  },
  'queue-authentication': ({ server, kind, reason }) => {
    const refused =
      kind === 'WRONGPASS'
        ? '了用户名或密码（WRONGPASS）'
        : kind === 'NOAUTH'
          ? '在没有密码时提供服务（NOAUTH）'
          : `了一条命令（${reason}）`;
    return `服务器 ${server} 拒绝${refused}；请检查 REDIS_URL 中的用户名和密码以及该用户的权限`;
  },
  'queue-tls/failed': ({ server, reason }) =>
    `服务器 ${server}：TLS 失败：${reason}；请用 NODE_EXTRA_CA_CERTS 信任其证书；若服务器没有 TLS，请用 redis://`,
  'queue-tls/protocol': ({ server, reason }) =>
    `服务器 ${server} 使用的不是 Redis 协议：${reason}；请检查端口；若服务器有 TLS，请用 rediss://`,
  'queue-tls/other': ({ server, hasTls }) =>
    hasTls
      ? `服务器 ${server} 有 TLS；请写 rediss://，不要写 redis://`
      : `服务器 ${server} 没有 TLS；请写 redis://，不要写 rediss://`,
  'queue-failed/command': ({ server, reason }) => `服务器 ${server}：${reason}`,
  'queue-unreachable': ({ server, seconds, last }) =>
    `${seconds} 秒内无法连接服务器 ${server}：${last?.text ?? '没有应答'}`,
  'queue-notice/refused': ({ first, last, because }) =>
    `作业 ${first} 到 ${last} 的结果被拒绝：${because.text}；将重新计算`,
  'queue-notice/away': ({ server, reason }) =>
    `队列：无法连接服务器 ${server}：${reason}；正在重试`,
  'queue-notice/failure': () => '已忽略一条失败记录：写入它的工作进程没有此密钥',
  'queue-notice/few-parts': ({ wanted, parts }) =>
    `工作进程：应有可同时计算 ${wanted} 个部分的地址空间，实际只够 ${parts} 个；请提高 ulimit -v 或降低 --concurrency`,
  'bad-value/store': ({ found }) => `应为 redis、folder:/path 或 s3://bucket/prefix，实为 ${found}`,
  'bad-value/bucket': ({ found }) => `应为 s3://bucket/prefix，实为 ${found}`,
  'bad-value/redis-task': ({ most, bytes }) =>
    `Redis 的一个值应小于 ${most} 字节，实为 ${bytes} 字节；请指定其他存储，如 folder:/path`,
  'missing-package/store': ({ package: name }) =>
    `未安装软件包 ${name}；请运行 npm install ${name}`,
  'no-credentials': () => '环境变量中应有 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，实际没有',
  'store-failed/missing': ({ digest, address }) => `存储 ${address} 中没有任务 ${digest}`,
  'store-failed/hash': ({ digest, address, found }) =>
    `拒绝 ${address} 中的任务 ${digest}：其内容的散列值为 ${found}`,
  'store-failed/digest': () => '应为任务的摘要，实为其他内容',
  'store-failed/size': ({ expected, found }) =>
    `任务应为 ${expected} 字节，实为 ${found} 字节；已拒绝`,
  'store-failed/file': ({ reason, words }) => {
    const known: Readonly<Record<string, string>> = {
      ENOSPC: '磁盘已满',
      EDQUOT: '磁盘配额已用完',
      EACCES: '没有权限',
      EPERM: '没有权限',
      EROFS: '文件系统为只读',
    };
    return known[reason] ?? words;
  },
  'store-failed/list': () => '无法读取其对象列表',
  'store-failed/endless': () => '其对象列表没有终点',
  'store-failed/bucket': ({ bucket }) => `没有存储桶 ${bucket}`,
  'store-failed/request': ({ method, words }) => `${method} 请求失败：${words}`,
  'store-failed/answer': ({ method, httpStatus, fault }) =>
    `${method} 请求失败，状态码 ${httpStatus}（${fault ?? '未说明原因'}）`,
};
