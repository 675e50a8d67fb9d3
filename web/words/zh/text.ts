/** Words about the text and the code of the model, in Chinese. */
import type { Words } from '../en/index.js';

/** Faults of YAML by the codes of its reader; the others are rare. */
const yamlFaults: Readonly<Record<string, string>> = {
  BAD_ALIAS: '引用了不存在的锚点',
  BAD_DQ_ESCAPE: '双引号内的转义符无效',
  BAD_INDENT: '缩进有误',
  BAD_SCALAR_START: '文本不能以此字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行只能有一个键；含冒号的文本请写在引号内',
  BLOCK_IN_FLOW: '方括号或花括号内不能分行书写列表或键',
  DUPLICATE_KEY: '键重复',
  MISSING_CHAR: '缺少字符，例如逗号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '键与冒号须在同一行',
  MULTIPLE_DOCS: '只能有一个文档，请删去“---”之后的内容',
  TAB_AS_INDENT: '缩进须用空格，不能用制表符',
  UNEXPECTED_TOKEN: '此处有多余的字符',
};

export const text: Words['text'] = {
  label: '模型文本',
  note: '表单与文本互相同步。Control+空格 补全，Control+Z 撤销。',
  heldBack: '文本改正之前，表单和估计结果仍是改动前的模型。',
  yaml: (code) => yamlFaults[code] ?? 'YAML 语法有误',
  noTable: '应为 estimator:、formula: 等键',
};
