/** Errors of the archives of bundles, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/archives.js';

/** Maximum characters of a path in a message. */
const SHOWN = { entry: 100, long: 200 };

const faults = {
  empty: '为空',
  controls: '含有控制字符',
  backslash: '含有反斜杠，在 Windows 上会分隔文件夹',
  absolute: '是绝对路径',
  colon: '含有冒号，在 Windows 上表示盘符或数据流',
  outside: '会离开该文件夹',
  'empty-part': '含有空的部分',
  dot: '含有以点或空格结尾的部分，Windows 会将其删去',
};

const more = (found: number | undefined) => (found === undefined ? '更多' : ` ${found}`);

export const archives: Retold<typeof english> = {
  'bundle-path/entry': ({ found, fault }) => {
    const words =
      typeof fault === 'string'
        ? faults[fault]
        : `有 ${fault.characters} 个字符，而最多读取 ${fault.most} 个`;
    return `应为复现包之内的路径，例如 data/a.csv，而“${found.slice(0, SHOWN.entry)}”${words}；没有解压任何内容`;
  },
  'bundle-path/long': ({ found, most }) =>
    `路径最多 ${most} 个字符，实为 ${found.slice(0, SHOWN.long)}；请缩短`,
  'bundle-link': ({ found }) => `应为文件和文件夹，而“${found}”是链接；复现包不含链接`,
  'bundle-too-large/files': ({ most, found }) =>
    `最多 ${most} 个文件，实为${more(found)}；没有解压任何内容`,
  'bundle-too-large/bytes': ({ most, found, isArchive }) =>
    `${isArchive ? '所有文件合计' : ''}最多 ${most} 字节，实为${more(found)}；没有解压任何内容`,
  'bundle-too-large/ratio': ({ ratio, bytes, free, found }) =>
    `解压后最多为压缩包 ${bytes} 字节的 ${ratio} 倍，或 ${free} 字节，实为 ${found} 字节；没有解压任何内容`,
  'bundle-archive': ({ fault }) => `无法作为 zip 压缩包读取：${fault.text}；没有解压任何内容`,
  'entry-fault/shared': () => '有两个条目共用字节',
  'entry-fault/twice': ({ path }) => `“${path}”在其中出现两次`,
  'entry-fault/kind': ({ path }) => `“${path}”既不是文件也不是文件夹`,
  'entry-fault/encrypted': ({ path }) => `“${path}”已加密`,
  'entry-fault/method': ({ path, method }) => `“${path}”的压缩方法 ${method} 未知`,
  'entry-fault/header': ({ path }) => `“${path}”已损坏`,
  'entry-fault/name': ({ path, header }) =>
    `“${path}”在其头部另有名称：“${header.slice(0, SHOWN.entry)}”`,
  'entry-fault/end': ({ path }) => `“${path}”不完整`,
  'entry-fault/checksum': ({ path }) => `“${path}”已损坏：其字节与校验和不符`,
};
