/** Errors of packed files: gzip, zip, LZ4 and Zstandard, in Chinese. */
import type * as english from '../../../errors/readers/packed.js';
import type { Retold } from '../../../told.js';

export const packed: Retold<typeof english> = {
  'file-too-large/gzip': ({ ratio, packed: bytes, bounded, limit }) =>
    `内容至多为 gzip 文件 ${bytes} 字节的 ${ratio} 倍${bounded ? `，且至多 ${limit} 字节` : ''}，实际更多；若内容确如预期，请先解压`,
  'unreadable-gzip': ({ fault }) =>
    `无法按 gzip 读取：${fault.text}；文件已损坏或不完整，请重新复制`,
  'gzip-fault/checksum': () => '某一成员的校验和不符',
  'gzip-fault/header': ({ most }) => `文件头超过 ${most} 字节`,
  'gzip-fault/end': ({ byte }) => `在第 ${byte} 字节处结束`,
  'packed-fault/size': ({ most, found }) => `解压后至多应有 ${most} 字节，实有 ${found} 字节`,
  'zip-fault/end': () => '文件不完整或不是 zip 文件',
  'zip-fault/directory': () => '其目录已损坏',
  'zip-fault/size': ({ ratio, bytes, free, found }) =>
    `解压后至多应为压缩包 ${bytes} 字节的 ${ratio} 倍，或 ${free} 字节，实有 ${found} 字节`,
  'zip-fault/member-size': ({ path, bytes, most }) =>
    `${path} 有 ${bytes} 字节，至多能读取 ${most} 字节`,
  'zip-fault/member': ({ path }) => `${path} 已损坏`,
  'zip-fault/method': ({ path, method }) => `${path} 采用未知的压缩方法（${method}）`,
};
