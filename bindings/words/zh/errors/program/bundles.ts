/** Errors of replication bundles as files and folders, in Chinese. */
import type { Retold } from '../../../told.js';
import * as english from '../../../errors/program/bundles.js';

const { shownPath } = english;

export const bundles: Retold<typeof english> = {
  'bundle-special/file': ({ file }) =>
    `应只有文件和文件夹，${shownPath(file)} 是命名管道、套接字或设备；请将其删除`,
  'bundle-unreadable/file': ({ file, reason }) =>
    `文件应可读取，${shownPath(file)} 无法读取（${reason}）；请更改其权限，或复制该复现包`,
  'bundle-exists/used': ({ entries }) =>
    `应为空文件夹或新文件夹，其中已有 ${entries} 个文件和文件夹；请另选一个，或使用会将其删除的 --overwrite`,
  'bundle-exists/other': () => '--overwrite 要求文件夹中是复现包，实为其他文件；请另选文件夹',
  'file-in-use/folder': ({ role, path, file }) =>
    `文件夹中不应有本研究的文件，${file} 中有 ${role}（${path}）；请另选文件夹`,
  'bundle-study/fault': ({ cause }) =>
    `研究文件应可读取，实有错误（${cause.text}）；请从发布处重新获取复现包`,
  'bundle-facts/other': (facts) => {
    const again = '请从发布处重新获取复现包';
    switch (facts.wrong) {
      case 'study':
        return `应为 study/ 中的研究文件，实为 ${facts.found}；${again}`;
      case 'data':
        return `应为研究所读取的数据（${facts.expected}），实为 ${facts.found}；${again}`;
      case 'synthetic':
        return `应为使用合成数据的 ${facts.expected}，${facts.found === undefined ? '实际没有' : `实为 ${facts.found}`}；${again}`;
      case 'copies':
        return `应有合成数据的副本 ${facts.missing.join('、')}，实际没有这些文件；${again}`;
      case 'copy':
        return `应为 ${facts.study} 的副本，${facts.copy} 中是另一项研究；${again}`;
    }
  },
  'subject/synthetic-data': () => '使用合成数据时',
  'bad-value/output-name': ({ found }) => `应为文件名，实为 ${found}；请换一个名称`,
  'file-in-use/bundle': ({ found, other }) =>
    `在复现包中的路径应与 ${other} 的不同，实为 ${found}；请换一个名称`,
  'bundle-record': ({ keys }) =>
    `应为一次运行的度量，含键 ${keys.join('、')}；请使用复现包中的 log/run.json`,
  'bundle-format/synthetic': ({ formats, found }) =>
    `应为可写入合成数据的文件（${formats.join('、')}，且没有版式选项），实为 ${found}；请用 wasmetrics convert 转换`,
  'bundle-altered/seal': ({ files }) =>
    `只应更改 README.md、LICENSE.txt、变量说明和 docs/，实际还更改了 ${files.slice(0, 5).join('、')}；请更改研究或其数据，再重新制作复现包`,
};
