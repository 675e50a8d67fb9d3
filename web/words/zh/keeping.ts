/** Words about work that is kept and shared, in Chinese. */
import type { Words } from '../en/index.js';

export const keeping: Words['keeping'] = {
  share: '分享',
  kept: '已存工作',
  close: '关闭',
  keptHelp: '本浏览器保存每个标签页的数据和模型，不会发送到任何地方。',
  nothingKept: '尚无保存的工作。',
  anew: '重新开始',
  open: (name) => `打开 ${name}`,
  openShort: '打开',
  remove: (name) => `删除 ${name}`,
  isHere: '当前打开',
  isElsewhere: '已在另一标签页打开',
  withoutData: '无数据',
  linkLabel: '当前工作的链接',
  linkHelp:
    '工作内容在网址 # 之后的部分，浏览器不会将其发送给服务器。链接不含数据，只含文件名与哈希值。',
  copy: '复制链接',
  copied: '已复制。',
  isLong: (n) => `链接有 ${n} 个字符，有些程序会截断过长的网址。`,
  needsFile: (name) => `打开链接的人需要有文件 ${name}。`,
  localPage: '本页面只在您的电脑上。其他人可将 # 之后的部分接在自己页面的网址后。',
  bring: '这项工作需要文件',
  bringHow: '请打开该文件或将其拖到页面上。',
  understood: '知道了',
  notices: {
    'damaged-link': () => '链接已损坏，可能缺少一部分，无法打开其中的工作。',
    'newer-link': () => '链接来自更新版本的页面，当前版本无法读取。',
    copied: () => '这项工作已在另一标签页打开，本标签页使用副本。',
    'other-file': (name) => `${name} 与原工作所用文件不同，结果可能不一致。`,
    'not-served': (name) => `服务器上已没有 ${name}。`,
  },
  missing: {
    workers:
      '本页在 worker 中计算，而浏览器或服务器的策略拒绝了它。模型与研究仍可编写、分享和保存，但不能估计。请允许此地址使用 worker，或换用其他浏览器。',
    simd: '此浏览器缺少 WebAssembly 的向量指令，因此不能估计。模型与研究仍可编写、分享和保存。请换用 Chrome 91、Firefox 114、Safari 16.4 或更新的版本。',
  },
  keepFailures: {
    'no-room-for-file':
      '浏览器空间不足，无法保存数据文件。模型已保存，但刷新后需重新打开文件。删除已存工作可腾出空间。',
    'no-room': '浏览器空间不足：关闭页面后这项工作将丢失。删除已存工作可腾出空间。',
    'no-database': '浏览器不保存任何内容：关闭页面后这项工作将丢失。',
  },
};
