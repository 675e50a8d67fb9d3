/** Errors of the engines that run bundles, and of signatures, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/program/engines.js';

export const engines: Retold<typeof english> = {
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
    return `计算引擎以${signal === undefined ? `退出码 ${status}` : `信号 ${signal}`}结束；${said}${more}`;
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
};
