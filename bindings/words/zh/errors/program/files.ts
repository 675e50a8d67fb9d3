/** Errors of the files that a command reads and writes, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/files.js';

export const files: Retold<typeof english> = {
  'file-not-found/file': () => '找不到文件',
  'file-not-found/relative': ({ written, folder }) =>
    `找不到文件；data.file 的路径 ${written} 相对于模型文件所在的文件夹 ${folder}`,
  'not-a-file': ({ found }) => {
    if (found === 'folder') return '应为文件，实为文件夹';
    const kind = { pipe: '命名管道', socket: '套接字', device: '设备' }[found];
    return `应为文件，实为${kind}；请将其内容写入文件`;
  },
  'file-not-readable/file': ({ reason, words }) =>
    reason === 'EACCES' ? '没有读取权限' : `无法读取：${words}`,
  'file-too-large': ({ bytes, limit }) =>
    `应不超过 ${limit} 字节，${bytes === 'more' ? '实际更多' : `实为 ${bytes} 字节`}；请只保留需要的内容`,
  'empty-file/document': () => '文件是空的',
  'bad-value/standard-input': () => '应为文件，实为标准输入，其他机器无法读取；请给出文件名',
  'file-not-writable/path': ({ wrong }) => {
    const words = {
      'no-folder': '文件夹不存在',
      'file-in-path': '路径中有一部分是文件，不是文件夹',
      'is-folder': '它是文件夹',
      'no-permission': '没有写入权限',
      'read-only': '文件系统为只读',
      'refuses-files': '该文件夹不接受新文件',
    };
    return `无法写入：${words[wrong]}`;
  },
  'file-not-written': ({ reason, words }) =>
    `写入失败：${reason === 'ENOSPC' ? '磁盘已满' : words}`,
  'file-in-use/output': ({ role, path, file }) =>
    `输出文件不能与 ${role}（${path}）相同，实为 ${file}；请换一个名称`,
  'file-exists': () => '应为尚不存在的文件；请换一个名称，或将其删除',
  'bad-value/ending': ({ found, endings, hasTo }) =>
    `文件应以 ${endings.slice(0, -1).join('、')} 或 ${endings.at(-1)} 结尾，实为 ${found}；请改名${hasTo ? '或使用 --to' : ''}`,
  'missing-package/replicates': ({ package: name, code }) =>
    `无法加载软件包 ${name}（${code}）；请运行 npm install ${name}，或写入以 .csv 结尾的文件`,
};
