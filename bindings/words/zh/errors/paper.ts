/** Errors of tables, figures, claims, studies and bundles, in Chinese. */
import { sentenceOf } from '../../sentence-of.js';
import { contentsText } from '../contents.js';
import { listed, suggested, series } from '../text.js';
import { warnings as sentences } from '../warnings/index.js';
import { columnsText, placeText } from '../places.js';
import { show } from '../../text/messages.js';
import { count } from '../../text/counts.js';
import type { Together } from '../../vocabulary/errors.js';
import type * as archives from '../../errors/paper/archives.js';
import type * as audits from '../../errors/paper/audits.js';
import type * as bundles from '../../errors/paper/bundles.js';
import type * as claimSyntax from '../../errors/paper/claim-syntax.js';
import type * as claims from '../../errors/paper/claims.js';
import type * as explanations from '../../errors/paper/explanations.js';
import type * as figures from '../../errors/paper/figures.js';
import type * as studies from '../../errors/paper/studies.js';
import type * as tables from '../../errors/paper/tables.js';
import type * as texts from '../../errors/paper/texts.js';

/** Maximum characters of a path in a message. */
const LONG = 200;

const faults = {
  empty: '为空',
  controls: '含有控制字符',
  backslash: '含有反斜杠，在 Windows 上会分隔文件夹',
  absolute: '是绝对路径',
  colon: '含有冒号，在 Windows 上表示盘符或数据流',
  outside: '会离开该文件夹',
  'empty-part': '含有空的部分',
  dot: '含有以点或空格结尾的部分，Windows 会将其删去',
};

const more = (found: number | undefined) => (found === undefined ? '更多' : ` ${found}`);

/** Maximum tables, contents and rules in a message. */
const MOST = { tables: 5, contents: 3, rules: 6 };

/** Maximum characters of a line or path in a message. */
const SHOWN = 100;

/** Maximum number of files in a message. */
const NAMED = 5;

function refused(what: string, files: readonly string[]): string {
  const listed = files.slice(0, NAMED).join('、');
  const more = files.length > NAMED ? `等 ${files.length} 个` : '';
  return `${what}：${listed}${more}；没有运行任何内容。请从发布处重新获取复现包`;
}

const statements =
  'TERM > 0、TERM < 0、TERM != 0、TERM = 0 within BAND，或 TERM differs between A and B';

const kinds = { coefficient: '系数', difference: '差异' };

/** Maximum names of coefficients in a message. */
const COLUMNS = 4;

const reasons = {
  transformed: '，其残差不是各行的残差',
  effects: '，其水平方程的残差包含个体效应',
};

export const paperErrors: Together<
  | typeof archives
  | typeof audits
  | typeof bundles
  | typeof claimSyntax
  | typeof claims
  | typeof explanations
  | typeof figures
  | typeof studies
  | typeof tables
  | typeof texts
> = {
  'bundle-path/entry': ({ found, fault }) => {
    const words =
      typeof fault === 'string'
        ? faults[fault]
        : `有 ${fault.characters} 个字符，而最多读取 ${fault.most} 个`;
    return `应为复现包之内的路径，例如 data/a.csv，而“${found.slice(0, SHOWN)}”${words}；没有解压任何内容`;
  },
  'bundle-path/long': ({ found, most }) =>
    `路径最多 ${most} 个字符，实为 ${found.slice(0, LONG)}；请缩短`,
  'bundle-link': ({ found }) => `应为文件和文件夹，而“${found}”是链接；复现包不含链接`,
  'bundle-too-large/files': ({ most, found }) =>
    `最多 ${most} 个文件，实为${more(found)}；没有解压任何内容`,
  'bundle-too-large/bytes': ({ most, found, isArchive }) =>
    `${isArchive ? '所有文件合计' : ''}最多 ${most} 字节，实为${more(found)}；没有解压任何内容`,
  'bundle-too-large/ratio': ({ ratio, bytes, free, found }) =>
    `解压后最多为压缩包 ${bytes} 字节的 ${ratio} 倍，或 ${free} 字节，实为 ${found} 字节；没有解压任何内容`,
  'bundle-archive': ({ fault }) => `无法作为 zip 压缩包读取：${fault.text}；没有解压任何内容`,
  'entry-fault/shared': () => '有两个条目共用字节',
  'entry-fault/twice': ({ path }) => `“${path}”在其中出现两次`,
  'entry-fault/kind': ({ path }) => `“${path}”既不是文件也不是文件夹`,
  'entry-fault/encrypted': ({ path }) => `“${path}”已加密`,
  'entry-fault/method': ({ path, method }) => `“${path}”的压缩方法 ${method} 未知`,
  'entry-fault/header': ({ path }) => `“${path}”已损坏`,
  'entry-fault/name': ({ path, header }) =>
    `“${path}”在其头部另有名称：“${header.slice(0, SHOWN)}”`,
  'entry-fault/end': ({ path }) => `“${path}”不完整`,
  'entry-fault/checksum': ({ path }) => `“${path}”已损坏：其字节与校验和不符`,
  'bad-value/large-table': ({ of, most, found }) => {
    const unit = { rows: '行', columns: '列' }[of];
    return `表最多 ${most} ${unit}，实为 ${found} ${unit}；请只保留印刷的部分`;
  },
  'bad-value/deep-tables': ({ most }) => `表最多嵌套 ${most} 层，实际更深；请用 \\end 结束每个表`,
  'bad-value/deep-elements': ({ most }) => `元素最多嵌套 ${most} 层，实际更深；请关闭每个元素`,
  'bad-value/long-form': ({ known, heads }) =>
    `应有各列 ${known.join('、')}，实为 ${listed(heads)}；请给出长格式的表，或 LaTeX、Markdown、HTML、Typst、Word、Excel 格式的表`,
  'bad-value/no-table': () =>
    '应为回归结果或描述统计的表，但没有；请写成长格式，列为 table、column、row、coef、se、……、stat、value',
  'nothing-checked': ({ tables, contents, notTestable, warnings }) => {
    const found = contents.slice(0, MOST.contents).map(contentsText).join('、');
    const lacking = Object.keys(notTestable).slice(0, MOST.rules);
    const rules = lacking.length === 0 ? '' : `；规则 ${lacking.join('、')} 缺少所需的数`;
    const [first] = warnings;
    const unread = first === undefined ? '' : `；${sentenceOf(sentences, first, '：')}`;
    return `应有可相互比较的数，而 ${listed(tables.slice(0, MOST.tables))} 中只有${found}${unread}${rules}；请在系数下方或旁边印出标准误、t、p 或区间，或将表写成长格式`;
  },
  'bad-value/pdf': ({ fault }) =>
    `无法作为 PDF 文档读取（${fault}）；请将表另存为 Word、HTML 或 LaTeX`,
  'bad-value/no-text-layer': () =>
    '应为带文字的 PDF，实际只有页面图像；请用 OCR 添加文字层，或将表录入为长格式',
  'bad-value/pdf-later': () =>
    '应为文本、Word 文档或工作簿，实际为 PDF；请用 await readPrintedPdf(contents) 读取',
  'bad-value/word': ({ fault }) =>
    `无法作为 Word 文档或工作簿读取：${fault.text}；请将表另存为 .docx 或 .xlsx`,
  'word-fault/member': ({ path }) => `其中没有 ${path}`,
  'no-data/bundle': () => '应有数据文件，但没有；复现包需要研究所指定的数据',
  'bundle-query': () =>
    '应为文件，实为查询；请用 wasmetrics convert 将其各行写入文件，并指定该文件',
  'bundle-path/backslashes': ({ found }) =>
    `路径不应含反斜杠（在其他系统上会指向别的文件），实为 ${found}；请用 / 分隔文件夹，或将文件改名`,
  'bundle-outside': ({ found }) =>
    `应为复现包之内的文件，路径相对于研究文件，实为 ${found}；请将文件移到研究文件旁边`,
  'bundle-output/json': ({ isAbsent }) =>
    `应为含键和值的 JSON，${isAbsent ? '但没有该文件' : '实为其他内容'}；请重新制作复现包`,
  'bundle-output/none': () => '应有表、图、假设或数字，但没有；没有可比较的内容',
  'bundle-manifest/none': ({ file }) => `应有文件 ${file}，但没有；这不是复现包`,
  'bundle-manifest/line': ({ found }) =>
    `应为 SHA-256、两个空格和只列出一次的路径，实为 ${found.slice(0, SHOWN)}`,
  'bundle-manifest/rerun': ({ folder, found }) =>
    `${folder} 用于写入重新运行的结果，不作比较，不应列出其中的文件，实为 ${found.slice(0, SHOWN)}；请从发布处重新获取复现包`,
  'bundle-facts': ({ reason }) => `${reason}；请重新制作复现包`,
  'bundle-engine': ({ file, expected, found, isAbsent }) =>
    `应为清单所指定的引擎，${file} 的 SHA-256 为 ${expected}，${isAbsent ? '但没有该文件' : `实为 ${found}`}；没有运行其中任何代码`,
  'bundle-altered/manifest': ({ files }) => refused('有文件被改动，其字节与清单不符', files),
  'bundle-altered/data': ({ files }) => refused('有文件被改动，其 SHA-256 与论文数据的不符', files),
  'bundle-missing/manifest': ({ files }) => refused('缺少清单所列的文件', files),
  'bundle-missing/shipped': ({ files, facts }) => refused(`缺少 ${facts} 称已附带的文件`, files),
  'bundle-additional': ({ files }) => refused('有清单未列出的多余文件', files),
  'bad-value/parts': ({ reason }) =>
    `各参数应彼此相符，但不相符（${reason}）；请传入复现包各函数的返回值`,
  'bad-claim/long': ({ most, length }) => `最多 ${most} 个字符，实为 ${length} 个`,
  'bad-claim/no-colon': () => '应为 COLUMN: TERM > 0 [at LEVEL]，但列名之后没有“:”',
  'bad-claim/not-columns': ({ found }) =>
    `应为列或表，例如“T4.2, T5.2 and T6”，${found === '' ? '但没有' : `实为“${found}”`}`,
  'bad-claim/column-twice': ({ found }) => `每一列应只写一次，而 ${found} 出现两次`,
  'bad-claim/ending-twice': ({ ending }) => `“${ending}”应只写一次，但出现两次`,
  'bad-claim/method': ({ kind, found, meant }) =>
    `“by”之后应为检验${kinds[kind]}的方法，实为“${found}”${suggested(meant)}`,
  'bad-value/claim-keys': ({ found, meant }) =>
    `应为键 claim 和 says，实为 ${found}${suggested(meant)}`,
  'bad-claim/not-level': ({ found }) => `“at”之后应为显著性水平，例如 0.05 或 5%，实为“${found}”`,
  'bad-claim/high-level': ({ highest, found, isConfidence, meant }) =>
    `应为不大于 ${highest} 的显著性水平，实为${isConfidence ? '置信水平 ' : ' '}${found}；是否指 ${meant}？`,
  'bad-claim/statement': ({ found }) => `应为 ${statements}，实为“${found}”`,
  'bad-claim/relation': ({ strict, found }) =>
    `应为表示检验之备择假设的“${strict}”，实为“${found}”`,
  'bad-claim/no-band': ({ value }) =>
    `应有区间，例如“= ${value} within 0.05”，但没有；任何检验都不能证明系数恰好为 ${value}`,
  'bad-claim/band-relation': ({ found }) => `“within”应与“=”连用，实为“${found}”`,
  'bad-claim/band': ({ found, isShare }) =>
    `“within”之后应为${isShare ? '以系数单位计的区间' : '大于 0 的区间'}，实为“${found}”`,
  'bad-claim/two-statements': () => '应为一个陈述，但有两个；请分别写成两个假设',
  'bad-claim/no-groups': ({ found }) =>
    `“differs”之后应为“between A and B [of COLUMN]”或“across COLUMN”，实为“${found}”`,
  'bad-claim/no-direction': ({ word, found }) =>
    `“is ${word}”之后应为“in A than in B [of COLUMN]”，实为“${found}”`,
  'bad-claim/group-twice': ({ found }) => `应为不同的组，而 ${found} 出现两次`,
  'place-of-columns': placeText,
  'bad-claim/column-of-split': ({ found, table }) =>
    `应为分组的表，而 ${found} 是一列；请写 ${table}`,
  'unknown-column/split': ({ found, table, meant }) =>
    `${table} 不是按“${found}”分组的${suggested(meant)}`,
  'bad-claim/several-splits': ({ table, columns }) =>
    `${table} 按 ${series(columns)} 分组；请在组名之后写明变量`,
  'unknown-group/claim': ({ found, by, meant }) => `${by} 没有组“${found}”${suggested(meant)}`,
  'bad-claim/panels': ({ found, panels, columns }) =>
    `${found} 出现在面板 ${series(panels)} 中；请写 ${columns.join(' 或 ')}`,
  'unknown-model/claim': ({ found, table, columns }) =>
    `${table} 只有${columnsText(columns)}，没有“${found}”`,
  'unknown-table/claim': ({ table, meant }) => `研究中没有表“${table}”${suggested(meant)}`,
  'bad-claim/one-coefficient': ({ term }) => `应为一个系数，实为“${term}”`,
  'unknown-term/coefficient': ({ found, meant, columns }) => {
    const way = columns.length === 0 ? '' : `；${columnsText(columns)}有该系数`;
    return `没有系数“${found}”${suggested(meant)}${way}`;
  },
  'unknown-term/no-column': ({ found, meant }) => `没有一列有系数“${found}”${suggested(meant)}`,
  'bad-claim/two-columns': ({ found, written, column, estimate, estimateColumn, term }) =>
    `${found} 可指${placeText(column)}，也可指${placeText(estimate)}，两者都有 ${term}；请写“${written}”或 ${estimateColumn}`,
  'unknown-code': ({ found, meant }) => `未知的代码 ${show(found)}${suggested(meant)}`,
  'no-interval': ({ coefficient }) =>
    `应为有标准误的系数，而 ${coefficient} 没有标准误；请选择其他系数`,
  'no-replicates': ({ coefficient }) =>
    `应有 ${coefficient} 的自助法重复结果，但没有一次成功；请增加自助法的重复次数`,
  'unknown-coefficient/figure': ({ found, meant }) =>
    `没有模型含有系数 ${found}${suggested(meant)}`,
  'no-path': ({ found }) => {
    const names = found.length === 0 ? '没有' : `实为 ${found.slice(0, COLUMNS).join('、')}`;
    return `应为同一数值因子的两个或更多系数（例如 i(rel, ref=-1) 的系数），或同一解释变量的各阶滞后，${names}；请用 /^rel=/ 之类的模式选择`;
  },
  'not-a-regression/leverage': ({ estimator, estimators }) =>
    `应为 ${estimators.join(' 或 ')} 的估计，实为 ${estimator} 的估计；plot influence 可显示去掉每个个体后的结果`,
  'absorbed-effects/leverage': () =>
    '应为没有吸收效应的回归，其杠杆值才是各行的杠杆值；请用 i() 写出效应，或用 plot influence',
  'no-residuals': ({ estimators, estimate, why }) => {
    const found = 'title' in estimate ? `“${estimate.title}”估计` : `“${estimate.model}”`;
    const reason = why === undefined ? '' : reasons[why];
    return `应为 ${estimators.join(' 或 ')} 的估计（每行有一个残差），实为${found}${reason}；plot influence 可显示其个体`;
  },
  'no-font': ({ file, letters }) => {
    const source = file === undefined ? '系统字体' : `“${file}”`;
    const problem =
      letters.length === 0 ? '没有字母或无法读取' : `缺少图中的文字，例如 ${listed(letters, '')}`;
    return `应为含有图中文字的字体，但${source}${problem}；请用选项 font 指定字体文件，或输出 SVG`;
  },
  'not-drawn': ({ reason }) => `Vega 无法绘制：${reason}`,
  'unknown-set': ({ found, meant }) => `没有名为“${found}”的变量组${suggested(meant)}`,
  'unknown-index': ({ found, meant }) => {
    const none = '；请在 build 中构造，例如 {index: entropy, columns: {a: +, b: -}}';
    return `没有名为“${found}”的指数${meant === undefined ? none : suggested(meant)}`;
  },
  'unknown-table/reference': ({ table, meant }) => `没有表“${table}”${suggested(meant)}`,
  'unknown-model/no-models': ({ table }) => `应为含模型的表，但 ${table} 中没有模型`,
  'unknown-table/chosen': ({ found, meant }) => {
    const way = 'whole' in meant ? `；表只能整体运行，请写 ${meant.whole}` : suggested(meant);
    return `没有表或图“${found}”${way}`;
  },
  'unknown-claim': ({ found, meant }) =>
    `没有假设“${found}”${meant === undefined ? '；研究中没有任何假设' : suggested(meant)}`,
  'claim-not-run': ({ found, missing }) =>
    `${found} 依据 ${missing.join('、')}，而 only 未包括；请一并运行，或不要求 ${found}`,
  'no-data/study': () => '应有数据文件，但没有；请设定 data，或传入数据',
  'unknown-model/column': ({ found, table, columns }) =>
    `${table} 只有${columnsText(columns)}，没有 ${found}`,
  'bad-value/panels': ({ found, columns }) =>
    `${found} 出现在多个面板中；请写 ${columns.join(' 或 ')}`,
  'empty-group/levels': ({ found, by, values, more }) =>
    `应为 ${by} 的取值（${values.join('、')}${more ? '等' : ''}），实为 ${found}`,
  'one-group/split': ({ found, count: n }) => `应为至少有两个取值的变量，而 ${found} 有 ${n} 个`,
  'bad-value/groups': ({ found, count: n, most }) =>
    `最多 ${most} 组，而 ${found} 有 ${n} 个取值；请用 at 切分，或列出 levels`,
  'too-few-columns': ({ columns }) =>
    `至少需要两个有变异的数值变量，而 ${count(columns)} 个变量中不足两个；可用 wasmetrics describe 查看`,
  'unknown-number': ({ found, meant }) => `研究中没有数字“${found}”${suggested(meant)}`,
  interrupted: () => '在完成前被中止',
  'bad-template': () => '“{{”和名称之后应有“}}”，但没有；若要原样写出，请写“\\{{”',
  'bad-value/external-columns': ({ found }) =>
    `应有变量列与系数列（例如 term 与 estimate），实为 ${found}；数据则需要公式`,
  'bad-value/external-number': ({ row, column, found }) =>
    `第 ${row} 行 ${column}：应为该处可能的数，实为 ${found}`,
  'bad-value/external-term': ({ term, model }) =>
    `变量 ${term} ${model === '' ? '' : `在模型 ${model} 中`}出现两次；请用 model 列给模型命名`,
  'unknown-term/row': ({ found, meant }) =>
    `应为变量、统计量或行的名称，实为 ${found}${suggested(meant)}`,
  'unknown-term/pattern': ({ found, meant }) => `没有模型含有变量 ${found}${suggested(meant)}`,
  'bad-value/table-statistic': ({ found }) =>
    `应为统计量的路径，例如 hansen.p 或 ar[2].p，实为 ${found}`,
  'unknown-statistic': ({ found, meant }) => `没有模型含有统计量 ${found}${suggested(meant)}`,
  'bad-value/cells-and-below': () => 'cells 与 below 只能有一个，但两者都有；请将各行写入 cells',
  'bad-value/terms-and-keep': () => 'terms 与 keep 只能有一个，但两者都有；请将所有变量写入 terms',
  'bad-value/cell-template': ({ found, known, meant }) =>
    `应为含 {estimate}、{stdError} 或 ${known.join('、')} 之一（写在花括号中）的文本，实为 ${show(found)}${meant === undefined ? '' : suggested(meant)}`,
  'no-groups': ({ groups }) =>
    `应为两组或更多组的描述统计，实为 ${groups} 组；请用 by 分组描述数据`,
  'bad-value/no-column': ({ models, missing }) =>
    `${models} 个模型应各有一列，但模型 ${missing} 没有`,
  'bad-value/exponentiated-and-standardized': () =>
    'exponentiate 与 standardize 只能有一个，但两者都有',
  'no-rows/standardized': ({ title }) =>
    `标准化系数需要本次运行中估计的、无权重的线性模型，实为 ${title}`,
  'bad-value/moderator': () => '应为分组，实为调节变量；请用 margins',
  'text/place': ({ line, column }) => `第${line}行第${column}列`,
  'text/changed': ({ name, expected, written }) =>
    `${name} 现为 ${expected}，文中${written === '' ? '没有数字' : `为 ${written}`}`,
  'text/unmatched': ({ written, isP, nearest }) =>
    `研究中没有舍入后为 ${written} 的${isP ? 'p值' : '数'}${nearest === undefined ? '' : `；最接近的是 ${nearest.name}，为 ${nearest.text}`}`,
  'text/chance': ({ share }) =>
    `正文中没有标明名称的数即使有误，也可能恰好等于研究中的另一个数；此处这会掩盖${share}%的错误。`,
  'text/not-checked': () => '不检查整数、只有一位小数的数、用文字写出的数，以及数字前后的文字。',
  'text/elsewhere': () => '来自别处的数（例如其他论文的数）即使正确也会列出。',
};
