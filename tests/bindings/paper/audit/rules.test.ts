/** Each rule on a small table: what it finds, and what it leaves alone. */
import { expect, test } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { longTable } from './planted.js';

const stars = '* p < 0.1, ** p < 0.05, *** p < 0.01';

async function rulesOf(lines: readonly string[], notes = ''): Promise<string[]> {
  const { findings } = await auditTable(readPrintedTables(longTable(lines, notes)));
  return findings.map(({ rule, severity }) => `${rule} ${severity}`);
}

const classical = `classical standard errors; ${stars}`;

test.each<[string, readonly string[], string, readonly string[]]>([
  [
    'a star too many',
    ['1 x coef=0.10 se=0.10 stars=**', '1 n 150', '1 k 2'],
    classical,
    ['stars impossible'],
  ],
  [
    'a star too few',
    ['1 x coef=0.50 se=0.10', '1 w coef=0.50 se=0.10 stars=***', '1 n 150', '1 k 3'],
    classical,
    ['stars impossible'],
  ],
  [
    'a star too few where there may be clusters',
    ['1 x coef=0.50 se=0.10', '1 w coef=0.50 se=0.10 stars=***', '1 n 150'],
    `standard errors in parentheses; ${stars}`,
    ['stars doubtful'],
  ],
  [
    'stars that few clusters give',
    ['1 x coef=0.21 se=0.10 stars=*', '1 w coef=0.50 se=0.10 stars=***', '1 n 150'],
    `standard errors in parentheses; ${stars}`,
    [],
  ],
  [
    'a negative standard error, however it was rounded',
    ['1 x coef=0.50 se=-0.1', '1 w coef=0.50 se=-0.0', '1 n 150'],
    '',
    ['error-sign impossible'],
  ],
  [
    'stars of a bootstrap',
    ['1 x coef=0.10 se=0.10 stars=**', '1 n 150'],
    `bootstrap p-values; ${stars}`,
    [],
  ],
  [
    'stars out of order',
    ['1 x coef=0.300 se=0.100 stars=*', '1 w coef=0.250 se=0.100 stars=**'],
    `standard errors clustered by id; ${stars}`,
    ['stars-order impossible'],
  ],
  [
    'a half-width of no level',
    ['1 x coef=0.50 se=0.10 ci_low=0.48 ci_high=0.52', '1 n 150', '1 k 2'],
    classical,
    ['interval-width impossible'],
  ],
  [
    'an interval of 90 %',
    ['1 x coef=0.500 se=0.100 ci_low=0.334 ci_high=0.666', '1 n 150', '1 k 2'],
    `${classical}; 90% confidence intervals`,
    [],
  ],
  ['an R2 above one', ['1 x coef=0.50 se=0.10', '1 r2 1.04'], classical, ['r2-bounds impossible']],
  [
    'an R2 that falls',
    [
      '1 x coef=0.50 se=0.10',
      '1 n 99',
      '1 r2 0.30',
      '2 x coef=0.50 se=0.10',
      '2 w coef=0.1 se=0.9',
      '2 n 99',
      '2 r2 0.25',
    ],
    classical,
    ['r2-nested impossible'],
  ],
  [
    'an R2 of other outcomes',
    [
      '1 x coef=0.50 se=0.10',
      '1 n 99',
      '1 r2 0.30',
      '2 x coef=0.50 se=0.10',
      '2 w coef=0.1 se=0.9',
      '2 n 99',
      '2 r2 0.25',
    ],
    `${classical}; dependent variables differ`,
    [],
  ],
  [
    'R2 of one t',
    ['1 x coef=0.50 se=0.10', '1 n 99', '1 k 2', '1 r2 0.30'],
    classical,
    ['r2-of-t impossible'],
  ],
  [
    'F of one t',
    ['1 x coef=0.50 se=0.10 t=5.00', '1 n 99', '1 k 2', '1 r2 0.300', '1 f 31.00'],
    `robust standard errors; ${stars}`,
    ['f-of-t impossible'],
  ],
  ['p of F', ['1 f 5.00', '1 df1 2', '1 df2 100', '1 f_p 0.200'], '', ['f-p impossible']],
  [
    'J of as many instruments',
    ['1 j 2.31', '1 instruments 4', '1 params 4'],
    '2SLS',
    ['j-just-identified impossible'],
  ],
  [
    'instruments above groups',
    [
      '1 n 120',
      '1 instruments 44',
      '1 groups 30',
      '1 params 4',
      '1 j 20.1',
      '1 j_df 40',
      '1 j_p 0.996',
    ],
    'system GMM',
    ['j-near-one doubtful', 'instruments-of-groups doubtful'],
  ],
  [
    'AR(2) of four periods',
    ['1 L1.y coef=0.5 se=0.1', '1 ar2_z 0.80', '1 ar2_p 0.424', '1 periods 4'],
    'difference GMM',
    ['ar2-periods impossible'],
  ],
  [
    'AR(2) of one period',
    ['1 L1.y coef=0.5 se=0.1', '1 ar2_z 0.80', '1 ar2_p 0.424', '1 periods 5'],
    'difference GMM',
    ['ar2-periods doubtful'],
  ],
  ['p of AR(2)', ['1 ar2_z 0.80', '1 ar2_p 0.124'], 'GMM', ['ar2-p impossible']],
  [
    'fewer observations than groups',
    ['1 n 20', '1 groups 30'],
    'clustered',
    ['n-of-groups impossible'],
  ],
  [
    'reduced form over first stage',
    ['first z coef=0.500 se=0.1', 'reduced z coef=0.250 se=0.1', '2SLS x coef=0.900 se=0.2'],
    '2SLS',
    ['reduced-over-first impossible'],
  ],
  [
    'means of parts',
    [
      'all n 100',
      'low n 40',
      'high n 60',
      'all x mean 0.50',
      'low x mean 0.10',
      'high x mean 0.20',
    ],
    'columns split by z',
    ['mean-of-parts impossible'],
  ],
  ['a mean outside', ['1 x mean 5.0', '1 x min 0.0', '1 x max 4.0'], '', ['mean-range impossible']],
  [
    'a sd too large',
    ['1 x mean 0.50', '1 x min 0.00', '1 x max 1.00', '1 x sd 0.61', '1 x n 50'],
    '',
    ['sd-bounds impossible'],
  ],
  [
    'a sd too small',
    ['1 x mean 0.50', '1 x min 0.00', '1 x max 1.00', '1 x sd 0.01', '1 x n 50'],
    '',
    ['sd-bounds impossible'],
  ],
  [
    'a mean of counts',
    ['1 x mean 1.27', '1 x min 0', '1 x max 5', '1 x n 20'],
    'counts',
    ['grim impossible'],
  ],
  [
    'a share that no count gives, under any rounding',
    ['1 d mean 0.47', '1 d min 0', '1 d max 1', '1 d n 25'],
    'd is a dummy',
    ['grim impossible'],
  ],
  [
    'a half that is rounded up',
    ['1 d mean 0.13', '1 d min 0', '1 d max 1', '1 d n 8'],
    'd is a dummy',
    [],
  ],
  [
    'a half to the even digit',
    ['1 d mean 0.12', '1 d min 0', '1 d max 1', '1 d n 8'],
    'd is a dummy',
    [],
  ],
  [
    'a share that is cut',
    ['1 d mean 0.66', '1 d min 0', '1 d max 1', '1 d n 3'],
    'd is a dummy',
    [],
  ],
  [
    'a negative error',
    ['1 x coef=0.50 se=-0.10', '1 w coef=0.50 se=0.10'],
    '',
    ['error-sign impossible'],
  ],
  ['a share of 45.3 percent in each column', ['1 r2 45.3', '2 r2 46.1'], '', []],
  [
    'sums of parts that may overlap',
    ['all n 150', 'men n 80', 'exporters n 60', 'urban n 90'],
    'columns split by z',
    [],
  ],
  [
    'WLS next to OLS',
    [
      '1 x coef=0.5 se=0.1',
      '1 n 99',
      '1 r2 0.30',
      '2 x coef=0.5 se=0.1',
      '2 w coef=0.1 se=0.9',
      '2 n 99',
      '2 r2 0.25',
    ],
    `column 2 is weighted; ${stars}`,
    [],
  ],
  [
    'stages of 2SLS with other rows',
    [
      'first z coef=0.500 se=0.1',
      'first n 900',
      'reduced z coef=0.250 se=0.1',
      'reduced n 420',
      '2SLS x coef=0.900 se=0.2',
      '2SLS n 400',
    ],
    '2SLS',
    [],
  ],
  [
    'a sd of a dummy',
    ['1 d mean 0.50', '1 d sd 0.30', '1 d min 0', '1 d max 1', '1 d n 20'],
    'd is a dummy',
    ['debit impossible'],
  ],
  ['a VIF below one', ['1 x vif 0.80'], '', ['vif impossible']],
  [
    'correlations',
    ['1 a corr[b] 0.90', '1 a corr[c] 0.90', '1 b corr[c] -0.90', '1 c corr[c] 1.00'],
    '',
    ['correlations-psd impossible'],
  ],
  [
    'a difference in words',
    ['low x coef=0.5 se=0.1 stars=***', 'high x coef=0.1 se=0.1'],
    `columns split by z; the effect is stronger in low; ${stars}`,
    ['words-differ doubtful'],
  ],
  ['a null in words', ['1 x coef=0.1 se=0.1'], 'x has no effect on y', ['words-none doubtful']],
])('%s', async (_, lines, notes, expected) => {
  expect(await rulesOf(lines, notes)).toEqual(expected);
});
