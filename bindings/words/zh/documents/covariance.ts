/** What covariances allow for, in Chinese. */
import { short } from '../../text/format.js';
import type { CovarianceDetail } from '../../vocabulary/documents/index.js';
import { errorsText } from '../standard-errors.js';

const kernels: Readonly<Record<string, string>> = {
  bartlett: 'Bartlett核',
  parzen: 'Parzen核',
  qs: '二次谱核',
};

/** `聚类到id（140个聚类）`, `异方差自相关稳健标准误：Bartlett核，滞后4期，按year排序`. */
export function covariance(detail: CovarianceDetail): string {
  const { type, clusters, ofUnits = false, twoStep = false, ofStata } = detail;
  if (ofUnits) return ofUnitErrors(detail, twoStep);
  const words = [
    clusters === undefined ? errorsText(type) : clusteredErrors(type, clusters),
    ...lagWords(detail),
    ...keyWords(detail),
  ].join('，');
  return ofStata === undefined ? words : `${words}（Stata的${ofStata}）`;
}

/** Errors of dynamic panels that are not clustered. */
const ofUnits: Readonly<Record<string, string>> = {
  unadjusted: '普通标准误：在加权矩阵最优时有效',
};

/** What tables call by their clusters alone. */
const unnamed: readonly string[] = ['CV1'];

function ofUnitErrors(
  { type, clusters, unit = '个体' }: CovarianceDetail,
  twoStep: boolean,
): string {
  const whole = ofUnits[type];
  if (whole !== undefined) return whole;
  const by = clusters === undefined ? `聚类到${unit}` : clusteredBy(clusters);
  return `${twoStep ? '两步' : ''}${errorsOf(type)}，${by}`;
}

const errorsOf = (type: string) =>
  ({ robust: '稳健标准误', 'windmeijer-step': '由前一步作Windmeijer修正的标准误' })[type] ??
  errorsText(type);

type Clusters = NonNullable<CovarianceDetail['clusters']>;

function clusteredErrors(type: string, clusters: Clusters): string {
  return `${unnamed.includes(type) ? '' : `${type}，`}${clusteredBy(clusters)}`;
}

function clusteredBy(clusters: Clusters): string {
  const columns = clusters.map(({ column, count }) => `${column}（${count}个聚类）`);
  return `聚类到${columns.join('和')}`;
}

function lagWords({ kernel, bandwidth = NaN, order = '' }: CovarianceDetail): string[] {
  if (kernel === undefined) return [];
  const width = kernel === 'qs' ? `带宽${short(bandwidth)}` : `滞后${short(bandwidth)}期`;
  return [kernels[kernel] ?? kernel, width, `按${order}排序`];
}

function keyWords({ keys = {} }: CovarianceDetail): string[] {
  return Object.entries(keys).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? short(value) : value}`,
  );
}
