/** What `bench` says of programs, their coefficients and their times, in Chinese. */
import type { Together } from '../../../vocabulary/errors.js';
import type * as bench from '../../../errors/program/bench/model.js';

export const benchErrors: Together<typeof bench> = {
  'bench/title': ({ model, rows }) => `${model} 的模型的速度，${rows} 行`,
  'bench/machine': ({ cpu, cores, node, rounds }) =>
    `${cpu}，${cores} 核，Node ${node}；轮流运行 ${rounds} 轮的中位数`,
  'bench/program': () => '程序',
  'bench/version': () => '版本',
  'bench/coefficients': () => '系数',
  'bench/cold': () => '冷启动',
  'bench/warm': () => '热运行',
  'bench/ratio': () => '倍数',
  'bench/memory': () => '内存',
  'bench/time': () => '时间',
  'bench/workers': () => '工作线程',
  'bench/difference': () => '差异',
  'bench/agree': ({ difference }) => `一致（${difference}）`,
  'bench/differ': ({ difference }) => `不一致（${difference}）`,
  'bench/reference': () => '基准',
  'bench/builds': () => '一次估计，按构建',
  'bench/estimators': () => '一次估计，按估计方法',
  'bench/bootstraps': ({ reps }) => `${reps} 次重复的自助法，按抽样方式`,
  'bench/legend': () =>
    '冷启动：整个进程，自启动起；热运行：在已读入数据的进程中估计一次。各用一个线程。倍数指热运行时间',
  'bench/differs': ({ program, difference, missing }) =>
    `${program}：系数最多相差 ${difference}（相对于系数与标准误中较大者）${missing.length === 0 ? '' : `；未报告 ${missing.join('、')}`}。其时间属于另一个估计`,
  'bench/absent': ({ programs, install }) => `未安装：${programs.join('、')}；安装方法：${install}`,
  'bench/failed': ({ program, reason }) => `${program}：失败${reason === '' ? '' : `：${reason}`}`,
  'bench/late': ({ program, seconds }) => `${program}：${seconds} 秒后停止；可用 --limit 延长时间`,
  'bench/silent': ({ program, reason }) =>
    `${program}：没有输出系数${reason === '' ? '' : `，而是：${reason}`}`,
  'bench/unavailable': ({ way, reason }) => `不可用：${way}：${reason}`,
};
