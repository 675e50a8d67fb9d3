/** Warnings about the cells of a column, in Chinese. */
import type {
  CellPlace,
  ColumnWarnings,
  LookAlikes,
  MissingTexts,
  MixedCells,
} from '../../details/columns.js';
import type { Sentences } from '../../warning.js';
import { keysInWords } from '../../number-keys.js';
import { listed, quoted } from '../text.js';

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
  return `列"${column}"中按缺失值处理的有：${list}；第一个在${placeWords(first)}`;
};

const kinds = { number: '数', boolean: '真或假', text: '文本', date: '日期' };

export const mixedCells = ({ column, place, shown, most, resembles }: MixedCells) => {
  const hint =
    resembles === undefined ? '' : `；它与缺失代码${resembles}相近，如果表示缺失，请加入missing`;
  return `列"${column}"按文本读取：${placeWords(place)}为${shown}，而多数单元格是${kinds[most]}${hint}`;
};

export const columnWarnings: Sentences<ColumnWarnings> = {
  'numbers-as-text': ({ columns, keys }) =>
    `列${quoted(columns)}中的数以文本形式存储；设${keysInWords(keys)}即可按数读取`,
  'missing-codes': (detail) => {
    if ('texts' in detail) return missingTexts(detail);
    const { text, columns } = detail;
    const total = columns.reduce((sum, { cells }) => sum + cells, 0);
    return `列${quoted(columns.map(({ column }) => column))}中有${total}个单元格为"${text}"，按缺失值处理`;
  },
  'cell-errors': missingTexts,
  'integers-as-text': ({ column, cell, row }) =>
    `列"${column}"按文本读取：其中有双精度会舍入的整数，如第${row}行的${cell}`,
  'number-out-of-range': ({ column, cell, row }) =>
    `列"${column}"按文本读取：第${row}行的${cell}超出双精度的范围`,
  'rounded-integers': ({ column, cell, row, value }) =>
    `列"${column}"按小数读取：第${row}行的${cell}舍入为${value}`,
  'leading-zeros': ({ column, first, second }) =>
    `列"${column}"有前导零，按文本读取，因此"${first}"与"${second}"是不同的值`,
  'repeated-number': ({ column, first, second, file }) =>
    file === undefined
      ? `列"${column}"中的"${first}"与"${second}"是同一个数，因而是同一个个体、水平或键；要区分它们，请设types: {${column}: text}`
      : `合并${file}：数据与文件可能以不同写法表示"${column}"，如${first}与${second}，它们是同一个数，因而匹配；要区分它们，请对两者设types: {${column}: text}`,
  'mixed-column': mixedCells,
  'look-alike-texts': (detail) =>
    `列"${detail.column}"中的"${detail.texts[0]}"与"${detail.texts[1]}"是不同的值：它们看起来相同，但${pointWords(detail)}；请统一写法`,
  'look-alike-names': (detail) =>
    `列"${detail.texts[0]}"与"${detail.texts[1]}"的名称看起来相同，但${pointWords(detail)}；请改名`,
};
