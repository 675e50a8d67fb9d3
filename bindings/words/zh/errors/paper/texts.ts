/** What is said of the numbers in an author's text, in Chinese. */
import type * as english from '../../../errors/paper/texts.js';
import type { Retold } from '../../../told.js';

export const texts: Retold<typeof english> = {
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
