/** Words about data, in Chinese. */
import type { Words } from '../en/index.js';

export const data: Words['data'] = {
  data: '数据',
  chooseFile: '打开文件',
  dropHere: '或将文件拖到页面任意处',
  useExample: '使用示例',
  rowsAndColumns: (rows, columns) => `${rows} 行，${columns} 列`,
};
