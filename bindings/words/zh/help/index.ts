/** What the help of commands says, in Chinese. */
import type { HelpWords } from '../../en/help.js';
import { benchErrors } from '../errors/program/bench.js';
import { clusterErrors } from '../errors/program/cluster.js';
import { commandErrors } from '../errors/program/commands.js';
import { fileErrors } from '../errors/program/files.js';
import { notices } from '../errors/program/notices.js';
import { analyses } from './analyses.js';
import { commands } from './commands.js';
import { estimators } from './estimators.js';
import { lines } from './lines.js';
import { machines } from './machines.js';
import { options } from './options.js';
import { papers } from './papers.js';

const or = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join('、')} 或 ${words.at(-1)!}`;

export const help: HelpWords = {
  texts: { ...lines, ...commands, ...options, ...estimators, ...analyses, ...papers, ...machines },
  errors: { ...benchErrors, ...clusterErrors, ...commandErrors, ...fileErrors, ...notices },
  usage: { options: '[选项]', command: '[命令]' },
  optionsOf: (command) => `${command} 的选项：`,
  formulaOptionsOf: (estimator) => `用数据和公式时，${estimator} 的选项：`,
  counted: (topic, options) => `${topic}（${options}个选项）`,
  not: (text) => `不${text}`,
  or,
  colon: (text, more) => `${text}：${more}`,
  brackets: (text, more) => `${text}（${more}）`,
  written: (text, forms) => `${text}，如 ${forms}`,
  fallback: (text, value) => `${text}（默认：${value}）`,
  usually: (value) => `；默认 ${value}`,
  choices: (words) => `可选：${words.join('、')}`,
  defaults: (value) => `默认：${value}`,
  variable: (name) => `环境变量：${name}`,
  example: (text) => `如 ${text}`,
  and: '、',
  comma: '；',
  covariance: {
    range: (first, last) => `${first} 至 ${last}`,
    also: (text, others) => `${text}（亦作 ${others.join('、')}）`,
    or,
    lags: (text) => `${text}，其中 LAGS 可为 auto`,
  },
};
