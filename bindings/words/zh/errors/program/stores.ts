/** Errors of the stores of tasks, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/stores.js';

export const stores: Retold<typeof english> = {
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
