/** Words about the text and the code of the model, in Chinese. */
import type { Words } from '../en/index.js';

export const text: Words['text'] = {
  label: '模型文本',
  note: '表单与文本互相同步。Control+空格 补全，Control+Z 撤销。',
  heldBack: '文本改正之前，表单和估计结果仍是改动前的模型。',
  noTable: '应为 estimator:、formula: 等键',
};
