/** Errors of files of data, whatever their format, in Chinese. */
import type * as english from '../../../errors/readers/files.js';
import type { Retold } from '../../../told.js';

export const files: Retold<typeof english> = {
  'file-not-found/data': () => '文件不存在',
  'file-too-large/memory': () => '应为内存能容纳的文件，实际文件更大；请只保留所需的行和变量',
  'unreadable-file/reason': ({ fault }) => `无法读取：${fault.text}`,
  'file-fault/folder': () => '这是一个文件夹',
  'file-fault/device': () => '这是设备或套接字',
  'unreadable-file/server': ({ answer }) => `服务器返回 ${answer}`,
  'unreadable-file/shorter': ({ bytes, present }) =>
    `应有 ${bytes} 字节，读取时实有 ${present} 字节；请在没有程序写入该文件时重新读取`,
  'wrong-format/ending': ({ ending }) =>
    `按文件名应为 ${ending} 文件，或为文本表格，实为一行文本；请检查文件是否完整`,
  'bad-value/format-option': ({ format, key, known }) =>
    `${key} 不是 ${format} 文件的选项，该格式的选项有 ${known.join('、')}；请删去`,
  'missing-package': ({ package: name, fault, all }) => {
    const why = fault === undefined ? '尚未安装' : `无法加载（${fault}）`;
    return `程序包 ${name} ${why}；请运行 npm install ${all.join(' ')}`;
  },
  'file-fault/package': ({ message }) => message,
  'file-fault/damaged': () => '文件已损坏或不完整',
  'sparse-table': ({ perValue, rows, columns, values }) =>
    `每 ${perValue} 个单元格至少应有一个取值，实际 ${rows} 行 ${columns} 列中仅有 ${values} 个取值；请使各行的列相同，或将变量名和取值存为两列`,
  'field-too-long/cell': ({ limit, found, place }) =>
    `单元格至多 ${limit} 个字符，${placeText(place)}中有一个为 ${found} 个字符；请将其缩短，或检查分隔符和引号`,
  'field-too-long/header': ({ limit, row }) =>
    `第 ${row} 行的变量名至多 ${limit} 个字符，实际更多；请检查分隔符和引号`,
  'field-too-long/line': ({ limit }) => `每行至多 ${limit} 字节，实有更长的行；请检查分隔符和引号`,
  'too-many-columns': ({ limit, found, place }) =>
    `至多 ${limit} 列，${placeText(place)}中${found === undefined ? '更多' : `有 ${found} 列`}；请检查分隔符，或只保留所需的变量`,
  'no-header/long': ({ found, place }) =>
    `${placeText(place)}应为变量名，实为 ${found} 个字符的文本；该文件不是表格`,
  'bad-cell/kinds': ({ column, limit, found }) =>
    `变量“${column}”至多有 ${limit} 种缺失值，实有 ${found} 种；含义相同的请使用同一代码`,
};

function placeText(place: english.FilePlace): string {
  if (place === undefined) return '文件';
  if ('character' in place) return `第 ${place.character} 个字符处的数`;
  if (!('row' in place)) return `第 ${place.column} 列`;
  return place.column === undefined
    ? `第 ${place.row} 行`
    : `变量“${place.column}”第 ${place.row} 行`;
}
