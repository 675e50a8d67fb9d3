/** Errors of the engine: its module, its memory and its host, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/core/engine.js';

export const engine: Retold<typeof english> = {
  'out-of-memory/bytes': ({ bytes }) =>
    `无法分配 ${bytes} 字节：WebAssembly 内存最多 4 GiB；请减少行数、解释变量或工具变量`,
  'trap/stopped': ({ reason }) => `计算核心已停止（${reason}）；请报告所用数据和模型`,
  'cannot-compile': ({ reason, file }) =>
    `宿主环境应能编译 WebAssembly，实际不能（${reason}）；请传入本软件包中已编译的 ${file}：await init({ module })`,
  'no-address-space': ({ reason }) =>
    `应有 10 GB 地址空间，实际不足（${reason}）；请提高 ulimit -v，以 --disable-wasm-trap-handler --wasm-max-mem-pages=8192 启动 node，或减少工作线程`,
  'foreign-module': ({ expected, found }) => {
    const name = found?.version === undefined ? '某个模块' : `wasmetrics ${found.version}`;
    const present =
      found === undefined ? '其他程序的模块' : `${name}（构建 ${found.build ?? '未知'}）`;
    return `应为 wasmetrics ${expected.version}（构建 ${expected.build}），实为${present}；请传入本软件包的 wasmetrics.wasm、linear.wasm 或 relaxed.wasm`;
  },
  'no-relaxed-simd': () =>
    '构建 relaxed 要求宿主环境支持 relaxed SIMD（Node 22 及以上、Chromium、Firefox），当前环境不支持；请使用默认构建',
  'not-ready': () =>
    '应在 `await ready()` 之后调用，引擎尚未就绪；请从同一入口导入 ready 并等待一次',
  'not-ready/other-part': ({ needed, loaded }) =>
    `应已载入 ${needed}，实际只有 ${loaded}；请调用 \`await ready()\`，若宿主环境不编译 WebAssembly，请同时传入 ${needed}：await init({ module })`,
};
