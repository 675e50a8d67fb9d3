/** What a report, an audit or a bundle may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/paper/reports.js';

export const reports: Retold<typeof english> = {
  'flag-or-labels': () => 'true、false 或按名称给出的标签',
  'stars-of-report': () => 'true、false 或不大于 0.2 的显著性水平列表',
  'reader-of-chunks': () => '返回数据块的函数',
  'printed-tables': () => 'readPrintedTables 返回的文本表',
  'contents-of-file': () => '文件的文本，或其字节（Uint8Array）',
  bytes: () => '字节',
  map: () => 'Map',
  'map-of-files': () => '文件的 Map',
  'parts-of-bundle': () => 'facts、record、codebook、printed 和 files',
  'path-of-study': () => '研究文件的路径',
  'names-of-units': () => '个体名称的列表',
  'code-to-explain': () => '警告、检验或错误的代码',
};
