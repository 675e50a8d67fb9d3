/** Errors that verdicts name, in Chinese. */
import type { Failure } from '../../vocabulary/claims.js';

/** What happened to a name, by the code of the error. */
const named: Readonly<Record<string, (name: string) => string>> = {
  'unknown-table': (name) => `研究中没有表"${name}"`,
  'unknown-model': (name) => `研究中没有"${name}"`,
  'unknown-term': (name) => `没有系数"${name}"`,
  'unknown-coefficient': (name) => `没有系数"${name}"`,
  'unknown-group': (name) => `没有组"${name}"`,
  'unknown-column': (name) => `没有列"${name}"`,
  'omitted-coefficient': (name) => `系数"${name}"因共线而略去`,
  'text-in-numeric-column': (name) => `列"${name}"应为数值，但含有文本`,
  'infinite-value': (name) => `"${name}"含有无穷值`,
  'missing-panel-key': (name) => `面板列"${name}"有缺失值`,
  'file-not-found': (name) => `找不到文件"${name}"`,
};

/** What happened, by the code of an error that is about no name. */
const plain: Readonly<Record<string, string>> = {
  'empty-sample': '样本中没有观测',
  'rank-deficient': '解释变量完全共线',
  'under-identified': '工具变量少于系数',
  'too-few-clusters': '聚类过少',
  'no-degrees-of-freedom': '没有自由度',
  'one-group': '少于两组可以估计',
  'not-converged': '迭代没有收敛',
};

/** The sentence; that of the error in English, after its code, if no other says it. */
export function failureText({ error, sentence, name }: Failure): string {
  const ofName = name === undefined ? undefined : named[error]?.(name);
  return ofName ?? plain[error] ?? `错误${error}（${sentence}）`;
}
