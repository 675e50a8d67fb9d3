/** Warnings about tables, columns, files and steps, in Chinese. */
import { keysInWords } from '../../number-keys.js';
import type { CellWarnings, NumberHint } from '../../details/cells.js';
import type {
  CellPlace,
  ColumnWarnings,
  LookAlikes,
  MissingTexts,
  MixedCells,
} from '../../details/columns.js';
import { listed, quoted } from '../text.js';
import { shortened } from '../../text/shortened.js';
import type { StepWarnings, Undefined } from '../../details/steps.js';
import type { DescriptionWarnings } from '../../details/descriptions.js';
import type { FileWarnings } from '../../details/files.js';
import type { FormulaWarnings } from '../../details/formulas.js';
import type { SheetWarnings, TotalWarnings } from '../../details/sheets.js';
import type { TableWarnings } from '../../details/tables.js';
import type { Sentences } from '../../warning.js';

const options = {
  percent: '要把百分数读成小数，请设percent: true',
  'comma-thousands': '如果逗号是千位分隔符，请设thousands: ","',
  'comma-decimal': '如果逗号是小数点，请设decimal: ","',
  'comma-decimal-point-thousands': '请设decimal: ","和thousands: "."',
  'point-thousands-comma-decimal': '如果点是千位分隔符，请设thousands: "."和decimal: ","',
  'point-thousands': '如果点是千位分隔符，请设thousands: "."',
  'space-thousands': '请设thousands: " "',
  'apostrophe-thousands': `请设thousands: "'"`,
  minus: '其负号是另一个字符，请改写为-',
  marks: '要略去数旁的标记，请设marks: true',
};

function hintWords(cell: string, hint: NumberHint | undefined): string {
  if (hint === undefined) return '';
  switch (hint.kind) {
    case 'missing':
      return `，与缺失代码${hint.code}相近；如果表示缺失，请设missing: [${JSON.stringify(cell)}]`;
    case 'comma':
      return `，按decimal: ","为${hint.decimal}，按thousands: ","为${hint.thousands}；请设其中之一`;
    case 'keys':
      return `；要按数读取，请设${keysInWords(hint.keys)}${hint.negative ? '；此时(5)按-5读取' : ''}`;
    default:
      return `；${options[hint.kind]}`;
  }
}

const placeWords = (place: CellPlace) =>
  typeof place === 'number' ? `第${place}行` : `单元格${place}`;

const pointWords = ({ points }: LookAlikes) => {
  const [first, second] = points.map((one) =>
    one.length === 0 ? '没有该字符' : `是${listed(one, ' ')}`,
  );
  return `前者${first}，后者${second}`;
};

const missingTexts = ({ column, texts, first }: MissingTexts) => {
  const list = texts.map(({ text, cells }) => `${text}（${cells}个）`).join('、');
  return `变量“${column}”中按缺失值处理的有：${list}；第一个在${placeWords(first)}`;
};

const kinds = { number: '数', boolean: '真或假', text: '文本', date: '日期' };

const mixedCells = ({ column, place, shown, most, resembles }: MixedCells) => {
  const hint =
    resembles === undefined ? '' : `；它与缺失代码${resembles}相近，如果表示缺失，请加入missing`;
  return `变量“${column}”按文本读取：${placeWords(place)}为${shown}，而多数单元格是${kinds[most]}${hint}`;
};

const units = {
  months: '月份',
  weeks: '周',
  'half-years': '半年',
  quarters: '季度',
  days: '日期',
};

const roles = { names: '变量名', groups: '变量组', labels: '标签', units: '单位' } as const;

const undefinedWords: Readonly<Record<Undefined, string>> = {
  log: '对零或负数取对数',
  root: '对负数开平方',
  division: '除以零',
  power: '负数的非整数次幂',
  range: '超出双精度的范围',
};

/** Most parts of a list that are shown. */
const MOST_SHOWN = 6;

function firstOf(parts: readonly string[]): string {
  const shown = parts.slice(0, MOST_SHOWN).join('、');
  return parts.length > MOST_SHOWN ? `${shown}等${parts.length}` : shown;
}

export const dataWarnings: Sentences<
  CellWarnings &
    ColumnWarnings &
    DescriptionWarnings &
    FileWarnings &
    FormulaWarnings &
    SheetWarnings &
    TotalWarnings &
    StepWarnings &
    TableWarnings
> = {
  'not-a-number': (detail) => {
    if ('most' in detail) return mixedCells(detail);
    const { column, others, cells, cell, row, hint } = detail;
    return `变量“${column}”按文本读取：${cells}个单元格中有${others}个不是数，第一个是第${row}行的“${cell}”${hintWords(cell, hint)}`;
  },
  'mixed-decimal-signs': ({ column, cell, row, other }) =>
    `变量“${column}”按文本读取：第${row}行的“${cell}”含有点，而变量“${other.column}”以逗号为小数点，如第${other.row}行的“${other.cell}”；如果点是千位分隔符，请设decimal: ","和thousands: "."，如果是小数点，请设types: {${column}: number}`,
  'decimal-comma': ({ column, cell, row }) =>
    `变量“${column}”的逗号按小数点读取，如第${row}行的“${cell}”；请设decimal加以说明`,
  'spaces-in-text': ({ column, first, second }) =>
    `变量“${column}”中的“${first}”与“${second}”是不同的值：它们只相差空格`,
  'replacement-character': ({ column, cells }) => {
    const place =
      cells === undefined
        ? '的名称中有'
        : `有${cells.count}个单元格（第一个是第${cells.row}行的“${cells.first}”）含有`;
    return `变量“${column}”${place}替换字符U+FFFD：此前的转换丢失了字符，不同的名称可能变得相同`;
  },
  'numbers-as-text': ({ columns, keys, negative }) =>
    `变量${quoted(columns)}中的数以文本形式存储；设${keysInWords(keys)}即可按数读取${negative ? '，此时(5)按-5读取' : ''}`,
  'missing-codes': (detail) => {
    if ('texts' in detail) return missingTexts(detail);
    const { text, columns } = detail;
    const total = columns.reduce((sum, { cells }) => sum + cells, 0);
    return `变量${quoted(columns.map(({ column }) => column))}中有${total}个单元格为“${text}”，按缺失值处理`;
  },
  'cell-errors': missingTexts,
  'integers-as-text': ({ column, cell, row }) =>
    `变量“${column}”按文本读取：其中有双精度会舍入的整数，如第${row}行的${cell}`,
  'number-out-of-range': ({ column, cell, row }) =>
    `变量“${column}”按文本读取：第${row}行的${cell}超出双精度的范围`,
  'rounded-integers': ({ column, cell, row, value }) =>
    `变量“${column}”按小数读取：第${row}行的${cell}舍入为${value}`,
  'leading-zeros': ({ column, first, second }) =>
    `变量“${column}”有前导零，按文本读取，因此“${first}”与“${second}”是不同的值`,
  'repeated-number': ({ column, first, second, file }) =>
    file === undefined
      ? `变量“${column}”中的“${first}”与“${second}”是同一个数，因而是同一个个体、水平或键；要区分它们，请设types: {${column}: text}`
      : `合并${file}：数据与文件可能以不同写法表示“${column}”，如${first}与${second}，它们是同一个数，因而匹配；要区分它们，请对两者设types: {${column}: text}`,
  'mixed-column': mixedCells,
  'look-alike-texts': (detail) =>
    `变量“${detail.column}”中的“${detail.texts[0]}”与“${detail.texts[1]}”是不同的值：它们看起来相同，但${pointWords(detail)}；请统一写法`,
  'look-alike-names': (detail) =>
    `变量“${detail.texts[0]}”与“${detail.texts[1]}”的名称看起来相同，但${pointWords(detail)}；请改名`,
  'no-mean': ({ columns }) => `${listed(columns)}是文本或没有取值，因而没有均值，表中不列出`,
  'rows-without-group': ({ column, without, rows }) =>
    `${rows}行中有${without}行没有变量“${column}”的值，不属于任何组`,
  'rows-without-key': ({ keys, without, rows, first }) =>
    `${rows}行中有${without}行没有${keys.map((key) => `“${key}”`).join('或')}的值，第一个是第${first}行；它们不计入任何个体`,
  'irregular-times': ({ column, times }) =>
    `变量“${column}”的时间间隔不固定，因此依次显示其${times}个不同时间，间断未知`,
  'title-line': ({ row, title, names }) => {
    const rows = [names].flat();
    const list = rows.length === 1 ? String(rows[0]) : `[${rows.join(', ')}]`;
    if (title === undefined) return `第${rows.join('、')}行像是多行表头：请设header: ${list}`;
    return `第${row}行像是标题（“${title}”）：如果列名在第${rows.join('、')}行，请设header: ${list}`;
  },
  'trailing-delimiters': (detail) =>
    'rows' in detail
      ? `有${detail.rows}行在最后一列之后还有空单元格，已略去，第一处在第${detail.first}行`
      : `行末${detail.columns}列既没有名称也没有值，已略去`,
  'lines-above': ({ row, title, header }) =>
    `第${row}行（“${shortened(title)}”）等第${header}行变量名之上的各行未读取；可设header: ${header}予以确认`,
  'blanks-separate': ({ row, isWide = false }) =>
    isWide
      ? `单元格以两个或更多空格分隔，如第${row}行；若单个空格也是分隔符，请改用逗号保存`
      : `单元格以空格分隔，如第${row}行；可设delimiter: whitespace予以确认`,
  'doubtful-encoding': ({ file, encoding, usual = false }) =>
    `${file}按${encoding}读取，但其字节是有效的UTF-8，文字可能有误${usual ? '；如果有误，请设encoding: utf-8' : ''}`,
  'operator-like-name': (detail) =>
    'operator' in detail
      ? `${detail.name}按同名的列读取；要用运算符请写${detail.operator}，要用列请写\`${detail.name}\``
      : `${detail.name}由${detail.from.join('和')}计算，虽然有同名的列；要用该列请写\`${detail.name}\``,
  'overlapping-samples': ({ overlaps }) =>
    `样本有重合的行：${overlaps.map(({ samples, rows }) => `${samples.join('与')}重合${rows}行`).join('、')}；各估计并不独立`,
  'period-numbers': ({ column, unit, before, after, type }) =>
    `变量“${column}”像是以数字书写的${units[unit]}：从${before}到${after}算作${after - before}期，跨年的滞后与差分会缺失；请在data中设types: {${column}: "${type}"}`,
  'other-sheets': ({ file, sheet, first, lacks = 'table', others }) => {
    const what = { table: '数据表', numbers: '数值列' }[lacks];
    const why = first === undefined ? '' : `，因为工作表“${first}”中没有${what}`;
    return `${file}：读取了工作表“${sheet}”${why}；其他工作表是${listed(others.map(({ name, hidden }) => `“${name}”${hidden ? '（隐藏）' : ''}`))}；可用sheet选择`;
  },
  'title-rows': ({ row, title, header }) =>
    `第${row}行视为标题（“${shortened(title)}”），第${header}行视为变量名；可用header指定`,
  'heading-rows': ({ rows }) => {
    const parts = rows.map(({ row, role }) => `第${row}行为${roles[role]}`);
    return `表头有多行：${parts.join('，')}；可设header: [${rows.map(({ row }) => row).join(', ')}]予以确认，或设header为变量名所在的行`;
  },
  'note-rows': ({ first, last, text }) => {
    const rows = first === last ? `第${first}行` : `第${first}至${last}行`;
    return `${rows}视为注释，未读取：“${shortened(text)}”；可设lastRow: ${first - 1}予以确认，要读取请设lastRow: ${last}`;
  },
  'empty-rows': ({ rows, first }) => `略去了${rows}个空行，第一个是工作表的第${first}行`,
  'merged-cells': ({ blocks, first }) =>
    `数据中有${blocks}处合并的单元格，只有其首个单元格有值，第一处是${first}；要重复其值，请设fillMerged`,
  'uncomputed-formulas': ({ cells, first }) =>
    `${cells}个公式没有计算值，按缺失值处理，第一个在单元格${first}；请用电子表格程序打开并保存文件以计算它们`,
  'hidden-cells': ({ rows, columns }) => {
    const parts = [
      ...(rows ? [`${rows.count}个隐藏的行，第一个是第${rows.first}行`] : []),
      ...(columns ? [`${columns.count}个隐藏的列，第一个是${columns.first}列`] : []),
    ];
    return `工作表中有${parts.join('；有')}；仍照常读取，若不应计入，请在文件中取消隐藏或删除`;
  },
  'total-rows': ({ column, texts, rows, where }) =>
    `第${firstOf(rows.map(String))}行按变量“${column}”像是合计（${firstOf(texts.map((text) => `“${text}”`))}），模型会照常计入；要排除请设where: ${where}`,
  'undefined-cells': ({ column, cells, cause, row }) =>
    `build.${column}：${cells}个单元格因${undefinedWords[cause]}而缺失，第一个在第${row}行`,
  'appended-columns': ({ file, absentInFile, absentInData }) => {
    const sides = [
      ...(absentInFile.length === 0 ? [] : [`文件中没有 ${listed(absentInFile)}`]),
      ...(absentInData.length === 0 ? [] : [`数据中没有 ${listed(absentInData)}`]),
    ];
    return `append ${file}：${sides.join('，')}，这些行的相应值缺失；含义相同的变量请用 rename 统一名称`;
  },
  'unmatched-rows': ({ file, unmatched, rows, columns, keys, alike }) => {
    const spelling =
      alike === undefined
        ? ''
        : `；文件把${alike[0]}写作${alike[1]}，前导零、空格、大小写或相似的字符有所不同`;
    return `合并${file}：${rows}行中有${unmatched}行没有匹配，因而缺少${listed(columns)}；最先的键：${keys.join('；')}${spelling}`;
  },
  'different-labels': ({ file, column, code, here, there }) =>
    `合并${file}：“${column}”的${code}在数据中的标签是${here}，在文件中是${there}；各行按数字匹配`,
  'reshape-leading-zeros': ({ path, key, column, number }) =>
    `${path}：{${key}}略去前导零，${column}变为${number}；要保留，请设text: true`,
  'reshape-other-columns': ({ path, key, columns }) =>
    `${path}：${listed(columns)}符合模式，但{${key}}处不是整数，因此每行重复其值；text: true接受任何文本`,
  'duplicate-names': ({ renamed }) =>
    `几列同名，除第一列外已改名：${listed(renamed.map(({ name, column }) => `“${name}”（第${column}列）`))}`,
  'blank-names': ({ column, name }) =>
    `第${column}列没有名称，命名为“${name}”${column === 1 ? '；R和pandas写出的行名即是如此' : ''}`,
  'column-left-out': ({ column, type }) =>
    type === undefined
      ? `变量“${column}”的单元格是列表或结构，已略去；请把其各部分写成列`
      : `变量“${column}”的类型${type}没有对应的列，已略去；请在查询中转换类型`,
};
