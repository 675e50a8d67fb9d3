/** Errors of the parts in a queue and of their workers, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/parts.js';

export const parts: Retold<typeof english> = {
  'bad-value/queue-result': ({ most, bytes }) =>
    `一份结果应不超过 ${most} 字节，实为 ${bytes} 字节；请将计算分成更多部分`,
  'bad-task/kind': ({ kind, expected }) => `应为 ${expected} 类任务，实为 ${kind}；不予计算`,
  'bad-task/job': ({ key }) =>
    `应为运行端发出的作业，所收作业的${key === undefined ? '范围' : ` ${key} `}有误；不予计算`,
  'bad-task/seal': () => '应为运行端发出的作业，所收作业没有此密钥的签章；不予计算',
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
  'runner-failed/queue': ({ error }) => `运行端失败：${error.text}`,
};
