/** What verdicts call bootstraps and methods, in Chinese. */
import { count } from '../../text/counts.js';
import type { DrawnBy, Method, Sides } from '../../vocabulary/claims.js';

/** What bootstraps draw, before the word for one. */
export const schemes: Readonly<Record<string, string>> = {
  pairs: '成对',
  cluster: '聚类',
  wild: '野生',
  'wild-cluster': '野生聚类',
  residual: '残差',
  block: '分块',
  stationary: '平稳',
};

/** `按province的聚类自助法（9,999次重复，种子1）`. */
export function bootstrapText({ scheme, cluster, replicates, seed }: DrawnBy): string {
  const by = cluster === undefined ? '' : `按${cluster}的`;
  return `${by}${schemes[scheme] ?? scheme}自助法（${count(replicates)}次重复，种子${seed}）`;
}

const methods: Readonly<Record<string, string>> = {
  wald: 'Wald检验',
  cr2: 'CR2检验',
  suest: '似无相关检验',
  permutation: '置换检验',
  bootstrap: '自助法检验',
  wild: '野生聚类自助法检验',
  bdiff: 'bdiff',
};

/** `Wald检验`, `按id聚类的Wald检验`. */
export function methodText({ method, cluster }: Method): string {
  const name = methods[method] ?? method;
  return cluster === undefined ? name : `按${cluster}聚类的${name}`;
}

/** Methods of bootstrap intervals. */
const intervals: Readonly<Record<string, string>> = {
  percentile: '百分位',
  basic: '基本',
  normal: '正态',
  studentized: '学生化',
  inverted: '检验反演',
};

export const intervalName = (method: string) => intervals[method] ?? method;

export const sidesText = (sides: Sides) => ({ one: '单侧', two: '双侧' })[sides];
