/** The clauses of the reason of a verdict, in Chinese. */
import { errorFormat, statistic } from '../../text/format.js';
import {
  bandText,
  confidence,
  differenceStat,
  estimateText,
  intervalText,
  jointText,
  pText,
  share,
  significance,
  statText,
} from '../../claim-numbers.js';
import type { ClauseDetails, Decided, Sides } from '../../vocabulary/claims.js';
import type { Sentences } from '../../warning.js';
import { failureText, unusableText } from './failures.js';
import { placeText } from '../places.js';
import { explainers, series } from '../text.js';
import { bootstrapText, intervalName, methodText, sidesText } from './names.js';

/** `单侧p = 0.031，在5%水平上显著`. */
function decided({ pValue, level, sides }: Decided & { readonly sides?: Sides }): string {
  const side = sides === undefined ? '' : sidesText(sides);
  const not = pValue < level ? '' : '不';
  return `${side}${pText({ pValue, level })}，在${significance(level)}水平上${not}显著`;
}

const likeThis = '在类似的模拟样本中，系数相等时';

function groups({ of, by, groups: all, level }: ClauseDetails['groups']): string {
  const parts = all.map(({ name, estimate, stdError, pValue }) => {
    if (estimate === null) return `${name}组未估计`;
    const p = pValue === null ? '' : `（${pText({ pValue, level })}）`;
    return `${name}组为${estimateText({ estimate, stdError })}${p}`;
  });
  return `${of}按${by}分组：${parts.join('，')}`;
}

function difference(detail: ClauseDetails['difference']): string {
  const { difference: size, stdError } = detail;
  const of = size === null ? '' : `为${errorFormat([size, stdError ?? NaN])(size)}`;
  const stat = differenceStat(detail, '统计量');
  const tested = stat === undefined ? '' : `，${stat}`;
  return `组间差异${of}${tested}（${methodText(detail)}），${decided(detail)}`;
}

function interval(detail: ClauseDetails['interval']): string {
  const { of, level, method, isInside, band } = detail;
  const name = `${confidence(level)}${method === undefined ? '' : intervalName(method)}置信区间`;
  return `${of}的${name}${intervalText(detail.interval, detail)}${isInside ? '' : '不'}在${bandText(band)}之内`;
}

function support({ supported, not, untested }: ClauseDetails['support']): string {
  const said = (places: readonly string[], words: string) =>
    places.length === 0 ? [] : [series(places) + words];
  return [...said(supported, '支持'), ...said(not, '不支持'), ...said(untested, '无法检验')].join(
    '，',
  );
}

export const clauses: Sentences<ClauseDetails> = {
  tested: (detail) => {
    const { of, estimate, stdError, stat, not } = detail;
    const shown = errorFormat([estimate, stdError]);
    const side =
      not === undefined ? '' : `，不${not.side === 'above' ? '大于' : '小于'}${not.value}`;
    return `${of}为${shown(estimate)}（标准误${shown(stdError)}）${side}；${statText(stat, detail)}，${decided(detail)}`;
  },
  bootstrapped: (detail) =>
    `${detail.of}为${estimateText(detail)}；${bootstrapText(detail.bootstrap)}得${decided(detail)}`,
  'no-error': ({ of, stdError }) =>
    Number.isNaN(stdError) ? `${of}没有标准误，无法检验` : `${of}的标准误为${stdError}，无法检验`,
  'no-degrees': ({ of }) => `${of}没有检验所需的自由度`,
  interval,
  groups,
  difference,
  disagrees: (detail) => `${methodText(detail)}的结论不同（${pText(detail)}）`,
  'size-skipped': ({ method, size }) =>
    `${methodText({ method })}不作为依据：${likeThis}它在${share(size)}的样本中拒绝`,
  unusable: (unusable) => `${methodText(unusable)}无法使用：${unusableText(unusable)}`,
  'significant-in-one': ({ significant, other }) =>
    `在${significant}组显著而在${other}组不显著，并不是对差异的检验`,
  'significant-alike': ({ both }) => `在两组${both ? '都' : '都不'}显著，并不说明两组系数相等`,
  'wrong-sizes': ({ sizes }) => {
    const list = sizes.map(({ method, size }) => `${methodText({ method })}在${share(size)}`);
    return `${likeThis}${series(list)}的样本中拒绝，而非5%`;
  },
  'least-wrong': ({ method, size }) => `偏差最小的是${methodText({ method })}（${share(size)}）`,
  'use-method': ({ method }) => `请使用${methodText({ method })}（${method}）`,
  unreliable: ({ why }) => why,
  'no-method': ({ of, by, methods }) => {
    const reasons = methods.map((one) => `${methodText(one)}：${unusableText(one)}`);
    return `没有方法可以检验${of}按${by}分组的差异（${reasons.join('；')}）`;
  },
  'other-method': ({ of, by, methods, named }) =>
    `${of}按${by}分组的差异只用了${series(methods.map((method) => methodText({ method })))}，没有用${methodText({ method: named })}`,
  'joint-of-all': ({ of, by, groups: all }) =>
    `${of}按${by}分组的联合检验包括${series(all)}；请写出全部各组，或其中两组`,
  'no-joint': ({ reason }) => reason ?? '比较中没有联合检验',
  'joint-size': ({ size }) => `${likeThis}联合检验在${share(size)}的样本中拒绝，而非5%`,
  joint: (detail) =>
    `各组相等的检验：${jointText(detail.df)} = ${statistic(detail.stat)}，${decided(detail)}`,
  'joint-skipped': ({ method, size }) =>
    `联合${methodText({ method })}不作为依据：${likeThis}它在${share(size)}的样本中拒绝`,
  'table-failed': (failure) => `${failure.table}未能完成：${failureText(failure)}`,
  'table-stopped': ({ table }) => `${table}在完成前被中止`,
  'not-kept': (place) => `${placeText(place)}的结果没有保留`,
  'no-bootstrap': ({ of }) =>
    `没有${of === undefined ? '' : `${of}的`}自助法；请在模型中加入bootstrap`,
  'no-comparison': ({ table, of }) =>
    `${table}没有差异检验；请在表中加入compare: {of: ${of}, by: [wald]}`,
  'other-terms': ({ table, terms, of }) => `${table}比较的是${series(terms)}，而不是${of}`,
  'fits-exactly': () => '模型完全拟合数据，标准误只是舍入误差',
  omitted: ({ of, explainedBy, isOfTable }) => {
    const why =
      explainedBy.length === 0 ? '在所有行中均为零' : `与${series(explainers(explainedBy))}共线`;
    return `${of}${why}，已略去${isOfTable ? '；请写明含有它的列' : ''}`;
  },
  failed: failureText,
  'all-support': ({ columns }) => (columns === 2 ? '两列均支持' : `全部${columns}列均支持`),
  support,
};
