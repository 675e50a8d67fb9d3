import { expect, it } from 'vitest';
import { joinedWarnings } from '../../../../../bindings/paper/tables/paper/joined-warnings.js';
import { settingsOf } from '../../../../../bindings/paper/tables/paper/settings.js';
import { estimateWarnings } from '../../../../../bindings/words/en/warnings/linear.js';
import { warning } from '../../../../../bindings/words/warning.js';

const few = (clusters: number, columns: string) => ({
  warning: warning(estimateWarnings, 'few-clusters', {
    clusters,
    column: 'year',
    noun: 'cluster',
    fewerThan: 42,
    remedy: 'wild-cluster or CV3',
  }),
  columns: [columns],
});
const other = { warning: warning(estimateWarnings, 'perfect-fit', {}), columns: ['(2)'] };
const all = [few(12, '(1)'), other, few(8, '(3)'), few(12, '(4)'), few(8, '(5)')];

it('warnings that differ in numbers and columns only are one', () => {
  const [joined, ...others] = joinedWarnings(all, settingsOf({}));
  expect(joined).toMatchObject({ code: 'few-clusters', columns: '(1), (3), (4), (5)' });
  expect(joined!.message).toMatch(
    /^only 12 clusters of year, fewer than 42: .*; with 8 in \(3\), \(5\)\.$/,
  );
  expect(others).toEqual([{ code: 'perfect-fit', columns: '(2)', message: expect.any(String) }]);
});

it('in Chinese', () => {
  const [joined] = joinedWarnings(all, settingsOf({ language: 'zh' }));
  expect(joined!.message).toMatch(/；\(3\)、\(5\)中为8。$/);
});
