/** For each rule, lines of a table that breaks it and lines of one that does not. */
import { type Planted, plantedIndices } from './planted-indices.js';

const heads = 'table,column,row,coef,se,t,z,p,stars,ci_low,ci_high,stat,value';

/** `1 n 150` is a statistic, `1 x mean 0.5` one of a variable, `1 x coef=0.1 se=0.02` a coefficient. */
export function longTable(lines: readonly string[], notes: string): string {
  const rows = lines.map((line) => {
    const [column, ...words] = line.split(' ');
    if (words.some((word) => word.includes('='))) {
      const keys = Object.fromEntries(words.slice(1).map((word) => word.split('=')));
      const cells = heads
        .split(',')
        .slice(3, 11)
        .map((head) => String(keys[head] ?? ''));
      return ['T', column, words[0], ...cells, '', ''].join(',');
    }
    const [row, stat, value] = words.length === 2 ? ['', ...words] : words;
    return ['T', column, row, ...Array<string>(8).fill(''), stat, value].join(',');
  });
  return [heads, ...rows, `T,,,,,,,,,,,notes,"${notes}"`].join('\n');
}

const stars = '* p < 0.1, ** p < 0.05, *** p < 0.01';
const classical = `classical standard errors; ${stars}`;
const gmm = 'system GMM; Windmeijer-corrected standard errors';
const split = `columns split by z; ${classical}`;
const nested = '1 x coef=0.5;1 n 99;2 x coef=0.4;2 w coef=0.1;2 n 99';

/** Lines are separated by semicolons. */
export const planted: readonly Planted[] = [
  { rule: 't-ratio', wrong: '1 x coef=0.50 se=0.10 t=6.90', right: '1 x coef=0.50 se=0.10 t=4.90' },
  {
    rule: 'p-value',
    notes: classical,
    rest: '1 n 150;1 k 2',
    wrong: '1 x t=2.10 p=0.370',
    right: '1 x t=2.10 p=0.037',
  },
  {
    rule: 'p-value',
    notes: `${classical}; 95% confidence intervals`,
    rest: '1 n 150;1 k 2',
    wrong: '1 x coef=0.50 ci_low=0.10 ci_high=0.90 p=0.150',
    right: '1 x coef=0.50 ci_low=0.10 ci_high=0.90 p=0.015',
  },
  { rule: 'aic', rest: '1 n 100;1 ll -120.0', wrong: '1 aic 200.0', right: '1 aic 244.0' },
  { rule: 'bic', rest: '1 n 100;1 aic 244.0', wrong: '1 bic 251.0', right: '1 bic 249.2' },
  {
    rule: 'shares',
    rest: '1 A coef=40.0',
    wrong: '1 B coef=35.0;1 C coef=45.0;1 Total coef=100.0',
    right: '1 B coef=35.0;1 C coef=25.0;1 Total coef=100.0',
  },
  {
    rule: 'j-df',
    notes: gmm,
    rest: '1 instruments 10',
    wrong: '1 j_df 12',
    right: '1 params 4;1 j_df 6',
  },
  {
    rule: 'first-stage-column',
    rest: 'First z coef=0.500 se=0.100',
    wrong: 'First first_stage_f 9.10',
    right: 'First first_stage_f 24.80',
  },
  {
    rule: 'sd-bounds',
    rest: '1 x n 200;1 x mean 0.50;1 x min 0;1 x max 1',
    wrong: '1 x sd 0.90',
    right: '1 x sd 0.30',
  },
  {
    rule: 'n-of-groups',
    notes: 'balanced panel over 10 years',
    rest: '1 groups 30',
    wrong: '1 n 500',
    right: '1 n 290',
  },
  {
    rule: 'stars',
    notes: classical,
    rest: '1 n 150;1 k 2',
    wrong: '1 x coef=0.10 se=0.10 stars=**',
    right: '1 x coef=0.21 se=0.10 stars=**',
  },
  {
    rule: 'stars-order',
    notes: `standard errors clustered by id; ${stars}`,
    wrong: '1 x coef=0.300 se=0.100 stars=*;1 w coef=0.250 se=0.100 stars=**',
    right: '1 x coef=0.300 se=0.100 stars=**;1 w coef=0.250 se=0.100 stars=*',
  },
  {
    rule: 'interval-centre',
    wrong: '1 x coef=0.50 ci_low=0.30 ci_high=0.90',
    right: '1 x coef=0.50 ci_low=0.30 ci_high=0.70',
  },
  {
    rule: 'interval-width',
    notes: classical,
    rest: '1 n 150;1 k 2',
    wrong: '1 x coef=0.50 se=0.10 ci_low=0.48 ci_high=0.52',
    right: '1 x coef=0.50 se=0.10 ci_low=0.30 ci_high=0.70',
  },
  { rule: 'r2-bounds', wrong: '1 r2 1.04', right: '1 r2 0.94' },
  {
    rule: 'adjusted-r2',
    rest: '1 r2 0.300;1 n 100;1 k 4',
    wrong: '1 adj_r2 0.250',
    right: '1 adj_r2 0.278',
  },
  {
    rule: 'f-of-r2',
    notes: classical,
    rest: '1 r2 0.300;1 n 100;1 df1 3;1 df2 96',
    wrong: '1 f 18.52',
    right: '1 f 13.71',
  },
  {
    rule: 'f-of-t',
    notes: classical,
    rest: '1 x t=5.00;1 n 99;1 k 2',
    wrong: '1 f 31.00',
    right: '1 f 25.00',
  },
  {
    rule: 'f-p',
    rest: '1 f 5.00;1 df1 2;1 df2 100',
    wrong: '1 f_p 0.200',
    right: '1 f_p 0.009',
  },
  { rule: 'p-in-words', rest: '1 t 2.20;1 t_df 28', wrong: '1 t_p 0.200', right: '1 t_p 0.036' },
  { rule: 'chi2-p', rest: '1 chi2 9.21;1 df 2', wrong: '1 chi2_p 0.100', right: '1 chi2_p 0.010' },
  {
    rule: 'r2-of-t',
    notes: classical,
    rest: '1 x coef=0.50 se=0.10;1 n 99;1 k 2',
    wrong: '1 r2 0.30',
    right: '1 r2 0.20',
  },
  {
    rule: 'p-of-r2',
    notes: classical,
    rest: '1 n 155;1 k 2;1 r2 0.023',
    wrong: '1 x coef=0.010 stars=***',
    right: '1 x coef=0.010 stars=*',
  },
  {
    rule: 'pseudo-r2',
    notes: classical,
    rest: '1 x t=5.000;1 n 30;1 k 2',
    wrong: '1 pseudo_r2 0.453',
    right: '1 pseudo_r2 0.472',
  },
  { rule: 'r2-nested', rest: nested, wrong: '1 r2 0.30;2 r2 0.25', right: '1 r2 0.30;2 r2 0.35' },
  {
    rule: 'likelihood-nested',
    rest: nested,
    wrong: '1 ll -90;2 ll -95',
    right: '1 ll -90;2 ll -85',
  },
  {
    rule: 'first-stage-f',
    rest: '1 first_stage_t 4.00',
    wrong: '1 first_stage_f 12.00',
    right: '1 first_stage_f 16.00',
  },
  {
    rule: 'first-stage-column',
    notes: `2SLS; ${classical}`,
    rest: 'first z coef=0.400 se=0.100;first n 200;second x coef=0.5 se=0.2;second n 200',
    wrong: 'first first_stage_f 25.00',
    right: 'first first_stage_f 16.00',
  },
  {
    rule: 'reduced-over-first',
    notes: '2SLS',
    rest: 'first z coef=0.500 se=0.1;reduced z coef=0.250 se=0.1',
    wrong: '2SLS x coef=0.900 se=0.2',
    right: '2SLS x coef=0.500 se=0.2',
  },
  {
    rule: 'j-just-identified',
    notes: '2SLS',
    rest: '1 j 2.31;1 params 4',
    wrong: '1 instruments 4',
    right: '1 instruments 5',
  },
  {
    rule: 'j-df',
    notes: gmm,
    rest: '1 instruments 20;1 params 4',
    wrong: '1 j_df 12',
    right: '1 j_df 16',
  },
  {
    rule: 'j-p',
    notes: gmm,
    rest: '1 j 20.00;1 j_df 12',
    wrong: '1 j_p 0.267',
    right: '1 j_p 0.067',
  },
  {
    rule: 'j-near-one',
    notes: gmm,
    rest: '1 groups 30;1 instruments 28',
    wrong: '1 j_p 1.000',
    right: '1 j_p 0.410',
  },
  {
    rule: 'instruments-of-groups',
    notes: gmm,
    rest: '1 groups 30',
    wrong: '1 instruments 44',
    right: '1 instruments 24',
  },
  {
    rule: 'ar1-p',
    notes: gmm,
    rest: '1 ar1_z -2.40',
    wrong: '1 ar1_p 0.160',
    right: '1 ar1_p 0.016',
  },
  {
    rule: 'ar2-p',
    notes: gmm,
    rest: '1 ar2_z 0.80',
    wrong: '1 ar2_p 0.124',
    right: '1 ar2_p 0.424',
  },
  {
    rule: 'ar1-periods',
    notes: gmm,
    rest: '1 ar1_p 0.02',
    wrong: '1 periods 2',
    right: '1 periods 9',
  },
  {
    rule: 'ar2-periods',
    notes: gmm,
    rest: '1 ar2_p 0.422;1 periods 5',
    wrong: '1 L2.y coef=0.1 se=0.1',
    right: '1 y coef=0.1 se=0.1',
  },
  {
    rule: 'n-of-groups',
    notes: gmm,
    rest: '1 groups 30;1 periods 5',
    wrong: '1 n 180',
    right: '1 n 120',
  },
  {
    rule: 'n-of-lags',
    notes: gmm,
    rest: '1 L1.y coef=0.5 se=0.1;1 groups 30;1 periods 5',
    wrong: '1 n 150',
    right: '1 n 120',
  },
  {
    rule: 'two-step-errors',
    notes: 'two-step GMM; column boot has bootstrap errors',
    rest: '1 j_p 0.40;boot x coef=0.50 se=0.20;boot reps 999',
    wrong: '1 x coef=0.50 se=0.08',
    right: '1 x coef=0.50 se=0.19',
  },
  {
    rule: 'n-of-parts',
    notes: split,
    rest: 'all n 150;low n 69',
    wrong: 'high n 87',
    right: 'high n 81',
  },
  {
    rule: 'mean-of-parts',
    notes: split,
    rest: 'all n 100;low n 40;high n 60;low x mean 0.10;high x mean 0.20',
    wrong: 'all x mean 0.50',
    right: 'all x mean 0.16',
  },
  {
    rule: 'difference-of-parts',
    notes: split,
    rest: 'low Gov coef=0.100;high Gov coef=0.300;both Gov coef=0.100;both high coef=0.050',
    wrong: 'both Gov*high coef=0.400',
    right: 'both Gov*high coef=0.200',
  },
  { rule: 'min-max', wrong: '1 x min 4.0;1 x max 1.0', right: '1 x min 1.0;1 x max 4.0' },
  {
    rule: 'mean-range',
    rest: '1 x min 0.0;1 x max 4.0',
    wrong: '1 x mean 5.0',
    right: '1 x mean 3.0',
  },
  {
    rule: 'sd-bounds',
    rest: '1 x mean 0.080;1 x min 0.045;1 x max 0.288;1 x n 155',
    wrong: '1 x sd 0.097',
    right: '1 x sd 0.027',
  },
  {
    rule: 'grim',
    notes: 'counts',
    rest: '1 x min 0;1 x max 5;1 x n 20',
    wrong: '1 x mean 1.27',
    right: '1 x mean 1.25',
  },
  {
    rule: 'debit',
    notes: 'd is a dummy',
    rest: '1 d mean 0.50;1 d min 0;1 d max 1;1 d n 20',
    wrong: '1 d sd 0.30',
    right: '1 d sd 0.51',
  },
  { rule: 'correlation-bounds', wrong: '1 a corr[b] 1.10', right: '1 a corr[b] 0.90' },
  {
    rule: 'correlations-psd',
    rest: '1 a corr[b] 0.90;1 a corr[c] 0.90;1 c corr[c] 1.00',
    wrong: '1 b corr[c] -0.90',
    right: '1 b corr[c] 0.90',
  },
  { rule: 'correlation-diagonal', wrong: '1 a corr[a] 0.90', right: '1 a corr[a] 1.00' },
  {
    rule: 'correlation-symmetry',
    rest: '1 a corr[b] 0.30',
    wrong: '1 b corr[a] 0.13',
    right: '1 b corr[a] 0.30',
  },
  {
    rule: 'correlation-stars',
    rest: '1 n 140;1 a corr[b] 0.02;1 b corr[b] 1',
    notes: '* p < 0.1, ** p < 0.05',
    wrong: '1 a stars[b] **;1 b corr[a] 0.02',
    right: '1 b corr[c] 0.60;1 b stars[c] **',
  },
  { rule: 'error-sign', wrong: '1 x coef=0.50 se=-0.10', right: '1 x coef=0.50 se=0.10' },
  { rule: 'p-bounds', wrong: '1 x coef=0.50 p=1.20', right: '1 x coef=0.50 p=0.12' },
  { rule: 'p-bounds-of-tests', wrong: '1 j_p -0.20', right: '1 j_p 0.20' },
  { rule: 'test-sign', wrong: '1 f -2.10', right: '1 f 2.10' },
  { rule: 'counts', wrong: '1 n -120', right: '1 n 120' },
  {
    rule: 'interval-order',
    notes: 'percentile intervals',
    wrong: '1 x coef=0.50 ci_low=0.70 ci_high=0.30',
    right: '1 x coef=0.50 ci_low=0.30 ci_high=0.70',
  },
  {
    rule: 't-sign',
    rest: '1 w coef=-0.20 t=-1.00',
    wrong: '1 x coef=0.50 t=-2.00',
    right: '1 x coef=0.50 t=2.00',
  },
  { rule: 'fit-bounds', wrong: '1 adj_r2 1.20', right: '1 adj_r2 0.20' },
  {
    rule: 'pseudo-r2-bounds',
    notes: 'Logit',
    wrong: '1 pseudo_r2 1.20',
    right: '1 pseudo_r2 0.20',
  },
  { rule: 'sd-sign', wrong: '1 x sd -1.00', right: '1 x sd 1.00' },
  { rule: 'vif', wrong: '1 x vif 0.80', right: '1 x vif 1.80' },
  ...plantedIndices,
  {
    rule: 'words-differ',
    notes: `${split}; the effect is stronger in low`,
    wrong: 'low x coef=0.5 se=0.1 stars=***;high x coef=0.4 se=0.3',
    right: 'low x coef=0.5 se=0.1 stars=***;high x coef=-0.9 se=0.3 stars=***',
  },
  {
    rule: 'words-none',
    notes: 'x has no effect on y; effects of 0.2 are detectable',
    wrong: '1 x coef=0.1 se=0.1',
    right: '1 x coef=0.1 se=0.1',
  },
];
