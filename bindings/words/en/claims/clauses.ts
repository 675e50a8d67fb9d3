/** The clauses of the reason of a verdict. */
import { series } from '../../text/counts.js';
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
import type { ClauseDetails, Decided, Sides, Size } from '../../vocabulary/claims.js';
import type { Sentences } from '../../warning.js';
import { omittedReason } from '../../text/omitted.js';
import { placeText } from '../../places.js';
import { bootstrapText, methodText, sidesText, testText } from './names.js';

/** `one-sided p = 0.031, significant at 5%`. */
function decided({ pValue, level, sides }: Decided & { readonly sides?: Sides }): string {
  const not = pValue < level ? '' : 'not ';
  const p = `${pText({ pValue, level })}, ${not}significant at ${significance(level)}`;
  return sides === undefined ? p : `${sidesText(sides)} ${p}`;
}

const sizeText = ({ method, size }: Size) =>
  `the ${testText({ method })} does not decide, as it rejects equal coefficients in ${share(size)} of simulated samples like this one`;

function groups({ of, by, groups: all, level }: ClauseDetails['groups']): string {
  const parts = all.map(({ name, estimate, stdError, pValue }) => {
    if (estimate === null) return `not estimated in ${name}`;
    const p = pValue === null ? '' : ` (${pText({ pValue, level })})`;
    return `${estimateText({ estimate, stdError })} in ${name}${p}`;
  });
  return `${of} by ${by} is ${series(parts, 'and')}`;
}

function difference(detail: ClauseDetails['difference']): string {
  const { difference: size, stdError } = detail;
  const of = size === null ? '' : `of ${errorFormat([size, stdError ?? NaN])(size)} `;
  const stat = differenceStat(detail, 'statistic');
  const tested = stat === undefined ? 'is tested' : `has ${stat}`;
  return `the difference ${of}${tested} (${testText(detail)}), ${decided(detail)}`;
}

function interval(detail: ClauseDetails['interval']): string {
  const { of, level, method, isInside, band } = detail;
  const name = `${confidence(level)}${method === undefined ? '' : ` ${method}`} interval`;
  return `the ${name} of ${of}, ${intervalText(detail.interval, detail)}, is ${isInside ? '' : 'not '}inside ${bandText(band)}`;
}

function support({ supported, not, untested }: ClauseDetails['support']): string {
  const said = (places: readonly string[], one: string, many: string) =>
    places.length === 0 ? [] : [`${series(places, 'and')} ${places.length === 1 ? one : many}`];
  return [
    ...said(supported, 'supports it', 'support it'),
    ...said(not, 'does not', 'do not'),
    ...said(untested, 'cannot be tested', 'cannot be tested'),
  ].join(', ');
}

export const clauses: Sentences<ClauseDetails> = {
  tested: (detail) => {
    const { of, estimate, stdError, stat, not } = detail;
    const shown = errorFormat([estimate, stdError]);
    const side = not === undefined ? '' : `, not ${not.side} ${not.value}`;
    return `${of} is ${shown(estimate)} (standard error ${shown(stdError)})${side}; ${statText(stat, detail)}, ${decided(detail)}`;
  },
  bootstrapped: (detail) =>
    `${detail.of} is ${estimateText(detail)}; the ${bootstrapText(detail.bootstrap)} gives ${decided(detail)}`,
  'no-error': ({ of, stdError }) =>
    `${of} has ${Number.isNaN(stdError) ? 'no standard error' : `a standard error of ${stdError}`}, so it has no test`,
  'no-degrees': ({ of }) => `${of} has no degrees of freedom for a test`,
  interval,
  groups,
  difference,
  disagrees: (detail) => `${methodText(detail)} disagrees with ${pText(detail)}`,
  'size-skipped': sizeText,
  unusable: ({ method, reason }) => `${method} cannot be used: ${reason ?? 'it has no p-value'}`,
  'significant-in-one': ({ significant, other }) =>
    `that it is significant in ${significant} and not in ${other} is no test of the difference`,
  'significant-alike': ({ both }) =>
    `that it is significant in ${both ? 'both groups' : 'neither group'} does not make the groups equal`,
  'wrong-sizes': ({ sizes }) => {
    const list = sizes.map(({ method, size }) => `${method} in ${share(size)}`);
    return `equal coefficients are rejected by ${series(list, 'and')} of simulated samples like this one, not in 5%`;
  },
  'least-wrong': ({ method, size }) => `the least wrong test is ${method}, in ${share(size)}`,
  'use-method': ({ method }) => `use ${method}`,
  unreliable: ({ why }) => why,
  'no-method': ({ of, by, methods }) => {
    const reasons = methods.map(({ method, reason }) => `${method}: ${reason ?? 'no p-value'}`);
    return `no method can test the difference of ${of} by ${by} (${reasons.join('; ')})`;
  },
  'other-method': ({ of, by, methods, named }) =>
    `the difference of ${of} by ${by} was tested by ${series(methods, 'and')}, not by ${named}`,
  'joint-of-all': ({ of, by, groups: all }) =>
    `the joint test of ${of} by ${by} covers ${series(all, 'and')}; name all of them or two`,
  'no-joint': ({ reason }) => reason ?? 'the comparison has no joint test',
  'joint-size': ({ size }) =>
    `the joint test rejects equal coefficients in ${share(size)} of simulated samples like this one, not in 5%`,
  joint: (detail) =>
    `that all are equal has ${jointText(detail.df)} = ${statistic(detail.stat)}, ${decided(detail)}`,
  'joint-skipped': ({ method, size }) =>
    `the joint ${sizeText({ method: `${method} test`, size })}`,
  'table-failed': ({ table, sentence }) => `${table} failed: ${sentence}`,
  'table-stopped': ({ table }) => `${table} was stopped before it was complete`,
  'not-kept': (place) => `the result of ${placeText(place)} was not kept`,
  'no-bootstrap': ({ of }) =>
    `there is no bootstrap${of === undefined ? '' : ` of ${of}`}; add bootstrap to the model`,
  'no-comparison': ({ table, of }) =>
    `${table} has no test of a difference; add compare: {of: ${of}, by: [wald]} to the table`,
  'other-terms': ({ table, terms, of }) => `${table} compares ${series(terms, 'and')}, not ${of}`,
  'fits-exactly': () => 'the model fits its rows exactly, so its standard errors are rounding',
  omitted: ({ of, explainedBy, isOfTable }) =>
    `${of} was left out, as it is ${omittedReason(explainedBy)}${isOfTable ? '; name the columns that have it' : ''}`,
  failed: ({ sentence }) => sentence,
  'all-support': ({ columns }) =>
    columns === 2 ? 'both support it' : `all ${columns} columns support it`,
  support,
};
