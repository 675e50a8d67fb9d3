/** Warnings about bootstraps, permutations and comparisons of groups, in Chinese. */
import { wayToWorkers } from '../../no-workers.js';
import type { BootstrapWarnings, GroupWarnings, WorkerWarnings } from '../../details/bootstrap.js';
import type { Sentences } from '../../warning.js';
import { listed } from '../text.js';

const percent = (size: number) => `${Number((100 * size).toFixed(4))}%`;

export const bootstrapWarnings: Sentences<BootstrapWarnings & WorkerWarnings> = {
  'failed-replicates': ({ failed, replicates, first }) =>
    `${replicates}次重复中有${failed}次失败，结果使用其余重复${first === undefined ? '' : `；第一次的原因：${first}`}`,
  'singular-replicates': ({ singular, replicates }) =>
    `${replicates}次重复中有${singular}次加权矩阵奇异，使用了Moore-Penrose广义逆`,
  'partial-bootstrap': ({ completed, replicates }) =>
    `自助法在${replicates}次重复中完成${completed}次后停止`,
  'no-spread': ({ names }) => `${names.join('、')}的所有重复只相差舍入误差，没有p值和置信区间`,
  'precision-not-reached': ({ replicates, reached, wanted }) =>
    `全部${replicates}次重复之后，标准误的最大相对蒙特卡洛误差为${reached}，高于所要求的${wanted}`,
  'failed-jackknife': ({ failed, units }) =>
    `${units}个个体中有${failed}个在去掉后无法估计模型，刀切法使用其余个体`,
  'no-replicate-errors': ({ without, replicates }) =>
    `${replicates}次重复中有${without}次某个系数的方差为负，studentized区间使用其余重复`,
  'no-bca-interval': ({ names }) =>
    `${listed(names)}没有BCa区间：所有重复都在估计值的同一侧，或修正过大`,
  'untested-constant': ({ name }) => `${name}是各效应的平均，自助法不检验它`,
  'clusters-without-scores': ({ column, clusters, of }) =>
    `被吸收的效应解释了${column}的${clusters.length}个聚类（${listed(clusters)}）中的全部解释变量，${of}个聚类中只有${of - clusters.length}个进入自助法的方差`,
  'confidence-set': ({ name, pieces }) => {
    const words = pieces.map(([low, high]) => `[${low ?? '-∞'}, ${high ?? '∞'}]`);
    return `${name}的置信集不是一个有界区间：${words.join('和')}`;
  },
  'index-as-given': ({ indices }) =>
    `每次重复都把指数${indices.join('、')}视为给定，标准误未计入其权重的误差；要计入，请去掉rebuild: false`,
  'few-resamples': ({ rows, resamples }) => `${rows}行只有${resamples}个不同的重抽样，自助法不可靠`,
  'no-test': (detail) => {
    if (detail.of === 'table') return `${detail.test}：${detail.reason}`;
    const none = `没有水平为${percent(detail.size)}的检验`;
    if (detail.of === 'replicates') {
      const { methods, replicates, least } = detail;
      return `${listed(methods)}：${replicates}次重复时最小的p值为1 / ${1 + replicates}，${none}；请至少抽取${least}次（--reps）`;
    }
    if (detail.of === 'permutations') {
      const { permutations: n, enumerated } = detail;
      return enumerated
        ? `${none}：一共只有${n}种置换，最小的p值为1 / ${n}；请交换更多的行或聚类`
        : `${none}：抽取了${n}次置换，最小的p值为1 / ${1 + n}；请抽取更多次`;
    }
    const { units, cluster, vectors, weights, smallest, webb } = detail;
    const subject = cluster === undefined ? `${units}行` : `${cluster}的${units}个聚类`;
    return `${none}：${subject}只有${vectors}个${weights === 'signs' ? '符号' : '权重'}向量，检验水平不小于${smallest}，由检验反推的区间无界；请用${webb ? 'multipliers webb（--multipliers）' : '更多的聚类'}`;
  },
  'checkpoint-not-written': ({ reason }) => `自助法的检查点缺少最后的重复：${reason}`,
  'no-workers': (detail) => {
    const { reason, cause, workerUrl } = detail;
    const way = {
      policy: "请让页面的策略允许工作线程（worker-src 'self' blob:），或设workers为0",
      types: '请从页面的策略中去掉require-trusted-types-for，或设workers为0',
      none: '在这样的宿主环境中请设workers为0',
      taken: '请等待其他计算结束，或设workers为0',
      address: `workerUrl为${workerUrl}，请设为wasmetrics/worker文件的地址`,
      serve: '请提供wasmetrics/worker的文件并把workerUrl设为其地址，或设workers为0',
    }[wayToWorkers(detail)];
    return `无法启动工作线程（${cause?.text ?? reason}），全部计算在调用线程中完成，结果不变；${way}`;
  },
};

export const groupWarnings: Sentences<GroupWarnings> = {
  bdiff: ({ unit }) => {
    const rows = unit === undefined ? '' : `，而且它置换各行，虽然同一${unit}的各行不可分开`;
    return `bdiff的p值只计估计值所在的一侧，按5%检验时在10%的样本中拒绝系数相等${rows}；请报告permutation`;
  },
  'fixed-clusters': ({ fixed, of, unit }) =>
    unit === undefined
      ? `${of}个聚类中有${fixed}个的大小与其他聚类都不同，置换检验不交换它们`
      : `${unit}的${of}个个体中有${fixed}个在其他个体都没有的时期有观测，不交换它们的组别`,
  'group-not-estimated': ({ group, reason, cause }) =>
    `${group}：该组无法估计：${cause?.text ?? reason}`,
  'switching-units': ({ units, unit }) =>
    `${unit}的${units}个个体的观测属于几个组，各组的估计相关；滞后与差分在分组之前计算`,
  'rows-in-no-group': ({ rows, without }) =>
    `${rows}行${without === undefined ? '' : `没有${without}的值，`}不属于任何组`,
};
