/** Words about elements in other pages, in Chinese. */
import type { elements as english } from '../en/elements.js';

export const elements: typeof english = {
  estimating: '正在估计模型。',
  making: '正在生成表格。',
  madeOf: (model, done, total) => `正在生成表格：${model} 的 ${total} 次重复已完成 ${done} 次。`,
  controls: '选择',
  notBootstrapped: '此处不运行模型文件中的自助法；所示标准误为渐近标准误。',
  unknownControl: (name, names) => `controls：模型没有控件 ${name}；可用的有 ${names}`,
  failures: {
    'missing-attribute': ({ attribute }) => `${attribute}：应为地址，但为空`,
    'unreadable-file': ({ file, answer }) => `无法读取 ${file}：服务器返回 ${answer}`,
    'not-a-mapping': ({ file }) => `${file}：应为键和值，但内容不是`,
    'no-data': () => 'data：模型没有指明数据文件；请在 data 属性中给出',
    'unknown-table': ({ name, names }) =>
      `研究中没有表格 ${name || '（# 后没有名称）'}；可用的有 ${names}`,
    'failed-table': ({ message }) => message,
  },
};
