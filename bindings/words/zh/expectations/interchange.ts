/** What is imported from other programs, in Chinese. */
import type * as english from '../../expectations/interchange.js';
import type { Retold } from '../../told.js';

export const interchange: Retold<typeof english> = {
  'path-of-data': () => '数据文件的路径',
  'text-of-command': () => '一条命令的文本',
  'text-of-script': () => '脚本的文本',
};
