/** Words about the code of this and other programs, in Chinese. */
import type { Words } from '../en/index.js';

export const code: Words['code'] = {
  label: '模型的代码',
  command: '命令行',
  cannot: '无法按原样估计该模型的软件',
  copy: (of) => `复制 ${of} 的代码`,
  copyThis: '复制',
  copied: '已复制。',
  notCopied: '浏览器不允许复制，请选中文本后复制。',
  paste: 'Stata、R、Python 或 gretl 的命令或脚本',
  pasteHint: '支持 xtabond2、ivreg2、reghdfe、feols、plm、dpanel 等；其模型将取代当前模型。',
  use: '用作模型',
  taken: '该命令已成为当前模型。',
  several: (count) => `脚本中有 ${count} 个模型，请选择一个。`,
  takeLine: (line, formula) => `第 ${line} 行：${formula}`,
  /** Languages whose usual command is taken. */
  programs: { stata: 'Stata', r: 'R', python: 'Python' },
};
