/** What `bench` says of programs, their coefficients and their times, in Chinese. */
import type { Together } from '../../../vocabulary/errors.js';
import type * as model from '../../../errors/program/bench/model.js';
import type * as suite from '../../../errors/program/bench/suite.js';

export const benchErrors: Together<typeof model | typeof suite> = {
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
  'bench/title-warm': () => '已读入数据后估计一次（对数刻度；括号内为与 wasmetrics 之比）',
  'bench/title-cold': () => '整个进程，自启动起（对数刻度）',
  'bench/differ-short': () => '系数不同',
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
    `${program}：没有输出系数或时间${reason === '' ? '' : `，而是：${reason}`}`,
  'bench/unavailable': ({ way, reason }) => `不可用：${way}：${reason}`,
  'suite/machine': ({ cpu, cores, node, rounds }) =>
    `标准集，${cpu}，${cores} 核，Node ${node}；${rounds} 个进程的处理器时间的中位数`,
  'suite/case': () => '项目',
  'suite/time': () => '时间',
  'suite/noise': () => '噪声',
  'suite/baseline': () => '基线',
  'suite/ratio': () => '倍数',
  'suite/limit': () => '上限',
  'suite/slower': ({ name, ratio, limit }) =>
    `${name} 的用时是基线的 ${ratio} 倍，而噪声最多可解释 ${limit} 倍`,
  'suite/none-slower': () => '没有项目慢于基线而超出噪声',
  'suite/other-machine': ({ cpu, cores, node }) =>
    `基线来自另一台机器（${cpu}，${cores} 核，Node ${node}）：只比较与固定运算之比，不作失败处理`,
  'suite/added': ({ names }) => `基线中没有相同的项目：${names.join('、')}`,
  'suite/failed': ({ reason }) => `标准集的一轮失败：${reason}`,
  'bad-value/suite-case': ({ found, known }) => `应为 ${known.join('、')} 之一，实为 ${found}`,
  'bad-value/baseline': ({ file }) =>
    `应为 wasmetrics bench --suite --save 写出的文件，实为 ${file}`,
  'bad-value/baseline-rounds': ({ least, file, found }) =>
    `估计噪声时，${file} 和 --reps 都至少需要 ${least} 轮，实为 ${found}`,
};
