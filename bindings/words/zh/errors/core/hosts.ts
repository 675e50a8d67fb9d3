/** What a host that refuses the core can do, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/core/hosts.js';

export const hosts: Retold<typeof english> = {
  'cannot-compile/policy': ({ reason }) =>
    `页面应允许编译 WebAssembly，实际被内容安全策略（CSP）拒绝（${reason}）；请在策略的 script-src 中加入 'wasm-unsafe-eval'`,
  'cannot-load/no-module': ({ url, start }) =>
    `应为 wasmetrics.wasm 的地址，实为 ${url}，其中的文件以 ${start} 开头，不是 WebAssembly 模块；请在该地址直接提供此文件`,
  'cannot-load': ({ url, reason }) =>
    `应为 wasmetrics.wasm 的地址，实为 ${url}（${reason}）；请传入该宿主环境可读取的地址：CORS 和 connect-src 须允许`,
};
