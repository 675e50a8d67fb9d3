/** What runs of repeated work take, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/core/jobs.js';

export const jobs: Retold<typeof english> = {
  'worker-script': () => '工作线程脚本的地址',
  'abort-signal': () => 'AbortSignal',
  runner: () => '带有 run 的运行器，例如 wasmetrics/bullmq 的运行器',
  range: () => '范围 {first, end}',
  'list-of-ranges': () => '由非空范围 {first, end} 组成的列表',
};
