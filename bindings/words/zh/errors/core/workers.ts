/** Why no worker could be started or a worker ended, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/core/workers.js';

export const workers: Retold<typeof english> = {
  host: ({ reason }) => reason,
  'worker/other-script': () => '该脚本不是本软件库的工作线程脚本',
  'worker/other-build': ({ build }) => `该脚本属于另一构建版本（${build}）`,
  'worker/none': () => '该宿主环境没有工作线程',
  'worker/ended': () => '工作线程已被结束',
  'worker/exited': ({ code }) => `工作线程已结束，退出码为 ${code}`,
  'worker/unreadable-message': () => '工作线程发送了无法读取的消息',
  'worker/not-loaded': () => '脚本无法载入',
  'worker/policy': ({ directive }) => `页面内容安全策略（CSP）的 ${directive} 拒绝了它`,
  'worker/bad-status': ({ url, status }) => `${url} 返回状态码 ${status}`,
  'worker/no-script-type': ({ url, type }) => `${url} 的类型为 ${type}，应为 text/javascript`,
  'worker/no-answer': ({ seconds }) => `${seconds} 秒内没有应答`,
  'worker/no-address': () => '软件库没有地址',
  'worker/no-script': ({ url }) => `${url} 不存在`,
  'worker/no-study': ({ kind }) => `没有处理 ${kind} 类任务的程序`,
  'worker/threads-taken': ({ threads }) => `本进程可用的 ${threads} 个线程都在运行其他脚本`,
  'worker/work-ended': () => '计算已结束',
  'worker/several': ({ reasons }) => reasons.map(({ text }) => text).join('；'),
};
