/** Warnings in Chinese, by their codes. */
import type { Warning } from '../../../../results/common.js';
import { sentenceOf } from '../../../../words/sentence-of.js';
import { warnings } from '../../../../words/zh/warnings/index.js';

/** A sentence; or the form of the English message, a sentence with its names and numbers, and one for other forms. */
type Sentence = string | readonly [form: RegExp, detailed: string, general: string];

const models: Readonly<Record<string, Sentence>> = {
  bdiff: [
    /^.*$/s,
    'bdiff的p值是单侧的，检验水平约为名义水平的两倍',
    'bdiff的p值是单侧的，检验水平约为名义水平的两倍',
  ],
  'index-as-given': [
    /^.*$/s,
    '自助法未重新构建指数，其权重的误差未计入',
    '自助法未重新构建指数，其权重的误差未计入',
  ],
  'not-checked': [/^.*$/s, '表中有数字或统计量未被核查', '表中有数字或统计量未被核查'],
  'default-left-out': [
    /^.*$/s,
    '该估计方法没有研究默认设置中的某些选项，已略去',
    '该估计方法没有研究默认设置中的某些选项，已略去',
  ],
  'dependent-moments': '部分矩条件线性相关，已略去',
  'powerless-s': '矩条件相对个体过多，S检验无法拒绝任何取值',
  'no-conditional-rank': '每个矩条件不足两个个体或聚类，没有CLR置信集',
  'unsettled-projection': '投影置信集的搜索尚未收敛，置信集可能过小',
  'singular-difference': '两组估计之差的协方差矩阵不满秩，检验使用较少的自由度',
  'indefinite-difference': '两组估计的协方差矩阵之差不是半正定的',
  'not-compared': '部分变量只在个体内或个体间变化，未参与比较',
  'few-added-moments': '一个模型增加的过度识别约束较少，检验的自由度可能较少',
  'rejected-process': 'Hansen检验拒绝了作为模拟参数来源的模型',
  'no-effect-variance': '模拟过程的个体效应方差为零，未模拟初始条件的偏离',
};

const analyses: Readonly<Record<string, Sentence>> = {
  'failed-replicates': [
    /^([\d,]+) of ([\d,]+) replicates failed;.*$/,
    '$2次自助法重复中有$1次失败，结果使用其余重复',
    '部分自助法重复失败，结果使用其余重复',
  ],
  'singular-replicates': [
    /^in ([\d,]+) of ([\d,]+) replicates .*$/,
    '$2次自助法重复中有$1次加权矩阵奇异，使用了广义逆',
    '部分自助法重复的加权矩阵奇异，使用了广义逆',
  ],
  'partial-bootstrap': [
    /^stopped after ([\d,]+) of ([\d,]+) replicates$/,
    '自助法在$2次重复中完成$1次后停止',
    '自助法在完成前停止',
  ],
  'precision-not-reached': '自助法未达到所要求的精度',
  'failed-jackknife': '去掉部分个体后无法估计模型，没有刀切法结果',
  'no-replicate-errors': '部分自助法重复没有标准误，studentized区间不使用它们',
  'no-bca-interval': '部分系数没有BCa区间',
  'confidence-set': '部分系数的自助法置信集不是一个有界区间',
  'no-test': '重抽样的取值太少，没有所要求水平的检验',
  'few-resamples': '可抽取的观测太少，自助法不可靠',
  'no-spread': '部分系数的自助法重复没有差异',
  'untested-constant': '固定效应模型的常数项没有野生自助法检验',
  'no-workers': '无法启动工作线程，全部计算在调用线程中完成，结果不变',
  'checkpoint-not-written': '自助法的检查点无法写入',
  'fixed-clusters': '部分聚类的大小与其他聚类不同，置换检验不交换它们',
  'rows-in-no-group': '部分观测不属于任何组',
  'group-not-estimated': '有的组无法估计',
  'switching-units': '部分个体的观测属于几个组，各组估计相关',
  'table-too-wide': '表格的列数超出该样式一页的宽度',
  'stars-without-legend': '星号没有说明',
  'errors-unnamed': '没有说明标准误的类型',
  'samples-differ': '嵌套模型的观测数不同',
  'stars-lost-in-bootstrap': '按自助法p值，部分星号不成立',
  'held-fixed': '该变量的滞后或差分也是解释变量，边际效应视其不变',
  'omitted-in-effect': '含该变量的一项因共线而略去，边际效应不包含它',
  'no-moderator': '边际效应不依赖所设定的变量',
  'level-residuals': '动态面板的残差为水平残差，包含个体效应',
  'rows-in-differences': '模型以一阶差分估计，各行为差分',
  'rows-of-means': '组间估计使用个体均值，各行为原始观测',
  'effects-not-split': '吸收的效应多于两个，没有分别给出',
  'no-leverage': '该估计没有杠杆值',
  'no-standard-errors': '预测包含吸收的效应，没有标准误',
  'without-effects': '预测不包含个体效应',
  'no-interval': '部分系数没有有限的标准误，没有置信区间',
  'no-band': '系数的协方差矩阵奇异，没有同时置信带',
  'leverage-of-one': '部分观测的杠杆值为1',
  'without-estimate': '部分设定或样本无法估计',
  'unknown-label': '有的标签不对应任何变量',
};

const sentences: Readonly<Record<string, Sentence>> = {
  ...models,
  ...analyses,
};

/** The warning in Chinese; its English message if it has no detail and nobody has translated its code. */
export function chineseWarning(warning: Warning): string {
  const { code, message, detail } = warning;
  if (detail !== undefined) return sentenceOf(warnings, warning, '：');
  const sentence = Object.hasOwn(sentences, code) ? sentences[code]! : message;
  if (typeof sentence === 'string') return sentence;
  const [form, detailed, general] = sentence;
  return form.test(message) ? message.replace(form, detailed) : general;
}
