/** Errors of data in JSON, in Chinese. */
import type * as english from '../../../errors/readers/json.js';
import type { Retold } from '../../../told.js';

const kinds: Readonly<Record<english.JsonKind, string>> = {
  null: ' null',
  list: '列表',
  object: '对象',
  string: '字符串',
  number: '数值',
  boolean: '布尔值',
};

const isMissing = (word: string) => /NaN|Infinity|None/.test(word);

export const json: Retold<typeof english> = {
  'empty-file/json': () => '应为 JSON，文件为空',
  'bad-json/data': ({ fault }) => `无法按 JSON 读取：${fault.text}`,
  'json-fault/record': ({ line }) => `第 ${line} 行不是完整的记录`,
  'json-fault/incomplete': () => '文件不完整，或缺少或多出逗号、冒号或括号',
  'json-fault/word': ({ line, word }) =>
    `第 ${line} 行有 ${word}${isMissing(word) ? '；缺失值请写 null' : ''}`,
  'json-fault/quote': ({ line }) => `第 ${line} 行有未结束的引号`,
  'json-fault/row': ({ row, kind }) => `第 ${row} 行应为对象，实为${kinds[kind]}`,
  'json-fault/column': ({ column, kind }) => `变量“${column}”应为列表，实为${kinds[kind]}`,
  'json-fault/key': ({ key, row }) => `第 ${row} 行的键“${key}”出现两次；请重命名其中一个`,
  'json-fault/table': ({ kind }) => `应为记录或变量，实为${kinds[kind]}`,
  'empty-data/records': () => '应有记录，实为空列表',
  'empty-data/columns': () => '应有变量，实为空对象',
  'bad-cell/nested': ({ column, row, kind }) =>
    `变量“${column}”的每个单元格应为单个取值，第 ${row} 行为${kinds[kind]}；请在记录中为其各部分分别设键`,
  'column-length/table': ({ column, twice, values, rows }) =>
    `变量“${column}”${twice ? '出现两次' : `有 ${values} 个取值`}，应为一列，共 ${rows} 个取值`,
  'bad-cell/type': ({ column, row, type, found }) =>
    `变量“${column}”的取值类型必须为 ${type}，第 ${row} 行为 ${found}`,
};
