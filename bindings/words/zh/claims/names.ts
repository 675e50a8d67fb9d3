/** What verdicts call columns, estimators, bootstraps and methods, in Chinese. Abbreviations such as 2SLS stay. */
import { count } from '../../text/counts.js';
import type {
  DrawnBy,
  EstimatorCode,
  EstimatorName,
  Method,
  PlaceDetail,
  Sides,
} from '../../vocabulary/claims.js';

const estimators: Readonly<Record<EstimatorCode, string>> = {
  ols: 'OLS',
  wls: 'WLS',
  '2sls': '2SLS',
  liml: 'LIML',
  fuller: 'Fuller LIML',
  kclass: 'k-class',
  'one-step-gmm': '一步GMM',
  'two-step-gmm': '两步GMM',
  'iterated-gmm': '迭代GMM',
  'cue-gmm': '连续更新GMM',
  'system-gmm': '系统GMM',
  'difference-gmm': '差分GMM',
  'level-gmm': '水平GMM',
  within: '组内估计',
  twoway: '双向固定效应',
  random: '随机效应',
  between: '组间估计',
  'first-difference': '一阶差分',
  pooled: '混合OLS',
};

const effects = { within: '，组内', 'first-difference': '，一阶差分' };

export function estimatorText(name: EstimatorName): string {
  if ('title' in name) return name.title;
  if ('code' in name) {
    return estimators[name.code] + (name.how === undefined ? '' : effects[name.how]);
  }
  if (name.part === 'reduced') return '简化式';
  return name.of === undefined ? '第一阶段' : `${name.of}的第一阶段`;
}

/** `A、B和C`. */
export function series(names: readonly string[]): string {
  const before = names.slice(0, -1);
  return before.length === 0 ? names.join('') : `${before.join('、')}和${names.at(-1)!}`;
}

/** `T5面板B第(2)列（OLS）`. */
export function placeText({ table, panel, columns, estimator }: PlaceDetail): string {
  const numbers = columns.map((column) => `(${column})`);
  const place = `${table}${panel === undefined ? '' : `面板${panel}`}${columns.length === 0 ? '' : `第${series(numbers)}列`}`;
  return estimator === undefined ? place : `${place}（${estimatorText(estimator)}）`;
}

const schemes: Readonly<Record<string, string>> = {
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
