/** Errors of the files, bundles and engines of the command line, in Chinese. */
import type { Together } from '../../../vocabulary/errors.js';
import * as bundles from '../../../errors/program/bundles.js';
import type * as engines from '../../../errors/program/engines.js';
import type * as files from '../../../errors/program/files.js';

const { shownPath } = bundles;

export const fileErrors: Together<typeof bundles | typeof engines | typeof files> = {
  'bundle-special/file': ({ file }) =>
    `应只有文件和文件夹，${shownPath(file)} 是命名管道、套接字或设备；请将其删除`,
  'bundle-unreadable/file': ({ file, reason }) =>
    `文件应可读取，${shownPath(file)} 无法读取（${reason}）；请更改其权限，或复制该复现包`,
  'bundle-exists/used': ({ entries }) =>
    `应为空文件夹或新文件夹，其中已有 ${entries} 个文件和文件夹；请另选一个，或使用会将其删除的 --overwrite`,
  'bundle-exists/file': () => '应为文件夹，实为文件；请换一个名称',
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
  'no-standalone': ({ file }) =>
    `${file} 中应有独立程序，实际没有；请重新安装软件包，或运行 npm run build:node`,
  'engine-output/left': ({ folder }) =>
    `应删除 ${folder}，其中有计算引擎留下的文件无法删除；请自行删除该文件夹`,
  'engine-output/none': (detail) => {
    const nothing = '未作任何比较';
    switch (detail.what) {
      case 'files':
        return `计算引擎应写出文件，实为其他内容（${detail.cause.text}）；${nothing}`;
      case 'outputs':
        return `计算引擎应为每张表和每幅图写出一个文件，实际没有；${nothing}`;
      case 'record':
        return `计算引擎应写出本次运行的度量，实际没有或已损坏；${nothing}`;
      case 'json':
        return `计算引擎应将 JSON 写入 ${detail.file}，实际没有，或文件不是 JSON；${nothing}`;
    }
  },
  'engine-failed': ({ status, signal, printed, memory }) => {
    const said = printed === '' ? '它没有输出错误' : `它输出：${printed}`;
    const more =
      memory === undefined ? '' : `；若要允许超过 ${memory} GiB 内存，请使用 --memory-limit`;
    return `计算引擎以${signal === undefined ? `退出码 ${status} ` : `信号 ${signal} `}结束；${said}${more}`;
  },
  'engine-limit': (detail) => {
    const { limit, most } = detail;
    if (limit === 'time') {
      return `计算引擎应在 ${most} 分钟内完成，实际超时，已被停止；可用 --time-limit 放宽`;
    }
    const expected =
      limit === 'disk' ? `${detail.files} 个文件和 ${most} 字节` : `${most} 字节的输出`;
    return `计算引擎应不超过 ${expected}，实际更多，已被停止`;
  },
  'bubblewrap/system': ({ system }) => `${system} 上没有该程序`,
  'bubblewrap/missing': () => '未安装',
  'bubblewrap/fails': ({ reason }) => `在此无法使用（${reason}）`,
  'engine-unconfined': ({ missing }) =>
    `--their-engine 需要用 bubblewrap 或 Node 的权限模型限制该程序，两者都没有（bubblewrap：${missing.text}）；请使用 Node 20.19 或更新版本，或去掉 --their-engine`,
  'bundle-signature/key': ({ file }) =>
    `密钥应来自别处，${file} 却在复现包中；伪造者也能把密钥放进复现包`,
  'signature-key': () => '应为 OpenSSH 或 minisign 的公钥，或 OpenSSH 的允许签名者文件，实际没有',
  'signature-program': ({ program }) =>
    `需要程序 ${program}，实际没有；请安装 ${program === 'minisign' ? 'minisign' : 'OpenSSH'}`,
  'bundle-signature/refused': ({ manifest, key, isMissing }) =>
    `应有用 ${key} 中密钥对 ${manifest} 所作的签名，${isMissing ? '复现包中没有该文件' : '实为其他签名'}；未运行任何内容。请向作者重新索取复现包`,
  'bad-value/published': () => '应有以 SHA-256 开头的行，如 sha256sum 所写，实际没有',
  'file-not-found/file': ({ isFormula, near }) => {
    if (isFormula === true) return '找不到文件；数据文件应写在公式之前';
    return near === undefined ? '找不到文件' : `找不到文件（是否指“${near}”？）`;
  },
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
