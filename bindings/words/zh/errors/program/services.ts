/** Errors of data, queues and stores, which pages and services say too, in Chinese. */
import { reasonText } from '../../lost-rows.js';
import type { Together } from '../../../vocabulary/errors.js';
import type * as data from '../../../errors/program/data.js';
import type * as queue from '../../../errors/program/queue.js';
import type * as stores from '../../../errors/program/stores.js';

export const serviceErrors: Together<typeof data | typeof queue | typeof stores> = {
  'no-data/model': () => '需要数据文件，但没有给出；请在模型中设定 data，或使用 --data',
  'no-data/page': () => '需要数据文件，但没有选择',
  'file-not-found/page': ({ status }) => `文件应与本页放在一起，实际的 HTTP 状态码为 ${status}`,
  'empty-data/command': ({ file, isQuery }) =>
    isQuery ? `${file}：查询没有返回任何行；请修改查询` : `${file}：变量名之下应有数据行，实际没有`,
  'bad-value/query': () =>
    '数据应在文件中，实为查询，其文件无法固定下来；请用 wasmetrics convert 将其各行写入文件',
  'bad-value/build-option': ({ found }) => `应为“变量名=表达式”，如“lnx=log(x)”，实为 ${found}`,
  'bad-value/replace': () => '应与 --build 一起使用，实际没有；请去掉该选项',
  'bad-value/targets': ({ found, columns }) =>
    `应为 ${columns} 个数，每个变量一个，实有 ${found.length} 个`,
  'bad-value/columns-option': ({ found, isTwice }) =>
    isTwice
      ? `每个变量名只能出现一次，实际重复的是 ${found}`
      : `每个变量都应有方向，如 income:+ 或 deaths:-，实为 ${found}`,
  'nothing-compared': ({ why, numbers }) =>
    `应有与研究的表格对应的数字，${numbers} 个数字中一个也没有：${why.slice(0, 2).map(reasonText).join('；')}；请按 T4=table.tex 的写法指明表格，列名和行名与研究一致`,
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
