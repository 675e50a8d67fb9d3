/** Errors of folders of jobs, in Chinese. */
import type { Together } from '../../../vocabulary/errors.js';
import type * as cluster from '../../../errors/program/cluster.js';

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

export const clusterErrors: Together<typeof cluster> = {
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
};
