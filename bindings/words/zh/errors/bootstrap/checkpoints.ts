/** Errors of checkpoints, in Chinese. */
import { retold, type Retold } from '../../../told.js';
import { expectations } from '../../expectations/index.js';
import { spaced } from '../../text.js';
import type * as english from '../../../errors/bootstrap/checkpoints.js';

const again = '；请重新计算检查点';

function damaged(damage: english.Damage): string {
  switch (damage.kind) {
    case 'replicates':
      return `重复应有 ${damage.expected} 字节，实为 ${damage.found}${again}`;
    case 'status':
      return `应为各次重复的状态，实为 ${damage.found}${again}`;
    case 'no-bytes':
      return `应为 Uint8Array 中的字节，实为 ${damage.found}${again}`;
    case 'no-checkpoint':
      return '应为检查点，实为其他内容；请指定自助法写出的文件';
    case 'format': {
      const earlier = damage.found < damage.expected ? '（较早的版本）' : '';
      return `检查点格式应为 ${damage.expected}，实为 ${damage.found}${earlier}${again}`;
    }
    case 'header':
      return `文件头应有 ${damage.expected} 字节，实为 ${damage.found}：它被截短或损坏${again}`;
    case 'changed':
      return `内容应与写出时相同，实际不同：它被更改、损坏或截短${again}`;
  }
}

export const checkpoints: Retold<typeof english> = {
  'checkpoint-exists': () => '不应已有检查点，实际已有；请继续它（resume），或将其删除',
  'bad-checkpoint': ({ damage }) => damaged(damage),
  'bad-checkpoint/header': ({ expectation }) =>
    `应为${spaced(retold(expectations, expectation))}，实为其他内容；请重新计算检查点`,
  'other-run': ({ differences }) =>
    `属于另一次运行：${differences.map(({ what, expected, found }) => `${what} 应为 ${expected}，实为 ${found}`).join('；')}`,
  'insecure-page/checkpoint': () => '检查点要求网页经 https 或从 localhost 载入',
  'checkpoint-not-read': ({ reason }) => `无法读取检查点：${reason}`,
  'checkpoint-not-written': ({ reason }) => `无法写入检查点：${reason}`,
  'bad-checkpoint/replicates': ({ width }) =>
    `应为按次序、每次 ${width} 个数的重复，实为其他内容；请重新计算`,
};
