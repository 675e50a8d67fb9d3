/** What the engine takes, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/core/engine.js';

export const engine: Retold<typeof english> = {
  'compiled-module': () => '已编译的计算核心模块',
  'module-or-build': () => '模块或 { build }',
  'estimation-module': () => 'wasmetrics.wasm',
  engine: () => '由 loadEngine 得到的计算核心实例',
};
