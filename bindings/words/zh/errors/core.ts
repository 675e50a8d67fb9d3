/** Errors of the engine, hosts, workers and matrices, in Chinese. */
import { showWord } from '../../text/messages.js';
import { retold } from '../../told.js';
import { expectations } from '../expectations/index.js';
import { spaced } from '../text.js';
import type * as status from '../../errors/core/status.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as engine from '../../errors/core/engine.js';
import type * as hosts from '../../errors/core/hosts.js';
import type * as jobs from '../../errors/core/jobs.js';
import type * as matrices from '../../errors/core/matrices.js';
import type * as workers from '../../errors/core/workers.js';

const values: Readonly<Record<jobs.PlainProblem, string>> = {
  hole: '有空位的列表',
  size: '过大、过深或包含自身的值',
  json: 'JSON 中没有的值',
  prototype: '键 __proto__',
};

const problems: Readonly<Record<jobs.BytesProblem, string>> = {
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

const ofMatrix = (matrix: number | undefined) => (matrix === undefined ? '' : `矩阵 ${matrix} 的`);

export const coreErrors: Together<
  typeof engine | typeof hosts | typeof jobs | typeof matrices | typeof status | typeof workers
> = {
  'out-of-memory/bytes': ({ bytes }) =>
    `无法分配 ${bytes} 字节：WebAssembly 内存最多 4 GiB；请减少行数、解释变量或工具变量`,
  'trap/stopped': ({ reason }) => `计算核心已停止（${reason}）；请报告所用数据和模型`,
  'cannot-compile': ({ reason, file }) =>
    `宿主环境应能编译 WebAssembly，实际不能（${reason}）；请传入本软件包中已编译的 ${file}：await init({ module })`,
  'no-address-space': ({ reason }) =>
    `应有 10 GB 地址空间，实际不足（${reason}）；请提高 ulimit -v，以 --disable-wasm-trap-handler --wasm-max-mem-pages=8192 启动 node，或减少工作线程`,
  'foreign-module': ({ expected, found }) => {
    const name = found?.version === undefined ? '某个模块' : ` wasmetrics ${found.version}`;
    const present =
      found === undefined ? '其他程序的模块' : `${name}（构建 ${found.build ?? '未知'}）`;
    return `应为 wasmetrics ${expected.version}（构建 ${expected.build}），实为${present}；请传入本软件包的 wasmetrics.wasm 或 linear.wasm`;
  },
  'no-relaxed-simd': () =>
    '构建 relaxed 要求宿主环境支持 relaxed SIMD（Node 22 及以上、Chromium、Firefox），当前环境不支持；请使用默认构建',
  'not-ready': () =>
    '应在 `await ready()` 之后调用，引擎尚未就绪；请从同一入口导入 ready 并等待一次',
  'not-ready/other-part': ({ needed, loaded }) =>
    `应已载入 ${needed}，实际只有 ${loaded}；请调用 \`await ready()\`，若宿主环境不编译 WebAssembly，请同时传入 ${needed}：await init({ module })`,
  'cannot-compile/policy': ({ reason }) =>
    `页面应允许编译 WebAssembly，实际被内容安全策略（CSP）拒绝（${reason}）；请在策略的 script-src 中加入 'wasm-unsafe-eval'`,
  'cannot-load/no-module': ({ url, start }) =>
    `应为 wasmetrics.wasm 的地址，实为 ${url}，其中的文件以 ${start} 开头，不是 WebAssembly 模块；请在该地址直接提供此文件`,
  'cannot-load': ({ url, reason }) =>
    `应为 wasmetrics.wasm 的地址，实为 ${url}（${reason}）；请传入该宿主环境可读取的地址：CORS 和 connect-src 须允许`,
  'cannot-load/not-there': ({ url, reason }) =>
    `应为 wasmetrics.wasm 的地址，实为 ${url}（${reason}）；请将本软件包的 wasmetrics.wasm 放在该地址`,
  'cannot-load/part': ({ reason }) =>
    `应有本软件包的一个文件，实际无法载入（${reason}）；请提供同一构建的全部文件，更新后请重新载入页面`,
  'cannot-compile/none': () =>
    '宿主环境应有 WebAssembly，实际没有；请在其设置中允许 WebAssembly（Safari 的锁定模式、Node 的 jitless）',
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
  'shape-mismatch/found': ({ expectation, found }) => {
    const shown = typeof found === 'number' ? `${found}` : retold(expectations, found);
    return `应为${spaced(retold(expectations, expectation))}，实为${spaced(shown)}`;
  },
  'non-finite-input/matrix': ({ row, column, matrix }) =>
    `应为有限数值，${ofMatrix(matrix)}第 ${row} 行第 ${column} 列（从 0 计）为 NaN 或无穷大；请先删除或替换`,
  'non-finite-input/row': ({ row }) =>
    `应为有限数值，第 ${row} 行为 NaN 或无穷大；请从所有数组中去掉该行`,
  'not-converged/sweeps': () =>
    '应在 60 轮扫描内收敛，实际没有；请检查矩阵中是否有量级相差悬殊的数值',
  'out-of-memory/factors': () => '存放分解因子的内存不足（上限 4 GiB）；请使用较小的矩阵',
  'bad-value/symmetric': ({ row, column, matrix, value, opposite }) =>
    `应为对称矩阵，${ofMatrix(matrix)}第 ${row} 行第 ${column} 列为 ${value}，其对称位置为 ${opposite}；若只读取一个三角，请将 triangle 设为 lower 或 upper`,
  'not-positive-definite/minor': ({ minor, matrix }) =>
    `应为正定矩阵，${ofMatrix(matrix)}${matrix === undefined ? '' : ' '}${minor} 阶顺序主子式不为正；对奇异或不定矩阵请使用 eigSymmetric 或 pinv`,
  'rank-deficient/columns': ({ column, rank, rows, cols, matrix }) => {
    const shown =
      rows < cols
        ? `实为 ${rows} 行、${cols} 列`
        : `${ofMatrix(matrix)}第 ${column} 列（从 0 计）可由其他列线性表示：秩为 ${rank}，共 ${cols} 列`;
    return `各列应线性无关，${shown}；请去掉该列，将 dependent 设为 omit，或使用 pinv`;
  },
  'rank-deficient/matrix': ({ column, reciprocal, matrix }) =>
    `各列应线性无关，${ofMatrix(matrix)}第 ${column} 列（从 0 计）可由其他列线性表示：条件数的倒数为 ${reciprocal.toExponential(1)}；请去掉该列，或使用 lstsq 或 pinv`,
  'rank-deficient/diagonal': ({ column }) =>
    `对角线上不应有零，第 ${column} 行第 ${column} 列（从 0 计）为 0；请使用 lstsq 或 pinv`,
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
  'worker/no-address': () => '缺少import.meta.url，找不到文件',
  'worker/no-script': ({ url }) => `${url} 不存在`,
  'worker/no-study': ({ kind }) => `没有处理 ${kind} 类任务的程序`,
  'worker/threads-taken': ({ threads }) => `本进程可用的 ${threads} 个线程都在运行其他脚本`,
  'worker/work-ended': () => '计算已结束',
  'worker/several': ({ reasons }) => reasons.map(({ text }) => text).join('；'),
  'ok/status': () => '应返回失败状态，实为成功；请报告数据与模型',
  'out-of-memory/status': () => '所需内存超过 4 GiB 的上限；请减少行数、解释变量或工具变量',
  'bad-record/status': () => '计算核心应来自同一次构建，实为另一次构建；请重新安装',
  'trap/status': () => '计算核心没有返回结果；请报告数据与模型',
  'empty-sample/status': () => '没有模型全部变量均不缺失的行；请检查缺失值、where 与滞后',
  'non-finite-input/status': () =>
    '数值必须有限，实有缺失或无穷大的值；请删去这些行，或检查对数与除以 0 的比值',
  'shape-mismatch/status': () =>
    '各列长度必须相同且时期不得重复，实际并非如此；请检查长度与行的次序',
  'bad-option/status': () => '数据不允许所给选项的组合；请选择其他 vcov 或其他权重',
  'too-many-lags/status': () => '滞后阶数必须小于时期数，实际不小于；请用较小的带宽或 auto',
  'rank-deficient/status': () => '解释变量必须线性无关，实有一个可由其余变量解释；请将其去掉',
  'under-identified/status': () =>
    '独立的工具变量至少应与系数一样多，实际更少；请增加工具变量或减少解释变量',
  'too-few-clusters/status': () =>
    '至少需要两个聚类或时期，实际更少；请选择取值更多的变量，或其他 vcov',
  'no-degrees-of-freedom/status': () =>
    '行数必须多于系数与被吸收效应的总数，实际不多于；请减少解释变量或增加行',
  'not-positive-definite/status': () =>
    '矩阵必须正定，实为奇异或不定；请去掉近似共线的列，或选择其他 vcov',
  'singular-weighting/status': () => '加权矩阵必须可逆，实为奇异；请减少工具变量，或用其他加权矩阵',
  'overflow/status': () =>
    '估计值必须有限，实际并非如此；请将各列调整到相近的量级，并去掉近似共线的列',
  'extreme-column/status': () => '各列的大小须在 1e-60 与 1e60 之间，实有一列超出；请更换其单位',
  'not-converged/status': () => '迭代没有收敛；请将各列调整到相近的量级，或提高迭代次数',
  'too-many-failed-draws/status': () =>
    '多数重抽样应能得到估计值，实际过少；请抽取更大的单位，或减少解释变量',
};
