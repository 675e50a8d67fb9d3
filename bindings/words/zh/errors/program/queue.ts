/** Errors of the queue and of its server, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/queue.js';

export const queue: Retold<typeof english> = {
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
    '需要密钥，但没有给出；请为运行端及其工作进程将 WASMETRICS_QUEUE_KEY 设为同一密钥（openssl rand -hex 32）；若无他人能访问服务器，可用 --trust-queue（程序中为 trust: true）',
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
};
