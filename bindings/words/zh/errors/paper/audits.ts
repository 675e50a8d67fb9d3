/** Errors of printed tables that are read and checked, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/audits.js';
import { sentenceOf } from '../../../sentence-of.js';
import { contentsText } from '../../contents.js';
import { listed } from '../../text.js';
import { warnings as sentences } from '../../warnings/index.js';

/** Maximum tables, contents and rules in a message. */
const MOST = { tables: 5, contents: 3, rules: 6 };

export const audits: Retold<typeof english> = {
  'bad-value/large-table': ({ of, most, found }) => {
    const unit = { rows: '行', columns: '列' }[of];
    return `表最多 ${most} ${unit}，实为 ${found} ${unit}；请只保留印刷的部分`;
  },
  'bad-value/deep-tables': ({ most }) => `表最多嵌套 ${most} 层，实际更深；请用 \\end 结束每个表`,
  'bad-value/deep-elements': ({ most }) => `元素最多嵌套 ${most} 层，实际更深；请关闭每个元素`,
  'bad-value/long-form': ({ known, heads }) =>
    `应有各列 ${known.join('、')}，实为 ${listed(heads)}；请给出长格式的表，或 LaTeX、Markdown、HTML、Word 格式的表`,
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
  'bad-value/word': ({ fault }) => `无法作为 Word 文档读取：${fault.text}；请将表另存为 .docx`,
  'word-fault/member': ({ path }) => `其中没有 ${path}`,
};
