/** What a printed table has, in Chinese. */
import type { Contents } from '../details/papers.js';

const signs: Readonly<Record<string, string>> = {
  parentheses: '圆括号中的数',
  brackets: '方括号中的数',
  braces: '花括号中的数',
  below: '系数下方的数',
};
export const signed = (kind: string) => signs[kind] ?? kind;

export function contentsText({ coefficients, alone, unnamed, statistics }: Contents): string {
  const without = alone ? '（没有标准误、t、p或区间）' : '';
  const brackets = unnamed.length === 0 ? '' : `、未说明含义的${unnamed.map(signed).join('和')}`;
  return `${coefficients}个系数${without}${brackets}和${statistics}个统计量`;
}
