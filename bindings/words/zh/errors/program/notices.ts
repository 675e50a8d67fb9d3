/** What commands say next to their results, in Chinese. */
import type * as english from '../../../errors/program/notices.js';
import { count } from '../../../text/counts.js';
import { durationOf } from '../../../text/progress.js';
import type { Retold } from '../../../told.js';
import { verdicts } from '../../verdicts.js';

const repeated: Readonly<Record<english.Repeated, string>> = {
  replicates: '次重复',
  specifications: '个设定',
  units: '个个体',
  panels: '个面板',
  places: '个格点',
  jobs: '项作业',
};

function leftWords(seconds: number): string {
  const words = durationOf(seconds)?.replace('min', '分').replace('h', '时').replace(/s$/, '秒');
  return words === undefined ? '剩余时间未知' : `剩余 ${words}`;
}

const verdictOf = (verdict: string | number) =>
  (verdicts as Readonly<Record<string, string>>)[verdict] ?? verdict;

export const notices: Retold<typeof english> = {
  'notice/replicates': ({ done, total, rate, secondsLeft, failed }) =>
    `${count(done)}/${count(total)} 次重复，每秒 ${count(rate)} 次，${leftWords(secondsLeft)}，失败 ${count(failed)} 次`,
  'notice/bootstrap': ({ replicates, error }) =>
    `自助法：${replicates.text}；标准误的蒙特卡洛误差至多 ${error}`,
  'notice/error-column': () => '标准误',
  'notice/monte-carlo-column': () => '蒙特卡洛误差',
  'notice/relative-column': () => '相对误差',
  'notice/study': ({ id, done, total, secondsLeft, failed }) =>
    `${id}，${count(done)}/${count(total)} 次重复，${leftWords(secondsLeft)}${failed === 0 ? '' : `，失败 ${count(failed)} 次`}`,
  'notice/study-line': ({ progress }) => `研究：${progress.text}`,
  'notice/refits': ({ done, total, what, secondsLeft, failed }) =>
    `${count(done)}/${count(total)} ${repeated[what]}，${leftWords(secondsLeft)}，失败 ${count(failed)}`,
  'notice/reading': ({ name, read, all, speed, secondsLeft, rows }) =>
    all === undefined
      ? `正在读取 ${name}：${read} MB，${speed} MB/秒`
      : `正在读取 ${name}：${read} / ${all} MB，${speed} MB/秒，${leftWords(secondsLeft)}，${count(rows)} 行`,
  'notice/specifications': ({ n, reps }) =>
    reps === undefined
      ? `${count(n)} 个设定`
      : `${count(n)} 个设定，每个 ${count(reps)} 次重复：共 ${count(n * reps)} 次重复`,
  'notice/serving': ({ files }) => `向本机提供${['页面', ...files].join('、')}，直至按Ctrl-C`,
  'notice/wrote': ({ files }) => `已写入 ${files.join('、')}`,
  'notice/bundle': ({ target, files }) =>
    `已写入 ${target}：${files} 个文件；请在 README.md 中查找 TODO`,
  'notice/sealed': ({ target, files }) => `已封存 ${target}：${files} 个文件`,
  'notice/removed': ({ files }) =>
    `已删除 ${files.join('、')}，它们是为先前的清单生成的；请重新签署 manifest-sha256.txt`,
  'notice/record': ({ reason }) =>
    `无法保存本次运行的测量结果（${reason}），因此该研究的另一个复现包会有不同的测量结果；请使用 --cache FOLDER，或以 --record 指定本复现包的 log/run.json`,
  'notice/outputs': ({ root }) => `merge：输出在 ${root} 之下`,
  'notice/computed-here': ({ subject, jobs }) =>
    `merge：${subject}：${jobs} 项作业不在计划中，在此计算`,
  'notice/partial': ({ completed, jobs, what }) =>
    `未完成：${count(completed)} / ${count(jobs)} ${repeated[what]}`,
  'notice/set-aside': ({ cause, file }) => `${cause.text}；该文件已改名为 ${file}`,
  'notice/part': ({ part, jobs, completed, before, partial, what }) => {
    if (jobs === 0) return `第 ${part} 部分：无事可做，因为块数少于部分数`;
    if (before) return `第 ${part} 部分：先前已完成`;
    if (!partial) return `第 ${part} 部分：${count(jobs)} ${repeated[what]}`;
    return `第 ${part} 部分：未完成：${count(completed)} / ${count(jobs)} ${repeated[what]}；请再次运行`;
  },
  'notice/worker': ({ name, build }) => `工作进程 ${name} 已就绪：核心 ${build}`,
  'notice/reader-keys': ({ keys }) => `读取：${keys}；研究文件已写入这些键`,
  'notice/reshape': ({ text, periods }) =>
    `各列是时期或序列（${String(periods[0])} 至 ${String(periods.at(-1))}）；reshape: ${text}`,
  'notice/no-panel': () => '面板：未能推断，因为没有两个变量能标识个体和时期',
  'notice/panel': ({ unit, time, units, periods }) =>
    `面板：推断个体为 ${unit}，时期为 ${time}（${units} 个个体，${periods} 个时期，没有重复的组合）`,
  'notice/models': ({ outcome, regressor, controls }) =>
    `模型：${outcome} 对 ${regressor}${controls.length === 0 ? '' : `；控制变量 ${controls.join('、')}`}`,
  'notice/kinds': ({ indicators, shares, logs }) =>
    [
      ['0-1 变量', indicators] as const,
      ['比例', shares] as const,
      ['为正且偏斜，可考虑 log(x)', logs] as const,
    ]
      .flatMap(([what, names]) => (names.length === 0 ? [] : [`${what}：${names.join('、')}`]))
      .join('；'),
  'notice/next': ({ command }) => `下一步：${command}`,
  'notice/meant': ({ text }) => `下一步：是否要写 ${text}？`,
  'notice/cluster-pairs': ({ text, command }) =>
    `下一步：${text} 按两个变量聚类；若按两者的组合聚类，请先生成数值变量，如 --build "pair=${command}"`,
  'notice/no-running': () => '下一步：此版本没有累计和、累计积与移动平均；请先在数据中生成该变量',
  'notice/formula': ({ text }) => `下一步：公式由被解释变量、~ 和解释变量组成，如“${text}”`,
  'notice/number-keys': ({ text, keys, command }) =>
    `下一步：要把“${text}”读成数，请在 data 中设 ${keys}${command === undefined ? '' : ` 或加 ${command}`}`,
  'notice/study-file': ({ path, shell }) => `已写入 ${path}；运行：npx wasmetrics study ${shell}`,
  'notice/stopped': ({ way }) =>
    way === undefined
      ? '已停止；没有写入文件，而且由于 --no-cache，下次运行无可沿用'
      : `已停止；没有写入文件，已完成的部分已保存；继续运行：${way}`,
  'notice/text': () => '使用 --only 时不填写文本',
  'notice/watched': ({ seconds, changed, path }) =>
    `${seconds} 秒，${changed.length === 0 ? '没有变化' : `有变化：${changed.join('、')}`}；正在监视 ${path}`,
  'notice/required': ({ id, verdict }) => `--require：${id} 的结论为“${verdictOf(verdict)}”`,
  'notice/outside': ({ folder, files }) => `该研究在 ${folder} 之外写文件：${files}`,
  'notice/state-replicates': ({ bar, done, all }) => `${bar} ${done}/${all} 次重复`,
  'notice/state-parts': ({ parts, done, partial, missing, failed, running }) =>
    `共${parts}个部分：已完成${done}个，部分完成${partial}个，未开始${missing}个，失败${failed}个；正在运行${running}个`,
  'notice/part-failed': ({ part, message, code }) => `第${part}部分失败：${message} [${code}]`,
  'notice/more-failed': ({ count: rest }) => `另有${rest}个部分失败`,
  'notice/again': ({ parts }) => `请重新运行：${parts}`,
  'notice/all-done': ({ place }) => `所有部分均已完成：wasmetrics merge ${place}`,
  'notice/plan-work': ({ subject, jobs }) => `${subject}：${jobs}项作业`,
  'notice/plan-jobs': ({ jobs, what, parts, pieces }) =>
    `${jobs}${what === 'jobs' ? '项作业' : '次重复'}，分为${parts}个部分、${pieces}份`,
  'notice/plan-part': ({ time, megabytes }) => `每个部分：${time}，内存 ${megabytes} MB`,
  'notice/plan-total': ({ time, merge, disk }) =>
    `合计：${time}；合并需要内存 ${merge} MB，各部分占用磁盘 ${disk} MB`,
  'notice/plan-measured': ({ sampled, what, milliseconds }) =>
    `实测：${sampled}${what === 'jobs' ? '项作业' : '次重复'}，平均各 ${milliseconds} ms`,
  'notice/plan-hashed': ({ path }) => `${path}（按哈希值）`,
  'notice/plan-frozen': ({ inputs, core }) =>
    `已固定：${inputs.map((one) => (typeof one === 'string' ? one : one.text)).join('、')}；计算核心 ${core}`,
  'notice/plan-start': ({ command }) => `启动：${command}`,
  'notice/plan-state': ({ command }) => `状态：${command}`,
  'notice/plan-result': ({ command }) => `结果：${command}`,
  'notice/wide-wrong': ({ version }) =>
    `在 Node ${version} 下，256 位运算在此机器上得到不同的数字，因此改用较慢的 128 位运算`,
  'notice/coded-warning': ({ text, code }) => `警告：${text} [${code}]`,
  'notice/warning': ({ told }) => `警告：${told.text}`,
  'notice/note-of-file': ({ file, told }) => `警告：${file === '' ? '' : `${file}：`}${told.text}`,
  'notice/personal': ({ column, kind, count: rows, example }) =>
    `变量“${column}”的${rows}行可能含有${personal[kind] ?? kind}，例如 ${example}；若涉及个人，请使用 --confidential 或去掉该变量`,
  'notice/equal-rows': ({ rows, file }) =>
    `${file} 的${rows}个合成行碰巧与数据中的行相同，因为其变量的取值很少`,
};

const personal: Readonly<Record<string, string>> = {
  'identity number': '身份证件号码',
  'e-mail address': '电子邮件地址',
  address: '地址',
  'phone number': '电话号码',
  name: '姓名',
};
