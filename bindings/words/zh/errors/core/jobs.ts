/** Errors of repeated work in workers and on other machines, in Chinese. */
import type { Retold } from '../../../told.js';
import { showWord } from '../../../text/messages.js';
import type * as english from '../../../errors/core/jobs.js';

const values: Readonly<Record<english.PlainProblem, string>> = {
  hole: '有空位的列表',
  size: '过大、过深或包含自身的值',
  json: 'JSON 中没有的值',
  prototype: '键 __proto__',
};

const problems: Readonly<Record<english.BytesProblem, string>> = {
  length: '长度超出字节范围',
  'unknown-array': '未知类型的数组',
  'array-length': '数组超出字节范围',
  rest: '数组之后另有字节',
  'no-list': '缺少列表',
  'no-entries': '缺少键值对',
  'no-keys': '缺少键',
  'unknown-number': '未知的数值',
  prototype: '键 __proto__',
};

const notRead = (reason: string) => `应为普通数据的字节，实际不是（${reason}）；请重新发送`;

export const jobs: Retold<typeof english> = {
  'worker-failed/attempts': ({ cause, attempts }) =>
    `工作线程失败了 ${attempts} 次（${cause.text}）；请将 workers 设为 0，在调用线程中运行`,
  'worker-failed/task': ({ cause }) =>
    `任务无法在此运行：${cause.text}；请按原样发送此构建版本的任务`,
  'runner-failed': ({ reason }) => `运行器失败：${reason}`,
  'runner-failed/other-jobs': () => '运行器失败：返回的不是所发送的作业',
  'runner-failed/jobs-left': ({ left }) => `运行器失败：结束时尚有 ${left} 个作业未完成`,
  'not-plain-data': ({ found }) => `应为含数值数组的普通数据，实际含有 ${found}；请发送普通数据`,
  'not-plain-data/value': ({ problem }) =>
    `应为含数值数组的普通数据，实际含有${values[problem]}；请发送普通数据`,
  'not-plain-data/bytes': ({ problem }) => notRead(problems[problem]),
  'not-plain-data/unreadable': ({ reason }) => notRead(reason.slice(0, 100)),
  'code-in-task': () =>
    '任务应只含数据，实际指定了代码；自定义统计量只在定义它的进程及其工作线程中运行',
  'bad-task': ({ kind }) =>
    `应为此构建版本的任务，实际${kind === undefined ? '没有类型' : `类型为 ${showWord(kind)}`}；请用计算它的同一构建版本发送`,
};
