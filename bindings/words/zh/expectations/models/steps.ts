/** What the keys of data and their steps may hold, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../expectations/models/steps.js';

export const steps: Retold<typeof english> = {
  query: () => '查询',
  'column-or-list': () => '变量名或变量名列表',
  'new-names': () => '按文件中的名称给出的新名称，例如 {gdp: gdp_us}',
  'file-and-on': () => '文件与 on，例如 {file: prices.csv, on: year}',
  pattern: () => '名称的样式，例如 gdp{year}',
  'patterns-by-name': () => '按新变量的名称给出的样式，例如 {gdp: "gdp{year}"}',
  'long-or-wide': () => 'long、wide、layout 之一',
  expression: () => '表达式，例如 log(x)',
  places: ({ words }) => `${words.join('、')}，或从小到大的数值`,
  'steps-by-name': () => '按新变量的名称给出的表达式、划分与指数，例如 {lnx: log(x)}',
};
