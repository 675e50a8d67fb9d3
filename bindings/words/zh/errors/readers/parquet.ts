/** Errors of Parquet files, in Chinese. */
import type * as english from '../../../errors/readers/parquet.js';
import type { Retold } from '../../../told.js';

export const parquet: Retold<typeof english> = {
  'unreadable-parquet': ({ fault }) => `无法按 Parquet 读取：${fault.text}`,
  'unreadable-parquet/cells': ({ column, expected, found }) =>
    `变量“${column}”应有 ${expected} 个单元格，实有 ${found} 个；文件已损坏`,
  'parquet-fault/end': ({ byte }) => `文件在第 ${byte} 字节处结束`,
  'parquet-fault/pages': ({ column }) => `变量“${column}”的数据页在文件的每个行组中应各出现一次`,
  'parquet-fault/rows': ({ expected, most, found }) =>
    `应有 ${expected} 行，至多 ${most} 行，各行组中实有 ${found} 行`,
  'parquet-fault/bytes': ({ most, found }) => `所有列合计至多应有 ${most} 字节，实有 ${found} 字节`,
  'parquet-fault/column': ({ column }) => `每个行组中应为模式中的列，实有“${column}”`,
  'parquet-fault/page': ({ column, byte, page }) => {
    const [expected, found] = pageWords(page);
    return `变量“${column}”第 ${byte} 字节：${expected}，${found}`;
  },
};

function pageWords(page: english.PageFault): readonly [expected: string, found: string] {
  switch (page.of) {
    case 'page':
      return [`数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'unpacked':
      return [`解压后的数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'all':
      return [`${page.rows} 行的所有数据页至多应有 ${page.most} 字节`, bytes(page.found)];
    case 'values':
      return [
        `数据页至多应有 ${page.most} 个取值`,
        `实有 ${page.found} 个，其中 ${page.nulls} 个缺失`,
      ];
    case 'levels':
      return [`应有 ${page.values} 个取值的层级`, `实有 ${page.found} 个`];
    case 'runs':
      return [`游程至多应有 ${page.values} 个取值`, `实有 ${page.found} 个`];
    case 'dictionary':
      return [`应为 ${page.values} 个取值的字典中的位置`, `实为 ${page.found}`];
    case 'end':
      return [`数据页应在 ${page.most} 字节之内`, `实际结束于第 ${page.found} 字节`];
    case 'kind':
      return ['应为取值的数据页', `实为${page.found ?? '未知类型'}的数据页`];
  }
}

const bytes = (found: number | undefined) =>
  found === undefined ? '未写明大小' : `实有 ${found} 字节`;
